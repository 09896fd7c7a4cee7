"""Elements that make their children when somebody asks for them.

A build walks through a document some forty times, and whatever lives as long as a document is looked
at again and again by Python's garbage collector. An element that knows what its children will be
needn't have them: what looks for something else is told at once that there is none. Whoever asks for
the children, whatever for, gets them, and it is an ordinary element from then on; so nothing that
was done to them is ever lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from sphinx.util.nodes import NodeMatcher

from .lean import Lean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils.nodes import Element, Node

    Action = Callable[[Element], object]

#: What docutils passes on to children when it finds all that match.
_ALL: Final = {'include_self': True, 'descend': True, 'siblings': False, 'ascend': False}


class Foldable(Lean):
    """To be named before the class of docutils that it makes foldable."""

    __slots__ = ('_children', 'actions', 'folded')

    #: What the children will be made of, as long as it is folded; else None.
    folded: tuple[Any, ...] | None
    #: What is to be done as soon as it unfolds, in this order.
    actions: tuple[Action, ...]
    _children: Any

    def fold(self, folded: tuple[Any, ...], *actions: Action) -> Self:
        """Hold what children can be made of instead of children."""
        self.folded, self.actions, self._children = folded, actions, None
        return self

    def later(self, action: Action) -> None:
        """Do something with the children: now, or as soon as there are any."""
        if self.folded is None:
            action(self)
        else:
            self.actions += (action,)

    def made(self) -> list[Node]:
        """Return children made of what is `folded`."""
        raise NotImplementedError

    def lent(self) -> list[Node] | None:
        """Return children for somebody who only reads them now and keeps none."""
        return None

    def may_hold(self, wanted: type) -> bool:
        """Whether an instance of *wanted* may be among what it unfolds to."""
        raise NotImplementedError

    def may_have(self, attribute: str) -> bool:
        """Whether something that it unfolds to may have an attribute of that name."""
        return True

    @property  # type: ignore[override]
    def children(self) -> list[Node]:
        if self._children is None:
            if (lent := self.lent()) is not None:
                return lent
            actions = self.actions
            self.children = self.made()
            for action in actions:
                action(self)
        found: list[Node] = self._children
        return found

    @children.setter
    def children(self, children: list[Node]) -> None:
        self.folded, self.actions, self._children = None, (), children

    def __len__(self) -> int:
        return super().__len__() if self.folded is None or self.actions else len(self.folded)

    def deepcopy(self) -> Self:
        if self.folded is None or self.actions:  # which may know what isn't copied
            return super().deepcopy()
        return self.copy().fold(self.folded)

    def __getstate__(self) -> tuple[dict[str, Any], dict[str, Any]]:
        is_folded = self.folded is not None and not self.actions
        held = ('folded', 'actions', '_children') if is_folded else ('children',)
        names = ('attributes', 'line', 'parent', 'rawsource', 'source', *held)
        return self.__dict__, {name: getattr(self, name) for name in names}

    def _fast_findall(self, cls: type) -> Iterator[Node]:
        if self.folded is None or self.may_hold(cls):
            yield from super()._fast_findall(cls)  # type: ignore[misc]
        elif isinstance(self, cls):
            yield self

    def findall(  # type: ignore[override]
        self, condition: Any = None, *args: Any, **options: Any
    ) -> Iterator[Any]:
        if (
            self.folded is None
            or not finds_all(condition, args, options)
            or self.may_match(condition)
        ):
            yield from super().findall(condition, *args, **options)
        elif condition(self):
            yield self

    def may_match(self, condition: NodeMatcher[Any]) -> bool:
        """Whether something that it unfolds to may match."""
        if condition.classes and not any(map(self.may_hold, condition.classes)):
            return False
        # The lists of docutils are there for whoever asks
        return all(name in self.list_attributes or self.may_have(name) for name in condition.attrs)


def finds_all(condition: Any, args: tuple[Any, ...], options: dict[str, Any]) -> bool:
    """Whether ``findall`` is asked for all in an element that match."""
    return isinstance(condition, NodeMatcher) and not args and options in ({}, _ALL)
