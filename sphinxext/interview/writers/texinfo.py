"""Interviews in Texinfo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..doctree import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.writers.texinfo import TexinfoTranslator


def show_children(self: TexinfoTranslator, node: Element) -> None:
    """The children say all that is to be said; Sphinx writes the anchors."""


def visit_heading_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.visit_rubric(node)


def depart_heading_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.depart_rubric(node)


def visit_interview_speaker_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append('@strong{')


def visit_interview_direction_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append('@emph{')


def depart_inline_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append('}')


def visit_interview_time_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append('[')


def depart_interview_time_texinfo(self: TexinfoTranslator, node: Element) -> None:
    self.body.append(']')


_PLAIN = (show_children, show_children)
_HEADING = (visit_heading_texinfo, depart_heading_texinfo)
HANDLERS = dict.fromkeys(nodes.NODES, _PLAIN) | {
    nodes.interview_title: _HEADING,
    nodes.interview_topic: _HEADING,
    nodes.interview_time: (visit_interview_time_texinfo, depart_interview_time_texinfo),
    nodes.interview_speaker: (visit_interview_speaker_texinfo, depart_inline_texinfo),
    nodes.interview_direction: (visit_interview_direction_texinfo, depart_inline_texinfo),
}
