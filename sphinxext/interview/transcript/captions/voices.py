"""Whose words a cue holds: a voice, a name before the words, or that of the cue before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from ..model import Finding
from ..people.labels import key
from ..people.names import Directory
from ..people.speakers import assign
from .accounts import marks_of, without_accounts
from .cues import join_lines
from .evidence import custom_of
from .finder import Finder
from .lines import pieces_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from ..model import Speaker
    from ..people.candidates import Candidate
    from ..people.names import Voices
    from .cues import Captions, Cue
    from .evidence import Custom
    from .lines import Piece

#: So many names are looked for inside lines.
_MOST_NAMES = 200


#: A cue whose speaker is known as well as can be: who speaks, empty for an unknown speaker, and None
#: for words that nobody says, such as a narration; the cue, whose text has no line ends, no label, and
#: is never empty; whether a turn starts here even if the speaker is that of the cue before; and
#: whether it is nothing but an event.
Said: TypeAlias = 'tuple[Voices | None, Cue, bool, bool]'


def attribute(
    captions: Captions, cues: Sequence[Cue], people: tuple[Speaker, ...]
) -> tuple[list[Said], list[Finding]]:
    """Say of each cue who speaks.

    :param people: the declared speakers; without any, the file's own introduce themselves
    """
    known = people or captions.people
    directory = Directory(known)
    cues, unnamed = without_accounts(cues, lambda name: bool(directory.find(name)))
    marks = marks_of(cues)
    finder = Finder(captions.people, known)
    finder.is_told = captions.unnamed == 'narration'
    pieces = pieces_of(cues, finder)
    custom = custom_of(pieces, lambda name: bool(directory.find(name)), is_declared=bool(people))
    candidates = list(_accepted(pieces, custom, marks))
    voices, findings = assign(candidates, known)
    findings += [*unnamed, *custom.findings, *_alone(candidates[:1], voices, custom, known)]
    if keys := custom.names & voices.keys():
        pieces = _split_at_names(pieces, keys)
    nobody: Voices = people if len(people) == 1 and not voices else ()  # a talk
    return list(_said(pieces, voices, captions, custom, nobody, marks)), findings


def _accepted(
    pieces: Iterable[Piece], custom: Custom, marks: Container[str]
) -> Iterator[Candidate]:
    """Yield the candidates of all names, as if each were a voice: no more doubt is allowed."""
    sure: dict[int, Candidate] = {}
    for piece in pieces:
        candidate = piece.candidate
        if candidate is None or piece.cue.speaker in marks:
            continue
        if candidate.label.form == 'voice':
            yield candidate
        elif key(candidate.label.name) in custom.names:
            if id(candidate) not in sure:
                label = candidate.label._replace(form='voice')
                sure[id(candidate)] = candidate._replace(label=label)
            yield sure[id(candidate)]


def _alone(
    first: Sequence[Candidate],
    voices: dict[str, Voices],
    custom: Custom,
    known: Sequence[Speaker],
) -> Iterator[Finding]:
    """Report the only name of a file whose people nobody declared, if it stands before words."""
    if known or len(custom.names | voices.keys()) != 1 or not custom.names:
        return
    for candidate in first:
        text = (
            f'{candidate.label.name!r} is the only name before words: '
            'if it is no speaker, declare who speaks'
        )
        yield Finding('speaker_alone', 'warning', candidate.line, text)


def _split_at_names(pieces: list[Piece], keys: Container[str]) -> list[Piece]:
    """Cut the words where a sentence ends and a name follows: ``Yes. Ada: Why?``."""
    by_name = {
        piece.candidate.label.name: piece.candidate
        for piece in pieces
        if piece.candidate is not None
        and piece.candidate.label.form == 'caption'
        and key(piece.candidate.label.name) in keys
    }
    if not by_name or len(by_name) > _MOST_NAMES:
        return pieces
    names = '|'.join(sorted(map(re.escape, by_name), key=len, reverse=True))
    inside = re.compile(rf'(?<=[.?!…。！？"”\-–—)\]])\s{{1,3}}({names})(?:\s?:(?=\s)|\s?：)')
    found: list[Piece] = []
    for piece in pieces:
        text = piece.cue.text
        if piece.cue.speaker or (':' not in text and '：' not in text):
            found.append(piece)
        else:
            found += _parts(piece, inside, by_name)
    return found


def _parts(piece: Piece, inside: re.Pattern[str], by_name: dict[str, Candidate]) -> Iterator[Piece]:
    words = piece.rest if piece.candidate else piece.cue.text
    first, *others = inside.split(words)
    if not others:
        yield piece
        return
    own = piece.cue.text.removesuffix(words) + first
    yield piece._replace(cue=piece.cue._replace(text=own), rest=first if piece.candidate else '')
    for name, text in zip(others[::2], others[1::2], strict=True):
        cue = piece.cue._replace(text=f'{name}: {text}')
        yield piece._replace(cue=cue, candidate=by_name[name], rest=text, is_first=False)


def _said(
    pieces: Iterable[Piece],
    voices: dict[str, Voices],
    captions: Captions,
    custom: Custom,
    current: Voices,
    marks: Container[str],
) -> Iterator[Said]:
    holds = bool(current) or captions.unnamed == 'previous'
    holds = holds or (captions.unnamed == 'auto' and custom.holds)
    starts = False
    known: Piece | None = None  # the last one whose name was looked up: it often comes back
    for piece in pieces:
        if known is None or piece.candidate is not known.candidate:
            known, own = piece, _own(piece.candidate, voices, custom)
        if own is not None:
            current = own
        elif piece.is_change or _is_nobodys(piece, custom, holds=holds):
            current = ()
        starts = starts or (piece.is_change and own is None)
        cue = piece.cue
        text = join_lines(cue.text if own is None or cue.speaker else piece.rest)
        if not text:
            continue
        is_narrated = own is None and (
            captions.unnamed == 'narration' or piece.cue.speaker in marks
        )
        if text != cue.text:
            cue = cue._replace(text=text)
        yield None if is_narrated else current, cue, starts, piece.is_event
        starts = False


def _own(candidate: Candidate | None, voices: dict[str, Voices], custom: Custom) -> Voices | None:
    """Return who speaks, if a piece names somebody."""
    if candidate is None:
        return None
    name = key(candidate.label.name)
    is_name = candidate.label.form == 'voice' or name in custom.names
    return voices.get(name) if is_name else None


def _is_nobodys(piece: Piece, custom: Custom, *, holds: bool) -> bool:
    """Whether nobody knows who says the words of a piece without a name."""
    if piece.is_event:
        return False
    if piece.candidate is not None and key(piece.candidate.label.name) in custom.doubtful:
        return True
    return piece.is_first and not holds
