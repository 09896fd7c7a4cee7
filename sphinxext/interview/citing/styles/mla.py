"""MLA style, 9th edition: speaker in the text, and works cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ..distinction import Distinction
from ..terms import months
from .dates import is_about
from .pieces import capital, inverted, italic
from .writing import Writing

if TYPE_CHECKING:
    from ..record import Entry, Locator, Record
    from ..text import Part, Pieces

#: Months of more than four letters are shortened (MLA Handbook, appendix 1).
_MONTHS = tuple(
    name if len(name) < 5 else f'{name[:4] if name == "September" else name[:3]}.'
    for name in months('en')
)


class Mla(Writing):
    """Speaker, and the title where one speaker has several interviews."""

    # Of three or more only the first is named (§6.5): sources are told apart by their titles
    distinction = Distinction(is_global=False, adds_names=False)
    labels: ClassVar = {'paragraph': 'par. {}'}
    in_italics = Writing.in_italics | {'thesis'}

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        return self.join([*self._names(entry), *self._which(entry), self.place(locator)])

    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        where = ''.join(self.join([*self._which(entry), self.place(locator)]))
        return [*self._names(entry), f' ({where})' if where else '']

    def reference(self, entry: Entry) -> Pieces:
        record = entry.record
        title = self.headline(record.title, record.language)
        parts: list[Part] = [
            '———' if entry.repeats else self._people(record),
            italic(title) if record.kind in self.in_italics else [self.quoted(title)],
            capital(self._about(record)),
            self.join([*self._container(record), *self._published(record), record.link]),
            self.join([record.publisher, record.genre]) if record.kind == 'thesis' else '',
            capital(self.accessed(record)),
            capital(record.medium),
        ]
        return self.sentences(parts)

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        people = self.people_key(record)
        # Those who aren't named don't count
        return people[:1] if len(people) > 2 else people, len(people) > 2, self.title_key(record)

    def _names(self, entry: Entry) -> Pieces:
        names = self.cited_names(entry)
        return [names] if names else self.cited_title(entry.record)

    def _which(self, entry: Entry) -> list[str]:
        """Return the title, where the names don't say which source it is."""
        title = self.headline(entry.record.title, entry.record.language)
        return [self.quoted(title)] if entry.has_siblings and entry.record.people else []

    def _people(self, record: Record) -> str:
        """Return the first name inverted; from three on with ``et al.``."""
        first = [inverted(name, demotes_particle=False) for name in record.people[:1]]
        if len(record.people) > 2:
            return self.with_others(first, inverted=True)
        both = [*first, *(name.full for name in record.people[1:])]
        people = self.series(both, always_comma=True)
        label = self.role_label(record)
        return f'{people}, {label}' if label else people

    def role_label(self, record: Record) -> str:
        label = super().role_label(record)
        if self.terms.language != 'en' or not label:
            return label
        return 'editors'[: 6 + (len(record.people) > 1)] if record.is_edited else label.lower()

    def _about(self, record: Record) -> str:
        """Return what stands behind the title: who asked, or what kind of a thing it is."""
        if record.kind == 'broadcast':
            return self.numbered(record)
        if record.kind in {'software', 'dataset'}:
            return record.genre
        return self.interview_by(record, at_most=2)

    def accessed(self, record: Record) -> str:
        if record.issued or not record.accessed:
            return ''
        return self.terms.accessed.format(self.dates.day_first(record.accessed, _MONTHS))

    def _container(self, record: Record) -> list[Part]:
        """Return what it is in, with the numbers of that."""
        if record.kind == 'book':
            number = ' '.join(filter(None, [record.genre, self.number(record)]))
            said = [self.translated_by(record), self.edition(record), self.volume(record), number]
            first = next(filter(None, said), '')
            return [capital(detail) if detail is first else detail for detail in said]
        if record.kind == 'report':
            return [capital(self.numbered(record))]
        if record.kind in {'software', 'dataset'}:
            return [capital(self.version(record))]
        place = f' [{record.place}]' if record.publisher and record.place else ''
        container = italic(self.container(record))
        if record.kind == 'chapter':
            return [container, self.edited_by(record), self.edition(record), self.volume(record)]
        issue = self.terms.number.format(record.issue) if record.issue else ''
        if record.kind == 'interview':
            container = [*container, place] if container else []
            return [self.number(record), container, self.volume(record), issue]
        return [container, self.volume(record), issue]

    def _published(self, record: Record) -> list[Part]:
        pages = self.pages(record, is_short=True)
        pages = self.terms.pages['–' in pages].format(pages) if pages else ''
        without = {'interview', 'article', 'paper', 'thesis'}
        publisher = '' if record.kind in without else record.publisher
        return [publisher, self._date(record), pages, self.archive(record)]

    def _date(self, record: Record) -> str:
        issued = record.issued
        if issued is None:
            return ''
        date = self.dates.day_first(issued, _MONTHS)
        if record.kind in {'book', 'chapter', 'thesis', 'film'}:
            date = self.dates.year(issued)
        about = 'circa {}' if self.terms.language == 'en' else self.terms.circa
        return about.format(date) if is_about(issued) else date
