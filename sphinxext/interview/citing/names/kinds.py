"""What the words of a name are: titles, degrees, particles, groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import vocabulary as words_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_group(parts: Sequence[str]) -> bool:
    """Whether a name, split at its commas, is of a group or of several people."""
    first = parts[0].split()
    named = {bare(word) for word in first}
    return (
        parts[1:] == ['The']
        or any(_joins(part.split()) for part in parts)
        or (len(parts) == 1 and len(first) == 3 and first[1] in words_of.CONNECTORS)
        or (len(first) > 1 and first[0] in words_of.GROUP_ARTICLES)
        or (len(first) > 1 and not named.isdisjoint(words_of.GROUPS))
        or any(bare(part) in words_of.FIRMS for part in parts[1:])
        or (len(first) > 1 and any(map(_is_number, first)))
    )


def _is_number(word: str) -> bool:
    return bare(word) not in words_of.SUFFIXES and re.search(r'\d', word) is not None


def _joins(words: Sequence[str]) -> bool:
    """Whether *and* stands between two names; that of ``von und zu`` doesn't."""
    return any(
        word in words_of.JOINERS and not before.islower() and not after.islower()
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def is_one_name(words: Sequence[str]) -> bool:
    """Whether several words are one name: of a ruler, with an epithet, or a description."""
    first, last = bare(words[0]), words[-1]
    is_pair = len(words) == 2
    is_numbered = bare(last) in words_of.ROMAN
    return (
        not words_of.FUNCTION_WORDS.isdisjoint(words[1:])
        or (first in words_of.RULERS and (is_pair or is_numbered))
        or (is_pair and (is_numbered or (first in words_of.ARTICLES and words[0][0].isupper())))
        or (words[0][0].isupper() and last.isalpha() and all(map(str.islower, words[1:])))
    )


def is_description(first: str, second: str) -> bool:
    """Whether what stands behind the comma says what somebody is: ``Ada Reader, piano tuner``."""
    words = second.split()
    return ' ' in first and not is_particle(first.split(maxsplit=1)[0]) and (
        words[0].islower() or not words_of.FUNCTION_WORDS.isdisjoint(words)
    )  # fmt: skip


def is_honour(parts: Sequence[str]) -> bool:
    """Whether the last part is degrees or titles, not the initials of a given name."""
    words = parts[-1].split()
    if all(bare(word) in words_of.TITLES for word in words):
        return True
    degrees = [w for w in words if _is_degree(w) or (len(w) > 2 and w.isalpha() and w.isupper())]
    may_be_given = len(parts) == 2 and ' ' not in parts[0]
    return len(degrees) == len(words) and not (may_be_given and parts[-1].isupper())


def _is_degree(word: str) -> bool:
    return bare(word) in words_of.DEGREES and (
        sum(map(str.isupper, word)) > 1 or bare(word) == 'esq'
    )


def untitled(words: Sequence[str]) -> list[str]:
    """Take titles off the start and degrees off the end; two words stay if there are two."""
    start, end = 0, len(words)
    while start < end - 1 and _is_title(words[start], is_first=start == 0):
        start += 1
    is_loud = all(word.isupper() for word in words)
    while end - start > 2 and _is_degree(words[end - 1]) and not is_loud:
        end -= 1
    return list(words[start:end])


def _is_title(word: str, *, is_first: bool) -> bool:
    """Whether a word is a title; after one, so is what belongs to it, as in ``Dr. med.``."""
    return (
        bare(word) in words_of.TITLES
        or (word.endswith('.') and bare(word) in words_of.DOTTED_TITLES)
        or (not is_first and word.islower() and word.endswith('.'))
    )


def is_particle(word: str) -> bool:
    """Whether a word is in lower case, and neither an initial nor between two family names."""
    return (
        word[0].isalpha()
        and word.islower()
        and not word.endswith('.')
        and word not in words_of.CONNECTORS
    )


def bare(word: str) -> str:
    """Return a word as the vocabulary has it."""
    return word.replace('.', '').casefold()
