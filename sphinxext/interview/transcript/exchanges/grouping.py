"""Turns → exchanges, with their addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..model import Exchange, Finding, Paragraph, Topic, Turn
from ..speech.directions import split_directions
from ..speech.questions import short_question
from .naming import Nameless, answer_slugs, name_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Speaker

#: What stands between paragraphs of reStructuredText and isn't said: footnotes, directives.
_BLOCK = re.compile(r'^\.\. .*(?:\n(?:[ \t].*)?)*', re.MULTILINE)


def exchanges(
    items: Iterable[Turn | Topic | Paragraph],
) -> tuple[tuple[Topic | Exchange | Paragraph, ...], tuple[Finding, ...]]:
    """Return topics, exchanges and what stands between them; and findings about addresses.

    An exchange starts with an interviewer's turn after somebody else's turn, or after a topic.
    """
    parts = [part if isinstance(part, _ALONE) else _group(part) for part in grouped(items)]
    nameless = list(_nameless(parts))
    slugs, equal = name_parts([one for one in nameless if one])
    left = iter(slugs)
    names: dict[tuple[Speaker, ...], str] = {}
    named: list[Topic | Exchange | Paragraph] = []
    number = 0
    for part, one in zip(parts, nameless, strict=True):
        if isinstance(part, Topic):
            named.append(part._replace(slug=next(left)))
        elif isinstance(part, Paragraph):
            named.append(part)
        elif one:
            number += 1
            said = answer_slugs(one.answers, names)
            slug, members = next(left), tuple(part.items)
            named.append(Exchange(number, slug, one.title, members, part.asked, said))
    return tuple(named), (*_equal_slugs(parts), *_equal_questions(named, equal))


class _Group(NamedTuple):
    """An exchange in the making."""

    items: _Members
    turns: list[Turn]
    #: How many of the first turns are the interviewers'.
    asked: int


_Part = _Group | Topic | Paragraph
_Members = list[Turn | Paragraph]
_ALONE = (Topic, Paragraph)


def _nameless(parts: Iterable[_Part]) -> Iterator[Nameless | None]:
    topic = ''
    for part in parts:
        if isinstance(part, Topic):
            topic = part.title
            yield Nameless(part.slug, part.title)
        elif isinstance(part, Paragraph):
            yield None
        else:
            _, turns, asked = part
            yield Nameless(given_slug(turns), _title(turns, asked), turns[asked:], topic)


def grouped(items: Iterable[Turn | Topic | Paragraph]) -> Iterator[_Members | Topic | Paragraph]:
    """Yield topics, what stands between exchanges, and the members of each exchange."""
    group: _Members = []
    is_answered = False
    for item in items:
        if isinstance(item, Turn):
            asks = item.asks
            if asks and is_answered:
                yield group
                group, is_answered = [], False
            is_answered = is_answered or not asks
            group.append(item)
        elif group and isinstance(item, Paragraph):
            group.append(item)
        else:
            if group:
                yield group
                group, is_answered = [], False
            yield item
    if group:
        yield group


def _group(members: _Members) -> _Group:
    turns = [item for item in members if isinstance(item, Turn)]
    asked = next((index for index, turn in enumerate(turns) if not turn.asks), len(turns))
    return _Group(members, turns, asked)


def _title(turns: list[Turn], asked: int) -> str:
    text = ' '.join(turn.text for turn in turns[: asked or 1])
    if '\n.. ' in text:
        text = _BLOCK.sub('', text)
    parts = split_directions(text)
    if parts != [(text, False)]:
        text = ''.join(part for part, is_direction in parts if not is_direction)
    return short_question(text)


def given_slug(turns: Iterable[Turn]) -> str:
    """Return the address that the author gave to an exchange, or nothing."""
    return next((turn.slug for turn in turns if turn.slug), '')


def _equal_slugs(parts: Iterable[_Part]) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for part in parts:
        if isinstance(part, Paragraph):
            continue
        slug = part.slug if isinstance(part, Topic) else given_slug(part.turns)
        line = part.line if isinstance(part, Topic) else part.items[0].line
        first = lines.setdefault(slug, line) if slug else line
        if first != line:
            text = f'the address {{#{slug}}} stands in line {first} already'
            yield Finding('slug_duplicate', 'warning', line, text)


def _equal_questions(
    named: Iterable[Topic | Exchange | Paragraph], equal: Iterable[list[int]]
) -> Iterator[Finding]:
    addressed = [part for part in named if not isinstance(part, Paragraph)]
    for first, *others in equal:
        for place in others:
            line = _line(addressed[first])
            text = (
                f'the question of line {line} is asked again, and its address is made of other '
                f'words, too: {addressed[place].slug!r}; to choose one, write {{#slug}} behind it'
            )
            yield Finding('question_again', 'info', _line(addressed[place]), text)


def _line(part: Topic | Exchange) -> int:
    return part.line if isinstance(part, Topic) else part.items[0].line
