"""Fills the lists of references, and says below answers where they are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.finding import find
from ...doctree.nodes import TURNS, interview_question, interview_references
from ...doctree.references import set_pieces
from ...messages import _
from ..citations.bibliography import bibliography_of
from ..ours import ours
from ..referring.links import link_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

    from ..citations.bibliography import Bibliography


def fill_references(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the references, each with links back to where it is cited, into their lists."""
    domain = ours(app.env)
    bibliography = bibliography_of(domain, app.builder)
    places = find(doctree, interview_references)
    # Of lists that stand in one file only that has anchors to which citations lead
    of_all = (place for place in places if not place['cited_in'])
    first = next((p for p in of_all if p['docname'] == bibliography.list_document), None)
    for place in places:
        # Where nothing is cited, what leads to the place leads to an empty anchor
        empty = [nodes.target()] if place['ids'] else []
        listed = list(_list(bibliography, place, anchors=place is first)) or empty
        if listed:
            place.replace_self(listed)
        else:
            place.parent.remove(place)


def _list(
    bibliography: Bibliography, place: nodes.Element, *, anchors: bool
) -> Iterator[nodes.Node]:
    listed = nodes.bullet_list(classes=['interview-references', 'simple'], bullet='*')
    for entry in bibliography.listed(place['cited_in']):
        paragraph = nodes.paragraph('', '', *set_pieces(bibliography.style.reference(entry)))
        paragraph += _back_links(entry.record.key, bibliography, place['docname'])
        if anchors:
            # An anchor that every builder writes
            paragraph.insert(0, nodes.target('', '', ids=[bibliography.anchors[entry.record.key]]))
        listed += nodes.list_item('', paragraph)
    if len(listed):
        yield listed


def _back_links(key: str, bibliography: Bibliography, here: str) -> Iterator[nodes.Node]:
    docnames = [name for name, cited in bibliography.citations.items() if key in cited]
    links = _cited_in(docnames, bibliography, here)
    if len(links):
        yield from (nodes.Text(' '), links)


def _cited_in(docnames: Iterable[str], bibliography: Bibliography, here: str) -> nodes.inline:
    """Return links to those of the pages that are in the same PDF or manual."""
    links = nodes.inline(classes=['interview-cited-in'])
    for docname in docnames:
        title = nodes.Text(bibliography.title_of(docname))
        made = link_to(bibliography.builder, here, docname, '', title)
        if made is not None:
            links += [nodes.Text(', ' if len(links) else _('Cited in: ')), made]
    return links


def add_uses(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Say below each answer and question which other documents quote or cite it."""
    domain = ours(app.env)
    used_in = bibliography_of(domain, app.builder).used_in if app.config.interview_cited_in else {}
    for turn in find(doctree, *TURNS) if used_in else ():
        docnames = used_in.get(_used_as(turn), ())
        links = _cited_in(docnames, bibliography_of(domain, app.builder), docname)
        if len(links):
            turn.append(nodes.paragraph('', '', links, classes=['interview-uses']))


def _used_as(turn: nodes.Element) -> str:
    """Return the address that stands for a turn; of several questions in a row for the last."""
    holder = turn
    if isinstance(turn, interview_question):
        follows = turn.next_node(descend=False, siblings=True)
        holder = turn if isinstance(follows, interview_question) else turn.parent
    return holder['ids'][0] if holder['ids'] else ''


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_references)
    app.connect('doctree-resolved', add_uses)
