"""The table of a folder: a row an interview, a column each thing that is known of it."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from ..messages import __
from ..transcript.files import read_bytes
from ..transcript.formats.separated import Table
from ..transcript.model import TranscriptError
from ..transcript.source.decoding import decode, number_lines
from ..transcript.source.keys import option_of
from .details import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ..transcript.formats.separated import Row

#: How it is called, unless the page says otherwise.
DEFAULT: Final = 'interviews.csv'
#: What the column of files may be called.
_FILE: Final = frozenset({'file', 'filename', 'file name', 'file_name', 'transcript'})


class Entry(NamedTuple):
    """A row: what is said of one interview."""

    file: str
    line: int
    #: By option; ``title``, too.
    values: dict[str, str]


class Problem(NamedTuple):
    """What is wrong in a line."""

    line: int
    text: str


def read_table(path: Path) -> tuple[list[Entry], list[Problem]]:
    """Return the rows of a table, and what is wrong with it."""
    problems: list[Problem] = []
    try:
        table = Table(number_lines(decode(read_bytes(path))))
        rows = list(table.rows())
    except TranscriptError as error:
        return [], [Problem(error.finding.line, error.finding.text)]
    except OSError as error:
        return [], [Problem(1, __('it can’t be read: %s') % error.strerror)]
    problems += [Problem(finding.line, finding.text) for finding in table.findings]
    if not rows:
        return [], problems
    columns, wrong = _columns(rows[0])
    if 'file' not in columns:
        return [], [*problems, *wrong, Problem(rows[0].line, __('there is no column “file”'))]
    entries: dict[str, Entry] = {}
    for row in rows[1:]:
        problems += _too_long(row, len(columns))
        entry = _entry(row, columns)
        if not entry.file:
            problems.append(Problem(row.line, __('the row names no file')))
        elif entry.file in entries:
            text = __('%r has a row already, in line %d, which counts')
            problems.append(Problem(row.line, text % (entry.file, entries[entry.file].line)))
        else:
            entries[entry.file] = entry
    return list(entries.values()), [*wrong, *problems]


def _columns(header: Row) -> tuple[list[str], list[Problem]]:
    """Return the option of each column, empty for one that isn't read."""
    columns, problems = [], []
    for cell in header.cells:
        name = ' '.join(cell.split())
        option = 'file' if name.casefold() in _FILE else option_of(name)
        if not name or name.startswith('#'):
            option = ''
        elif option != 'file' and option not in NAMES:
            nearest = get_close_matches(option, NAMES, n=1)
            hint = __('; did you mean %r?') % nearest[0] if nearest else ''
            text = __('nothing is known as %r%s; a name that begins with # is left out')
            problems.append(Problem(header.line, text % (name, hint)))
            option = ''
        elif option in columns:
            problems.append(Problem(header.line, __('two columns mean %r') % option))
            option = ''
        columns.append(option)
    return columns, problems


def _too_long(row: Row, width: int) -> Iterator[Problem]:
    if any(cell.strip() for cell in row.cells[width:]):
        yield Problem(row.line, __('the row has more cells than there are columns'))


def _entry(row: Row, columns: list[str]) -> Entry:
    values = {
        name: ' '.join(cell.split())
        for name, cell in zip(columns, row.cells, strict=False)
        if name and cell.strip()
    }
    file = values.pop('file', '').replace('\\', '/').removeprefix('./')
    return Entry(str(PurePosixPath(file)) if file else '', row.line, values)


def line_of(path: Path, values: Mapping[str, str]) -> int:
    """Return the line of the row that says *values*."""
    entries, _ = read_table(path)
    return next((entry.line for entry in entries if entry.values == dict(values)), 1)
