"""The places of interviews, and the points at which they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...citing.describing.coordinates import parse_coordinates
from ...citing.text import collated
from .values import same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...citing.describing.coordinates import Coordinates
    from ..records import Interview


class Place(NamedTuple):
    """Where some interviews took place."""

    name: str
    #: None where nobody has said where it is.
    point: Coordinates | None
    interviews: tuple[Interview, ...]


def point_of(interview: Interview) -> Coordinates | None:
    """Return where an interview took place, as its coordinates say."""
    return parse_coordinates(dict(interview.metadata).get('coordinates', ''))


def placed(interviews: Iterable[Interview]) -> list[Place]:
    """Return the places by name, the nameless last; one without a point is where its name is."""
    named = [
        (dict(one.metadata).get('place', '').strip(), point_of(one), one) for one in interviews
    ]
    known: dict[str, Coordinates] = {}
    for name, point, _one in named:
        if name and point:
            known.setdefault(same(name), point)
    found: dict[tuple[str, Coordinates | None], list[tuple[str, Interview]]] = {}
    for name, point, one in named:
        at = point or known.get(same(name))
        found.setdefault((same(name), at), []).append((name, one))
    places = [
        Place(
            some[0][0] or (point.written if point else ''), point, tuple(one for _name, one in some)
        )
        for (_key, point), some in found.items()
    ]
    return sorted(places, key=lambda place: (collated(place.name), place.point or (), place.name))
