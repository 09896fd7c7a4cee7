"""The signposts of an HTML page: short questions as headings, and links to questions and answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..messages import _
from . import nodes
from .finding import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element
    from sphinx.application import Sphinx

#: So many characters of a question are still a heading.
LONGEST_HEADING: Final = 200
_BEFORE_WORDS = (nodes.interview_number, nodes.interview_speaker, nodes.interview_time)


class AddSignposts(SphinxPostTransform):
    """Make headings of short questions, and mark where the links to turns stand.

    After names and times were put in.
    """

    default_priority = 6
    formats = ('html',)

    def run(self, **kwargs: Any) -> None:
        numbers: Counter[int] = Counter()
        for exchange in find(self.document, nodes.interview_exchange):
            numbers[id(exchange.parent)] += 1
            turns = [turn for turn in exchange if isinstance(turn, nodes.TURNS)]
            if self.config.html_permalinks:
                _link(exchange, turns, numbers[id(exchange.parent)])
            for turn in turns:
                if isinstance(turn, nodes.interview_question):
                    _head(turn, exchange.get('depth', 1), greets=exchange.get('greets', False))


def _link(exchange: Element, turns: Sequence[Element], number: int) -> None:
    """Put a link after the words of the first question and of each answer.

    :param number: of the exchange, from 1
    """
    answers = [turn for turn in turns if isinstance(turn, nodes.interview_answer)]
    if turns and turns[0] not in answers:
        _append(turns[0], exchange, _('Link to question %s') % number)
    for count, answer in enumerate(answers, 1):
        name = number if len(answers) == 1 else f'{number}.{count}'
        _append(answer, answer, _('Link to answer %s') % name)


def _append(turn: Element, target: Element, label: str) -> None:
    if target['ids']:  # an excerpt has none
        link = nodes.interview_permalink(refid=target['ids'][0], label=label)
        _paragraphs(turn)[-1].append(link)


def _paragraphs(turn: Element) -> list[Element]:
    """Return the paragraphs of *turn* that are no notes; there is one at least, with the name."""
    found = [child for child in turn if isinstance(child, docutils_nodes.paragraph)]
    return [child for child in found if 'interview-note' not in child['classes']] or found


def _head(question: Element, depth: int, *, greets: bool) -> None:
    """Make a heading of the question; of a long one say that it is."""
    paragraphs = _paragraphs(question)
    if sum(map(_length, paragraphs)) > LONGEST_HEADING:
        question['classes'].append('interview-long')
    elif not greets and 'interview-byline' not in paragraphs[-1]['classes']:
        last = paragraphs[-1]
        heading = nodes.interview_heading(last.rawsource, '', *last.children, **last.attributes)
        heading['depth'] = depth
        question.replace(last, heading)


def _length(paragraph: Element) -> int:
    return sum(len(node.astext()) for node in paragraph if not isinstance(node, _BEFORE_WORDS))


def setup(app: Sphinx) -> None:
    app.add_post_transform(AddSignposts)
