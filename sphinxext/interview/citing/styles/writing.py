"""What all styles share: names in a row, titles, and sentences, in one language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from ..distinction import Distinction, least_named
from ..terms import ENGLISH, primary
from ..text import collated, end, headline, join, typographic
from .dates import Dates
from .pieces import capital, italic, ordinal, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..names import Name
    from ..record import Entry, Kind, Locator, Record
    from ..terms.model import Terms
    from ..text import Part, Pieces


class Writing(ABC):
    """A style in the language of its *terms*."""

    opening, separator, closing = '(', '; ', ')'
    is_numbered = False
    #: Whether citations stand in notes.
    is_note = False
    distinction = Distinction()
    #: Between the last two names, instead of the language's word.
    conjunction: ClassVar[str] = ''
    #: Places in the source, in English, where the style has its own words.
    labels: ClassVar[dict[str, str]] = {}
    #: Kinds of sources whose titles stand in italics; the others' stand in quotation marks.
    in_italics: ClassVar[frozenset[Kind]] = frozenset({'book', 'report', 'film', 'software'})

    def __init__(self, terms: Terms = ENGLISH) -> None:
        self.terms = terms
        self.dates = Dates(terms)

    @abstractmethod
    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        """Return what stands in the text for one source."""

    @abstractmethod
    def narrate(self, entry: Entry, locator: Locator | None) -> Pieces:
        """Return a citation as a part of the sentence: ``Keller (2024)``."""

    @abstractmethod
    def reference(self, entry: Entry) -> Pieces:
        """Return an entry of the list of references."""

    @abstractmethod
    def sort_key(self, record: Record) -> tuple[Any, ...]:
        """Return what references are sorted by."""

    # Sentences

    def join(self, parts: Iterable[Part], separator: str = ', ') -> Pieces:
        return join(parts, separator, is_mark_quoted=self.terms.is_mark_quoted)

    def end(self, pieces: Pieces) -> Pieces:
        return end(pieces, is_mark_quoted=self.terms.is_mark_quoted)

    def sentences(self, parts: Iterable[Part]) -> Pieces:
        return self.end(self.join(parts, '. '))

    # Titles

    def said(self, text: str) -> str:
        """Return words with the quotation marks and apostrophes of print."""
        return typographic(text) if self.terms.language == 'en' else text

    def title(self, record: Record) -> str:
        return self.said(record.title)

    def headline(self, title: str, language: str) -> str:
        """Return a title with capitals, if it is English in an English list."""
        is_english = self.terms.language == 'en' and primary(language) in {'', 'en'}
        return self.said(headline(title) if is_english else title)

    def container(self, record: Record) -> str:
        """Return what it appeared in, as a headline; a site's name stays small, if it starts so."""
        name = record.container
        if record.kind == 'interview' and name[:1].islower():
            return self.said(name)
        return self.headline(name, record.language)

    def quoted(self, title: str) -> str:
        """Return a title in quotation marks, those in it changed for inner ones."""
        if not title:
            return ''
        opening, closing, inner_opening, inner_closing = self.terms.quotes
        inner = title.replace(opening, inner_opening).replace(closing, inner_closing)
        return f'{opening}{inner}{closing}'

    # Names

    def series(self, names: Sequence[str], *, always_comma: bool = False) -> str:
        """Join names: ``A``, ``A and B``, ``A, B, and C``."""
        if len(names) < 2:
            return ''.join(names)
        conjunction = self.conjunction or self.terms.conjunction
        comma = ',' if self.terms.has_serial_comma and (len(names) > 2 or always_comma) else ''
        return f'{", ".join(names[:-1])}{comma}{conjunction}{names[-1]}'

    def with_others(self, names: Sequence[str], *, inverted: bool = False) -> str:
        """Return names of which there are more: ``A et al.``, ``A, B, et al.``."""
        comma = ',' if self.terms.others.startswith(' ') and (len(names) > 1 or inverted) else ''
        return f'{", ".join(names)}{comma}{self.terms.others}'

    def full_names(self, names: Sequence[Name], *, at_most: int = 99) -> str:
        """Return names as they are said; of more than *at_most* the first."""
        full = [name.full for name in names]
        return self.with_others(full[:1]) if len(full) > at_most else self.series(full)

    def cited_names(self, entry: Entry) -> str:
        """Return whom a citation names; empty where nobody is known."""
        names = entry.record.people
        short = [name.short for name in names]
        if names and entry.given and not names[0].literal:
            given = names[0].initials if entry.given == 'initials' else names[0].given
            short[0] = names[0].whole or f'{given} {short[0]}'
        count = entry.named or least_named(entry.record)
        return self.with_others(short[:count]) if len(short) > count else self.series(short)

    def interview_by(self, record: Record, *, at_most: int = 99) -> str:
        """Return ``interview by A and B``; empty without interviewers."""
        who = self.full_names(record.interviewers, at_most=at_most)
        return self.terms.interview_by.format(who) if who else ''

    def untitled(self, record: Record) -> str:
        """Return what stands for a title in a citation where nobody is known either."""
        return capital(self.interview_by(record, at_most=2)) or self.terms.interview

    def cited_title(self, record: Record) -> Pieces:
        """Return what a citation says where nobody is known."""
        title = self.headline(record.title, record.language)
        if record.kind in self.in_italics:
            return italic(title)
        return [self.quoted(title) or self.untitled(record)]

    # Parts

    def place(self, locator: Locator | None) -> str:
        """Return where in the source."""
        if locator is None:
            return ''
        own = self.labels if self.terms.language == 'en' else {}
        terms = {
            'question': self.terms.question,
            'paragraph': self.terms.paragraph,
            'section': self.terms.section,
        }
        return (own.get(locator.label) or terms.get(locator.label, '{}')).format(locator.value)

    def archive(self, record: Record) -> str:
        """Return the archive and its place, which is the publisher's where there is one."""
        return ', '.join(filter(None, [record.archive, '' if record.publisher else record.place]))

    def edition(self, record: Record) -> str:
        which = ordinal(record.edition, self.terms.language)
        return self.terms.edition.format(which) if which else ''

    def volume(self, record: Record) -> str:
        return self.terms.volume.format(record.volume) if record.volume else ''

    def number(self, record: Record) -> str:
        return self.terms.number.format(record.number) if record.number else ''

    def numbered(self, record: Record) -> str:
        """Return ``Technical report HO-17``, ``no. 12``, or what has letters as it is."""
        if record.genre or not record.number[:1].isdigit():
            return ' '.join(filter(None, [record.genre, record.number]))
        return self.number(record)

    def version(self, record: Record) -> str:
        return self.terms.version.format(record.version) if record.version else ''

    def role_label(self, record: Record) -> str:
        """Return what those have done who stand first; nothing of authors."""
        if record.is_edited:
            return self.editors_label(record)
        labels = {'director': self.terms.directors, 'host': self.terms.hosts}.get(record.role)
        return labels[len(record.people) > 1] if labels else ''

    def editors_label(self, record: Record) -> str:
        return self.terms.editors[len(record.editors) > 1]

    def edited_by(self, record: Record, *, is_short: bool = False) -> str:
        who = self.full_names(record.editors)
        return self.terms.edited_by[is_short].format(who) if who else ''

    def translated_by(self, record: Record, *, is_short: bool = False) -> str:
        who = self.full_names(record.translators)
        return self.terms.translated_by[is_short].format(who) if who else ''

    def accessed(self, record: Record) -> str:
        """Return when somebody looked at what has no date."""
        if record.issued or not record.accessed:
            return ''
        return self.terms.accessed.format(self.dates.full(record.accessed))

    def pages(self, record: Record, *, is_short: bool = False) -> str:
        """Return the pages with an en dash; shortened as Chicago and MLA do."""
        first, dash, last = record.pages.replace('--', '-').replace('–', '-').partition('-')
        return f'{first}–{shortened(first, last) if is_short else last}' if dash else first

    def people_key(
        self, record: Record, *, demotes_particle: bool = False, by_initials: bool = False
    ) -> tuple[Any, ...]:
        """Return what a list is sorted by first: people, else the title, else who asked."""
        if not record.people:
            asked = ' '.join(name.short for name in record.interviewers)
            return ((collated(record.title or asked),),)
        return tuple(
            (
                collated(name.whole or (name.family if demotes_particle else name.short)),
                collated(name.initials if by_initials else name.given),
                collated(name.particle if demotes_particle else ''),
                collated(name.suffix),
            )
            for name in record.people
        )

    def title_key(self, record: Record) -> tuple[bool, str]:
        return collated(record.title)
