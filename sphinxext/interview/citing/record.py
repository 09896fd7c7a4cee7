"""One interview as a bibliographic record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dates import Date
    from .names import Name


@dataclass(frozen=True, slots=True)
class Record:
    """What a reference says; empty where it is unknown."""

    #: The interview's name; the key in exports.
    key: str
    title: str
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

    @property
    def link(self) -> str:
        """Where it is found: the DOI as an address, else the URL."""
        return f'https://doi.org/{self.doi}' if self.doi else self.url


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in the interview: a time, paragraph or section, or words of the author's own."""

    #: ``timestamp``, ``paragraph``, ``section`` (terms of CSL), or empty.
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record among others of one list of references."""

    record: Record
    #: From 1, in the order of first citation.
    number: int = 1
    #: ``a``, ``b``, … where a speaker has several of one year.
    year_suffix: str = ''
    #: Another person of the list has the same family name.
    is_name_shared: bool = False
    #: The same people have another entry.
    has_siblings: bool = False
    #: The entry before has the same people.
    repeats: bool = False
