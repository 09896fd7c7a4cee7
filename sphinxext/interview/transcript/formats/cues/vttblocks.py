"""The blocks of a WebVTT file, as the W3C's algorithm collects them; and of several joined.

Source of the rules: W3C, WebVTT: The Web Video Text Tracks Format, “WebVTT file parsing”; of
joined parts: IETF, RFC 8216, HTTP Live Streaming, “WebVTT”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ...speech.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Line

Timings = tuple[float, float]
_STAMP = r'(?:([0-9]+):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})(?![0-9])'
_TIMINGS = re.compile(rf'[ \t\f]*{_STAMP}[ \t\f]*-->[ \t\f]*{_STAMP}')
SHEET = re.compile(r'(STYLE|REGION)[ \t\f]*')
_HEADER = re.compile(r'[A-Za-z][\w-]*\s?[:=].*')
_CLOCK = re.compile(r'(LOCAL|MPEGTS):([0-9:.]{1,20})')
#: Ticks of an MPEG clock in a second.
_TICKS = 90_000


@dataclass(slots=True)
class Block:
    """What stands between two blank lines, or before the next cue."""

    kind: Literal['cue', 'sheet', 'other']
    #: A cue's text; of anything else all lines.
    lines: list[Line] = field(default_factory=list)
    timings: Timings | None = None
    #: Line of the timings, or the first line.
    line: int = 0
    #: No blank line stands before it.
    is_adjacent: bool = False


def is_signature(line: str) -> bool:
    """Whether *line* starts a file as the specification wants it."""
    return line.startswith('WEBVTT') and line[6:7] in {'', ' ', '\t'}


def parse_blocks(lines: list[Line]) -> Iterator[Block]:
    """Collect the blocks that follow the header: “collect a WebVTT block”, nothing recovered."""
    at, count = 0, len(lines)
    has_cue = False
    end = -1
    while at < count:
        if not lines[at][1]:
            at += 1
            continue
        block = Block('other', line=lines[at][0], is_adjacent=at == end)
        at = _collect(lines, at, block, has_cue=has_cue)
        end = at
        has_cue |= block.kind == 'cue'
        yield block


def _collect(lines: list[Line], first: int, block: Block, *, has_cue: bool) -> int:
    """Put the lines of one block into *block*; return the place after it."""
    seen_arrow = False
    collected = block.lines
    at = first
    for at in range(first, len(lines)):
        line = lines[at]
        if '-->' in line[1]:
            if seen_arrow or at - first > 1:
                return at
            seen_arrow = True
            block.timings = parse_timings(line[1])
            if block.timings is not None:
                block.kind, block.line = 'cue', line[0]
                collected.clear()
                continue
        elif not line[1]:
            return at
        elif at == first + 1 and not has_cue and SHEET.fullmatch(lines[first][1]):
            block.kind = 'sheet'
        collected.append(line)
    return len(lines)


def parse_timings(line: str) -> Timings | None:
    """Return start and end in seconds: “collect WebVTT cue timings and settings”."""
    match = _TIMINGS.match(line)
    if match is None:
        return None
    h1, m1, s1, f1, h2, m2, s2, f2 = match.groups()
    start = int(h1 or 0) * 3600 + int(m1) * 60 + int(s1) + int(f1) / 1000
    end = int(h2 or 0) * 3600 + int(m2) * 60 + int(s2) + int(f2) / 1000
    return start, end


def is_header(block: Block) -> bool:
    """Whether a block is the header of a part that was put behind another."""
    if block.kind != 'other' or block.lines[0][1].strip() != 'WEBVTT':
        return False
    return all(_HEADER.match(text) for _, text in block.lines[1:])


def joined(blocks: Iterable[Block], header: Iterable[Line]) -> Iterator[Block]:
    """Take out the headers of parts that were put together, and what two parts both hold.

    A part may count from another time than the first, as its header says.

    :param header: that of the first part
    """
    first = clock = _clock(header)
    before: set[tuple[Timings | None, str]] = set()
    part: set[tuple[Timings | None, str]] = set()
    for block in blocks:
        if is_header(block):
            clock = _clock(block.lines)
            before, part = part, set()
            continue
        if block.kind == 'cue':
            if block.timings and clock != first:
                block.timings = _shifted(block.timings, clock - first)
            cue = (block.timings, '\n'.join(text for _, text in block.lines))
            if cue in before:
                continue
            part.add(cue)
        yield block


def _clock(header: Iterable[Line]) -> float:
    """Return at which second of the whole a part starts to count."""
    line = next((text for _, text in header if text.startswith('X-TIMESTAMP-MAP=')), '')
    found = dict(_CLOCK.findall(line))
    ticks = found.get('MPEGTS', '')
    return (int(ticks) / _TICKS if ticks.isdigit() else 0) - (
        parse_time(found.get('LOCAL', '')) or 0
    )


def _shifted(timings: Timings, seconds: float) -> Timings:
    start, end = (round(time + seconds, 3) for time in timings)
    return (start, end) if start >= 0 else timings
