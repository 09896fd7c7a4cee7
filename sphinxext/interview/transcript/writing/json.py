"""JSON for other programs: metadata, speakers, and the paragraphs as segments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model import Paragraph, Topic, Turn
from .head import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..loading import Loaded


def as_json(loaded: Loaded) -> str:
    """Write all that was read; times are in seconds."""
    speakers = [
        {'name': s.name, 'role': s.role, 'labels': s.labels, 'description': s.description}
        for s in loaded.transcript.speakers
    ]
    document = {
        'metadata': loaded.metadata,
        'speakers': speakers,
        'segments': list(_segments(loaded)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + '\n'


def _segments(loaded: Loaded) -> Iterator[dict[str, Any]]:
    transcript = loaded.transcript
    number = 0
    for item in (*transcript.preamble, *transcript.items, *transcript.epilogue):
        if isinstance(item, Topic):
            topic = {'start': item.time, 'text': item.title, 'kind': 'topic', 'level': item.level}
            more = {'synopsis': item.synopsis, 'keywords': item.keywords, 'place': item.place}
            yield topic | {key: told for key, told in more.items() if told} | _slug(item.slug)
        elif isinstance(item, Paragraph):
            kind = 'note' if item.kind == 'speech' else item.kind
            yield {'start': item.time, 'text': item.text, 'kind': kind} | _tags(item)
        else:
            number += 1
            yield from _turn(item, number)


def _turn(turn: Turn, number: int) -> Iterator[dict[str, Any]]:
    """Yield the paragraphs of a turn; one without any holds no words."""
    about = {'turn': number, 'speaker': joined(turn.speakers), 'role': _role(turn)}
    for index, paragraph in enumerate(turn.paragraphs or (Paragraph('', turn.line),)):
        start = paragraph.time if index or turn.time is None else turn.time
        segment = {**about, 'start': start, 'text': paragraph.text, 'kind': paragraph.kind}
        yield segment | _tags(paragraph) | _slug('' if index else turn.slug)


def _role(turn: Turn) -> str | None:
    """Return who speaks: the turn's own role, or that which all of its speakers have."""
    roles = {speaker.role for speaker in turn.speakers}
    return turn.role or (roles.pop() if len(roles) == 1 else None)


def _tags(paragraph: Paragraph) -> dict[str, Any]:
    return {'tags': paragraph.tags} if paragraph.tags else {}


def _slug(slug: str) -> dict[str, str]:
    return {'slug': slug} if slug else {}
