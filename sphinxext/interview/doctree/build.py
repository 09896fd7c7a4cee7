"""Exchanges → nodes; the only place that makes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes

from ..messages import _
from ..transcript.model import Exchange, Paragraph, Topic, Turn
from . import nodes
from .finding import find
from .restricted import restricted_note
from .turns.literal import literal_paragraph, literal_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docutils.nodes import Element, Node

    from ..config.appearance import Appearance
    from ..transcript.model import Markup, Transcript
    from .turns import words

    #: Parses the source of a paragraph, or of a whole turn, in its markup.
    Parser = Callable[[Paragraph], Sequence[Node]]


@dataclass(frozen=True, slots=True)
class InterviewBuilder:
    """Makes the nodes of one interview.

    :param name: the interview's name, the first part of every address
    :param markup: how the words are written
    :param locate: gives source and line (from 1) of a line of the transcript
    :param parse: parses a paragraph of a transcript with markup
    """

    name: str
    appearance: Appearance
    markup: Markup
    locate: Callable[[int], tuple[str, int]]
    parse: Parser
    #: The names of the speakers of turns, each list of names once.
    _names: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def build(
        self,
        transcript: Transcript,
        parts: Iterable[Topic | Exchange | Paragraph],
        title: Element | None = None,
        recording: Element | None = None,
    ) -> nodes.interview:
        """Make the interview's node.

        :param parts: what `transcript.exchanges` made of the transcript's items
        :param title: the interview's own heading, where it has one
        :param recording: the node of the recording, where there is one
        """
        root = nodes.interview(classes=['interview', *self.appearance.classes])
        root['name'] = self.name
        root['markup'] = self.markup
        root['speakers'] = [speaker.name for speaker in transcript.speakers]
        root['roles'] = [speaker.role or '' for speaker in transcript.speakers]
        root['descriptions'] = [speaker.description for speaker in transcript.speakers]
        root['head'] = list(self.appearance.head)
        root['how_to_cite'] = self.appearance.how_to_cite
        root['segments'], root['overview'] = self.appearance.segments, self.appearance.overview
        if self.appearance.collapsible:
            root['collapsible'] = self.appearance.collapsible
        base = 0
        if title is not None:
            base = title['depth'] = 1
            root += self._listed(title, 'topics', 1)
        if recording is not None:
            root += recording
        if transcript.preamble and self.appearance.preamble == 'show':
            root += self._container(nodes.interview_preamble, transcript.preamble)
        root += self._parts(parts, base)
        if transcript.speakers:
            _name_strangers(root)
        if transcript.epilogue:
            root += self._epilogue(transcript.epilogue)
        return root

    def _epilogue(self, paragraphs: Iterable[Paragraph]) -> list[Node]:
        epilogue = self._container(nodes.interview_epilogue, paragraphs)
        # Footnotes are moved to where the document has its own; nothing would be left
        is_empty = all(isinstance(node, docutils_nodes.footnote) for node in epilogue)
        return [*epilogue] if is_empty else [epilogue]

    def _parts(self, parts: Iterable[Topic | Exchange | Paragraph], base: int) -> Iterator[Element]:
        depth = base
        for part in parts:
            match part:
                case Topic():
                    depth = base + part.level
                    yield self._topic(part, depth)
                    yield from self._segment(part)
                case Exchange():
                    exchange = self._exchange(part)
                    exchange['depth'] = depth + 1
                    yield self._listed(exchange, 'questions', depth + 1)
                case Paragraph():
                    yield self._container(nodes.interview_note, [part])

    def _listed(self, node: Element, contents: str, depth: int) -> Element:
        """Mark *node* for the contents, where those go down to *contents*."""
        if self.appearance.contents in {contents, 'questions'}:
            node['bookmark'] = depth
        return node

    def _topic(self, topic: Topic, depth: int) -> Element:
        node = nodes.interview_topic(topic.title, topic.title, ids=[f'{self.name}.{topic.slug}'])
        node['classes'] = ['interview-topic']
        node['depth'] = depth
        self._place(node, topic.line)
        if topic.is_segment:
            node['is_segment'] = True
        if topic.time is not None:
            node['time'] = topic.time
        return self._listed(node, 'topics', depth)

    def _segment(self, topic: Topic) -> Iterator[Element]:
        """Yield what is said of a topic beside its title and its time."""
        told = (
            topic.synopsis,
            _('Place: %s') % topic.place if topic.place else '',
            _('Keywords: %s') % ', '.join(topic.keywords) if topic.keywords else '',
        )
        kinds = ('synopsis', 'place', 'keywords')
        node = nodes.interview_segment(classes=['interview-segment'])
        for kind, text in zip(kinds, told, strict=True):
            if text:
                paragraph = literal_paragraph(text)
                paragraph['classes'].append(f'interview-{kind}')
                self._place(paragraph, topic.line)
                node += paragraph
        if node.children:
            node['keywords'] = list(topic.keywords)
            self._place(node, topic.line)
            yield node

    def _exchange(self, exchange: Exchange) -> Element:
        address = f'{self.name}.{exchange.slug}'
        node = nodes.interview_exchange(ids=[address], classes=['interview-exchange'])
        node['title'] = exchange.title
        if self.appearance.numbered:
            node['number'] = exchange.number
        asked = exchange.question_count
        slugs = iter(exchange.answer_slugs)
        for item in exchange.items:
            if isinstance(item, Paragraph):
                node += self._container(nodes.interview_note, [item])
            elif asked:
                asked -= 1
                node += self._turn(nodes.interview_question, item)
            else:
                answer = self._turn(nodes.interview_answer, item)
                answer['ids'] = [f'{address}.{next(slugs)}']
                node += answer
        return node

    def _turn(self, node_class: type[words.Turn], turn: Turn) -> Element:
        kind = 'question' if node_class is nodes.interview_question else 'answer'
        node = node_class(classes=['interview-turn', f'interview-{kind}'])
        names = tuple(speaker.name for speaker in turn.speakers)
        node['speakers'] = self._names.setdefault(names, [*names])
        if turn.role == 'interviewer' and not turn.speakers:
            node['is_plain'] = True
        self._time(node, turn.time)
        self._place(node, turn.line)
        is_whole = all(paragraph.kind != 'restricted' for paragraph in turn.paragraphs)
        if self.markup == 'literal':
            node['is_words'] = True
            if is_whole:
                return node.hold(map(self._words, turn.paragraphs))
        return self._fill(node, turn.paragraphs)

    def _fill(self, node: Element, paragraphs: Iterable[Paragraph]) -> Element:
        for paragraph in paragraphs:
            node += self._paragraph(paragraph)
        return node

    def _container(self, node_class: type[Element], paragraphs: Iterable[Paragraph]) -> Element:
        node = node_class(classes=[node_class.__name__.replace('_', '-')])
        return self._fill(node, paragraphs)

    def _words(self, paragraph: Paragraph) -> words.Words:
        more: dict[str, Any] = {}
        if paragraph.kind != 'speech':
            more['classes'] = [f'interview-{paragraph.kind}']
        if paragraph.tags:
            more['tags'] = list(paragraph.tags)
        self._time(more, paragraph.time)
        return literal_words(paragraph.text, *self.locate(paragraph.line), **more)

    def _paragraph(self, paragraph: Paragraph) -> Sequence[Node]:
        if paragraph.kind == 'restricted':
            return [restricted_note(_('A passage of this interview is restricted.'))]
        if self.markup == 'literal':
            return [self._words(paragraph).paragraph(None)]
        found = self.parse(paragraph)
        blocks = [node for node in found if isinstance(node, docutils_nodes.Element)]
        if blocks and isinstance(blocks[0], docutils_nodes.paragraph):
            self._time(blocks[0], paragraph.time)
        if paragraph.tags:
            for block in blocks:
                block['tags'] = list(paragraph.tags)
        if paragraph.kind != 'speech':
            for node in blocks:
                node['classes'].append(f'interview-{paragraph.kind}')
        return found

    def _time(self, node: Element | dict[str, Any], seconds: float | None) -> None:
        if seconds is not None:
            node['time' if self.appearance.timestamps else 'heard'] = seconds

    def _place(self, node: Element, line: int) -> None:
        node.source, node.line = self.locate(line)


def _name_strangers(root: Element) -> None:
    """Among turns with names, one without would look like part of the turn before it.

    A question that stands out needs no name to be told from the others.
    """
    for turn in find(root, *nodes.TURNS):
        if not turn.get('is_plain'):
            turn['speakers'] = turn['speakers'] or [_('Unknown speaker')]
