"""The shapes of JSON that recognisers and podcast hosts write.

The unit of time is the trap; each shape's own is in its function. Sources: the documentation of
openai-whisper, WhisperX, whisper.cpp, OpenAI's ``diarized_json``, the Podcast namespace,
AssemblyAI, Deepgram and AWS Transcribe.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: Start and end in seconds, words, speaker.
Piece = tuple[Any, Any, Any, Any]
_MILLISECOND = 0.001


class Shape(NamedTuple):
    """A JSON that we know."""

    title: str
    #: Where such a document differs from every other.
    keys: str
    unit: str
    #: Returns the pieces, or None if the document has another shape.
    pieces: Callable[[Any], Iterable[Piece] | None]


def as_number(value: Any) -> float | None:
    """Return seconds: some write them as text; some leave them out."""
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number < 1e9 else None


def _dicts(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; nothing for anything else."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _inside(document: Any, *path: str | int) -> Any:
    """Return what stands at *path*, or None."""
    for step in path:
        if isinstance(step, int):
            document = document[step] if isinstance(document, list) and document[step:] else None
        else:
            document = document.get(step) if isinstance(document, dict) else None
    return document


def _times(value: Any, factor: float) -> float | None:
    number = as_number(value)
    return None if number is None else number * factor


def _whisper(document: Any) -> Iterable[Piece] | None:
    segments = _dicts(document if isinstance(document, list) else _inside(document, 'segments'))
    if not segments or not all('text' in item and 'start' in item for item in segments):
        return None
    return [
        (item['start'], item.get('end'), item['text'], item.get('speaker') or _most(item))
        for item in segments
    ]


def _most(segment: dict[str, Any]) -> Any:
    """Return who speaks most words of a segment that has no speaker of its own."""
    speakers = [word.get('speaker') for word in _dicts(segment.get('words'))]
    counts = Counter(name for name in speakers if isinstance(name, str))
    return counts.most_common(1)[0][0] if counts else None


def _whisper_cpp(document: Any) -> Iterable[Piece] | None:
    segments = _dicts(_inside(document, 'transcription'))
    if not segments or not all('text' in item and 'offsets' in item for item in segments):
        return None
    return [
        (
            _times(_inside(item, 'offsets', 'from'), _MILLISECOND),
            _times(_inside(item, 'offsets', 'to'), _MILLISECOND),
            item['text'],
            item.get('speaker'),
        )
        for item in segments
    ]


def _podcast(document: Any) -> Iterable[Piece] | None:
    segments = _dicts(_inside(document, 'segments'))
    if not segments or not all('body' in item for item in segments):
        return None
    return [
        (item.get('startTime'), item.get('endTime'), item['body'], item.get('speaker'))
        for item in segments
    ]


def _assemblyai(document: Any) -> Iterable[Piece] | None:
    if not isinstance(document, dict) or not {'utterances', 'words'} & document.keys():
        return None
    spoken = _dicts(document.get('utterances')) or _dicts(document.get('words'))
    if not spoken or not all('text' in item and 'start' in item for item in spoken):
        return None
    return [
        (
            _times(item['start'], _MILLISECOND),
            _times(item.get('end'), _MILLISECOND),
            item['text'],
            item.get('speaker'),
        )
        for item in spoken
    ]


def _deepgram(document: Any) -> Iterable[Piece] | None:
    results = _inside(document, 'results')
    spoken = _dicts(_inside(results, 'utterances'))
    if spoken and all('transcript' in item for item in spoken):
        return [
            (item.get('start'), item.get('end'), item['transcript'], item.get('speaker'))
            for item in spoken
        ]
    channels = _dicts(_inside(results, 'channels'))
    if not channels:
        return None
    is_single = len(channels) == 1
    found = [
        piece
        for number, channel in enumerate(channels)
        for piece in _channel(channel, None if is_single else number)
    ]
    return found if is_single else sorted(found, key=lambda piece: as_number(piece[0]) or 0.0)


def _channel(channel: dict[str, Any], speaker: int | None) -> Iterator[Piece]:
    best = _inside(channel, 'alternatives', 0)
    paragraphs = _dicts(_inside(best, 'paragraphs', 'paragraphs'))
    for paragraph in paragraphs:
        for item in _dicts(paragraph.get('sentences')):
            name = paragraph.get('speaker', speaker)
            yield item.get('start'), item.get('end'), item.get('text'), name
    for word in () if paragraphs else _dicts(_inside(best, 'words')):
        text = word.get('punctuated_word') or word.get('word')
        yield word.get('start'), word.get('end'), text, word.get('speaker', speaker)


def _aws(document: Any) -> Iterable[Piece] | None:
    items = _dicts(_inside(document, 'results', 'items'))
    if not items or not all('alternatives' in item for item in items):
        return None
    labels = {
        item.get('start_time'): item.get('speaker_label')
        for segment in _dicts(_inside(document, 'results', 'speaker_labels', 'segments'))
        for item in _dicts(segment.get('items'))
        if isinstance(item.get('start_time'), str)
    }
    return list(_aws_words(items, labels))


def _aws_words(items: Iterable[dict[str, Any]], labels: dict[Any, Any]) -> Iterator[Piece]:
    """Return words with the punctuation that follows them; that has no time of its own."""
    word: list[Any] = []
    for item in items:
        text = _inside(item, 'alternatives', 0, 'content')
        if not isinstance(text, str):
            continue
        if item.get('type') == 'punctuation' and word:
            word[2] += text
            continue
        if word:
            yield tuple(word)
        start = item.get('start_time')
        label = item.get('speaker_label')
        if label is None and isinstance(start, str):
            label = labels.get(start)
        word = [start, item.get('end_time'), text, label]
    if word:
        yield tuple(word)


SHAPES = (
    Shape(
        'Whisper, faster-whisper, WhisperX, OpenAI',
        'segments[].text and start',
        'seconds',
        _whisper,
    ),
    Shape('whisper.cpp', 'transcription[].offsets', 'milliseconds', _whisper_cpp),
    Shape('Podcast Index', 'segments[].body', 'seconds', _podcast),
    Shape('AssemblyAI', 'utterances[] or words[]', 'milliseconds', _assemblyai),
    Shape('Deepgram', 'results.utterances[] or results.channels[]', 'seconds', _deepgram),
    Shape('AWS Transcribe', 'results.items[]', 'seconds, as text', _aws),
)
