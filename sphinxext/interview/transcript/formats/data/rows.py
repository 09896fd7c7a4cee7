"""JSON whose objects are the rows of a table: keys are read as the names of its columns are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..columns import question_and_answer
from ..guessing import completed_columns
from .pieces import Piece, is_text, objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How deep a list may lie.
_DEPTH = 4
#: So many objects tell the keys.
_TELLING = 1000


class Reading(NamedTuple):
    """What was made of a JSON."""

    pieces: list[Piece]
    #: How it was read, in words.
    text: str
    unit: str


def read_rows(document: Any) -> Reading | None:
    """Read the only list of objects that can be a transcript, by what stands below its keys."""
    found = list(_readings(document, '', _DEPTH))
    return found[0] if len(found) == 1 else None


def _readings(value: Any, path: str, depth: int) -> Iterator[Reading]:
    items = objects(value)
    if len(items) > 1 and len(items) == len(value):
        if reading := _reading(items, path):
            yield reading
    elif isinstance(value, dict) and depth:
        for key, inner in value.items():
            yield from _readings(inner, f'{path}.{key}' if path else str(key), depth - 1)


def _reading(items: Sequence[dict[str, Any]], path: str) -> Reading | None:
    keys = list(dict.fromkeys(key for item in items[:_TELLING] for key in item))
    pair = question_and_answer(keys)
    if pair and all(_are_said(items, keys[place]) for place in pair):
        return _questions_and_answers(items, keys[pair[0]], keys[pair[1]], path)
    rows = [[_cell(item.get(key)) for key in keys] for item in items]
    columns, _ = completed_columns(keys, rows)
    named = {ours: keys[place] for ours, place in columns.items()}
    if not columns.keys() >= {'words', 'speaker'} or not _are_said(items, named['words']):
        return None
    voices = Counter(cell for row in rows if (cell := row[columns['speaker']]))
    if len(voices) < 2 or max(voices.values()) < 2:
        return None
    keys = [named.get(ours, '') for ours in ('time', 'end', 'words', 'speaker')]
    told = [[item.get(key) for key in keys] for item in items]
    pieces = [Piece(start, end, words, speaker) for start, end, words, speaker in told]
    unit = 'milliseconds' if named.get('time', '').lower().endswith('ms') else 'seconds'
    return Reading(pieces, _told(path, named), unit)


def _questions_and_answers(
    items: Sequence[dict[str, Any]], question: str, answer: str, path: str
) -> Reading:
    pieces = [
        Piece(None, None, item.get(key), who)
        for item in items
        for who, key in (('Question', question), ('Answer', answer))
    ]
    named = {'what is asked': question, 'what is answered': answer}
    return Reading(pieces, _told(path, named), 'seconds')


def _told(path: str, named: dict[str, str]) -> str:
    where = f' at “{path}”' if path else ''
    keys = ', '.join(f'{ours} “{key}”' for ours, key in named.items())
    return f'JSON of unknown shape, read as a table{where}: {keys}'


def _are_said(items: Sequence[dict[str, Any]], key: str) -> bool:
    """Whether texts stand below *key* in most objects."""
    return sum(is_text(item.get(key)) for item in items) * 2 > len(items)


def _cell(value: Any) -> str:
    is_cell = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if is_cell else ''
