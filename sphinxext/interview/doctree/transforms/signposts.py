"""The signposts of an HTML page: short questions as headings, and links to questions and answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from sphinx.transforms.post_transforms import SphinxPostTransform

from ...messages import _
from .. import nodes
from ..finding import find
from ..turns.ending import Ending, length, says_something

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from ..turns.words import Turn

#: So many characters of a question are still a heading.
LONGEST_HEADING: Final = 200


class AddSignposts(SphinxPostTransform):
    """Let the last paragraph of each turn make a heading of a short question, and link to the turn.

    After names and times were put in. One node says both, for a page has thousands of turns.
    """

    default_priority = 6
    formats = ('html',)

    def run(self, **kwargs: Any) -> None:
        numbers: Counter[int] = Counter()
        for exchange in find(self.document, nodes.interview_exchange):
            numbers[id(exchange.parent)] += 1
            labels = _labels(exchange, numbers[id(exchange.parent)])
            for turn in exchange:
                if isinstance(turn, nodes.TURNS):
                    _end(turn, exchange, next(labels))


def _labels(exchange: Element, number: int) -> Iterator[str]:
    """Yield what the links to the turns are called; for turns that have none, nothing.

    :param number: of the exchange, from 1
    """
    answers = sum(isinstance(turn, nodes.interview_answer) for turn in exchange)
    questions = sum(isinstance(turn, nodes.interview_question) for turn in exchange)
    if questions:
        yield _('Link to question %s') % number
        yield from [''] * (questions - 1)
    for count in range(1, answers + 1):
        yield _('Link to answer %s') % (number if answers == 1 else f'{number}.{count}')


def _end(turn: Turn, exchange: Element, label: str) -> None:
    is_answer = isinstance(turn, nodes.interview_answer)
    ids = (turn if is_answer else exchange)['ids']
    refid = ids[0] if ids and label else ''  # an excerpt has no ids
    depth: int | None = None
    if not is_answer:
        if length(turn) > LONGEST_HEADING:
            turn['classes'].append('interview-long')
        elif not exchange.get('greets') and says_something(turn):
            depth = exchange.get('depth', 1)
    turn.later(Ending(refid, label, depth))


def setup(app: Sphinx) -> None:
    app.add_post_transform(AddSignposts)
