"""Links to what the project has, where a builder can make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from ..citations.bibliography import bibliography_of
from ..ours import ours

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from sphinx.builders import Builder

    from ..records import Target


def refer(
    builder: Builder, here: str, docname: str, anchor: str, content: Node | list[Node]
) -> nodes.reference:
    """Return a link from the page *here*.

    :raises NoUri: *docname* isn't in the same PDF, manual or page
    """
    domain = ours(builder.env)
    if docname in bibliography_of(domain, builder).absent:
        raise NoUri(docname)
    made = make_refnode(builder, here, docname, anchor, content)
    if builder.format == 'man':
        # It leads nowhere there, and docutils from 0.22 on prints it behind the text
        made.attributes.pop('refuri', None)
    return made


def link_to(
    builder: Builder, here: str, docname: str, anchor: str, content: Node | list[Node]
) -> nodes.reference | None:
    """Return a link from the page *here*; None where `refer` can make none."""
    try:
        return refer(builder, here, docname, anchor, content)
    except NoUri:
        return None


def leads(builder: Builder, here: str, docname: str, anchor: str) -> dict[str, str]:
    """Return the attributes of a link from the page *here*; none where `refer` can make none."""
    link = link_to(builder, here, docname, anchor, [])
    return {name: link[name] for name in ('refuri', 'refid') if link and name in link}


def link_elsewhere(base: str, found: Target, content: Element) -> nodes.reference:
    """Return a link to what another project has, whose pages are below *base*."""
    return nodes.reference('', '', content, internal=False, refuri=found.uri(base))


def pending(target: str, text: str, docname: str, *, explicit: bool) -> addnodes.pending_xref:
    """Return a reference from *docname*, as the role ``interview:ref`` makes it.

    :param explicit: whether *text* is shown as it is, and not the title of what is found
    """
    return addnodes.pending_xref(
        '',
        nodes.inline(text, text),
        refdomain='interview',
        reftype='ref',
        reftarget=target,
        refdoc=docname,
        refexplicit=explicit,
    )
