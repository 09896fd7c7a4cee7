"""Turns → exchanges, with their addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Exchange, Finding, Paragraph, Topic, Turn
from ..speech.directions import split_directions
from ..speech.questions import short_question
from .slugs import slugify, unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def exchanges(
    items: Iterable[Turn | Topic | Paragraph],
) -> tuple[tuple[Topic | Exchange | Paragraph, ...], tuple[Finding, ...]]:
    """Return topics, exchanges and what stands between them; and findings about addresses.

    An exchange starts with an interviewer's turn after somebody else's turn, or after a topic.
    """
    parts = list(_group(items))
    given = list(map(_given_slug, parts))
    addresses = _Addresses(filter(None, given))
    named: list[Topic | Exchange | Paragraph] = []
    number = 0
    for part, slug in zip(parts, given, strict=True):
        if isinstance(part, Topic):
            named.append(replace(part, slug=addresses.pick(slug, part.title, 'topic')))
        elif isinstance(part, Paragraph):
            named.append(part)
        else:
            number += 1
            asked = _asked(part)
            title = _title(part, asked)
            address = addresses.pick(slug, title, f'q{number}')
            named.append(Exchange(number, address, title, tuple(part), asked))
    return tuple(named), tuple(_equal_slugs(parts, given))


class _Addresses:
    """Hands out slugs: an author's comes before a generated one, wherever it stands."""

    def __init__(self, given: Iterable[str]) -> None:
        self.taken = dict.fromkeys(given, 1)
        self.used: set[str] = set()

    def pick(self, given: str, title: str, fallback: str) -> str:
        if given and given not in self.used:
            self.used.add(given)
            return given
        return unused(given or slugify(_plain(title)) or fallback, self.taken)


#: The target of a role or of a Markdown link is no part of what was asked.
_TARGETS = re.compile(
    r':[\w:+-]{1,60}:(?=`)|\{[\w:+-]{1,60}\}(?=`)|<[^<>\s]{1,200}>(?=`)'
    r'|\](?:\([^()\s]{1,200}\)|\[[^\[\]]{1,80}\])'
)


def _plain(text: str) -> str:
    return _TARGETS.sub('', text) if '`' in text or ']' in text else text


#: An exchange in the making.
_Group = list[Turn | Paragraph]


def _group(items: Iterable[Turn | Topic | Paragraph]) -> Iterator[_Group | Topic | Paragraph]:
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


def _asked(group: _Group) -> int:
    """Return how many of the first turns are the interviewers'."""
    turns = _turns(group)
    return next((index for index, turn in enumerate(turns) if not turn.asks), len(turns))


def _title(group: _Group, asked: int) -> str:
    text = ' '.join(turn.text for turn in _turns(group)[: asked or 1])
    spoken = ''.join(part for part, is_direction in split_directions(text) if not is_direction)
    return short_question(spoken)


def _given_slug(part: _Group | Topic | Paragraph) -> str:
    if isinstance(part, Topic):
        return part.slug
    if isinstance(part, Paragraph):
        return ''
    return next((turn.slug for turn in _turns(part) if turn.slug), '')


def _equal_slugs(parts: list[_Group | Topic | Paragraph], given: list[str]) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for part, slug in zip(parts, given, strict=True):
        if not slug:
            continue
        line = part[0].line if isinstance(part, list) else part.line
        first = lines.setdefault(slug, line)
        if first != line:
            text = f'the address {{#{slug}}} stands in line {first} already'
            yield Finding('slug_duplicate', 'warning', line, text)
