"""Tables: the CSV of oral-history collections, of subtitle editors and of recognisers.

The layout is that of Oral History as Data: a header row with ``speaker``, ``words``, ``tags``
and ``timestamp`` in any order, of which only ``words`` is needed.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from ..captions.cues import Captions, Cue
from ..consent.marks import is_restricted, with_mark
from ..model import Finding, TranscriptError
from .columns import named_columns, question_and_answer, read_time, unit_of
from .guessing import column_of_times, completed_columns, guessed_columns
from .separated import Table, cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Line
    from .separated import Row

_SHOWN = 60
#: A name of a column is no longer.
_HEADER = 30
#: Who “speaks” in rows that nobody says.
_NOBODY = frozenset(
    ['more info', 'more information', 'note', 'notes', 'editor’s note', 'transcriber’s note']
)
#: Tables are made for web sites: these are no words.
_TAG = re.compile(
    r'</?(?:(br|p)|a|b|i|u|em|strong|span|sub|sup)(?:\s[^<>]{0,300})?/?>', re.IGNORECASE
)
#: A row that is nothing but a remark.
_REMARK = re.compile(r'\[[^\[\]]+\]|\([^()]+\)')
#: What columns hold that are found by their cells.
_OURS = {'words': 'the words', 'speaker': 'who speaks'}
#: So many lines tell whether all are rows.
_TELLING = 50
#: In a table of single words, one row in so many may have two.
_RARELY = 20
_TAGS = re.compile('[;,|]')
_DATE = re.compile(r'\d{4}-\d\d-\d\d')


def is_table(lines: list[Line]) -> bool:
    """Whether the first line is a header row: columns that we know, one of them of words.

    Without one, all lines must have tabs, and times among their cells.
    """
    if '\t' in lines[0][1] and _has_rows_of_tabs(lines):
        return True
    cells = cells_of(lines[0][1])
    found = named_columns(cells)
    return (
        len(found) > 1 and 'words' in found and all(len(cell.strip()) <= _HEADER for cell in cells)
    )


def read_table(lines: list[Line]) -> Captions:
    """Read a table; times are ``H:MM:SS``, seconds, or milliseconds.

    :raises TranscriptError: ``table_invalid``
    """
    first = next((index for index, (_, text) in enumerate(lines) if text.strip()), 0)
    table = Table(lines[first:])
    rows = list(table.rows())
    header = rows[0].cells if rows else []
    if (pair := question_and_answer(header)) and 'words' not in named_columns(header):
        return _questions_and_answers(header, rows[1:], pair, table.findings)
    unknown: list[str] = []
    columns = guessed_columns([row.cells for row in rows])
    if columns is None or 'words' in named_columns(header):
        said = [row for row in rows if row.cells != header]
        columns, unknown = completed_columns(header, [row.cells for row in said])
        rows = said if 'words' in columns else []
        # A header may name fewer columns than there are
        header = [*header, *[''] * (max(columns.values(), default=0) + 1 - len(header))]
        place = column_of_times([row.cells for row in rows], columns.values())
        if 'time' not in columns and place is not None:
            columns['time'] = place
    else:
        header = []
    table.findings += [
        _guessed(_named(header, columns[o]), o, lines[first][0]) for o in unknown if o in _OURS
    ]
    if 'words' not in columns:
        line, text = lines[first] if lines else (1, '')
        message = f'the first row names no column “words”: {text[:_SHOWN]!r}'
        raise TranscriptError('table_invalid', line, message)
    return _Reading(columns, header).captions(rows, table.findings)


def _has_rows_of_tabs(lines: list[Line]) -> bool:
    """Whether lines are rows without a header: times, and words, in cells that tabs part."""
    rows = [text.split('\t') for _, text in lines[:_TELLING] if text.strip()]
    return len(rows) > 2 and 'time' in (guessed_columns(rows) or {})


def _named(header: Sequence[str], place: int) -> str:
    """Return the name of a column, or its number."""
    return f'“{name}”' if (name := header[place].strip()) else str(place + 1)


def _guessed(name: str, ours: str, line: int) -> Finding:
    text = (
        f'the column {name} is taken for {_OURS[ours]} by what stands in it: '
        f'if it is so, call it “{ours}”'
    )
    return Finding('column_guessed', 'warning' if ours == 'speaker' else 'info', line, text)


def _questions_and_answers(
    header: Sequence[str],
    rows: Sequence[Row],
    pair: tuple[int, int],
    findings: Sequence[Finding],
) -> Captions:
    """Return what is asked and answered in each row."""
    flag = named_columns(header).get('restricted', len(header))
    cues = [
        Cue(None, None, _marked(words, row.cells[flag : flag + 1]), row.line, who)
        for row in rows
        for who, place in zip(('Question', 'Answer'), pair, strict=True)
        if (words := ' '.join(_words(''.join(row.cells[place : place + 1])).split()))
    ]
    return Captions(cues, findings, unnamed='narration', is_cue_a_paragraph=True)


def _has_letters(rows: Sequence[Row], place: int) -> bool:
    """Whether something else than numbers and times stands in a column."""
    return any(any(map(str.isalpha, cell)) for row in rows for cell in row.cells[place : place + 1])


def _marked(words: str, flag: Sequence[str]) -> str:
    """Return words with a mark, where a cell says that the row is restricted."""
    return with_mark(words) if flag and is_restricted(flag[0]) else words


def _words(cell: str) -> str:
    """Return a cell without tags and entities of HTML."""
    return unescape(_TAG.sub(lambda tag: ' ' if tag[1] else '', cell) if '<' in cell else cell)


class _Reading:
    """From rows to cues."""

    def __init__(self, columns: dict[str, int], header: Sequence[str]) -> None:
        self._columns = columns
        self._header = header
        self._tags: dict[str, None] = {}
        self._findings: list[Finding] = []
        #: Who spoke last: rows without a name go on.
        self._speaker = ''

    def captions(self, rows: Sequence[Row], findings: Sequence[Finding]) -> Captions:
        rows = [row._replace(cells=self._fitted(row)) for row in rows]
        letters = sum(len(self._cell(row, 'words')) for row in rows)
        place = self._columns.get('time', -1)
        name = self._header[place] if self._header and place >= 0 else ''
        times = [self._cell(row, column) for row in rows for column in ('time', 'end')]
        unit = unit_of(name, times, letters)
        cues = [cue for row in rows for cue in self._cues(row, unit)]
        has_speakers = 'speaker' in self._columns
        are_words = sum(' ' in cue.text for cue in cues) < len(cues) / _RARELY
        return Captions(
            cues,
            [*findings, *self._findings, *self._ignored(rows)],
            {'tags': '; '.join(self._tags)} if self._tags else {},
            unnamed='narration' if has_speakers else 'auto',
            is_cue_a_paragraph=has_speakers and not are_words,
        )

    def _ignored(self, rows: Sequence[Row]) -> Iterator[Finding]:
        """Name the columns that hold words and mean nothing to us."""
        known = self._columns.values()
        names = [
            _named(self._header, place)
            for place in range(len(self._header))
            if place not in known and _has_letters(rows, place)
        ]
        if names:
            text = f'columns of the table that aren’t known, and aren’t shown: {", ".join(names)}'
            yield Finding('column_unknown', 'info', rows[0].line, text)

    def _cell(self, row: Row, name: str) -> str:
        place = self._columns.get(name, len(row.cells))
        return row.cells[place] if place < len(row.cells) else ''

    def _fitted(self, row: Row) -> list[str]:
        """Return cells as many as columns: of a row with more, words held a comma unquoted."""
        surplus = len(row.cells) - len(self._header)
        if not self._header or surplus <= 0:
            return row.cells
        place = self._columns['words']
        end = place + surplus + 1
        beyond = row.cells[len(self._header) :]
        if any(cell.strip() for cell in beyond):
            message = (
                'the row has more cells than columns: those behind the words were added to them'
            )
            self._findings.append(Finding('cue_recovered', 'warning', row.line, message))
            return [*row.cells[:place], ', '.join(row.cells[place:end]), *row.cells[end:]]
        return row.cells[: len(self._header)]

    def _cues(self, row: Row, unit: float) -> Iterator[Cue]:
        words = ' '.join(_words(self._cell(row, 'words')).split())
        flag = [self._cell(row, 'restricted')]
        start, end, remark = read_time(self._cell(row, 'time'), unit)
        end = read_time(self._cell(row, 'end'), unit).start if 'end' in self._columns else end
        named = unescape(self._cell(row, 'speaker')).strip().rstrip(':：').rstrip()
        speaker = self._speaker = named or self._speaker
        is_note = speaker.casefold().replace("'", '’') in _NOBODY
        is_remark = not named and _REMARK.fullmatch(words) is not None
        if is_note:
            speaker = ''
        elif 'speaker' in self._columns and not speaker and not is_remark:
            speaker = '?'
        if _DATE.match(remark):
            message = f'{remark!r} is no time of a recording, and is left out'
            self._findings.append(Finding('time_invalid', 'warning', row.line, message))
        elif remark:
            text = _marked(f'[{remark}]', flag)
            yield Cue(start, start, text, row.line, speaker.replace('?', ''))
        tags = tuple(filter(None, map(str.strip, _TAGS.split(self._cell(row, 'tags')))))
        self._tags |= dict.fromkeys(tags)
        if words:
            text = _marked(f'[{words[1:-1]}]' if is_remark else words, flag)
            yield Cue(start, end, text, row.line, speaker, tags)
        elif named and not remark:
            self._findings.append(
                Finding('cue_dropped', 'warning', row.line, f'the row has no words: {named}')
            )
