"""The short question of every exchange, as readers see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms import SphinxTransform

from .. import nodes
from ..finding import find
from ..turns.heard import BESIDE, heard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from ..turns.words import Turn


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
        from ...transcript.speech.greetings import greets
        from ...transcript.speech.questions import short_question

        for exchange in exchanges:
            exchange['title'] = title = short_question(_words(exchange)) or exchange['title']
            if isinstance(exchange[0], nodes.interview_question) and greets(title):
                exchange['greets'] = True
                exchange.attributes.pop('bookmark', None)


def _words(exchange: Element) -> str:
    """Return what was asked; without a question, what was said first."""
    turns = [turn for turn in exchange if isinstance(turn, nodes.TURNS)]
    asked = [turn for turn in turns if isinstance(turn, nodes.interview_question)]
    return ' '.join(spoken for turn in asked or turns[:1] for spoken in _paragraphs(turn))


def _paragraphs(turn: Turn) -> Iterator[str]:
    """Yield the words of each paragraph, without those of editors; of folded turns they are at hand."""
    for one in turn.words:
        yield '' if _is_apart(one.classes) else one.text.strip()
    yield from map(_spoken, () if turn.folded else turn.findall(docutils_nodes.paragraph))


def _is_apart(classes: Sequence[str]) -> bool:
    return 'interview-direction' in classes or 'interview-note' in classes


def _spoken(paragraph: Element) -> str:
    if isinstance(paragraph.parent, BESIDE) or _is_apart(paragraph.get('classes', ())):
        return ''
    return heard(paragraph, nodes.interview_direction).strip()


def setup(app: Sphinx) -> None:
    app.add_transform(TitleExchanges)
