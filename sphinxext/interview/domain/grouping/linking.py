"""Links to what the project shows of a value: a page, or a place on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..ours import ours
from ..referring.links import link_to

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.builders import Builder

    from .groups import Value


def link_to_value(builder: Builder, here: str, value: Value, content: Node) -> Node:
    """Return a link from the page *here*; *content* itself where there is nothing to lead to."""
    place = ours(builder.env).groups.place(builder, value)
    return (place and link_to(builder, here, *place, content)) or content


def linked(builder: Builder, here: str, kind: str, text: str, shown: str = '') -> Node:
    """Return a value's text, or *shown*, as a link where the project shows more of it."""
    value = ours(builder.env).groups.find(kind, text)
    words = nodes.Text(shown or text)
    if value is None or builder.format not in {'html', 'latex'}:  # in terminals it is words
        return words
    return link_to_value(builder, here, value, words)
