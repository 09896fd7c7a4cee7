"""Finds what was published in what is there now: by its words, and one to one.

Equal words come first, then enough of them. Only pairs of words that stand in few exchanges are
evidence, so equal questions and common phrases say nothing, and it takes linear time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from .fingerprints import is_by_chance, pieces_of, whole_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from .fingerprints import Words


class Published(NamedTuple):
    """An exchange as a ledger has it: fingerprints."""

    slug: str
    question: str
    answers: Mapping[str, str]
    #: Whether it was taken away; then only its very words bring it back.
    is_gone: bool = False


class Present(NamedTuple):
    """An exchange that is there now."""

    #: As it would be called without a ledger.
    slug: str
    question: Words
    answers: Sequence[Words]


class Found(NamedTuple):
    """Where the words of published exchanges are, by their places in the two lists."""

    #: One to one.
    same: dict[int, int]
    #: What became part of another exchange.
    merged: dict[int, int]
    #: Exchanges that have words of one that was found in another.
    split: list[tuple[int, int]]


#: A pair of words that stands in more exchanges is no evidence.
_RARE = 3
#: So many are compared.
_CANDIDATES = 3
#: Answers of so many pairs of words say by themselves whose they are.
_TELLING = 3
#: So many pieces must be the same, of question and answers together; and of the answers alone,
#: for those are what an address is about.
_PIECES, _SHARE, _SHARE_OF_ANSWERS = 4, 1 / 2, 1 / 3


def find(published: Sequence[Published], present: Sequence[Present]) -> Found:
    """Return where the words of *published* exchanges are now."""
    found = Found(_equal(published, present), {}, [])
    untouched = {*found.same.values()}
    left = {n for n, old in enumerate(published) if n not in found.same and not old.is_gone}
    changed = [n for n in range(len(present)) if n not in untouched]
    if left and changed:
        found.same.update(_same_answers(published, present, left, changed))
        _Similar(published, present, changed).add_to(found, sorted(left.difference(found.same)))
    return found


def _equal(published: Sequence[Published], present: Sequence[Present]) -> dict[int, int]:
    """Pair what has equal words: of equal ones first those of equal slugs, then in order."""
    words = [*map(_whole, published)]
    slugs = {old.slug: place for place, old in enumerate(published)}
    pairs = {}
    left = []
    for place, now in enumerate(present):
        old = slugs.get(now.slug)
        if old is not None and words[old] == _whole_now(now):
            pairs[old] = place
        else:
            left.append(place)
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for _, _, old in sorted((p.is_gone, p.slug, n) for n, p in enumerate(published) if left):
        if old not in pairs:
            waiting[words[old]].append(old)
    for place in reversed(left):
        if found := waiting.get(_whole_now(present[place])):
            pairs[found.pop()] = place
    return pairs


def _whole(old: Published) -> Hashable:
    return whole_of(old.question), _answers(old)


def _answers(old: Published) -> tuple[str, ...]:
    return tuple(sorted(map(whole_of, old.answers.values())))


def _whole_now(now: Present) -> Hashable:
    return now.question.whole, _answers_now(now)


def _answers_now(now: Present) -> tuple[str, ...]:
    return tuple(sorted(answer.whole for answer in now.answers))


def _same_answers(
    published: Sequence[Published], present: Sequence[Present], left: set[int], changed: list[int]
) -> Iterator[tuple[int, int]]:
    """Pair exchanges with equal answers that nobody else gives: the question was edited."""
    before, now = Counter(map(_answers, published)), Counter(map(_answers_now, present))
    places = {_answers_now(present[place]): place for place in changed}
    for old in left:
        said = _answers(published[old])
        if any(said) and said in places and before[said] == now[said] == 1:
            evidence = _Evidence(published[old])
            asked = present[places[said]].question.pieces
            alike = len(evidence.asked & asked) >= _SHARE_OF_ANSWERS * len(evidence.asked)
            if len(evidence.said) >= _TELLING or (evidence.asked and alike):
                yield old, places[said]


class _Evidence:
    """The pieces that are known of a published exchange."""

    def __init__(self, old: Published) -> None:
        self.asked = pieces_of(old.question)
        self.said = frozenset[int]().union(*map(pieces_of, old.answers.values()))

    def share(self, now: _Pieces) -> float:
        """Return how much of it is in an exchange; 0 if that is too little."""
        asked, said = len(self.asked & now.asked), len(self.said & now.said)
        known = len(self.asked) + len(self.said)
        if asked + said < max(_PIECES, _SHARE * known) or said < _SHARE_OF_ANSWERS * len(self.said):
            return 0
        if is_by_chance(len(self.said), len(now.said)):
            return 0
        return (asked + said) / known


class _Pieces:
    """All pieces of an exchange that is there now."""

    def __init__(self, now: Present) -> None:
        self.asked = now.question.pieces
        self.said = frozenset[int]().union(*(answer.pieces for answer in now.answers))
        self.all = self.asked | self.said
        self.answers = {answer.whole for answer in now.answers}


class _Similar:
    """Finds exchanges that were edited, merged and split."""

    def __init__(
        self, published: Sequence[Published], present: Sequence[Present], changed: Iterable[int]
    ) -> None:
        self._published = published
        self._known: dict[int, _Evidence] = {}
        self._pieces = {place: _Pieces(present[place]) for place in changed}
        self._where: dict[int, list[int]] = defaultdict(list)
        for place, pieces in self._pieces.items():
            for piece in pieces.all:
                self._where[piece].append(place)

    def add_to(self, found: Found, left: Sequence[int]) -> None:
        """Add what is found of those that are *left*."""
        shares = [
            (-share, old, now)
            for old in left
            for now in self._candidates(self._evidence(old))
            if (share := self._evidence(old).share(self._pieces[now]))
        ]
        homes = {now: old for old, now in found.same.items()}
        for _, old, now in sorted(shares):
            if old not in found.same and now not in homes:
                found.same[old], homes[now] = now, old
        for old in left:
            if old not in found.same:
                into = self._candidates(self._evidence(old))
                homed = (now for now in into if now in homes and self._is_in(old, now, homes[now]))
                found.merged.update((old, now) for now in [*homed][:1])
        found.split.extend(self._split(found, homes))

    def _evidence(self, old: int) -> _Evidence:
        return self._known.get(old) or self._known.setdefault(old, _Evidence(self._published[old]))

    def _candidates(self, evidence: _Evidence) -> list[int]:
        votes: Counter[int] = Counter()
        for piece in evidence.asked | evidence.said:
            places = self._where.get(piece, ())
            if len(places) <= _RARE:
                votes.update(places)
        return sorted(votes, key=lambda place: (-votes[place], place))[:_CANDIDATES]

    def _is_in(self, old: int, now: int, home_of: int) -> bool:
        """Whether *now*, found to be another exchange, has words that only *old* had."""
        said = {*_answers(self._published[old])}
        others = self._pieces[now].answers.difference(_answers(self._published[home_of]))
        if '' not in said and said and said <= others:
            return True
        mine, other = self._evidence(old), self._evidence(home_of)
        own = mine.said - other.said - other.asked
        there = self._pieces[now].all
        if len(own) < _TELLING or is_by_chance(len(mine.said), len(there)):
            return False
        return len(own & there) >= _SHARE * len(own)

    def _split(self, found: Found, homes: Mapping[int, int]) -> Iterator[tuple[int, int]]:
        """Yield what has words of an exchange that was found elsewhere."""
        for old, home in found.same.items():
            if home not in self._pieces:
                continue
            mine = self._evidence(old)
            for now in self._candidates(mine):
                moved = (mine.said & self._pieces[now].said) - self._pieces[home].all
                if now not in homes and len(moved) >= max(
                    _TELLING, _SHARE_OF_ANSWERS * len(mine.said)
                ):
                    yield old, now
