"""Marks the questions among what stands out, and what around them is no question."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ..people.labels import is_name, key
from ..people.words import is_nameish
from ..speech.questions import asks
from .blocks import Break, Event, Heading, Labelled, Text, dedented
from .questions import Kind, Question, as_question, has_words, is_answered, is_asker, is_blank
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from ..model import Questions
    from .blocks import Block


#: A heading of so few words that asks nothing is a topic.
_SHORT_TITLE: Final = 3
#: From this share of answers with a label on, labels are names.
_NAMED: Final = 0.2
#: So interviewers end, not editors.
_THANKS = re.compile(
    r'\bthanks\b|\bthank\s+you|谢谢|謝謝|merci|danke|gracias|grazie|obrigad|спасибо|ありがと|감사합니다|شكرا',
    re.IGNORECASE,
)


def marked(
    found: Sequence[Block], kind: Kind, wanted: Questions, declared: Container[str]
) -> Iterator[Block | Question | Event]:
    """Return the blocks with the questions marked as such, and what isn't a label as text."""
    members, closing = _members(found, kind, wanted, declared)
    level = kind.style if kind.mark == 'heading' else '9'
    has_names = _have_names(found, members, declared)
    indent = 0
    is_inside = False
    for place, block in enumerate(found):
        if question := members.get(place):
            indent, is_inside = question.indent, False
            yield (
                question
                if has_names or not _is_letter(question, declared)
                else question._replace(label=None)
            )
        elif place in closing and isinstance(block, Standout):
            yield Event(block.line, block.text)
        elif isinstance(block, Labelled) and not (has_names or key(block.label.name) in declared):
            yield Text(block.line, block.text)
        elif isinstance(block, Heading) and place > min(members) and block.style > level:
            yield Text(block.line, f'*{block.title}*')  # part of the answer
        elif indent and isinstance(block, Text) and block.text:
            is_indented = block.text[0].isspace()
            if is_inside and not is_indented and is_blank(found[place - 1]):
                yield Break(block.line, '', is_end=False)  # below the list
                indent = 0
            is_inside = is_inside or is_indented
            yield dedented(block, indent)
        else:
            yield block


def _members(
    found: Sequence[Block], kind: Kind, wanted: Questions, declared: Container[str]
) -> tuple[dict[int, Question], set[int]]:
    """Return the questions by their places, and the places of an editor's last words."""
    places = set(kind.places)
    if kind.mark == 'heading':
        places |= {place for place, block in enumerate(found) if _asks_alone(found, place, block)}
    members = {place: as_question(found[place], declared) for place in sorted(places)}
    outer = _outer(members, found, wanted)
    named = [question.label is not None for question in members.values()]
    is_named = sum(named) >= len(named) / 2
    questions = {
        place: question
        for place, question in members.items()
        if place not in outer and _is_question(question, found, place, wanted, is_named=is_named)
    }
    if kind.mark == 'bold' and questions:
        questions |= _with_colon(found, min(questions), declared)
    return questions, {place for place in outer if questions and place > max(questions)}


def _with_colon(
    found: Sequence[Block], first: int, declared: Container[str]
) -> dict[int, Question]:
    """Return what looks like a name in bold alone, and is asked: ``**Your favourite tool:**``."""
    labels = {
        place: block
        for place, block in enumerate(found)
        if isinstance(block, Labelled) and block.label.form == 'emphasis' and place > first
    }
    names = Counter(key(block.label.name) for block in labels.values())
    return {
        place: Question(block.line, ((block.line, f'{block.label.name}:'),))
        for place, block in labels.items()
        if not block.label.rest.strip()
        and names[key(block.label.name)] == 1
        and key(block.label.name) not in declared
        and is_blank(found[place - 1])
    }


def _have_names(
    found: Sequence[Block], members: dict[int, Question], declared: Container[str]
) -> bool:
    """Whether labels are names of those who answer: they stand right below the questions."""
    below = [
        next((block for block in found[place + 1 :] if has_words(block)), None)
        for place in members
        if not members[place].rest
    ]
    named = sum(isinstance(block, Labelled) for block in below)
    return named >= _NAMED * max(1, len(below))


def _is_letter(question: Question, declared: Container[str]) -> bool:
    """Whether “Q:” says that a question is one, and is no name."""
    label = question.label
    return label is not None and is_asker(label) and key(label.name) not in declared


def _asks_alone(found: Sequence[Block], place: int, block: Block) -> bool:
    """Whether a heading of any level asks, and words follow it: no topic above questions."""
    if not isinstance(block, Heading) or not asks(block.title):
        return False
    after = (later for later in found[place + 1 : place + 4] if not is_blank(later))
    return not isinstance(next(after, None), Heading | None)


def _is_question(
    question: Question, found: Sequence[Block], place: int, wanted: Questions, *, is_named: bool
) -> bool:
    """Whether one paragraph of the kind is a question, too."""
    if question.label is not None or asks(question.text):
        return True
    if is_named or (wanted == 'auto' and _is_name(question.text)):
        return False
    is_heading = isinstance(found[place], Heading)
    if not is_heading or wanted == 'heading' or len(question.text.split()) > _SHORT_TITLE:
        return True
    return is_answered(found, place)


def _is_name(text: str) -> bool:
    return is_nameish(text) and is_name(text)


def _outer(members: dict[int, Question], found: Sequence[Block], wanted: Questions) -> set[int]:
    """Return the places of what asks nothing, and isn't answered or stands before all questions."""
    asking = [place for place, question in members.items() if question.label or asks(question.text)]
    first = asking[0] if asking and wanted == 'auto' else -1
    return {
        place
        for place, question in members.items()
        if place not in asking
        and not _THANKS.search(question.text)
        and not is_answered(found, place)
        and (place < first or not _has_answer(place, members, found))
    }


def _has_answer(place: int, members: dict[int, Question], found: Sequence[Block]) -> bool:
    """Whether words follow before the next of the kind, a heading or a break."""
    if members[place].rest:
        return True
    after = next((p for p in range(place + 1, len(found)) if not is_blank(found[p])), None)
    return after is not None and after not in members and has_words(found[after])
