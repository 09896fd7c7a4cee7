"""Dates as reference styles write them."""

from __future__ import annotations

import re
from typing import NamedTuple

MONTHS = (
    'January February March April May June July August September October November December'.split()
)
_ISO = re.compile(r'(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?')


class Date(NamedTuple):
    """A year; month and day are 0 where they are unknown."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def month_name(self) -> str:
        return MONTHS[self.month - 1] if self.month else ''

    @property
    def iso(self) -> str:
        parts = [f'{self.year:04}', *(f'{part:02}' for part in self[1:] if part)]
        return '-'.join(parts)


def parse_date(text: str) -> Date | None:
    """Read ``2024``, ``2024-11`` or ``2024-11-05`` (ISO 8601); None if it is none of these."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    return Date(year, month, day) if month <= 12 and day <= 31 else None
