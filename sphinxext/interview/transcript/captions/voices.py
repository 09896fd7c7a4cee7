"""Whose words a cue holds: a voice, a name before the words, or that of the cue before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..people.labels import Label, find_label, key
from ..people.names import Directory
from ..people.speakers import Candidate, assign, declared_keys
from ..people.words import is_nameish
from .cues import Cue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Finding, Speaker
    from ..people.names import Voices
    from .cues import Captions

#: From this share of named cues on, one without a name belongs to somebody unknown.
_MOSTLY_NAMED = 0.9


class Said(NamedTuple):
    """A cue whose speaker is known as well as can be."""

    #: Empty for an unknown speaker; None for words that nobody says, such as a narration.
    voices: Voices | None
    #: Its text has no line ends, no label, and is never empty.
    cue: Cue
    #: Whether a turn starts here even if the speaker is that of the cue before.
    starts: bool


class _Unit(NamedTuple):
    """A cue, or a part of one, with what it says of its speaker."""

    cue: Cue
    #: One object for all cues with this name.
    candidate: Candidate | None = None
    #: The words behind the name that the cue starts with.
    rest: str = ''
    #: “>>” or “-” stands before the words.
    is_change: bool = False


def attribute(
    captions: Captions, cues: Sequence[Cue], people: tuple[Speaker, ...]
) -> tuple[list[Said], list[Finding]]:
    """Say of each cue who speaks.

    :param people: the declared speakers; without any, the file's own introduce themselves
    """
    known = people or captions.people
    finder = _Finder(captions.people, known)
    # Where a file says of each cue who speaks, what stands in others is nobody's
    is_told = captions.unnamed == 'narration'
    units = [
        unit
        for cue in cues
        for unit in ([_Unit(cue)] if is_told and not cue.speaker else _units(cue, finder))
    ]
    if _is_like_text(units):
        units = _as_text(units)
    candidates = [unit.candidate for unit in units if unit.candidate is not None]
    voices, findings = assign(candidates, known)
    if not people and not _are_labels(units, voices):
        named = {key(c.label.name) for c in candidates if c.label.form != 'caption'}
        voices = {name: voices[name] for name in voices.keys() & named}
    if len(people) == 1 and not voices:  # a talk
        return list(_said(units, voices, captions, people)), findings
    return list(_said(units, voices, captions)), findings


def _is_like_text(units: Sequence[_Unit]) -> bool:
    """Whether most cues start with what looks like a name, and so does the first."""
    labels = [
        unit.candidate is not None
        and not unit.cue.speaker
        and is_nameish(unit.candidate.label.name)
        for unit in units
    ]
    return bool(labels) and labels[0] and sum(labels) >= len(labels) / 2


def _as_text(units: Sequence[_Unit]) -> list[_Unit]:
    """Return *units* with labels as good as those of a text."""
    candidates = {id(unit.candidate): unit.candidate for unit in units if unit.candidate}
    for number, candidate in candidates.items():
        if candidate.label.form == 'caption':
            label = replace(candidate.label, form='plain')
            candidates[number] = replace(candidate, label=label)
    return [unit._replace(candidate=candidates.get(id(unit.candidate))) for unit in units]


class _Finder:
    """Finds who speaks in a cue: by its speaker, or by the name that its words start with."""

    def __init__(self, introduced: Iterable[Speaker], known: tuple[Speaker, ...]) -> None:
        self._directory = Directory(known)
        self._names = {key(label): person.name for person in introduced for label in person.labels}
        self._declared = declared_keys(known)
        self._voices: dict[str, Candidate] = {}
        self._labels: dict[str, Candidate] = {}
        #: Words before a colon that are a label and nothing else.
        self._simple: dict[str, Candidate] = {}

    def find(self, cue: Cue, first: str) -> tuple[Candidate | None, str]:
        """Return candidate, and the words of the line *first* behind the label."""
        if not cue.speaker:
            return self._prefix(first, cue.line)
        if cue.speaker not in self._voices:
            name = cue.speaker
            if not self._directory.find(name):
                name = self._names.get(key(name), name)
            self._voices[cue.speaker] = Candidate(Label(name, '', 'voice'), cue.line)
        return self._voices[cue.speaker], ''

    def _prefix(self, first: str, line: int) -> tuple[Candidate | None, str]:
        head, colon, rest = first.partition(':')
        if not colon and '：' not in first:
            return None, ''
        # Most labels come back, and to look for one in every line takes long
        if head in self._simple and rest[:1] == ' ' and rest[1:2].isalpha():
            return self._simple[head], rest
        label = find_label(first, self._declared)
        if label is None or label.form == 'timed':
            return None, ''
        if label.form != 'chevron':
            label = replace(label, form='caption')
        found = Candidate(label, line)
        found = self._labels.setdefault(label.name, found)
        if label.name == head:
            self._simple[head] = found
        return found, label.rest


def _units(cue: Cue, finder: _Finder) -> Iterator[_Unit]:
    """Split a cue where several speak: ``- Why?`` above ``- Because.``, or ``>>``."""
    text = cue.text
    lines = [line for line in text.split('\n') if line.strip()] if '\n' in text else [text]
    if not cue.speaker and len(lines) > 1 and all(line.startswith(('- ', '– ')) for line in lines):
        for line in lines:
            yield _Unit(cue._replace(text=line[2:]), is_change=True)
        return
    first = lines[0] if lines else ''
    candidate, rest = finder.find(cue, first)
    if first.startswith('>>'):
        cue = cue._replace(text=text.lstrip('> '))
    yield _Unit(cue, candidate, '\n'.join([rest, *lines[1:]]) if rest else '', first[:2] == '>>')


def _are_labels(units: Sequence[_Unit], voices: dict[str, Voices]) -> bool:
    """Whether words before a colon are names: in captions without speakers none is made up.

    Captions that name speakers do so from the start, or often; and mostly more than one speaks.
    """
    named = [
        index
        for index, unit in enumerate(units)
        if unit.candidate is not None
        and unit.candidate.label.form == 'caption'
        and key(unit.candidate.label.name) in voices
    ]
    distinct = {key(units[index].candidate.label.name) for index in named}  # type: ignore[union-attr]
    if not named or (len(distinct) == 1 and len(named) < len(units) / 2):
        return False
    return named[0] < 5 or len(named) >= len(units) / 10


def _said(
    units: Sequence[_Unit],
    voices: dict[str, Voices],
    captions: Captions,
    current: Voices = (),
) -> Iterator[Said]:
    found = [
        voices.get(key(unit.candidate.label.name)) if unit.candidate is not None else None
        for unit in units
    ]
    inherits = (
        bool(current)
        or captions.unnamed == 'previous'
        or (captions.unnamed == 'auto' and _share_named(found) < _MOSTLY_NAMED)
    )
    for unit, own in zip(units, found, strict=True):
        start, end, text, line, speaker = unit.cue
        if own is not None and not speaker:
            text = unit.rest
        text = ' '.join(text.split())
        if own is not None:
            current = own
        elif unit.is_change or not inherits:
            current = ()
        if not text:
            continue
        is_narrated = own is None and captions.unnamed == 'narration'
        cue = Cue(start, end, text, line, speaker)
        yield Said(None if is_narrated else current, cue, unit.is_change and own is None)


def _share_named(found: Sequence[Voices | None]) -> float:
    counts = Counter(voices is not None for voices in found)
    return counts[True] / len(found) if found else 0.0
