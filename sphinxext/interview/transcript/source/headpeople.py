"""The people whom a head names, and whether they are all who speak."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..model import Finding
from ..people.declared import parse_people
from ..people.labels import find_label, key
from ..people.names import Directory
from ..people.words import is_nameish, is_unknown, role_of
from .entries import NEAR
from .keys import ROLES, names_several, option_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Line, Role, Speaker
    from .fields import Field

_AND = re.compile(r',\s+(?:and\s+)?|\s+(?:and|und|et|y|e|&)\s+')
#: ``Ada Reader, piano tuner``: what a name is followed by.
_WHAT = re.compile(r'(?P<name>[^,;()\[\]]+), (?P<what>[a-z][^;()\[\]]*)')
_LINK = re.compile(r'\[([^\[\]]{1,80})\]\([^()\s]{1,300}\)')


def declared_in(
    fields: Sequence[Field], lines: Sequence[Line]
) -> tuple[tuple[Speaker, ...], list[Finding]]:
    """Return the people whom a head declares, in the order of their roles.

    Who is called ``interviewer`` and ``interviewee`` is meant so. A head that names one side only,
    or a ``host`` and a ``guest`` for another program, counts if no label is anybody else's.

    :param lines: below the head
    """
    people: dict[str, Speaker] = {}
    findings: list[Finding] = []
    meant = set()
    for role in ROLES:
        for field in fields:
            if option_of(field.key) != role:
                continue
            is_meant = field.key.strip().casefold() == role
            try:
                found = parse(field.value, role, several=names_several(field.key))
            except ValueError as error:
                text = f'{field.key} in the head: {error}'
                findings.append(Finding('metadata_invalid', 'warning', field.line, text))
                continue
            named = [person for person in found if is_meant or is_nameish(person.name)]
            meant |= {role} if named and is_meant else set()
            for person in named:
                people.setdefault(person.name, person)
    declared = tuple(people.values())
    is_sure = meant >= {'interviewer', 'interviewee'}
    return (declared if is_sure or not _has_others(declared, lines) else ()), findings


def parse(text: str, role: Role, *, several: bool = False) -> tuple[Speaker, ...]:
    """Read the value of a key of people.

    :param several: commas and “and” may be between names, too
    :raises ValueError: as `parse_people`
    """
    text = unlinked(text)
    parts = _AND.split(text) if several and ';' not in text else []
    if len(parts) > 1 and all(map(is_nameish, parts)):
        text = ';'.join(parts)
    elif match := _WHAT.fullmatch(text):
        text = f'{match["name"]} ({match["what"]})'
    return parse_people(text, role) if text.strip() else ()


def unlinked(text: str) -> str:
    """Return names without links and emphasis."""
    return _LINK.sub(r'\1', text).replace('**', '').replace('__', '')


def _has_others(people: Sequence[Speaker], lines: Sequence[Line]) -> bool:
    """Whether a label of *lines* is nobody's of *people*."""
    if not people:
        return False
    labels = Counter(label.name for _, text in lines[:NEAR] if (label := find_label(text)))
    often = 2 if max(labels.values(), default=0) > 1 else 1
    directory = Directory(people)
    return any(
        count >= often and _names_somebody(name) and not directory.find(name)
        for name, count in labels.items()
    )


def _names_somebody(name: str) -> bool:
    return is_nameish(name) and not is_unknown(key(name)) and role_of(key(name)) is None
