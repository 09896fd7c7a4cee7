"""What stands around a node and may hide it from the readers of a builder."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from sphinx import addnodes
from sphinx.ext.ifconfig import ifconfig

if TYPE_CHECKING:
    from docutils.nodes import Node


class Condition(NamedTuple):
    """When the content of an ``only`` or ``ifconfig`` is shown."""

    #: The directive.
    kind: str
    expression: str

    @property
    def tag(self) -> str:
        """The expression of tags that says the same, for the page contents, which know only those.

        For an ``ifconfig`` a tag of ours, which a builder has where the expression is true.
        """
        if self.kind == 'only':
            return f'({self.expression})'
        return f'interview_{sha256(self.expression.encode("utf-8", "replace")).hexdigest()[:16]}'


def conditions(node: Node) -> tuple[Condition, ...]:
    """Return all that must be true for *node* to be shown, from the inside out."""
    found = []
    parent = node.parent
    while parent is not None:
        if isinstance(parent, addnodes.only):
            found.append(Condition('only', parent['expr']))
        elif isinstance(parent, ifconfig):
            found.append(Condition('ifconfig', parent['expr']))
        parent = parent.parent
    return tuple(found)
