"""Services that transcribe: AssemblyAI, Deepgram, ElevenLabs, Gladia, Rev.ai, Soniox, Speechmatics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..naming import speaker_of
from ..pieces import Piece, Shape, first_of, has, inside, is_text, objects, words_of
from ..timing import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _piece(
    item: dict[str, Any], text: str = 'text', start: str = 'start', end: str = 'end'
) -> Piece:
    """Return what an object says, by the keys of its words and times."""
    return Piece(
        item.get(start), item.get(end), item.get(text),
        speaker_of(item), channel=item.get('channel'),
    )  # fmt: skip


def _assemblyai(document: Any) -> Iterable[Piece] | None:
    """Return utterances, else sentences or paragraphs, else words."""
    if not isinstance(document, dict):
        return None
    for key in ('utterances', 'sentences', 'paragraphs', 'words'):
        items = objects(document.get(key))
        if items and has(items, 'text', *(() if key == 'utterances' else ('start',))):
            pieces = [_piece(item) for item in items]
            return words_of(pieces) if key == 'words' else pieces
    empty = [document.get(key) for key in ('utterances', 'words') if key in document]
    is_empty = bool(empty) and not any(empty) and not document.get('text')
    return [] if is_empty else None


def _deepgram(document: Any) -> Iterable[Piece] | None:
    if isinstance(document, list):  # as it comes in, live
        lively = [item for item in objects(document) if item.get('type') == 'Results']
        if not lively or not all(isinstance(item.get('channel'), dict) for item in lively):
            return None
        final = [item for item in lively if item.get('is_final', True)]
        return [piece for item in final for piece in _alternative(item['channel'], None)]
    spoken = objects(inside(document, 'results', 'utterances'))
    if spoken and has(spoken, 'transcript'):
        return [_piece(item, 'transcript') for item in spoken]
    channels = objects(inside(document, 'results', 'channels'))
    if not channels or not any('alternatives' in channel for channel in channels):
        return None
    return [
        piece for number, channel in enumerate(channels) for piece in _alternative(channel, number)
    ]


def _alternative(channel: dict[str, Any], track: int | None) -> Iterator[Piece]:
    """Return sentences of paragraphs, else words, else the text of the best reading."""
    best = inside(channel, 'alternatives', 0)
    paragraphs = objects(inside(best, 'paragraphs', 'paragraphs'))
    words = objects(inside(best, 'words'))
    for paragraph in paragraphs:
        for item in objects(paragraph.get('sentences')):
            yield Piece(
                item.get('start'), item.get('end'), item.get('text'),
                speaker_of(paragraph), channel=track,
            )  # fmt: skip
    if not paragraphs and words:
        yield from words_of(
            Piece(
                word.get('start'), word.get('end'), first_of(word, ('punctuated_word', 'word')),
                speaker_of(word), channel=track,
            )
            for word in words
        )  # fmt: skip
    elif not paragraphs:
        yield Piece(None, None, inside(best, 'transcript'), channel=track)


def _elevenlabs(document: Any) -> Iterable[Piece] | None:
    tracks = objects(inside(document, 'transcripts')) or [document]
    words = [(track, word) for track in tracks for word in objects(inside(track, 'words'))]
    known = ('word', 'spacing', 'audio_event')
    if not words or not all(word.get('type') in known for _, word in words):
        is_empty = inside(document, 'words') == [] and 'language_probability' in document
        return [] if is_empty and not document.get('text') else None
    return [
        piece
        for track in tracks
        for piece in words_of(
            Piece(
                word.get('start'), word.get('end'), word.get('text'),
                speaker_of(word), channel=first_of(word, ('channel_index',))
                if 'channel_index' in word else track.get('channel_index'),
            )
            for word in objects(inside(track, 'words'))
        )
    ]  # fmt: skip


def _gladia(document: Any) -> Iterable[Piece] | None:
    if not isinstance(document, dict):
        return None
    older = objects(document.get('prediction'))
    if older and has(older, 'transcription', 'time_begin'):
        return [_piece(item, 'transcription', 'time_begin', 'time_end') for item in older]
    if 'full_transcript' not in document:
        return None
    spoken = [_piece(item) for item in objects(document.get('utterances'))]
    return spoken or [Piece(None, None, document['full_transcript'])]


def _revai(document: Any) -> Iterable[Piece] | None:
    found = inside(document, 'monologues')
    if not isinstance(found, list):
        return None
    return [piece for item in objects(found) for piece in _monologue(item)]


def _monologue(item: dict[str, Any]) -> Iterator[Piece]:
    speaker = speaker_of(item)
    starts = None
    for element in objects(item.get('elements')):
        text = element.get('value')
        if isinstance(text, str) and text:
            start = first_of(element, ('ts', 'timestamp'))
            end = first_of(element, ('end_ts', 'end_timestamp'))
            yield Piece(start, end, text, speaker, starts)
            starts = ''


def _soniox(document: Any) -> Iterable[Piece] | None:
    tokens = objects(inside(document, 'tokens'))
    if not tokens or not has(tokens, 'text', 'start_ms'):
        return None
    return [
        word._replace(joint='' if index else None)
        for index, word in enumerate(
            Piece(item.get('start_ms'), item.get('end_ms'), item.get('text'), speaker_of(item))
            for item in tokens
            # A translation says it again
            if item.get('translation_status') != 'translation'
        )
    ]


def _speechmatics(document: Any) -> Iterable[Piece] | None:
    results = objects(inside(document, 'results'))
    if not results or not any('content' in _best(item) for item in results):
        is_empty = inside(document, 'results') == [] and 'job' in document
        return [] if is_empty else None
    delimiter = inside(document, 'metadata', 'language_pack_info', 'word_delimiter')
    between = delimiter if isinstance(delimiter, str) else ' '
    return list(_spoken(results, between))


def _best(item: dict[str, Any]) -> dict[str, Any]:
    found = inside(item, 'alternatives', 0)
    return found if isinstance(found, dict) else {}


def _spoken(results: Iterable[dict[str, Any]], between: str) -> Iterator[Piece]:
    joint: str | None = None
    for item in results:
        best = _best(item)
        attaches = item.get('attaches_to', 'previous' if item.get('type') == 'punctuation' else '')
        if attaches in ('previous', 'both') and joint is not None:
            joint = ''
        speaker = speaker_of(best)
        yield Piece(
            item.get('start_time'), item.get('end_time'), best.get('content'),
            speaker, joint, item.get('channel'),
        )  # fmt: skip
        joint = '' if attaches in ('next', 'both') else between


def _speechmatics_1(document: Any) -> Iterable[Piece] | None:
    words = objects(inside(document, 'words'))
    if not words or not has(words, 'name', 'time'):
        return None
    changes = [
        (number(item.get('time')), item.get('name')) for item in objects(document.get('speakers'))
    ]
    return list(_old_words(words, [change for change in changes if change[0] is not None]))


#: Marks that stand behind a word without a space.
_MARKS = '.,?!:;…。、，？！)'


def _old_words(words: Iterable[dict[str, Any]], changes: list[Any]) -> Iterator[Piece]:
    """Return words with the speaker whose time has come."""
    speaker = changes[0][1] if changes else None
    waiting = iter(changes[1:])
    following = next(waiting, None)
    joint: str | None = None
    for item in words:
        text, start, duration = (
            item.get('name'),
            number(item.get('time')),
            number(item.get('duration')),
        )
        while following is not None and start is not None and start >= following[0] - 0.001:
            speaker, following = following[1], next(waiting, None)
        end = None if start is None or duration is None else start + duration
        is_mark = is_text(text) and not str(text).strip(_MARKS)
        yield Piece(start, end, text, speaker, '' if is_mark and joint is not None else joint)
        joint = ' '


SERVICES = (
    Shape('Rev.ai', 'monologues[].elements[]', 'seconds', _revai),
    Shape('Deepgram', 'results.utterances[] or results.channels[]', 'seconds', _deepgram),
    Shape('Speechmatics', 'results[].alternatives[].content', 'seconds', _speechmatics),
    Shape('Speechmatics version 1', 'words[].name and time', 'seconds', _speechmatics_1),
    Shape('ElevenLabs', 'words[].type, of words and spacing', 'seconds', _elevenlabs),
    Shape('Gladia', 'full_transcript', 'seconds', _gladia),
    Shape('Soniox', 'tokens[].start_ms', 'milliseconds', _soniox),
    Shape(
        'AssemblyAI',
        'utterances[], sentences[], paragraphs[] or words[] with text and start',
        'milliseconds',
        _assemblyai,
    ),
)
