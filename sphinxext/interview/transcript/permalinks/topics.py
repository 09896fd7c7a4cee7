"""Which slug each topic of an interview gets, once published exchanges were found again.

A topic is known by its title, else by the exchange that it opens: so it may be called otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..exchanges.naming import Nameless
from ..exchanges.slugs import unused
from ..model import Exchange, Topic
from . import records
from .fingerprints import Words, whole_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..model import Paragraph
    from .choosing import Chosen
    from .ledger import Entry

    Part = Topic | Exchange | Paragraph


class _Known(NamedTuple):
    """A topic, published or there now."""

    slug: str
    #: Of the title: what stands for all words.
    whole: str
    #: The place of the exchange that it opens; None where that has gone, or is none.
    opens: int | None
    is_gone: bool = False


class Topics:
    """The topics of an interview with their slugs.

    :ivar slugs: in their order
    :ivar records: what a ledger keeps
    :ivar old: published addresses that are nobody's now, and where each leads
    """

    def __init__(
        self, name: str, parts: Sequence[Part], entries: Mapping[str, Entry], chosen: Chosen
    ) -> None:
        topics = [part for part in parts if isinstance(part, Topic)]
        self._now = [*_present(parts)]
        self._before = [*_published(entries, chosen)]
        self._same: dict[int, int] = {}
        self._find(lambda one: None if one.opens is None else (one.whole, one.opens))
        self._find(lambda one: one.whole)
        self._find(lambda one: None if one.is_gone else one.opens)
        taken = dict.fromkeys([*chosen.known, *chosen.slugs], 1)
        self.slugs = self._choose(topics, taken, {*chosen.slugs})
        titles = (Words(topic.title).fingerprint for topic in topics)
        self.records = tuple(
            records.Topic(f'{name}.{slug}', title, _opens(name, now.opens, chosen))
            for slug, title, now in zip(self.slugs, titles, self._now, strict=True)
        )
        self.old = [*self._leads(name)]

    def _find(self, key: Callable[[_Known], object]) -> None:
        """Pair those that nobody else shares a key with."""
        found = {*self._same.values()}
        before = _unique(self._before, key, self._same)
        now = _unique(self._now, key, found)
        self._same.update((before[one], now[one]) for one in before.keys() & now.keys())

    def _choose(self, topics: Sequence[Topic], taken: dict[str, int], used: set[str]) -> list[str]:
        """Return what the author gave, else what was published, else what the title makes."""
        kept = {now: self._before[old].slug for old, now in self._same.items()}
        slugs = []
        for place, topic in enumerate(topics):
            given = topic.slug if _is_given(topic) and topic.slug not in taken else ''
            slug = given or kept.get(place, '')
            if not slug or slug in used:
                slug = unused(topic.slug, taken)
            slugs.append(slug)
            taken[slug] = 1
            used.add(slug)
        return slugs

    def _leads(self, name: str) -> Iterator[tuple[str, str]]:
        for place, old in enumerate(self._before):
            now = self._same.get(place)
            if now is None and not old.is_gone:
                yield f'{name}.{old.slug}', name
            elif now is not None and self.slugs[now] != old.slug:
                yield f'{name}.{old.slug}', f'{name}.{self.slugs[now]}'


def _present(parts: Sequence[Part]) -> Iterator[_Known]:
    count = 0
    for place, part in enumerate(parts):
        if isinstance(part, Exchange):
            count += 1
        elif isinstance(part, Topic):
            opens = any(isinstance(one, Exchange) for one in _until_next(parts[place + 1 :]))
            yield _Known(part.slug, Words(part.title).whole, count if opens else None)


def _until_next(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Topic):
            return
        yield part


def _published(entries: Mapping[str, Entry], chosen: Chosen) -> Iterator[_Known]:
    # Not what became part of another exchange, which has a topic of its own
    places = {slug: place for place, slug in chosen.kept.items()}
    for address, entry in entries.items():
        if entry.opens and entry.words:
            opens = places.get(entry.opens.partition('.')[2])
            yield _Known(address.partition('.')[2], whole_of(entry.words), opens, bool(entry.to))


def _opens(name: str, place: int | None, chosen: Chosen) -> str:
    return name if place is None else f'{name}.{chosen.slugs[place]}'


def _unique(
    topics: Sequence[_Known], key: Callable[[_Known], object], found: Mapping[int, int] | set[int]
) -> dict[object, int]:
    places: dict[object, list[int]] = {}
    for place, topic in enumerate(topics):
        if place not in found and key(topic) is not None:
            places.setdefault(key(topic), []).append(place)
    return {one: some[0] for one, some in places.items() if len(some) == 1}


def _is_given(topic: Topic) -> bool:
    """Whether the author gave the slug: the title would make another."""
    made = Nameless('', topic.title).slug()
    return re.fullmatch(rf'{re.escape(made)}(?:-\d+)?', topic.slug) is None
