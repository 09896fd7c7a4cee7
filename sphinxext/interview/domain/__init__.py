"""What can be referred to: interviews, questions, answers and speakers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from sphinx.domains import ObjType

from . import (
    citations,
    excerpts,
    freshness,
    listing,
    looking,
    permalinks,
    projects,
    publishing,
    quoting,
    readers,
    referring,
)
from .citations.names import inform_of_guesses
from .duplicates import warn_duplicates
from .listing.indices import InterviewIndex, SpeakerIndex
from .permalinks import keeping
from .projects.project import Projects
from .publishing.files import name_files
from .quoting import quotations
from .records import Source
from .referring.resolving import Pending, resolve
from .referring.roles import AddressRole, CiteRole, QuoteRole, SpeakerRole
from .remembered import Remembered
from .targets import (
    SearchAnchor,
    add_old,
    find_target,
    index_names,
    index_speakers,
    index_targets,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docutils import nodes
    from docutils.nodes import Element, document
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..transcript.permalinks.ledger import Ledger
    from ..transcript.permalinks.settling import Settled
    from .citations.bibliography import Bibliography
    from .excerpts.filling import Sources
    from .freshness import Written
    from .quoting.attribution import Attributions
    from .records import Quotation, Reference, Target

    _Referring = TypeVar('_Referring', Quotation, Reference)

#: What is looked up once, until something is read.
_INDICES: Final = (
    'targets',
    'permalinks',
    '_by_name',
    'speakers',
    'attributions',
    'file_names',
)


class InterviewDomain(Remembered):
    """Interviews by name; their questions and answers by address; speakers by full name."""

    name = 'interview'
    label = 'Interview'
    object_types: ClassVar = {
        'interview': ObjType('interview', 'ref', 'cite', 'quote', searchprio=-1),
        'question': ObjType('question', 'question', 'answer', 'ref', 'cite', 'quote', searchprio=1),
        'answer': ObjType('answer', 'answer', 'ref', 'cite', 'quote', searchprio=-1),
        'speaker': ObjType('speaker', 'speaker', searchprio=-1),
    }
    roles: ClassVar = {
        'ref': AddressRole(),
        'question': AddressRole(),
        'answer': AddressRole(),
        'speaker': SpeakerRole(),
        'cite': CiteRole(),
        # As sphinxcontrib-bibtex calls them
        'cite:p': CiteRole(),
        'cite:t': CiteRole(is_narrative=True),
        'quote': QuoteRole(),
    }
    indices: ClassVar = [InterviewIndex, SpeakerIndex]
    #: What this builder wrote, from the end of reading on.
    written: Written | None = None
    #: Other projects that this one quotes.
    projects = Projects()
    #: What this build cites, from the end of reading on.
    bibliography: Bibliography | None = None
    #: What is about to be written, which several documents may have been put into.
    page: document | None = None
    #: What excerpts are from, from the start of reading on.
    sources: Sources
    #: What was published, from the start of reading on, where the project keeps a ledger.
    ledger: Ledger | None = None

    def references(self, docname: str) -> list[Reference]:
        """Return what readers of *docname* see it refer to."""
        return self._current(self.shown(self.data['references'].get(docname, ())))

    def quotations_in(self, docname: str) -> list[Quotation]:
        """Return the quotations that readers of *docname* see."""
        return self._current(self.shown(self.data['quotations'].get(docname, ())))

    def quotations(self) -> list[Quotation]:
        """Return the quotations that readers see."""
        return [
            q for docname in sorted(self.data['quotations']) for q in self.quotations_in(docname)
        ]

    @cached_property
    def targets(self) -> dict[str, Target]:
        """Interviews, questions and answers by address."""
        targets = index_targets(self.shown_interviews())
        add_old(targets, self.old_addresses)
        return targets

    @cached_property
    def permalinks(self) -> Settled | None:
        """What the ledger means for the interviews of the project, where there is one."""
        if self.ledger is None:
            return None
        from ..transcript.permalinks.settling import Settled  # most projects have no ledger

        found = sorted(self.data['published'].items())
        return Settled(self.ledger, (one for _, some in found for one in some))

    @property
    def old_addresses(self) -> Mapping[str, str]:
        """Addresses that were published once, and what has their words now."""
        return self.permalinks.leads if self.permalinks else {}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return index_names(self.shown_interviews())

    def current(self, address: str) -> str:
        """Return the address that another name of it means, or itself.

        An old address leads to what has its words; an answer is found by the speaker's name, too.
        """
        if address in self.old_addresses or address.count('.') != 2 or address in self.targets:
            return self.old_addresses.get(address, address)
        return self._by_name.get(address, address)

    def _current(self, found: Iterable[_Referring]) -> list[_Referring]:
        return [
            one if to == one.target else one._replace(target=to)
            for one in found
            for to in (self.current(one.target),)
        ]

    @cached_property
    def speakers(self) -> dict[str, Target]:
        """Speakers by slug."""
        return index_speakers(self.shown_interviews(), self.profiles.values())

    @cached_property
    def attributions(self) -> Attributions:
        """Who said what is quoted. To be asked when all documents are read."""
        # Now, for many projects quote nothing
        from .quoting.attribution import Attributions

        ours = Source(self.targets, self.spoken(), self.data['around'])
        return Attributions([ours, *(project.source for project in self.projects.all)])

    @cached_property
    def file_names(self) -> dict[tuple[str, str], str]:
        """What the files of each interview are called, by docname and name."""
        return name_files(self.shown_interviews())

    def forget_indices(self) -> None:
        super().forget_indices()
        for index in _INDICES:
            self.__dict__.pop(index, None)

    def check_consistency(self) -> None:
        warn_duplicates(self)
        inform_of_guesses(self)
        quotations.check(self)
        keeping.check(self)

    def find(self, typ: str, target: str) -> Target | None:
        """Return what *target* means in a role of type *typ*, or None."""
        name = target if typ == 'speaker' else self.current(target.lower())
        return find_target(self.targets, self.speakers, typ, name)

    def names_for(self, typ: str) -> list[str]:
        """Return what a role of type *typ* may name."""
        names = self.speakers if typ == 'speaker' else self.targets
        return [name for name in names if self.find(typ, name)]

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        return resolve(self, Pending(builder, fromdocname, typ, target, node, contnode))

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        # Addresses are labels too, so that ``:ref:`` finds them; two answers would be ambiguous
        if target.lower() in env.get_domain('std').data['labels']:
            return []
        found = self.find('any', target)
        reference = self.resolve_xref(env, fromdocname, builder, 'any', target, node, contnode)
        if found is None or reference is None:
            return []
        # Beside others Sphinx would put the role's name, which is the class of what it leads to
        reference[0]['classes'] = []  # type: ignore[index]
        return [(f'interview:{self.role_for_objtype(found.kind)}', reference)]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        for address, target in (*self.targets.items(), *self.speakers.items()):
            kind, docname, anchor, title, *_ = target
            if kind == 'question':
                anchor = SearchAnchor(anchor)
            is_old = address in self.old_addresses
            priority = -1 if is_old else self.object_types[kind].attrs['searchprio']
            yield address, ' '.join(title.split()), kind, docname, anchor, priority


def setup(app: Sphinx) -> None:
    app.add_domain(InterviewDomain)
    # Each room after those whose work it builds on
    readers.setup(app)
    citations.setup(app)
    referring.setup(app)
    quoting.setup(app)
    projects.setup(app)
    excerpts.setup(app)
    listing.setup(app)
    freshness.setup(app)
    looking.setup(app)
    permalinks.setup(app)
    publishing.setup(app)
