"""Records as RIS, which has no type for interviews: ``ELEC`` with ``M3  - Interview``.

Not ``PCOMM``, which Zotero reads as a letter. Only those who answer have a tag. By the fields that EndNote
has of a web page, ``A2`` is the editor of a series, ``T2`` the series, ``M3`` the type of medium, and
``DA`` when it was last changed; of a personal communication ``A2`` is the recipient, and there is no ``T2``.
Zotero takes the other tags for people as editors and translators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bibtex import asked
from .escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..dates import Date
    from ..record import Record


def ris(records: Iterable[Record]) -> str:
    """Write RIS."""
    return '\n'.join(map(_entry, records))


def _entry(record: Record) -> str:
    issued = record.issued
    fields = [
        ('TY', 'ELEC'),
        ('ID', record.key),
        *(('AU', name.inverted) for name in record.interviewees),
        ('TI', record.title),
        ('T2', record.container),
        ('PY', issued.year_text if issued else ''),
        ('DA', _date(issued) if issued else ''),
        ('PB', record.publisher),
        ('CY', record.place),
        ('DB', record.archive),
        ('AN', record.number),
        ('UR', record.url),
        ('DO', record.doi),
        ('LA', record.language),
        *(('KW', tag) for tag in record.tags),
        ('Y2', _date(record.accessed) if record.accessed else ''),
        ('AB', record.summary),
        ('M3', 'Interview'),
        ('N1', asked(record)),
        ('N1', record.medium),
        ('N1', record.collection),
    ]
    lines = (f'{tag}  - {one_line(value)}' for tag, value in fields if value)
    return '\r\n'.join([*lines, 'ER  - ', ''])


def _date(date: Date) -> str:
    """Return year, month and day, and what RIS has no place for in words: ``2024///Spring``."""
    if date.is_decade:
        return ''
    month = '' if date.is_season else date.month
    said = [
        date.month_name if date.is_season else '',
        'circa' if date.is_approximate else '',
        'uncertain' if date.is_uncertain else '',
        f'until {date.end.edtf}' if date.end else '',
        'and later' if date.after else 'and before' if date.before else '',
    ]
    day = '/'.join(f'{part:02}' if part else '' for part in (date.year, month, date.day))
    words = ', '.join(filter(None, said))
    return f'{day}/{words}' if words else day
