"""Interviews in Texinfo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import SkipNode, Text

from ..doctree import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element, rubric
    from sphinx.writers.texinfo import TexinfoTranslator


def show_children(self: TexinfoTranslator, node: Element) -> None:
    """The children say all that is to be said."""


def skip(self: TexinfoTranslator, node: Element) -> None:
    """A picture says nothing here that isn't said beside it."""
    raise SkipNode


def visit_block_texinfo(self: TexinfoTranslator, node: Element) -> None:
    """Write the anchors, on a line of their own; Sphinx would put them at the end of the manual."""
    if node['ids']:
        self.body.append('\n')
        for name in node['ids']:
            self.add_anchor(name, node)
        self.ensure_eol()


def visit_heading_texinfo(self: TexinfoTranslator, node: rubric) -> None:
    """Write a heading that looks like those of sections so far below the enclosing one."""
    visit_block_texinfo(self, node)
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
_BLOCK = (visit_block_texinfo, show_children)
_HEADING = (visit_heading_texinfo, depart_heading_texinfo)
HANDLERS = dict.fromkeys(nodes.NODES, _PLAIN) | {
    nodes.interview: _BLOCK,
    nodes.interview_title: _HEADING,
    nodes.interview_topic: _HEADING,
    nodes.interview_name: _HEADING,
    nodes.interview_portrait: (skip, show_children),
    nodes.interview_exchange: _BLOCK,
    nodes.interview_answer: _BLOCK,
    nodes.interview_profile: _BLOCK,
    nodes.interview_note: (visit_interview_note_texinfo, depart_interview_note_texinfo),
    nodes.interview_time: (visit_interview_time_texinfo, depart_interview_time_texinfo),
    nodes.interview_speaker: (visit_interview_speaker_texinfo, show_children),
}
