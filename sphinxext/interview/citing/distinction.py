"""What tells sources apart that a style would cite alike.

The rules are those of CSL 1.0.2, “Disambiguation”: given names, then more names, then letters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .names import Name
    from .record import Record

_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
Given = Literal['', 'initials', 'full']


class Distinction(NamedTuple):
    """How a style distinguishes."""

    #: Whether given names stand wherever two people share a family name, or where two citations
    #: would be the same.
    is_global: bool = True
    #: Whether given names are written out where initials aren't enough.
    has_full_names: bool = True
    #: Whether more people are named than the first before *et al.*
    adds_names: bool = True


class Told(NamedTuple):
    """What one citation needs; see `Entry`."""

    given: Given
    named: int
    year_suffix: str
    has_siblings: bool


def distinguish(ordered: Sequence[Record], how: Distinction) -> dict[str, Told]:
    """Return what each record's citation needs, by key.

    :param ordered: as in the list of references, which is the order of the letters
    """
    given = _given_names(ordered, how)
    named = {record.key: least_named(record) for record in ordered}
    if how.adds_names:
        named |= _more_names(ordered, given)
    people = {r.key: _people(r, given[r.key], named[r.key]) for r in ordered}
    siblings = Counter(people.values())
    letters = _letters_of(ordered, people)
    return {
        key: Told(given[key], named[key], letters.get(key, ''), siblings[people[key]] > 1)
        for key in named
    }


def least_named(record: Record) -> int:
    """Return how many people stand in a citation: from three on, the first."""
    count = len(record.people)
    return 1 if count > 2 else count


def _people(record: Record, given: Given, named: int) -> tuple[object, ...]:
    """Return what a citation says of the people; two that say the same are equal."""
    names = record.people
    if not names:
        return ('', record.title)
    first = {'': '', 'initials': names[0].initials, 'full': names[0].given}[given]
    return first, _named(names, named)


def _named(names: tuple[Name, ...], count: int) -> tuple[object, ...]:
    """Return *count* names, and whether there are more."""
    return *(name.short for name in names[:count]), len(names) > count


def _given_names(records: Sequence[Record], how: Distinction) -> dict[str, Given]:
    groups: dict[object, list[Record]] = defaultdict(list)
    for record in records:
        if record.people:
            first = record.people[0].short
            cited = first if how.is_global else _people(record, '', least_named(record))
            groups[cited].append(record)
    found: dict[str, Given] = {record.key: '' for record in records}
    for group in groups.values():
        first_ones = {record.people[0] for record in group}
        for record in group:
            found[record.key] = _given_of(record, first_ones, how)
    return found


def _given_of(record: Record, people: Iterable[Name], how: Distinction) -> Given:
    own = record.people[0]
    others = [name for name in people if name.given != own.given]
    if own.literal or not others:
        return ''
    alike = [name for name in others if name.initials == own.initials]
    if alike and how.has_full_names:
        return 'full'
    return 'initials' if len(alike) < len(others) else ''


def _more_names(records: Sequence[Record], given: dict[str, Given]) -> dict[str, int]:
    """Return how many people tell each record from those of other people."""
    groups: dict[object, list[Record]] = defaultdict(list)
    for record in records:
        if len(record.people) > 2:
            people = _people(record, given[record.key], 1)
            groups[people, record.issued and record.issued.year].append(record)
    found: dict[str, int] = {}
    for group in groups.values():
        needed = _needed({record.people for record in group})
        found |= {record.key: needed[record.people] for record in group}
    return found


def _needed(several: set[tuple[Name, ...]]) -> dict[tuple[Name, ...], int]:
    """Return how many names tell each of several groups of people from the others."""
    if len(several) == 1:
        return dict.fromkeys(several, 1)
    needed = {people: len(people) for people in several}
    left = set(several)
    for count in range(2, max(map(len, several))):
        said = Counter(_named(people, count) for people in several)
        told = {people for people in left if said[_named(people, count)] == 1}
        needed |= {people: min(count, len(people)) for people in told}
        left -= told
    return needed


def _letters_of(ordered: Sequence[Record], people: dict[str, tuple[object, ...]]) -> dict[str, str]:
    groups: dict[object, list[str]] = defaultdict(list)
    for record in ordered:
        groups[people[record.key], record.issued and record.issued.year].append(record.key)
    return {
        key: _letter(index)
        for group in groups.values()
        if len(group) > 1
        for index, key in enumerate(group)
    }


def _letter(index: int) -> str:
    """Return ``a`` to ``z``, then ``aa``, ``ab``, …."""
    higher, letter = divmod(index, len(_LETTERS))
    return (_letter(higher - 1) if higher else '') + _LETTERS[letter]
