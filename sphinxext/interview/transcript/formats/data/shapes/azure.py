"""Azure: batch and fast transcription, the Speech SDK, Video Indexer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..naming import names_of, speaker_of
from ..pieces import Piece, Shape, first_of, has, inside, objects
from ..timing import number, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable


def _azure_batch(document: Any) -> Iterable[Piece] | None:
    phrases = objects(inside(document, 'recognizedPhrases')) or [
        phrase
        for file in objects(inside(document, 'AudioFileResults'))
        for phrase in objects(file.get('SegmentResults'))
    ]
    if not phrases and isinstance(document, list) and has(objects(document), 'DisplayText'):
        phrases = objects(document)
    if not phrases:
        return [] if inside(document, 'recognizedPhrases') == [] else None
    return [_phrase(item) for item in phrases]


def _phrase(item: dict[str, Any]) -> Piece:
    """Return what was recognised; offset and duration are in units of 100 ns."""
    best = inside(item, 'nBest', 0) or inside(item, 'NBest', 0)
    text = first_of(best, ('display', 'Display', 'lexical', 'Lexical')) or item.get('DisplayText')
    start = first_of(item, ('offsetInTicks', 'Offset'))
    length = first_of(item, ('durationInTicks', 'Duration'))
    end = _sum(start, length)
    if start is None:
        start, length = seconds(item.get('offset'), 1), seconds(item.get('duration'), 1)
        end = _sum(start, length)
        start, end = (None if value is None else value / 1e-7 for value in (start, end))
    speaker = first_of(item, ('speaker', 'SpeakerId'))
    return Piece(start, end, text, speaker, channel=first_of(item, ('channel', 'ChannelNumber')))


def _sum(start: Any, length: Any) -> float | None:
    one, other = number(start), number(length)
    return None if one is None or other is None else one + other


def _azure_fast(document: Any) -> Iterable[Piece] | None:
    phrases = objects(inside(document, 'phrases'))
    if not phrases or not has(phrases, 'text'):
        return [] if inside(document, 'phrases') == [] else None
    return [
        Piece(
            start := first_of(item, ('offsetMilliseconds', 'offset')),
            _sum(start, first_of(item, ('durationMilliseconds', 'duration'))),
            item.get('text'), speaker_of(item), channel=item.get('channel'),
        )
        for item in phrases
    ]  # fmt: skip


def _azure_video(document: Any) -> Iterable[Piece] | None:
    """Return what Video Indexer wrote."""
    insights = [video.get('insights') for video in objects(inside(document, 'videos'))]
    lines = [(part, line) for part in insights for line in objects(inside(part, 'transcript'))]
    if not lines or not has([line for _, line in lines], 'text', 'instances'):
        return None
    return [
        Piece(
            inside(line, 'instances', 0, 'start'), inside(line, 'instances', 0, 'end'),
            line.get('text'),
            names_of(part).get(str(line.get('speakerId')), speaker_of(line)),
        )
        for part, line in lines
    ]  # fmt: skip


AZURE = (
    Shape('Azure batch', 'recognizedPhrases[]', '100 ns', _azure_batch),
    Shape('Azure fast', 'phrases[].text', 'milliseconds', _azure_fast),
    Shape('Azure Video Indexer', 'videos[].insights.transcript[]', 'seconds', _azure_video),
)
