"""Words that are quoted in a sentence.

A build walks some fifty times through what a page says, past every element and every piece of text.
So what stands around the words comes late: an element when the document is read, and the quotation
marks when it is written. Whoever asks for the text before gets them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from ...doctree.turns.visiting import Unvisited, is_blind

if TYPE_CHECKING:
    from docutils.nodes import NodeVisitor


class Marked(nodes.Element):
    """What has quotation marks as an attribute, ``marks``: the one before and the one behind."""

    def marked(self, words: str) -> str:
        """Return *words* between the marks; as they are, once these are children."""
        return words.join(self.get('marks', ('', '')))

    def astext(self) -> str:
        return self.marked(super().astext())


class pending_xref(Marked, addnodes.pending_xref):
    """Words that refer to who said them, as long as the document is read."""

    def surround(self) -> None:
        """Put the element around this."""
        if marks := self.attributes.pop('marks', None):
            quotation = inline(self.rawsource, classes=['interview-quote'], marks=marks)
            self.parent.replace(self, quotation)
            quotation.append(self)


class inline(Marked, Unvisited, nodes.inline):
    """What stands in quotation marks. Children: a reference; once this is written, the marks, too."""

    def walkabout(self, visitor: NodeVisitor) -> bool:
        if not is_blind(visitor):
            self.put_marks()
        return super().walkabout(visitor)

    def pformat(self, *args: Any, **options: Any) -> str:
        self.put_marks()
        return super().pformat(*args, **options)

    def put_marks(self) -> None:
        """Make the marks children."""
        if marks := self.attributes.pop('marks', None):
            opening, closing = map(nodes.Text, marks)
            self.insert(0, opening)
            self.append(closing)
