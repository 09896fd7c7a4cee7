"""Labels → speakers: declared, matched, or inferred."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .doubts import alike
from .labels import key
from .model import Finding, Speaker
from .questions import is_question
from .words import is_nameish, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .labels import Label
    from .model import Role, Turn

#: Who speaks under a label: one speaker, or several at once.
Voices = tuple[Speaker, ...]
_JOINT = re.compile(r'\s(?:&|and|und|et|y|и)\s|\s?[/,]\s?|\s&\s')
_DETAIL = re.compile(
    r'\s?[(\[](?P<in>[^()\[\]]*)[)\]]$|\s?\|\s?(?P<bar>.+)$|\s[-–—]\s(?P<dash>.+)$'
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label at its place in the transcript."""

    label: Label
    line: int
    #: Nothing follows but a web address: ``Slides: https://…``.
    is_link: bool = False


def declared_keys(people: Iterable[Speaker]) -> frozenset[str]:
    """Return the keys of every full name and listed label."""
    return frozenset(key(name) for person in people for name in (person.name, *person.labels))


def assign(
    candidates: Sequence[Candidate], people: Sequence[Speaker]
) -> tuple[dict[str, Voices], list[Finding]]:
    """Decide for each distinct label, by its key, who speaks; absent keys are text.

    With declared *people* no other speaker is made up; without, speakers are inferred.
    """
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        first.setdefault(key(candidate.label.name), candidate)
    if people:
        return _assign_declared(first, candidates, people)
    return _infer(first, candidates)


def _assign_declared(
    first: dict[str, Candidate], candidates: Sequence[Candidate], people: Sequence[Speaker]
) -> tuple[dict[str, Voices], list[Finding]]:
    voices: dict[str, Voices] = {}
    findings: list[Finding] = []
    for label_key, candidate in first.items():
        found = _voices(candidate.label.name, people)
        if len(found) == 1 or _is_joint(candidate.label.name, found):
            voices[label_key] = found
        elif found:
            names = ' or '.join(speaker.name for speaker in found)
            text = f'{candidate.label.name!r} may be {names}: give one of them this label'
            findings.append(Finding('alias_ambiguous', 'warning', candidate.line, text))
            voices[label_key] = (Speaker(candidate.label.name, 'participant'),)
        elif role := role_of(label_key):
            voices[label_key] = (_only(people, role) or Speaker(candidate.label.name, role),)
    return voices, [*findings, *_left_over(first, candidates, voices)]


def _only(people: Sequence[Speaker], role: Role) -> Speaker | None:
    """Return who a role word means: the only person of that role."""
    found = [person for person in people if person.role == role]
    return found[0] if len(found) == 1 and role != 'participant' else None


def _voices(name: str, people: Sequence[Speaker]) -> Voices:
    """Return whom of *people* a label names; several if it is joint or ambiguous."""
    if found := _matches(name, people):
        return found
    if (match := _DETAIL.search(name)) and (found := _matches(name[: match.start()], people)):
        return found
    parts = _JOINT.split(name)
    if len(parts) > 1:
        each = [_matches(part, people) for part in parts]
        if all(len(found) == 1 for found in each):
            return tuple(dict.fromkeys(found[0] for found in each))
    return ()


def _is_joint(name: str, found: Voices) -> bool:
    return len(found) > 1 and len(_JOINT.split(name)) == len(found)


def _matches(name: str, people: Sequence[Speaker]) -> Voices:
    wanted = key(name)
    exact = [p for p in people if wanted in map(key, (p.name, *p.labels))]
    return tuple(exact or [person for person in people if wanted in short_names(person.name)])


def short_names(name: str) -> set[str]:
    """Return the keys of a given name, family name and initials of a full name."""
    words = key(_DETAIL.sub('', name)).split()
    if len(words) < 2:
        return set(words)
    initials = ''.join(word[0] for word in words)
    return {words[0], words[-1], initials, '.'.join(initials) + '.', words[0][0] + words[-1][0]}


def _left_over(
    first: dict[str, Candidate], candidates: Sequence[Candidate], voices: dict[str, Voices]
) -> list[Finding]:
    """Report what looks like a speaker but stays text, once for each label."""
    counts = Counter(key(candidate.label.name) for candidate in candidates)
    findings = []
    for label_key, candidate in first.items():
        name, count = candidate.label.name, counts[label_key]
        if label_key in voices or candidate.is_link or not is_nameish(name):
            continue
        if similar := next((other for other in voices if alike(label_key, other)), None):
            text = f'{name!r} stays text, but is spelled like {first[similar].label.name!r}'
            findings.append(Finding('speaker_similar', 'warning', candidate.line, text))
        elif count > 1:
            text = f'{name!r} starts {count} lines like a speaker, but is not declared'
            findings.append(Finding('speaker_undeclared', 'warning', candidate.line, text))
        else:
            text = (
                f'{name!r} looks like a speaker, but stays text: '
                'declare the speaker, or write a backslash before the name'
            )
            findings.append(Finding('label_once', 'warning', candidate.line, text))
    return findings


