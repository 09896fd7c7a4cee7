"""What podcasts and video sites publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..naming import speaker_of
from ..pieces import Piece, Shape, first_of, has, inside, objects
from ..timing import number

if TYPE_CHECKING:
    from collections.abc import Iterable


def _podcast(document: Any) -> Iterable[Piece] | None:
    segments = objects(inside(document, 'segments'))
    if not segments or not any('body' in item for item in segments):
        return None
    return [
        Piece(
            first_of(item, ('startTime', 'start')),
            first_of(item, ('endTime', 'end')),
            item.get('body'),
            speaker_of(item),
        )
        for item in segments
    ]


def _events(document: Any) -> Iterable[Piece] | None:
    """Return YouTube's ``json3``; an event without words is a window or a new line."""
    found = inside(document, 'events')
    events = objects(found)
    if not any('tStartMs' in event for event in events):
        return [] if found == [] and 'wireMagic' in document else None
    pieces = []
    for event in events:
        texts = [part.get('utf8') for part in objects(event.get('segs'))]
        start = event.get('tStartMs')
        text = ''.join(text for text in texts if isinstance(text, str))
        first = next((text for text in texts if isinstance(text, str) and text.strip()), '')
        pieces.append(Piece(start, _end(start, event.get('dDurationMs')), text, source=first))
    return pieces


def _youtube_list(document: Any) -> Iterable[Piece] | None:
    found = inside(document, 'snippets') or inside(document, 'lines') or document
    items = objects(found)
    if not items or not has(items, 'text', 'duration') or has(items, 'end'):
        return None
    if not any('start' in item or 'offset' in item for item in items):
        return None
    return [
        Piece(
            start := first_of(item, ('start', 'offset')), _end(start, item.get('duration')),
            item.get('text'), speaker_of(item),
        )
        for item in items
    ]  # fmt: skip


def _end(start: Any, duration: Any) -> float | None:
    one, other = number(start), number(duration)
    return None if one is None or other is None else one + other


PUBLISHED = (
    Shape('Podcast Index', 'segments[].body', 'seconds', _podcast),
    Shape('YouTube json3', 'events[].segs[].utf8', 'milliseconds', _events),
    Shape(
        'youtube-transcript-api', 'a list with text, start and duration', 'seconds', _youtube_list
    ),
)
