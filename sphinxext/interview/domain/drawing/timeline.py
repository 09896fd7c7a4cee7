"""Interviews along an axis of time: a dot for a day, a bar for a period."""

from __future__ import annotations

from math import ceil, floor, isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

from ...citing.dates import Date, span
from ...messages import _
from ..grouping.values import held
from ..presenting.dates import written
from .marks import Drawing, Mark, percent, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..records import Interview

#: Years between two lines of the axis; of those below 1 each is some months.
_STEPS: Final = (1 / 12, 1 / 4, 1 / 2, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
#: So many steps there are at most, where the text of each is long or short.
_MOST_MONTHS, _MOST_YEARS = 3, 6
#: The part of the width at both sides, which no mark reaches over.
_MARGIN: Final = 0.05
#: What a dot needs, of the width of a narrow window; and from which width on a period is a bar.
_DOT, _BAR = 0.08, 0.03
#: The height of a row: what a finger needs, and less where many are above each other.
_ROW, _HIGHEST = 24.0, 480
_AXIS: Final = 32


class _Span(NamedTuple):
    """An interview with the part of the axis that its date takes."""

    interview: Interview
    date: Date
    start: float
    end: float


class _Axis(NamedTuple):
    """The years that a timeline shows."""

    first: float
    last: float
    step: float

    def x(self, year: float) -> float:
        """Return where a time is, as a part of the width."""
        within = min(max(year, self.first), self.last) - self.first
        return _MARGIN + (1 - 2 * _MARGIN) * within / (self.last - self.first)

    def ticks(self) -> Iterator[float]:
        count = round((self.last - self.first) / self.step)
        return (self.first + number * self.step for number in range(count + 1))


def timeline(interviews: Iterable[Interview], language: str) -> Drawing | None:
    """Draw the interviews of which it is known when they took place; None where there are none.

    :param interviews: in the order of their dates
    :param language: in which dates are written
    """
    dated = [(one, date) for one in interviews if (date := held(one))]
    if not dated:
        return None
    axis = _axis([year for _one, date in dated for year in span(date) if isfinite(year)])
    spans = [_Span(one, date, *map(axis.x, span(date))) for one, date in dated]
    rows = _rows(spans)
    count = max(rows) + 1
    pitch = min(_ROW, max(_HIGHEST / count, 4))
    height = ceil(count * pitch) + _AXIS
    marks = [
        Mark(
            f'{found.interview.title}, {written(found.date, language)}',
            found.interview.docname,
            found.interview.name,
            _shape(found, height - _AXIS - (row + 0.5) * pitch, pitch),
        )
        for found, row in zip(spans, rows, strict=True)
    ]
    ground = '\n'.join(_ground(axis, height, language))
    return Drawing('timeline', _('Timeline'), height, ground, marks)


def _axis(years: Sequence[float]) -> _Axis:
    low, high = min(years), max(years)
    for step in _STEPS:
        # Months and years are no binary fractions
        first, last = floor(low / step + 1e-6) * step, ceil(high / step - 1e-6) * step
        if (last - first) / step <= (_MOST_MONTHS if step < 1 else _MOST_YEARS) + 1e-6:
            break
    return _Axis(first, max(last, first + step), step)


def _rows(spans: Sequence[_Span]) -> list[int]:
    """Return for each the lowest row in which it touches no other."""
    ends: list[float] = []
    rows = []
    for found in spans:
        middle = (found.start + found.end) / 2
        start, end = min(found.start, middle - _DOT / 2), max(found.end, middle + _DOT / 2)
        row = next((row for row, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row:] = [end, *ends[row + 1 :]]
        rows.append(row)
    return rows


def _shape(found: _Span, y: float, pitch: float) -> str:
    """Return a dot or a bar, and around it what a finger touches."""
    kind = 'interview-dot interview-about' if found.date.mark else 'interview-dot'
    middle, width = percent((found.start + found.end) / 2), found.end - found.start
    half = min(pitch, 12) / 2
    reach = shape('circle', cx=middle, cy=y, r=pitch / 2, class_='interview-reach')
    if width < _BAR:
        return reach + shape('circle', cx=middle, cy=y, r=half, class_=kind)
    place = {'x': percent(found.start), 'width': percent(width)}
    reach += shape('rect', **place, y=y - pitch / 2, height=pitch, class_='interview-reach')
    return reach + shape('rect', **place, y=y - half, height=2 * half, rx=half, class_=kind)


def _ground(axis: _Axis, height: int, language: str) -> Iterator[str]:
    ticks = list(axis.ticks())
    base = height - _AXIS
    for year in ticks:
        x = percent(axis.x(year))
        yield shape('line', x1=x, x2=x, y1=0, y2=base + 6)
        anchor = {ticks[0]: 'start', ticks[-1]: 'end'}.get(year, 'middle')
        x = {'start': '0%', 'end': '100%'}.get(anchor, x)
        yield shape(
            'text', _called(year, axis.step, language), x=x, y=height - 6, text_anchor=anchor
        )
    yield shape('line', x1='0%', x2='100%', y1=base, y2=base, class_='interview-axis')


def _called(year: float, step: float, language: str) -> str:
    if step >= 1:
        return f'{round(year)}'
    months = round(year * 12)
    return written(Date(months // 12, months % 12 + 1), language)
