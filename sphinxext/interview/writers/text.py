"""Interviews in plain text: ``Name: words``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import SkipNode
from docutils.utils import column_width

from ..doctree import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.writers.text import TextTranslator


def show_children(self: TextTranslator, node: Element) -> None:
    """The children say all that is to be said."""


def skip(self: TextTranslator, node: Element) -> None:
    """A picture says nothing here that isn't said beside it."""
    raise SkipNode


def visit_heading_text(self: TextTranslator, node: Element) -> None:
    if _in_cell(self):
        self.visit_rubric(node)
    else:
        self.new_state(0)


def depart_heading_text(self: TextTranslator, node: Element) -> None:
    """Underline a heading as those of sections so far below the enclosing one."""
    if _in_cell(self):
        self.depart_rubric(node)
        return
    line = ''.join(str(text) for _, text in self.states.pop())
    self.stateindent.pop()
    level = max(self.sectionlevel - 1, 0) + node['depth']
    sign = self.sectionchars[min(level, len(self.sectionchars) - 1)]
    self.states[-1].append((0, ['', line, sign * column_width(line), '']))


def _in_cell(self: TextTranslator) -> bool:
    """Whether Sphinx joins all lines."""
    return hasattr(self, 'table')


def visit_interview_note_text(self: TextTranslator, node: Element) -> None:
    self.new_state()


def depart_interview_note_text(self: TextTranslator, node: Element) -> None:
    self.end_state()


def visit_interview_time_text(self: TextTranslator, node: Element) -> None:
    self.add_text('[')


def depart_interview_time_text(self: TextTranslator, node: Element) -> None:
    self.add_text(']')


_PLAIN = (show_children, show_children)
_HEADING = (visit_heading_text, depart_heading_text)
HANDLERS = dict.fromkeys(nodes.NODES, _PLAIN) | {
    nodes.interview_title: _HEADING,
    nodes.interview_name: _HEADING,
    nodes.interview_portrait: (skip, show_children),
    nodes.interview_topic: _HEADING,
    nodes.interview_time: (visit_interview_time_text, depart_interview_time_text),
    nodes.interview_note: (visit_interview_note_text, depart_interview_note_text),
}
