"""The Chicago Manual of Style, 18th edition (§14.108–111): author-date, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .dates import is_about
from .pieces import capital, inverted, italic
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..record import Entry, Locator, Record
    from ..text import Part, Pieces


#: No day is said of these, and notes have them in brackets.
_BY_YEAR = {'book', 'chapter', 'thesis', 'report', 'film'}


class _Chicago(Writing):
    """What both systems share."""

    labels: ClassVar = {'timestamp': 'at {}'}

    def sentences_of(self, record: Record, date: str, year: Iterable[str] = ()) -> Pieces:
        """Return a reference: people, year, title, details, where it appeared, address."""
        people, title = self._people(record), self._title(record)
        details = [capital(detail) for detail in self._details(record)]
        head: list[Part] = [people, *year, title] if people else [title, *year]
        if not people and not record.title:
            head = [*details, *year]
            details = []
        tail = [
            capital(record.medium),
            self.archive(record),
            capital(self.accessed(record)),
            record.link,
        ]
        return self.sentences([*head, *details, *self._imprint(record, date), *tail])

    def _people(self, record: Record) -> str:
        """Return the first name inverted; of more than six the first three (§13.23)."""
        written = [inverted(name, demotes_particle=True) for name in record.people[:1]]
        written += [name.full for name in record.people[1:]]
        if len(written) > 6:
            return self.with_others(written[:3])
        people = self.series(written, always_comma=True)
        label = self.role_label(record)
        return f'{people}, {label}' if label else people

    def archive(self, record: Record) -> str:
        number = f' ({record.number})' if record.kind == 'thesis' and record.number else ''
        return f'{super().archive(record)}{number}'.strip()

    def role_label(self, record: Record) -> str:
        label = super().role_label(record)
        if self.terms.language != 'en' or record.is_edited:
            return label
        return label.replace('Director', 'dir.').replace('.s', 's.').lower()

    def _title(self, record: Record, *, is_short: bool = False) -> Pieces:
        """Return the title: of a book in italics, else in quotation marks."""
        words = record.title.partition(':')[0] if is_short else record.title
        title = self.headline(words, record.language)
        return italic(title) if record.kind in self.in_italics else [self.quoted(title)]

    def _details(self, record: Record, *, is_note: bool = False) -> list[str]:
        """Return what is said of a source besides its title, without capitals."""
        if record.kind == 'interview':
            return [self._asked(record, at_most=2 if is_note else 99), self.number(record)]
        translated = self.translated_by(record, is_short=is_note)
        if record.kind in {'report', 'broadcast'}:
            if record.kind == 'report' and not is_note:
                genre = self.headline(record.genre, record.language)
                record = record._replace(genre=genre)
            return [translated, self.numbered(record)]
        if record.kind in {'software', 'dataset'}:
            return [record.genre, self.version(record)]
        if record.kind != 'book':
            return [translated]
        number = ' '.join(filter(None, [record.genre, self.number(record)]))
        return [translated, self.edition(record), self.volume(record), number]

    def _asked(self, record: Record, *, at_most: int) -> str:
        """Return who asked, and when, if it was published at another time."""
        when = record.conducted if record.conducted != record.issued else None
        by = self.interview_by(record, at_most=at_most)
        return ', '.join(filter(None, [by, self.dates.full(when) if when else '']))

    def _imprint(self, record: Record, date: str) -> list[Part]:
        """Return where and when it appeared."""
        if record.kind == 'interview':
            return [self._published(record, date)]
        if record.kind in {'article', 'paper'}:
            return [self._periodical(record, date)]
        if record.kind == 'page':
            return [self.join([self.container(record), date]), record.publisher]
        if record.kind == 'broadcast':
            return [italic(self.container(record)), self.join([record.publisher, date])]
        if record.kind == 'thesis':
            return [self.join([capital(record.genre), record.publisher, date])]
        within = [self._within(record)] if record.kind == 'chapter' else []
        return [*within, self.join([record.publisher, date])]

    def _published(self, record: Record, date: str) -> Pieces:
        if record.volume:
            return self._periodical(record, date)
        place = f' ({record.place})' if record.publisher and record.place else ''
        container = [*italic(self.container(record)), place] if record.container else []
        return self.join([container, record.publisher, date])

    def _periodical(self, record: Record, date: str) -> Pieces:
        """Return ``*Journal* 12, no. 3 (2020): 101–20``, or ``*Weekly*, March 2, 2020``."""
        container = italic(self.container(record))
        if not record.volume:
            pages = self.pages(record, is_short=True) if record.kind == 'paper' else ''
            return self.join([container, date, pages])
        volume = self._numbered(record, self.join([container, record.volume], ' '), date)
        return self.join([volume, self.pages(record, is_short=True)], ': ')

    def _numbered(self, record: Record, volume: Pieces, date: str) -> Pieces:
        issue = self.terms.number.format(record.issue) if record.issue else ''
        return self.join([self.join([volume, issue]), f'({date})' if date else ''], ' ')

    def _within(self, record: Record, *, is_note: bool = False) -> Pieces:
        """Return ``In *Book*, 2nd ed., edited by Ada Lund``."""
        book = italic(self.container(record))
        editors = self.edited_by(record, is_short=is_note)
        said_in = self.terms.chapter_in if is_note else capital(self.terms.chapter_in)
        return self.join([said_in, self.join([book, self.edition(record), editors])], ' ')


class AuthorDate(_Chicago):
    """Author and year in the text, a list of references at the end."""

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        comma = '' if entry.record.issued else ','
        who = self.join([self._names(entry), self._year(entry)], f'{comma} ')
        return self.join([who, self.place(locator)])

    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        where = ''.join(self.join([self._year(entry), self.place(locator)]))
        return [*self._names(entry), f' ({where})']

    def reference(self, entry: Entry) -> Pieces:
        issued, kind = entry.record.issued, entry.record.kind
        day = self.dates.day(issued) if issued and kind not in _BY_YEAR else ''
        return self.sentences_of(entry.record, day, [self._year(entry)])

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        year = f'{record.issued.year:04}' if record.issued else '~'
        return self.people_key(record, demotes_particle=True), year, self.title_key(record)

    def _names(self, entry: Entry) -> Pieces:
        names = self.cited_names(entry)
        return [names] if names else self.cited_title(entry.record)

    def _year(self, entry: Entry) -> str:
        issued, suffix = entry.record.issued, entry.year_suffix
        if issued is None:
            return f'{self.terms.no_date}{"-" if suffix else ""}{suffix}'
        year = self.dates.year(issued)
        return f'[{year}?]{suffix}' if is_about(issued) else f'{year}{suffix}'

    def _numbered(self, record: Record, volume: Pieces, date: str) -> Pieces:
        when = record.issue or date
        return self.join([volume, f'({when})' if when else ''], ' ')


class Notes(_Chicago):
    """The whole source in a note, later its short form; and a bibliography."""

    opening, closing = '', '.'
    is_note = True

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        record = entry.record
        kept = [record.medium, self.archive(record), self.accessed(record)]
        return self.join([self._said(record), self.place(locator), *kept, record.link])

    def _said(self, record: Record) -> Pieces:
        """Return people, title, and where it appeared: of a book in parentheses."""
        label = self.role_label(record)
        details = self._details(record, is_note=True)
        if not (record.people or record.title):
            details[0] = capital(details[0])
        who = self.full_names(record.people, at_most=2)
        said: list[Part] = [who, label, self._title(record), *details]
        if record.kind not in _BY_YEAR:
            return self.join([*said, *self._imprint(record, self._date(record))])
        within = self._within(record, is_note=True) if record.kind == 'chapter' else ''
        thesis = record.genre if record.kind == 'thesis' else ''
        imprint = ''.join(self.join([thesis, record.publisher, self._date(record)]))
        return self.join([self.join([*said, within]), f'({imprint})' if imprint else ''], ' ')

    def shorten(self, entry: Entry, locator: Locator | None) -> Pieces:
        """Return what stands where a source has been cited before (§13.32)."""
        record = entry.record
        title = self._title(record, is_short=True)
        asked = '' if record.title else self.untitled(record)
        return self.join([self.cited_names(entry), title, asked, self.place(locator)])

    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        names = self.cited_names(entry)
        return [names] if names else self.cited_title(entry.record)

    def reference(self, entry: Entry) -> Pieces:
        return self.sentences_of(entry.record, self._date(entry.record))

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        return self.people_key(record, demotes_particle=True), self.title_key(record)

    def _date(self, record: Record) -> str:
        issued = record.issued
        if issued is None:
            return self.terms.no_date if record.kind == 'interview' else ''
        if record.issue or record.kind in _BY_YEAR:
            return self.dates.year(issued)
        date = self.dates.full(issued)
        return f'[{date}?]' if is_about(issued) else date
