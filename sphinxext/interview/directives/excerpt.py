"""The ``interview:excerpt`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..doctree.nodes import interview_excerpt
from ..messages import __
from .directive import OwnDirective
from .options import choice

if TYPE_CHECKING:
    from docutils.nodes import Node


class ExcerptDirective(OwnDirective):
    """Shows exchanges of any interview again, with a link to where they stand."""

    final_argument_whitespace = True
    needs: ClassVar = {'arguments': __('an address')}
    conversions: ClassVar = {'show': choice('both', 'question', 'answer')}

    def make(self) -> list[Node]:
        excerpt = interview_excerpt(classes=['interview', 'interview-excerpt'])
        excerpt['targets'] = self.arguments[0].lower().split()
        excerpt['show'] = self.options.get('show', 'both')
        excerpt['docname'] = self.env.docname
        self.set_source_info(excerpt)
        return [excerpt]
