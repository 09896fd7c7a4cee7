"""Pieces of references: words, some of them in italics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Italic(str):
    """Words that are set in italics."""

    __slots__ = ()


#: What a formatter returns.
Pieces = list[str]
#: A part of a reference.
Part = str | list[str]

#: Words that stay small in an English headline, unless they begin or end it; those of citeproc-js.
_SMALL = frozenset(
    'a about above across afore after against al along alongside amid amidst among amongst an and '
    'anenst apropos apud around as aside astride at athwart atop barring before behind below '
    'beneath beside besides between beyond but by c ca circa de despite down during et except for '
    'forenenst from given in inside into lest like modulo near next nor notwithstanding of off on '
    'onto or out over per plus pro qua sans since so than the through throughout thru thruout till '
    'to toward towards under underneath until unto up upon v van versus via vis-à-vis von vs with '
    'within without yet à'.split()
)
_LETTERS = str.maketrans(
    {'ø': 'o', 'Ø': 'O', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe', 'Œ': 'Oe', 'ð': 'd', 'þ': 'th', 'ł': 'l'}
    | {'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ı': 'i'}
)


def join(parts: Iterable[Part], separator: str, *, is_mark_quoted: bool = True) -> Pieces:
    """Join what isn't empty.

    A comma or full stop at the start of *separator* goes before a closing quotation mark, where
    *is_mark_quoted*; and there is no full stop after another, nor after ``?`` and ``!``.
    """
    joined: Pieces = []
    for part in parts:
        pieces = [part] if isinstance(part, str) else list(part)
        if any(pieces):
            before = _with_mark(joined, separator, is_mark_quoted=is_mark_quoted)
            joined = [*before, *map(_with_apostrophes, filter(None, pieces))]
    return joined


def end(pieces: Sequence[str], *, is_mark_quoted: bool = True) -> Pieces:
    """Add a full stop, unless the words end a sentence already."""
    return _with_mark(list(pieces), '.', is_mark_quoted=is_mark_quoted)


def _with_apostrophes(piece: str) -> str:
    """Return *piece* with the apostrophes inside its words as print has them."""
    if "'" not in piece or '://' in piece:
        return piece
    return type(piece)(re.sub(r"(?<=\w)'(?=\w)", '’', piece))


def _with_mark(pieces: Pieces, separator: str, *, is_mark_quoted: bool) -> Pieces:
    if not pieces:
        return []
    *before, last = pieces
    body = _without_closing(last)
    mark, rest = (separator[0], separator[1:]) if separator[0] in '.,' else ('', separator)
    if mark == '.' and body.endswith(('.', '?', '!')):
        mark = ''
    if mark and body != last and is_mark_quoted:
        return [*before, f'{body}{mark}{last[len(body) :]}', rest]
    return [*before, last, mark + rest]


def _without_closing(text: str) -> str:
    """Return *text* without quotation marks that close at its end; an apostrophe is none."""
    body = re.sub('[”“»]$', '', text)
    if body != text and body.endswith(('’', '‘')) and re.search('[‘‚]', body[:-1]):
        body = body[:-1]
    return body


def headline(title: str) -> str:
    """Write a title in English headline style, as Chicago and MLA do.

    Words with capitals inside are left as they are.
    """
    words = re.split(r'([\s\-–—/]+)', title)
    done: list[str] = []
    before = ''
    for index, word in enumerate(words):
        if index % 2 or not word:
            done.append(word)
            continue
        gap = words[index - 1] if index else ' '
        starts = not before or (gap.isspace() and before.endswith((':', '?', '!', '.', '…')))
        starts = starts or word[:1] in {'“', '‘', '"'}
        ends = index == len(words) - 1
        is_small = re.sub(r'^\W+|\W+$', '', word) in _SMALL and not ends
        is_left = is_small or (ends and len(word) == 1)
        done.append(_capital(word) if starts or not is_left else word)
        before = word.rstrip('”’"\')')
    return ''.join(done)


def _capital(word: str) -> str:
    index = next((place for place, sign in enumerate(word) if sign.isalnum()), None)
    if index is None or word.lower() != word or word.startswith('<'):
        return word
    return word[:index] + word[index].upper() + word[index + 1 :]


def typographic(text: str) -> str:
    """Write straight quotation marks and apostrophes as English print has them."""
    text = re.sub(r'(^|[\s(\[“‘])"', r'\1“', text)
    closing = max((match.start() for match in re.finditer(r"\w'(?!\w)", text)), default=-1)

    def opened(match: re.Match[str]) -> str:
        return match[1] + ('‘' if match.start() < closing else '’')

    text = re.sub(r"(^|[\s(\[“‘])'", opened, text)
    return text.replace('"', '”').replace("'", '’')


def collated(text: str) -> tuple[bool, str]:
    """Return what *text* is sorted by: Latin letters first, as if they had no accents; nothing last.

    An approximation of the Unicode Collation Algorithm at its first level.
    """
    bare = ''.join(sign for sign in normalize('NFKD', text) if not combining(sign))
    words = re.sub(r'[^\w\s]', '', bare.translate(_LETTERS)).casefold().split()
    return not words or words[0] > '\u02af', ' '.join(words)
