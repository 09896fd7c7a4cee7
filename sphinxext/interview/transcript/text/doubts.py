"""What the layout of a text doesn't explain, and an editor should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..layouts.standouts import Standout
from ..model import Finding, Turn
from ..speech.questions import asks, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..layouts.choice import Laid
    from ..model import Item

#: Fewer turns may well hold no question.
_LONG = 6


def doubts(found: Sequence[Laid], items: Sequence[Item]) -> Iterator[Finding]:
    """Report what may be another's words, and an interview in which nobody asks."""
    turns = [item for item in items if isinstance(item, Turn)]
    if turns:
        yield from _questions_in_turns(found, turns)
        yield from _nothing_asked(turns)
        yield from _closing(turns[-1])


def _questions_in_turns(found: Sequence[Laid], turns: Sequence[Turn]) -> Iterator[Finding]:
    """Report paragraphs in emphasis that ask, and that nobody is known to ask."""
    for block in found:
        if not isinstance(block, Standout) or block.mark not in {'bold', 'italic'}:
            continue
        if block.line > turns[0].line and asks(block.text):
            text = (
                f'a paragraph that stands out asks, inside a turn: “{block.text[:60]}”. If somebody '
                f'else asks, write who, or give the option “:questions: {block.mark}”'
            )
            yield Finding('question_in_turn', 'warning', block.line, text)


def _nothing_asked(turns: Sequence[Turn]) -> Iterator[Finding]:
    has_asker = any(turn.asks for turn in turns)
    if has_asker and len(turns) >= _LONG and not any(is_question(turn.text) for turn in turns):
        if any(asks(turn.text) for turn in turns if turn.asks):
            return
        text = (
            'nobody asks anything in this interview: are the roles right, and all questions there?'
        )
        yield Finding('no_question', 'warning', turns[0].line, text)


def _closing(turn: Turn) -> Iterator[Finding]:
    """Report a last paragraph that names who is said to say it."""
    paragraphs = [part for p in turn.paragraphs for part in p.text.split('\n\n')]
    names = [speaker.name for speaker in turn.speakers if ' ' in speaker.name]
    if len(paragraphs) > 1 and any(name in paragraphs[-1] for name in names):
        text = (
            f'the last paragraph names {names[0]}, who is said to say it: if these are the editor’s '
            'words, write a line “---” above them'
        )
        yield Finding('closing_words', 'warning', turn.paragraphs[-1].line, text)
