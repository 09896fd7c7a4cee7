"""The lines that say when a cue is shown, as the formats want them and as they are found."""

from __future__ import annotations

import re

_LOOSE = re.compile(
    r"""\s{0,9}(?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,2})(?:[.,:](\d{1,3}))?\d{0,6}
    \s{0,9}-{1,2}>\s{0,9}
    (?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,2})(?:[.,:](\d{1,3}))?\d{0,6}(?:\s|$)""",
    re.VERBOSE | re.ASCII,
)

#: What programs write for a number that they don't have.
_NO_TIMES = frozenset(['', 'nan', 'null', 'none', 'undefined', 'infinity'])
_BROKEN = re.compile(r'\s{0,9}(\S{0,40}?)\s{0,9}-->\s{0,9}(\S{0,40})(?:\s|$)')


def loose_timings(line: str) -> tuple[float, float] | None:
    """Read timings that no specification allows, but that mean something: ``0.86 --> 7.3``."""
    match = _LOOSE.match(line[:100])
    if match is None:
        return None
    start, end = (_seconds(*match.groups()[place : place + 4]) for place in (0, 4))
    return start, end


def _seconds(one: str | None, two: str | None, seconds: str | None, fraction: str | None) -> float:
    hours, minutes = (one, two) if two else ('0', one)
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + (float(f'0.{fraction}') if fraction else 0.0)


def is_broken_timing(line: str) -> bool:
    """Whether a line holds what once were timings: ``NaN:NaN:NaN --> NaN:NaN:NaN``."""
    match = _BROKEN.match(line[:140]) if '-->' in line else None
    return (
        match is not None
        and any(match.groups())
        and all(':' in side or side.casefold() in _NO_TIMES for side in match.groups())
    )
