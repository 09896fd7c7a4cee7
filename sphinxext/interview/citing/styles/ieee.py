"""IEEE style: numbers in the text, references in the order of first citation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ..terms import months
from ..text import Italic
from .dates import is_about
from .pieces import capital, italic
from .writing import Writing

if TYPE_CHECKING:
    from ..record import Entry, Locator, Record
    from ..text import Part, Pieces

_MONTHS = tuple(name if name == 'May' else f'{name[:3]}.' for name in months('en'))


class Ieee(Writing):
    """Numbers in brackets. The interviewers aren't named."""

    opening, separator, closing = '', ', ', ''
    is_numbered = True
    labels: ClassVar = {'paragraph': 'Para. {}', 'section': 'Sec. {}'}
    in_italics = Writing.in_italics - {'report'}

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        return [f'[{", ".join(filter(None, [str(entry.number), self.place(locator)]))}]']

    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        names = self.cited_names(entry)
        who = [names] if names else self.cited_title(entry.record)
        return [*who, ' ', *self.cite(entry, locator)]

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        stands = record.kind in self.in_italics or record.type == 'standard'
        title = italic(self.title(record)) if stands else self._quoted(record)
        said = self.join([self._people(record), title, *self._source(record)])
        said = self.join([said, *self._imprint(record)], '. ')
        return [f'[{entry.number}] ', *self._found(record, said)]

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        return ()

    def _quoted(self, record: Record) -> str:
        return self.quoted(self.title(record))

    def _people(self, record: Record) -> Pieces:
        """Return initials first; of more than six only the first."""
        written = [name.initialled for name in record.people]
        if len(written) > 6:
            others = self.terms.others
            return [f'{written[0]}{" " * others.startswith(" ")}', Italic(others.strip())]
        people = self.series(written)
        return [f'{people}, {capital(self.editors_label(record))}' if record.is_edited else people]

    def _source(self, record: Record) -> list[Part]:
        """Return where it appeared, and when."""
        date, container = self._date(record), italic(self.said(record.container))
        if record.kind in {'chapter', 'paper'}:
            return self._within(record)
        if record.kind in {'book', 'thesis', 'report', 'film', 'software', 'dataset'}:
            return self._which(record)
        if record.kind == 'page':
            return [record.container, date]
        issue = self.terms.number.format(record.issue) if record.issue else ''
        where: list[Part] = [container, self.volume(record), issue, self._pages(record)]
        if record.kind in {'interview', 'broadcast'}:
            where += [record.publisher, record.place if record.publisher else '']
        return [*where, date]

    def _which(self, record: Record) -> list[Part]:
        """Return what tells something that stands for itself from others of its title."""
        date = self._date(record)
        number = ' '.join(filter(None, [record.genre, record.number]))
        ways: dict[str, list[Part]] = {
            'book': [self.edition(record), self.volume(record), number],
            'thesis': [record.genre, record.publisher, record.place, date],
            'report': [record.publisher, record.place, number, date],
        }
        return ways.get(record.kind, [self.version(record)])

    def _within(self, record: Record) -> list[Part]:
        """Return ``in *Book*, 2nd ed., A. Lund, Ed., Oslo: Press, 2020, pp. 1–9``."""
        editors = self.series([name.initialled for name in record.editors])
        edited = f'{editors}, {capital(self.editors_label(record))}' if editors else ''
        within = self.join([self.terms.chapter_in, italic(self.said(record.container))], ' ')
        press, date = self._press(record), self._date(record)
        return [within, self.edition(record), edited, press, date, self._pages(record)]

    def _pages(self, record: Record) -> str:
        pages = self.pages(record)
        return self.terms.pages['–' in pages].format(pages) if pages else ''

    def _imprint(self, record: Record) -> list[Part]:
        """Return where and when it appeared, of what stands for itself."""
        date = self._date(record)
        if record.kind == 'software':
            return [f'({date})' if date else '', record.genre, record.publisher]
        if record.kind == 'dataset':
            return [self.join([record.publisher, date])]
        if record.kind in {'book', 'film'}:
            return [self.join([self._press(record), date])]
        return []

    def _press(self, record: Record) -> str:
        return ': '.join(filter(None, [record.place, record.publisher]))

    def _found(self, record: Record, said: Pieces) -> Pieces:
        """Add the address; after a DOI stands a full stop, after a URL none."""
        if record.doi:
            separator = ', ' if record.kind == 'article' else '. '
            return self.end(self.join([said, f'doi: {record.doi}'], separator))
        if not record.url:
            return self.end(said)
        accessed = self.dates.digits(record.accessed, _MONTHS) if record.accessed else ''
        accessed = capital(self.terms.accessed.format(accessed)) if accessed else ''
        if self.terms.language == 'en':
            accessed = accessed.replace(' ', ': ', 1)
        medium = capital(record.medium) or self.terms.online
        available = f'{self.terms.available}: '
        return [*self.join([said, accessed, f'[{medium}]', available], '. '), record.url]

    def _date(self, record: Record) -> str:
        issued = record.issued
        if issued is None:
            return ''
        is_year = record.kind in {'book', 'chapter', 'paper', 'thesis', 'film'}
        when = issued._replace(day=0) if record.kind == 'report' else issued
        date = self.dates.year(issued) if is_year else self.dates.digits(when, _MONTHS)
        return self.terms.circa.format(date) if is_about(issued) else date
