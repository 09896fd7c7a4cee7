"""The directives ``interview:list`` and ``interview:references``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives

from ..doctree.nodes import interview_list, interview_references
from .directive import OwnDirective
from .options import choice, separated

if TYPE_CHECKING:
    from docutils.nodes import Node


class ListDirective(OwnDirective):
    """Lists the project's interviews."""

    optional_arguments = 0
    conversions: ClassVar = {
        'as': choice('list', 'table', 'cards'),
        'sort': choice('title', 'date', 'newest'),
        'speaker': directives.unchanged_required,
        'tag': separated,
    }

    def make(self) -> list[Node]:
        place = interview_list(docname=self.env.docname)
        place['form'] = self.options.get('as', 'list')
        place['sort'] = self.options.get('sort', 'title')
        place['speakers'] = self._several('speaker')
        place['tags'] = self._several('tag')
        self.set_source_info(place)
        return [place]

    def _several(self, option: str) -> list[str]:
        return [name.strip() for name in self.options.get(option, '').split(';') if name.strip()]


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
