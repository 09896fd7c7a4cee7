"""A date, as exact as it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = (
    'January February March April May June July August September October November December'.split()
)
SEASONS = 'Spring Summer Autumn Winter'.split()
#: Of the season, where dates are sorted.
_SEASON_STARTS = (3, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, season, year, decade or century, or a range that starts with one.

    :param month: 0 where it is unknown, as the day
    :param season: from 1 for spring to 4 for winter
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
    season: int = 0
    mark: str = ''
    unknown: str = ''
    end: Date | None = None
    before: str = ''
    after: str = ''

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part)

    @property
    def start(self) -> Date:
        """The date alone, where it starts a range."""
        return replace(self, end=None, before='', after='')

    @property
    def spans_years(self) -> bool:
        """Whether it is a range from one year to another."""
        return self.end is not None and self.end.year != self.year

    @property
    def is_decade(self) -> bool:
        """Whether not even the year is known: ``197X``."""
        return self.unknown.startswith('X')

    @property
    def edtf(self) -> str:
        """As https://www.loc.gov/standards/datetime/ has it, level 1."""
        date = self.iso
        if self.season:
            date += f'-{20 + self.season}'
        if self.is_decade:
            date = date[: -len(self.unknown)]
        end = f'/{self.end.edtf}' if self.end else self.after
        return f'{self.before}{date}{self.unknown}{self.mark}{end}'

    @property
    def iso(self) -> str:
        """What is known of the start, as ISO 8601 has it."""
        return '-'.join([f'{self.year:04}', *(f'{part:02}' for part in self.parts[1:])])

    @property
    def order(self) -> tuple[int, ...]:
        """What dates are sorted by: a range by its start, a year before its months."""
        month = _SEASON_STARTS[self.season - 1] if self.season else self.month
        return (self.year, month, self.day, *(self.end.order if self.end else ()))

    @property
    def month_name(self) -> str:
        """The month or the season in English."""
        return self.month_day(with_day=False)

    @property
    def written_year(self) -> str:
        """The year in English: ``2024``, ``ca. 1974``, ``1974?``, ``1970s``, ``2024–2025``."""
        year = f'{self.year}'
        if self.is_decade:
            year += 's' if self.unknown == 'X' else f'–{self.year + 99}'
        elif self.spans_years and self.end:
            year += f'–{self.end.written_year}'
        circa = 'ca. ' if self.mark in {'~', '%'} else ''
        doubt = '?' if self.mark in {'?', '%'} else ''
        return f'{"–" * bool(self.before)}{circa}{year}{doubt}{"–" * bool(self.after)}'

    def month_day(
        self, months: Sequence[str] = MONTHS, form: str = '{month} {day}', *, with_day: bool = True
    ) -> str:
        """Return what stands beside the year: ``November 5``, ``November 5–7``, ``Spring``.

        :param months: their names
        :param form: how month and day stand together
        """
        name = months[self.month - 1] if self.month else ''
        if self.season:
            name = SEASONS[self.season - 1]
        day = self.day if with_day else 0
        end = None if self.spans_years else self.end
        if end and end.parts[:2] == self.parts[:2] and end.season == self.season:
            last = end.day if with_day and end.day != day else 0
            return form.format(month=name, day=f'{day}–{last}') if day and last else name
        first = form.format(month=name, day=day) if day else name
        if end is None:
            return first
        return f'{first}–{end.month_day(months, form, with_day=with_day)}'
