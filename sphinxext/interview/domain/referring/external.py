"""Quotations of one certain other project: ``:external+lamps:interview:quote:``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...doctree.finding import elements
from ..ours import ours
from .resolving import Pending, resolve

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx


class ResolveExternalQuotations(SphinxPostTransform):
    """Link quotations of projects whose words are known.

    Before intersphinx, which would look for the address alone; what is left is its own.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        domain = ours(self.env)
        if domain.bibliography is None or not domain.projects.all:
            return
        for node in list(elements(self.document)):
            if isinstance(node, addnodes.pending_xref) and _is_certain(node):
                where = domain.bibliography.builder, node['refdoc'], 'quote', node['reftarget']
                content = cast('Element', node[0].deepcopy())
                if link := resolve(domain, Pending(*where, node, content)):
                    node.replace_self(link)


def _is_certain(reference: Element) -> bool:
    return 'quotation' in reference and reference.get('project') is not None


def setup(app: Sphinx) -> None:
    app.add_post_transform(ResolveExternalQuotations)
