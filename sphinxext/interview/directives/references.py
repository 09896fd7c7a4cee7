"""The ``interview:references`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx.util.docutils import SphinxDirective

from ..doctree.nodes import interview_references
from .options import choice

if TYPE_CHECKING:
    from docutils.nodes import Node


class ReferencesDirective(SphinxDirective):
    """Shows the list of references of the interviews that the project cites."""

    option_spec: ClassVar = {'cited-in': choice('this-document', 'project')}

    def run(self) -> list[Node]:
        is_own = self.options.get('cited-in') == 'this-document'
        place = interview_references(docname=self.env.docname)
        place['cited_in'] = self.env.docname if is_own else ''
        self.set_source_info(place)
        return [place]
