"""IEEE style: numbers in the text, references in the order of first citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates import MONTHS
from ..text import Italic, join, quoted
from .lists import series

if TYPE_CHECKING:
    from ..dates import Date
    from ..names import Name
    from ..record import Entry, Locator, Record
    from ..text import Pieces

_LABELS = {'paragraph': 'Para. ', 'section': 'Sec. '}
_MONTHS = [name if name == 'May' else f'{name[:3]}.' for name in MONTHS]


class Ieee:
    """Numbers in brackets. The interviewers aren't named."""

    opening, separator, closing = '', ', ', ''
    is_numbered = True

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        where = _LABELS.get(locator.label, '') + locator.value if locator else ''
        return [f'[{entry.number}{", " if where else ""}{where}]']

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        title = quoted(record.title, ',')
        rest: list[str | Pieces] = [
            [Italic(record.container)],
            record.publisher,
            record.place if record.publisher else '',
            _date(record.issued),
        ]
        said = join([_people(record.interviewees), title], ', ')
        start = join([said, join(rest, ', ')], ' ' if title else ', ')
        return [f'[{entry.number}] ', *start, *_found(record)]

    def sort_key(self, record: Record) -> tuple[str, ...]:
        return ()


def _found(record: Record) -> Pieces:
    if record.doi:
        return [f'. doi: {record.doi}.']
    if not record.url:
        return ['.']
    return [f'. [{record.medium or "Online"}]. Available: ', record.url]


def _people(names: tuple[Name, ...]) -> str:
    """Return initials first; of more than six only the first."""
    written = [name.initialled for name in names]
    return f'{written[0]} et al.' if len(written) > 6 else series(written)


def _date(date: Date | None) -> str:
    if date is None:
        return ''
    month = _MONTHS[date.month - 1] if 0 < date.month < 13 else date.month_name
    return ' '.join(filter(None, [month, f'{date.day:02},' if date.day else '', str(date.year)]))
