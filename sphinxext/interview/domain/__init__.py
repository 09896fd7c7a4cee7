"""What can be referred to: interviews, questions, answers and speakers."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.errors import NoUri

from ..doctree.conditions import conditions
from ..doctree.references import set_pieces
from ..transcript.permalinks.settling import Settled
from . import (
    bibtex,
    citationstyles,
    consistency,
    excerpts,
    files,
    forwarding,
    freshness,
    genindex,
    indices,
    inventory,
    listing,
    looking,
    naming,
    permalinks,
    profiles,
    projects,
    published,
    publishing,
    quotations,
    readers,
    references,
)
from .bibliography import bibliography_of
from .collect import collect
from .indices import InterviewIndex, SpeakerIndex
from .links import link_elsewhere, refer
from .projects import Projects
from .quotations import marks_words, warn_of_several
from .records import Source
from .roles import AddressRole, CiteRole, QuoteRole, SpeakerRole
from .targets import (
    SearchAnchor,
    add_old,
    find_target,
    index_names,
    index_speakers,
    index_targets,
)
from .words import around, everything

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element, Node, document
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..transcript.permalinks.ledger import Ledger
    from .attribution import Attribution, Attributions
    from .bibliography import Bibliography
    from .records import Interview, Profile, Quotation, Reference, Spoken, Target

    _Hidable = TypeVar('_Hidable', Interview, Profile, Quotation, Reference)
    _Referring = TypeVar('_Referring', Quotation, Reference)


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
        # As sphinxcontrib-bibtex calls them
        'cite:p': CiteRole(),
        'cite:t': CiteRole(is_narrative=True),
        'quote': QuoteRole(),
    }
    indices: ClassVar = [InterviewIndex, SpeakerIndex]
    initial_data: ClassVar = {
        'interviews': {},  # docname -> list of Interview
        'references': {},  # docname -> list of Reference, each once
        'spoken': {},  # docname -> list of Spoken
        'around': {},  # docname -> what stands on a page with interviews beside what is spoken
        'quotations': {},  # docname -> list of Quotation
        'profiles': {},  # docname -> list of Profile
        'published': {},  # docname -> list of what a ledger keeps of an interview
    }
    data_version = 3

    #: For whom this build is; before a build begins, everything is shown.
    readers: readers.Readers | None = None
    #: What this builder wrote, from the end of reading on.
    written: freshness.Written | None = None
    #: Other projects that this one quotes.
    projects = Projects()
    #: What this build cites, from the end of reading on.
    bibliography: Bibliography | None = None
    #: What is about to be written, which several documents may have been put into.
    page: document | None = None
    #: What excerpts are from, from the start of reading on.
    sources: excerpts.Sources
    #: What was published, from the start of reading on, where the project keeps a ledger.
    ledger: Ledger | None = None

    @property
    def interviews(self) -> dict[str, list[Interview]]:
        """The interviews of every document, in the order in which they stand there."""
        return self.data.setdefault('interviews', {})  # type: ignore[no-any-return]

    def shows(self, node: Node) -> bool:
        """Whether readers see *node*, which is still where an author wrote it."""
        return self.readers is None or self.readers.see(conditions(node))

    def _shown(self, found: Iterable[_Hidable]) -> list[_Hidable]:
        return [one for one in found if self.readers is None or self.readers.see(one.conditions)]

    def shown_in(self, docname: str) -> list[Interview]:
        """Return the interviews that readers of *docname* see."""
        return self._shown(self.interviews.get(docname, ()))

    def shown_interviews(self) -> list[Interview]:
        """Return the interviews that readers see, in the order in which a serial build reads."""
        return [
            interview for docname in sorted(self.interviews) for interview in self.shown_in(docname)
        ]

    @cached_property
    def is_used(self) -> bool:
        """Whether any document has, shows or refers to anything of ours, whoever sees it."""
        tables = ('interviews', 'quotations', 'profiles')
        return any(map(self.data.get, tables)) or any(
            not reference.kind.startswith('foreign')
            for found in self.data['references'].values()
            for reference in found
        )

    def documents(self) -> list[str]:
        """Return the documents that have or show something of interviews."""
        return sorted({*self.data['references'], *self.data['profiles'], *self.data['quotations']})

    def references(self, docname: str) -> list[Reference]:
        """Return what readers of *docname* see it refer to."""
        return self._current(self._shown(self.data['references'].get(docname, ())))

    def quotations_in(self, docname: str) -> list[Quotation]:
        """Return the quotations that readers of *docname* see."""
        return self._current(self._shown(self.data['quotations'].get(docname, ())))

    def quotations(self) -> list[Quotation]:
        """Return the quotations that readers see."""
        return [
            q for docname in sorted(self.data['quotations']) for q in self.quotations_in(docname)
        ]

    def spoken_in(self, docname: str) -> list[Spoken]:
        """Return the words of the interviews that readers of *docname* see."""
        shown = {interview.name for interview in self.shown_in(docname)}
        turns = self.data['spoken'].get(docname, ())
        return [turn for turn in turns if turn.address.partition('.')[0] in shown]

    def spoken(self) -> dict[str, list[Spoken]]:
        """Return the words of the interviews that readers see, by document."""
        return {docname: self.spoken_in(docname) for docname in sorted(self.data['spoken'])}

    def shown_profiles(self) -> list[Profile]:
        """Return the profiles that readers see, in the order in which a serial build reads."""
        return [p for _, found in sorted(self.data['profiles'].items()) for p in self._shown(found)]

    @property
    def targets(self) -> dict[str, Target]:
        """Interviews, questions and answers by address."""
        if self._targets is None:
            self._targets = index_targets(self.shown_interviews())
            add_old(self._targets, self.old_addresses)
        return self._targets

    @property
    def permalinks(self) -> Settled | None:
        """What the ledger means for the interviews of the project, where there is one."""
        if self._permalinks is None and self.ledger is not None:
            found = sorted(self.data['published'].items())
            self._permalinks = Settled(self.ledger, (one for _, some in found for one in some))
        return self._permalinks

    @property
    def old_addresses(self) -> Mapping[str, str]:
        """Addresses that were published once, and what has their words now."""
        return self.permalinks.leads if self.permalinks else {}

    def current(self, address: str) -> str:
        """Return the address that another name of it means, or itself.

        An old address leads to what has its words; an answer is found by the speaker's name, too.
        """
        if address in self.old_addresses or address.count('.') != 2 or address in self.targets:
            return self.old_addresses.get(address, address)
        if self._by_name is None:
            self._by_name = index_names(self.shown_interviews())
        return self._by_name.get(address, address)

    def _current(self, found: Iterable[_Referring]) -> list[_Referring]:
        return [
            one if to == one.target else one._replace(target=to)
            for one in found
            for to in (self.current(one.target),)
        ]

    @property
    def speakers(self) -> dict[str, Target]:
        """Speakers by slug."""
        if self._speakers is None:
            profiles = self.profiles.values()
            self._speakers = index_speakers(self.shown_interviews(), profiles)
        return self._speakers

    @property
    def attributions(self) -> Attributions:
        """Who said what is quoted. To be asked when all documents are read."""
        if self._attributions is None:
            # Now, for many projects quote nothing
            from .attribution import Attributions

            ours = Source(self.targets, self.spoken(), self.data['around'])
            theirs = (project.source for project in self.projects.all)
            self._attributions = Attributions([ours, *theirs])
        return self._attributions

    @property
    def file_names(self) -> dict[tuple[str, str], str]:
        """What the files of each interview are called, by docname and name."""
        if self._file_names is None:
            self._file_names = files.name_files(self.shown_interviews())
        return self._file_names

    @property
    def profiles(self) -> dict[str, Profile]:
        """Introduced speakers by full name; of two with one name the first."""
        return {profile.name: profile for profile in reversed(self.shown_profiles())}

    _attributions: Attributions | None = None
    _permalinks: Settled | None = None
    _by_name: dict[str, str] | None = None
    _targets: dict[str, Target] | None = None
    _speakers: dict[str, Target] | None = None
    _file_names: dict[tuple[str, str], str] | None = None

    def forget_indices(self) -> None:
        """Have addresses looked up anew: something was read, or others read."""
        self._targets = self._speakers = self._file_names = self._attributions = None
        self._permalinks = self._by_name = None
        self.__dict__.pop('is_used', None)

    def clear_doc(self, docname: str) -> None:
        for table in self.initial_data:
            self.data[table].pop(docname, None)
        self.forget_indices()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for table in self.initial_data:
            theirs = otherdata[table]
            self.data[table].update((name, theirs[name]) for name in theirs if name in docnames)
        self.forget_indices()

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        found = collect(docname, document)
        self.forget_indices()
        if found.interviews:
            self.interviews[docname] = found.interviews
            self.data['spoken'][docname] = found.spoken
            self.data['around'][docname] = around(document)
        tables = {
            'published': found.published,
            'references': list(dict.fromkeys(found.references)),
            'profiles': found.profiles,
            'quotations': found.quotations,
        }
        for table, records in tables.items():
            if records:
                self.data[table][docname] = records

    def check_consistency(self) -> None:
        consistency.warn_duplicates(self)
        naming.inform_of_guesses(self)
        quotations.check(self)
        permalinks.check(self)

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
        if typ == 'cite':
            return self._resolve_citation(fromdocname, builder, target, node, contnode)
        if typ == 'quote':
            return self._resolve_quotation(fromdocname, builder, target, node, contnode)
        found, project = self.find(typ, target), None
        if found is None and (there := self.projects.find(typ, target)):
            project, found = there
        if found is None:
            return None
        if typ == 'answer' and len(found.answers) > 1:
            warn_of_several(target, found.answers, node)
        if not node['refexplicit']:
            text = found.short if node.get('short') else found.title
            contnode = nodes.inline(text, text, classes=contnode['classes'])
        if project is not None:
            return link_elsewhere(project.base, found, contnode)
        return refer(builder, fromdocname, found.docname, found.anchor, contnode)

    def _resolve_quotation(
        self,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link a quotation to its very words, and name who said them."""
        said = self.attributions.of(self.current(target), node['quotation'])
        if said is None:
            return None
        if not node['refexplicit']:
            contnode = nodes.inline(said.title, said.title, classes=contnode['classes'])
        found, base = said.target, said.named.source.base
        if base:
            link = link_elsewhere(base, found, contnode)
        else:
            link = refer(builder, fromdocname, found.docname, found.anchor, contnode)
        if fragment := self._fragment(builder, said):
            anchor = link.attributes.pop('refid', '')
            link['refuri'] = (f'#{anchor}' if anchor else link['refuri']) + fragment
        return link

    def _fragment(self, builder: Builder, said: Attribution) -> str:
        if not marks_words(builder):
            return ''
        if builder.name == 'singlehtml' and self.page is not None and not said.named.source.base:
            return said.fragment_in(everything(self.page))
        fragment: str = said.fragment
        return fragment

    def _resolve_citation(
        self,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link a citation to the list of references; where none is at hand, to what is cited."""
        target = self.current(target)
        bibliography = bibliography_of(self, builder)
        pieces = bibliography.cite(target, node['place'], node['form'])
        if pieces is None:
            return None
        if node.get('ends'):
            pieces = bibliography.end(pieces)
        contnode.children = []
        contnode.extend(set_pieces(pieces))
        if bibliography.list_document is not None:
            anchor = bibliography.anchors[bibliography.source_of(target) or '']
            with suppress(NoUri):
                return refer(builder, fromdocname, bibliography.list_document, anchor, contnode)
        found = self.find('any', target)
        if found is None and (there := self.projects.find('any', target)):
            project, found = there
            return link_elsewhere(project.base, found, contnode)
        if found is None:
            node['refexplicit'] = True  # so that intersphinx keeps the citation
            return None
        return refer(builder, fromdocname, found.docname, found.anchor, contnode)

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
            is_old = address in self.old_addresses
            priority = -1 if is_old else self.object_types[kind].attrs['searchprio']
            yield address, ' '.join(title.split()), kind, docname, anchor, priority


def setup(app: Sphinx) -> None:
    app.add_domain(InterviewDomain)
    readers.setup(app)
    citationstyles.setup(app)
    consistency.setup(app)
    excerpts.setup(app)
    genindex.setup(app)
    freshness.setup(app)
    indices.setup(app)
    listing.setup(app)
    looking.setup(app)
    permalinks.setup(app)
    published.setup(app)
    forwarding.setup(app)
    profiles.setup(app)
    quotations.setup(app)
    references.setup(app)
    publishing.setup(app)
    files.setup(app)
    bibtex.setup(app)
    projects.setup(app)
    inventory.setup(app)
