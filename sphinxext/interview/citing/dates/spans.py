"""From when to when a date may be, to draw it."""

from __future__ import annotations

from calendar import monthrange
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Date


def span(date: Date) -> tuple[float, float]:
    """Return the start and the end of a date in years, infinite where they are open.

    ``1974`` is 1974.0 to 1975.0. A winter reaches into the next year. Source: EDTF, “Season”, which
    leaves the months to others; these are those of the northern hemisphere, as in sorting.
    """
    first, last = _months(date)
    if date.end is not None:
        last = _months(date.end)[1]
    return (-inf if date.before else first), (inf if date.after else last)


def _months(date: Date) -> tuple[float, float]:
    """Return start and end of a point in time, as exact as it is known."""
    if date.is_decade:
        return float(date.year), float(date.year + (10 if date.unknown == 'X' else 100))
    if date.is_season:
        start = date.year + (date.month - 21) / 4 + 1 / 6
        return start, start + 1 / 4
    if not date.month:
        return float(date.year), float(date.year + 1)
    start = date.year + (date.month - 1) / 12
    if not date.day:
        return start, start + 1 / 12
    # All months are equally long, so that days stand between the lines of their month
    day = 1 / 12 / monthrange(date.year, date.month)[1]
    return start + (date.day - 1) * day, start + date.day * day
