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
_STAMP = r'(?:([0-9]+):)?([0-5][0-9]):([0-5][0-9]\.[0-9]{3})(?![0-9])'
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
        number, text = lines[at]
        if not text:
            at += 1
            continue
        arrow = _arrow(lines, at)
        timings = parse_timings(lines[arrow][1]) if arrow >= 0 else None
        is_adjacent = at == end
        end = _end(lines, max(at, arrow) + 1)
        if timings is not None:
            has_cue = True
            yield Block('cue', lines[arrow + 1 : end], timings, lines[arrow][0], is_adjacent)
        else:
            is_sheet = not has_cue and arrow < 0 and end > at + 1 and SHEET.fullmatch(text)
            kind: Literal['sheet', 'other'] = 'sheet' if is_sheet else 'other'
            yield Block(kind, lines[at:end], None, number, is_adjacent)
        at = end


def _arrow(lines: list[Line], first: int) -> int:
    """Return where a block's timings stand: in its first or second line; -1 for nowhere."""
    if '-->' in lines[first][1]:
        return first
    return first + 1 if first + 1 < len(lines) and '-->' in lines[first + 1][1] else -1


def _end(lines: list[Line], at: int) -> int:
    """Return the place of the first line from *at* on that is blank or holds timings."""
    while at < len(lines) and lines[at][1] and '-->' not in lines[at][1]:
        at += 1
    return at


def parse_timings(line: str) -> Timings | None:
    """Return start and end in seconds: “collect WebVTT cue timings and settings”."""
    match = _TIMINGS.match(line)
    if match is None:
        return None
    h1, m1, s1, h2, m2, s2 = match.groups()
    start = int(h1 or 0) * 3600 + int(m1) * 60 + float(s1)
    return start, int(h2 or 0) * 3600 + int(m2) * 60 + float(s2)


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
