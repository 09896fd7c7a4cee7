"""Where every address of a ledger leads, in all interviews of a project."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from .fingerprints import whole_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .ledger import Ledger
    from .records import Exchange, Interview


class Settled:
    """What a ledger means for the interviews that are there now."""

    def __init__(self, ledger: Ledger, interviews: Iterable[Interview]) -> None:
        self._ledger = ledger
        #: By name; of two with one name the first.
        self.interviews: dict[str, Interview] = {}
        for interview in interviews:
            self.interviews.setdefault(interview.name, interview)
        #: Interviews that are nowhere, by name; how the one is called that has their words.
        self.missing: dict[str, str] = {}
        #: Published addresses that are nobody's now, and where each leads.
        self.leads: dict[str, str] = {}
        self._here = set(self.interviews)
        for interview in self.interviews.values():
            self._here.update(address for address, _ in interview.words())
            self.leads.update(interview.old)
        self._find_missing()
        for address in ledger.entries:
            if address not in self._here and (to := self._follow(address)):
                self.leads[address] = to

    @cached_property
    def _anchors(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for old, to in sorted(self.leads.items()):
            found.setdefault(to.partition('.')[0], {}).setdefault(to, []).append(old)
        return found

    def anchors(self, name: str) -> dict[str, list[str]]:
        """Return the old addresses that lead to each address of an interview."""
        return self._anchors.get(name, {})

    def _find_missing(self) -> None:
        """Follow interviews to new ones with the same words: they were renamed."""
        parts = self._ledger.parts
        missing = [n for n in parts if n not in self._here and not _is_settled(self._ledger, n)]
        new = [one for name, one in self.interviews.items() if name not in parts]
        homes = _by_words(exchange for one in new for exchange in one.exchanges) if missing else {}
        for name in missing:
            found = dict(self._same_words(name, homes))
            known = sum(a.count('.') == 1 and not entry.to for a, entry in parts[name].items())
            names = Counter(to.split('.')[0] for to in found.values() if to.count('.') == 1)
            ((most, count),) = names.most_common(1) or [('', 0)]
            self.missing[name] = most if 2 * count >= known else ''
            if self.missing[name]:
                self.leads.update(found)
                self.leads[name] = most

    def _same_words(
        self, name: str, homes: dict[tuple[str, ...], Exchange | None]
    ) -> Iterator[tuple[str, str]]:
        part = self._ledger.parts[name]
        answers: dict[str, list[str]] = {}
        for address, entry in part.items():
            if address.count('.') == 2 and not entry.to:
                answers.setdefault(address.rpartition('.')[0], []).append(address)
        for address, entry in part.items():
            if address.count('.') != 1 or entry.to:
                continue
            said = {whole_of(part[answer].words): answer for answer in answers.get(address, ())}
            home = homes.get((whole_of(entry.words), *sorted(said)))
            if home:
                yield address, home.address
                yield from ((said[whole_of(a.words)], a.address) for a in home.answers)

    def _follow(self, address: str) -> str:
        """Return where an old address leads; nothing where its interview has gone."""
        seen: set[str] = set()
        while address and address not in self._here and address not in seen:
            seen.add(address)
            entry = self._ledger.entries.get(address)
            to = self.leads.get(address) or (entry.to if entry else '')
            address = to or address.rpartition('.')[0]
        return address if address in self._here else ''


def _is_settled(ledger: Ledger, name: str) -> bool:
    entry = ledger.entries.get(name)
    return entry is not None and (entry.gone or bool(entry.to))


def _by_words(exchanges: Iterable[Exchange]) -> dict[tuple[str, ...], Exchange | None]:
    """Return exchanges by the words of question and answers; None where several have them."""
    found: dict[tuple[str, ...], Exchange | None] = {}
    for exchange in exchanges:
        words = {whole_of(answer.words) for answer in exchange.answers}
        key = (whole_of(exchange.words), *sorted(words))
        found[key] = None if key in found else exchange
    return found
