"""Labels → speakers: declared, matched, or inferred."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..model import Finding, Speaker
from .candidates import STYLED
from .inference import infer
from .initials import initials
from .labels import key
from .names import Directory, is_joint
from .reports import left_over
from .words import is_nameish, is_unknown, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Role
    from .candidates import Candidate
    from .names import Voices


def assign(
    candidates: Sequence[Candidate],
    people: Sequence[Speaker],
    paragraphs: int = 0,
    *,
    is_asked: bool = False,
) -> tuple[dict[str, Voices], list[Finding]]:
    """Decide for each distinct label, by its key, who speaks; absent keys are text.

    With declared *people* no other speaker is made up, but from names that stand out; without,
    speakers are inferred.

    :param paragraphs: how many paragraphs there are from the first candidate on
    :param is_asked: questions stand out, so who has a label answers
    """
    # Of captions, one candidate stands for all cues with a name
    times = Counter(map(id, candidates))
    first: dict[str, Candidate] = {}
    counts: Counter[str] = Counter()
    for candidate in {id(candidate): candidate for candidate in candidates}.values():
        label_key = key(candidate.label.name)
        first.setdefault(label_key, candidate)
        counts[label_key] += times[id(candidate)]
    if people:
        return _assign_declared(first, counts, people)
    return infer(first, counts, candidates, paragraphs, is_asked=is_asked)


def _assign_declared(
    first: dict[str, Candidate], counts: Counter[str], people: Sequence[Speaker]
) -> tuple[dict[str, Voices], list[Finding]]:
    voices: dict[str, Voices] = {}
    findings: list[Finding] = []
    directory = Directory(people)
    known = {name for name, c in first.items() if directory.find(c.label.name)}
    letters = initials(first, counts, known)
    for label_key, candidate in first.items():
        if len(owners := letters.get(label_key, [])) == 1 and owners[0] in voices:
            voices[label_key] = voices[owners[0]]
            continue
        found = directory.find(candidate.label.name)
        if len(found) == 1 or is_joint(candidate.label.name, found) or is_unknown(label_key):
            voices[label_key] = found
        elif found:
            names = ' or '.join(speaker.name for speaker in found)
            text = f'{candidate.label.name!r} may be {names}: give one of them this label'
            findings.append(Finding('alias_ambiguous', 'warning', candidate.line, text))
            voices[label_key] = (Speaker(candidate.label.name, 'participant'),)
        elif candidate.label.form == 'voice' or _stands_out(candidate, counts[label_key]):
            voices[label_key], reported = _undeclared(candidate, people)
            findings += reported
        elif role := role_of(label_key):
            voices[label_key] = (_only(people, role) or Speaker(candidate.label.name, role),)
    return voices, [*findings, *left_over(first, counts, voices)]


def _stands_out(candidate: Candidate, count: int) -> bool:
    """Whether a label that nobody declared must be a speaker's all the same."""
    return candidate.label.form in STYLED and count > 1 and is_nameish(candidate.label.name)


def _undeclared(
    candidate: Candidate, people: Sequence[Speaker]
) -> tuple[Voices, Iterable[Finding]]:
    """Return who speaks where the file says so itself, but nobody declared it."""
    name = candidate.label.name
    role = role_of(key(name))
    if role and (only := _only(people, role)):
        return (only,), ()
    text = (
        f'{name!r} speaks, but is not declared: declare the speaker, '
        f'or give somebody this label, as in “Full Name [{name}]”'
    )
    finding = Finding('speaker_undeclared', 'warning', candidate.line, text)
    return (Speaker(name, role or 'participant'),), [finding]


def _only(people: Sequence[Speaker], role: Role) -> Speaker | None:
    """Return who a role word means: the only person of that role."""
    found = [person for person in people if person.role == role]
    return found[0] if len(found) == 1 and role != 'participant' else None
