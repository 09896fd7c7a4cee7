"""Text fragments: what makes a browser mark the words of a quotation, ``#id:~:text=…``.

Their grammar is that of the WICG's *URL fragment text directives*. A browser searches the whole
page, from its beginning, for whole words; case, accents and the form of quotation marks don't count.
So words that the page has twice get those before and behind them, and where nothing tells them apart,
or a browser can't look for them, there is no fragment.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from .conventions import SKIPPED, UNKNOWN, cleaned, one_quote, single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .quoting import Match
    from .said import Place

#: Longer passages are named by their first words and their last.
_LONGEST: Final = 300
#: So few words are too common to stand alone.
_FEW: Final = 3
#: So many signs stand for the ends of a long passage; the first that do are taken.
_ENDS: Final = (30, 80)
#: So many words stand before and behind a passage.
_AROUND: Final = ((0, 0), (3, 0), (0, 3), (3, 3), (8, 8))
#: Inside words and numbers these separate nothing.
_INNER: Final = frozenset("'’.:·‧,;_")
#: See `one_quote`.
_QUOTES: Final = '"`’“”‘‚‛′´„‟«»″‹›＂＇״׳'
_IGNORED: Final = re.compile('[\u00ad\u200b\u200c\u200d\u2060\ufeff]')
_MARKS: Final = re.compile('[\u0300-\u036f]')


def folded(text: str) -> str:
    """Return *text* without what a browser doesn't tell apart, as far as that can be said."""
    text = one_quote(_unmarked(text), _QUOTES)
    if not text.isascii():
        text = _MARKS.sub('', unicodedata.normalize('NFKD', _IGNORED.sub('', text)))
    return single_spaced(text.casefold())


def _unmarked(text: str) -> str:
    """Return *text* without what only says that what it stands around happened."""
    return text.replace('⟦', '').replace('⟧', '')


