"""The words of a turn, prepared so that words are found fast."""

from __future__ import annotations

import heapq
import re
import sys
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from .conventions import Token, cleaned, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .quoting import Piece

_BEHIND: Final = re.compile(r'[^\w\s]*')
_STOPS: Final = frozenset('.?!…。？！؟।')
#: A full stop behind these ends no sentence.
_ABBREVIATED: Final = re.compile(
    r'(?!I)[^\W\d_]|Mrs?|Ms|Dr|Prof|St|Mme|Mlle|Hr|Fr|Nr|Sra?|vs|ca|etc|bzw'
)
_EVENT: Final = re.compile(r'⟦[^⟦⟧]*⟧ ?')
_BREAK: Final = re.compile(r'\n[^\S\n]*\n\s*')


class Signs(dict[str, str]):
    """A sign for each word; turns that are compared with one quotation may share them."""

    def __missing__(self, word: str) -> str:
        # Of more than a million different words, those that come last have no sign of their own
        sign = self[word] = chr(min(len(self) + 1, sys.maxunicode))
        return sign


class Place(NamedTuple):
    """Where a token stands."""

    #: The number of its paragraph, from 0.
    paragraph: int
    #: Of the paragraph, cleaned.
    start: int
    end: int


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a turn, which have an empty line between them."""
    return _BREAK.split(text) if '\n' in text else [text]


class Said:
    """A turn as a string with one sign for each token, in which pieces are found fast.

    :param text: its paragraphs, with an empty line between them
    """

    def __init__(self, text: str, signs: Signs | None = None) -> None:
        self.paragraphs = paragraphs(text)
        self.signs = Signs() if signs is None else signs
        self.events: set[str] = set()
        asides: list[str] = []
        #: The paragraphs that have tokens, and how many each ends after.
        self._numbers: list[int] = []
        self._ends: list[int] = []
        self._split: dict[int, list[Token]] = {}
        signed: list[str] = []
        for number, paragraph in enumerate(self.paragraphs):
            words = [self.signs[word.text] for word in self._words(paragraph, asides)]
            if words:
                signed += words
                self._numbers.append(number)
                self._ends.append(len(signed))
        #: The words; behind them those in brackets, which elsewhere may be left out.
        self.string = ''.join(signed)
        for aside in asides:
            self.string += '\0' + ''.join(self.signs[word.text] for word in tokens(aside))

    def _words(self, paragraph: str, asides: list[str]) -> Iterator[Token]:
        for token in tokens(cleaned(paragraph)):
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

    def paragraph_of(self, token: int) -> int:
        """Return the number of the paragraph that a token stands in."""
        return bisect_right(self._ends, token)

    def _token(self, token: int) -> tuple[int, Token]:
        """Return the paragraph that a token stands in, and the token; a paragraph is split at first use."""
        place = self.paragraph_of(token)
        number = self._numbers[place]
        if number not in self._split:
            self._split[number] = list(self._words(self.paragraphs[number], []))
        return number, self._split[number][token - (self._ends[place - 1] if place else 0)]

    def _range(self, start: int, end: int) -> range:
        """Return the tokens from *start* to *end*, without those in brackets."""
        return range(start, min(end, self._ends[-1] if self._ends else 0))

    def ends_sentence(self, token: int) -> bool:
        """Whether a token ends a sentence: a stop that no small letter follows."""
        stop, *after = self.words(token, token + 3) or ['']
        if stop not in _STOPS:
            return False
        before = ''.join(self.words(token - 1, token)) if token else ''
        following = next((word for word in after if word[0].isalnum()), '')
        is_abbreviated = stop == '.' and _ABBREVIATED.fullmatch(before)
        return not is_abbreviated and not following[:1].islower()

    def sentence_start(self, token: int, most: int) -> int:
        """Return with which token the sentence starts that another is in, at *most* so far before it."""
        before = range(token - 1, max(token - most, 0) - 1, -1)
        return next((one + 1 for one in before if self.ends_sentence(one)), before.stop + 1)

    def clause_end(self, token: int, most: int) -> int:
        """Return behind which token a clause ends, at *most* so far behind another."""
        words = self.words(token, token + most)
        return token + next(
            (n for n, word in enumerate(words) if not word[0].isalnum()), len(words)
        )

    def words(self, start: int, end: int) -> list[str]:
        """Return what is said from the token *start* to *end*."""
        return [self._token(one)[1].text for one in self._range(start, end)]

    def place(self, token: int) -> Place | None:
        """Return where a token stands; None of one that stands in a bracket."""
        if not self._range(token, token + 1):
            return None
        number, word = self._token(token)
        return Place(number, word.start, word.end)

    def passage(self, start: int, end: int) -> str:
        """Return the tokens from *start* to *end* as they are written, and the marks behind them.

        What happened meanwhile isn't in it.
        """
        found = self._range(start, end)
        first, last = (self.place(found[at]) if found else None for at in (0, -1))
        if first is None or last is None:
            return ''
        texts = [cleaned(text) for text in self.paragraphs[first.paragraph : last.paragraph + 1]]
        behind = _BEHIND.match(texts[-1], last.end)
        texts[-1] = texts[-1][: behind.end() if behind else last.end]
        return _EVENT.sub('', ' '.join(texts)[first.start :])

    def forms(self, piece: Piece) -> list[str]:
        """Return the strings of a piece; none if the turn lacks one of its words."""
        first, *others = piece.words
        firsts = {first, first[0].swapcase() + first[1:]} if piece.recased else {first}
        found = [[self.signs.get(word, '') for word in (start, *others)] for start in firsts]
        return [''.join(signs) for signs in found if all(signs)]

    def find(self, piece: Piece, start: int) -> Iterator[int]:
        """Yield where a piece stands, from *start* on, in order."""
        return heapq.merge(*(finds(self.string, form, start) for form in self.forms(piece)))


def finds(string: str, form: str, start: int = 0) -> Iterator[int]:
    """Yield where *form* stands in *string*."""
    while (start := string.find(form, start)) >= 0:
        yield start
        start += 1
