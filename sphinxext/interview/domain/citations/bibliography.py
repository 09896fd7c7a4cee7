"""What the project cites: in which order, and how it is written."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakKeyDictionary

from ...citing.bibliography import entries
from ...messages import __, warn
from ...transcript.exchanges.slugs import slugify, unused
from .locators import exchange_at, locator_of, parse_place
from .names import name_of, profiles_of
from .order import listed, reading_order
from .others import read_others
from .records import record_of
from .styles import style_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ...citing.names import Name
    from ...citing.record import Entry, Locator, Record
    from ...citing.text import Pieces
    from .. import InterviewDomain
    from ..records import Exchange, Interview, Target


#: ``short`` where a style that cites in notes has cited the source before.
CitationForm = Literal['parenthetical', 'narrative', 'short']

#: One for each builder, from the end of reading on.
_known: WeakKeyDictionary[Builder, Bibliography] = WeakKeyDictionary()


def bibliography_of(domain: InterviewDomain, builder: Builder) -> Bibliography:
    """Return what the project cites. To be called when all documents are read."""
    if builder not in _known:
        _known[builder] = domain.bibliography = Bibliography(domain, builder)
    return _known[builder]


def forget(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Before reading again, forget what was known."""
    _known.pop(app.builder, None)


class Bibliography:
    """The interviews that a project cites, as one list of references."""

    def __init__(self, domain: InterviewDomain, builder: Builder) -> None:
        self.domain = domain
        self.builder = builder
        self.style = style_of(builder.config)
        self._records: dict[tuple[str, str], Record] = {}
        #: A speaker's name as references have it.
        self.name = cache(self._name)
        #: An interview and its bibliographic record, by its name and that of its project.
        self.recorded = cache(self._recorded)
        #: What else can be cited, by its key.
        own = read_others(builder)
        self.others = domain.projects.records | own
        for key in sorted(own.keys() & self.interviews.keys()):
            text = __('interview_bibliography: %r is an interview of this project, which is cited')
            warn('config', text, key)

    @cached_property
    def interviews(self) -> dict[str, Interview]:
        """Every interview by name; of two with one name the first."""
        return {name: found[0] for name, found in self.named.items()}

    @cached_property
    def named(self) -> dict[str, list[Interview]]:
        """Every interview by name, with those of the same name."""
        found: dict[str, list[Interview]] = {}
        for interview in self.domain.shown_interviews():
            found.setdefault(interview.name, []).append(interview)
        return found

    def in_reading_order(self) -> list[Interview]:
        """Return every interview once, as readers of the project meet them."""
        places = {docname: place for place, docname in enumerate(reading_order(self.domain.env))}
        return sorted(self.interviews.values(), key=lambda found: places[found.docname])

    @cached_property
    def citations(self) -> dict[str, list[str]]:
        """The names of the interviews that each document cites, documents in reading order."""
        found: dict[str, list[str]] = {}
        for docname in reading_order(self.domain.env):
            for kind, target, _ in self.domain.references(docname):
                name = self.source_of(target) if kind == 'cite' else None
                if name is not None:
                    found.setdefault(docname, []).append(name)
        return found

    def source_of(self, target: str) -> str | None:
        """Return the name of the interview, or the id of the source, that *target* is in."""
        name = target
        # An id may have dots in it
        while name not in self.others and name not in self.interviews:
            name, dot, _ = name.rpartition('.')
            if not dot:
                return None
        return name

    @cached_property
    def anchors(self) -> dict[str, str]:
        """Where each entry stands in the list of references, by the interview's name or the id."""
        taken: dict[str, int] = {}
        return {
            key: unused(f'cite.{slugify(key, words=99) or "source"}', taken) for key in self.entries
        }

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The list of references, by the interview's name."""
        cited = dict.fromkeys(name for names in self.citations.values() for name in names)
        records = [
            self.record(self.interviews[name]) if name in self.interviews else self.others[name]
            for name in cited
        ]
        return {entry.record.key: entry for entry in entries(records, self.style)}

    @cached_property
    def used_in(self) -> dict[str, list[str]]:
        """The documents that quote or cite an answer, by its address, in reading order.

        Or a question: what several people have answered is cited as a whole.
        """
        found: dict[str, dict[str, None]] = {}
        for docname in reading_order(self.domain.env):
            for used in self._used(docname):
                if used.kind != 'interview' and used.docname != docname:
                    found.setdefault(used.anchor, {})[docname] = None
        return {address: list(docnames) for address, docnames in found.items()}

    def _used(self, docname: str) -> Iterator[Target]:
        """Yield what a document quotes or cites."""
        for kind, target, _ in self.domain.references(docname):
            cited = self.domain.find('answer', target) if kind == 'cite' else None
            if cited is not None:
                yield cited
        for quotation in self.domain.quotations_in(docname):
            said = self.domain.attributions.of(*quotation.said)
            if said is not None and not said.named.source.base:
                yield said.target

    @cached_property
    def uses_of(self) -> dict[str, dict[str, list[str]]]:
        """What `used_in` says, by the interview's name."""
        found: dict[str, dict[str, list[str]]] = {}
        for address, docnames in self.used_in.items():
            found.setdefault(address.partition('.')[0], {})[address] = docnames
        return found

    def title_of(self, docname: str) -> str:
        """Return the title of a document, as plain text."""
        return self.domain.env.titles[docname].astext()

    @cached_property
    def list_document(self) -> str | None:
        """The first document with a list of all references."""
        return next(
            (
                docname
                for docname in reading_order(self.domain.env)
                if any(ref[:2] == ('list', '') for ref in self.domain.references(docname))
            ),
            None,
        )

    @cached_property
    def absent(self) -> frozenset[str]:
        """Documents that one page of all lacks: those that no table of contents lists."""
        env = self.domain.env
        is_one_page = self.builder.name == 'singlehtml'
        return frozenset(env.found_docs.difference(listed(env)) if is_one_page else ())

    def listed(self, cited_in: str = '') -> list[Entry]:
        """Return the references, or those of one document."""
        names = self.citations.get(cited_in, ()) if cited_in else self.entries
        return [entry for name, entry in self.entries.items() if name in names]

    def cite(
        self, target: str, place: str | None = None, form: CitationForm = 'parenthetical'
    ) -> Pieces | None:
        """Return a citation of an address; None if it names nothing.

        :param place: what to say of the place in the interview, instead of the default
        """
        name = self.source_of(target)
        if name is None or name not in self.entries or not self.has(target):
            return None
        locator = self._locator(name, target) if place is None else parse_place(place)
        return self._write(self.entries[name], locator, form)

    def _write(self, entry: Entry, locator: Locator | None, form: CitationForm) -> Pieces:
        # A style of the project's own may have no more than `cite`
        ways = {'short': 'shorten', 'narrative': 'narrate'}
        write = getattr(self.style, ways.get(form, 'cite'), None)
        if write is not None:
            pieces: Pieces = write(entry, locator)
            return pieces
        pieces = self.style.cite(entry, locator)
        bracketed = [self.style.opening, *pieces, self.style.closing]
        return bracketed if form == 'narrative' else pieces

    def end(self, pieces: Pieces) -> Pieces:
        """End a note."""
        end = getattr(self.style, 'end', None)
        ended: Pieces = end(pieces) if end else [*pieces, self.style.closing]
        return ended

    def has(self, target: str) -> bool:
        """Whether what *target* names can be cited."""
        name = self.source_of(target)
        if name is None:
            return False
        is_there = self.domain.look_up('ref', target) is not None
        return is_there or (name in self.others and not self._at(name))

    def _at(self, name: str) -> Interview | None:
        """Return an interview, ours or another project's."""
        found = self.domain.look_up('ref', name)
        known = found.project.interviews if found and found.project else self.interviews
        return known.get(name)

    def _locator(self, name: str, target: str) -> Locator | None:
        interview = self._at(name)
        exchange = exchange_at(interview, target) if interview else None
        return self.locator(exchange, target) if exchange else None

    def locator(self, exchange: Exchange, address: str) -> Locator | None:
        """Return what a citation of an address says of the place, as the project wants it."""
        return locator_of(exchange, address, self.builder.config.interview_citation_locator)

    def record(self, interview: Interview) -> Record:
        """Return the bibliographic record of an interview."""
        key = interview.docname, interview.name
        if key not in self._records:
            self._records[key] = record_of(interview, self.profiles, self.builder)
        return self._records[key]

    def _recorded(self, name: str, project: str) -> tuple[Interview, Record]:
        if other := self.domain.projects.called(project):
            return other.interviews[name], other.records[name]
        return self.interviews[name], self.record(self.interviews[name])

    def _name(self, full: str) -> Name:
        return name_of(full, self.profiles)

    @cached_property
    def profiles(self) -> dict[str, dict[str, Any]]:
        """What is known of speakers."""
        return profiles_of(self.domain)


def setup(app: Sphinx) -> None:
    app.connect('env-before-read-docs', forget)
