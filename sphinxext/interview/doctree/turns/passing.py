"""Interviews that pass by their exchanges where something is looked for that folded words don't hold.

To ask each of thousands of turns takes most of the time of a walk through a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..folding import finds_all
from .visiting import Unvisited
from .words import Turn, may_be

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node
    from sphinx.util.nodes import NodeMatcher


class Exchange(Unvisited):
    """Turns, and what stands between them."""

    __slots__ = ()


class Interview(Unvisited):
    """Exchanges, and what stands between them."""

    __slots__ = ()

    def _fast_findall(self, cls: type) -> Iterator[Node]:
        if isinstance(self, cls):
            yield self
        may_hold = may_be(cls, has_actions=False), may_be(cls, has_actions=True)
        for child in self.children:
            if isinstance(child, Exchange) and not isinstance(child, cls):
                for turn in child.children:
                    if (
                        not isinstance(turn, Turn)
                        or turn.folded is None
                        or may_hold[bool(turn.actions)]
                        or isinstance(turn, cls)
                    ):
                        break
                else:
                    continue
            yield from child.findall(cls)

    def findall(  # type: ignore[override]
        self, condition: Any = None, *args: Any, **options: Any
    ) -> Iterator[Any]:
        if not finds_all(condition, args, options):
            yield from super().findall(condition, *args, **options)
            return
        if condition(self):
            yield self
        for child in self.children:
            if not isinstance(child, Exchange) or _may_match(child, condition):
                yield from child.findall(condition)


def _may_match(exchange: Exchange, condition: NodeMatcher[Any]) -> bool:
    return condition(exchange) or any(
        not isinstance(turn, Turn)
        or turn.folded is None
        or turn.may_match(condition)
        or condition(turn)
        for turn in exchange.children
    )
