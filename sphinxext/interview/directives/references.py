"""The ``interview:references`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..doctree.nodes import interview_references
from .directive import OwnDirective
from .options import choice

if TYPE_CHECKING:
    from docutils.nodes import Node


class ReferencesDirective(OwnDirective):
    """Shows the list of references of the interviews that the project cites."""

    optional_arguments = 0
    conversions: ClassVar = {'cited-in': choice('this-document', 'project')}

    def make(self) -> list[Node]:
        is_own = self.options.get('cited-in') == 'this-document'
        place = interview_references(docname=self.env.docname)
        place['cited_in'] = self.env.docname if is_own else ''
        self.set_source_info(place)
        return [place]
