"""The people of a TEI document, and their names as people write them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ...model import Speaker
from ...people.words import role_of

if TYPE_CHECKING:
    from .tree import Element

#: The parts of a name, in the order in which most languages write them.
_PARTS: Final = ('forename', 'nameLink', 'surname', 'genName')
#: Here the family name comes first, and the parts stand as they are written.
_FAMILY_FIRST: Final = frozenset({'hu', 'ja', 'ko', 'vi', 'zh'})


def people_of(root: Element) -> dict[str, Speaker]:
    """Return whom a document introduces, by identifier; two of one name keep their identifiers."""
    people: dict[str, Speaker] = {}
    for person in root.inside('person', 'personGrp', 'castItem', 'role'):
        if identifier := person.get('id'):
            name = _name(person, root.get('lang')) or person.get('n') or identifier
            role = role_of(person.get('role').casefold())
            people.setdefault(identifier, Speaker(name, role, (identifier,)))
    for speech in root.inside('sp'):
        _introduce(speech, people)
    counts = Counter(person.name for person in people.values())
    return {
        key: person if counts[person.name] == 1 else person._replace(name=key)
        for key, person in people.items()
    }


def _introduce(speech: Element, people: dict[str, Speaker]) -> None:
    """Add the speaker of a speech in a play without a list of the cast."""
    identifier = speech.get('who').rpartition('#')[2]
    if identifier and not identifier.count(' ') and identifier not in people:
        name = printed_name(speech)
        people[identifier] = Speaker(name or identifier, None, (identifier,))


def printed_name(speech: Element) -> str:
    """Return what a play prints above the words of a speech."""
    return next((name.text().rstrip('.: ') for name in speech.children('speaker')), '')


def _name(person: Element, language: str) -> str:
    """Return a name with the given name first, whatever comes first in the file."""
    names = person.children('persName') or person.children('name') or person.children('role')
    if not names and person.tag == 'role':
        return person.text()
    if not names:
        return ''
    name = names[0]
    parts = [part for part in name.inside(*_PARTS) if part.text()]
    if (name.get('lang') or language)[:2] not in _FAMILY_FIRST:
        parts.sort(key=lambda part: _PARTS.index(part.tag))
    if parts:
        return ' '.join(part.text() for part in parts)
    family, comma, given = name.text().partition(', ')
    return f'{given} {family}' if comma and ',' not in given else name.text()
