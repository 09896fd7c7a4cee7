"""Labels → speakers: declared, matched, or inferred."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import Finding, Speaker
from ..speech.doubts import alike
from ..speech.questions import asks, is_question
from .labels import key
from .names import Directory, is_joint, proper, short_names, split_detail, split_joint
from .words import STOP, is_nameish, is_unknown, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Role, Turn
    from .labels import Label
    from .names import Voices


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label at its place in the transcript."""

    label: Label
    line: int
    #: Nothing follows but a web address: ``Slides: https://…``.
    is_link: bool = False
    #: Whether somebody asks something in the turn.
    asks: bool = False
    #: How many headings stand above.
    section: int = 0


#: Forms that hardly anything but a name has, if they come back.
_STYLED = frozenset({'emphasis', 'bracket', 'timed', 'chevron', 'set off', 'nick', 'question'})
#: From this share of paragraphs with a label on, each label is a speaker's.
_EVERYWHERE = 0.75
#: Role words that mean the same.
_SAME = {'question': 'q', 'q': 'q', 'answer': 'a', 'a': 'a'}
#: With fewer labels than these, nobody can be expected to speak twice.
_SHORT = 6
#: Who speaks so often makes somebody who speaks once remarkable.
_OFTEN = 4


def declared_keys(people: Iterable[Speaker]) -> frozenset[str]:
    """Return the keys of every full name and listed label."""
    return frozenset(key(name) for person in people for name in (person.name, *person.labels))


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
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        first.setdefault(key(candidate.label.name), candidate)
    if people:
        return _assign_declared(first, candidates, people)
    return _infer(first, candidates, paragraphs, is_asked=is_asked)


def _assign_declared(
    first: dict[str, Candidate], candidates: Sequence[Candidate], people: Sequence[Speaker]
) -> tuple[dict[str, Voices], list[Finding]]:
    voices: dict[str, Voices] = {}
    findings: list[Finding] = []
    directory = Directory(people)
    counts = Counter(key(candidate.label.name) for candidate in candidates)
    for label_key, candidate in first.items():
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
    return voices, [*findings, *_left_over(first, candidates, voices)]


def _stands_out(candidate: Candidate, count: int) -> bool:
    """Whether a label that nobody declared must be a speaker's all the same."""
    return candidate.label.form in _STYLED and count > 1 and is_nameish(candidate.label.name)


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


def _left_over(
    first: dict[str, Candidate], candidates: Sequence[Candidate], voices: dict[str, Voices]
) -> list[Finding]:
    """Report what looks like a speaker but stays text, once for each label."""
    counts = Counter(key(candidate.label.name) for candidate in candidates)
    findings = []
    for label_key, candidate in first.items():
        name, count = candidate.label.name, counts[label_key]
        is_time_in_words = candidate.label.form == 'timed' and candidate.label.rest
        if label_key in voices or candidate.is_link or is_time_in_words or not is_nameish(name):
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
    first: dict[str, Candidate],
    candidates: Sequence[Candidate],
    paragraphs: int,
    *,
    is_asked: bool,
) -> tuple[dict[str, Voices], list[Finding]]:
    counts = _count(first, candidates)
    accepted = _accepted(first, candidates, counts, paragraphs)
    if not (is_asked or _is_conversation(accepted, candidates, paragraphs)):
        accepted = []
    directory = Directory(_merge(_people([first[name].label.name for name in accepted])))
    voices: dict[str, Voices] = {}
    for label_key, candidate in first.items():
        found = directory.find(candidate.label.name)
        if len(found) == 1 or is_joint(candidate.label.name, found) or is_unknown(label_key):
            voices[label_key] = found
    findings = [*_similar(first, counts, voices), *_left_over(first, candidates, voices)]
    findings += _once(first, counts, voices)
    return voices, findings


