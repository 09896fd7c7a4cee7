"""Questions and topics in the page contents, wherever in the page an interview stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx import addnodes

from .. import nodes
from ..conditions import conditions
from ..finding import ancestor, find
from .entries import bullet_list, row

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .entries import Row


#: The page itself asks twice, for its own contents and for those of the project around it, and so
#: does the page with the list of pages. Themes that show all contents ask on each page; for them
#: they are kept.
_LENDINGS = 4


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
        entries = bullet_list.of(docname, _nest(listed))
        position = added.get(id(place), 0)
        added[id(place)] = position + _put(entries, place, position, _shown_if(interview))
        count = app.env.toc_num_entries.get(docname, 0)
        app.env.toc_num_entries[docname] = count + len(listed)


def _nest(listed: list[Element]) -> tuple[Row, ...]:
    """Make rows: questions below topics, topics below the interview's own title."""
    top: list[_Open] = []
    path: list[_Open] = []
    for node in listed:
        opened = _Open(node, [])
        while path and path[-1].node['bookmark'] >= node['bookmark']:
            path.pop()
        (path[-1].below if path else top).append(opened)
        path.append(opened)
    return tuple(map(_Open.row, top))


class _Open(NamedTuple):
    """What is listed, and what is listed below it."""

    node: Element
    below: list[_Open]

    def row(self) -> Row:
        is_exchange = isinstance(self.node, nodes.interview_exchange)
        text = self.node['title'] if is_exchange else self.node.astext()
        return row(text, nodes.address(self.node), tuple(one.row() for one in self.below))


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
    section = ancestor(interview, docutils_nodes.section)
    while section is not None and references:
        anchors = {f'#{node_id}' for node_id in section['ids']}
        found = [r for r in references if r.get('anchorname') in anchors]
        # Sphinx gives a page's first section the empty anchor
        if not found and isinstance(section.parent, (docutils_nodes.document, addnodes.only)):
            found = references
        if found:
            return _sublist(found[0].parent.parent)
        section = ancestor(section, docutils_nodes.section)
    return toc


def _put(entries: bullet_list, place: Element, position: int, expression: str) -> int:
    """Put *entries* into the list *place*; return how many places they take.

    :param expression: when they are shown; empty for always
    """
    if isinstance(place, bullet_list) and not len(place) and not expression:
        place.fold(entries.folded or ())  # as long as nobody else wants something there
        return len(place)
    items = entries.children
    place[position:position] = [addnodes.only('', *items, expr=expression)] if expression else items
    return 1 if expression else len(items)


def _shown_if(interview: Element) -> str:
    """Return the expression of tags that an ``only`` or ``ifconfig`` around the interview asks for."""
    return ' and '.join(condition.tag for condition in conditions(interview))


def lend_entries(app: Sphinx, env: BuildEnvironment) -> None:
    """Let contents be read without unfolding: pages are written from here on, and change nothing.

    Where they are written in parallel, each process has contents of its own.
    """
    waiting: list[Element] = [*env.tocs.values()]
    while waiting:
        element = waiting.pop()
        if isinstance(element, bullet_list) and element.folded:
            element.lendings = _LENDINGS
        else:
            waiting += [child for child in element.children if isinstance(child, Element)]


def setup(app: Sphinx) -> None:
    # After the contents were made, by Sphinx or by an extension that is loaded after this one
    app.connect('doctree-read', list_questions, priority=700)
    app.connect('env-check-consistency', lend_entries, priority=900)
