"""Rows of cells: values that tabs, semicolons or commas separate."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from ..model import Finding, TranscriptError
from .columns import named_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line

_DELIMITERS = '\t;,'
#: Of a line that can't be read as it stands, so much is shown.
_SHOWN = 60


class Row(NamedTuple):
    """The cells of a row, with its first line."""

    line: int
    cells: list[str]


class Table:
    """The rows of a file, each with its first line."""

    def __init__(self, lines: list[Line]) -> None:
        self.findings: list[Finding] = []
        self._lines = lines
        self._delimiter = _delimiter(lines[0][1]) if lines else ','

    def rows(self) -> Iterator[Row]:
        """Return the rows that aren't empty.

        :raises TranscriptError: ``table_invalid``: a quotation mark isn't closed
        """
        rows = self._of_tabs() if self._delimiter == '\t' else self._quoted()
        return (row for row in rows if any(cell.strip() for cell in row.cells))

    def _of_tabs(self) -> Iterator[Row]:
        """Split at tabs: here, quotation marks are words, unless they are doubled.

        A line without a tab goes on with the row above: Whisper and others don't quote.
        """
        row: Row | None = None
        for line, text in self._lines:
            if row is not None and '\t' not in text and len(row.cells) > 1:
                row.cells[-1] += f'\n{text}'
                continue
            if row is not None:
                yield row._replace(cells=list(map(_unquoted, row.cells)))
            row = Row(line, text.split('\t'))
        if row is not None:
            yield row._replace(cells=list(map(_unquoted, row.cells)))

    def _quoted(self) -> Iterator[Row]:
        """Split as spreadsheets do; a line with marks that aren't doubled is read by itself."""
        csv.field_size_limit(1 << 30)
        start = 0
        while start < len(self._lines):
            source = (f'{self._lines[i][1]}\n' for i in range(start, len(self._lines)))
            reader = csv.reader(
                source, delimiter=self._delimiter, strict=True, skipinitialspace=True
            )
            read = 0
            try:
                for cells in reader:
                    yield Row(self._lines[start + read][0], cells)
                    read = reader.line_num
            except csv.Error:
                yield self._by_itself(*self._lines[start + read])
                read += 1
            start += read

    def _by_itself(self, line: int, text: str) -> Row:
        """Read a line whose quotation marks are even, but not doubled."""
        cells = next(csv.reader([text], delimiter=self._delimiter, skipinitialspace=True), [])
        width = len(cells_of(self._lines[0][1], self._delimiter))
        if text.count('"') % 2 or len(cells) != width:
            message = 'a quotation mark opens a cell here and never closes, or isn’t doubled in it'
            raise TranscriptError('table_invalid', line, message)
        message = f'quotation marks inside of quotation marks aren’t doubled: {text[:_SHOWN]}'
        self.findings.append(Finding('cue_recovered', 'warning', line, message))
        return Row(line, cells)


def _delimiter(header: str) -> str:
    """Return what parts cells: that by which most columns are known, else what is there most."""
    return max(
        _DELIMITERS,
        key=lambda sign: (len(named_columns(cells_of(header, sign))), header.count(sign)),
    )


def cells_of(header: str, delimiter: str = '') -> list[str]:
    """Return the names in the first line of a table."""
    header = header[:1000]
    cells = header.split(delimiter or _delimiter(header))
    return [cell.strip().strip('"') for cell in cells]


def _unquoted(cell: str) -> str:
    """Return a cell without the marks of a spreadsheet: it doubles those inside."""
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    inside = cell[1:-1]
    if is_quoted and ('\n' in inside or '""' in inside) and '"' not in inside.replace('""', ''):
        return inside.replace('""', '"')
    return cell
