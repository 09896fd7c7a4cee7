"""APA style, 7th edition: an interview is a source of the type that it appeared in (§8.36)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ..distinction import Distinction
from .dates import is_about
from .pieces import capital, italic
from .writing import Writing

if TYPE_CHECKING:
    from ..record import Entry, Kind, Locator, Record
    from ..text import Part, Pieces


#: No day is said of these.
_BY_YEAR: frozenset[Kind] = frozenset(
    {'book', 'chapter', 'thesis', 'report', 'film', 'software', 'dataset'}
)


class Apa(Writing):
    """Author and year."""

    in_italics = _BY_YEAR - {'chapter'} | {'page'}

    # Given names aren't written out (§8.20)
    distinction = Distinction(has_full_names=False)
    conjunction = ' & '
    labels: ClassVar = {'section': 'Section {}'}

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        where = self.place(locator)
        if entry.record.is_private:
            return self.join([self._privately(entry.record), where])
        return self.join([self._names(entry), self._year(entry), where])

    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        names = [
            name.replace(self.conjunction, self.terms.conjunction) for name in self._names(entry)
        ]
        where = ''.join(self.join([self._year(entry), self.place(locator)]))
        return [*names, f' ({where})']

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        people = self._people(record)
        date, title = f'({self._date(entry)})', self._title(record)
        head: list[Part] = [people, date, title] if people else [title, date]
        return self.join(
            [self.sentences([*head, *self._source(record)]), *self._found(record)], ' '
        )

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        issued = record.issued.order if record.issued else ()
        people = self.people_key(record, by_initials=True)
        return people, bool(issued), issued, self.title_key(record)

    def _names(self, entry: Entry) -> Pieces:
        record = entry.record
        if names := self.cited_names(entry):
            return [names]
        return self.cited_title(record) if record.title else [f'[{self.untitled(record)}]']

    def _privately(self, record: Record) -> str:
        """Return what nobody can look up, and what therefore has no reference (§8.9)."""
        who = self.series([name.initialled for name in record.interviewees])
        date = self.dates.full(record.issued) if record.issued else self.terms.no_date
        return ', '.join(filter(None, [who, self.terms.private, date]))

    def _people(self, record: Record) -> str:
        """Return family names with initials; of more than 20 the first 19 and the last (§9.8)."""
        written = [
            name.whole or ', '.join(filter(None, [name.short, name.initials, name.suffix]))
            for name in record.people
        ]
        if len(written) > 20:
            return ', '.join(written[:19]) + f', … {written[-1]}'
        people = self.series(written, always_comma=True)
        label = capital(self.role_label(record))
        return f'{people} ({label})' if label else people

    def _year(self, entry: Entry) -> str:
        issued, suffix = entry.record.issued, entry.year_suffix
        if issued is None:
            return f'{self.terms.no_date}{"-" if suffix else ""}{suffix}'
        year = self.dates.year(issued, suffix)
        return self.terms.circa.format(year) if is_about(issued) else year

    def _date(self, entry: Entry) -> str:
        """Return the year, and the day of what has no volume."""
        record = entry.record
        has_day = record.issued and record.kind not in _BY_YEAR and not record.volume
        day = self.dates.day(record.issued) if record.issued and has_day else ''
        return ', '.join(filter(None, [self._year(entry), day]))

    def _title(self, record: Record) -> Pieces:
        """Return the title, in italics where it stands for itself, and what it is the title of."""
        title = self.title(record)
        stands = record.kind in self.in_italics or not record.container
        about = self._about_interview(record) if record.kind == 'interview' else self._about(record)
        return self.join([italic(title) if stands else title, *about], ' ')

    def _about_interview(self, record: Record) -> list[str]:
        who = self.series([name.initialled for name in record.interviewers])
        medium = capital(record.medium or record.genre)
        if not record.title:
            by = self.terms.interview_by.format(who) if who else self.terms.interview
            return [f'[{capital(by)}]']
        label = self.terms.interviewers[len(record.interviewers) > 1]
        asked = f'{who}, {label}' if who else ''
        brackets = '; '.join(filter(None, [asked, capital(self.number(record))]))
        what = medium or ('' if who else self.terms.interview)
        return [f'({brackets})' if brackets else '', f'[{what}]' if what else '']

    def _about(self, record: Record) -> list[str]:
        translators = self.series([name.initialled for name in record.translators])
        translated = f'({translators}, {capital(self.terms.translator)})' if translators else ''
        which, what = self._which(record), capital(self._what(record))
        return [translated, f'({which})' if which else '', f'[{what}]' if what else '']

    def _which(self, record: Record) -> str:
        """Return the number, the edition or the version."""
        if record.kind == 'report' and record.number:
            return capital(
                self.numbered(record._replace(genre=self.headline(record.genre, record.language)))
            )
        if record.kind in {'thesis', 'broadcast'}:
            published = 'Publication ' if record.kind == 'thesis' and record.number else ''
            published = published if self.terms.language == 'en' else ''
            return f'{published}{capital(self.number(record))}'
        if record.kind in {'software', 'dataset'}:
            return capital(self.version(record))
        return self._book(record) if record.kind == 'book' else ''

    def _what(self, record: Record) -> str:
        """Return what kind of a thing it is (§10.5 to §10.12)."""
        if record.kind == 'thesis':
            return ', '.join(filter(None, [record.genre, record.publisher]))
        made = {
            'film': self.terms.film,
            'software': self.terms.software,
            'dataset': self.terms.dataset,
        }.get(record.kind, '')
        is_said = record.number and record.kind in {'book', 'report'}
        return record.medium or ('' if is_said else record.genre) or made

    def _book(self, record: Record) -> str:
        number = capital(self.number(record))
        number = f'{record.genre} {number}'.strip() if number else ''
        return ', '.join(filter(None, [number, self.edition(record), capital(self.volume(record))]))

    def _source(self, record: Record) -> list[Part]:
        """Return where it appeared."""
        publisher = record.publisher
        if publisher in {name.literal for name in record.interviewees}:
            publisher = ''
        if record.kind == 'interview':
            return [self._periodical(record), publisher, self.archive(record)]
        if record.kind in {'article', 'paper'}:
            return [self._periodical(record)]
        if record.kind == 'chapter':
            return [self._within(record), publisher]
        if record.kind == 'thesis':
            return [record.archive]
        if record.kind == 'broadcast':
            container = italic(self.said(record.container))
            within = [capital(self.terms.chapter_in), ' ', *container] if container else []
            return [within, publisher]
        return [self.container(record) if record.kind == 'page' else '', publisher]

    def _periodical(self, record: Record) -> Pieces:
        issue = f'({record.issue})' if record.issue else ''
        volume = [*italic(record.volume), issue]
        return self.join([italic(self.container(record)), volume, self.pages(record)])

    def _within(self, record: Record) -> Pieces:
        """Return ``In A. Lund & B. Quist (Eds.), *Book* (2nd ed., pp. 33–48)``."""
        editors = self.series([name.initialled for name in record.editors])
        editors = f'{editors} ({capital(self.editors_label(record))})' if editors else ''
        pages = self.pages(record)
        pages = self.terms.pages['–' in pages].format(pages) if pages else ''
        brackets = ', '.join(filter(None, [self._book(record), pages]))
        book = self.join([italic(record.container), f'({brackets})' if brackets else ''], ' ')
        return self.join([capital(self.terms.chapter_in), self.join([editors, book])], ' ')

    def _found(self, record: Record) -> list[Part]:
        if record.issued or not (record.accessed and record.link):
            return [record.link]
        return [self.terms.retrieved.format(self.dates.full(record.accessed)), record.link]
