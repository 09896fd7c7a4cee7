"""Quotations that are written as the turn is: found in its text, before anything is taken apart.

Most quotations are copied. For them this gives what `quoting.find` gives, and where that isn't certain,
nothing: between spaces and full stops the same letters are the same tokens, unless a bracket stands before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from .conventions import all_cleaned
from .quoting import Match
from .said import Place, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .quoting import Quotation


def texts(turns: Iterable[str]) -> list[Text]:
    """Take *turns* as they are written."""
    split = [*map(paragraphs, turns)]
    clean = iter(all_cleaned([paragraph for turn in split for paragraph in turn]))
    return [Text(turn, [*islice(clean, len(turn))]) for turn in split]


class Text:
    """A turn as it is written.

    :param clean: the *paragraphs*, `cleaned`
    :ivar words: all of them: what these lack, the turn doesn't say
    """

    def __init__(self, paragraphs: Sequence[str], clean: Sequence[str]) -> None:
        self.paragraphs = paragraphs
        self._text = ' '.join(clean)
        self.words = self._text.replace('[', '').replace(']', '')  # [T]he is a word
        self._starts = list(accumulate((len(one) + 1 for one in clean[:-1]), initial=0))

    def may_say(self, quotation: Quotation) -> bool:
        """Whether this has the words that nothing can stand for."""
        return all(word in self.words for word in quotation.plain)

    def find(self, quotation: Quotation) -> Match | None:
        """Return where the words stand; None if they don't, or if that isn't certain."""
        for words in quotation.verbatim:
            start = self._text.find(words)
            if start >= 0 and self._is_certain(start, words, quotation.longest):
                return self._match(start, start + len(words), quotation.pieces[0].words)
        return None

    def _is_certain(self, start: int, words: str, longest: str) -> bool:
        # Whatever said the same before this would have the longest word before
        is_first = self._text.find(longest) == start + words.find(longest)
        end = start + len(words)
        return (
            is_first
            and (start == 0 or self._text[start - 1] == ' ')
            and _END.match(self._text, end) is not None
            and not any(sign in self._text[:end] for sign in _OPENING)
        )

    def _match(self, start: int, end: int, words: tuple[str, ...]) -> Match | None:
        number = bisect_right(self._starts, start) - 1
        if number != bisect_right(self._starts, end) - 1:
            return None
        shift = self._starts[number]
        first = Place(number, start - shift, start - shift + len(words[0]))
        last = Place(number, end - shift - len(words[-1]), end - shift)
        return Match(self.paragraphs, first, last)


#: What an editor's words, and events, may start with.
_OPENING = '[(〔⟦'
#: Behind these a word certainly has ended.
_END = re.compile(r"[.,;:?!']*(?: |\Z)")
