"""The JSON that ``sphinx-interview convert`` writes: a transcript with all that was read."""

from __future__ import annotations

import json
import re
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, Literal, get_args

from ..consent.objects import mark_objects
from ..exchanges.completion import complete
from ..model import Finding, Paragraph, Role, Speaker, Topic, TranscriptError, Turn
from ..people.names import Directory
from ..source.decoding import whole_json
from ..speech.directions import is_note

if TYPE_CHECKING:
    from ..material import Material
    from ..model import Item, Line, Transcript

_START = re.compile(r'\{\s*"metadata"\s*:\s*\{')
_KINDS: dict[Any, Literal['direction', 'note']] = {'direction': 'direction', 'note': 'note'}


def is_written(lines: list[Line]) -> bool:
    """Whether this is our own JSON: no other starts with metadata and has kinds of segments."""
    start = ' '.join(text.strip() for _, text in lines[:3])
    return _START.match(start[:200]) is not None and any('"kind"' in text for _, text in lines)


def read_written(material: Material) -> Transcript:
    """Read it; times and kinds are as they were, lines are all the first.

    :raises TranscriptError: ``json_invalid``
    """
    line = material.lines[0][0]
    try:
        source = '\n'.join(text for _, text in material.lines)
        document = json.loads(whole_json(source))
        mark_objects(document)
        own = tuple(_speaker(found) for found in document['speakers'])
        people = material.people or own
        items = list(_items(document['segments'], Directory(people), line))
        metadata = {str(key): str(value) for key, value in document['metadata'].items()}
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        text = (
            f'this starts like JSON of “sphinx-interview convert”, but goes on otherwise: {error}'
        )
        raise TranscriptError('json_invalid', line, text) from error
    preamble, items, epilogue = _parted(items)
    findings = [] if any(isinstance(item, Turn) for item in items) else [_no_turn(line)]
    return complete(
        items, people, findings, preamble=preamble, epilogue=epilogue, metadata=metadata
    )


def _no_turn(line: int) -> Finding:
    return Finding('no_turn', 'error', line, 'no turn found: no segment belongs to one')


def _speaker(found: dict[str, Any]) -> Speaker:
    role = found['role'] if found['role'] in get_args(Role) else None
    return Speaker(
        str(found['name']), role, tuple(map(str, found['labels'])), str(found['description'])
    )


def _items(segments: list[dict[str, Any]], directory: Directory, line: int) -> list[Item]:
    items: list[Item] = []
    for number, group in groupby(segments, key=lambda segment: segment.get('turn')):
        found = list(group)
        if number is not None:
            items.append(_turn(found, directory, line))
            continue
        for segment in found:
            if segment['kind'] == 'topic':
                items.append(_topic(segment, line))
            else:
                items.append(_paragraph(segment, line))
    return items


def _topic(segment: dict[str, Any], line: int) -> Topic:
    level = int(_number(segment.get('level')) or 1)
    return Topic(
        str(segment['text']),
        line,
        min(max(level, 1), 6),
        str(segment.get('slug', '')),
        _number(segment.get('start')),
        str(segment.get('synopsis', '')),
        tuple(map(str, segment.get('keywords', ()))),
        str(segment.get('place', '')),
    )


def _turn(segments: list[dict[str, Any]], directory: Directory, line: int) -> Turn:
    first = segments[0]
    name = str(first.get('speaker') or '')
    speakers = (directory.find(name) or (Speaker(name),)) if name else ()
    role = first.get('role') if not name and first.get('role') in get_args(Role) else None
    paragraphs = tuple(_paragraph(segment, line) for segment in segments if segment['text'])
    time = _number(first.get('start'))
    if paragraphs and time is not None:
        paragraphs = (paragraphs[0]._replace(time=None), *paragraphs[1:])
    return Turn(speakers, paragraphs, line, time, str(first.get('slug', '')), role)


def _paragraph(segment: dict[str, Any], line: int) -> Paragraph:
    kind: Literal['speech', 'direction', 'note'] = _KINDS.get(segment['kind'], 'speech')
    tags = tuple(map(str, segment.get('tags', ())))
    return Paragraph(str(segment['text']), line, _number(segment.get('start')), kind, tags)


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and 0 <= value < 1e9
    return float(value) if is_number else None


def _parted(items: list[Item]) -> tuple[list[Paragraph], list[Item], list[Paragraph]]:
    """Part off what stands before and after everything else: there it is no note."""
    preamble = _start(items)
    items = items[len(preamble) :]
    epilogue = _start(items[::-1])
    return preamble, items[: len(items) - len(epilogue)], epilogue[::-1]


def _start(items: list[Item]) -> list[Paragraph]:
    first = takewhile(lambda item: isinstance(item, Paragraph), items)
    return [_unmarked(item) for item in first if isinstance(item, Paragraph)]


def _unmarked(paragraph: Paragraph) -> Paragraph:
    is_text = paragraph.kind == 'note' and not is_note(paragraph.text)
    return paragraph._replace(kind='speech') if is_text else paragraph
