"""Pieces of references: words, some of them in italics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Italic(str):
    """Words that are set in italics."""

    __slots__ = ()


#: What a formatter returns.
Pieces = list[str]

#: Words that stay small in an English headline, unless they begin or end it.
_SMALL = frozenset(
    'a an and as at but by down for from in into nor of on onto or over so the till to up via '
    'with without yet'.split()
)


def join(parts: Iterable[str | Sequence[str]], separator: str) -> Pieces:
    """Join what isn't empty."""
    joined: Pieces = []
    for part in parts:
        pieces = [part] if isinstance(part, str) else list(part)
        if any(pieces):
            joined += [separator] * bool(joined) + pieces
    return joined


def end(pieces: Sequence[str], mark: str = '.') -> Pieces:
    """Add *mark*, unless the words end in a full stop already."""
    words = ''.join(pieces)
    return [*pieces, *([] if not words or words.endswith('.') else [mark])]


def quoted(title: str, mark: str) -> str:
    """Put a title in quotation marks, the *mark* inside; ``?`` and ``!`` stand for a full stop."""
    if title.endswith(('?', '!')) and mark == '.':
        mark = ''
    inner = title.translate({ord('“'): '‘', ord('”'): '’'})
    return f'“{inner}{mark}”' if title else ''


def headline(title: str) -> str:
    """Write a title in English headline style, as Chicago and MLA do.

    Words with capitals inside are left as they are.
    """
    words = title.split()
    done = []
    for index, word in enumerate(words):
        starts = index in {0, len(words) - 1} or words[index - 1].endswith((':', '?', '!', '.'))
        bare = re.sub(r'\W', '', word).lower()
        is_small = bare in _SMALL and not starts
        done.append(word if is_small else '-'.join(map(_capital, word.split('-'))))
    return ' '.join(done)


def _capital(word: str) -> str:
    index = next((place for place, sign in enumerate(word) if sign.isalnum()), None)
    if index is None or word.lower() != word or word.startswith('<'):
        return word
    return word[:index] + word[index].upper() + word[index + 1 :]
