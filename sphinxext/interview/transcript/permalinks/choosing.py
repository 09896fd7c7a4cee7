"""Which slug each exchange of an interview gets, once published ones were found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchanges.grouping import given_slug
from ..exchanges.naming import other_slugs
from ..exchanges.slugs import unused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model import Exchange
    from .matching import Found, Published


class Chosen:
    """The slugs of exchanges, in their order.

    An author's ``{#slug}`` comes first, unless the words that had it are another exchange's.

    :param aliases: slugs that are nobody's any more, and which slug each leads to, or nothing
    """

    def __init__(
        self,
        exchanges: Sequence[Exchange],
        published: Sequence[Published],
        found: Found,
        aliases: Mapping[str, str],
    ) -> None:
        self._exchanges, self._aliases = exchanges, aliases
        #: What was published; nothing else is called so.
        self.known = {*aliases, *(old.slug for old in published)}
        self.slugs = [''] * len(exchanges)
        #: The place of the exchange that each published slug leads to.
        self.places = {
            published[old].slug: place for old, place in {**found.merged, **found.same}.items()
        }
        #: The published slug of which each exchange has the words.
        self.kept = {place: published[old].slug for old, place in found.same.items()}
        #: Published slugs whose words are nowhere.
        self.lost = {old.slug for old in published if not old.is_gone}.difference(self.places)
        #: What the author gave, but can't have, by place; and the place that has it.
        self.refused: dict[int, tuple[str, int]] = {}
        #: What the author gave to other words than those that were published.
        self.turned: dict[int, str] = {}
        self._give()
        for place, slug in self.kept.items():
            self.slugs[place] = self.slugs[place] or slug
        self._make()

    def _give(self) -> None:
        """Give what the author gave."""
        for place, exchange in enumerate(self._exchanges):
            slug = given_slug(exchange.turns)
            if not slug or slug != exchange.slug:  # the second that has it
                continue
            owner = self.places.get(self._aliases.get(slug) or slug, place)
            if owner != place:
                self.refused[place] = slug, owner
                continue
            if slug in self.known and slug not in self.places and not self._aliases.get(slug):
                self.lost.discard(slug)
                self.turned[place] = slug
            self.places[slug] = place
            self.slugs[place] = slug

    def _make(self) -> None:
        """Make slugs of words for new exchanges; what was published isn't used again."""
        taken = dict.fromkeys([*filter(None, self.slugs), *self.known], 1)
        for place, exchange in enumerate(self._exchanges):
            if not self.slugs[place]:
                others = other_slugs(exchange.slug, exchange.answers)
                free = (slug for slug in (exchange.slug, *others) if slug not in taken)
                self.slugs[place] = unused(next(free, exchange.slug), taken)