class Passage(NamedTuple):
    """A part of a text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def is_known(self) -> bool:
        """Whether it is known what a reader sees."""
        return UNKNOWN not in self.words and SKIPPED not in self.words

    def times(self, text: str) -> int:
        """Return how often it stands in *text*, which is `folded`."""
        return text.count(folded(self.words))

    def unmarked(self) -> Passage:
        """Return it in the text `_unmarked`."""
        ends = (len(_unmarked(self.text[:end])) for end in (self.start, self.end))
        return Passage(_unmarked(self.text), *ends)

    def widened(self, before: int, behind: int) -> Passage:
        """Return it with so many words around it; more, where it would start or end inside a word."""
        text, start, end = self
        if before:
            starts = [word.start() for word in _WORD.finditer(text, 0, start)]
            start = [start, *starts[::-1]][: before + 1][-1]
        if behind:
            ends = [word.end() for word in islice(_WORD.finditer(text, end), behind)]
            end = [end, *ends][-1]
        return Passage(text, _border(text, start, -1), _border(text, end, 1))


_WORD: Final = re.compile(r'\S+')


def _border(text: str, place: int, step: int) -> int:
    """Return the first place from *place* on where a word certainly starts or ends."""
    place = min(max(place, 0), len(text))
    while 0 < place < len(text) and not _is_border(text, place):
        place += step
    return place


def _is_border(text: str, place: int) -> bool:
    if ' ' in text[place - 1 : place + 1]:
        return True
    before, behind = text[max(place - 2, 0) : place], text[place : place + 2]
    if before[-1] in _INNER:
        return not (_is_letter(before[0]) and _is_letter(behind[0]))
    if behind[0] in _INNER:
        return not (_is_letter(before[-1]) and _is_letter(behind[-1]))
    return not (_is_letter(before[-1]) and _is_letter(behind[0]))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == 'M'


def text_fragment(match: Match, label: str, page: str) -> str:
    """Return the fragment for the words of a quotation; empty where none is safe.

    :param label: what the page shows before the turn's first words
    :param page: all that a browser finds on the page, `folded`
    """
    said, start, end, _ = match
    if start is None or end is None:
        return ''
    terms = _short(said, start, end, label, page)
    if terms is None:
        terms = _long(said, start, end, label, page)
    return f':~:text={",".join(terms)}' if terms else ''


def _short(
    said: Sequence[str], start: Place, end: Place, label: str, page: str
) -> list[str] | None:
    """Return the terms for words that stand in one paragraph, and are few; None for others."""
    if start.paragraph != end.paragraph:
        return None
    passage = _located(said, start._replace(end=end.end), label)
    if passage is None:
        return []
    return _whole(passage, page) if passage.end - passage.start <= _LONGEST else None


def _long(said: Sequence[str], start: Place, end: Place, label: str, page: str) -> list[str]:
    """Return the terms for the first and the last words."""
    first, last = _located(said, start, label), _located(said, end, label)
    if first is None or last is None:
        return []
    between = _between(said, start.paragraph, end.paragraph, first, last)
    return _ends(first, last, between, page)


def _located(said: Sequence[str], place: Place, label: str) -> Passage | None:
    """Return where a token stands in its paragraph as the page shows it; None if that is unclear."""
    paragraph = said[place.paragraph]
    start, end = (_uncleaned(paragraph, offset) for offset in (place.start, place.end))
    if start is None or end is None:
        return None
    before = f'{label} ' if label and place.paragraph == 0 else ''
    passage = Passage(before + paragraph, len(before) + start, len(before) + end)
    return passage.unmarked() if '⟦' in passage.text else passage


def _uncleaned(text: str, offset: int) -> int | None:
    """Return where in *text* stands what stands at *offset* when it is cleaned."""
    clean, is_same = _cleaned(text)
    if is_same:
        return offset
    number = clean.count(' ', 0, offset)
    chunks = list(re.finditer(r'\S+', text))
    if len(chunks) != clean.count(' ') + 1:
        return None
    within = offset - (clean.rfind(' ', 0, offset) + 1)
    chunk = chunks[number][0]
    return chunks[number].start() + bisect_left(
        range(len(chunk)), within, key=lambda end: len(cleaned(chunk[:end]))
    )


@lru_cache(64)
def _cleaned(text: str) -> tuple[str, bool]:
    """Return a paragraph, cleaned, and whether all stands where it stood."""
    clean = cleaned(text)
    return clean, clean == one_quote(text)


def _between(said: Sequence[str], start: int, end: int, first: Passage, last: Passage) -> str:
    """Return what a browser reads from behind the first words to the last ones."""
    if start == end:
        return folded(first.text[first.end : last.end])
    parts = first.text[first.end :], *said[start + 1 : end], last.text[: last.end]
    return folded('\n'.join(parts))


def _whole(passage: Passage, page: str) -> list[str]:
    """Return the terms for words that stand in one paragraph."""
    wides: Iterable[Passage] = (passage.widened(*around) for around in _AROUND)
    if len(passage.words.split(None, _FEW)) <= _FEW:
        wides = sorted(wides, key=lambda wide: wide == passage)
    found = next((wide for wide in wides if wide.is_known and wide.times(page) == 1), None)
    return list(_terms(found, passage)) if found else []


def _ends(first: Passage, last: Passage, between: str, page: str) -> list[str]:
    """Return the terms for a passage that is named by its first and its last words."""
    beginnings = (_beginning(first, count, page) for count in _ENDS)
    endings = (_ending(last, count, between) for count in _ENDS)
    beginning, ending = next(filter(None, beginnings), []), next(filter(None, endings), [])
    return [*beginning, *ending] if beginning and ending else []


def _beginning(first: Passage, count: int, page: str) -> list[str]:
    """Return the terms for the words with which a passage starts; nothing can stand behind them."""
    words = first._replace(end=_border(first.text, first.start + count, 1))
    wides = (words.widened(before, 0) for before in (0, 3, 8))
    found = next((wide for wide in wides if wide.is_known and wide.times(page) == 1), None)
    return list(_terms(found, words)) if found else []


def _ending(last: Passage, count: int, between: str) -> list[str]:
    """Return the terms for the words with which a passage ends; nothing can stand before them."""
    words = last._replace(start=_border(last.text, last.end - count, -1))
    wide = words.widened(0, 0)
    return list(_terms(wide, words)) if wide.is_known and words.times(between) == 1 else []


def _terms(wide: Passage, passage: Passage) -> Iterator[str]:
    """Yield the terms: before ``-,``, the words, ``,-`` behind."""
    before, behind = wide.text[wide.start : passage.start], wide.text[passage.end : wide.end]
    if before.strip():
        yield f'{_encoded(before)}-'
    yield _encoded(passage.words)
    if behind.strip():
        yield f'-{_encoded(behind)}'


def _encoded(term: str) -> str:
    words = term.split()
    if term.isascii() and ''.join(words).isalnum():
        return '%20'.join(words)
    return quote(' '.join(words), safe='').replace('-', '%2D')
