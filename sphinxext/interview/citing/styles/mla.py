"""MLA style, 9th edition: speaker in the text, and works cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates import MONTHS
from ..text import Italic, end, headline, join, quoted
from .lists import interview_by, inverted, series, short

if TYPE_CHECKING:
    from ..dates import Date
    from ..names import Name
    from ..record import Entry, Locator, Record
    from ..text import Pieces

_LABELS = {'paragraph': 'par. ', 'section': 'sec. '}
#: Months of more than four letters are shortened (MLA Handbook, appendix 1).
_MONTHS = [
    name if len(name) < 5 else f'{name[:4] if name == "September" else name[:3]}.'
    for name in MONTHS
]


class Mla:
    """Speaker, and the title where one speaker has several interviews."""

    opening, separator, closing = '(', '; ', ')'
    is_numbered = False

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        record = entry.record
        who = short(record.interviewees, is_shared=entry.is_name_shared)
        where = _LABELS.get(locator.label, '') + locator.value if locator else ''
        if not entry.has_siblings or not record.title:
            return join([who, where], ', ' if locator else ' ')
        title = quoted(headline(record.title), ',' if where else '')
        return join([join([who, title], ', '), where], ' ')

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        place = f' [{record.place}]' if record.publisher and record.place else ''
        container = [Italic(record.container), place] if record.container else []
        archive = [record.archive, '' if record.publisher else record.place]
        found = [container, _date(record.issued), *(archive if record.archive else []), record.link]
        parts: list[str | Pieces] = [
            '———' if entry.repeats else _people(record.interviewees),
            quoted(headline(record.title), '.'),
            interview_by(record.interviewers, at_most=2),
            join(found, ', '),
            record.medium,
        ]
        return join([_end(join([part], '')) for part in parts], ' ')

    def sort_key(self, record: Record) -> tuple[str, ...]:
        return _people(record.interviewees).casefold(), record.title.casefold()


def _end(pieces: Pieces) -> Pieces:
    return pieces if pieces and pieces[-1].endswith('”') else end(pieces)


def _people(names: tuple[Name, ...]) -> str:
    """Return the first name inverted; from three on with ``et al.``."""
    first = [inverted(name, demotes_particle=False) for name in names[:1]]
    if len(names) > 2:
        return f'{first[0]}, et al.'
    return series([*first, *(name.full for name in names[1:])], always_comma=True)


def _date(date: Date | None) -> str:
    if date is None:
        return ''
    month = _MONTHS[date.month - 1] if 0 < date.month < 13 else date.month_name
    parts = [date.day and str(date.day), month, str(date.year)]
    return ' '.join(part for part in parts if part)
