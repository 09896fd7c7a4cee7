"""The Extended Date/Time Format, levels 0 and 1: https://www.loc.gov/standards/datetime/.

Years have four digits. Of a date with a time, the date is read.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

from .model import SEASONS, Date

_POINT: Final = re.compile(
    r"""(?P<year>\d{4}) (?: - (?P<month>\d\d) (?: - (?P<day>\d\d) )? )? (?P<unknown>-XX(?:-XX)?|)
    (?: T (?:[01]\d|2[0-4]) (?: :[0-5]\d ){0,2} (?: \.\d+ )? (?: Z | [+-]\d\d (?: :?\d\d )? )? )? (?P<mark>[?~%]?)
    |(?P<digits>\d{2,3}) (?P<Xs>X{1,2}) (?P<about>[?~%]?)""",
    re.VERBOSE,
)


def parse_edtf(text: str) -> Date | None:
    """Read a date or a range; None if it isn't one, or no such day was."""
    start, slash, end = text.partition('/')
    return _range(start, end) if slash else _point(text)


def _range(start: str, end: str) -> Date | None:
    first, last = _point(start), _point(end)
    if first and last:
        return joined(first, last)
    if first and end in {'', '..'}:
        return first._replace(after=f'/{end}')
    if last and start in {'', '..'}:
        return last._replace(before=f'{start}/')
    return None


def joined(first: Date, last: Date) -> Date | None:
    """Return the range of two dates; None if the second is the earlier one."""
    known = min(len(first.parts), len(last.parts))
    if first == last:
        return first
    if first.end or last.end or first.order[:known] > last.order[:known]:
        return None
    return first._replace(end=last)


def _point(text: str) -> Date | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    if match['digits']:
        year = int(match['digits'].ljust(4, '0'))
        is_year = year and len(match['digits'] + match['Xs']) == 4
        return Date(year, mark=match['about'], unknown=match['Xs']) if is_year else None
    year, month, day = (int(match[part] or 0) for part in ('year', 'month', 'day'))
    if month in SEASONS and year and not match['day'] and not match['unknown']:
        return Date(year, month, mark=match['mark'])
    date = None if '00' in {match['month'], match['day']} else made(year, month, day)
    if date is None or len(date.parts) + match['unknown'].count('-') > 3:
        return None
    return date._replace(mark=match['mark'], unknown=match['unknown'])


def made(year: int, month: int = 0, day: int = 0) -> Date | None:
    """Return a date that the calendar has, else None; 0 for what isn't known."""
    if not 1 <= year <= 9999 or not 0 <= month <= 12 or (day and not month):
        return None
    if not 0 <= day <= (monthrange(year, month)[1] if month else 0):
        return None
    return Date(year, month, day)
