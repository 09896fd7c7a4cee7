"""Interviews in plain text: ``Name: words``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..doctree import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.writers.text import TextTranslator


def show_children(self: TextTranslator, node: Element) -> None:
    """The children say all that is to be said."""


def visit_heading_text(self: TextTranslator, node: Element) -> None:
    self.visit_rubric(node)


def depart_heading_text(self: TextTranslator, node: Element) -> None:
    self.depart_rubric(node)


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
    nodes.interview_topic: _HEADING,
    nodes.interview_time: (visit_interview_time_text, depart_interview_time_text),
    nodes.interview_note: (visit_interview_note_text, depart_interview_note_text),
}
