"""Finds the published answers of an interview again, once its exchanges were found."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .fingerprints import is_by_chance, pieces_of, whole_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .fingerprints import Words


class OldAnswer(NamedTuple):
    """A published answer."""

    #: Of its exchange, and what tells it from others there.
    slug: str
    suffix: str
    words: str
    #: Where its exchange is now; None where that has gone.
    home: int | None
    #: Whether it was taken away; then only its very words bring it back.
    is_gone: bool = False


class NewAnswer(NamedTuple):
    """An answer that is there now."""

    home: int
    #: As it would be called without a ledger.
    suffix: str
    words: Words


#: A pair of words that stands in more answers is no evidence.
_RARE = 3
#: Away from its exchange, so many pairs must say that it is this answer.
_TELLING = 3
#: So much of an answer must be left, in its exchange and away from it.
_SHARE, _SHARE_AWAY = 1 / 3, 1 / 2


class Answers:
    """Where published answers are, by their places in the two lists."""

    def __init__(self, old: Sequence[OldAnswer], new: Sequence[NewAnswer]) -> None:
        self._old, self._new = old, new
        #: One to one.
        self.same: dict[int, int] = {}
        #: Became part of another answer.
        self.merged: dict[int, int] = {}
        self._taken: set[int] = set()
        self._find_equal()
        if self._left():
            self._find_similar()

    def _left(self) -> list[int]:
        """Return those that aren't found and weren't taken away before."""
        left = (place for place in range(len(self._old)) if place not in self.same)
        return [place for place in left if not self._old[place].is_gone]

    def _find_equal(self) -> None:
        """Pair equal words: in the exchange, those of equal names first; then anywhere."""
        names = {(new.home, new.suffix): place for place, new in enumerate(self._new)}
        for place, old in enumerate(self._old):
            new = names.get((old.home, old.suffix)) if old.home is not None else None
            if new is not None and self._new[new].words.whole == whole_of(old.words):
                self._pair(place, new)
        if len(self.same) < len(self._old):
            self._find_renamed()

    def _find_renamed(self) -> None:
        here: dict[tuple[int, str], list[int]] = defaultdict(list)
        anywhere: dict[str, list[int]] = defaultdict(list)
        for place, new in reversed([*enumerate(self._new)]):
            anywhere[new.words.whole].append(place)
            if place not in self._taken:
                here[new.home, new.words.whole].append(place)
        for place, old in enumerate(self._old):
            found = here.get((old.home, whole_of(old.words))) if old.home is not None else None
            if found and place not in self.same:
                self._pair(place, found.pop())
        for place in self._left():
            words = self._old[place].words
            found = anywhere.get(whole_of(words), [])
            if (
                len(found) == 1
                and found[0] not in self._taken
                and len(pieces_of(words)) >= _TELLING
            ):
                self._pair(place, found[0])

    def _pair(self, old: int, new: int) -> None:
        self.same[old] = new
        self._taken.add(new)

    def _find_similar(self) -> None:
        shares = sorted(
            (-share, old, new) for old in self._left() for share, new in self._like(old)
        )
        for _, old, new in shares:
            if old not in self.same and new not in self._taken:
                self._pair(old, new)
        holders = {new: old for old, new in self.same.items()}
        for _, old, new in shares:
            if old not in self.same and self._is_in(old, new, holders[new]):
                self.merged.setdefault(old, new)

    def _like(self, place: int) -> Iterator[tuple[float, int]]:
        """Yield what is like an answer, and how much."""
        old = self._old[place]
        known = pieces_of(old.words)
        votes = Counter(
            new for p in known if len(f := self._where.get(p, ())) <= _RARE for new in f
        )
        for new in votes:
            there = self._new[new]
            share = sum(piece in there.words.pieces for piece in known) / len(known)
            if is_by_chance(len(known), len(there.words.pieces)):
                continue
            if there.home == old.home:
                if share >= _SHARE:
                    yield share + 1, new
            elif share >= _SHARE_AWAY and len(known) * share >= _TELLING:
                yield share, new

    def _is_in(self, old: int, new: int, holder: int) -> bool:
        """Whether *new*, found to be another answer, has words that only *old* had."""
        known, there = pieces_of(self._old[old].words), self._new[new].words.pieces
        own = known.difference(pieces_of(self._old[holder].words))
        if len(own) < _TELLING or is_by_chance(len(known), len(there)):
            return False
        return len(own & there) >= _SHARE_AWAY * len(own)

    @cached_property
    def _where(self) -> dict[int, list[int]]:
        untouched = {self._new[new].home for new in self._taken}
        untouched -= {new.home for place, new in enumerate(self._new) if place not in self._taken}
        untouched -= {self._old[place].home for place in self._left()}
        found: dict[int, list[int]] = defaultdict(list)
        for place, new in enumerate(self._new):
            if new.home not in untouched:
                for piece in new.words.pieces:
                    found[piece].append(place)
        return found
