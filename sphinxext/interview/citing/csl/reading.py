"""CSL-JSON that others wrote: whatever they cite, as records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..names import Name
from ..record import Record
from .dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse_csl_json(text: str) -> list[Record]:
    """Read CSL-JSON: a list of items, of any type.

    :raises ValueError: if it isn't that, or a date of it can't be read
    """
    items = json.loads(text)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError('not a list of objects')
    return [_record(item) for item in items if 'id' in item]


def _record(item: dict[str, Any]) -> Record:
    def value(*names: str) -> str:
        return next((str(item[name]) for name in names if item.get(name)), '')

    return Record(
        key=value('id').lower(),
        title=value('title'),
        interviewees=tuple(_names(item, 'author')),
        interviewers=tuple(_names(item, 'interviewer')),
        others=tuple(_names(item, 'contributor')),
        issued=read_date(item, 'issued'),
        conducted=read_date(item, 'event-date'),
        container=value('container-title'),
        publisher=value('publisher'),
        place=value('publisher-place', 'archive-place'),
        medium=value('medium'),
        archive=value('archive'),
        url=value('URL'),
        doi=value('DOI'),
        language=value('language'),
        tags=tuple(filter(None, value('keyword').split(', '))),
    )


def _names(item: dict[str, Any], role: str) -> Iterator[Name]:
    for name in item.get(role, ()):
        particle = ' '.join(
            str(name[part])
            for part in ('dropping-particle', 'non-dropping-particle')
            if part in name
        )
        yield Name(
            str(name.get('family', '')),
            str(name.get('given', '')),
            particle,
            str(name.get('suffix', '')),
            str(name.get('literal', '')),
        )
