"""What of the nodes in a turn was said, and what an editor has put there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

#: Marks of footnotes and the like.
MARKS: Final = nodes.footnote_reference, nodes.citation_reference
#: What isn't said.
BESIDE: Final = nodes.Admonition, nodes.caption, nodes.citation, nodes.footnote, nodes.legend
_SIGN: Final = '\0'
_MARK = re.compile(rf'\s*{_SIGN}')


def heard(node: Node, without: type | tuple[type, ...]) -> str:
    """Return the text of *node* without marks of footnotes and the space before them.

    :param without: what is left out, too
    """
    return _MARK.sub('', _with_signs(node, without))


def _with_signs(node: Node, without: type | tuple[type, ...]) -> str:
    if isinstance(node, MARKS):
        return _SIGN
    if isinstance(node, without):
        return ''
    if not node.children:
        return str(node.astext())
    between = getattr(node, 'child_text_separator', '')
    return between.join(_with_signs(child, without) for child in node.children)
