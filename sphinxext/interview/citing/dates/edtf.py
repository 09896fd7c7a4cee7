"""The Extended Date/Time Format, levels 0 and 1: https://www.loc.gov/standards/datetime/.

Years have four digits. Of a date with a time, the date is read.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import Final

from .model import Date

_POINT: Final = re.compile(
    r"""(?P<year>\d{4}) (?: - (?P<month>\d\d) (?: - (?P<day>\d\d) )? )? (?P<unknown>-XX(?:-XX)?|)
    (?: T (?:[01]\d|2[0-4]) (?: :[0-5]\d ){0,2} (?: \.\d+ )? (?: Z | [+-]\d\d (?: :?\d\d )? )? )? (?P<mark>[?~%]?)
    |(?P<digits>\d{2,3}) (?P<Xs>X{1,2}) (?P<about>[?~%]?)""",
    re.VERBOSE,
)
#: Spring to winter.
_SEASONS: Final = range(21, 25)


def parse_edtf(text: str) -> Date | None:
    """Read a date or a range; None if it isn't one, or no such day was."""
    start, slash, end = text.partition('/')
    return _range(start, end) if slash else _point(text)


def _range(start: str, end: str) -> Date | None:
    first, last = _point(start), _point(end)
    if first and last:
        return joined(first, last)
    if first and end in {'', '..'}:
        return replace(first, after=f'/{end}')
    if last and start in {'', '..'}:
        return replace(last, before=f'{start}/')
    return None


def joined(first: Date, last: Date) -> Date | None:
    """Return the range of two dates; None if the second is the earlier one."""
    known = min(len(first.parts), len(last.parts))
    if first == last:
        return first
    if first.end or last.end or first.parts[:known] > last.parts[:known]:
        return None
    return replace(first, end=last)


def _point(text: str) -> Date | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    if match['digits']:
        year = int(match['digits'].ljust(4, '0'))
        is_year = year and len(match['digits'] + match['Xs']) == 4
        return Date(year, mark=match['about'], unknown=match['Xs']) if is_year else None
    year, month, day = (int(match[part] or 0) for part in ('year', 'month', 'day'))
    if month in _SEASONS and not match['day'] and not match['unknown']:
        return Date(year, season=month - 20, mark=match['mark'])
    date = made(year, month if match['month'] else None, day if match['day'] else None)
    if date is None or len(date.parts) + match['unknown'].count('-') > 3:
        return None
    return replace(date, mark=match['mark'], unknown=match['unknown'])


def made(year: int, month: int | None = None, day: int | None = None) -> Date | None:
    """Return a date that the calendar has, else None."""
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and not (month and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Date(year, month or 0, day or 0)
