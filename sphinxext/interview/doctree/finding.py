"""Finds elements in a document, and looks at no word of it.

``findall`` looks at each piece of text, too, and takes five times as long; of every page of every
project this would be felt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import Element

if TYPE_CHECKING:
    from collections.abc import Iterator


def elements(root: Element) -> Iterator[Element]:
    """Yield *root* and the elements below, in the order of the document."""
    waiting: list[Element] = [root]
    while waiting:
        element = waiting.pop()
        yield element
        if children := element.children:
            waiting += [node for node in reversed(children) if isinstance(node, Element)]


def find(root: Element, *classes: type[Element]) -> list[Element]:
    """Return the elements of exactly these classes among `elements`."""
    return [element for element in elements(root) if type(element) in classes]
