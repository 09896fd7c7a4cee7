"""The Chicago Manual of Style, 18th edition (§14.108–111): author-date, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text import Italic, end, headline, join, quoted
from .lists import interview_by, inverted, series, short

if TYPE_CHECKING:
    from ..dates import Date
    from ..names import Name
    from ..record import Entry, Locator, Record
    from ..text import Pieces

_LABELS = {'timestamp': 'at ', 'paragraph': 'para. ', 'section': 'sec. '}


class AuthorDate:
    """Author and year in the text, a list of references at the end."""

    opening, separator, closing = '(', '; ', ')'
    is_numbered = False

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        record = entry.record
        who = short(record.interviewees, is_shared=entry.is_name_shared)
        comma = '' if record.issued else ','
        return join([f'{who}{comma} {_year(entry)}', _where(locator)], ', ')

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        return _sentences(record, _day(record.issued), [_year(entry)])

    def sort_key(self, record: Record) -> tuple[str, ...]:
        year = f'{record.issued.year:04}' if record.issued else '9'
        return _people(record.interviewees).casefold(), year, record.title.casefold()


class Notes:
    """The whole source in each note, and a bibliography."""

    opening, separator, closing = '', '; ', '.'
    is_numbered = False

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        record = entry.record
        who = [name.full for name in record.interviewees]
        by = interview_by(record.interviewers, at_most=2)
        title = quoted(headline(record.title), ',')
        said = join([f'{who[0]} et al.' if len(who) > 2 else series(who), title], ', ')
        rest = [
            by[:1].lower() + by[1:],
            _published(record, _full_date(record.issued)),
            record.medium,
            _archive(record),
            _where(locator),
            record.link,
        ]
        return join([said, join(rest, ', ')], ' ' if title else ', ')

    def reference(self, entry: Entry) -> Pieces:
        return _sentences(entry.record, _full_date(entry.record.issued), [])

    def sort_key(self, record: Record) -> tuple[str, ...]:
        return _people(record.interviewees).casefold(), record.title.casefold()


def _sentences(record: Record, date: str, year: list[str]) -> Pieces:
    """Return a reference: people, year, title, interviewers, where it appeared, address."""
    parts: list[str | Pieces] = [
        _people(record.interviewees),
        *year,
        quoted(headline(record.title), '.'),
        interview_by(record.interviewers),
        _published(record, date),
        record.medium,
        _archive(record),
        record.link,
    ]
    return join([_end(join([part], '')) for part in parts], ' ')


def _end(pieces: Pieces) -> Pieces:
    """End a sentence; a quoted title has its mark inside."""
    return pieces if pieces and pieces[-1].endswith('”') else end(pieces)


def _published(record: Record, date: str) -> Pieces:
    place = f' ({record.place})' if record.publisher and record.place else ''
    container = [Italic(record.container), place] if record.container else []
    return join([container, record.publisher, date], ', ')


def _archive(record: Record) -> str:
    if not record.archive:
        return ''
    return ', '.join(filter(None, [record.archive, '' if record.publisher else record.place]))


def _people(names: tuple[Name, ...]) -> str:
    """Return the first name inverted; of more than six the first three and ``et al.`` (§13.23)."""
    written = [inverted(name, demotes_particle=True) for name in names[:1]]
    written += [name.full for name in names[1:]]
    if len(written) > 6:
        return f'{", ".join(written[:3])}, et al.'
    return series(written, always_comma=True)


def _where(locator: Locator | None) -> str:
    return _LABELS.get(locator.label, '') + locator.value if locator else ''


def _year(entry: Entry) -> str:
    issued = entry.record.issued
    return f'{issued.year}{entry.year_suffix}' if issued else 'n.d.'


def _day(date: Date | None) -> str:
    if date is None or not date.month:
        return ''
    return date.month_name + (f' {date.day}' if date.day else '')


def _full_date(date: Date | None) -> str:
    if date is None:
        return 'n.d.'
    if not date.day:
        return f'{date.month_name} {date.year}'.strip()
    return f'{date.month_name} {date.day}, {date.year}'
