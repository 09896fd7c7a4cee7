"""Dates as CSL-JSON has them: see ``date-variable`` in ``csl-data.json`` of CSL 1.0.2.

What it has no form for, a decade or an open start, is a literal in EDTF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..dates import SEASONS, Date, parse_date
from ..dates.edtf import joined, made

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What people write where there is none.
_NONE: Final = frozenset({'', 'n.d.', 'nd', 'no date', 'undated', 's.d.', 'o. j.', 'o.j.'})


def csl_date(date: Date | None) -> dict[str, Any]:
    """Return a date for CSL-JSON; empty without one."""
    if date is None:
        return {}
    has_end = date.end is not None or bool(date.after)
    ends = [date, *([date.end] if date.end else [])]
    if date.is_decade or date.before or (has_end and any(end.is_season for end in ends)):
        return {'literal': date.edtf}
    about = {'circa': True} if any(end.mark for end in ends) else {}
    if date.is_season:
        return {'date-parts': [[date.year]], 'season': date.month - 20} | about
    parts = [list(end.parts) for end in ends]
    # Zero for an open end, as citeproc-js and pandoc read it
    return {'date-parts': [*parts, *([[0]] if date.after else [])]} | about


def read_date(found: Any) -> Date | None:
    """Return a date; None if there is none, or it says so.

    :raises ValueError: it can't be read
    """
    found = found or {}
    is_text = isinstance(found, str)
    try:
        words = found if is_text else found.get('raw') or found.get('literal') or ''
        parts = [] if is_text else [end for end in found.get('date-parts', ()) if end]
        if not any(map(any, parts)) and str(words).casefold() in _NONE:
            return None
        date = _read(found, parts) if any(map(any, parts)) else parse_date(words)
    except (AttributeError, TypeError, ValueError, OverflowError):
        words, parts, date = '', found, None
    if date is None:
        raise ValueError(f'no date that can be understood: {words or parts!r}')
    return date


def _read(found: dict[str, Any], parts: list[Any]) -> Date | None:
    start, *ends = (_point(end, found.get('season')) for end in parts)
    if start is None:
        return None
    if found.get('circa'):
        start = start._replace(mark='~')
    if not ends:
        return start
    return joined(start, ends[0]) if ends[0] else start._replace(after='/..')


def _point(parts: Sequence[Any], season: Any) -> Date | None:
    """Return one end; None if the calendar has no such date.

    A season may stand in the place of the month, as 13 to 16 or 21 to 24.
    """
    year, month, day = (*(int(part or 0) for part in parts[:3]), 0, 0, 0)[:3]
    if 13 <= month <= 16:
        month += 8
    if not month and season:
        month = _season(str(season))
    if year < 0:  # the calendar has no such months
        return Date(year)
    if year and month in SEASONS:
        return Date(year, month)
    return made(year, month, day)


def _season(text: str) -> int:
    names = {name.casefold(): number for number, name in SEASONS.items()}
    number = text.removeprefix('season-').lstrip('0')
    return 20 + int(number) if number in {'1', '2', '3', '4'} else names.get(text.casefold(), 0)
