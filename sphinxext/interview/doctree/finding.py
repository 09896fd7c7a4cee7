"""Finds elements in a document, and looks at no word of it.

``findall`` looks at each piece of text, too, and takes five times as long; on every page of every
project this would be felt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from docutils.nodes import Element, Inline, TextElement

from . import nodes
from .nodes import NODES, TURNS, interview
from .turns.words import Turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node, document

_OURS = frozenset(NODES)
#: What stands in no interview of literal words.
_ELSEWHERE = frozenset({
    nodes.interview,
    nodes.interview_list,
    nodes.interview_browse,
    nodes.interview_facets,
    nodes.interview_references,
    nodes.interview_excerpt,
    nodes.interview_profile,
})  # fmt: skip


def elements(root: Element) -> Iterator[Element]:
    """Yield *root* and the elements below, in the order of the document; of folded turns no paragraphs."""
    waiting: list[Element] = [root]
    while waiting:
        element = waiting.pop()
        yield element
        if not is_folded(element) and (children := element.children):
            waiting += [node for node in reversed(children) if isinstance(node, Element)]


def note(doctree: document, *, may_hold: bool = True) -> None:
    """Note whether *doctree* holds anything of ours; where not, `find` needn't look.

    :param may_hold: whether anything of ours can be there
    """
    doctree.has_interviews = may_hold and any(type(found) in _OURS for found in elements(doctree))  # type: ignore[attr-defined]


def find(root: Element, *classes: type[Element]) -> list[Element]:
    """Return the elements of exactly these classes among `elements`; in a document, if it has ours.

    What isn't inline is not looked for in paragraphs, nor in turns that are words only.
    """
    if not getattr(root, 'has_interviews', True):
        return []
    if any(issubclass(wanted, Inline) for wanted in classes):
        return [element for element in elements(root) if type(element) in classes]
    found: list[Element] = []
    waiting: list[Element] = [root]
    while waiting:
        element = waiting.pop()
        if type(element) in classes:
            found.append(element)
        if not (isinstance(element, TextElement) or is_words(element) or _is_all(element, classes)):
            waiting += [node for node in reversed(element.children) if isinstance(node, Element)]
    return found


def ancestor(node: Element, node_class: type[Element]) -> Element | None:
    """Return the innermost element of this class that *node* stands in."""
    parent = node.parent
    while parent is not None and not isinstance(parent, node_class):
        parent = parent.parent
    return parent


def _is_all(element: Element, classes: tuple[type[Element], ...]) -> bool:
    """Whether *element* is an interview of literal words, which hold nothing that is looked for."""
    return (
        type(element) is interview
        and element.get('markup') == 'literal'
        and _ELSEWHERE.issuperset(classes)
    )


def is_folded(element: Node) -> TypeGuard[Turn]:
    """Whether *element* is a turn whose words are no nodes yet."""
    return isinstance(element, Turn) and element.folded is not None


def is_words(element: Element) -> bool:
    """Whether *element* is a turn of paragraphs of literal words, and nothing else."""
    return isinstance(element, TURNS) and 'is_words' in element.attributes
