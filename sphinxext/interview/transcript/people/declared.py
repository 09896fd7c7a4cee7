"""Who speaks, as an author declares it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Speaker

if TYPE_CHECKING:
    from ..model import Role

_PERSON = re.compile(
    r'(?P<name>[^\[\]()]+)(?:\[(?P<labels>[^\[\]]*)\]\s*)?(?:\((?P<what>.*)\)\s*)?'
)


def parse_people(text: str, role: Role) -> tuple[Speaker, ...]:
    """Read ``Full Name [label, label] (what they are); Other Name``.

    :raises ValueError: a name is missing or repeated, or a bracket has no partner
    """
    people: list[Speaker] = []
    for part in _split(text):
        match = _PERSON.fullmatch(part.strip())
        name = ' '.join(match['name'].split()) if match else ''
        if match is None or not name:
            raise ValueError(f'{part.strip()!r} is not of the form Name [label, label] (what)')
        if any(name == person.name for person in people):
            raise ValueError(f'{name!r} stands here twice')
        labels = tuple(label.strip() for label in (match['labels'] or '').split(','))
        what = (match['what'] or '').strip()
        people.append(Speaker(name, role, tuple(filter(None, labels)), what))
    return tuple(people)


def _split(text: str) -> list[str]:
    """Split at the semicolons outside brackets; an empty last part doesn't count."""
    parts: list[str] = []
    start = depth = 0
    for place, character in enumerate(text):
        depth += (character in '[(') - (character in '])')
        if character == ';' and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]] if text[start:].strip() or not parts else parts
