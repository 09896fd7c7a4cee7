"""Dates: read from what people write, and kept as the Extended Date/Time Format (EDTF) has them."""

from .edtf import parse_edtf
from .model import MONTHS, SEASONS, Date
from .spans import span

__all__ = ['MONTHS', 'SEASONS', 'Date', 'parse_date', 'span']


def parse_date(text: str) -> Date | None:
    """Read a date: EDTF, or another spelling that has one meaning; None if it is neither.

    ``5 November 2024``, ``Nov 5, 2024``, ``5.11.2024``, ``ca. 1974``, ``5–7 November 2024`` and their
    like; not ``05/11/2024``, which is two days.
    """
    plain = ' '.join(text.split())
    return (parse_edtf(plain) or _spelled(plain)) if plain else None


def _spelled(text: str) -> Date | None:
    # Most projects write EDTF and never need the words of six languages
    from .spellings import parse_spelled

    return parse_spelled(text)
