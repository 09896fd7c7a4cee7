"""Man pages name other pages of the documentation, and can't link to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class NameOnly(SphinxPostTransform):
    """Takes away what docutils 0.22 writes behind a link without an address: ``<>``."""

    default_priority = 900
    formats = ('man',)

    def run(self, **kwargs: Any) -> None:
        for link in list(self.document.findall(nodes.reference)):
            if link.get('refuri') == '':
                link.replace_self(nodes.emphasis('', '', *link.children))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_post_transform(NameOnly)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
