"""Dialogue in which every turn begins with a dash, and two people take turns.

Evidence: the first, third, … of them mostly ask, and the second, fourth, … mostly don't.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..speech.questions import asks
from .blocks import Labelled
from .questions import Kind, Question, kinds
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Line
    from .blocks import Block

#: Shares of the questions that must ask, and of the answers that may.
_ASKING, _ANSWERING = 0.6, 0.34


class Answer(NamedTuple):
    """A paragraph that answers, without its dash."""

    line: int
    words: tuple[Line, ...]


def taking_turns(found: Sequence[Block], *, wanted: bool) -> list[Block | Question | Answer]:
    """Return the blocks with questions and answers; empty if people don't take turns.

    :param wanted: the author says that dashes start turns
    """
    kind = next((kind for kind in kinds(found) if _is_dialogue(kind, found, wanted=wanted)), None)
    if kind is None:
        return []
    turns = {place: number for number, place in enumerate(kind.places)}
    return [
        _turn(block, turns[place]) if place in turns and isinstance(block, Standout) else block
        for place, block in enumerate(found)
    ]


def _turn(block: Standout, number: int) -> Question | Answer:
    if number % 2:
        return Answer(block.line, block.words)
    return Question(block.line, block.words)


def _is_dialogue(kind: Kind, found: Sequence[Block], *, wanted: bool) -> bool:
    if not (kind.mark == 'dash' or kind.style == 'bullet') or len(kind.places) < 2:
        return False
    if any(isinstance(block, Labelled) for block in found):
        return False
    asking = [asks(found[place].text) for place in kind.places]  # type: ignore[union-attr]
    questions, answers = asking[::2], asking[1::2]
    enough = wanted or len(asking) > 3
    return (
        enough
        and sum(questions) >= _ASKING * len(questions)
        and sum(answers) <= _ANSWERING * len(answers)
    )
