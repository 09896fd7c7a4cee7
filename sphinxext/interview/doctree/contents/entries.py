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

from ..folding import Foldable
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
    def of(cls, docname: str, row: Row) -> Self:
        """Make the entry of what stands on the page *docname*."""
        text, address, below = row
        where = {'internal': True, 'refuri': docname, 'anchorname': f'#{address}'}
        link = compact_paragraph('', '', reference('', text, **where), skip_section_number=True)
        return cls('', link, bullet_list.of(docname, below)) if below else cls('', link)

    def row(self) -> Row:
        """Return what seems to have made the entry."""
        link = next(iter(self.findall(reference)), reference())
        below = next((child for child in self if isinstance(child, bullet_list)), bullet_list())
        return row(link.astext(), link.get('anchorname', '')[1:], below.rows())


class bullet_list(Foldable, nodes.bullet_list):
    """A list of entries. Folded it is the page that they are of, and their rows."""

    #: So often whoever asks only reads them, and gets some that aren't kept.
    lendings = 0

    @classmethod
    def of(cls, docname: str, rows: Iterable[Row]) -> Self:
        """Make a list of entries of the page *docname*."""
        return cls().fold((docname, tuple(rows)))

    def made(self) -> list[Node]:
        docname, rows = self.folded or ('', ())
        items = [list_item.of(docname, row) for row in rows]
        for item in items:
            item.parent = self
        return [*items]

    def lent(self) -> list[Node] | None:
        if not self.lendings:
            return None
        self.lendings -= 1
        return self.made()

    def may_hold(self, wanted: type) -> bool:
        return any(issubclass(one, wanted) for one in _KINDS)

    def __len__(self) -> int:
        return len(self.rows() if self.folded else self.children)

    def rows(self) -> tuple[Row, ...]:
        """Return what seems to have made the list."""
        if self.folded:
            rows: tuple[Row, ...] = self.folded[1]
            return rows
        return tuple(child.row() for child in self if isinstance(child, list_item))

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        """Return what makes this list again, and its parent; docutils' way if that isn't all."""
        first: Iterable[Any] = () if self.folded else self.findall(reference)
        docname = next((one.get('refuri', '') for one in first), '')
        made_of = self.folded or (docname, self.rows())
        again = self.of(*made_of)
        is_all = _told(self) == _told(again) if self.folded else _is_like(self, again)
        if not is_all:
            return super().__reduce_ex__(protocol)
        return type(self).of, made_of, (None, {'parent': self.parent})


_KINDS = bullet_list, list_item, compact_paragraph, reference, nodes.Text


def row(text: str, address: str, below: tuple[Row, ...]) -> Row:
    """Return what makes an entry. What stands elsewhere in the environment, too, is kept once."""
    return sys.intern(text), sys.intern(address), below


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
