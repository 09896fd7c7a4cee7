"""Questions and topics in the page contents, wherever in the page an interview stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.environment.collectors import EnvironmentCollector

from . import nodes
from .conditions import conditions

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class InterviewContentsCollector(EnvironmentCollector):
    """Adds to the contents that Sphinx's own collector has made of the page's sections."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Nothing of ours: Sphinx forgets the page's contents itself."""

    def merge_other(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        docnames: AbstractSet[str],
        other: BuildEnvironment,
    ) -> None:
        """Nothing of ours: Sphinx merges the pages' contents itself."""

    def process_doc(self, app: Sphinx, doctree: docutils_nodes.document) -> None:
        """List what an interview has marked with ``bookmark``."""
        docname = app.env.docname
        added: dict[int, int] = {}
        for interview in doctree.findall(nodes.interview):
            listed = [n for n in interview if isinstance(n, Element) and 'bookmark' in n]
            if not listed:
                continue
            place = _list_of_section(app.env.tocs[docname], interview)
            entries = _wrap_only(interview, _nest(listed, docname))
            position = added.get(id(place), 0)
            place[position:position] = entries
            added[id(place)] = position + len(entries)
            app.env.toc_num_entries[docname] += len(listed)


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
    reference = docutils_nodes.reference(
        '', text, internal=True, refuri=docname, anchorname='#' + nodes.address(node)
    )
    paragraph = addnodes.compact_paragraph('', '', reference, skip_section_number=True)
    return docutils_nodes.list_item('', paragraph)


def _sublist(item: Element) -> Element:
    if isinstance(item[-1], docutils_nodes.bullet_list):
        return item[-1]
    sublist = docutils_nodes.bullet_list()
    item += sublist
    return sublist


def _list_of_section(toc: Element, interview: Element) -> Element:
    """Return the list that holds the entries below the section around *interview*."""
    section = _ancestor(interview, docutils_nodes.section)
    if section is None:
        return toc
    anchors = {f'#{node_id}' for node_id in section['ids']}
    references = list(toc.findall(docutils_nodes.reference))
    # Sphinx gives a page's first section the empty anchor
    found = next((r for r in references if r['anchorname'] in anchors), references[0])
    return _sublist(found.parent.parent)


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
    app.add_env_collector(InterviewContentsCollector)
