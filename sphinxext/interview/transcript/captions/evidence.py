"""Whether words before a colon or in brackets are speakers' names: the whole file decides.

Where nearly every cue has a name, every name is a speaker's. Elsewhere a name must come back, or
be linked to one that does; and captions that name their speakers do so from the start, or often.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model import Finding
from ..people.labels import key
from ..people.names import short_names
from ..people.words import STOP, is_nameish, is_unknown, role_of
from .holding import hold
from .lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..people.candidates import Candidate
    from .lines import Piece

#: The share of named cues from which on every name is a speaker's,
_NEARLY_ALL = 0.9
#: from which on a name that stands once is one,
_MOST = 0.5
#: and from which on captions name speakers at all, if none of the first cues is named.
_OFTEN = 0.1
_FIRST = 5
_ENDS = frozenset('.!?…。！？।؟')
_NUMBER = re.compile(r'\d+')


class Custom(NamedTuple):
    """How a file names its speakers."""

    #: The keys that are names.
    names: frozenset[str]
    #: Keys that look like names: nobody knows who says the words behind them.
    doubtful: frozenset[str]
    #: Whether a name holds until the next one; else for its cue.
    holds: bool
    findings: tuple[Finding, ...] = ()


def custom_of(
    pieces: Sequence[Piece], is_known: Callable[[str], bool], *, is_declared: bool
) -> Custom:
    """Say how a file names its speakers.

    :param is_known: whether a label names somebody who was declared
    :param is_declared: whether somebody was: then all others are strangers
    """
    spoken = [piece for piece in pieces if piece.is_first and not piece.is_event]
    names: set[str] = set()
    doubtful: dict[str, Candidate] = {}
    others: dict[str, Candidate] = {}
    findings: list[Finding] = []
    forms = {piece.candidate.label.form for piece in pieces if piece.candidate is not None}
    for form in sorted(forms - {'voice'}):
        labels = _Labels(pieces, spoken, form)
        known = {k for k, candidate in labels.first.items() if is_known(candidate.label.name)}
        found, once = labels.names(known)
        if is_declared and not labels.are_on_nearly_all:
            strangers = found - known - {k for k in found if role_of(k) or is_unknown(k)}
            found, once = found - strangers, set()
            doubtful |= labels.of(strangers)
        names |= found
        findings += map(_once, labels.of(once).values())
        others |= labels.of(labels.doubtful(found))
    if names or 'voice' in forms:
        doubtful = {k: c for k, c in (others | doubtful).items() if k not in names}
    findings += [_doubt(candidate) for candidate in doubtful.values()]
    holds = hold(pieces, spoken, names)
    return Custom(frozenset(names), frozenset(doubtful), holds, tuple(findings))


def _once(candidate: Candidate) -> Finding:
    text = (
        f'{candidate.label.name!r} is taken for a speaker, but speaks once: '
        'declare the speaker, or write these words on the line before'
    )
    return Finding('label_once', 'warning', candidate.line, text)


def _doubt(candidate: Candidate) -> Finding:
    text = (
        f'{candidate.label.name!r} looks like a speaker, but stays text, and nobody is named '
        'for the words that follow: declare the speaker'
    )
    return Finding('speaker_undeclared', 'warning', candidate.line, text)


class _Labels:
    """The labels of one form in a file.

    :param spoken: what begins each cue with words
    """

    def __init__(self, pieces: Sequence[Piece], spoken: Sequence[Piece], form: str) -> None:
        self.pieces = pieces
        self.spoken = spoken
        self.form = form
        self.first: dict[str, Candidate] = {}
        self.counts: Counter[str] = Counter()
        #: Keys that stand behind a mark of change, or behind the end of a sentence.
        self.marked: Counter[str] = Counter()
        self.after_sentence: set[str] = set()
        before = ''
        for piece in pieces:
            candidate = piece.candidate
            if candidate is not None and candidate.label.form == form:
                name = key(candidate.label.name)
                self.first.setdefault(name, candidate)
                self.counts[name] += not piece.is_event  # alone it may be one
                self.marked[name] += piece.is_change
                if not before or piece.is_change or ends_sentence(before):
                    self.after_sentence.add(name)
            before = piece.cue.text
        self.leading = [
            (place, key(piece.candidate.label.name))
            for place, piece in enumerate(spoken)
            if piece.candidate is not None and piece.candidate.label.form == form
        ]
        self.proper = {
            name
            for name, candidate in self.first.items()
            if self.counts[name] and _is_proper(candidate.label.name)
        }
        leading = [name for _, name in self.leading]
        proper = sum(name in self.proper for name in leading)
        self.are_on_nearly_all = (
            len(leading) >= len(spoken) * _NEARLY_ALL
            and len(leading) > 1 + (len(set(leading)) == 1)
            and (proper >= len(leading) / 2 or len(set(leading)) <= len(leading) / 3)
        )
        self.are_on_most = proper >= max(2, len(spoken) * _MOST)

    def of(self, names: set[str]) -> dict[str, Candidate]:
        """Return the first candidates of some keys in the order of the file."""
        return {name: first for name, first in self.first.items() if name in names}

    def names(self, known: set[str]) -> tuple[set[str], set[str]]:
        """Return the keys that are names, and those of them that were seen once among others.

        :param known: the keys of those that were declared
        """
        unknown = {name for name in self.first if is_unknown(name)}
        if self.are_on_nearly_all:
            leading = {name for _, name in self.leading if self._is_screen_name(name)}
            frequent = leading | known
        else:
            frequent = {name for name in self.first if self._is_frequent(name)}
            if not frequent and self.are_on_most:
                frequent = set(self.proper)
            if not self._are_a_custom(frequent):
                frequent = set()
            frequent |= known
        if not frequent:
            return set(), set()
        linked = self._linked(frequent)
        once = {name for name in self.proper - frequent - linked if self._is_name_once(name)}
        silent = set() if self.are_on_most else once
        return frequent | linked | once | unknown, silent

    def doubtful(self, names: set[str]) -> set[str]:
        """Return the keys of others that begin a sentence, and may be speakers'."""
        return {
            name
            for name in self.proper - names
            if self._starts_sentence(name) and self._may_be_name(name)
        }

    def _is_screen_name(self, name: str) -> bool:
        """Whether it can be a name where every other cue has one: ``stokes``, not ``the rule``."""
        if _is_stop(name):
            return False
        if name in self.proper or ' ' not in name:
            return True
        return self.counts[name] > 1 and self._starts_sentence(name)

    def _is_frequent(self, name: str) -> bool:
        count = self.counts[name]
        if name in self.proper:
            return count >= 2 and (self.are_on_most or self._starts_sentence(name))
        return (
            count >= 3
            and self.form == 'caption'
            and not _is_stop(name)
            and len(name.split()) <= 3
            and count >= self.counts.total() / 100
            and name[0].isalpha()
            and self._starts_sentence(name)
        )

    def _starts_sentence(self, name: str) -> bool:
        return name in self.after_sentence or not self._has_sentences

    @cached_property
    def _has_sentences(self) -> bool:
        ended = sum(piece.cue.text[-1:] in _ENDS for piece in self.spoken)
        return ended >= len(self.spoken) * _OFTEN

    def _are_a_custom(self, names: set[str]) -> bool:
        """Whether captions name speakers: from the start or often, and mostly more than one."""
        places = [place for place, name in self.leading if name in names]
        if not places:
            return any(self.marked[name] > 1 for name in names)
        if self.are_on_most:
            return True
        if len(names) == 1:
            return any(self.marked[name] > 1 for name in names)
        return places[0] < _FIRST or len(places) >= len(self.spoken) * _OFTEN

    def _linked(self, names: set[str]) -> set[str]:
        """Return longer and shorter forms of *names*, and those that differ in their number."""
        short = {short for name in names for short in short_names(self.first[name].label.name)}
        numbered = {_NUMBER.sub('0', name) for name in names if any(map(str.isdigit, name))}
        return {
            name
            for name in self.proper - names
            if name in short
            or not names.isdisjoint(short_names(self.first[name].label.name))
            or _NUMBER.sub('0', name) in numbered
        }

    def _is_name_once(self, name: str) -> bool:
        """Whether a label that stands once is a name."""
        if not self._starts_sentence(name) or not self._may_be_name(name):
            return False
        if any(map(str.isdigit, name)):  # “At 2: …”
            return False
        if self.are_on_most:
            return True
        written = self.first[name].label.name
        is_full = written[0].upper() != written[0].lower() and 1 < len(written.split()) <= 4
        return self.form == 'caption' and is_full

    def _may_be_name(self, name: str) -> bool:
        """Whether it is none of the words that the file has without a capital, too."""
        written = self.first[name].label.name
        if written[0].upper() == written[0].lower():
            return len(written) <= 4
        return not all(word.casefold() in self._words for word in written.split())

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(
            word for piece in self.pieces for word in piece.cue.text.split() if word.islower()
        )


def _is_proper(name: str) -> bool:
    return is_nameish(name) or role_of(key(name)) is not None


def _is_stop(name: str) -> bool:
    return name in STOP or name.split(maxsplit=1)[0] in STOP
