"""Which column of a table holds what: by the names in its first row, or by what stands in it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from ..speech.times import STAMP, parse_time

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

#: What the columns are called; the first that is there counts.
_NAMES: Final = {
    'words': """words, text, transcript, transcription, content, utterance, dialogue, dialog, speech,
        sentence, spoken text, text spoken, wortlaut, inhalt, texte, paroles, contenu, texto,
        contenido, testo, текст, 文本, 内容, 发言, 發言, テキスト, 発言, 本文""",
    'speaker': """speaker, speaker name, speaker label, speaker id, speakers, name, who, participant,
        person, sprecher, sprecherin, sprecher in, person name, locuteur, intervenant, orador,
        hablante, interlocutor, parlante, спикер, 说话人, 發言人, 发言人, 話者, 発言者""",
    'time': """timestamp, time stamp, start, start time, starttime, start timestamp, time, timecode,
        time code, timespan, time span, begin, begin time, from, in, in point, offset, zeit, beginn,
        anfang, zeitstempel, début, temps, inicio, tiempo, tempo, inizio, время, 时间, 開始, 時間""",
    'end': """end, end time, endtime, end timestamp, stop, to, out, out point, ende, fin, fine, 終了""",
    'tags': 'tags, tag, keywords, schlagwörter, mots clés, etiquetas',
}
_COLUMNS: Final = {
    ours: tuple(' '.join(name.split()) for name in names.split(','))
    for ours, names in _NAMES.items()
}
_BESIDE = re.compile(r'\([^()]*\)|\[[^\[\]]*\]')
_IN_MILLISECONDS = re.compile(r'(?:^|[\s_(\[])(?:ms|msec|millis|milliseconds)\b', re.IGNORECASE)
_NUMBER = re.compile(r'(\d{1,12}(?:[.,]\d{1,9})?)\s?s?', re.ASCII)
#: A time, perhaps with frames or more than milliseconds, which don't count.
_MOMENT = rf'[\[(]?\s?({STAMP})(?:\d{{1,6}}|[:;]\d{{1,3}})?\s?[\])]?'
_TIME = re.compile(rf'{_MOMENT}(?:\s?(?:-{{1,2}}>|[-–—]|to|bis)\s?{_MOMENT})?', re.ASCII)
_MILLISECOND: Final = 0.001
_LONGEST_NAME: Final = 60


class Time(NamedTuple):
    """What a cell says of the time."""

    start: float | None
    end: float | None = None
    #: What else stands there.
    rest: str = ''


def named_columns(cells: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns that we know, by our name for them."""
    names = [_simple(cell) for cell in cells]
    return {
        ours: names.index(theirs)
        for ours, synonyms in _COLUMNS.items()
        if (theirs := next((name for name in synonyms if name in names), None))
    }


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


def read_time(text: str, unit: float = 1.0) -> Time:
    """Read a cell: a number in *unit* seconds, a time, two of them, or a time and a remark."""
    text = text.strip()
    if match := _NUMBER.fullmatch(text):
        seconds = float(match[1].replace(',', '.')) * unit
        return Time(seconds) if seconds < 1e9 else Time(None, None, text)
    match = _TIME.match(text)
    start = parse_time(match[1]) if match else None
    if match is None or start is None:
        return Time(None, None, unescape(text))
    end = parse_time(match[2]) if match[2] else None
    return Time(start, end, unescape(text[match.end() :].strip()))


def unit_of(header: str, times: Sequence[str], letters: int) -> float:
    """Return how many seconds a number means: milliseconds, where nobody speaks so slowly.

    :param header: what the column is called
    :param times: its cells, and those of the end
    :param letters: how many are said in all
    """
    if _IN_MILLISECONDS.search(header):
        return _MILLISECOND
    numbers = [text for cell in times if (text := cell.strip())]
    if not numbers or not all(text.isascii() and text.isdigit() for text in numbers):
        return 1.0
    span = int(max(numbers, key=int)) - int(min(numbers, key=int))
    # Fewer than one in two seconds, and not more than thirty in one
    return _MILLISECOND if span > 2 * max(letters, 50) else 1.0


def _simple(name: str) -> str:
    name = _BESIDE.sub(' ', name.replace('_', ' ').replace('-', ' ')).strip().strip('":* ')
    return ' '.join(name.casefold().removesuffix(' ms').removesuffix(' seconds').split())


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
