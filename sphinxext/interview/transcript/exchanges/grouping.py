"""Turns → exchanges, with their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Exchange, Finding, Paragraph, Topic, Turn
from ..speech.directions import split_directions
from ..speech.questions import short_question
from .naming import Nameless, answer_slugs, name_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Speaker


def exchanges(
    items: Iterable[Turn | Topic | Paragraph],
) -> tuple[tuple[Topic | Exchange | Paragraph, ...], tuple[Finding, ...]]:
    """Return topics, exchanges and what stands between them; and findings about addresses.

    An exchange starts with an interviewer's turn after somebody else's turn, or after a topic.
    """
    parts = list(grouped(items))
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
            asked = len(_turns(part)) - len(one.answers)
            said = answer_slugs(one.answers, names)
            named.append(Exchange(number, next(left), one.title, tuple(part), asked, said))
    return tuple(named), (*_equal_slugs(parts), *_equal_questions(named, equal))


def _nameless(parts: Iterable[_Group | Topic | Paragraph]) -> Iterator[Nameless | None]:
    topic = ''
    for part in parts:
        if isinstance(part, Topic):
            topic = part.title
            yield Nameless(part.slug, part.title)
        elif isinstance(part, Paragraph):
            yield None
        else:
            turns = _turns(part)
            asked = _asked(turns)
            yield Nameless(given_slug(turns), _title(turns, asked), turns[asked:], topic)


#: An exchange in the making.
_Group = list[Turn | Paragraph]


def grouped(items: Iterable[Turn | Topic | Paragraph]) -> Iterator[_Group | Topic | Paragraph]:
    """Yield topics, what stands between exchanges, and the members of each exchange."""
    group: _Group = []
    for item in items:
        starts = isinstance(item, Turn) and item.asks and any(not t.asks for t in _turns(group))
        if group and (starts or isinstance(item, Topic)):
            yield group
            group = []
        if isinstance(item, Turn) or (group and isinstance(item, Paragraph)):
            group.append(item)
        else:
            yield item
    if group:
        yield group


def _turns(group: _Group) -> list[Turn]:
    return [item for item in group if isinstance(item, Turn)]


def _asked(turns: list[Turn]) -> int:
    """Return how many of the first turns are the interviewers'."""
    return next((index for index, turn in enumerate(turns) if not turn.asks), len(turns))


def _title(turns: list[Turn], asked: int) -> str:
    text = ' '.join(turn.text for turn in turns[: asked or 1])
    spoken = ''.join(part for part, is_direction in split_directions(text) if not is_direction)
    return short_question(spoken)


def given_slug(turns: Iterable[Turn]) -> str:
    """Return the address that the author gave to an exchange, or nothing."""
    return next((turn.slug for turn in turns if turn.slug), '')


def _equal_slugs(parts: Iterable[_Group | Topic | Paragraph]) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for part in parts:
        if isinstance(part, Paragraph):
            continue
        slug = part.slug if isinstance(part, Topic) else given_slug(_turns(part))
        line = part.line if isinstance(part, Topic) else part[0].line
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
