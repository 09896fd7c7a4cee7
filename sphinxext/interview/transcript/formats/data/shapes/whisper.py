"""Whisper and what is built on it.

Sources: openai-whisper, faster-whisper, WhisperX, whisper-timestamped, whisper.cpp, OpenAI's
``verbose_json`` and ``diarized_json``, transformers, insanely-fast-whisper.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..naming import speaker_of
from ..pieces import Piece, Shape, first_of, has, inside, is_text, objects, words_of
from ..sentences import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Keys of a segment's time that aren't Whisper's.
_FOREIGN = {'startTime', 'start_time', 'startOffset', 'body', 'duration', 'time', 'timestamp'}


def _segments(document: Any) -> Iterable[Piece] | None:
    is_list = isinstance(document, list)
    found = document if is_list else inside(document, 'segments')
    segments = objects(found)
    if not segments:
        return [] if isinstance(found, list) and not found else None
    if not any('text' in item for item in segments):
        return None
    if not any('start' in item for item in segments) and (
        is_list or any(_FOREIGN & item.keys() for item in segments)
    ):
        return None
    return [piece for segment in segments for piece in _segment(segment)]


def _segment(segment: dict[str, Any]) -> Iterator[Piece]:
    """Return a segment as a whole, or in parts where its words change their speaker."""
    words = [_word(item) for item in objects(segment.get('words'))]
    text = segment.get('text')
    speakers = {word.speaker for word in words} - {None}
    if not is_text(text):
        speaker = speaker_of(segment)
        yield from (
            word if word.speaker else word._replace(speaker=speaker) for word in words_of(words)
        )
        return
    if len(speakers) > 1 and (parts := spell(str(text), words)):
        yield from parts
        return
    times = [word.start for word in words if word.start is not None]
    start = segment.get('start', times[0] if times else None)
    speaker = speaker_of(segment)
    yield Piece(start, segment.get('end'), text, _most(words) if speaker is None else speaker)


def _word(item: dict[str, Any]) -> Piece:
    text = first_of(item, ('word', 'text'))
    return Piece(
        item.get('start'), item.get('end'), text if is_text(text) else '', speaker_of(item)
    )


def _most(words: Sequence[Piece]) -> Any:
    """Return who speaks most words of a segment that has no speaker of its own."""
    counts = Counter(word.speaker for word in words if isinstance(word.speaker, str | int))
    return counts.most_common(1)[0][0] if counts else None


def _words_only(document: Any) -> Iterable[Piece] | None:
    """Return the text in the times of its words; they have no punctuation."""
    items = objects(first_of(document, ('words', 'word_segments')))
    if not items or not has(items, 'word', 'start') or any('punct' in item for item in items):
        return None
    words = [_word(item) for item in items]
    text = document.get('text')
    if not is_text(text):
        return words_of(words)
    spelled = spell(text, words)
    if spelled is None and len({word.speaker for word in words}) > 1:
        return words_of(words)
    return spelled or [Piece(words[0].start, words[-1].end, text, words[0].speaker)]


def _whisper_cpp(document: Any) -> Iterable[Piece] | None:
    found = inside(document, 'transcription')
    segments = objects(found)
    if not segments:
        return [] if found == [] else None
    if not any('text' in item and {'offsets', 'timestamps'} & item.keys() for item in segments):
        return None
    return [
        Piece(_moment(item, 'from'), _moment(item, 'to'), item.get('text'), speaker_of(item))
        for item in segments
    ]


def _moment(segment: dict[str, Any], key: str) -> Any:
    offset = inside(segment, 'offsets', key)
    return inside(segment, 'timestamps', key) if offset is None else offset


def _chunks(document: Any) -> Iterable[Piece] | None:
    if isinstance(document, list):
        chunks = objects(document)
    else:
        chunks = objects(inside(document, 'speakers'))
        if not has_span(chunks):
            chunks = objects(inside(document, 'chunks'))
        if not chunks:
            return [] if inside(document, 'chunks') == [] else None
    if not chunks or not has_span(chunks):
        return None
    pieces = [
        Piece(
            inside(item, 'timestamp', 0), inside(item, 'timestamp', 1), item.get('text'),
            speaker_of(item),
        )
        for item in chunks
    ]  # fmt: skip
    words = words_of(pieces)
    return words if any(word.joint == '' for word in words) else pieces


def has_span(items: Sequence[dict[str, Any]]) -> bool:
    """Whether most of *items* have their times in a list of two."""
    spans = [item.get('timestamp') for item in items if 'text' in item]
    return sum(isinstance(span, list) and len(span) == 2 for span in spans) * 2 > len(items)


_TEXT_ONLY = frozenset(
    'text task language duration usage logprobs x_groq model languageCode language_code '
    'language_probability type'.split()
)


def _text_only(document: Any) -> Iterable[Piece] | None:
    text = inside(document, 'text')
    if not is_text(text) or not document.keys() <= _TEXT_ONLY:
        return None
    return [Piece(None, None, text)]


WHISPER = (
    Shape('whisper.cpp', 'transcription[].offsets', 'milliseconds', _whisper_cpp),
    Shape('Hugging Face, insanely-fast-whisper', 'chunks[].timestamp', 'seconds', _chunks),
    Shape(
        'Whisper, faster-whisper, WhisperX, OpenAI, Podlove',
        'segments[].text, or a list with text and start',
        'seconds',
        _segments,
    ),
    Shape('OpenAI with words only', 'text and words[].word', 'seconds', _words_only),
    Shape('OpenAI with text only', 'text alone', 'seconds', _text_only),
)
