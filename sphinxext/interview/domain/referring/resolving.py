"""From a role to the link that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ...doctree.references import set_pieces
from ..builders import marks_words
from ..citations.bibliography import bibliography_of
from ..quoting.quotations import warn_of_several
from ..quoting.words import everything
from .links import link_elsewhere, link_to, refer

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder

    from .. import InterviewDomain
    from ..citations.bibliography import Bibliography
    from ..quoting.attribution import Attribution
    from ..records import Target


class Pending(NamedTuple):
    """A reference that is to become a link, as Sphinx hands it over."""

    builder: Builder
    #: The document that it stands in.
    here: str
    typ: str
    target: str
    node: pending_xref
    content: Element

    def entitled(self, title: str) -> Element:
        """Return the text of the link: the author's, else *title*."""
        if self.node['refexplicit']:
            return self.content
        return nodes.inline(title, title, classes=self.content['classes'])

    def link(self, found: Target, base: str, content: Element) -> nodes.reference:
        """Return a link to what was found, of another project below *base*.

        :raises NoUri: it isn't in the same PDF, manual or page
        """
        if base:
            return link_elsewhere(base, found, content)
        return refer(self.builder, self.here, found.docname, found.anchor, content)


def resolve(domain: InterviewDomain, pending: Pending) -> nodes.reference | None:
    """Return the link that a reference becomes; None if it names nothing."""
    ways = {'cite': _resolve_citation, 'quote': _resolve_quotation}
    return ways.get(pending.typ, _resolve_address)(domain, pending)


def _resolve_address(domain: InterviewDomain, pending: Pending) -> nodes.reference | None:
    """Link to what an address, or a speaker's name, means."""
    at = domain.look_up(pending.typ, pending.target)
    if at is None:
        return None
    found = at.target
    if pending.typ == 'answer' and len(found.answers) > 1:
        warn_of_several(pending.target, found.answers, pending.node)
    title = found.short if pending.node.get('short') else found.title
    return pending.link(found, at.base, pending.entitled(title))


def _resolve_quotation(domain: InterviewDomain, pending: Pending) -> nodes.reference | None:
    """Link a quotation to its very words, and name who said them."""
    words, project = pending.node['quotation'], pending.node.get('project')
    said = domain.attributions.of(domain.current(pending.target, project), words, project)
    if said is None:
        return None
    link = pending.link(said.target, said.named.source.base, pending.entitled(said.title))
    if fragment := _fragment(domain, pending.builder, said):
        anchor = link.attributes.pop('refid', '')
        link['refuri'] = (f'#{anchor}' if anchor else link['refuri']) + fragment
    return link


def _fragment(domain: InterviewDomain, builder: Builder, said: Attribution) -> str:
    """Return what makes a browser mark the words; empty where none follows the link."""
    if not marks_words(builder):
        return ''
    page = domain.page() if builder.name == 'singlehtml' and domain.page else None
    if page is not None and not said.named.source.base:
        return said.fragment_in(everything(page))
    fragment: str = said.fragment
    return fragment


def _resolve_citation(domain: InterviewDomain, pending: Pending) -> nodes.reference | None:
    """Link a citation to the list of references; where none is at hand, to what is cited."""
    node, content = pending.node, pending.content
    target = domain.current(pending.target)
    bibliography = bibliography_of(domain, pending.builder)
    pieces = bibliography.cite(target, node['place'], node['form'])
    if pieces is None:
        return None
    content.children = []
    content.extend(set_pieces(bibliography.end(pieces) if node.get('ends') else pieces))
    if link := _link_to_list(bibliography, pending, target):
        return link
    at = domain.look_up('ref', target)
    if at is None:
        node['refexplicit'] = True  # so that intersphinx keeps the citation
        return None
    return pending.link(at.target, at.base, content)


def _link_to_list(
    bibliography: Bibliography, pending: Pending, target: str
) -> nodes.reference | None:
    """Return a link to where the list of references has what is cited, if that is at hand."""
    if bibliography.list_document is None:
        return None
    anchor = bibliography.anchors[bibliography.source_of(target) or '']
    return link_to(
        pending.builder, pending.here, bibliography.list_document, anchor, pending.content
    )
