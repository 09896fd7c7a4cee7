"""WebVTT: the W3C algorithm, then recoveries from what published files do.

Source of the rules: W3C, WebVTT: The Web Video Text Tracks Format, “WebVTT file parsing”.
What that algorithm drops, and what it would read as nothing, is looked at again and kept with
a warning where it means something.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ...captions.cues import Captions, Cue
from ...model import Speaker
from ...people.words import role_of
from ...source.decoding import whole_json
from .cuetext import spans, words_of
from .recoveries import Recoveries
from .timings import is_broken_timing, loose_timings
from .vttblocks import SHEET, Block, is_header, is_signature, joined, parse_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Line

#: The times of a cue whose timings hold none.
_NEVER = None, None
_LANGUAGE = re.compile(r'Language:\s*([A-Za-z]{2,3}(?:-\w{2,8})*)\s*')


def read_webvtt(lines: list[Line]) -> Captions:
    """Read WebVTT."""
    recoveries = Recoveries()
    header, body = _split_header(lines, recoveries)
    collected = list(parse_blocks(body))
    others = [block for block in collected if block.kind == 'other']
    if any(map(is_header, others)):
        collected = list(joined(collected, header))
    blocks = _recovered(collected, recoveries)
    people: dict[str, Speaker] = {}
    cues: list[Cue] = []
    for block in blocks:
        if not (lines := block.lines):
            continue
        line, text = lines[0]
        if len(lines) > 1:
            text = '\n'.join([text for _, text in lines])
        if words := words_of(text, people):
            start, end = block.timings or _NEVER
            cues.append(Cue(start, end, words[1], line, words[0]))
        else:
            cues += _cues(block, text, recoveries, people)
    language = next((m[1] for _, text in header if (m := _LANGUAGE.fullmatch(text))), '')
    # A class says what one speaker is; nobody else is a stranger for that
    introduced = tuple(people.values()) if any(p.role for p in people.values()) else ()
    return Captions(
        cues,
        tuple(recoveries.findings()),
        {'language': language} if language else {},
        introduced,
        may_roll=True,
    )


def has_signature(lines: list[Line]) -> bool:
    """Whether the file starts as the specification wants it."""
    return bool(lines) and is_signature(lines[0][1])


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


def _recovered(blocks: Iterable[Block], recoveries: Recoveries) -> Iterator[Block]:
    """Return the cues, with what the algorithm left of others."""
    cue: Block | None = None
    for block in blocks:
        found = _recover(block, cue, recoveries) if block.kind == 'other' else block
        if found is None or found.kind != 'cue':
            continue
        if cue is not None:
            if found.is_adjacent:
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
        if is_broken_timing(text):
            recoveries.recover('timings hold no times', number, text.strip())
            words = [line for line in block.lines[arrow + 1 :] if any(map(str.isalnum, line[1]))]
            return Block('cue', words, None, number, block.is_adjacent)
    if first.startswith('NOTE') and first[4:5] in {'', ' ', '\t'} and arrow < 0:
        return None
    if SHEET.fullmatch(first):
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
    if len(cue.lines) > 1 and cue.lines[-1][1].strip().isdigit():
        cue.lines.pop()
    recoveries.recover('no blank line stands before a cue', after.line)


def _cues(block: Block, text: str, recoveries: Recoveries, people: dict[str, Speaker]) -> list[Cue]:
    start, end = block.timings or _NEVER
    line = block.lines[0][0]
    if text[0] == '{' and (spoken := _object(text)):
        return [Cue(start, end, spoken[1], line, spoken[0])]
    found, is_exact = spans(text)
    if not is_exact:
        recoveries.recover('a “<” that starts no WebVTT tag is kept as text', line)
    for voice, classes, _ in found:
        if voice and voice not in people:
            role = next((role for name in classes if (role := role_of(name))), None)
            people[voice] = Speaker(voice, role)
    return [Cue(start, end, text, line, voice) for voice, _, text in found]


def _object(text: str) -> tuple[str, str] | None:
    """Read the object that Teams writes as a cue's text; return name and words."""
    try:
        found = json.loads(whole_json(text))
        name, words = found['speakerName'], found['spokenText']
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return (name, words) if isinstance(name, str) and isinstance(words, str) else None
