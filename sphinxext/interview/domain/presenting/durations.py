"""How long a conversation was, as readers see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...citing.describing.durations import parse_duration
from .dates import locale_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def lasting(duration: str, language: str) -> Iterator[str]:
    """Yield a duration in words; as it was written where two numbers may be hours or minutes.

    :param language: as in ``conf.py``
    """
    text = duration.strip()
    seconds = parse_duration(text)
    if seconds is not None:
        text = _in_words(seconds, language)
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
