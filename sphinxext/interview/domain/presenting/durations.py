"""How long a conversation was, as readers see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .dates import locale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = re.compile(r'(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?')
#: Source: ISO 8601, as far as hours, minutes and seconds go.
_ISO = re.compile(r'PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?', re.IGNORECASE)


def lasting(duration: str, language: str) -> Iterator[str]:
    """Yield a duration in words; as it was written where two numbers may be hours or minutes.

    :param language: as in ``conf.py``
    """
    text = duration.strip()
    match = _CLOCK.fullmatch(text) or _ISO.fullmatch(text)
    if match:
        hours, minutes, seconds = (int(number or 0) for number in match.groups())
        text = _in_words(hours * 3600 + minutes * 60 + seconds, language)
    if text:
        yield text


def _in_words(seconds: int, language: str) -> str:
    from babel.lists import format_list  # few projects have durations
    from babel.units import format_unit

    locale = locale_of(language)
    minutes = round(seconds / 60)
    if not minutes:
        return str(format_unit(seconds, 'duration-second', locale=locale))
    numbers = zip(divmod(minutes, 60), ('duration-hour', 'duration-minute'), strict=True)
    parts = [format_unit(number, unit, locale=locale) for number, unit in numbers if number]
    return format_list(parts, 'unit', locale)
