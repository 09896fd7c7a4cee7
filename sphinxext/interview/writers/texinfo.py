"""Interviews in Texinfo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import SkipNode, Text

from ..doctree import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element, rubric
    from sphinx.writers.texinfo import TexinfoTranslator


def show_children(self: TexinfoTranslator, node: Element) -> None:
    """The children say all that is to be said; Sphinx writes the anchors."""


def visit_heading_texinfo(self: TexinfoTranslator, node: rubric) -> None:
    """Write a heading that looks like those of sections so far below the enclosing one."""
    level = max(self.section_level, 0)
    self.section_level = level + node['depth'] - 1
    self.visit_rubric(node)
    self.section_level = level


def depart_heading_texinfo(self: TexinfoTranslator, node: rubric) -> None:
    self.depart_rubric(node)


def visit_interview_speaker_texinfo(self: TexinfoTranslator, node: Element) -> None:
    """Write the name without the link that it may be, which Info shows with its address."""
    self.body.append('@strong{')
    self.visit_Text(Text(node.astext()))
    self.body.append('}')
    raise SkipNode


def visit_interview_note_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.visit_block_quote(node)


def depart_interview_note_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.depart_block_quote(node)


def visit_interview_time_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append('[')


def depart_interview_time_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append(']')


_PLAIN = (show_children, show_children)
_HEADING = (visit_heading_texinfo, depart_heading_texinfo)
HANDLERS = dict.fromkeys(nodes.NODES, _PLAIN) | {
    nodes.interview_title: _HEADING,
    nodes.interview_topic: _HEADING,
    nodes.interview_note: (visit_interview_note_texinfo, depart_interview_note_texinfo),
    nodes.interview_time: (visit_interview_time_texinfo, depart_interview_time_texinfo),
    nodes.interview_speaker: (visit_interview_speaker_texinfo, show_children),
}
