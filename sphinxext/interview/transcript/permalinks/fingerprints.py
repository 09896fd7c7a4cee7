"""The fingerprint of a turn: enough to find its words again, also when some were edited."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise

from ..exchanges.slugs import APOSTROPHES

#: Words, as an edit of punctuation, letter case or spaces leaves them; in scripts without spaces,
#: as in Chinese, Japanese and Thai, each letter.
_WORD = re.compile(
    r'[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]'
    r'|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+'
)
#: Characters of a fingerprint that stand for all words, and for each of some pairs of words.
_WHOLE, _PIECE = 8, 4
#: So many pairs are kept: the longest, for those are the rarest. Of few words, the words too.
_KEPT, _FEW = 12, 3


class Words:
    """The words of a turn, looked at as far as it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _words(self) -> list[str]:
        # Where there are none, as in “…”, the signs
        text = self.text.translate(APOSTROPHES).casefold()
        return _WORD.findall(text) or text.split()

    @cached_property
    def whole(self) -> str:
        """What stands for all words: equal for equal words, empty where there are none."""
        return _hash(' '.join(self._words), _WHOLE) if self._words else ''

    @cached_property
    def _pairs(self) -> set[str]:
        words = self._words
        return {*map(' '.join, pairwise(words))}

    @cached_property
    def pieces(self) -> frozenset[str]:
        """What stands for each word and each pair of words; an edit changes those at its place."""
        return frozenset(_hash(piece, _PIECE) for piece in self._pairs.union(self._words))

    @cached_property
    def fingerprint(self) -> str:
        """What a ledger keeps."""
        pieces = self._pairs if len(self._words) > _FEW else self._pairs.union(self._words)
        longest = sorted(sorted(pieces), key=len, reverse=True)[:_KEPT]
        return self.whole + ''.join(sorted({_hash(piece, _PIECE) for piece in longest}))


def whole_of(fingerprint: str) -> str:
    """Return what stands for all words."""
    return fingerprint[:_WHOLE]


def pieces_of(fingerprint: str) -> list[str]:
    """Return what stands for some pairs of words."""
    return [fingerprint[i : i + _PIECE] for i in range(_WHOLE, len(fingerprint), _PIECE)]


def is_by_chance(known: int, there: int) -> bool:
    """Whether few words can be found among so many that it means nothing; both counted in pieces."""
    return known < 2 * _FEW and there > 2 * known + 1


def _hash(text: str, length: int) -> str:
    digest = blake2b(text.encode('utf-8', 'replace'), digest_size=length * 3 // 4).digest()
    return urlsafe_b64encode(digest).decode()
