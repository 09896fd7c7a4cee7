"""Visitors that know nothing of interviews, and find nothing in literal words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils.transforms.references import DanglingReferencesVisitor
from sphinx.builders.latex.transforms import LaTeXFootnoteVisitor
from sphinx.transforms.post_transforms.code import HighlightLanguageVisitor

from ..lean import Lean

if TYPE_CHECKING:
    from docutils.nodes import Node, NodeVisitor

#: These go through all elements, and do nothing to those that they don't know by name.
_BLIND: Final = DanglingReferencesVisitor, HighlightLanguageVisitor, LaTeXFootnoteVisitor


def is_blind(visitor: NodeVisitor) -> bool:
    """Whether a visitor is one of those."""
    return type(visitor) in _BLIND


class Unvisited(Lean):
    """An element that they don't know by name: they are sent on to what is in it."""

    __slots__ = ()

    def visited(self) -> list[Node]:
        """Return what may hold something for them."""
        return self.children[:]

    def walk(self, visitor: NodeVisitor) -> bool:
        if not is_blind(visitor):
            return super().walk(visitor)
        for child in self.visited():
            child.walk(visitor)
        return False

    def walkabout(self, visitor: NodeVisitor) -> bool:
        if not is_blind(visitor):
            return super().walkabout(visitor)
        for child in self.visited():
            child.walkabout(visitor)
        return False
