"""Recognisers of large clouds: AWS, Google, IBM."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..naming import speaker_of
from ..pieces import Piece, Shape, first_of, has, inside, is_text, objects, words_of
from ..sentences import spell
from ..timing import seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _aws(document: Any) -> Iterable[Piece] | None:
    results = inside(document, 'results')
    found = inside(results, 'items')
    channels = objects(inside(results, 'channel_labels', 'channels'))
    if not isinstance(found, list) and not channels:
        return None
    if channels:
        return [
            piece
            for channel in channels
            for piece in _aws_words(
                objects(channel.get('items')), {}, first_of(channel, ('channel_label',))
            )
        ]
    if found and not any('alternatives' in item for item in objects(found)):
        return None
    labels = {
        item.get('start_time'): item.get('speaker_label')
        for segment in objects(inside(results, 'speaker_labels', 'segments'))
        for item in objects(segment.get('items'))
        if isinstance(item.get('start_time'), str)
    }
    return list(_aws_words(objects(found), labels, None))


def _aws_words(
    items: Iterable[dict[str, Any]], labels: dict[Any, Any], channel: Any
) -> Iterator[Piece]:
    joint: str | None = None
    for item in items:
        start = item.get('start_time')
        label = item.get('speaker_label')
        if label is None and isinstance(start, str):
            label = labels.get(start)
        is_mark = item.get('type') == 'punctuation' and joint is not None
        text = inside(item, 'alternatives', 0, 'content')
        track = channel if channel is not None else item.get('channel_label')
        yield Piece(start, item.get('end_time'), text, label, '' if is_mark else joint, track)
        joint = ' '


def _aws_calls(document: Any) -> Iterable[Piece] | None:
    """Return the turns of Call Analytics and Contact Lens."""
    turns = objects(inside(document, 'Transcript')) or [
        turn
        for segment in objects(inside(document, 'Segments'))
        if isinstance(turn := segment.get('Transcript'), dict)
    ]
    if not turns or not any('Content' in turn for turn in turns):
        return None
    roles = {
        person.get('ParticipantId'): person.get('ParticipantRole')
        for person in objects(document.get('Participants'))
        if isinstance(person.get('ParticipantId'), str)
    }
    return [
        Piece(
            turn.get('BeginOffsetMillis'), turn.get('EndOffsetMillis'), turn.get('Content'),
            turn.get('ParticipantRole') or roles.get(str(turn.get('ParticipantId')))
            or turn.get('ParticipantId'),
        )
        for turn in turns
    ]  # fmt: skip


def _aws_health(document: Any) -> Iterable[Piece] | None:
    turns = objects(inside(document, 'Conversation', 'TranscriptSegments'))
    if not turns:
        return None
    return [
        Piece(
            turn.get('BeginAudioTime'), turn.get('EndAudioTime'), turn.get('Content'),
            inside(turn, 'ParticipantDetails', 'ParticipantRole'),
        )
        for turn in turns
    ]  # fmt: skip


_ENDS = {'endTime', 'endOffset', 'end_time', 'end_offset'}


def _google(document: Any) -> Iterable[Piece] | None:
    """Return the results of Speech-to-Text, versions 1, 1p1beta1 and 2."""
    found = inside(document, 'results')
    if isinstance(found, dict):  # of a batch: by file
        found = [
            result
            for file in found.values()
            for result in objects(
                inside(file, 'transcript', 'results')
                or inside(file, 'inlineResult', 'transcript', 'results')
                or inside(file, 'inline_result', 'transcript', 'results')
            )
        ]
        if not found:
            return None
    results = objects(found)
    readings = [(result, inside(result, 'alternatives', 0)) for result in results]
    if not results or not any(
        is_text(inside(best, 'transcript')) or has(objects(inside(best, 'words')), 'word')
        for _, best in readings
        if isinstance(best, dict) and 'timestamps' not in best
    ):
        return None
    parts = [
        part
        for result, best in readings
        if result.get('isFinal', result.get('is_final', True)) is not False
        if (part := list(_google_result(result, best)))
    ]
    return [piece for part in _not_repeated(parts) for piece in part]


def _google_result(result: dict[str, Any], best: Any) -> Iterator[Piece]:
    track = first_of(result, ('channelTag', 'channel_tag'))
    words = [
        Piece(
            # What is zero is left out
            first_of(item, ('startTime', 'startOffset', 'start_time', 'start_offset'))
            or (0 if _ENDS & item.keys() else None),
            first_of(item, _ENDS),
            item.get('word'),
            speaker_of(item) or None,
            ' ',
            track,
        )
        for item in objects(inside(best, 'words'))
        if is_text(item.get('word'))
    ]
    text = inside(best, 'transcript')
    if words:
        spelled = spell(text, words) if is_text(text) else None
        yield from spelled or [words[0]._replace(joint=None), *words[1:]]
    elif is_text(text):
        end = first_of(result, ('resultEndTime', 'resultEndOffset', 'result_end_time'))
        yield Piece(None, end, text, channel=track)


def _not_repeated(parts: list[list[Piece]]) -> list[list[Piece]]:
    """Leave out results that a later one says again, with the speakers.

    Who speaks is known at the end; then all words of the recording, or of one channel, come again.
    """
    kept: list[list[Piece]] = []
    whole: dict[Any, tuple[list[Piece], Counter[str]]] = {}
    for part in reversed(parts):
        track, words = part[0].channel, _counted(part)
        later = whole.get(track)
        if later and not words - later[1] and _starts_before(later[0], part):
            continue
        if later is None and any(piece.speaker for piece in part):
            whole[track] = part, words
        kept.append(part)
    return kept[::-1]


def _counted(part: Iterable[Piece]) -> Counter[str]:
    return Counter(word for piece in part for word in str(piece.text).casefold().split())


def _starts_before(later: list[Piece], part: list[Piece]) -> bool:
    """Whether *later* goes back to the start of *part*, as far as times tell."""
    one, other = seconds(later[0].start, 1), seconds(part[0].start, 1)
    return one is None or other is None or one <= other


def _ibm(document: Any) -> Iterable[Piece] | None:
    results = objects(inside(document, 'results'))
    best = [inside(item, 'alternatives', 0) for item in results if item.get('final') is not False]
    if not any(isinstance(inside(item, 'timestamps'), list) for item in best):
        return None
    speakers = {
        item.get('from'): speaker_of(item)
        for item in objects(document.get('speaker_labels'))
        if isinstance(item.get('from'), int | float)
    }
    return [piece for item in best for piece in _ibm_result(item, speakers)]


def _ibm_result(best: Any, speakers: dict[Any, Any]) -> list[Piece]:
    marks = inside(best, 'timestamps')
    words = [
        Piece(mark[1], mark[2], mark[0], speakers.get(mark[1]), ' ')
        for mark in (marks if isinstance(marks, list) else ())
        if isinstance(mark, list) and len(mark) == 3 and isinstance(mark[1], int | float)
        if is_text(mark[0])
    ]
    text = inside(best, 'transcript')
    if not words:
        return [Piece(None, None, text)]
    if is_text(text) and len({word.speaker for word in words}) == 1:
        return [Piece(words[0].start, words[-1].end, text, words[0].speaker)]
    return (spell(text, words) if is_text(text) else None) or words_of(words)


CLOUDS = (
    Shape('AWS Transcribe', 'results.items[] or results.channel_labels', 'seconds', _aws),
    Shape('AWS Call Analytics, Contact Lens', 'Transcript[].Content', 'milliseconds', _aws_calls),
    Shape('AWS HealthScribe', 'Conversation.TranscriptSegments[]', 'seconds', _aws_health),
    Shape('IBM Watson', 'results[].alternatives[].timestamps', 'seconds', _ibm),
    Shape('Google', 'results[].alternatives[].transcript or words[].word', 'seconds', _google),
)
