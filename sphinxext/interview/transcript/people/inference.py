"""Who speaks where nobody is declared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..model import Finding, Speaker
from .candidates import STYLED, has_own_time
from .initials import ambiguous, initials
from .labels import key
from .names import Directory, is_joint, proper, short_names, split_detail, split_joint
from .reports import left_over, once, similar
from .words import STOP, is_nameish, is_unknown, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .candidates import Candidate
    from .names import Voices


#: From this share of paragraphs with a label on, each label is a speaker's.
_EVERYWHERE = 0.75
#: Role words that mean the same.
_SAME = {'question': 'q', 'q': 'q', 'answer': 'a', 'a': 'a'}
#: With fewer labels than these, nobody can be expected to speak twice.
_SHORT = 6


def infer(
    first: dict[str, Candidate],
    occurrences: Counter[str],
    candidates: Sequence[Candidate],
    paragraphs: int,
    *,
    is_asked: bool,
) -> tuple[dict[str, Voices], list[Finding]]:
    letters = initials(first, occurrences)
    short = {label_key: names[0] for label_key, names in letters.items() if len(names) == 1}
    counts = _count(first, occurrences, candidates)
    for label_key, name in short.items():
        counts[name] += counts[label_key]
    accepted = _accepted(first, candidates, counts, paragraphs)
    known = frozenset(accepted)
    accepted = [name for name in accepted if short.get(name) not in known]
    if not (is_asked or _is_conversation(accepted, candidates, paragraphs)):
        accepted = []
    directory = Directory(_merge(_people([first[name].label.name for name in accepted])))
    voices: dict[str, Voices] = {}
    for label_key, candidate in first.items():
        found = directory.find(candidate.label.name)
        if len(found) == 1 or is_joint(candidate.label.name, found) or is_unknown(label_key):
            voices[label_key] = found
    voices |= {label_key: voices[name] for label_key, name in short.items() if name in voices}
    findings = [*similar(first, counts, voices), *left_over(first, occurrences, voices)]
    findings += once(first, counts, voices)
    findings += [ambiguous(k, names, first) for k, names in letters.items() if len(names) > 1]
    return voices, findings


def _accepted(
    first: dict[str, Candidate],
    candidates: Sequence[Candidate],
    counts: Counter[str],
    paragraphs: int,
) -> list[str]:
    """Return the keys of the labels that are speakers, by how often and in which form they stand."""
    styled = sum(c.label.form in STYLED for c in candidates)
    is_everywhere = len(candidates) >= max(4, _EVERYWHERE * paragraphs)
    is_styled = styled >= _EVERYWHERE * paragraphs
    accepted = [
        label_key
        for label_key, candidate in first.items()
        if not is_unknown(label_key)
        and (
            _is_speaker(candidate, counts[label_key], styled, len(candidates))
            or (is_everywhere and _may_speak_once(candidate))
            or (is_everywhere and is_styled and candidate.label.form in STYLED)
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
    known = frozenset(accepted)
    ours = [c for c in candidates if key(c.label.name) in known]
    if _are_fields(ours):
        return False
    if any(c.asks or c.label.time is not None or c.label.form != 'plain' for c in ours):
        return True
    if any(role_of(name) for name in accepted):
        return True
    return len(candidates) >= _EVERYWHERE * paragraphs and len(accepted) > 1


def _are_fields(ours: Sequence[Candidate]) -> bool:
    """Whether labels are names of fields, such as ``**Migration:**``: once below each heading."""
    if len({c.section for c in ours}) < 2 or any(
        c.label.time is not None or role_of(key(c.label.name)) for c in ours
    ):
        return False
    places = Counter((key(c.label.name), c.section) for c in ours)
    asking = Counter(key(c.label.name) for c in ours if c.asks)
    counts = Counter(key(c.label.name) for c in ours)
    is_regular = max(places.values()) == 1
    return is_regular and not any(2 * asking[name] >= counts[name] for name in counts)


def _count(
    first: dict[str, Candidate], occurrences: Counter[str], candidates: Sequence[Candidate]
) -> Counter[str]:
    """Count how often each label occurs, a full name together with its short forms."""
    odd = [c for c in candidates if c.is_link or c.label.is_spaced]
    # “Bread : …” is a speaker in a French transcript only
    is_french = sum(c.label.is_spaced for c in odd) > len(candidates) / 2
    alone = occurrences - Counter(key(c.label.name) for c in odd if c.is_link or not is_french)
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


def _is_speaker(candidate: Candidate, count: int, styled: int, total: int) -> bool:
    name = candidate.label.name
    if candidate.label.form in {'voice', 'nick'} or has_own_time(candidate):
        return True
    if role_of(key(name)):
        return count >= 2 or candidate.label.form != 'caption'
    if candidate.label.form in STYLED and styled >= 3:
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
            kept[name] = first._replace(labels=(*first.labels, person.name))
    return list(kept.values())
