"""Where every address of a ledger leads, in all interviews of a project."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from .fingerprints import whole_of
from .following import follow
from .ledger import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .ledger import Ledger
    from .records import Interview


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
        #: Exchanges whose words are in another interview now, and where each leads.
        self.moved: dict[str, str] = {}
        #: Exchanges that have gone since the ledger was kept, by interview.
        self.lost: dict[str, list[str]] = {}
        self._here = set(self.interviews)
        for interview in self.interviews.values():
            self._here.update(address for address, _ in interview.words())
            self.leads.update(interview.old)
        self._find_elsewhere()
        for name, interview in self.interviews.items():
            lost = [one for one, to in interview.old if to == name and one.count('.') == 1]
            if left := [one for one in lost if one not in self.moved]:
                self.lost[name] = left
        for address in ledger.entries:
            if address not in self._here and (to := self._follow(address)):
                self.leads[address] = to
        #: Those that can be referred to, as topics can't.
        self.names = {
            old: to for old, to in self.leads.items() if not ledger.entries.get(old, Entry()).opens
        }

    @cached_property
    def _anchors(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for old, to in sorted(self.leads.items()):
            found.setdefault(to.partition('.')[0], {}).setdefault(to, []).append(old)
        return found

    def anchors(self, name: str) -> dict[str, list[str]]:
        """Return the old addresses that lead to each address of an interview."""
        return self._anchors.get(name, {})

    def departed(self, name: str) -> dict[str, str]:
        """Return the old addresses of an interview that lead to another one, and where each does."""
        return self._departed.get(name, {}) if name in self.interviews else {}

    @cached_property
    def _departed(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for old, to in sorted(self.leads.items()):
            name = old.partition('.')[0]
            if name != to.partition('.')[0]:
                found.setdefault(name, {})[old] = to
        return found

    def _find_elsewhere(self) -> None:
        """Follow what has gone to new exchanges of other interviews with the same words."""
        found = follow(self._ledger, self.interviews.values(), self._is_gone)
        parts = self._ledger.parts
        for name in parts:
            if name not in self._here and not _is_settled(self._ledger, name):
                self.missing[name] = self._new_name(name, found)
                if new := self.missing[name]:
                    self.leads[name] = new
                    self.leads.update(self._same_topics(name, self.interviews[new], found))
        self.leads.update(found)
        self.moved = {
            one: to
            for one, to in found.items()
            if one.count('.') == 1
            and self.missing.get(one.partition('.')[0], '') != to.partition('.')[0]
        }

    def _same_topics(
        self, name: str, new: Interview, found: Mapping[str, str]
    ) -> Iterator[tuple[str, str]]:
        """Yield the topics of a renamed interview that open the same exchange under the same title."""
        here = {(whole_of(one.words), one.opens): one.address for one in new.topics}
        for address, entry in self._ledger.parts[name].items():
            if to := here.get((whole_of(entry.words), found.get(entry.opens, ''))):
                yield address, to

    def _is_gone(self, address: str) -> bool:
        """Whether the words of a published address were taken from where they were."""
        entry, name = self._ledger.entries[address], address.partition('.')[0]
        to = self.leads.get(address) or entry.to
        return (
            bool(entry.words) and not entry.opens and address not in self._here and to in {'', name}
        )

    def _new_name(self, name: str, found: Mapping[str, str]) -> str:
        """Return the new interview that has at least half of the exchanges of *name*, or nothing."""
        parts = self._ledger.parts
        known = [one for one, e in parts[name].items() if one.count('.') == 1 and not e.to]
        homes = (found[one].partition('.')[0] for one in known if one in found)
        names = Counter(home for home in homes if home not in parts)
        ((most, count),) = names.most_common(1) or [('', 0)]
        return most if 2 * count >= len(known) else ''

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
