"""Dates as reference styles write them: spans, seasons, and what is only about right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..terms import months

if TYPE_CHECKING:
    from ..dates import Date
    from ..terms.model import Terms


class Dates:
    """Writes dates in one language."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._is_english = terms.language == 'en'

    def year(self, date: Date, suffix: str = '') -> str:
        """Return ``2024``, ``2023–2024`` or ``1970s``."""
        if date.is_decade:
            last_year = date.year + (9 if date.unknown == 'X' else 99)
            years = date.year_text if self._is_english else f'{date.year}–{last_year}'
            return f'{years}{suffix}'
        last = date.end or date
        years = '–'.join(dict.fromkeys(map(_digits, (date.year, last.year))))
        return f'{"–" * bool(date.before)}{years}{"–" * bool(date.after)}{suffix}'

    def day(self, date: Date) -> str:
        """Return what there is besides the year: ``November 5–7``."""
        return self._span(date, self.terms.day_of_month, self._months(), '{day}')

    def full(self, date: Date) -> str:
        """Return ``November 5–7, 2024``, or as the language has it."""
        with_year = '{day}, {year}' if self._is_english else self.terms.with_year
        return self._span(date, self.terms.day_of_month, self._months(), with_year)

    def day_first(self, date: Date, shortened: tuple[str, ...]) -> str:
        """Return ``5–7 Nov. 2024``, with the months as a style shortens them in English."""
        pattern = '{day} {month}' if self._is_english else self.terms.day_of_month
        return self._span(date, pattern, self._months(shortened), self.terms.with_year)

    def digits(self, date: Date, shortened: tuple[str, ...]) -> str:
        """Return ``Nov. 05–07, 2024``, with two digits in English."""
        if not self._is_english:
            return self.full(date)
        return self._span(date, '{month} {day}', self._months(shortened), '{day}, {year}', width=2)

    def _months(self, shortened: tuple[str, ...] = ()) -> tuple[str, ...]:
        return shortened if shortened and self._is_english else months(self.terms.language)

    def _span(
        self, date: Date, day: str, names: tuple[str, ...], with_year: str, width: int = 1
    ) -> str:
        """Write both ends of a date, and what they share once."""
        if date.is_decade:
            return self.year(date) if '{year}' in with_year else ''
        write = _Point(day, (*names, *self.terms.seasons), with_year, width)
        first = date._replace(end=None, before='', after='')
        last = date.end or first
        if last == first:
            before, after = '–' * bool(date.before), '–' * bool(date.after)
            return f'{before}{write.whole(first)}{after}'
        if last.year != first.year and '{year}' in with_year:
            return f'{write.whole(first)}–{write.whole(last)}'
        if (last.year, last.month) == (first.year, first.month) and first.day and last.day:
            days = self.terms.day_of_range.format(f'{first.day:0{width}}', f'{last.day:0{width}}')
            return write.dated(write.day(first, days), first)
        both = filter(None, [write.day(first), write.day(last)])
        return write.dated('–'.join(dict.fromkeys(both)), first)


class _Point(NamedTuple):
    """How one day is written."""

    pattern: str
    #: Of months, then seasons.
    names: tuple[str, ...]
    with_year: str
    width: int

    def whole(self, date: Date) -> str:
        return self.dated(self.day(date), date)

    def day(self, date: Date, days: str = '') -> str:
        """Return month and day, or what is known of them."""
        number = date.month - 8 if date.is_season else date.month
        name = self.names[number - 1] if number else ''
        days = days or (f'{date.day:0{self.width}}' if date.day else '')
        return self.pattern.format(month=name, day=days) if days else name

    def dated(self, day: str, date: Date) -> str:
        """Add the year, where it is wanted."""
        if '{year}' not in self.with_year:
            return day
        if not day:
            return _digits(date.year)
        # Only a day is parted from the year by a comma
        pattern = self.with_year if date.day else self.with_year.replace(',', '')
        return pattern.format(day=day, year=_digits(date.year))


def _digits(year: int) -> str:
    return f'{year}' if year >= 0 else f'{-year} BCE'


def is_about(date: Date | None) -> bool:
    """Whether the date is only about right."""
    return date is not None and any(end.mark for end in (date, date.end) if end)
