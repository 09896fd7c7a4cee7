"""Dates as reference styles write them: spans, seasons, and what is only about right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..terms import months

if TYPE_CHECKING:
    from ..dates import Date
    from ..terms import Terms


class Dates:
    """Writes dates in one language."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._is_english = terms.language == 'en'

    def year(self, date: Date, suffix: str = '') -> str:
        """Return ``2024``, or ``2023–2024``."""
        last = _end(date)
        years = f'{date.year}' if last.year == date.year else f'{date.year}–{last.year}'
        return f'{years}{suffix}'

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
        first, last = date, _end(date)
        has_year = '{year}' in with_year

        def name(of: Any) -> str:
            if not of.month:
                return ''
            return self.terms.seasons[of.month - 21] if of.month > 20 else names[of.month - 1]

        def single(of: Any, days: str = '') -> str:
            days = days or (f'{of.day:0{width}}' if of.day else '')
            return day.format(month=name(of), day=days) if days else name(of)

        def complete(text: str, of: Any) -> str:
            if not has_year:
                return text
            if not text:
                return f'{of.year}'
            # Only a day is parted from the year by a comma
            pattern = with_year if of.day else with_year.replace(',', '')
            return pattern.format(day=text, year=of.year)

        if last == first:
            return complete(single(first), first)
        if last.year != first.year and has_year:
            return f'{complete(single(first), first)}–{complete(single(last), last)}'
        if (last.year, last.month) == (first.year, first.month) and first.day and last.day:
            days = self.terms.day_of_range.format(f'{first.day:0{width}}', f'{last.day:0{width}}')
            return complete(single(first, days), first)
        both = [text for text in (single(first), single(last)) if text]
        return complete('–'.join(dict.fromkeys(both)), first)


def _end(date: Date) -> Any:
    """Return the last day of a span, else the date."""
    return getattr(date, 'end', None) or date


def is_about(date: Date | None) -> bool:
    """Whether the date is only about right."""
    return bool(getattr(date, 'is_approximate', False) or getattr(date, 'is_uncertain', False))
