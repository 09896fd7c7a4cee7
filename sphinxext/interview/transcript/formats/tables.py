"""Tables: the CSV of oral-history collections, and Whisper's TSV.

The layout is that of Oral History as Data: a header row with ``speaker``, ``words``, ``tags``
and ``timestamp`` in any order, of which only ``words`` is needed.
"""

from __future__ import annotations

import csv
import re
from html import unescape
from typing import TYPE_CHECKING

from ..captions.cues import Captions, Cue
from ..model import Finding, TranscriptError
from ..speech.times import STAMP, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line

#: What the columns are called elsewhere.
_COLUMNS = {
    'words': ('words', 'text', 'transcript', 'content', 'utterance'),
    'speaker': ('speaker', 'speaker name', 'name', 'who'),
    'time': ('timestamp', 'start', 'start time', 'time', 'begin'),
    'end': ('end', 'end time', 'stop'),
    'tags': ('tags', 'tag', 'keywords'),
}
_STAMP = re.compile(rf'\s*\[?({STAMP})\]?')
_MILLISECOND = 0.001


class _Unquoted(csv.excel_tab):
    quoting = csv.QUOTE_NONE


def read_table(lines: list[Line]) -> Captions:
    """Read a table with a header row; its times are ``H:MM:SS`` or seconds.

    :raises TranscriptError: ``table_invalid``
    """
    return _read(lines, unit=1.0)


def read_whisper_table(lines: list[Line]) -> Captions:
    """Read the columns ``start``, ``end`` and ``text`` that Whisper writes, in milliseconds."""
    return _read(lines, unit=_MILLISECOND)


def columns_of(header: str) -> dict[str, int]:
    """Return the places of the columns that we know, by our name for them."""
    names = [name.strip().strip('"').casefold() for name in re.split(r'[,;\t]', header)]
    return {
        ours: names.index(theirs)
        for ours, synonyms in _COLUMNS.items()
        if (theirs := next((name for name in synonyms if name in names), None))
    }


def _read(lines: list[Line], *, unit: float) -> Captions:
    lines = lines[next((i for i, (_, text) in enumerate(lines) if text.strip()), 0) :]
    first, header = lines[0] if lines else (1, '')
    columns = columns_of(header)
    if 'words' not in columns:
        text = f'the first row names no column “words”: {header[:60]!r}'
        raise TranscriptError('table_invalid', first, text)
    cues: list[Cue] = []
    tags: dict[str, None] = {}
    findings: list[Finding] = []
    for line, cells in _rows(lines, header):
        row = {name: cells[place] for name, place in columns.items() if place < len(cells)}
        words = ' '.join(unescape(row.get('words', '')).split())
        start, remark = _time(row.get('time', ''), unit)
        end, _ = _time(row.get('end', ''), unit)
        if remark:
            cues.append(Cue(start, start, f'[{remark}]', line))
        if words:
            speaker = unescape(row.get('speaker', '')).strip().rstrip(':').rstrip()
            cues.append(Cue(start, end, words, line, speaker))
        elif any(cell.strip() for cell in row.values()) and not remark:
            findings.append(Finding('cue_dropped', 'warning', line, 'the row has no words'))
        tags |= dict.fromkeys(filter(None, map(str.strip, re.split('[;,|]', row.get('tags', '')))))
    has_speakers = 'speaker' in columns
    metadata = {'tags': ', '.join(tags)} if tags else {}
    return Captions(
        cues,
        findings,
        metadata,
        unnamed='narration' if has_speakers else 'auto',
        is_cue_a_paragraph=has_speakers,
    )


def _rows(lines: list[Line], header: str) -> Iterator[tuple[int, list[str]]]:
    """Return the rows below the header, each with its first line."""
    delimiter = max('\t;,', key=header.count)
    first = lines[0][0]
    csv.field_size_limit(1 << 30)
    # Whisper doesn't quote, and somebody may say a quotation mark
    dialect = _Unquoted if delimiter == '\t' else csv.excel
    reader = csv.reader((f'{text}\n' for _, text in lines), dialect, delimiter=delimiter)
    start = 0
    try:
        for cells in reader:
            if start:
                yield first + start, cells
            start = reader.line_num
    except csv.Error as error:
        raise TranscriptError('table_invalid', first + start, f'no table: {error}') from error


def _time(text: str, unit: float) -> tuple[float | None, str]:
    """Return seconds, and what else stands in the cell."""
    text = text.strip()
    try:
        seconds = float(text) * unit
    except ValueError:
        match = _STAMP.match(text)
        time = parse_time(match[1]) if match else None
        if match is None or time is None:
            return None, unescape(text)
        return time, unescape(text[match.end() :].strip())
    return (seconds, '') if 0 <= seconds < 1e9 else (None, text)
