"""Which column of a table holds what, by what stands in it; and which key of objects in a list."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..people.labels import key
from ..people.words import is_nameish, role_of
from .columns import named_columns, read_time

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_LONGEST_NAME: Final = 60
_LONGEST_TITLE: Final = 30
#: The share of cells of words that hold several.
_SEVERAL: Final = 0.5


def guessed_columns(rows: Sequence[Sequence[str]]) -> dict[str, int] | None:
    """Return the places of the columns of a table without names; None where they aren't certain.

    They are if all rows have as many cells, and apart from numbers that count the rows, there is
    one column of words, beside one or two of times, or one of names that come back, or both; in a
    single row, beside start and end.
    """
    width = len(rows[0]) if rows else 0
    if not 2 <= width <= 8 or any(len(row) != width for row in rows):
        return None
    columns = {place: [row[place].strip() for row in rows] for place in range(width)}
    left = {p: cells for p, cells in columns.items() if any(cells) and not _counts(cells)}
    times = [place for place, cells in left.items() if _are_times(cells)]
    texts = sorted(left.keys() - set(times), key=lambda place: -sum(map(len, left[place])))
    names = [place for place in texts[1:] if _are_names(left[place])]
    if len(rows) == 1 and len(times) != 2:
        return None
    if len(times) > 2 or len(texts) != 1 + len(names) or len(names) > 1 or not (times or names):
        return None
    places = [('words', texts[:1]), ('speaker', names), ('time', times), ('end', times[1:])]
    return {ours: found[0] for ours, found in places if found}


def column_of_times(rows: Sequence[Sequence[str]], others: Container[int]) -> int | None:
    """Return the place of a column of times such as ``0:03``, whatever it is called.

    :param others: places of columns that hold something else
    """
    for place in range(max(map(len, rows), default=0)):
        cells = [row[place].strip() for row in rows if place < len(row)]
        if place not in others and _are_times(cells) and all(':' in cell for cell in cells if cell):
            return place
    return None


def _counts(cells: Sequence[str]) -> bool:
    """Whether *cells* are the numbers of their rows."""
    return any(cells == [str(n) for n in range(first, first + len(cells))] for first in (0, 1))


def _are_times(cells: Sequence[str]) -> bool:
    found = [read_time(cell) for cell in cells if cell]
    return bool(found) and all(time.start is not None and not time.rest for time in found)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether *cells* are names: short, with letters, and fewer than the rows."""
    named = [cell for cell in cells if cell]
    return len(set(named)) * 2 <= len(cells) and all(
        len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)) and name[-1] not in '.?!…'
        for name in named
    )


def completed_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[dict[str, int], list[str]]:
    """Return the places of columns by their names, and where those mean nothing, by their cells.

    :return: the places, and which of ours were found by cells alone
    """
    named = named_columns(header)
    found = dict(named)
    if 'words' not in named:
        is_header = bool(named) or _are_titles(header)
        guessed = (guessed_columns(rows) if is_header and len(rows) > 1 else None) or {}
        if named and 'words' not in guessed:
            guessed = _longest(rows, named.values(), len(header))
        found |= {ours: at for ours, at in guessed.items() if at not in named.values()}
    if 'words' in found and 'speaker' not in found:
        others = set(range(len(header))) - set(found.values())
        voices = [place for place in others if _take_turns([_cell(row, place) for row in rows])]
        found |= {'speaker': voices[0]} if len(voices) == 1 else {}
    found = named | {ours: at for ours, at in found.items() if ours not in named}
    return found, [ours for ours in found if ours not in named]


def _are_titles(cells: Sequence[str]) -> bool:
    """Whether nothing in the first row of a table is said or timed."""
    return all(
        len(cell) <= _LONGEST_TITLE and cell.strip()[-1:] not in '.?!…' and not _are_times([cell])
        for cell in cells
        if cell.strip()
    )


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ''


def _longest(rows: Sequence[Sequence[str]], others: Container[int], width: int) -> dict[str, int]:
    """Return the place of the column that holds most letters, if they are several words in a cell."""
    columns = {
        place: [_cell(row, place) for row in rows] for place in range(width) if place not in others
    }
    sizes = {place: sum(map(len, cells)) for place, cells in columns.items()}
    place = max(sizes, key=sizes.__getitem__, default=None)
    if place is None or sizes[place] * 2 <= sum(sizes.values()):
        return {}
    cells = [cell for cell in columns[place] if cell]
    several = sum(' ' in cell or not cell.isascii() for cell in cells)
    return {'words': place} if several > len(cells) * _SEVERAL else {}


def _take_turns(cells: Sequence[str]) -> bool:
    """Whether *cells* are names of people who speak by turns."""
    names = {cell for cell in cells if cell}
    if len(names) < 2 or not _are_names(cells):
        return False
    changes = sum(one != other for one, other in pairwise(cells))
    return changes * 3 >= len(cells) and all(
        is_nameish(name) or role_of(key(name)) for name in names
    )
