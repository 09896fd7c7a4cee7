"""Whom a line of a caption names: in front of its words, in brackets, or alone above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..people.candidates import Candidate, declared_keys
from ..people.labels import Label, find_label, key
from ..people.names import Directory
from ..people.words import is_nameish
from ..speech.directions import is_note, split_directions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Speaker
    from ..people.labels import Form
    from .cues import Cue

_BRACKETED = re.compile(
    r"""[\[(（【［]\s{0,3}(?P<name>[^\[\]()（）【】［］\n]{1,60}?)\s{0,3}[\])）】］]
    (?:\s?(?P<colon>[:：]) | (?=\s|$|[^\x00-\u2fff]))""",
    re.VERBOSE,
)
_OPENING = frozenset('[(♪（【［')
_EVENT_FIRST = re.compile(
    r'(?:(?:\[[^\[\]\n]{1,60}\]|\([^()\n]{1,60}\)|♪[^♪\n]{0,60}♪)\s{1,3}){1,3}(?=[^\s\[(♪])'
)
_AFTER_NAME = re.compile(r'[\s*_\])]{0,6}[:：][\s*_]{0,6}')


class Finder:
    """Finds who speaks in a line: by the voice of its cue, or by the name before its words."""

    def __init__(self, introduced: Iterable[Speaker], known: tuple[Speaker, ...]) -> None:
        self._directory = Directory(known)
        self._names = {key(label): person.name for person in introduced for label in person.labels}
        self._declared = declared_keys(known)
        self._voices: dict[str, Candidate] = {}
        self._labels: dict[tuple[str, str], Candidate] = {}
        #: Words before a colon that are a label and nothing else.
        self._simple: dict[str, Candidate] = {}
        #: Names that stand alone above the words.
        self.alone: frozenset[str] = frozenset()
        #: The file says of each cue who speaks; what stands in others is nobody's.
        self.is_told = False
        #: Most words are in capitals.
        self.is_loud = False

    def voices(self, cues: Sequence[Cue]) -> dict[str, Candidate]:
        """Return the candidates of all *cues* that have a speaker, by that."""
        first = {cue.speaker: cue for cue in reversed(cues)}
        return {name: self.voice(cue) for name, cue in first.items() if name}

    def voice(self, cue: Cue) -> Candidate:
        """Return the candidate of a cue that has a speaker."""
        if found := self._voices.get(cue.speaker):
            return found
        name = cue.speaker
        if not self._directory.find(name):
            name = self._names.get(key(name), name)
        return self._voices.setdefault(cue.speaker, Candidate(Label(name, '', 'voice'), cue.line))

    def find(self, line: str, number: int, *, is_above: bool) -> tuple[Candidate | None, str]:
        """Return the candidate of a line, if it starts with one, and the words behind it.

        :param is_above: lines of the same cue follow
        """
        if line[:1] not in _OPENING:
            return self._named(line, number, is_above=is_above)
        if (match := _BRACKETED.match(line)) and not _is_remark(match):
            return self._bracketed(match, number)
        if event := _EVENT_FIRST.match(line):
            candidate, rest = self._named(line[event.end() :], number, is_above=False)
            return candidate, f'{event[0]}{rest.lstrip()}' if candidate else ''
        return None, ''

    def _named(self, line: str, number: int, *, is_above: bool) -> tuple[Candidate | None, str]:
        head, colon, rest = line.partition(':')
        if colon or '：' in line:
            # Most labels come back, and to look for one in every line takes long
            if head in self._simple and rest[:1] == ' ' and rest[1:2].isalpha():
                return self._simple[head], rest
            label = find_label(line, self._declared)
            if label is not None and label.form != 'timed':
                found = self._candidate(label.name, 'caption', number, is_spaced=label.is_spaced)
                if label.name == head:
                    self._simple[head] = found
                return found, label.rest if label.time is None else _with_time(line, label.name)
        if is_above and line in self.alone:
            return self._candidate(line, 'caption', number), ''
        return None, ''

    def _bracketed(self, match: re.Match[str], number: int) -> tuple[Candidate | None, str]:
        name, rest = match['name'], match.string[match.end() :]
        if match['colon'] and find_label(f'{name}: ', self._declared):
            return self._candidate(name, 'caption', number), rest
        if key(name) in self._declared or (is_nameish(name) and name.count(' ') < 4):
            return self._candidate(name, 'bracket', number), rest
        return None, ''

    def _candidate(
        self, name: str, form: Form, number: int, *, is_spaced: bool = False
    ) -> Candidate:
        label = Label(name, '', form, is_spaced=is_spaced)
        return self._labels.setdefault((name, form), Candidate(label, number))


def _is_remark(match: re.Match[str]) -> bool:
    """Whether a bracket before words holds an event or an editor's note, not a name."""
    return begins_with_event(f'[{match["name"]}]') or is_note(match[0])


def _with_time(line: str, name: str) -> str:
    """Return the words of a labelled line, with the time that stands beside the name."""
    before, _, after = line.partition(name)
    end = match.end() if (match := _AFTER_NAME.match(after)) else 0
    return f'{before.strip(" *_")} {after[end:]}'.strip()


def begins_with_event(text: str) -> bool:
    """Whether *text* starts with an event in brackets."""
    return split_directions(text)[0][1]
