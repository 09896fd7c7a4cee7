"""Records as CSL-JSON 1.0.2, which Zotero and pandoc read and write.

See https://github.com/citation-style-language/schema, ``csl-data.json``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .csldates import csl_date, read_date
from .names import Name
from .record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def csl_json(records: Iterable[Record]) -> str:
    """Write CSL-JSON."""
    return json.dumps(list(map(_csl_item, records)), ensure_ascii=False, indent=1) + '\n'


def _csl_item(record: Record) -> dict[str, Any]:
    item = {
        'id': record.key,
        'type': 'interview',
        'title': record.title,
        'author': list(map(_csl_name, record.interviewees)),
        'interviewer': list(map(_csl_name, record.interviewers)),
        'contributor': list(map(_csl_name, record.others)),
        'issued': csl_date(record.issued),
        'event-date': csl_date(record.conducted),
        'container-title': record.container,
        'publisher': record.publisher,
        'publisher-place' if record.publisher else 'archive-place': record.place,
        'medium': record.medium,
        'archive': record.archive,
        'URL': record.url,
        'DOI': record.doi,
        'language': record.language,
        'keyword': ', '.join(record.tags),
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {'literal': name.literal}
    parts = {
        'family': name.family,
        'given': name.given,
        'non-dropping-particle': name.particle,
        'suffix': name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


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
