"""Numbers, names and times before the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...transcript.speech.times import format_time
from .. import nodes
from ..finding import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Element, Node
    from sphinx.application import Sphinx


class NameSpeakers(SphinxPostTransform):
    """Put number, name and time before the first words of every turn.

    After translation, so that no translator sees them; before any writer, so that every
    builder shows them.
    """

    default_priority = 5
    formats = ('html',)

    def is_supported(self) -> bool:
        """Run for all formats, and know whether this is HTML.

        There the space behind a name is part of it: it floats, and takes the space with it when
        readers copy the words.
        """
        self.is_html = super().is_supported()
        return True

    def run(self, **kwargs: Any) -> None:
        insert = _insert_with_space if self.is_html else _insert_before_space
        for exchange in find(self.document, nodes.interview_exchange, nodes.interview_translation):
            turns = [turn for turn in exchange if isinstance(turn, nodes.TURNS)]
            for turn in turns:
                number = exchange.get('number') if turn is turns[0] else None
                introduce(turn, number, exchange.get('recording', ''), insert)


def introduce(
    turn: Element, number: int | None, recording: str, insert: Callable[[Element, Element], None]
) -> None:
    """Put *number*, the speaker's name and the times into *turn*.

    :param recording: where the times lead to, or empty
    :param insert: puts one of them and a space before the words of a paragraph
    """
    for paragraph in turn:
        if isinstance(paragraph, docutils_nodes.paragraph) and 'time' in paragraph:
            insert(paragraph, time_node(paragraph['time'], recording))
    parts: list[Element] = []
    if number is not None:
        text = f'{number}.'
        parts += [nodes.interview_number(text, text, classes=['interview-number'])]
    if name := nodes.label(turn):
        parts += [nodes.interview_speaker(name, name)]
    if 'time' in turn:
        parts += [time_node(turn['time'], recording)]
    paragraph = _first_paragraph(turn)
    for part in reversed(parts):
        insert(paragraph, part)


def _insert_with_space(paragraph: Element, node: Element) -> None:
    """Put *node*, which ends with a space, before the words."""
    node[0] = docutils_nodes.Text(f'{node[0]} ')
    paragraph.insert(0, node)


def _insert_before_space(paragraph: Element, node: Element) -> None:
    """Put *node* and a space before the words; without a node of its own where words follow."""
    if paragraph.children and isinstance(paragraph[0], docutils_nodes.Text):
        paragraph[0] = docutils_nodes.Text(f' {paragraph[0]}')
        paragraph.insert(0, node)
    else:
        paragraph.insert(0, [node, docutils_nodes.Text(' ')])


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


def setup(app: Sphinx) -> None:
    app.add_post_transform(NameSpeakers)
