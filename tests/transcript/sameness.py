"""What two transcripts have in common, whatever lines they stand in."""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sphinxext.interview.transcript.model import Paragraph, Topic, Turn
from sphinxext.interview.transcript.speech.directions import split_directions

if TYPE_CHECKING:
    from sphinxext.interview.transcript.loading import Loaded

#: A number for what stands in no turn.
NOBODY = -1


class Row(NamedTuple):
    """A paragraph or a topic."""

    #: Turns are counted from 0.
    turn: int
    who: tuple[str, ...]
    role: str | None
    time: float | None
    kind: str
    text: str


def rows(loaded: Loaded) -> list[Row]:
    """Return all that is shown.

    What belongs to nobody is a note or an event by its words; before the first turn it is the
    preamble, and behind the last the epilogue.
    """
    transcript = loaded.transcript
    found: list[Row] = []
    number = 0
    for item in (*transcript.preamble, *transcript.items, *transcript.epilogue):
        if isinstance(item, Topic):
            found.append(Row(NOBODY, (), None, None, f'topic {item.level}', item.title))
        elif isinstance(item, Paragraph):
            found.append(Row(NOBODY, (), None, _rounded(item.time), 'aside', item.text))
        else:
            found += _turn(item, number)
            number += 1
    return found


def _turn(turn: Turn, number: int) -> list[Row]:
    who = tuple(speaker.name for speaker in turn.speakers)
    roles = {speaker.role for speaker in turn.speakers}
    role = turn.role or (roles.pop() if len(roles) == 1 else None)
    return [
        Row(
            number, who, role, _rounded(p.time if index or turn.time is None else turn.time),
            p.kind, p.text,
        )
        for index, p in enumerate(turn.paragraphs or (Paragraph('', 0),))
    ]  # fmt: skip


def by_turn(loaded: Loaded) -> list[Row]:
    """Return a row for each turn, each topic, and all that stands between two of them.

    So Markdown keeps them, whose reader doesn't part the paragraphs.
    """
    found = []
    for _, group in groupby(rows(loaded), lambda row: (row.turn, row.kind.startswith('topic'))):
        same = list(group)
        first = same[0]._replace(text=' '.join(_bare(row.text) for row in same))
        if first.kind.startswith('topic'):
            found += [row._replace(text=_bare(row.text)) for row in same]
        else:
            time = None if first.turn == NOBODY else first.time
            found.append(first._replace(kind='', time=time))
    return found


def spoken(loaded: Loaded) -> list[tuple[tuple[str, ...], str]]:
    """Return who says what, neighbours of one name as one: what captions keep of a text."""
    said = [row for row in rows(loaded) if row.turn != NOBODY and row.kind == 'speech']
    heard = [(row.who, words) for row in said if (words := _heard(row.text).split())]
    return [
        (who, ' '.join(word for _, words in group for word in words))
        for who, group in groupby(heard, lambda pair: pair[0])
    ]


def _heard(text: str) -> str:
    """Return words without events, and without marks of a change of speaker."""
    parts = split_directions(_bare(text).replace('>', ''))
    return ' '.join(part for part, is_event in parts if not is_event)


def _bare(text: str) -> str:
    """Return words without the times of paragraphs and without backslashes of Markdown."""
    untimed = re.sub(r'(?:^|(?<=\s))\[\d+:[\d:.]+\](?=\s)', '', text)
    return ' '.join(unescape(re.sub(r'\\(?=[^\w\s]|_)', '', untimed)).split())


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)
