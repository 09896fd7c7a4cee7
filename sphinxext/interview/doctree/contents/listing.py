"""Questions and topics in the page contents, wherever in the page an interview stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx import addnodes

from .. import nodes
from ..conditions import conditions
from ..finding import find
from .entries import bullet_list, list_item

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def list_questions(app: Sphinx, doctree: docutils_nodes.document) -> None:
    """Add what interviews have marked with ``bookmark`` to the contents made of the sections."""
    docname = app.env.docname
    toc = app.env.tocs.get(docname)
    if toc is None:  # another extension shows the page's contents in its own way
        return
    added: dict[int, int] = {}
    interviews = find(doctree, nodes.interview)
    # Before ours are among them, for an interview may have the name of its section
    references: list[Element] = []
    if interviews:
        references += toc.findall(docutils_nodes.reference)
    for interview in interviews:
        listed = [n for n in interview if isinstance(n, Element) and 'bookmark' in n]
        if not listed:
            continue
        place = _list_of_section(toc, references, interview)
        entries = _wrap_only(interview, _nest(listed, docname))
        position = added.get(id(place), 0)
        place[position:position] = entries
        added[id(place)] = position + len(entries)
        count = app.env.toc_num_entries.get(docname, 0)
        app.env.toc_num_entries[docname] = count + len(listed)


def _nest(listed: list[Element], docname: str) -> list[Element]:
    """Make list items: questions below topics, topics below the interview's own title."""
    top: list[Element] = []
    open_items: list[tuple[int, Element]] = []
    for node in listed:
        item = _item(node, docname)
        while open_items and open_items[-1][0] >= node['bookmark']:
            open_items.pop()
        if open_items:
            _sublist(open_items[-1][1]).append(item)
        else:
            top.append(item)
        open_items.append((node['bookmark'], item))
    return top


def _item(node: Element, docname: str) -> docutils_nodes.list_item:
    text = node['title'] if isinstance(node, nodes.interview_exchange) else node.astext()
    return list_item.of(text, docname, nodes.address(node))


def _sublist(item: Element) -> Element:
    if isinstance(item[-1], docutils_nodes.bullet_list):
        return item[-1]
    sublist = bullet_list()
    item += sublist
    return sublist


def _list_of_section(toc: Element, references: list[Element], interview: Element) -> Element:
    """Return the list that holds the entries below the section around *interview*.

    *references* are those of all sections.

    A section that isn't in *toc*, as one inside of ``ifconfig``, leaves it to the one around it.
    """
    section = _ancestor(interview, docutils_nodes.section)
    while section is not None and references:
        anchors = {f'#{node_id}' for node_id in section['ids']}
        found = [r for r in references if r.get('anchorname') in anchors]
        # Sphinx gives a page's first section the empty anchor
        if not found and isinstance(section.parent, (docutils_nodes.document, addnodes.only)):
            found = references
        if found:
            return _sublist(found[0].parent.parent)
        section = _ancestor(section, docutils_nodes.section)
    return toc


def _wrap_only(interview: Element, entries: list[Element]) -> list[Element]:
    """Hide the entries where an ``only`` or ``ifconfig`` hides the interview."""
    expression = ' and '.join(condition.tag for condition in conditions(interview))
    return [addnodes.only('', *entries, expr=expression)] if expression else entries


def _ancestor(node: Element, node_class: type[Element]) -> Element | None:
    parent = node.parent
    while parent is not None and not isinstance(parent, node_class):
        parent = parent.parent
    return parent


def setup(app: Sphinx) -> None:
    # After the contents were made, by Sphinx or by an extension that is loaded after this one
    app.connect('doctree-read', list_questions, priority=700)
