"""What can be referred to: interviews, questions, answers and speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx.domains import ObjType

from . import (
    citations,
    consent,
    editions,
    excerpts,
    freshness,
    listing,
    looking,
    permalinks,
    presenting,
    projects,
    publishing,
    quoting,
    readers,
    referring,
)
from .citations.names import inform_of_guesses
from .duplicates import warn_duplicates
from .indexed import Indexed
from .listing.indices import InterviewIndex, SpeakerIndex
from .permalinks import keeping
from .quoting import quotations
from .referring.resolving import Pending, resolve
from .referring.roles import AddressRole, CiteRole, QuoteRole, SpeakerRole
from .targets import SearchAnchor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from weakref import ref

    from docutils import nodes
    from docutils.nodes import Element, document
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .citations.bibliography import Bibliography
    from .excerpts.filling import Sources
    from .freshness import Written
    from .listing.printed import Printed


class InterviewDomain(Indexed):
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
    #: What this build cites, from the end of reading on.
    bibliography: Bibliography | None = None
    #: The indices that this build prints, where it makes PDFs.
    printed: Printed | None = None
    #: What is about to be written, which several documents may have been put into.
    page: ref[document] | None = None
    #: What excerpts are from, from the start of reading on.
    sources: Sources

    def check_consistency(self) -> None:
        warn_duplicates(self)
        inform_of_guesses(self)
        quotations.check(self)
        keeping.check(self)
        editions.check(self)

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
    presenting.setup(app)
    listing.setup(app)
    freshness.setup(app)
    looking.setup(app)
    permalinks.setup(app)
    publishing.setup(app)
    consent.setup(app)
