"""What an author is told of addresses of one interview that don't lead where they led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Exchange
    from .answering import Answering
    from .choosing import Chosen
    from .matching import Found, Published


def findings(
    name: str,
    exchanges: Sequence[Exchange],
    published: Sequence[Published],
    found: Found,
    chosen: Chosen,
    answering: Answering,
) -> Iterator[Finding]:
    """Yield what changed for who follows a published address."""
    lines = [exchange.items[0].line for exchange in exchanges] or [1]
    for place, text in _texts(name, lines, published, found, chosen, answering):
        yield Finding('permalink', 'warning', lines[place], text)


def _texts(
    name: str,
    lines: Sequence[int],
    published: Sequence[Published],
    found: Found,
    chosen: Chosen,
    answering: Answering,
) -> Iterator[tuple[int, str]]:
    for old, place in found.merged.items():
        yield place, f'{name}.{published[old].slug} is part of this exchange now, and leads here'
    for old, place in found.split:
        line = lines[found.same[old]]
        yield place, f'words of {name}.{published[old].slug} are here now; it leads to line {line}'
    for place, (slug, owner) in chosen.refused.items():
        stays, mine = lines[owner], chosen.slugs[place]
        yield (
            place,
            f'{{#{slug}}} was published for line {stays} and stays there; here it is {{#{mine}}}',
        )
    for place, slug in chosen.turned.items():
        yield place, f'{{#{slug}}} was published for other words'
    for place, address, to in answering.lost():
        yield place, f'{address} is no answer of its own any more, and leads to {to}'
