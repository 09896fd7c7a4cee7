"""In which order interviews are listed; those of which it isn't known where they belong stand last."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from ...citing.text import collated
from ...messages import _
from ..grouping.values import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..records import Interview

    Key = tuple[object, ...]


def ordered(interviews: Iterable[Interview], order: str) -> list[Interview]:
    """Return interviews in an order, those alike in it by title."""
    by_title = sorted(interviews, key=lambda interview: collated(interview.title))
    if order == 'title':
        return by_title
    keys = [(_KEYS[order](interview), interview) for interview in by_title]
    known = sorted((pair for pair in keys if pair[0]), key=itemgetter(0), reverse=order == 'newest')
    return [interview for _key, interview in (*known, *(pair for pair in keys if not pair[0]))]


def called(order: str) -> str:
    """Return what readers call an order."""
    return {
        'title': _('Title'),
        'date': _('Oldest first'),
        'newest': _('Newest first'),
        'place': _('Place'),
        'number': _('Number'),
    }[order]


def _by_date(interview: Interview) -> Key:
    date = held(interview)
    return date.order if date else ()


def _by_place(interview: Interview) -> Key:
    place = dict(interview.metadata).get('place', '')
    return collated(place) if place else ()


def _by_number(interview: Interview) -> Key:
    """Return a number's parts, so that 9 comes before 10."""
    number = dict(interview.metadata).get('number', '')
    parts = re.findall(r'(\d+)|(\D+)', number.casefold())
    return tuple((not digits, int(digits or 0), words) for digits, words in parts)


_KEYS: dict[str, Callable[[Interview], Key]] = {
    'date': _by_date,
    'newest': _by_date,
    'place': _by_place,
    'number': _by_number,
}
