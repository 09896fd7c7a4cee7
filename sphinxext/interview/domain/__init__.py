"""What can be referred to: interviews, questions, answers and speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from ..doctree.references import set_pieces
from ..transcript.exchanges.slugs import slugify
from . import (
    bibliography,
    bibtex,
    consistency,
    excerpts,
    genindex,
    listing,
    profiles,
    publishing,
    quotations,
    references,
)
from .bibliography import bibliography_of
from .collect import collect
from .indices import InterviewIndex, SpeakerIndex
from .roles import AddressRole, CiteRole, QuoteRole, SpeakerRole
from .targets import SearchAnchor, index_speakers, index_targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .records import Interview, Profile, Target


class InterviewDomain(Domain):
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
        'quote': QuoteRole(),
    }
    indices: ClassVar = [InterviewIndex, SpeakerIndex]
    initial_data: ClassVar = {
        'interviews': {},  # docname -> list of Interview
        'references': {},  # docname -> {(type, target): what it showed when it was written}
        'spoken': {},  # docname -> list of Spoken
        'quotations': {},  # docname -> list of Quotation
        'profiles': {},  # docname -> list of Profile
    }
    data_version = 2

    @property
    def interviews(self) -> dict[str, list[Interview]]:
        """The interviews of every document, in the order in which they stand there."""
        return self.data.setdefault('interviews', {})  # type: ignore[no-any-return]

    @property
    def references(self) -> dict[str, dict[tuple[str, str], tuple[object, ...] | None]]:
        """What every document refers to, and what it found there when it was last written."""
        return self.data.setdefault('references', {})  # type: ignore[no-any-return]

    def all_interviews(self) -> list[Interview]:
        """Return the interviews in the order in which a serial build reads them."""
        return [interview for _, found in sorted(self.interviews.items()) for interview in found]

    def all_profiles(self) -> list[Profile]:
        """Return the profiles in the order in which a serial build reads them."""
        return [profile for _, found in sorted(self.data['profiles'].items()) for profile in found]

    @property
    def targets(self) -> dict[str, Target]:
        """Interviews, questions and answers by address."""
        if self._targets is None:
            self._targets = index_targets(self.all_interviews())
        return self._targets

    @property
    def speakers(self) -> dict[str, Target]:
        """Speakers by slug."""
        if self._speakers is None:
            profiles = self.profiles.values()
            self._speakers = index_speakers(self.all_interviews(), profiles)
        return self._speakers

    @property
    def profiles(self) -> dict[str, Profile]:
        """Introduced speakers by full name; of two with one name the first."""
        return {profile.name: profile for profile in reversed(self.all_profiles())}

    _targets: dict[str, Target] | None = None
    _speakers: dict[str, Target] | None = None

    def _forget_indices(self) -> None:
        self._targets = self._speakers = None

    def clear_doc(self, docname: str) -> None:
        for table in self.initial_data:
            self.data[table].pop(docname, None)
        self._forget_indices()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for table in self.initial_data:
            theirs = otherdata[table]
            self.data[table].update((name, theirs[name]) for name in theirs if name in docnames)
        self._forget_indices()

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        found = collect(docname, document)
        if found.interviews:
            self.interviews[docname] = found.interviews
            self.data['spoken'][docname] = found.spoken
            self._forget_indices()
        if found.references:
            self.references[docname] = dict.fromkeys(found.references)
        if found.profiles:
            self.data['profiles'][docname] = found.profiles
            self._forget_indices()
        if found.quotations:
            self.data['quotations'][docname] = found.quotations

    def check_consistency(self) -> None:
        consistency.warn_duplicates(self)
        quotations.check(self)

    def find(self, typ: str, target: str) -> Target | None:
        """Return what *target* means in a role of type *typ*, or None."""
        if typ == 'speaker':
            return self.speakers.get(slugify(target))
        found = self.targets.get(target.lower())
        if found is not None and typ == 'answer' and found.answer:
            return self.targets[found.answer]
        if found is not None and typ in _KINDS and found.kind not in _KINDS[typ]:
            return None
        if found is None and typ == 'any':
            return self.speakers.get(slugify(target))
        return found

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
        if typ == 'cite':
            return self._resolve_citation(fromdocname, builder, target, node, contnode)
        found = self.find('answer' if typ == 'quote' else typ, target)
        if found is None:
            return None
        if not node['refexplicit']:
            text = found.short if node.get('short') else found.title
            contnode = nodes.inline(text, text, classes=contnode['classes'])
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode)

    def _resolve_citation(
        self,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link a citation to the list of references; where there is none, to what is cited."""
        bibliography = bibliography_of(self, builder)
        pieces = bibliography.cite(target, node['place'])
        if pieces is None:
            return None
        contnode.children = []
        contnode.extend(set_pieces(pieces))
        if bibliography.list_document is not None:
            anchor = f'cite.{target.partition(".")[0]}'
            return make_refnode(builder, fromdocname, bibliography.list_document, anchor, contnode)
        found = self.find('any', target)
        if found is None:
            node['refexplicit'] = True  # so that intersphinx keeps the citation
            return None
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode)

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
        return [(f'interview:{self.role_for_objtype(found.kind)}', reference)]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        for address, target in (*self.targets.items(), *self.speakers.items()):
            kind, docname, anchor, title, *_ = target
            if kind == 'question':
                anchor = SearchAnchor(anchor)
            priority = self.object_types[kind].attrs['searchprio']
            yield address, ' '.join(title.split()), kind, docname, anchor, priority


_KINDS = {'question': {'question'}, 'answer': {'question', 'answer'}}


def setup(app: Sphinx) -> None:
    app.add_domain(InterviewDomain)
    bibliography.setup(app)
    consistency.setup(app)
    excerpts.setup(app)
    genindex.setup(app)
    listing.setup(app)
    profiles.setup(app)
    quotations.setup(app)
    references.setup(app)
    publishing.setup(app)
    bibtex.setup(app)
