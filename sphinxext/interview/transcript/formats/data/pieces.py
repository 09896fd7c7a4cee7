"""What every shape of JSON is made of: timed pieces of speech, and how to get at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: Seconds in each unit of time.
UNITS = {'seconds': 1.0, 'milliseconds': 1e-3, '100 ns': 1e-7}


class Piece(NamedTuple):
    """A segment, or one word of several, as the file writes it."""

    #: A number in the shape's unit, or a time as text.
    start: Any
    end: Any
    text: Any
    #: A name or a number; None where the file says nothing.
    speaker: Any = None
    #: What stands between a word and the one before; None starts a cue.
    joint: str | None = None
    #: The track of the recording, where each person has one.
    channel: Any = None
    #: How the file writes the first word, if the text was taken from elsewhere.
    source: str = ''


class Shape(NamedTuple):
    """A JSON that we know."""

    title: str
    #: Where such a document differs from every other.
    keys: str
    #: One of `UNITS`.
    unit: str
    #: Returns the pieces, none if nothing was recognised in a recording, or None if the
    #: document has another shape.
    pieces: Callable[[Any], Iterable[Piece] | None]


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; nothing for anything else."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def inside(document: Any, *path: str | int) -> Any:
    """Return what stands at *path*, or None."""
    for step in path:
        if isinstance(step, int):
            document = document[step] if isinstance(document, list) and document[step:] else None
        else:
            document = document.get(step) if isinstance(document, dict) else None
    return document


def first_of(item: Any, keys: Iterable[str]) -> Any:
    """Return the value of the first of *keys* that says something."""
    if isinstance(item, dict):
        for key in keys:
            value = item.get(key)
            if value is not None and value != '':
                return value
    return None


def has(items: Sequence[dict[str, Any]], *keys: str) -> bool:
    """Whether most *items* have all *keys*."""
    found = sum(all(key in item for key in keys) for item in items)
    return found * 2 > len(items)


def is_text(value: Any) -> bool:
    """Whether *value* holds words."""
    return isinstance(value, str) and bool(value.strip())


def words_of(pieces: Iterable[Piece]) -> list[Piece]:
    """Say of words that follow each other what stands between them.

    Where most bring their own spaces, nothing; else a space. The first starts a cue.
    """
    words = [piece for piece in pieces if isinstance(piece.text, str) and piece.text]
    spaced = sum(word.text[0].isspace() or word.text[-1].isspace() for word in words)
    joint = '' if spaced * 3 >= len(words) else ' '
    return [word._replace(joint=joint if number else None) for number, word in enumerate(words)]
