"""Addresses made of words."""

from __future__ import annotations

import re

#: A word with its combining marks; apostrophes were removed before.
_WORD = re.compile(r'[^\W_]+(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff])*')
#: The same where all is ASCII in lower case, in half the time.
_PLAIN_WORD = re.compile('[a-z0-9]+')
_APOSTROPHES = "'’ʼ`´"


def without_apostrophes(text: str) -> str:
    """Return *text* with “it’s” as one word."""
    for sign in _APOSTROPHES:  # a fifth of what `translate` takes
        text = text.replace(sign, '')
    return text


def slugify(text: str, words: int = 8, length: int = 60) -> str:
    """Return the words of *text* in lower case, joined by ``-``; empty if there are none.

    Letters of every script stay. Cut at whole words (design: addresses never break).

    :param words: at most so many words
    :param length: at most so many characters, unless the first word alone is longer
    """
    text = without_apostrophes(text).lower()
    found = (_PLAIN_WORD if text.isascii() else _WORD).findall(text)[:words]
    slug = '-'.join(found)
    while len(slug) > length and len(found) > 1:
        found.pop()
        slug = '-'.join(found)
    return slug[:length]


def unused(slug: str, taken: dict[str, int]) -> str:
    """Return *slug*, or the first of ``slug-2``, ``slug-3``, … not in *taken*, and take it.

    :param taken: slugs, each with the last number that was tried for it, so that a thousand
        equal questions take a thousand steps; 1 for a slug that was taken by hand
    """
    candidate = slug
    while candidate in taken:
        taken[slug] += 1
        candidate = f'{slug}-{taken[slug]}'
    taken[candidate] = 1
    return candidate
