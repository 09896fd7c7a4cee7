"""Interviews that pass by their exchanges where something is looked for that folded words don't hold.

To ask each of thousands of turns takes most of the time of a walk through a document.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..folding import finds_all
from .visiting import Unvisited
from .words import Turn, may_be

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Node
    from sphinx.util.nodes import NodeMatcher

    _Classes = type | tuple[type, ...]


class Exchange(Unvisited):
    """Turns, and what stands between them."""

    __slots__ = ()


class Interview(Unvisited):
    """Exchanges, and what stands between them."""

    __slots__ = ()

    def _fast_findall(self, cls: type) -> Iterator[Node]:
        if isinstance(self, cls):
            yield self
        for child in _not_passed(self.children, cls):
            yield from child.findall(cls)

    def findall(  # type: ignore[override]
        self, condition: Any = None, *args: Any, **options: Any
    ) -> Iterator[Any]:
        if not finds_all(condition, args, options):
            yield from super().findall(condition, *args, **options)
            return
        if condition(self):
            yield self
        classes = condition.classes
        for child in _not_passed(self.children, classes) if classes else self.children:
            if not isinstance(child, Exchange) or _may_match(child, condition):
                yield from child.findall(condition)


def _not_passed(children: Iterable[Node], classes: _Classes) -> Iterator[Node]:
    """Yield those that may be or hold instances of *classes*."""
    folded, changed = (_others(classes, has_actions=changes) for changes in (False, True))
    for child in children:
        if isinstance(child, Exchange) and not isinstance(child, classes):
            for turn in child.children:
                others = changed if type(turn) in folded and turn.actions else folded  # type: ignore[attr-defined]
                if type(turn) not in others or turn.folded is None:  # type: ignore[attr-defined]
                    break
            else:
                continue
        yield child


@lru_cache(256)
def _others(classes: _Classes, *, has_actions: bool) -> frozenset[type]:
    """Return the kinds of turns that are and hold no instance of *classes*, as long as they are folded."""
    if may_be(classes, has_actions=has_actions):
        return frozenset()
    return frozenset(kind for kind in Turn.__subclasses__() if not issubclass(kind, classes))


def _may_match(exchange: Exchange, condition: NodeMatcher[Any]) -> bool:
    return condition(exchange) or any(
        not isinstance(turn, Turn)
        or turn.folded is None
        or turn.may_match(condition)
        or condition(turn)
        for turn in exchange.children
    )
