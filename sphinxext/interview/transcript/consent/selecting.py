"""What of a part of a file is restricted by marks that may stand elsewhere in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..model import Topic
from .marks import MARK, normalised
from .restricting import units_of, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..model import Line, Paragraph, Transcript


class _Unit(NamedTuple):
    """A paragraph or a block, which is shown or left out as a whole."""

    paragraph: Paragraph
    first: int
    last: int

    def overlaps(self, other: _Unit) -> bool:
        return self.first <= other.last and other.first <= self.last


def hidden_in(
    part: Transcript,
    lines: Sequence[Line],
    everything: Sequence[Line],
    as_asked: Callable[[list[Line]], Transcript],
) -> frozenset[int] | None:
    """Return the lines at which something starts in a part of a file that the whole file restricts.

    A paragraph that has anything of what is restricted is so, too. None if *everything* was chosen,
    or has no marks.

    :param lines: those that the part was read of
    :param everything: those of the file
    :param as_asked: reads lines as those of the part were
    """
    marked = normalised(everything if len(everything) > len(lines) else ())
    if not marked.marks:
        return None
    whole = as_asked(marked.lines)
    public = without_marks(whole, marked.marks, is_complete=False)
    shown = {one[:2] for one in public.paragraphs}
    hidden = [
        unit
        for unit in _units(whole, marked.lines)
        if unit.paragraph[:2] not in shown and MARK.sub('', unit.paragraph.text).strip()
    ]
    inside = (unit for unit in _units(part, lines) if any(map(unit.overlaps, hidden)))
    return frozenset(unit.paragraph.line for unit in inside) | (_topics(whole) - _topics(public))


def _units(transcript: Transcript, lines: Sequence[Line]) -> Iterator[_Unit]:
    """Yield what is shown or left out as a whole, up to the last line before the next."""
    numbers = [number for number, _ in lines]
    found = [
        one for paragraph in transcript.paragraphs for one in _placed(paragraph, lines, numbers)
    ]
    starts = sorted({place for place, _ in found})
    for place, one in found:
        following = bisect_right(starts, place)
        end = starts[following] if following < len(starts) else len(numbers)
        yield _Unit(one, numbers[place], numbers[max(place, end - 1)])


def _placed(
    paragraph: Paragraph, lines: Sequence[Line], numbers: Sequence[int]
) -> Iterator[tuple[int, Paragraph]]:
    """Yield the units of a paragraph, each with the place of its first line among *lines*.

    The lines of a paragraph needn't follow each other: they are chosen, and footnotes are taken out.
    """
    place = min(bisect_left(numbers, paragraph.line), len(numbers) - 1)
    for unit in units_of(paragraph):
        if unit.line > paragraph.line:
            start = unit.text.partition('\n')[0].strip()
            below = range(place + 1, len(lines))
            place = next((one for one in below if start in lines[one][1]), place)
        yield place, unit


def _topics(transcript: Transcript) -> set[int]:
    return {item.line for item in transcript.items if isinstance(item, Topic)}
