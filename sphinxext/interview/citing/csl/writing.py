"""Records as CSL-JSON 1.0.2, which Zotero and pandoc read.

See https://github.com/citation-style-language/schema, ``csl-data.json``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .dates import csl_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..names import Name
    from ..record import Record


def csl_json(records: Iterable[Record]) -> str:
    """Write CSL-JSON."""
    return json.dumps(list(map(csl_item, records)), ensure_ascii=False, indent=1) + '\n'


def csl_item(record: Record) -> dict[str, Any]:
    """Return one record."""
    item = {
        'id': record.key,
        'type': record.type,
        'title': record.title,
        record.role or 'author': list(map(_csl_name, record.interviewees)),
        'interviewer': list(map(_csl_name, record.interviewers)),
        'contributor': list(map(_csl_name, record.others)),
        'editor': list(map(_csl_name, record.editors)),
        'translator': list(map(_csl_name, record.translators)),
        'issued': csl_date(record.issued),
        'event-date': csl_date(record.conducted),
        'container-title': record.container,
        'publisher': record.publisher,
        'publisher-place' if record.publisher else 'archive-place': record.place,
        'medium': record.medium,
        'archive': record.archive,
        'archive_collection': record.collection,
        'dimensions': record.duration,
        'abstract': record.summary,
        'number': record.number,
        'genre': record.genre,
        'edition': record.edition,
        'version': record.version,
        'volume': record.volume,
        'issue': record.issue,
        'page': record.pages,
        'accessed': csl_date(record.accessed),
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
