"""Entries of page contents: nodes that the environment keeps as what they were made of.

A list of Sphinx's own holds four nodes for each entry, and the environment has one for every
question of the project. These are the same for everybody who meets them, and a tenth as large where
they are kept. A list that somebody has changed is kept as any node is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Self, SupportsIndex

from docutils import nodes
from sphinx import addnodes

from ..lean import Lean, LeanText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node

    #: Text, address, and the rows of the list below it.
    Row = tuple[str, str, tuple['Row', ...]]


class reference(LeanText, nodes.reference): ...


class compact_paragraph(LeanText, addnodes.compact_paragraph): ...


class list_item(Lean, nodes.list_item):
    @classmethod
    def of(cls, text: str, docname: str, address: str) -> Self:
        """Make the entry of what stands at *address* on the page *docname*."""
        where = {'internal': True, 'refuri': docname, 'anchorname': f'#{address}'}
        link = reference('', text, **where)
        return cls('', compact_paragraph('', '', link, skip_section_number=True))

    def row(self) -> Row:
        """Return what seems to have made the entry."""
        link = next(iter(self.findall(reference)), reference())
        below = next((child for child in self if isinstance(child, bullet_list)), bullet_list())
        # What stands elsewhere in the environment, too, is kept once
        address = sys.intern(link.get('anchorname', '')[1:])
        return sys.intern(link.astext()), address, below.rows()


class bullet_list(Lean, nodes.bullet_list):
    @classmethod
    def of(cls, docname: str, rows: Iterable[Row]) -> Self:
        """Make a list of entries of the page *docname*."""
        made = cls()
        for text, address, below in rows:
            item = list_item.of(text, docname, address)
            if below:
                item.append(cls.of(docname, below))
            made.append(item)
        return made

    def rows(self) -> tuple[Row, ...]:
        """Return what seems to have made the list."""
        return tuple(child.row() for child in self if isinstance(child, list_item))

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        """Return what makes this list again, and its parent; docutils' way if that isn't all."""
        first = next(iter(self.findall(reference)), reference())
        made_of = first.get('refuri', ''), self.rows()
        if not _is_like(self, self.of(*made_of)):
            return super().__reduce_ex__(protocol)
        return type(self).of, made_of, (None, {'parent': self.parent})


def _is_like(one: Node, other: Node) -> bool:
    if isinstance(one, nodes.Text) or isinstance(other, nodes.Text):
        return type(one) is type(other) and one == other
    return (
        type(one) is type(other)
        and _told(one) == _told(other)
        and len(one.children) == len(other.children)
        and all(map(_is_like, one.children, other.children))
    )


def _told(element: Any) -> tuple[Any, ...]:
    """Return what an element itself says."""
    attributes = {name: value for name, value in element.attributes.items() if value != []}
    return attributes, element.rawsource, element.source, element.line
