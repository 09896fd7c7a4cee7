"""Citations in notes: the first one of a source says all, those that follow are short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..ours import ours
from .styles import is_note_style

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ShortNotes(SphinxPostTransform):
    """Have a style that cites in notes write a source in full only once in a document.

    Before citations are resolved, at 10.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        domain = ours(self.env)
        known = domain.bibliography
        if known is None or not is_note_style(self.config):
            return
        seen: set[tuple[str, str | None]] = set()
        for note in self.document.findall(nodes.footnote):
            for citation in note.findall(pending_xref):
                if citation['reftype'] == 'cite' and 'form' in citation:
                    source = citation['refdoc'], known.source_of(citation['reftarget'])
                    citation['form'] = 'short' if source in seen else citation['form']
                    seen.add(source)


def setup(app: Sphinx) -> None:
    app.add_post_transform(ShortNotes)
