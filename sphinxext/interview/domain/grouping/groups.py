"""The interviews of a project by what they have in common, and the pages that show it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...citing.text import collated
from ...transcript.exchanges.slugs import slugify, unused
from ..builders import WITH_PAGES
from ..citations.names import name_of
from .values import same, values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from sphinx.builders import Builder

    from ..records import Interview, Reference


class Value(NamedTuple):
    """A tag, a place, a year, a speaker or a collection."""

    kind: str
    #: As it is written first.
    text: str
    #: The last part of its address.
    slug: str
    #: The interviews that have it, as the project reads them.
    interviews: tuple[Interview, ...]


class Home(NamedTuple):
    """The document that shows the values of a kind."""

    docname: str
    #: Whether it has a place for each value; else only builders that make pages show them.
    has_sections: bool


class Groups:
    """The values of each kind, and where they are shown."""

    def __init__(
        self,
        interviews: Sequence[Interview],
        references: Iterable[tuple[str, Iterable[Reference]]],
        profiles: Callable[[], Mapping[str, Mapping[str, Any]]],
    ) -> None:
        """Take what readers see.

        :param references: what each document refers to, in the order of documents
        :param profiles: returns what is known of speakers
        """
        self._interviews = interviews
        self._profiles = profiles
        self.homes = _homes(references)
        self.values = cache(self._values)

    def find(self, kind: str, text: str) -> Value | None:
        """Return a value of the project."""
        return self.values(kind).get(same(text))

    def place(self, builder: Builder, value: Value) -> tuple[str, str] | None:
        """Return page and anchor of what *builder* shows of a value; None where it shows nothing."""
        home = self.homes.get(value.kind)
        if home is None:
            return None
        if builder.name in WITH_PAGES:
            return page_below(builder, home.docname, f'{value.kind}/{value.slug}'), ''
        return (home.docname, anchor_of(value)) if home.has_sections else None

    def _values(self, kind: str) -> dict[str, Value]:
        """Return the values of a kind by what equal ones have in common, as they are listed."""
        having: dict[str, list[Interview]] = {}
        written: dict[str, str] = {}
        for interview in self._interviews:
            found = {same(text): text for text in reversed(values_of(interview, kind))}
            for key, text in found.items():
                having.setdefault(key, []).append(interview)
                written.setdefault(key, text)
        taken: dict[str, int] = {}
        slugs = {key: unused(slugify(written[key]) or 'other', taken) for key in sorted(written)}
        ordered = sorted(written, key=lambda key: (self._order(kind, written[key]), key))
        return {key: Value(kind, written[key], slugs[key], tuple(having[key])) for key in ordered}

    def _order(self, kind: str, text: str) -> tuple[Any, ...]:
        """Return what a value is sorted by: a speaker by the family name."""
        if kind == 'year':
            return tuple(map(int, re.findall(r'\d+', text)))
        if kind == 'speaker':
            name = name_of(text, self._profiles())
            return collated(name.literal or name.family), collated(name.given)
        return collated(text)


def anchor_of(value: Value) -> str:
    """Return the anchor of a value on the document that shows all of its kind."""
    return f'browse.{value.kind}.{value.slug}'


def page_below(builder: Builder, docname: str, name: str) -> str:
    """Return the name of a page below a document's own; another one where a document has it."""
    folder = docname if docname.rpartition('/')[2] != 'index' else docname[: -len('/index')]
    page = '/'.join(filter(None, [folder, name]))
    while page in builder.env.found_docs:
        page += '-interviews'
    return page


def _homes(references: Iterable[tuple[str, Iterable[Reference]]]) -> dict[str, Home]:
    """Return where each kind is shown: on the first document that asks, else with the first facets."""
    homes: dict[str, Home] = {}
    for docname, found in references:
        for kind, target, _ in found:
            known = homes.get(target)
            if kind == 'browse' and not (known and known.has_sections):
                homes[target] = Home(docname, has_sections=True)
            elif kind == 'facet' and known is None:
                homes[target] = Home(docname, has_sections=False)
    return homes
