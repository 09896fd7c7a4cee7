"""Timed units: what captions and recognisers are made of."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model import Finding, Speaker


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
    #: Keywords of these words.
    tags: tuple[str, ...] = ()


class Captions(NamedTuple):
    """A file of cues, as its reader understood it."""

    cues: Sequence[Cue]
    findings: Sequence[Finding] = ()
    #: What the file says of the interview; keys as the directive's options.
    metadata: Mapping[str, str] = MappingProxyType({})
    #: Whom the file introduces; a cue may name them by a label.
    people: tuple[Speaker, ...] = ()
    #: Who speaks in a cue without speaker: as in the cue before, nobody that is known, nobody
    #: at all (a narration); or for the file's custom to decide.
    unnamed: Literal['auto', 'previous', 'unknown', 'narration'] = 'auto'
    #: Whether somebody decided already where paragraphs end.
    is_cue_a_paragraph: bool = False
    #: Whether the cues are lines on a screen, which may show again what was shown before.
    may_roll: bool = False


def join_words(one: str, other: str) -> str:
    """Join two pieces of speech: with a space, except in a script that has none."""
    if not one or not other:
        return one or other
    is_dense = one[-1] > '\u2fff' and other[0] > '\u2fff'
    if is_dense and _is_wide(one[-1]) and _is_wide(other[0]):
        return one + other
    return f'{one} {other}'


def join_lines(text: str) -> str:
    """Make one line of a cue's lines."""
    if '  ' not in text and text.isprintable():  # as no other blank is
        return text.strip()
    if '\n' not in text or text.isascii():
        return ' '.join(text.split())
    joined = ''
    for line in text.split('\n'):
        joined = join_words(joined, ' '.join(line.split()))
    return joined


def _is_wide(sign: str) -> bool:
    """Whether *sign* is Chinese or Japanese; Korean has spaces."""
    return unicodedata.east_asian_width(sign) in 'WF' and not '\uac00' <= sign <= '\ud7a3'
