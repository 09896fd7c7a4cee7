"""The layouts without labels: questions that stand out, and what follows is the answer.

Evidence for a kind of paragraph being the questions: most of them ask, and words follow nearly each.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from ..people.labels import Label, find_label, key, make_label
from ..people.words import is_nameish, role_of
from ..speech.questions import asks
from .blocks import Break, Event, Heading, Labelled, Text, dedented
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from ..model import Line, Questions
    from .blocks import Block

#: The share of a kind of paragraphs that must ask, by mark; what isn't named here: half.
_ASKING: Final = {'italic': 0.6, 'quote': 0.6}
_PLAIN_ITEM: Final = 0.75
_ANSWERED: Final = 0.6
#: A heading of so few words that asks nothing is a topic.
_SHORT_TITLE: Final = 3
#: From this share of answers with a label on, labels are names.
_NAMED: Final = 0.2
_STANDING_OUT: Final = frozenset({Standout, Heading})
#: ``Q. …``, ``Q1) …``, ``AR) …``, ``Q:1 …``.
_LETTERED = re.compile(
    r'(?P<name>Q|A|问|答|問|Question|Answer|[A-Z]{2,4}(?=\)))[ .]?(?:\d{1,3})?\s?'
    r'(?:[.)）、](?=\s|$)|[:：]\s?\d{1,3}(?=\s))\s*'
)


#: So interviewers end, not editors.
_THANKS = re.compile(
    r'\bthanks\b|\bthank\s+you|谢谢|謝謝|merci|danke|gracias|grazie|obrigad|спасибо|ありがと|감사합니다|شكرا',
    re.IGNORECASE,
)
_SLUG = re.compile(r'\s*\{#[^\s{}]+\}\s*$')
_ATTRIBUTES = re.compile(r'(.*?\S)\s*\{:?\s?(#[\w-]+)?[^{}]*\}\s*')
_EMPHASISED = re.compile(r'(\*{1,3}|_{1,3})([^*_].*?)\1')


@dataclass(frozen=True, slots=True)
class Question:
    """A paragraph that asks, without what makes it stand out."""

    line: int
    words: tuple[Line, ...]
    #: The start of the answer, where it stands in the same line.
    rest: str = ''
    #: Who asks, if the paragraph says so.
    label: Label | None = None
    #: How far the answer is indented.
    indent: int = 0

    @property
    def text(self) -> str:
        """The words on one line, without an address."""
        return _SLUG.sub('', ' '.join(text.strip() for _, text in self.words))


class Kind(NamedTuple):
    """Paragraphs that stand out in the same way."""

    mark: str
    style: str
    #: Their places among the blocks.
    places: list[int]


def kinds(found: Sequence[Block]) -> list[Kind]:
    """Return all kinds of paragraphs that stand out."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, block in enumerate(found):
        if type(block) in _STANDING_OUT:
            mark = block.mark if isinstance(block, Standout) else 'heading'
            places[mark, block.style].append(place)  # type: ignore[union-attr]
    return [Kind(*name, members) for name, members in places.items()]


def asking_kind(
    found: Sequence[Block], wanted: Questions, declared: Container[str], *, has_asker: bool
) -> Kind | None:
    """Return the kind of paragraphs that are the questions; None where there are none.

    :param wanted: what the author says that they are
    :param has_asker: labels name somebody who asks; then the questions are theirs, and what stands
        out without a label is something else
    """
    best, most = None, 0.0
    for kind in kinds(found):
        if wanted not in {'auto', kind.mark}:
            continue
        members = [as_question(found[place], declared) for place in kind.places]
        asking = sum(asks(m.text) or is_asker(m.label) for m in members)
        named = sum(m.label is not None for m in members)
        if wanted == 'auto' and not _is_evident(kind, found, asking, named, has_asker=has_asker):
            continue
        if asking + 0.1 > most:
            best, most = kind, asking + 0.1
    return best


def _is_evident(
    kind: Kind, found: Sequence[Block], asking: int, named: int, *, has_asker: bool
) -> bool:
    count = len(kind.places)
    if has_asker and named < count / 2:
        return False
    is_plain_item = kind.style in {'bullet', 'number'}
    names = Counter(key(block.label.name) for block in found if isinstance(block, Labelled))
    has_labels = max(names.values(), default=0) > 1
    is_answered = len(names) == 1 and all(_is_answered(found, place) for place in kind.places)
    if has_labels and (is_plain_item or count == 1) and not is_answered:
        return False  # a list in what somebody says
    if count == 1 and kind.mark in {'quote', 'dash', 'italic'}:
        return False
    enough = _PLAIN_ITEM if is_plain_item else _ASKING.get(kind.mark, 0.5)
    return max(1, enough * count) <= asking and _answered(kind, found) >= _ANSWERED * count


def _answered(kind: Kind, found: Sequence[Block]) -> int:
    """Return how many of the paragraphs are followed by others before the next."""
    ends = [*kind.places[1:], len(found)]
    return sum(
        any(_has_words(found[place]) for place in range(start + 1, end))
        or bool(getattr(found[start], 'rest', ''))
        for start, end in zip(kind.places, ends, strict=True)
    )


