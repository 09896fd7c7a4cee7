"""APA style, 7th edition: an interview is a source of the type that it appeared in (§8.36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text import Italic, end, join
from .lists import series, short

if TYPE_CHECKING:
    from ..names import Name
    from ..record import Entry, Locator, Record
    from ..text import Pieces

_LABELS = {'paragraph': 'para. ', 'section': 'Section '}


class Apa:
    """Author and year."""

    opening, separator, closing = '(', '; ', ')'
    is_numbered = False

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        record = entry.record
        where = _LABELS.get(locator.label, '') + locator.value if locator else ''
        return join([short(record.interviewees, '&'), _year(entry), where], ', ')

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        people = end([_people(record.interviewees)])
        parts: list[str | Pieces] = [
            [*people, f' ({_date(entry)})'],
            _title(record),
            [Italic(record.container)],
            record.publisher,
            ', '.join(filter(None, [record.archive, '' if record.publisher else record.place])),
        ]
        return join([*(end(join([part], '')) for part in parts), record.link], ' ')

    def sort_key(self, record: Record) -> tuple[str, ...]:
        people = _people(record.interviewees)
        return (
            people.casefold(),
            record.issued.iso if record.issued else '9',
            record.title.casefold(),
        )


def _people(names: tuple[Name, ...]) -> str:
    """Return family names with initials; of more than 20 the first 19 and the last (§9.8)."""
    written = [_person(name) for name in names]
    if len(written) > 20:
        return ', '.join(written[:19]) + f', … {written[-1]}'
    return series(written, '&', always_comma=True)


def _person(name: Name) -> str:
    return name.whole or ', '.join(filter(None, [name.short, name.initials, name.suffix]))


def _year(entry: Entry) -> str:
    issued = entry.record.issued
    if issued is None:
        return f'n.d.{"-" if entry.year_suffix else ""}{entry.year_suffix}'
    return f'{issued.year}{entry.year_suffix}'


def _date(entry: Entry) -> str:
    issued = entry.record.issued
    if issued is None or not issued.month:
        return _year(entry)
    return f'{_year(entry)}, {issued.month_name}' + (f' {issued.day}' if issued.day else '')


def _title(record: Record) -> Pieces:
    """Return the title with the interviewers; in italics where it stands for itself."""
    who = series([name.initialled for name in record.interviewers], '&')
    if not record.title:
        return [f'[Interview by {who}]' if who else '[Interview]']
    title: Pieces = [record.title if record.container else Italic(record.title)]
    label = 'Interviewer' if len(record.interviewers) == 1 else 'Interviewers'
    medium = f'[{record.medium}]' if record.medium else '' if who else '[Interview]'
    return join([title, f'({who}, {label})' if who else '', medium], ' ')
