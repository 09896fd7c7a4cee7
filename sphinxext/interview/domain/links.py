"""Links to what the project has, where a builder can make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder

    from .records import Target


def link_to(
    builder: Builder, here: str, docname: str, anchor: str, text: str
) -> nodes.reference | None:
    """Return a link from the page *here*; None where *docname* isn't in the same PDF or manual."""
    try:
        return make_refnode(builder, here, docname, anchor, nodes.Text(text))
    except NoUri:
        return None


def link_elsewhere(base: str, found: Target, content: Element) -> nodes.reference:
    """Return a link to what another project has, whose pages are below *base*."""
    uri = f'{base}{found.docname}#{found.anchor}'
    return nodes.reference('', '', content, internal=False, refuri=uri)