def _accepted(
    first: dict[str, Candidate],
    candidates: Sequence[Candidate],
    counts: Counter[str],
    paragraphs: int,
) -> list[str]:
    """Return the keys of the labels that are speakers, by how often and in which form they stand."""
    styled = sum(c.label.form in _STYLED for c in candidates)
    is_everywhere = len(candidates) >= max(4, _EVERYWHERE * paragraphs)
    is_styled = styled >= _EVERYWHERE * paragraphs
    accepted = [
        label_key
        for label_key, candidate in first.items()
        if not is_unknown(label_key)
        and (
            _is_speaker(candidate, counts[label_key], styled, len(candidates))
            or (is_everywhere and _may_speak_once(candidate))
            or (is_everywhere and is_styled and candidate.label.form in _STYLED)
        )
        and not _names_several(candidate.label.name, first)
    ]
    if len(accepted) < 2 and len(candidates) < _SHORT:  # everybody speaks once
        alone = [label_key for label_key, c in first.items() if _may_speak_once(c)]
        accepted = alone if len(alone) > 1 else accepted
    return accepted


def _names_several(name: str, first: dict[str, Candidate]) -> bool:
    """Whether a label names several others at once: ``Will / Patrick``."""
    parts = [key(part) for part in split_joint(name)]
    return len(parts) > 1 and all(part in first for part in parts)


def _has_own_time(candidate: Candidate) -> bool:
    """Whether a name with a time stands on a line of its own: ``Ada Reader (00:12):``."""
    label = candidate.label
    return label.time is not None and not label.rest.strip() and is_nameish(label.name)


def _may_speak_once(candidate: Candidate) -> bool:
    label = candidate.label
    is_doubtful = candidate.is_link or label.form == 'caption' or label.is_spaced
    return is_nameish(label.name) and not is_doubtful


def _is_conversation(
    accepted: Sequence[str], candidates: Sequence[Candidate], paragraphs: int
) -> bool:
    """Whether labels are people's, not words such as ``Food:`` that start paragraphs of an article.

    People ask each other, or their names stand out or have times; or all paragraphs have labels.
    """
    ours = [c for c in candidates if key(c.label.name) in accepted]
    if _are_fields(ours):
        return False
    if any(c.asks or c.label.time is not None or c.label.form != 'plain' for c in ours):
        return True
    if any(role_of(name) for name in accepted):
        return True
    return len(candidates) >= _EVERYWHERE * paragraphs and len(accepted) > 1


def _are_fields(ours: Sequence[Candidate]) -> bool:
    """Whether labels are names of fields, such as ``**Migration:**``: once below each heading."""
    if not ours or any(c.label.time is not None or role_of(key(c.label.name)) for c in ours):
        return False
    places = Counter((key(c.label.name), c.section) for c in ours)
    asking = Counter(key(c.label.name) for c in ours if c.asks)
    counts = Counter(key(c.label.name) for c in ours)
    sections = len({c.section for c in ours})
    is_regular = sections > 1 and max(places.values()) == 1
    return is_regular and not any(2 * asking[name] >= counts[name] for name in counts)


def _once(
    first: dict[str, Candidate], counts: Counter[str], voices: dict[str, Voices]
) -> Iterator[Finding]:
    """Report who speaks once among people who speak often."""
    if max((counts[label_key] for label_key in voices), default=0) < _OFTEN:
        return
    for label_key, speakers in voices.items():
        name = first[label_key].label.name
        if counts[label_key] == 1 and len(speakers) == 1 and not role_of(label_key):
            text = f'{name!r} speaks only here: if nobody speaks, write a backslash before the name'
            yield Finding('speaker_once', 'warning', first[label_key].line, text)


def _count(first: dict[str, Candidate], candidates: Sequence[Candidate]) -> Counter[str]:
    """Count how often each label occurs, a full name together with its short forms."""
    spaced = sum(c.label.is_spaced for c in candidates)
    # “Bread : …” is a speaker in a French transcript only
    is_french = spaced > len(candidates) / 2
    alone = Counter(
        key(c.label.name)
        for c in candidates
        if not c.is_link and (is_french or not c.label.is_spaced)
    )
    counts = alone.copy()
    for label_key, candidate in first.items():
        for short in (short_names(candidate.label.name) | _alias(candidate)) - {label_key}:
            if short in alone:
                counts[label_key] += alone[short]
                counts[short] += alone[label_key]
    return counts


