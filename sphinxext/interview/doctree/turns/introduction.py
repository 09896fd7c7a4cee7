"""Numbers, names and times before the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes

from ...transcript.speech.times import format_time
from .. import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element, Node


@dataclass(slots=True)
class Introduction:
    """Puts number, the speaker's name and the times into a turn."""

    number: int | None
    #: Where the times lead to, or empty.
    recording: str
    #: Whether the space behind is part of each.
    is_html: bool

    def __call__(self, turn: Element) -> None:
        for paragraph in turn:
            if isinstance(paragraph, docutils_nodes.paragraph) and 'time' in paragraph:
                self._put(time_node(paragraph['time'], self.recording), paragraph)
        paragraph = _first_paragraph(turn)
        for part in reversed(self.parts(turn)):
            self._put(part, paragraph)

    def texts(self, turn: Element) -> list[str]:
        """Return what the search index knows of `parts`, each with the space behind."""
        number = [] if self.number is None else [f'{self.number}. ']
        return [*number, f'{name} '] if (name := nodes.label(turn)) else number

    def before(self, turn: Element) -> str:
        """Return the text of `parts`, each with the space behind."""
        time = [f'{format_time(turn["time"])} '] if 'time' in turn else []
        return ''.join([*self.texts(turn), *time])

    def parts(self, turn: Element) -> list[Element]:
        """Return what stands before the first words."""
        parts: list[Element] = []
        if self.number is not None:
            text = f'{self.number}.'
            parts += [nodes.interview_number(text, text, classes=['interview-number'])]
        if name := nodes.label(turn):
            parts += [nodes.interview_speaker(name, name)]
        if 'time' in turn:
            parts += [time_node(turn['time'], self.recording)]
        return parts

    def _put(self, node: Element, paragraph: Element) -> None:
        """Put *node* and a space before the words; without a node of its own where words follow."""
        if self.is_html:
            paragraph.insert(0, with_space(node))
        elif paragraph.children and isinstance(paragraph[0], docutils_nodes.Text):
            paragraph[0] = docutils_nodes.Text(f' {paragraph[0]}')
            paragraph.insert(0, node)
        else:
            paragraph.insert(0, [node, docutils_nodes.Text(' ')])


def with_space(node: Element) -> Element:
    """Return *node* with a space at its end."""
    node[0] = docutils_nodes.Text(f'{node[0]} ')
    return node


def time_node(seconds: float, recording: str) -> nodes.interview_time:
    """Return a time that readers see; *recording* is where it leads to, or empty."""
    text = format_time(seconds)
    node = nodes.interview_time(text, text, classes=['no-search'])
    node['seconds'] = seconds
    node['recording'] = recording
    return node


def _first_paragraph(turn: Element) -> docutils_nodes.paragraph:
    """Return the paragraph that the words of *turn* start with; make one before a list or figure."""
    place = next((i for i, child in enumerate(turn) if not _is_note(child)), 0)
    first = turn[place] if place < len(turn) else None
    if isinstance(first, docutils_nodes.paragraph):
        return first
    byline = docutils_nodes.paragraph(classes=['interview-byline'])
    turn.insert(place, byline)
    return byline


def _is_note(node: Node) -> bool:
    return isinstance(node, docutils_nodes.Element) and 'interview-note' in node.get('classes', ())
