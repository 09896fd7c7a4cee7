"""One source as a bibliographic record: an interview, or what else the project cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from .dates import Date
    from .names import Name

#: How a source is referred to. `article` stands in something that appears again and again, as a
#: `broadcast` does; `chapter` in a book; the others alone.
Kind = Literal[
    'interview', 'article', 'paper', 'broadcast', 'chapter', 'book', 'thesis', 'report', 'film',
    'software', 'dataset', 'page',
]  # fmt: skip
#: The types of CSL 1.0.2 by kind; a page is what isn't named here.
_KINDS: dict[str, Kind] = {
    'interview': 'interview',
    **dict.fromkeys(
        (
            'article', 'article-journal', 'article-magazine', 'article-newspaper',
            'periodical', 'post-weblog', 'review', 'review-book', 'song',
        ),
        'article',
    ),
    **dict.fromkeys(
        ('chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'figure'), 'chapter'
    ),
    **dict.fromkeys(
        (
            'book', 'classic', 'collection', 'graphic', 'manuscript', 'map', 'musical_score',
            'pamphlet', 'performance',
        ),
        'book',
    ),
    'broadcast': 'broadcast',
    'dataset': 'dataset',
    'motion_picture': 'film',
    'paper-conference': 'paper',
    'report': 'report',
    'software': 'software',
    'standard': 'report',
    'thesis': 'thesis',
}  # fmt: skip


#: As CSL calls it.
Role = Literal['', 'director', 'host']


class Record(NamedTuple):
    """What a reference says; empty where it is unknown."""

    #: The interview's name; the key in exports.
    key: str
    title: str
    #: Of other sources: the authors.
    interviewees: tuple[Name, ...] = ()
    interviewers: tuple[Name, ...] = ()
    others: tuple[Name, ...] = ()
    #: When it was published, else when it took place.
    issued: Date | None = None
    #: When it took place.
    conducted: Date | None = None
    #: The site, series, magazine or podcast.
    container: str = ''
    publisher: str = ''
    #: Of the publisher, else of the archive.
    place: str = ''
    medium: str = ''
    archive: str = ''
    url: str = ''
    doi: str = ''
    language: str = ''
    license: str = ''
    tags: tuple[str, ...] = ()
    #: In the archive, or of a report.
    number: str = ''
    #: When somebody looked at the address.
    accessed: Date | None = None
    #: What is said, in a sentence or a few.
    summary: str = ''
    #: Where it took place: latitude, longitude.
    coordinates: str = ''
    #: As `parse_duration` reads it.
    duration: str = ''
    #: What the archive keeps it in.
    collection: str = ''
    #: Who may see it, in words.
    access: str = ''
    #: As `parse_rights` reads it.
    rights: str = ''
    #: As in CSL.
    type: str = 'interview'
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    #: More words for the type: ``PhD thesis``.
    genre: str = ''
    version: str = ''
    #: What those who stand first have done, if they aren't authors.
    role: Role = ''
    edition: str = ''
    volume: str = ''
    issue: str = ''
    pages: str = ''

    @property
    def kind(self) -> Kind:
        return _KINDS.get(self.type, 'page')

    @property
    def people(self) -> tuple[Name, ...]:
        """Who stands first: interviewees or authors, else the editors of a book."""
        return self.interviewees or (self.editors if self.kind in {'book', 'report'} else ())

    @property
    def is_edited(self) -> bool:
        """Whether those who stand first are the editors."""
        return bool(self.people) and not self.interviewees

    @property
    def link(self) -> str:
        """Where it is found: the DOI as an address, else the URL."""
        return f'https://doi.org/{self.doi}' if self.doi else self.url

    @property
    def is_private(self) -> bool:
        """Whether nobody can look it up."""
        places = (self.container, self.publisher, self.archive, self.number, self.link)
        return self.kind == 'interview' and not any(places)


class Locator(NamedTuple):
    """Where in the source: a time, paragraph or section, or words of the author's own."""

    #: ``question``, or ``timestamp``, ``paragraph``, ``section`` (terms of CSL), or empty.
    label: str
    value: str


class Entry(NamedTuple):
    """A record among others of one list of references."""

    record: Record
    #: From 1, in the order of first citation.
    number: int = 1
    #: ``a``, ``b``, … where sources would be cited with the same people and year.
    year_suffix: str = ''
    #: What of the first person's given names a citation needs.
    given: Literal['', 'initials', 'full'] = ''
    #: How many people a citation names; 0 for as many as the style has.
    named: int = 0
    #: Another entry is cited with the same people.
    has_siblings: bool = False
    #: The entry before has the same people.
    repeats: bool = False
