"""The fingerprint of a turn: enough to find its words again, also when some were edited."""

from __future__ import annotations

import re
from binascii import a2b_base64, b2a_base64
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise
from string import punctuation, whitespace
from zlib import crc32

from ..exchanges.slugs import without_apostrophes

#: What isn't looked at to see whether a text is the same.
_SIGNS = re.escape(punctuation + whitespace + '\xa0’–—…“”„«»¿¡。、，？！「」')
_LETTERS = re.compile(f'[^{_SIGNS}]+')
_DENSE = r'\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff'
#: In scripts without spaces, as in Chinese, Japanese and Thai, each letter is a word.
_WORD = re.compile(f'[{_DENSE}]|[^\\W_{_DENSE}]+')
#: So many pairs of words are kept: the longest, for those are the rarest. Of few words, the words
#: too.
_KEPT, _FEW = 12, 3
#: Bytes that stand for all words, and for each of some pairs; and the length of the first as text.
_WHOLE, _PIECE = 6, 3
_WHOLE_TEXT = 8


class Words:
    """The words of a turn, looked at as far as it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        letters = ''.join(_LETTERS.findall(text)).casefold()
        #: What stands for all words: equal for equal words, empty where there are none.
        self.whole = _text(_hash(letters.encode('utf-8', 'replace'))) if letters else ''

    @cached_property
    def _words(self) -> list[str]:
        return _WORD.findall(without_apostrophes(self.text).casefold())

    @cached_property
    def _pairs(self) -> set[str]:
        return {*map(' '.join, pairwise(self._words))}

    @cached_property
    def pieces(self) -> frozenset[int]:
        """What stands for each word and each pair of words; an edit changes those at its place."""
        return frozenset(map(_piece, self._pairs.union(self._words)))

    @property
    def fingerprint(self) -> str:
        """What a ledger keeps."""
        if not self.whole:
            return ''
        pieces = self._pairs if len(self._words) > _FEW else self._pairs.union(self._words)
        longest = sorted(sorted(pieces), key=len, reverse=True)[:_KEPT]
        numbers = sorted({*map(_piece, longest)})
        return self.whole + _text(b''.join(number.to_bytes(_PIECE) for number in numbers))


def whole_of(fingerprint: str) -> str:
    """Return what stands for all words."""
    return fingerprint[:_WHOLE_TEXT]


def pieces_of(fingerprint: str) -> frozenset[int]:
    """Return what stands for some pairs of words; nothing where somebody has written the text."""
    try:
        data = a2b_base64(fingerprint[_WHOLE_TEXT:])
    except ValueError:
        return frozenset()
    return frozenset(int.from_bytes(data[i : i + _PIECE]) for i in range(0, len(data), _PIECE))


def is_by_chance(known: int, there: int) -> bool:
    """Whether few words can be found among so many that it means nothing; both counted in pieces."""
    return known < 2 * _FEW and there > 2 * known


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=_WHOLE).digest()


def _text(data: bytes) -> str:
    return b2a_base64(data, newline=False).decode()


def _piece(words: str) -> int:
    return crc32(words.encode('utf-8', 'replace')) & 0xFFFFFF
