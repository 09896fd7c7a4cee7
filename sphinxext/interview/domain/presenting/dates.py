"""Dates as readers see them, in the language of the page."""

from __future__ import annotations

from datetime import date as day_of
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

from ...messages import _

if TYPE_CHECKING:
    from ...citing.dates import Date

#: What Babel calls a date by how much of it is known: year, month, day.
_SKELETONS = {1: 'y', 2: 'yMMMM', 3: 'yMMMd'}

#: Spaces of CLDR that pdflatex and old fonts don't have.
_SPACES = str.maketrans('\u2009\u202f', ' \u00a0')


def locale_of(language: str) -> Locale:
    """Return how Babel calls a language of ``conf.py``; one that it doesn't know is English, as in Sphinx."""
    try:
        return Locale.parse(language or 'en')
    except (UnknownLocaleError, ValueError):
        return Locale('en')


def written(date: Date, language: str) -> str:
    """Write a date out: ``5. November 2024``, ``5.–7. Nov. 2024``, ``ca. 1974``.

    :param language: as in ``conf.py``
    """
    locale = locale_of(language)
    if date.is_decade:
        last = date.year + (9 if date.unknown == 'X' else 99)
        return _about(date, _span(day_of(date.year, 1, 1), day_of(last, 1, 1), 'y', locale))
    if date.end is not None:
        return _range(date, date.end, locale)
    before, after = '– ' if date.before else '', ' –' if date.after else ''
    return f'{before}{_single(date, locale)}{after}'


def _single(date: Date, locale: Locale) -> str:
    if date.is_season:
        names = (_('spring %s'), _('summer %s'), _('autumn %s'), _('winter %s'))
        text = names[date.month - 21] % _year(date, locale)
    elif date.day:
        text = format_date(_first_day(date), 'long', locale).translate(_SPACES)
    else:
        skeleton = _SKELETONS[len(date.parts)]
        text = format_skeleton(skeleton, _first_day(date), locale=locale).translate(_SPACES)
    return _about(date, text)


def _year(date: Date, locale: Locale) -> str:
    return str(format_skeleton('y', _first_day(date), locale=locale))


def _range(first: Date, last: Date, locale: Locale) -> str:
    """Write what both ends share once, where they are equally exact."""
    is_plain = not any(end.mark or end.is_season for end in (first, last))
    if is_plain and len(first.parts) == len(last.parts):
        skeleton = _SKELETONS[len(first.parts)]
        return _span(_first_day(first), _first_day(last), skeleton, locale)
    return f'{_single(first, locale)} – {_single(last, locale)}'


def _span(first: day_of, last: day_of, skeleton: str, locale: Locale) -> str:
    return format_interval(first, last, skeleton, locale=locale).translate(_SPACES)


def _first_day(date: Date) -> day_of:
    return day_of(date.year, 1 if date.is_season else date.month or 1, date.day or 1)


def _about(date: Date, text: str) -> str:
    circa = _('ca. %s') % text if date.is_approximate else text
    return f'{circa}?' if date.is_uncertain else circa
