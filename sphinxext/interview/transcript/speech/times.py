"""Times in a transcript, in seconds."""

from __future__ import annotations

import re

#: ``14:32``, ``1:02:03``, ``00:14.500``; the last number may have a fraction.
STAMP = r'(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?'
_STAMP = re.compile(r'(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?')


def parse_time(text: str) -> float | None:
    """Return the seconds that ``[H:]M:SS[.fff]`` means, or None if it isn't a time.

    Minutes may exceed 59 only where there are no hours.
    """
    match = _STAMP.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = int(match[1] or 0), int(match[2]), int(match[3])
    if seconds > 59 or (match[1] and minutes > 59):
        return None
    fraction = float(f'0.{match[4]}') if match[4] else 0.0
    return hours * 3600 + minutes * 60 + seconds + fraction


def format_time(seconds: float) -> str:
    """Return ``14:32``, with hours where there are any: ``1:02:03``."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f'{hours}:{minute:02}:{second:02}' if hours else f'{minute:02}:{second:02}'


def exact_time(seconds: float) -> str:
    """Return the time as `format_time`, with milliseconds where there are any: ``14:32.500``."""
    milliseconds = round(seconds * 1000)
    fraction = f'.{milliseconds % 1000:03}' if milliseconds % 1000 else ''
    return format_time(milliseconds // 1000) + fraction


_SPOKEN = re.compile(
    r'(?:(\d{1,3}) hours?,? )?(?:(\d{1,3}) minutes?,? )?(\d{1,3}) seconds?', re.IGNORECASE
)
_LONE = re.compile(
    rf'\\?[\[(]?({STAMP})(?::\d{{2}})?\\?[\])]?(?:\s?(?:-|–|-->|to)\s?{STAMP}(?::\d{{2}})?)?'
)


def lone_time(line: str) -> float | None:
    """Return the seconds that a line tells that is nothing but a time, or a time and its end.

    Frames, as in ``00:00:03:05``, don't count. ``0 minutes 5 seconds`` is a time, too.
    """
    line = line.strip()
    if len(line) > 60 or not (line[:1].isdigit() or line[:1] in '[(\\'):
        return None
    if match := _SPOKEN.fullmatch(line):
        hours, minutes, seconds = (int(number or 0) for number in match.groups())
        return hours * 3600.0 + minutes * 60 + seconds
    match = _LONE.fullmatch(line)
    return parse_time(match[1]) if match else None
