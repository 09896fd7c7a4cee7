"""Interviews in LaTeX; the macros stand in ``sphinxinterview.sty``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..doctree import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Element
    from sphinx.writers.latex import LaTeXTranslator

    Visitor = Callable[[LaTeXTranslator, Element], None]


def _load_package(self: LaTeXTranslator) -> None:
    """Have this document load our package; others stay as they are without us."""
    packages = self.elements['packages_after_hyperref']
    if _PACKAGE not in packages:
        self.elements['packages_after_hyperref'] = [*packages, _PACKAGE]


#: Name and options.
_PACKAGE = ('sphinxinterview', None)


def _environment(name: str) -> tuple[Visitor, Visitor]:
    """Return handlers that put a node into an environment of our package."""

    def visit(self: LaTeXTranslator, node: Element) -> None:
        _load_package(self)
        if self.table:
            # A cell that holds paragraphs in an environment, like one with a list
            self.table.has_problematic = True
        self.body.append(f'\n\\begin{{sphinxinterview{name}}}\n')
        if node['ids']:
            self.body.append(self.hypertarget_to(node, anchor=True))
        _bookmark(self, node)

    def depart(self: LaTeXTranslator, node: Element) -> None:
        self.body.append(f'\n\\end{{sphinxinterview{name}}}\n')

    return visit, depart


def _command(name: str) -> tuple[Visitor, Visitor]:
    """Return handlers that make a node the argument of a command of our package."""

    def visit(self: LaTeXTranslator, node: Element) -> None:
        _load_package(self)
        self.body.append(f'\\sphinxinterview{name}{{')

    def depart(self: LaTeXTranslator, node: Element) -> None:
        self.body.append('}')

    return visit, depart


def _heading(name: str) -> tuple[Visitor, Visitor]:
    """Return handlers for a line of its own that the PDF's outline lists."""

    def visit(self: LaTeXTranslator, node: Element) -> None:
        _load_package(self)
        self.body.append('\n\n')
        if node['ids']:
            self.body.append(self.hypertarget_to(node, anchor=True))
        _bookmark(self, node)
        self.body.append(f'\\sphinxinterview{name}{{')

    def depart(self: LaTeXTranslator, node: Element) -> None:
        self.body.append('}\n\n')

    return visit, depart


def _bookmark(self: LaTeXTranslator, node: Element) -> None:
    """Write an entry of the PDF's outline, so many levels below the enclosing section."""
    if 'bookmark' not in node or self.table:
        return
    text = node['title'] if isinstance(node, nodes.interview_exchange) else node.astext()
    level = min(max(self.sectionlevel, 0) + node['bookmark'], len(self.sectionnames) - 1)
    section = self.sectionnames[level]
    line = ' '.join(text.split())
    address = self.idescape(f'{self.curfilestack[-1]}:{nodes.address(node)}')
    self.body.append(
        f'\\sphinxinterviewbookmark{{{section}}}{{{self.encode(line)}}}{{{address}}}%\n'
    )


def skip(self: LaTeXTranslator, node: Element) -> None:
    """Nothing to write."""


HANDLERS = {
    nodes.interview: _environment(''),
    nodes.interview_recording: (skip, skip),
    nodes.interview_title: _heading('title'),
    nodes.interview_preamble: _environment('preamble'),
    nodes.interview_epilogue: _environment('epilogue'),
    nodes.interview_topic: _heading('topic'),
    nodes.interview_exchange: _environment('exchange'),
    nodes.interview_question: _environment('question'),
    nodes.interview_answer: _environment('answer'),
    nodes.interview_note: _environment('note'),
    nodes.interview_speaker: _command('speaker'),
    nodes.interview_direction: _command('direction'),
    nodes.interview_time: _command('time'),
    nodes.interview_number: _command('number'),
    nodes.interview_ending: (skip, skip),
    nodes.interview_excerpt: _environment(''),
    nodes.interview_profile: _environment('profile'),
    nodes.interview_list: (skip, skip),
    nodes.interview_references: (skip, skip),
}
