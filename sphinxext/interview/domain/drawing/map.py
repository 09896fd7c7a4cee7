"""Interviews at their places, on a grid of degrees: no tiles, so no request leaves the page.

A degree east is as long as one north at the middle of the map (an equirectangular projection), which
is right for villages and countries, and rough for the world.
"""

from __future__ import annotations

from math import ceil, cos, floor, log10, radians
from typing import TYPE_CHECKING, Final, NamedTuple

from ...messages import _
from .labels import Label, laid_out
from .marks import WIDTH, Drawing, Mark, percent, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ...citing.describing.coordinates import Coordinates
    from ..grouping.places import Place

#: Height by width.
_RATIO: Final = 2 / 3
#: The part of the width around all points, and the fewest degrees that a map shows.
_MARGIN, _LEAST = 0.14, 0.02
#: Points nearer than that part of the width are one mark.
_NEAR: Final = 0.035
#: So long is a degree of latitude. Source: the circumference of the Earth, 40,008 km, by 360.
_KILOMETRES: Final = 111.13


class _Frame(NamedTuple):
    """What a map shows, in degrees."""

    west: float
    north: float
    #: Of longitude and of latitude.
    width: float
    height: float
    #: How long a degree of longitude is, in degrees of latitude.
    squeeze: float

    def x(self, degrees: float) -> float:
        return (degrees - self.west) % 360 / self.width

    def y(self, degrees: float) -> float:
        return (self.north - degrees) / self.height


class _Cluster(NamedTuple):
    """Places that are one mark, and where it stands, as parts of width and height."""

    x: float
    y: float
    places: list[Place]


def draw_map(places: Iterable[Place], target: Callable[[Place], tuple[str, str]]) -> Drawing | None:
    """Draw the places of which it is known where they are; None where there are none.

    :param target: returns page and anchor of what is told of a place
    """
    known = [place for place in places if place.point]
    if not known:
        return None
    frame = _frame([place.point for place in known if place.point])
    clusters = _clusters(known, frame)
    labels = laid_out([Label(c.x, c.y, _name(c)) for c in clusters], WIDTH, _RATIO)
    marks = [
        Mark(_told(cluster), *target(cluster.places[0]), _shape(cluster, label))
        for cluster, label in zip(clusters, labels, strict=True)
    ]
    height = round(WIDTH * _RATIO)
    return Drawing('map', _('Map'), height, '\n'.join(_ground(frame)), marks)


def _frame(points: Sequence[Coordinates]) -> _Frame:
    """Return the smallest frame of the right shape around all points."""
    north, south = max(p.latitude for p in points), min(p.latitude for p in points)
    west, width = _around(sorted({p.longitude for p in points}))
    middle = (north + south) / 2
    squeeze = max(cos(radians(middle)), 0.05)
    # In degrees of latitude, both ways
    across = max(width * squeeze, (north - south) / _RATIO, _LEAST) / (1 - 2 * _MARGIN)
    wide, high = across / squeeze, across * _RATIO
    return _Frame(west + width / 2 - wide / 2, middle + high / 2, wide, high, squeeze)


def _around(longitudes: list[float]) -> tuple[float, float]:
    """Return the westernmost longitude, and how far east the others are: across 180° where it is nearer."""
    following = [*longitudes[1:], longitudes[0] + 360]
    gaps = [after - before for before, after in zip(longitudes, following, strict=True)]
    widest = gaps.index(max(gaps))
    return following[widest] % 360, 360 - gaps[widest]


def _clusters(places: Iterable[Place], frame: _Frame) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for place in places:
        if place.point is None:
            continue
        x, y = frame.x(place.point.longitude), frame.y(place.point.latitude)
        near = (c for c in clusters if abs(c.x - x) < _NEAR and abs(c.y - y) * _RATIO < _NEAR)
        cluster = next(near, None)
        if cluster is None:
            clusters.append(_Cluster(x, y, [place]))
        else:
            cluster.places.append(place)
    return clusters


def _count(cluster: _Cluster) -> int:
    return sum(len(place.interviews) for place in cluster.places)


def _name(cluster: _Cluster) -> str:
    first, *others = dict.fromkeys(place.name for place in cluster.places)
    return f'{first} +{len(others)}' if others else first


def _told(cluster: _Cluster) -> str:
    """Return what a mark is called: its places, and what is there."""
    names = ', '.join(dict.fromkeys(place.name for place in cluster.places))
    if _count(cluster) == 1:
        return f'{names}: {cluster.places[0].interviews[0].title}'
    return _('%(place)s: %(count)s interviews') % {
        'place': names,
        'count': _count(cluster),
    }


def _shape(cluster: _Cluster, label: str) -> str:
    """Return a dot, its label, and how many it stands for: read in that order, it is how the link is called."""
    x, y, count = percent(cluster.x), percent(cluster.y), _count(cluster)
    shapes = shape('circle', cx=x, cy=y, r=12, class_='interview-reach')
    shapes += shape('circle', cx=x, cy=y, r=6 if count == 1 else 11, class_='interview-dot')
    number = shape('text', f'{count}', x=x, y=y, dy='.35em', class_='interview-count')
    return f'{shapes}{label} {number}' if count > 1 else shapes + label


def _ground(frame: _Frame) -> Iterator[str]:
    step = _step(frame.height / 4)
    digits = max(0, -floor(log10(step) + 1e-9))
    for number in range(ceil((frame.north - frame.height) / step), floor(frame.north / step) + 1):
        degrees = number * step
        y = frame.y(degrees)
        yield shape('line', x1='0%', x2='100%', y1=percent(y), y2=percent(y))
        if 0.06 < y < 0.9:
            yield shape('text', _degrees(degrees, digits, 'N', 'S'), x=6, y=percent(y), dy=-4)
    step = _step(frame.width / 4)
    digits = max(0, -floor(log10(step) + 1e-9))
    for number in range(ceil(frame.west / step), floor((frame.west + frame.width) / step) + 1):
        degrees = number * step
        x = (degrees - frame.west) / frame.width
        yield shape('line', x1=percent(x), x2=percent(x), y1='0%', y2='100%')
        if 0.12 < x < 0.6:
            text = _degrees((degrees + 180) % 360 - 180, digits, 'E', 'W')
            yield shape('text', text, x=percent(x), y='100%', dx=4, dy=-6)
    yield from _scale(frame)


def _degrees(degrees: float, digits: int, positive: str, negative: str) -> str:
    """Write degrees as maps do: ``56.1° N``."""
    sign = negative if degrees < 0 else positive
    return f'{abs(degrees):.{digits}f}° {sign}' if degrees else '0°'


def _step(about: float) -> float:
    """Return a round number that isn't smaller: 1, 2 or 5 of some power of ten."""
    power = 10.0 ** floor(log10(about))
    return next(power * part for part in (1, 2, 5, 10) if power * part >= about - 1e-12)


def _scale(frame: _Frame) -> Iterator[str]:
    """Draw a line of so many kilometres, where the middle of the map is."""
    across = frame.width * frame.squeeze * _KILOMETRES
    length = _step(across / 12)
    part = length / across
    text = f'{length:g} km' if length >= 1 else f'{length * 1000:g} m'
    yield shape(
        'line',
        x1=percent(0.97 - part),
        x2='97%',
        y1='96%',
        y2='96%',
        class_='interview-axis',
    )
    yield shape('text', text, x='97%', y='96%', dy=-6, text_anchor='end')