def _infer(
    first: dict[str, Candidate], candidates: Sequence[Candidate]
) -> tuple[dict[str, Voices], list[Finding]]:
    counts = Counter(key(c.label.name) for c in candidates if not c.is_link)
    styled = sum(c.label.form in {'emphasis', 'bracket', 'timed'} for c in candidates)
    accepted = [
        label_key
        for label_key, candidate in first.items()
        if _is_speaker(candidate, counts[label_key], styled, len(candidates))
    ]
    if not accepted:  # a short exchange: everybody speaks once
        accepted = [
            label_key
            for label_key, candidate in first.items()
            if is_nameish(candidate.label.name) and not candidate.is_link
        ]
        accepted = accepted if len(accepted) > 1 else []
    people = _merge(_people([first[label_key].label.name for label_key in accepted]))
    voices: dict[str, Voices] = {}
    for label_key, candidate in first.items():
        found = _voices(candidate.label.name, people)
        if len(found) == 1 or _is_joint(candidate.label.name, found):
            voices[label_key] = found
    findings = [*_similar(first, counts, voices), *_left_over(first, candidates, voices)]
    return voices, findings


def _similar(
    first: dict[str, Candidate], counts: Counter[str], voices: dict[str, Voices]
) -> Iterator[Finding]:
    """Report who speaks rarely, and under a name that is spelled like a frequent one."""
    frequent = [label_key for label_key in voices if counts[label_key] > 2]
    for label_key, speakers in voices.items():
        if counts[label_key] > 2:
            continue
        for other in frequent:
            if speakers != voices[other] and alike(label_key, other):
                names = first[label_key].label.name, first[other].label.name
                text = f'{names[0]!r} is spelled like {names[1]!r}: is it the same speaker?'
                yield Finding('speaker_similar', 'warning', first[label_key].line, text)


def _is_speaker(candidate: Candidate, count: int, styled: int, total: int) -> bool:
    name = candidate.label.name
    if role_of(key(name)):
        return True
    if candidate.label.form in {'emphasis', 'bracket', 'timed', 'chevron'} and styled >= 3:
        return count >= 2 and key(name) not in {'note', 'notes'}
    if is_nameish(name):
        return count >= 2
    return count >= 3 and len(name.split()) <= 3 and count >= total / 100 and name[0].isalpha()


def _people(names: Iterable[str]) -> list[Speaker]:
    people = []
    for name in names:
        match = _DETAIL.search(name)
        what = next(filter(None, match.groups()), '') if match else ''
        bare = name[: match.start()].rstrip() if match else name
        if bare.isupper() and len(bare) > 3 and ' ' in bare:
            bare = bare.title()
        is_alias = what.isupper() and 1 < len(what) <= 4
        labels = (what,) if is_alias else ()
        people.append(Speaker(bare, role_of(key(name)), labels, '' if is_alias else what))
    return people


def _merge(people: list[Speaker]) -> list[Speaker]:
    """Leave out who is a short name of exactly one other: ``Ada`` beside ``Ada Byron``."""
    kept: list[Speaker] = []
    for person in people:
        own = key(person.name)
        fuller = [
            p
            for p in people
            if key(p.name) != own and own in short_names(p.name) | set(map(key, p.labels))
        ]
        if len(fuller) != 1 and person.name not in {p.name for p in kept}:
            kept.append(person)
    return kept


def infer_roles(turns: Sequence[Turn]) -> dict[str, Role]:
    """Return the role of each speaker by name, where no interviewer is known.

    Role words decide; else who asks most is the interviewer; on a tie, who speaks first.
    """
    speakers = list(dict.fromkeys(speaker for turn in turns for speaker in turn.speakers))
    roles: dict[str, Role] = {s.name: s.role for s in speakers if s.role}
    if 'interviewer' not in roles.values() and len(speakers) > 1:
        asked = Counter(
            speaker.name for turn in turns if is_question(turn.text) for speaker in turn.speakers
        )
        free = [s.name for s in speakers if s.role != 'interviewee'] or [s.name for s in speakers]
        roles[max(free, key=lambda name: asked[name])] = 'interviewer'
    return {s.name: roles.get(s.name, 'interviewee') for s in speakers}


def with_roles(speakers: Voices, roles: dict[str, Role]) -> Voices:
    """Return *speakers* with the roles that were inferred for them."""
    return tuple(replace(s, role=roles.get(s.name, s.role)) for s in speakers)


def options_to_paste(speakers: Iterable[Speaker]) -> str:
    """Return the directive's options that declare *speakers*."""
    lines = []
    for role in ('interviewer', 'interviewee', 'participant'):
        names = '; '.join(
            speaker.name + ''.join(f' [{", ".join(speaker.labels)}]' for _ in speaker.labels[:1])
            for speaker in speakers
            if speaker.role == role
        )
        if names:
            lines.append(f':{role}: {names}')
    return '\n'.join(lines)
