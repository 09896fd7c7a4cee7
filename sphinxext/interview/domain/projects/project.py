"""Other projects as this one knows them: what they have published of their interviews."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..records import Source, Words
from ..targets import Found, Targets, find_target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...citing.record import Record
    from ..records import Interview, Spoken, Target
    from .inventory import Inventory


class Project:
    """Another project, of which the inventory is known."""

    def __init__(self, name: str, base: str, inventory: Inventory) -> None:
        self.name, self.base, self._inventory = name, base, inventory
        self.targets = Targets(inventory.interviews)
        self.interviews: dict[str, Interview] = {one.name: one for one in inventory.interviews}

    def find(self, typ: str, target: str) -> Target | None:
        """Return what *target* means there in a role of type *typ*, or None."""
        return find_target(self.targets, self._inventory.speakers, typ, target)

    @cached_property
    def source(self) -> Source:
        """What it says."""
        around: dict[str, str] = {}
        for one in self._inventory.interviews:
            titles = '\n'.join(exchange.title for exchange in one.exchanges)
            around[one.docname] = f'{around.get(one.docname, "")}\n{titles}'
        spoken = self._inventory.spoken
        languages = {name: one.language for name, one in self._inventory.records.items()}

        def words_in(page: str) -> Words:
            return Words(spoken.get(page, ()), around.get(page, ''))

        return Source(self.targets, words_in, self.base, self.name, languages)

    def spoken(self, target: str) -> list[Spoken]:
        """Return the turns of an interview, or of the exchange that an address is in."""
        address = '.'.join(target.split('.')[:2])
        turns = self._inventory.spoken.get(self.targets[target].docname, ())
        return [turn for turn in turns if f'{turn.address}.'.startswith(f'{address}.')]

    @cached_property
    def records(self) -> dict[str, Record]:
        """Its interviews as others cite them; where it doesn't say its address, with that."""
        return {
            name: record if record.link else record._replace(url=self.targets[name].uri(self.base))
            for name, record in self._inventory.records.items()
        }


class Projects:
    """All other projects, in the order of ``conf.py``."""

    def __init__(self, projects: Iterable[Project] = ()) -> None:
        self.all = list(projects)

    def find(self, typ: str, target: str) -> Found | None:
        """Return what *target* means in the first project that has its interview, or the speaker."""
        name = target.lower()
        for project in self.all:
            found = project.find(typ, name)
            if found or name.partition('.')[0] in project.interviews:
                return Found(found, project) if found else None
        return None

    def called(self, name: str) -> Project | None:
        """Return the project of a name."""
        return next((project for project in self.all if project.name == name), None)

    @property
    def records(self) -> dict[str, Record]:
        """All their interviews as others cite them, by name."""
        return {name: one for p in reversed(self.all) for name, one in p.records.items()}
