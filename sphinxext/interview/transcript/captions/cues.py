"""Timed units: what captions and recognisers are made of, and what is said twice in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model import Finding, Speaker

#: Two cues touch if no more seconds lie between them.
_TOUCHING = 0.1


class Cue(NamedTuple):
    """A timed unit of words."""

    #: Seconds from the start of the recording.
    start: float | None
    end: float | None
    #: May have several lines.
    text: str
    #: Line of the first word in the file.
    line: int
    #: As the file names who speaks; empty where it doesn't.
    speaker: str = ''


@dataclass(frozen=True, slots=True)
class Captions:
    """A file of cues, as its reader understood it."""

    cues: Sequence[Cue]
    findings: Sequence[Finding] = ()
    #: What the file says of the interview; keys as the directive's options.
    metadata: Mapping[str, str] = field(default_factory=dict)
    #: Whom the file introduces; a cue may name them by a label.
    people: tuple[Speaker, ...] = ()
    #: Who speaks in a cue without speaker: as in the cue before, nobody that is known, nobody
    #: at all (a narration); or for the share of such cues to decide.
    unnamed: Literal['auto', 'previous', 'unknown', 'narration'] = 'auto'
    #: Whether somebody decided already where paragraphs end.
    is_cue_a_paragraph: bool = False


def without_repeats(cues: Sequence[Cue]) -> tuple[Sequence[Cue], int]:
    """Leave out lines that roll: shown in one cue, and again above the next line.

    Lines count as repeated only where most cues of a file repeat some, and touch each other;
    elsewhere somebody said a thing twice.

    :return: cues, and the number of lines that were left out
    """
    kept: list[Cue] = []
    before: list[str] = []
    end: float | None = None
    dropped = repeating = 0
    for cue in cues:
        lines = [line.strip() for line in cue.text.split('\n') if line.strip()]
        rolled = _rolled(before, lines) if _touches(end, cue.start) else 0
        repeating += bool(rolled)
        dropped += rolled
        if rolled < len(lines):
            kept.append(cue._replace(text='\n'.join(lines[rolled:])) if rolled else cue)
        before, end = lines, cue.end
    is_rolling = repeating >= 3 and repeating >= len(cues) / 3
    return (kept, dropped) if is_rolling else (cues, 0)


def _touches(end: float | None, start: float | None) -> bool:
    return end is not None and start is not None and abs(start - end) <= _TOUCHING


def _rolled(before: list[str], lines: list[str]) -> int:
    """Return how many of the first *lines* ended the cue before."""
    most = min(len(before), len(lines))
    return next((n for n in range(most, 0, -1) if before[-n:] == lines[:n]), 0)


def join_words(one: str, other: str) -> str:
    """Join two pieces of speech: with a space, except in a script that has none."""
    if not one or not other:
        return one or other
    is_dense = one[-1] > '\u2fff' and other[0] > '\u2fff'
    if is_dense and _is_wide(one[-1]) and _is_wide(other[0]):
        return one + other
    return f'{one} {other}'


def _is_wide(sign: str) -> bool:
    """Whether *sign* is Chinese or Japanese; Korean has spaces."""
    return unicodedata.east_asian_width(sign) in 'WF' and not '\uac00' <= sign <= '\ud7a3'
