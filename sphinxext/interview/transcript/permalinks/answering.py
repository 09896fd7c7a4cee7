"""What tells the answers of an interview apart, once published ones were found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchanges.naming import first_words
from ..exchanges.slugs import unused
from .answers import Answers, NewAnswer, OldAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..model import Exchange
    from .choosing import Chosen
    from .ledger import Entry
    from .matching import Present


class Answering:
    """The last part of the answers' addresses, for each exchange."""

    def __init__(
        self,
        name: str,
        exchanges: Sequence[Exchange],
        present: Sequence[Present],
        entries: Mapping[str, Entry],
        chosen: Chosen,
    ) -> None:
        self._name, self._chosen = name, chosen
        self._old = list(_published(entries, chosen))
        self._new = [
            NewAnswer(home, suffix, words)
            for home, (exchange, now) in enumerate(zip(exchanges, present, strict=True))
            for suffix, words in zip(exchange.answer_slugs, now.answers, strict=True)
        ]
        self._found = Answers(self._old, self._new)
        self._addresses = self._address(entries)

    @property
    def suffixes(self) -> list[tuple[str, ...]]:
        """What tells the answers of each exchange apart."""
        found: list[list[str]] = [[] for _ in self._chosen.slugs]
        for new, address in zip(self._new, self._addresses, strict=True):
            found[new.home].append(address.rpartition('.')[2])
        return [tuple(suffixes) for suffixes in found]

    def old(self) -> Iterator[tuple[str, str]]:
        """Yield published addresses that are nobody's now, and where each leads."""
        for place, old in enumerate(self._old):
            if place in self._found.same or not old.is_gone:
                address, to = self._leads(place)
                if to != address:
                    yield address, to

    def lost(self) -> Iterator[tuple[int, str, str]]:
        """Yield answers that are none any more: the exchange, the address, and where it leads."""
        for place, old in enumerate(self._old):
            if old.home is not None and not old.is_gone and place not in self._found.same:
                yield old.home, *self._leads(place)

    def _leads(self, place: int) -> tuple[str, str]:
        old = self._old[place]
        new = self._found.same.get(place, self._found.merged.get(place))
        to = self._exchange(old.home) if new is None else self._addresses[new]
        return f'{self._name}.{old.slug}.{old.suffix}', to

    def _exchange(self, home: int | None) -> str:
        return self._name if home is None else f'{self._name}.{self._chosen.slugs[home]}'

    def _address(self, entries: Mapping[str, Entry]) -> list[str]:
        """Return the address of each answer: those that were found keep theirs."""
        found = [''] * len(self._new)
        for place, new in self._found.same.items():
            old = self._old[place]
            home = self._new[new].home
            address = f'{self._exchange(home)}.{old.suffix}'
            is_same = old.slug == self._chosen.slugs[home]
            # Below the author's new slug, unless that had such an answer before
            is_next = old.slug == self._chosen.kept.get(home) and address not in entries
            if old.home == home and (is_same or is_next):
                found[new] = address
        taken = dict.fromkeys([*filter(None, found), *entries], 1)
        for place, answer in enumerate(self._new):
            found[place] = found[place] or unused(self._free(answer, taken), taken)
        return found

    def _free(self, new: NewAnswer, taken: Mapping[str, int]) -> str:
        """Return the address that the speaker makes, or where that is taken, her words."""
        address = f'{self._exchange(new.home)}.{new.suffix}'
        words = first_words(new.words.text) if address in taken else ''
        return f'{address}-{words}' if words else address


def _published(entries: Mapping[str, Entry], chosen: Chosen) -> Iterator[OldAnswer]:
    for address, entry in entries.items():
        if address.count('.') == 2 and (entry.words or not entry.to):
            _, slug, suffix = address.split('.')
            yield OldAnswer(slug, suffix, entry.words, chosen.places.get(slug), bool(entry.to))
