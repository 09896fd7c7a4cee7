"""What happens to an interview after it was read: marks, names, and what search needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..transcript.speech.times import format_time
from . import nodes
from .finding import find, note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils.nodes import Element, Node
    from sphinx.application import Sphinx

_MARKS = re.compile(r'[\[(<♪]|://')
_ADDRESS = re.compile(r'https?://[^\s<>"“”]+')
_VERBATIM = (docutils_nodes.literal, docutils_nodes.FixedTextElement, docutils_nodes.reference)


class MarkWords(SphinxTransform):
    """Mark directions, and in literal text web addresses, inside the words.

    After translation, so that a translated ``[laughs]`` is marked too. The first that looks for
    interviews.
    """

    default_priority = 30

    def apply(self, **kwargs: Any) -> None:
        note(self.document)
        for interview in find(self.document, nodes.interview):
            literal = interview.get('markup') == 'literal'
            for text in list(interview.findall(docutils_nodes.Text)):
                marked = list(self._mark(text, literal=literal))
                if len(marked) > 1 or marked[0] is not text:
                    text.parent.replace(text, marked)

    @staticmethod
    def _mark(text: docutils_nodes.Text, *, literal: bool) -> Iterator[Node]:
        if not _has_marks(text):
            yield text
            return
        # Here and below: a project without interviews needn't wait for what looks at words
        from ..transcript.speech.directions import split_directions

        for part, is_direction in split_directions(text):
            if is_direction:
                yield nodes.interview_direction('', part, classes=['interview-direction'])
            elif literal:
                yield from _link_addresses(part)
            else:
                yield docutils_nodes.Text(part)


def _has_marks(text: docutils_nodes.Text) -> bool:
    return _MARKS.search(text) is not None and not isinstance(text.parent, _VERBATIM)


def _link_addresses(text: str) -> Iterator[Node]:
    """Split *text* at its web addresses and make links of those."""
    position = 0
    for match in _ADDRESS.finditer(text):
        address = _without_punctuation(match[0])
        if match.start() > position:
            yield docutils_nodes.Text(text[position : match.start()])
        yield docutils_nodes.reference(address, address, refuri=address)
        position = match.start() + len(address)
    if position < len(text):
        yield docutils_nodes.Text(text[position:])


def _without_punctuation(address: str) -> str:
    """Leave out what belongs to the sentence, as in ``(see https://example.org).``."""
    opened = address.count('(') - address.count(')')
    end = len(address)
    while address[end - 1] in ".,;:!?'’)]}*_":
        if address[end - 1] == ')':
            if opened >= 0:
                break
            opened += 1
        end -= 1
    return address[:end]


class TitleExchanges(SphinxTransform):
    """Give every exchange its short question as readers see it.

    After translation and smart quotes, and without the markup of the words; before the domain
    keeps it, at 850. A greeting that asks nothing is taken from the contents.
    """

    default_priority = 845

    def apply(self, **kwargs: Any) -> None:
        exchanges = find(self.document, nodes.interview_exchange)
        if not exchanges:
            return
        from ..transcript.speech.greetings import greets
        from ..transcript.speech.questions import short_question

        for exchange in exchanges:
            exchange['title'] = title = short_question(_words(exchange)) or exchange['title']
            if isinstance(exchange[0], nodes.interview_question) and greets(title):
                exchange['greets'] = True
                exchange.attributes.pop('bookmark', None)


def _words(exchange: Element) -> str:
    """Return what was asked; without a question, what was said first."""
    turns = [turn for turn in exchange if isinstance(turn, nodes.TURNS)]
    asked = [turn for turn in turns if isinstance(turn, nodes.interview_question)]
    paragraphs = (p for turn in asked or turns[:1] for p in turn.findall(docutils_nodes.paragraph))
    return ' '.join(_spoken(paragraph) for paragraph in paragraphs)


def _spoken(paragraph: Element) -> str:
    if 'interview-direction' in paragraph['classes'] or 'interview-note' in paragraph['classes']:
        return ''
    return ''.join(
        '' if isinstance(child, nodes.interview_direction) else child.astext()
        for child in paragraph
    ).strip()


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
        for exchange in find(self.document, nodes.interview_exchange):
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
            insert(paragraph, _time(paragraph['time'], recording))
    parts: list[Element] = []
    if number is not None:
        text = f'{number}.'
        parts += [nodes.interview_number(text, text, classes=['interview-number'])]
    if turn['speaker']:
        name = f'{turn["speaker"]}:'
        parts += [nodes.interview_speaker(name, name)]
    if 'time' in turn:
        parts += [_time(turn['time'], recording)]
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


def _time(seconds: float, recording: str) -> nodes.interview_time:
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
    return isinstance(node, docutils_nodes.Element) and 'interview-note' in node['classes']


class StressQuestions(SphinxPostTransform):
    """Stress the questions of nobody who is named, where no style sheet does.

    Before names and times come in, which aren't part of the words.
    """

    default_priority = 4
    formats = ('latex', 'man', 'texinfo', 'text')

    def run(self, **kwargs: Any) -> None:
        for question in find(self.document, nodes.interview_question):
            if question.get('is_plain'):
                for paragraph in question.findall(docutils_nodes.paragraph):
                    words = docutils_nodes.strong('', '', *paragraph.children)
                    paragraph.children = []
                    paragraph.append(words)


def setup(app: Sphinx) -> None:
    app.add_transform(MarkWords)
    app.add_transform(TitleExchanges)
    app.add_post_transform(NameSpeakers)
    app.add_post_transform(StressQuestions)
