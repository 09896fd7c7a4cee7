"""A date, as exact as it is known."""

from __future__ import annotations

from typing import Final, NamedTuple

MONTHS: Final = (
    'January February March April May June July August September October November December'.split()
)
#: By the numbers that EDTF gives them.
SEASONS: Final = {21: 'Spring', 22: 'Summer', 23: 'Autumn', 24: 'Winter'}
#: The month before a season, where dates are sorted.
_BEFORE: Final = {21: 2, 22: 5, 23: 8, 24: 11}


class Date(NamedTuple):
    """A day, month, season, year, decade or century, or a range that starts with one.

    :param month: 21 to 24 for spring to winter; 0 where it is unknown, as the day
    :param mark: ``~`` for circa, ``?`` for uncertain, ``%`` for both
    :param unknown: the digits that nobody knows, as EDTF writes them: ``X`` of ``197X``, ``-XX`` of
        ``2024-XX``
    :param end: of a range
    :param before: ``../`` where the start of a range is open, ``/`` where it is unknown
    :param after: ``/..`` where its end is open, ``/`` where it is unknown
    """

    year: int
    month: int = 0
    day: int = 0
    mark: str = ''
    unknown: str = ''
    end: Date | None = None
    before: str = ''
    after: str = ''

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month or season, and day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part)

    @property
    def is_season(self) -> bool:
        return self.month in SEASONS

    @property
    def is_decade(self) -> bool:
        """Whether not even the year is known: ``197X``, ``19XX``."""
        return self.unknown.startswith('X')

    @property
    def is_approximate(self) -> bool:
        return self.mark in {'~', '%'}

    @property
    def is_uncertain(self) -> bool:
        return self.mark in {'?', '%'}

    @property
    def edtf(self) -> str:
        """As https://www.loc.gov/standards/datetime/ has it, level 1."""
        date = '-'.join([f'{self.year:04}', *(f'{part:02}' for part in self.parts[1:])])
        if self.is_decade:
            date = date[: -len(self.unknown)]
        end = f'/{self.end.edtf}' if self.end else self.after
        return f'{self.before}{date}{self.unknown}{self.mark}{end}'

    @property
    def iso(self) -> str:
        """The start as ISO 8601 has it; of a season the year, of a decade the first one."""
        parts = self.parts[:1] if self.is_season else self.parts
        return '-'.join([f'{self.year:04}', *(f'{part:02}' for part in parts[1:])])

    @property
    def order(self) -> tuple[int, ...]:
        """What dates are sorted by: a range by its start, a year before its months."""
        month = (_BEFORE[self.month], 99) if self.is_season else (self.month, self.day)
        return (self.year, *month, *(self.end.order if self.end else ()))

    @property
    def month_name(self) -> str:
        """The month or the season in English."""
        if self.is_season:
            return SEASONS[self.month]
        return MONTHS[self.month - 1] if self.month else ''

    @property
    def year_text(self) -> str:
        """The year in digits: ``2024``; ``1970s`` for ``197X``, ``1900–1999`` for ``19XX``."""
        if not self.is_decade:
            return f'{self.year}'
        return f'{self.year}s' if self.unknown == 'X' else f'{self.year}–{self.year + 99}'
