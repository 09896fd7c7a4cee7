"""Cues → pieces: what each line says of its speaker.

A line may start with a mark that somebody else speaks (``- ``, ``—``, ``>>``), with a name
(``Ada: ``, ``[Ada] ``, ``(Ada): ``, or ``ADA`` alone above the words), or with neither: then it
goes on. Whether a name is one, the whole file decides.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..people.words import is_nameish
from ..speech.directions import is_direction, is_note
from .finder import Finder, begins_with_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..people.candidates import Candidate
    from .cues import Cue

#: Signs without width, that files have before words: byte order marks, directions of writing.
_INVISIBLE = '\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u2066\u2067\u2068\u2069'
_BLANK = ' \t\f\v\r\xa0\u3000' + _INVISIBLE
_MARKS = frozenset('>-–—‐‑―')
_MARK = re.compile(
    r"""(?:>{2,3} | [-‐‑](?=\s|$) | [-‐‑](?=["'“‘«¿¡(\[♪]|(?![a-zà-ÿ])[^\W\d_])
    | [–—―]{1,2}\s{0,3}(?![-–—―])(?=["'“‘«¿¡(\[♪]|(?![a-zà-ÿа-яё])[^\W_]))\s{0,9}""",
    re.VERBOSE,
)
_CHEVRON = r'\s{1,9}(?=>{2,3}(?:\s|[^\W\d_]))'
_ENDED = r'(?<=[.?!…"”\-–—])'
#: The spaces before a mark inside a line: of ``>>`` behind a sentence,
_CHEVRON_INSIDE = re.compile(f'{_ENDED}{_CHEVRON}')
#: and where marks start lines, of every one.
_MARK_INSIDE = re.compile(
    rf'(?<=[^\s>]){_CHEVRON}|{_ENDED}\s{{1,9}}(?=[-–—]\s{{1,3}}["“¿¡]?(?![a-zà-ÿа-яё])[^\W\d_])'
)
#: A remark alone on its line; sentences in parentheses are said.
_REMARK = re.compile(r'\([^().!?\n]{1,60}\)|（[^（）。！？\n]{1,60}）')
_SENTENCE_END = re.compile(r'(?:[.!?…。！？।؟♪\])>]|[-–—]{1,2})["”’»)\]」』]{0,3}$')


class Piece(NamedTuple):
    """A cue, or the lines of one that one speaker says, with what they say of the speaker."""

    #: Its text is that of these lines, without a mark.
    cue: Cue
    #: One object for all lines with this name.
    candidate: Candidate | None = None
    #: The words behind the name.
    rest: str = ''
    #: A mark of change stands before the words.
    is_change: bool = False
    #: The piece starts its cue.
    is_first: bool = True
    #: Nothing but an event.
    is_event: bool = False


def pieces_of(cues: Sequence[Cue], finder: Finder) -> list[Piece]:
    """Return the pieces of all cues."""
    if finder.is_told or all(cue.speaker for cue in cues):
        voices = finder.voices(cues)
        return [Piece(cue, voices.get(cue.speaker)) for cue in cues]
    finder.alone = _names_alone(cues)
    finder.is_loud = sum(cue.text.isupper() for cue in cues) > len(cues) / 2
    found = list(_all(cues, finder, _CHEVRON_INSIDE))
    if any(piece.is_change for piece in found) and any(_MARK_INSIDE.search(c.text) for c in cues):
        found = list(_all(cues, finder, _MARK_INSIDE))  # where marks start lines, they stand inside
    return found


def _all(cues: Iterable[Cue], finder: Finder, inside: re.Pattern[str]) -> Iterator[Piece]:
    for cue in cues:
        if cue.speaker:
            yield Piece(cue, finder.voice(cue))
        else:
            yield from _pieces(cue, finder, inside)


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or an event, ends where *text* does."""
    return _SENTENCE_END.search(text[-9:].rstrip()) is not None


def is_event(line: str) -> bool:
    """Whether a caption's *line* is nothing but an event: in captions people don't speak so."""
    first = line[:1]
    if first.isalnum():
        return False
    if first in '[(♪<（' and (is_direction(line) or _REMARK.fullmatch(line)):
        return not is_note(line)
    return '♪' in line and not any(map(str.isalnum, line))


def _pieces(cue: Cue, finder: Finder, inside: re.Pattern[str] = _CHEVRON_INSIDE) -> Iterator[Piece]:
    """Yield the pieces of a cue without voice.

    :param inside: the spaces in a line before which it is cut
    """
    current: Piece | None = None
    is_first = True
    lines = list(_lines(cue, inside))
    for number, (at, text) in enumerate(lines):
        is_change, line = False, text
        if (end := _mark_end(line, current)) > 0:
            is_change, line = True, line[end:]
        candidate, rest = finder.find(line, at, is_above=number + 1 < len(lines))
        is_only_event = not rest and number + 1 == len(lines) and is_event(line)
        is_only_event = is_only_event or (candidate is None and is_event(line))
        if not is_only_event and not finder.is_loud and _is_shouted_event(line):
            is_only_event, line = True, f'[{line}]'
        starts = is_change or candidate is not None or is_only_event
        if current is not None:
            if not starts and not current.is_event:
                current = _longer(current, line)
                continue
            yield current
        own = cue if line == cue.text else cue._replace(text=line, line=at)
        current = Piece(own, candidate, rest, is_change, is_first, is_only_event)
        is_first = False
    if current is not None:
        yield current


def _mark_end(line: str, before: Piece | None) -> int:
    """Return where a mark of change ends that *line* starts with.

    :param before: the piece above in the same cue; a dash may go on with its sentence
    """
    mark = _MARK.match(line) if line[0] in _MARKS else None
    if mark is None:
        return 0
    goes_on = before is not None and not before.is_change and not ends_sentence(before.cue.text)
    return 0 if goes_on and line[0] != '>' and line[mark.end() :][:1].islower() else mark.end()


def _lines(cue: Cue, inside: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines with words of a cue, and those that begin inside one, with their numbers."""
    text = cue.text
    for number, line in enumerate(text.split('\n') if '\n' in text else [text], cue.line):
        is_cut = '>>' in line or inside is not _CHEVRON_INSIDE
        for part in inside.split(line) if is_cut else [line]:
            if stripped := part.strip(_BLANK):
                yield number, stripped


def _is_shouted_event(line: str) -> bool:
    """Whether a line in capitals is an event without brackets: ``APPLAUSE``."""
    return (
        line.isupper() and line.isascii() and line.count(' ') < 5 and begins_with_event(f'[{line}]')
    )


def _longer(piece: Piece, line: str) -> Piece:
    cue = piece.cue._replace(text=f'{piece.cue.text}\n{line}')
    rest = f'{piece.rest}\n{line}' if piece.rest.strip() else line
    return piece._replace(cue=cue, rest=rest if piece.candidate else '')


def _names_alone(cues: Sequence[Cue]) -> frozenset[str]:
    """Return what stands alone above the words of most cues, as a name does, and comes back."""
    counts = Counter(
        first
        for cue in cues
        if not cue.speaker and '\n' in cue.text and _is_like_name(first := cue.text.split('\n')[0])
    )
    is_custom = counts.total() >= len(cues) / 2 and 1 < len(counts) <= counts.total() / 2
    return frozenset(name.strip(_BLANK) for name in counts) if is_custom else frozenset()


def _is_like_name(line: str) -> bool:
    line = line.strip(_BLANK)
    is_short = line[-1:].isalnum() and len(line) <= 40 and line.count(' ') < 4
    return is_short and ':' not in line and is_nameish(line)
