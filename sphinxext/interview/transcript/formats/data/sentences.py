"""Words with a time each become sentences; and get the spelling of a text without times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...captions.cues import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .pieces import Piece

#: Seconds of silence, and letters, after which words make a cue of their own.
_PAUSE = 2.0
_LONG = 300
_SENTENCE_END = re.compile(r'[.!?…。！？।؟]["”’»)\]]{0,3}\s*$')
#: How far from the word before one is looked for.
_NEAR = 40


def sentences(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join words of one speaker.

    :param pieces: with seconds, and speakers by name
    """
    current: _Sentence | None = None
    for piece in pieces:
        if not piece.text.strip() and (current is None or piece.joint is None):
            continue
        if current is not None and current.takes(piece):
            current.add(piece)
            continue
        if current is not None:
            yield current.piece()
        current = _Sentence(piece)
    if current is not None:
        yield current.piece()


class _Sentence:
    """Words on their way to a cue."""

    def __init__(self, first: Piece) -> None:
        self.first, self.last = first, first
        self.parts = [first.text]
        self.length = len(first.text)
        self.start, self.speaker = first.start, first.speaker

    def takes(self, piece: Piece) -> bool:
        """Whether *piece* goes on with the sentence."""
        if piece.joint is None or piece.channel != self.first.channel:
            return False
        if not piece.joint and not any(sign.isalnum() for sign in piece.text):
            return True  # a punctuation mark or a space
        if piece.speaker and self.speaker and piece.speaker != self.speaker:
            return False
        return not (self._is_between_words(piece) and self._is_over(piece))

    def _is_between_words(self, piece: Piece) -> bool:
        end = self.last.text[-1]
        return bool(piece.joint) or end.isspace() or piece.text[0].isspace() or end in '。！？'

    def _is_over(self, piece: Piece) -> bool:
        if self.length >= _LONG or _SENTENCE_END.search(self.last.text):
            return True
        end = self.last.end
        return end is not None and piece.start is not None and piece.start - end >= _PAUSE

    def add(self, piece: Piece) -> None:
        """Put *piece* behind the words."""
        text = piece.text
        if piece.joint:
            text = join_words(self.last.text, text)[len(self.last.text) :]
        self.parts.append(text)
        self.length += len(text)
        if piece.text.strip():
            # A mark without a time ends when the word before it did
            self.last = piece if piece.end is not None else piece._replace(end=self.last.end)
        else:
            self.last = self.last._replace(text=self.last.text + piece.text)
        self.start = piece.start if self.start is None else self.start
        self.speaker = self.speaker or piece.speaker

    def piece(self) -> Piece:
        """Return all the words as one piece."""
        text = ''.join(self.parts)
        source = self.first.source or self.first.text
        return self.first._replace(
            start=self.start, end=self.last.end, text=text, speaker=self.speaker, source=source
        )


def spell(text: str, words: Sequence[Piece]) -> list[Piece] | None:
    """Return *words* as *text* writes them, all of it; None if they aren't its words.

    A few words may be missing on either side: a number in digits, a filled pause.
    """
    places: list[tuple[int, Piece]] = []
    position = 0
    for word in words:
        sought = word.text.strip()
        if (place := _find(text, sought, position)) is not None:
            position, before = place + len(sought), position
            places.append((_opening(text, place, before), word))
    if not places or len(words) > len(places) * 10 / 9 + 1:
        return None
    starts = [0, *(place for place, _ in places[1:]), len(text)]
    return [
        word._replace(
            text=text[starts[number] : starts[number + 1]],
            joint='' if number else None,
            source=word.text,
        )
        for number, (_, word) in enumerate(places)
    ]


def _find(text: str, word: str, position: int) -> int | None:
    """Return where *word* starts, near *position* and not inside another word."""
    if not word:
        return None
    end = position + len(word) + _NEAR
    window, sought = text[position:end], word
    if sought not in window:
        window, sought = window.lower(), word.lower()
        if len(window) != len(text[position:end]):
            return None
    place = window.find(sought)
    while place > 0 and window[place - 1].isalnum():
        place = window.find(sought, place + 1)
    return None if place < 0 else position + place


def _opening(text: str, place: int, end: int) -> int:
    """Return where the quotation mark or bracket before a word stands, behind *end*."""
    while place > end and not (text[place - 1].isspace() or text[place - 1].isalnum()):
        place -= 1
    return place
