"""The blocks of a WebVTT file, as the W3C's algorithm collects them; and of several joined.

Source of the rules: W3C, WebVTT: The Web Video Text Tracks Format, “WebVTT file parsing”; of
joined parts: IETF, RFC 8216, HTTP Live Streaming, “WebVTT”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ...speech.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Line

Timings = tuple[float, float]
Kind = Literal['cue', 'sheet', 'other']
#: A time up to its minutes, and its seconds.
_STAMP = r'((?:[0-9]+:)?[0-5][0-9]:)([0-5][0-9]\.[0-9]{3})(?![0-9])'
_TIMINGS = re.compile(rf'[ \t\f]*{_STAMP}[ \t\f]*-->[ \t\f]*{_STAMP}')
#: The same as nearly all programs write them, which is found sooner.
_USUAL = re.compile(
    r'([0-9]{2}:[0-5][0-9]:)([0-5][0-9]\.[0-9]{3}) --> '
    r'([0-9]{2}:[0-5][0-9]:)([0-5][0-9]\.[0-9]{3})(?![0-9])'
)
SHEET = re.compile(r'(STYLE|REGION)[ \t\f]*')
_HEADER = re.compile(r'[A-Za-z][\w-]*\s?[:=].*')
_CLOCK = re.compile(r'(LOCAL|MPEGTS):([0-9:.]{1,20})')
#: Ticks of an MPEG clock in a second.
_TICKS = 90_000


@dataclass(slots=True)
class Block:
    """What stands between two blank lines, or before the next cue."""

    kind: Kind
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
    """Collect the blocks that follow the header: “collect a WebVTT block”, nothing recovered.

    A block ends before the first line that is blank or holds an arrow, but for its own arrow,
    which stands in its first or second line.
    """
    ends = [(at, text != '') for at, (_, text) in enumerate(lines) if not text or '-->' in text]
    ends += [(len(lines), False)] * 2
    at, end = 0, -1  # where the next block starts, and the last one ended
    has_cue = False
    for (place, is_arrow), (following, _) in pairwise(ends):
        if place - at > 1 or (place > at and not is_arrow):
            is_sheet = not has_cue and _is_sheet(lines[at:place])
            kind: Kind = 'sheet' if is_sheet else 'other'
            yield Block(kind, lines[at:place], None, lines[at][0], at == end)
            at = end = place
        if not is_arrow:
            at = place + 1
            continue
        number, text = lines[place]
        if timings := parse_timings(text):
            has_cue = True
            yield Block('cue', lines[place + 1 : following], timings, number, at == end)
        else:
            yield Block('other', lines[at:following], None, lines[at][0], at == end)
        at = end = following


def _is_sheet(block: list[Line]) -> bool:
    return len(block) > 1 and SHEET.fullmatch(block[0][1]) is not None


def parse_timings(line: str) -> Timings | None:
    """Return start and end in seconds: “collect WebVTT cue timings and settings”."""
    match = _USUAL.match(line) or _TIMINGS.match(line)
    if match is None:
        return None
    before, start, until, end = match.groups()
    return _minutes(before) + float(start), _minutes(until) + float(end)


@lru_cache
def _minutes(stamp: str) -> int:
    """Return the seconds of hours and minutes, ``01:02:``; most cues of a minute share them."""
    hours, _, minutes = stamp[:-1].rpartition(':')
    return int(hours or 0) * 3600 + int(minutes) * 60


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
