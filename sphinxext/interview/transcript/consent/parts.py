"""Parts of an interview of which something is left out, and notes in its place."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, TypeVar

from ..model import Exchange, Paragraph, Topic, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Part = Topic | Exchange | Paragraph

_Part = TypeVar('_Part')


def public_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return *parts* with one note for each passage that was left out.

    Exchanges without words are no exchanges, and aren't counted.
    """
    found: list[Part] = []
    number = 1
    for part in parts:
        if isinstance(part, Exchange):
            one = _public(part._replace(number=number))
            number += isinstance(one, Exchange)
            found.append(one)
        else:
            found.append(part)
    return tuple(merged(found))


def passages_in(parts: Iterable[Part | Turn]) -> int:
    """Return how many passages were left out."""
    passages = 0
    for part in parts:
        passages += is_left_out(part)
        if isinstance(part, Exchange):
            passages += passages_in(part.items)
        elif isinstance(part, Turn):
            passages += passages_in(part.paragraphs)
    return passages


def put_back(parts: Iterable[Part], whole: Iterable[Part]) -> tuple[Part, ...]:
    """Return *parts*, of which those that are whole have been given other addresses.

    :param whole: those, in their order
    """
    others = list(whole)
    taken = {part.slug for part in others if not isinstance(part, Paragraph)}
    left = iter(others)
    found: list[Part] = []
    for part in parts:
        if not passages_in([part]):
            found.append(next(left))
        elif isinstance(part, Exchange) and part.slug in taken:
            slug = next(one for n in count(2) if (one := f'{part.slug}-{n}') not in taken)
            taken.add(slug)
            found.append(part._replace(slug=slug))
        else:
            found.append(part)
    return tuple(found)


def left_out(paragraph: Paragraph) -> Paragraph:
    """Return what stands in the place of *paragraph*."""
    return Paragraph('', paragraph.line, kind='restricted')


def is_left_out(part: object) -> bool:
    """Whether *part* stands in the place of words."""
    return isinstance(part, Paragraph) and part.kind == 'restricted'


def merged(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Yield one for those that are left out together."""
    was_left_out = False
    for part in parts:
        if not (was_left_out and is_left_out(part)):
            yield part
        was_left_out = is_left_out(part)


def says(turn: Turn) -> bool:
    """Whether any words of *turn* are left."""
    return not turn.paragraphs or not all(map(is_left_out, turn.paragraphs))


def _public(exchange: Exchange) -> Exchange | Paragraph:
    """Return an exchange with notes where turns were; without words left, a note."""
    asking = {id(turn) for turn in exchange.questions}
    slugs = iter(exchange.answer_slugs)
    items: list[Turn | Paragraph] = []
    kept: list[str] = []
    asked = 0
    for item in exchange.items:
        is_answer = isinstance(item, Turn) and id(item) not in asking
        slug = next(slugs) if is_answer else ''
        if isinstance(item, Turn) and not says(item):
            items.append(Paragraph('', item.line, kind='restricted'))
            continue
        items.append(item)
        asked += id(item) in asking
        kept += [slug] if is_answer else []
    if not any(isinstance(item, Turn) for item in items):
        return Paragraph('', exchange.items[0].line, kind='restricted')
    return exchange._replace(
        items=tuple(merged(items)), question_count=asked, answer_slugs=tuple(kept)
    )