def _has_words(block: Block) -> bool:
    return not isinstance(block, Heading | Break) and not (
        isinstance(block, Text) and not block.text
    )


def is_asker(label: Label | None) -> bool:
    """Whether a label says of itself that it asks."""
    return label is not None and role_of(label.name.casefold()) == 'interviewer'


def as_question(block: Block, declared: Container[str]) -> Question:
    """Return what stands out as a question."""
    if isinstance(block, Standout):
        words, rest, indent = block.words, block.rest, block.indent
    else:
        words, rest, indent = ((block.line, _bare_title(getattr(block, 'title', ''))),), '', 0
    (number, first), *others = words
    label = inner_label(first.strip(), declared)
    if label is not None:
        first = label.rest.strip()
        words = ((number, first), *others) if first or not others else tuple(others)
    return Question(block.line, words, rest, label, indent)


def _bare_title(title: str) -> str:
    """Return a heading without emphasis around it, and without attributes other than an address."""
    title, slug = (match[1], match[2]) if (match := _ATTRIBUTES.fullmatch(title)) else (title, '')
    if emphasis := _EMPHASISED.fullmatch(title):
        title = emphasis[2]
    return f'{title} {{{slug}}}' if slug else title


def inner_label(text: str, declared: Container[str]) -> Label | None:
    """Return the label that a question starts with: ``AR: …``, ``Q. …``, ``AR) …``."""
    text = text.lstrip('―—– ')
    if match := _LETTERED.match(text):
        return make_label(match['name'], text[match.end() :], 'question', (), declared)
    label = find_label(text, declared)
    if label is None or label.form not in {'plain', 'emphasis'}:
        return None
    known = key(label.name) in declared or role_of(key(label.name))
    if not (known or is_nameish(label.name)):
        return None
    return make_label(label.name, label.rest, 'question', (), declared)


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
                else replace(question, label=None)
            )
        elif place in closing and isinstance(block, Standout):
            yield Event(block.line, block.text)
        elif isinstance(block, Labelled) and not (has_names or key(block.label.name) in declared):
            yield Text(block.line, block.text)
        elif isinstance(block, Heading) and place > min(members) and block.style > level:
            yield Text(block.line, f'**{block.title}**')  # part of the answer
        elif indent and isinstance(block, Text) and block.text:
            is_indented = block.text[0].isspace()
            if is_inside and not is_indented and _is_blank(found[place - 1]):
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
        and _is_blank(found[place - 1])
    }


def _have_names(
    found: Sequence[Block], members: dict[int, Question], declared: Container[str]
) -> bool:
    """Whether labels are names of those who answer: they stand right below the questions."""
    below = [
        next((block for block in found[place + 1 :] if _has_words(block)), None)
        for place in members
        if not members[place].rest
    ]
    named = sum(isinstance(block, Labelled) for block in below)
    return named >= _NAMED * max(1, len(below))


def _is_letter(question: Question, declared: Container[str]) -> bool:
    """Whether “Q:” says that a question is one, and is no name."""
    label = question.label
    return label is not None and is_asker(label) and key(label.name) not in declared


def _is_blank(block: Block) -> bool:
    return isinstance(block, Text) and not block.text


def _asks_alone(found: Sequence[Block], place: int, block: Block) -> bool:
    """Whether a heading of any level asks, and words follow it: no topic above questions."""
    if not isinstance(block, Heading) or not asks(block.title):
        return False
    after = (later for later in found[place + 1 : place + 4] if not _is_blank(later))
    return not isinstance(next(after, None), Heading | None)


def _is_question(
    question: Question, found: Sequence[Block], place: int, wanted: Questions, *, is_named: bool
) -> bool:
    """Whether one paragraph of the kind is a question, too."""
    if question.label is not None or asks(question.text):
        return True
    if is_named or (wanted == 'auto' and is_nameish(question.text)):
        return False
    is_heading = isinstance(found[place], Heading)
    if not is_heading or wanted == 'heading' or len(question.text.split()) > _SHORT_TITLE:
        return True
    return _is_answered(found, place)


def _outer(members: dict[int, Question], found: Sequence[Block], wanted: Questions) -> set[int]:
    """Return the places that ask nothing before the first and behind the last that do."""
    asking = [place for place, question in members.items() if question.label or asks(question.text)]
    if wanted != 'auto' or not asking:
        return set()
    return {
        place
        for place in members
        if (place < asking[0] and not _is_answered(found, place))
        or (
            place > asking[-1]
            and not any(map(_has_words, found[place + 1 :]))
            and not _THANKS.search(members[place].text)
        )
    }


def _is_answered(found: Sequence[Block], place: int) -> bool:
    """Whether somebody who is named speaks below."""
    after = next((block for block in found[place + 1 :] if _has_words(block)), None)
    return isinstance(after, Labelled)
