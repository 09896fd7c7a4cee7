"""Questions that stand out, without labels; what follows them is the answer."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from ..consent.marks import MARK
from ..people.labels import find_label, key, make_label
from ..people.words import is_nameish, role_of
from .blocks import Break, Heading, Labelled, Text, has
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..model import Line
    from ..people.labels import Label
    from .blocks import Block


_STANDING_OUT: Final = frozenset({Standout, Heading})
#: ``Q. …``, ``Q1) …``, ``AR) …``, ``Q:1 …``.
_LETTERED = re.compile(
    r'(?P<name>Q|A|问|答|問|Question|Answer|[A-Z]{2,4}(?=\)))[ .]?(?:\d{1,3})?\s?'
    r'(?:[.)）、](?=\s|$)|[:：]\s?\d{1,3}(?=\s))\s*'
)
_SLUG = re.compile(r'\s*\{#[^\s{}]+\}\s*$')
_ATTRIBUTES = re.compile(r'(.*?\S)\s*\{:?\s?(#[\w-]+)?[^{}]*\}\s*')
_EMPHASISED = re.compile(r'(\*{1,3}|_{1,3})([^*_].*?)\1')


class Question(NamedTuple):
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
        """The words on one line, without an address and marks."""
        return MARK.sub('', _SLUG.sub('', ' '.join(text.strip() for _, text in self.words)))


class Kind(NamedTuple):
    """Paragraphs that stand out in the same way."""

    mark: str
    style: str
    #: Their places among the blocks.
    places: list[int]


def kinds(found: Sequence[Block]) -> list[Kind]:
    """Return all kinds of paragraphs that stand out."""
    if not has(found, *_STANDING_OUT):
        return []
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, block in enumerate(found):
        if type(block) in _STANDING_OUT:
            mark = block.mark if isinstance(block, Standout) else 'heading'
            places[mark, block.style].append(place)  # type: ignore[union-attr]
    return [Kind(*name, members) for name, members in places.items()]


def has_words(block: Block) -> bool:
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
    """Return a heading without emphasis around it, and without attributes other than an address and marks."""
    marks = ''.join(match[0] for match in MARK.finditer(title))
    title = MARK.sub('', title)
    title, slug = (match[1], match[2]) if (match := _ATTRIBUTES.fullmatch(title)) else (title, '')
    if emphasis := _EMPHASISED.fullmatch(title):
        title = emphasis[2]
    return f'{title}{marks} {{{slug}}}' if slug else title + marks


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


def is_blank(block: Block) -> bool:
    return isinstance(block, Text) and not block.text


def is_answered(found: Sequence[Block], place: int) -> bool:
    """Whether somebody who is named speaks below."""
    after = next((block for block in found[place + 1 :] if has_words(block)), None)
    return isinstance(after, Labelled)
