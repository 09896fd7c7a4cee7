"""A table of a Word document as lines of text: times, names and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...speech.times import STAMP
from ..columns import named_columns
from ..guessing import guessed_columns
from .notes import unshown_in
from .paragraphs import inside, plain_text
from .styles import W

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from .notes import Notes
    from .styles import Styles

_WRAPPERS = frozenset({f'{W}sdt', f'{W}sdtContent', f'{W}ins', f'{W}customXml'})
#: The paragraphs of a cell.
Cell = list[str]
_LONGEST_NAME = 60
_STAMP = re.compile(rf'[\[(]?({STAMP})[\])]?', re.ASCII)


def table_lines(table: Element, styles: Styles, notes: Notes) -> list[tuple[list[str], set[str]]]:
    """Return the lines of each row with its notes, and what isn't shown of it.

    A row that only names the columns has no lines.

    A table of a single column is but a frame: nothing is returned for it.
    """
    found = _below(table, 'tr')
    if all(len(_below(row, 'tc')) < 2 for row in found):
        return []
    lines = _lines_of_rows([_cells(row, styles) for row in found])
    return [
        (_apart([*paragraphs, *notes.of(row, paragraphs)]), unshown_in(row))
        for paragraphs, row in zip(lines, found, strict=True)
    ]


def _lines_of_rows(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Return the paragraphs of each row."""
    texts = [[' '.join(cell) for cell in row] for row in rows]
    header = texts[0] if texts else []
    columns: dict[str, int] | None = named_columns(header)
    if columns is not None and len(columns) > 1 and 'words' in columns:
        return [
            [] if text == header else _line(row, columns)
            for row, text in zip(rows, texts, strict=True)
        ]
    columns = guessed_columns(texts)
    return [_line(row, columns or _by_place(row)) for row in rows]


def _cells(row: Element, styles: Styles) -> list[Cell]:
    """Return the paragraphs of each cell; one that is as wide as several counts as many."""
    cells: list[Cell] = []
    for cell in _below(row, 'tc'):
        span = cell.find(f'{W}tcPr/{W}gridSpan')
        width = span.get(f'{W}val', '') if span is not None else ''
        found = inside(cell, f'{W}txbxContent')
        texts = (plain_text(element, styles) for element in found if element.tag == f'{W}p')
        cells.append([text for text in texts if text])
        cells += [[]] * (min(int(width), 100) - 1 if width.isdecimal() else 0)
    return cells


def _below(element: Element, name: str) -> list[Element]:
    """Return the rows of a table, or the cells of a row, those in content controls, too."""
    found: list[Element] = []
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        if child.tag == f'{W}{name}':
            found.append(child)
        elif child.tag in _WRAPPERS:
            pending += reversed(child)
    return found


def _by_place(row: Sequence[Cell]) -> dict[str, int]:
    """Return the columns of two or three cells: perhaps a time, a name, and words."""
    filled = [place for place, cell in enumerate(row) if cell]
    texts = [' '.join(row[place]) for place in filled]
    if not 2 <= len(filled) <= 3 or len(texts[-2]) > _LONGEST_NAME:
        return {}
    *others, name, words = filled
    if others and not (texts[0].isdecimal() or _STAMP.fullmatch(texts[0])):
        return {}
    return {'speaker': name, 'words': words, **({'time': others[0]} if others else {})}


def _line(row: Sequence[Cell], columns: dict[str, int]) -> list[str]:
    """Return a row as paragraphs: time, name and first paragraph, and below it the others."""
    cells = {name: row[place] for name, place in columns.items() if place < len(row)}
    words, speaker = cells.get('words', []), ' '.join(cells.get('speaker', []))
    if not columns or not words or len(speaker) > _LONGEST_NAME:
        return [text for cell in row for text in cell]
    time = ' '.join(cells.get('time', []))
    found = _STAMP.search(time) or _STAMP.search(speaker)
    name = _STAMP.sub('', speaker).strip(' \t\n-–—').rstrip(':：').rstrip()
    start = f'[{found[1]}] ' if found else ''
    first = f'{start}{name}: {words[0]}' if name else f'{start}{words[0]}'
    places = {columns.get('words'), columns.get('speaker'), columns.get('time')}
    others = [' '.join(cell) for place, cell in enumerate(row) if place not in places]
    return [first, *words[1:], *_remarks([_STAMP.sub('', time), *others])]


def _remarks(cells: Sequence[str]) -> list[str]:
    """Return what stands beside the words, in brackets; numbers and times are none."""
    texts = (cell.strip(' -–—>') for cell in cells)
    return [
        f'[{text.replace("[", "(").replace("]", ")")}]'
        for text in texts
        if any(map(str.isalpha, _STAMP.sub('', text)))
    ]


def _apart(paragraphs: Sequence[str]) -> list[str]:
    """Return lines with a blank one between two paragraphs."""
    lines = [line for paragraph in paragraphs for line in (*paragraph.split('\n'), '')]
    return lines[:-1]
