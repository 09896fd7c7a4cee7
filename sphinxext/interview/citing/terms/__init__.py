"""What reference styles say in each language, a module each.

The terms are those of the locales of CSL where these are idiomatic for interviews.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from .english import TERMS as ENGLISH

if TYPE_CHECKING:
    from .model import Terms

__all__ = ['ENGLISH', 'months', 'primary', 'terms_of']

#: Of the languages but English; loaded when one is asked for.
_MODULES: Final = {
    'de': 'german',
    'es': 'spanish',
    'fr': 'french',
    'ja': 'japanese',
    'zh': 'chinese',
}


def terms_of(language: str | None) -> Terms:
    """Return the terms of a language as Sphinx or BCP 47 names it; English where there are none."""
    name = _MODULES.get(primary(language))
    if name is None:
        return ENGLISH
    terms: Terms = import_module(f'.{name}', __name__).TERMS
    return terms


def primary(language: str | None) -> str:
    """Return the first part of a language's name: ``de`` of ``de-AT`` and ``de_AT``."""
    return (language or '').lower().replace('_', '-').partition('-')[0]


_MONTHS = tuple(
    'January February March April May June July August September October November December'.split()
)


@cache
def months(language: str) -> tuple[str, ...]:
    """Return the names of the months, in full."""
    if language == 'en':
        return _MONTHS
    if language in {'ja', 'zh'}:
        return tuple(f'{number}月' for number in range(1, 13))
    # Only here, for the module is large
    from babel.dates import get_month_names

    names = get_month_names('wide', 'format', language)
    return tuple(str(names[number]) for number in range(1, 13))
