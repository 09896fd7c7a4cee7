"""One conversation in two languages: which part of one transcript translates which of the other.

Parts are paired in their order, between those that are the same for sure: an exchange with the
``{#slug}`` that the translation gives it, and topics, where both have as many. No words are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from .model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Kind = Literal['exchange', 'topic', 'note']


class Part(NamedTuple):
    """What of a part tells which other it translates."""

    kind: Kind
    line: int
    #: Of an exchange: its address; in a translation only if an author gave it.
    slug: str = ''
    #: Of an exchange: who speaks in each turn.
    speakers: tuple[tuple[str, ...], ...] = ()


#: The places of two parts that stand side by side; None where one has no counterpart.
Pair = tuple[int | None, int | None]


def pair(
    original: Sequence[Part], translation: Sequence[Part]
) -> tuple[list[Pair], tuple[Finding, ...]]:
    """Return the places of all parts of both, each once and in its order, and what doesn't match.

    Findings have the lines of the translation.
    """
    sides = _blocks(original), _blocks(translation)
    findings = [*_unknown_slugs(*sides)]
    blocks: list[tuple[_Block | None, _Block | None]] = []
    start = 0, 0
    for anchor in _anchors(*sides):
        between = sides[0][start[0] : anchor[0]], sides[1][start[1] : anchor[1]]
        blocks += [*_in_order(*between), (sides[0][anchor[0]], sides[1][anchor[1]])]
        findings += _uneven(*between)
        start = anchor[0] + 1, anchor[1] + 1
    rest = sides[0][start[0] :], sides[1][start[1] :]
    blocks += _in_order(*rest)
    findings += [*_uneven(*rest), *_other_turns(blocks)]
    return [one for both in blocks for one in _pairs(*both)], tuple(findings)


@dataclass(slots=True)
class _Block:
    """An exchange or a topic, with the notes that stand before it; at the end there may be only notes."""

    notes: list[int] = field(default_factory=list)
    place: int | None = None
    head: Part | None = None

    @property
    def kind(self) -> str:
        return self.head.kind if self.head else ''

    @property
    def slug(self) -> str:
        return self.head.slug if self.head else ''


def _blocks(parts: Iterable[Part]) -> list[_Block]:
    blocks = [_Block()]
    for place, part in enumerate(parts):
        if part.kind == 'note':
            blocks[-1].notes.append(place)
        else:
            blocks[-1].place, blocks[-1].head = place, part
            blocks.append(_Block())
    return blocks if blocks[-1].notes else blocks[:-1]


def _anchors(
    original: Sequence[_Block], translation: Sequence[_Block]
) -> Iterator[tuple[int, int]]:
    """Yield the places of what is the same for sure, as far as both have it in one order."""
    has_topics = len({_count(side, 'topic') for side in (original, translation)}) == 1
    places = {key: place for place, key in _keys(translation, has_topics=has_topics)}
    last = -1
    for place, key in _keys(original, has_topics=has_topics):
        if places.get(key, -1) > last:
            last = places[key]
            yield place, last


def _keys(blocks: Sequence[_Block], *, has_topics: bool) -> Iterator[tuple[int, int | str]]:
    topics = 0
    for place, block in enumerate(blocks):
        if block.kind == 'topic':
            topics += 1
            if has_topics:
                yield place, topics
        elif block.slug:
            yield place, block.slug


def _count(blocks: Iterable[_Block], kind: Kind) -> int:
    return sum(block.kind == kind for block in blocks)


def _in_order(
    original: Sequence[_Block], translation: Sequence[_Block]
) -> Iterator[tuple[_Block | None, _Block | None]]:
    """Pair one after the other; a topic that only one side has stays alone."""
    left, right = [*reversed(original)], [*reversed(translation)]
    while left and right:
        if left[-1].kind == right[-1].kind:
            yield left.pop(), right.pop()
        elif left[-1].kind == 'topic' or not right[-1].kind:
            yield left.pop(), None
        else:
            yield None, right.pop()
    yield from ((block, None) for block in reversed(left))
    yield from ((None, block) for block in reversed(right))


def _pairs(original: _Block | None, translation: _Block | None) -> Iterator[Pair]:
    notes = (block.notes if block else [] for block in (original, translation))
    yield from zip_longest(*notes)
    heads = original.place if original else None, translation.place if translation else None
    if heads != (None, None):
        yield heads


def _unknown_slugs(original: Iterable[_Block], translation: Iterable[_Block]) -> Iterator[Finding]:
    known = {block.slug for block in original}
    for block in translation:
        if block.head and block.slug and block.slug not in known:
            text = f'no exchange of the original has the address {block.slug!r}'
            yield Finding('translation', 'warning', block.head.line, text)


def _uneven(original: Sequence[_Block], translation: Sequence[_Block]) -> Iterator[Finding]:
    """Say where one side has more than the other; what it has more stands alone."""
    kinds: tuple[Kind, ...] = ('exchange', 'topic')
    for kind in kinds:
        theirs, ours = _count(original, kind), _count(translation, kind)
        if ours != theirs:
            first, line = _first_line(original), _first_line(translation)
            where = f', from line {first} on,' if first else ' there'
            text = (
                f'{ours} {kind}{"" if ours == 1 else "s"} from here on, but the original{where} has {theirs}; they are paired '
                'in order, and the last stand alone: to pair an exchange with a certain other, '
                'write {#slug} behind its question, with the address of that'
            )
            yield Finding('translation', 'warning', line or 1, text)


def _first_line(blocks: Sequence[_Block]) -> int:
    return next((block.head.line for block in blocks if block.head), 0)


def _other_turns(blocks: Iterable[tuple[_Block | None, _Block | None]]) -> Iterator[Finding]:
    """Say where others speak, or in another order, than in the original."""
    names: dict[tuple[str, ...], tuple[str, ...]] = {}
    for original, translation in blocks:
        if not (original and translation and original.head and translation.head):
            continue
        said, translated = original.head.speakers, translation.head.speakers
        is_same = len(said) == len(translated) and all(
            names.setdefault(one, other) == other
            for one, other in zip(said, translated, strict=True)
        )
        if not is_same:
            text = (
                f'{_turns(translated)} here, but {_turns(said)} in the original, '
                f'line {original.head.line}'
            )
            yield Finding('translation', 'warning', translation.head.line, text)


def _turns(speakers: Iterable[tuple[str, ...]]) -> str:
    """Return who speaks, turn by turn."""
    return ' – '.join(' and '.join(names) or '(nobody)' for names in speakers)
