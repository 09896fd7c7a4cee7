"""WebVTT: the W3C algorithm, then recoveries from what published files do.

Source of the rules: W3C, WebVTT: The Web Video Text Tracks Format, “WebVTT file parsing”.
What that algorithm drops, and what it would read as nothing, is looked at again and kept with
a warning where it means something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ..captions.cues import Captions, Cue
from ..model import Speaker
from ..people.words import role_of
from .cuetext import spans
from .recoveries import Recoveries
from .timings import loose_timings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Line

Timings = tuple[float, float]
_STAMP = r'(?:([0-9]+):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})(?![0-9])'
_TIMINGS = re.compile(rf'[ \t\f]*{_STAMP}[ \t\f]*-->[ \t\f]*{_STAMP}')
_SHEET = re.compile(r'(STYLE|REGION)[ \t\f]*')
_LANGUAGE = re.compile(r'Language:\s*([A-Za-z]{2,3}(?:-\w{2,8})*)\s*')


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


def read_webvtt(lines: list[Line]) -> Captions:
    """Read WebVTT."""
    recoveries = Recoveries()
    header, body = _split_header(lines, recoveries)
    blocks = list(_recovered(parse_blocks(body), recoveries))
    people: dict[str, Speaker] = {}
    cues = [cue for block in blocks for cue in _cues(block, recoveries, people)]
    language = next((m[1] for _, text in header if (m := _LANGUAGE.fullmatch(text))), '')
    # A class says what one speaker is; nobody else is a stranger for that
    introduced = tuple(people.values()) if any(p.role for p in people.values()) else ()
    return Captions(
        cues,
        tuple(recoveries.findings()),
        {'language': language} if language else {},
        introduced,
    )


def has_signature(lines: list[Line]) -> bool:
    """Whether the file starts as the specification wants it."""
    first = lines[0][1] if lines else ''
    return first.startswith('WEBVTT') and first[6:7] in {'', ' ', '\t'}


def _split_header(lines: list[Line], recoveries: Recoveries) -> tuple[list[Line], list[Line]]:
    """Split off the header: the lines up to the first blank one, or to a cue."""
    if not has_signature(lines):
        line, first = lines[0] if lines else (1, '')
        recoveries.recover('the file doesn’t start with a line “WEBVTT”', line)
        is_header = first.strip().upper().startswith('WEBVTT') and '-->' not in first
        return [], lines[is_header:]
    end = next(
        (index for index, (_, text) in enumerate(lines) if index and (not text or '-->' in text)),
        len(lines),
    )
    return lines[1:end], lines[end:]


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
        elif at == first + 1 and not has_cue and _SHEET.fullmatch(lines[first][1]):
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


def _recovered(blocks: Iterable[Block], recoveries: Recoveries) -> Iterator[Block]:
    """Return the cues, with what the algorithm left of others."""
    cue: Block | None = None
    for block in blocks:
        found = _recover(block, cue, recoveries) if block.kind == 'other' else block
        if found is None or found.kind != 'cue':
            continue
        if cue is not None:
            _take_number(cue, found, recoveries)
            yield cue
        cue = found
    if cue is not None:
        yield cue


def _recover(block: Block, cue: Block | None, recoveries: Recoveries) -> Block | None:
    """Return *block* as a cue, or None after its lines went to the cue before, or nowhere."""
    arrow = next((i for i, (_, text) in enumerate(block.lines[:2]) if '-->' in text), -1)
    number, first = block.lines[0]
    if arrow >= 0:
        number, text = block.lines[arrow]
        if timings := loose_timings(text):
            recoveries.recover('timings are not as WebVTT wants them', number, text.strip())
            return Block('cue', block.lines[arrow + 1 :], timings, number, block.is_adjacent)
    if first.startswith('NOTE') and first[4:5] in {'', ' ', '\t'} and arrow < 0:
        return None
    if _SHEET.fullmatch(first):
        return None
    if cue is not None and not all(text.strip().isdigit() for _, text in block.lines):
        why = (
            '“-->” stands inside the text' if arrow >= 0 else 'a blank line stands inside the text'
        )
        recoveries.recover(f'{why} of a cue', number)
        cue.lines += block.lines
    else:
        recoveries.drop(' '.join(text for _, text in block.lines), number)
    return None


def _take_number(cue: Block, after: Block, recoveries: Recoveries) -> None:
    """Take the next cue's number off a cue's text, where no blank line separates them."""
    if after.is_adjacent and len(cue.lines) > 1 and cue.lines[-1][1].strip().isdigit():
        cue.lines.pop()
        recoveries.recover('no blank line stands before a cue', after.line)
    elif after.is_adjacent:
        recoveries.recover('no blank line stands before a cue', after.line)


def _cues(block: Block, recoveries: Recoveries, people: dict[str, Speaker]) -> Iterator[Cue]:
    if not block.lines or block.timings is None:
        return
    start, end = block.timings
    line, text = block.lines[0]
    if len(block.lines) > 1:
        text = '\n'.join(text for _, text in block.lines)
    found, is_exact = spans(text)
    if not is_exact:
        recoveries.recover('a “<” that starts no WebVTT tag is kept as text', line)
    for voice, classes, text in found:
        if voice and voice not in people:
            role = next((role for name in classes if (role := role_of(name))), None)
            people[voice] = Speaker(voice, role)
        yield Cue(start, end, text, line, voice)
