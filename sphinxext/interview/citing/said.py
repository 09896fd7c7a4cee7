"""The words of a turn, prepared so that words are found fast."""

from __future__ import annotations

import heapq
import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final

from .conventions import Token, cleaned, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .quoting import Piece

NEGATION: Final = re.compile(
    r"no|not|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|\w+n't|"
    r"nicht|kein\w*|nie|niemals|niemand|nichts|pas|jamais|ne|n'|non|rien|nunca|jamás|nada|não|"
    r'不|没|沒|未|无|無',
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r'[^\w\s]*')


class Signs(dict[str, str]):
    """A sign for each word; turns that are compared with one quotation may share them."""

    def __init__(self) -> None:
        super().__init__()
        #: The signs of words that deny.
        self.negations: set[str] = set()

    def __missing__(self, word: str) -> str:
        # Of more than a million different words, those that come last have no sign of their own
        sign = self[word] = chr(min(len(self) + 1, sys.maxunicode))
        if NEGATION.fullmatch(word):
            self.negations.add(sign)
        return sign


class Said:
    """A turn as a string with one sign for each token, in which pieces are found fast."""

    def __init__(self, text: str, signs: Signs | None = None) -> None:
        self.text = text
        self.signs = Signs() if signs is None else signs
        self.events: set[str] = set()
        asides: list[str] = []
        #: The words; behind them those in brackets, which elsewhere may be left out.
        self.string = ''.join(self.signs[word.text] for word in self._words(asides))
        for aside in asides:
            self.string += '\0' + ''.join(self.signs[word.text] for word in tokens(aside))

    def _words(self, asides: list[str]) -> Iterator[Token]:
        for token in tokens(cleaned(self.text)):
            match token.kind:
                case 'omission':
                    yield token._replace(text='…')
                case 'event':
                    self.events.add(token.text)
                case 'bracket' if token.text[0] + token.text[-1] == '[]':
                    asides.append(token.text[1:-1])
                case 'remark':
                    pass
                case _:
                    yield token

    def passage(self, start: int, end: int) -> str:
        """Return the tokens from *start* to *end* as they are written, and the marks behind them."""
        spans = self._spans[start:end]
        if not spans:
            return ''
        text = cleaned(self.text)
        last = spans[-1][1]
        behind = _BEHIND.match(text, last)
        return text[spans[0][0] : behind.end() if behind else last]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [(word.start, word.end) for word in self._words([])]

    def forms(self, piece: Piece) -> list[str]:
        """Return the strings of a piece; none if the turn lacks one of its words."""
        first, *others = piece.words
        firsts = {first, first[0].swapcase() + first[1:]} if piece.recased else {first}
        found = [[self.signs.get(word, '') for word in (start, *others)] for start in firsts]
        return [''.join(signs) for signs in found if all(signs)]

    def places(self, piece: Piece, start: int) -> Iterator[int]:
        """Yield where a piece stands, from *start* on, in order."""
        return heapq.merge(*(finds(self.string, form, start) for form in self.forms(piece)))


def finds(string: str, form: str, start: int = 0) -> Iterator[int]:
    """Yield where *form* stands in *string*."""
    while (start := string.find(form, start)) >= 0:
        yield start
        start += 1
