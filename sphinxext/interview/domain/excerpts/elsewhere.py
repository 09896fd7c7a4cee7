"""What an excerpt shows of another project: exchanges, made of the words that it has published."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from docutils import nodes as docutils_nodes

from ...citing.conventions import SKIPPED, UNKNOWN
from ...doctree import nodes
from ..referring.links import link_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, Node

    from ..projects.project import Project
    from ..records import Spoken, Target

_EVENT: Final = re.compile(r'⟦([^⟦⟧]*)⟧')


def shown_elsewhere(
    project: Project, found: Target, target: str, excerpt: Element
) -> Iterator[Element]:
    """Yield what *target* names in another project, and a line that says where that is."""
    said = (turn for turn in project.spoken(target) if not turn.language)
    for address, turns in groupby(said, _exchange_of):
        exchange = nodes.interview_exchange(classes=['interview-exchange'])
        exchange['title'] = project.targets[address].title
        exchange['source_document'] = excerpt['docname']  # nothing in it leads elsewhere
        exchange += [_turn(turn) for turn in turns]
        keep_wanted(exchange, target, excerpt['show'])
        yield exchange
    title = project.targets[target.partition('.')[0]].title
    link = link_elsewhere(project.base, found, docutils_nodes.inline(title, title))
    yield docutils_nodes.paragraph('', '— ', link, classes=['interview-source'])


def _exchange_of(turn: Spoken) -> str:
    return '.'.join(turn.address.split('.')[:2])


def _turn(turn: Spoken) -> Element:
    made: Element = nodes.interview_answer() if turn.is_answer else nodes.interview_question()
    made['classes'] = ['interview-turn', f'interview-{"answer" if turn.is_answer else "question"}']
    made['speakers'] = list(turn.speakers)
    made['address'] = turn.address
    if not turn.is_answer and not turn.speakers:
        made['is_plain'] = True
    for text in turn.text.split('\n\n'):
        made += docutils_nodes.paragraph('', '', *_words(text))
    return made


def _words(text: str) -> Iterator[Node]:
    """Yield the words, and what happened; for those that are known only there, dots."""
    readable = text.replace(UNKNOWN, '[…]').replace(SKIPPED, '')
    for number, part in enumerate(_EVENT.split(readable)):
        if number % 2:
            yield nodes.interview_direction(part, part, classes=['interview-direction'])
        elif part:
            yield docutils_nodes.Text(part)


def keep_wanted(exchange: Element, target: str, show: str) -> None:
    """Remove from a copied exchange what an excerpt doesn't show."""
    for turn in [child for child in exchange if isinstance(child, docutils_nodes.Element)]:
        if not _is_wanted(turn, target, show):
            exchange.remove(turn)


def _is_wanted(turn: Element, target: str, show: str) -> bool:
    if isinstance(turn, nodes.interview_question):
        return show != 'answer'
    is_answer = isinstance(turn, nodes.interview_answer)
    is_other = is_answer and target.count('.') == 2 and _address(turn) != target
    return show != 'question' and not is_other


def _address(answer: Element) -> str:
    address: str = answer.get('address') or nodes.address(answer)
    return address
