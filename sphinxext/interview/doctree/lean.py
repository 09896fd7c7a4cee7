"""Elements that take little memory: their empty lists are made when somebody asks for them.

Every element of docutils holds four or five lists, of ids, classes and names, that are nearly
always empty. A long interview has tens of thousands of elements, and whatever lives as long as a
document is looked at again and again by Python's garbage collector. These behave as docutils'
own, under the same names, for everybody who meets them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

_LISTS: Final = nodes.Element.list_attributes


class Attributes(dict[str, Any]):
    """The attributes of an element, of which the lists needn't be there to be read."""

    __slots__ = ()

    def __missing__(self, name: str) -> list[str]:
        if name not in _LISTS:
            raise KeyError(name)
        made: list[str] = []
        self[name] = made
        return made

    def get(self, name: str, default: Any = None) -> Any:
        found = super().get(name, default)
        return self[name] if found is None and name in _LISTS else found

    def copy(self) -> Attributes:
        made = Attributes(self)
        made.own_lists()
        return made

    def own_lists(self) -> None:
        """Hold copies of lists that others may hold, too."""
        for name in _LISTS:
            if name in self:
                self[name] = self[name][:]


class Lean(nodes.Element):
    """To be named before the class of docutils that it makes lean."""

    __slots__ = ('attributes', 'children', 'line', 'parent', 'rawsource', 'source')

    def __init_subclass__(cls) -> None:
        cls.tagname = cls.__name__

    def __init__(self, rawsource: str = '', *children: Node, **attributes: Any) -> None:
        self.rawsource = rawsource
        self.parent = self.source = self.line = None
        self.children = [*children]
        for child in children:  # what is new is in no document that they should learn of
            child.parent = self
        self.attributes = Attributes(attributes)
        if attributes:
            self.attributes.own_lists()

    def setup_child(self, child: Node) -> None:
        # Document and place of what has none are found above it; docutils asks for them each time
        child.parent = self

    def copy(self) -> Self:
        made = object.__new__(type(self))
        made.rawsource, made.children, made.parent = self.rawsource, [], None
        made.attributes = self.attributes.copy()
        made.source, made.line = self.source, self.line
        return made

    def deepcopy(self) -> Self:
        made = self.copy()
        made.children = [child.deepcopy() for child in self.children]
        for child in made.children:
            child.parent = made
        return made


class LeanText(Lean):
    """The same for elements that hold text."""

    __slots__ = ()

    def __init__(
        self, rawsource: str = '', text: str = '', *children: Node, **attributes: Any
    ) -> None:
        if text:
            children = (nodes.Text(text), *children)
        super().__init__(rawsource, *children, **attributes)


class paragraph(LeanText, nodes.paragraph): ...