def _alias(candidate: Candidate) -> set[str]:
    """Return what a label says that the speaker is called from now on: ``Ada Reader (FSM)``."""
    _, what = split_detail(candidate.label.name)
    return {key(what)} if what.isupper() and len(what) <= 4 else set()


def _similar(
    first: dict[str, Candidate], counts: Counter[str], voices: dict[str, Voices]
) -> Iterator[Finding]:
    """Report who speaks rarely, under a name spelled like a frequent one, or like a full one."""
    frequent = [label_key for label_key in voices if counts[label_key] > 2]
    same_given: dict[str, list[str]] = {}
    for label_key, speakers in voices.items():
        given = same_given.setdefault(label_key.partition(' ')[0], [])
        others = frequent if counts[label_key] <= 2 else []
        for other in dict.fromkeys([*others, *given]):
            if speakers != voices[other] and alike(label_key, other):
                names = first[label_key].label.name, first[other].label.name
                text = f'{names[0]!r} is spelled like {names[1]!r}: is it the same speaker?'
                yield Finding('speaker_similar', 'warning', first[label_key].line, text)
        if ' ' in label_key and counts[label_key] <= 2:
            given.append(label_key)


def _is_speaker(candidate: Candidate, count: int, styled: int, total: int) -> bool:
    name = candidate.label.name
    if candidate.label.form in {'voice', 'nick'} or _has_own_time(candidate):
        return True
    if role_of(key(name)):
        return count >= 2 or candidate.label.form != 'caption'
    if candidate.label.form in _STYLED and styled >= 3:
        return count >= 2 and key(name) not in STOP
    if is_nameish(name):
        return count >= 2
    return count >= 3 and len(name.split()) <= 3 and count >= total / 100 and name[0].isalpha()


def _people(names: Iterable[str]) -> list[Speaker]:
    people: dict[str, Speaker] = {}
    for name in names:
        bare, what = split_detail(name)
        bare = proper(bare)
        is_alias = what.isupper() and 1 < len(what) <= 4
        labels = (what,) if is_alias else ()
        person = Speaker(bare, role_of(key(name)), labels, '' if is_alias else what)
        people.setdefault(key(bare), person)
    return list(people.values())


def _merge(people: list[Speaker]) -> list[Speaker]:
    """Leave out who is a short name of exactly one other: ``Ada`` beside ``Ada Byron``."""
    people = _without_synonyms(people)
    directory = Directory(people)
    known: set[str] = set()
    kept: dict[str, Speaker] = {}
    for person in people:
        others = directory.others(person)
        # “Podcast Ada” isn't Ada, if Ada spoke before
        is_short = len(others) == 1 and (
            others[0].name in known or key(others[0].name).startswith(key(person.name))
        )
        if not is_short:
            kept[person.name] = person
        known.add(person.name)
    return list(kept.values())


def _without_synonyms(people: list[Speaker]) -> list[Speaker]:
    """Make one person of ``Question`` and ``Q``."""
    kept: dict[str, Speaker] = {}
    for person in people:
        name = _SAME.get(key(person.name), person.name)
        first = kept.setdefault(name, person)
        if first is not person:
            kept[name] = replace(first, labels=(*first.labels, person.name))
    return list(kept.values())


def infer_roles(turns: Sequence[Turn]) -> dict[str, Role]:
    """Return the role of each speaker by name, where no interviewer is known.

    Role words decide; else who asks most is the interviewer; on a tie, who speaks first.
    """
    speakers = list(dict.fromkeys(speaker for turn in turns for speaker in turn.speakers))
    roles: dict[str, Role] = {s.name: s.role for s in speakers if s.role}
    roles |= {s.name: turn.role for turn in turns if turn.role for s in turn.speakers}
    is_asked = any(turn.role == 'interviewer' for turn in turns)
    if 'interviewer' not in roles.values() and len(speakers) > 1 and not is_asked:
        asked = Counter(
            speaker.name for turn in turns if asks(turn.text) for speaker in turn.speakers
        ) or Counter(
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
