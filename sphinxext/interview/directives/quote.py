"""The ``interview:quote`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx import addnodes

from ..messages import __
from .directive import OwnDirective

if TYPE_CHECKING:
    from docutils.nodes import Node


class QuoteDirective(OwnDirective):
    """Shows its content as a block quotation of an answer. The build checks the words."""

    has_content = True
    needs: ClassVar = {'arguments': __('an address'), 'content': __('the words')}

    def make(self) -> list[Node]:
        quotation = nodes.block_quote(classes=['interview-quote'])
        self.set_source_info(quotation)
        quotation += self.parse_content_to_nodes()
        words = ' '.join(node.astext() for node in quotation)
        quotation += nodes.attribution('', '', self._source(words))
        return [quotation]

    def _source(self, words: str) -> addnodes.pending_xref:
        target = self.arguments[0]
        source = addnodes.pending_xref(
            '',
            nodes.inline(target, target),
            refdomain='interview',
            reftype='quote',
            reftarget=target.lower(),
            refdoc=self.env.docname,
            refexplicit=False,
            refwarn=True,
            quotation=words,
        )
        self.set_source_info(source)
        return source
