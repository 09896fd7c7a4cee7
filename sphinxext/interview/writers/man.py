"""Interviews in manual pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.nodes import SkipNode, paragraph

from ..doctree import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element, emphasis, rubric, strong
    from sphinx.writers.manpage import ManualPageTranslator


def show_children(self: ManualPageTranslator, node: Element) -> None:
    """The children say all that is to be said."""


def skip(self: ManualPageTranslator, node: Element) -> None:
    """A picture says nothing here that isn't said beside it."""
    raise SkipNode


def visit_block_man(self: ManualPageTranslator, node: Element) -> None:
    """Part a block from what stands before it, as docutils parts all but the first paragraph."""
    self.ensure_eol()
    if node.children and isinstance(node[0], paragraph):
        self.body.append('.sp\n')


def visit_interview_note_man(self: ManualPageTranslator, node: Any) -> None:
    self.ensure_eol()
    self.visit_block_quote(node)
    visit_block_man(self, node)


def depart_interview_note_man(self: ManualPageTranslator, node: Any) -> None:
    self.depart_block_quote(node)


def visit_heading_man(self: ManualPageTranslator, node: rubric) -> None:
    self.visit_rubric(node)
    self.body.append(self.defs['strong'][0])


def depart_heading_man(self: ManualPageTranslator, node: rubric) -> None:
    self.body.append(self.defs['strong'][1])
    self.depart_rubric(node)


def visit_interview_speaker_man(self: ManualPageTranslator, node: strong) -> None:
    self.visit_strong(node)


def depart_interview_speaker_man(self: ManualPageTranslator, node: strong) -> None:
    self.depart_strong(node)


def visit_interview_direction_man(self: ManualPageTranslator, node: emphasis) -> None:
    self.visit_emphasis(node)


def depart_interview_direction_man(self: ManualPageTranslator, node: emphasis) -> None:
    self.depart_emphasis(node)


def visit_interview_time_man(self: ManualPageTranslator, node: Element) -> None:
    self.body.append('[')


def depart_interview_time_man(self: ManualPageTranslator, node: Element) -> None:
    self.body.append(']')


_PLAIN = (show_children, show_children)
_BLOCK = (visit_block_man, show_children)
_HEADING = (visit_heading_man, depart_heading_man)
HANDLERS = dict.fromkeys(nodes.NODES, _PLAIN) | {
    nodes.interview_head: _BLOCK,
    nodes.interview_person: _BLOCK,
    nodes.interview_portrait: (skip, show_children),
    nodes.interview_name: _HEADING,
    nodes.interview_recording: _BLOCK,
    nodes.interview_title: _HEADING,
    nodes.interview_preamble: _BLOCK,
    nodes.interview_epilogue: _BLOCK,
    nodes.interview_topic: _HEADING,
    nodes.interview_segment: _BLOCK,
    nodes.interview_segments: _BLOCK,
    nodes.interview_overview: _BLOCK,
    nodes.interview_question: _BLOCK,
    nodes.interview_answer: _BLOCK,
    nodes.interview_note: (visit_interview_note_man, depart_interview_note_man),
    nodes.interview_time: (visit_interview_time_man, depart_interview_time_man),
    nodes.interview_speaker: (visit_interview_speaker_man, depart_interview_speaker_man),
    nodes.interview_direction: (visit_interview_direction_man, depart_interview_direction_man),
}
