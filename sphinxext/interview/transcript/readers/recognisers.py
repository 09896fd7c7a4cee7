"""What speech recognisers and podcast hosts write: JSON of many shapes.

The unit of time is the trap; each shape's own is in its function. Sources of the shapes: the
documentation of openai-whisper, WhisperX, whisper.cpp, OpenAI's ``diarized_json``, the Podcast
namespace, AssemblyAI, Deepgram and AWS Transcribe.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..cues import Captions, Cue
from ..model import TranscriptError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model import Line

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


def read_json(lines: list[Line]) -> Captions:
    """Read what a recogniser wrote.

    :raises TranscriptError: ``json_invalid``, ``json_unknown``
    """
    source = '\n'.join(text for _, text in lines)
    first = lines[0][0] if lines else 1
    document = _parse(source, first)
    for shape in SHAPES:
        pieces = shape.pieces(document)
        if pieces is not None:
            locate = _Locator(source, first)
            cues = [cue for piece in pieces if (cue := _cue(piece, locate))]
            return Captions(cues, metadata=_metadata(document), unnamed='previous')
    known = '; '.join(f'{shape.title} ({shape.keys})' for shape in SHAPES)
    raise TranscriptError('json_unknown', first, f'JSON of unknown shape; known are {known}')


def _parse(source: str, first: int) -> Any:
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        line = first + error.lineno - 1
        text = f'this is no JSON: {error.msg}, column {error.colno}'
        raise TranscriptError('json_invalid', line, text) from error
    except RecursionError as error:
        raise TranscriptError('json_invalid', first, 'this JSON is nested too deep') from error
    except ValueError as error:  # a number of thousands of digits
        raise TranscriptError('json_invalid', first, f'this is no JSON: {error}') from error


class _Locator:
    """Finds the lines of texts that come in order, in one walk through the source."""

    def __init__(self, source: str, first: int) -> None:
        self.source, self.line, self.position = source, first, 0

    def find(self, text: str) -> int:
        """Return the line that *text* stands in, or that of the text before."""
        start = text[:30].split('\n', maxsplit=1)[0]
        place = -1
        for form in (json.dumps(start, ensure_ascii=False), json.dumps(start)):
            # Near the text before; a text that isn't found must not cost a walk to the end
            end = self.position + 100_000
            if (place := self.source.find(form[:-1], self.position, end)) >= 0:
                break
        if place >= 0:
            self.line += self.source.count('\n', self.position, place)
            self.position = place
        return self.line


def _cue(piece: Piece, locate: _Locator) -> Cue | None:
    start, end, words, speaker = piece
    if not isinstance(words, str) or not words.strip():
        return None
    return Cue(_number(start), _number(end), words.strip(), locate.find(words), _named(speaker))


def _number(value: Any) -> float | None:
    """Return seconds: some write them as text; some leave them out."""
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number < 1e9 else None


def _named(speaker: Any) -> str:
    """Return how to call a speaker: 0 and “A” are no names, “spk_0” and “SPEAKER_00” are labels."""
    if isinstance(speaker, bool) or not isinstance(speaker, str | int):
        return ''
    name = ' '.join(str(speaker).split())
    return f'Speaker {name}' if name.isdigit() or (len(name) == 1 and name.isalpha()) else name


def _metadata(document: Any) -> dict[str, str]:
    """Return the language, where the recogniser says it with a code."""
    language = document.get('language') if isinstance(document, dict) else None
    is_code = isinstance(language, str) and len(language) == 2 and language.isalpha()
    return {'language': language} if is_code else {}  # type: ignore[dict-item]


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
    number = _number(value)
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
    return found if is_single else sorted(found, key=lambda piece: _number(piece[0]) or 0.0)


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
