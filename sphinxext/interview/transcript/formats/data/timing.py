"""Times: numbers in some unit, texts, ISO durations; and whether the unit can be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...model import Finding
from .pieces import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .pieces import Piece

#: No recording lasts ten days: what is more is a date.
_LONGEST = 864_000.0
_CLOCK = re.compile(r'(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,:;](\d{1,9}))?')
_DURATION = re.compile(r'PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d{1,9})?)S)?')
#: Letters that people speak in a second: a rate outside can't be meant,
_SLOWEST, _FASTEST = 0.2, 250.0
#: and one inside is likely.
_LIKELY = (2.0, 60.0)
#: So few letters tell nothing.
_FEW = 20
#: In which order units are tried.
_OTHERS = {**UNITS, 'microseconds': 1e-6, 'nanoseconds': 1e-9}


def number(value: Any) -> float | None:
    """Return a number that isn't negative, also where it is written as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if 0 <= found < float('inf') else None


def seconds(value: Any, factor: float) -> float | None:
    """Return the seconds that *value* means, or None.

    :param factor: seconds in a unit of the numbers; texts such as ``0:14`` or ``PT4.5S`` and
        ``{"seconds": "4"}`` are in seconds whatever it is
    """
    found = number(value)
    if found is not None:
        found *= factor
    elif isinstance(value, str):
        found = _written(value.strip())
    elif isinstance(value, dict):
        found = _composed(value)
    return round(found, 6) if found is not None and found < _LONGEST else None


def _composed(value: dict[str, Any]) -> float | None:
    if 'seconds' in value or 'nanos' in value:
        whole, rest = number(value.get('seconds', 0)), number(value.get('nanos', 0))
        return None if whole is None or rest is None else whole + rest * 1e-9
    return number(value.get('relative'))


def _written(text: str) -> float | None:
    """Return the seconds of ``1:02:03.5``, ``PT1M2.5S`` or ``4.5s``."""
    if match := _CLOCK.fullmatch(text):
        hours, minutes, second = int(match[1] or 0), int(match[2]), int(match[3])
        if second > 59 or (match[1] and minutes > 59):
            return None
        # Behind a colon are frames
        is_fraction = match[4] and text[match.start(4) - 1] in '.,'
        fraction = float(f'0.{match[4]}') if is_fraction else 0.0
        return hours * 3600 + minutes * 60 + second + fraction
    if (match := _DURATION.fullmatch(text)) and text != 'PT':
        return int(match[1] or 0) * 3600 + int(match[2] or 0) * 60 + float(match[3] or 0)
    return number(text.removesuffix('s')) if text.endswith('s') else None


def likely_unit(pieces: Sequence[Piece], unit: str) -> tuple[str, Finding | None]:
    """Return the unit of the numbers: *unit*, unless nobody can speak as fast or as slow.

    :param unit: of the shape
    """
    letters, time, are_whole = _rate(pieces)
    if letters < _FEW or not time:
        return unit, None
    rate = letters / time
    if _SLOWEST <= rate / UNITS[unit] <= _FASTEST:
        return unit, None
    for other, factor in _OTHERS.items():
        if _LIKELY[0] <= rate / factor <= _LIKELY[1] and (are_whole or factor == 1):
            text = f'times are read as {other}: as {unit} they can’t be meant'
            return other, Finding('time_unit', 'info', 1, text)
    text = f'times can’t be {unit}: that were {rate / UNITS[unit]:.3g} letters a second'
    return unit, Finding('time_unit', 'warning', 1, text)


def _rate(pieces: Sequence[Piece]) -> tuple[int, float, bool]:
    """Return letters, the time that they take in numbers, and whether all numbers are whole."""
    letters, time, are_whole = 0, 0.0, True
    for piece in pieces:
        start, end = number(piece.start), number(piece.end)
        if start is not None and end is not None and start < end and isinstance(piece.text, str):
            letters += len(piece.text)
            time += end - start
            are_whole = are_whole and start == int(start)
    if time:
        return letters, time, are_whole
    starts = [(n, p) for p in pieces if (n := number(p.start)) is not None]
    if len(starts) < 2:
        return 0, 0.0, True
    letters = sum(len(p.text) for _, p in starts[:-1] if isinstance(p.text, str))
    return letters, max(0.0, starts[-1][0] - starts[0][0]), all(n == int(n) for n, _ in starts)


def factor_of(unit: str) -> float:
    """Return the seconds in a *unit*."""
    return _OTHERS[unit]
