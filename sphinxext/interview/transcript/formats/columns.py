"""Which column of a table holds what, by the names in its first row; and how times are read."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from ..speech.times import STAMP, parse_time

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What the columns are called; the first that is there counts.
_NAMES: Final = {
    'words': """words, text, transcript, transcription, content, utterance, dialogue, dialog, speech,
        sentence, transcript text, transcribed text, caption, message, utterances, response,
        responses, quote, annotation, word, spoken text, text spoken, wortlaut, inhalt, texte, paroles, contenu, texto,
        contenido, testo, текст, 文本, 内容, 发言, 發言, テキスト, 発言, 本文""",
    'speaker': """speaker, speaker name, speaker label, speaker id, speakers, name, who, participant,
        person, tier, character, speaker tag, user, user name, username, actor, sprecher, sprecherin, sprecher in, person name, locuteur, intervenant, orador,
        hablante, interlocutor, parlante, спикер, 说话人, 發言人, 发言人, 話者, 発言者,
        role""",
    'time': """timestamp, time stamp, start, start time, starttime, start timestamp, time, timecode,
        time code, timespan, time span, begin, begin time, from, in, in point, offset, zeit, beginn,
        anfang, zeitstempel, début, temps, inicio, tiempo, tempo, inizio, время, 时间, 開始, 時間""",
    'end': """end, end time, endtime, end timestamp, stop, to, out, out point, ende, fin, fine, 終了""",
    'restricted': 'restricted, restriction, restrictions, is restricted, restrict, gesperrt, restreint, restringido',
    'tags': 'tags, tag, keywords, schlagwörter, mots clés, etiquetas',
}
#: Columns of a table whose rows are each a question and its answer.
_PAIR: Final = (
    'question questions q frage pregunta pergunta domanda вопрос 问题 問題 質問'.split(),
    'answer answers a antwort respuesta réponse resposta risposta ответ 回答 答案'.split(),
)
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


def question_and_answer(cells: Sequence[str]) -> tuple[int, int] | None:
    """Return the places of the columns of what is asked and what is answered."""
    names = [_simple(cell) for cell in cells]
    asked, answered = ([n for n, name in enumerate(names) if name in side] for side in _PAIR)
    return (asked[0], answered[0]) if len(asked) == len(answered) == 1 else None


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
    name = _BESIDE.sub(' ', name.replace('_', ' ').replace('-', ' ')).strip().strip('":*? ')
    return ' '.join(name.casefold().removesuffix(' ms').removesuffix(' seconds').split())
