"""From the words of a name to its parts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from . import vocabulary as words_of
from .kinds import (
    bare,
    is_description,
    is_group,
    is_honour,
    is_one_name,
    is_particle,
    untitled,
)
from .model import ASIDE, Name, is_east_asian

if TYPE_CHECKING:
    from collections.abc import Sequence


@lru_cache(1024)  # the same people speak in many interviews
def parse_name(text: str) -> Name:
    """Split a full name as BibTeX does: *First von Last*, *von Last, First*, *von Last, Jr, First*.

    *von* are the words in lower case before the family name (Patashnik, *BibTeXing*, §4). Besides,
    a suffix may stand at the end; titles and degrees are left out; in East Asian writing the family
    name is first; a name of one word, of a group or with *of* or *the* in it is literal. What this
    gets wrong stands in ``interview_speakers``.
    """
    whole = ' '.join(text.split())
    parts = [part.strip() for part in re.split('[,，]', whole) if part.strip()]
    if not parts or is_group(parts):
        named = whole if len(parts) != 2 or parts[1] != 'The' else f'The {parts[0]}'
        return Name(literal=named, is_group=True)
    return _Parts(parts).name(whole)


class _Parts:
    """A person's name at its commas; takes away what isn't given or family name."""

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.suffix = ''
        while len(parts) > 1 and is_honour(parts):
            parts.pop()
        parts[1:-1] = [part for part in parts[1:-1] if not is_honour([*parts, part])]
        if len(parts) > 1 and bare(parts[-1]) in words_of.SUFFIXES:
            self.suffix = parts.pop()
        elif len(parts) > 2 and bare(parts[1]) in words_of.SUFFIXES:
            self.suffix = parts.pop(1)

    def name(self, whole: str) -> Name:
        is_described = len(self.parts) > 1 and is_description(*self.parts[:2])
        if len(self.parts) == 1 or is_described:
            found = self._in_order(_split(self.parts[0]), whole)
            return replace(found, is_guess=found.is_guess or is_described)
        return self._inverted(_split(self.parts[0]), _split(self.parts[1]))

    def _inverted(self, family: list[str], given: list[str]) -> Name:
        """Read *von Last, First*; in catalogues *von* may stand behind the given name."""
        family = self._without_suffix(untitled(family))
        given = self._without_suffix(untitled(given))
        lower = [n for n, word in enumerate(family[:-1]) if is_particle(word)]
        end = lower[-1] + 1 if lower and lower[0] == 0 else 0
        start = len(given)
        while start > 1 and is_particle(given[start - 1]) and not given[0].islower():
            start -= 1
        particle = [*given[start:], *family[:end]]
        return self._made(family[end:], given[:start], particle, is_guess=len(self.parts) > 2)

    def _in_order(self, found: list[str], whole: str) -> Name:
        """Read *First von Last*."""
        words = untitled(found)
        if len(words) > 2 and words[-1] in words_of.HONORIFICS:
            words = words[:-1]
        if len(words) == 1:
            return Name(literal=found[0] if len(found) == 1 else whole, is_guess=len(found) > 1)
        if is_east_asian(words[0]):
            separator = '' if all(map(is_east_asian, words)) else ' '
            return Name(words[0], separator.join(words[1:]))
        if is_one_name(words):
            return Name(literal=_shown(words), is_guess=True)
        if len(words) > 2:
            words = self._without_suffix(words)
        start, end = _particle_of(words)
        given = [word for word in words[:start] if word[0].isalpha() and word[-1] != '.']
        return self._made(
            words[end:], words[:start], words[start:end], is_guess=len(given) > 1 and start == end
        )

    def _without_suffix(self, words: list[str]) -> list[str]:
        if len(words) < 2 or bare(words[-1]) not in words_of.SUFFIXES or self.suffix:
            return words
        self.suffix = words[-1]
        return words[:-1]

    def _made(
        self,
        family: Sequence[str],
        given: Sequence[str],
        particle: Sequence[str],
        *,
        is_guess: bool,
    ) -> Name:
        given_name, von = _shown(given), _shown(particle)
        return Name(_shown(family), given_name, von, self.suffix, is_guess=is_guess)


def _particle_of(words: Sequence[str]) -> tuple[int, int]:
    """Return where the particle starts and ends; both are the family name's start without one."""
    is_known = all(word.islower() for word in words)
    start = 0 if words[0] in words_of.PARTICLES else 1
    lower = [
        place
        for place in range(start, len(words) - 1)
        if is_particle(words[place]) and (not is_known or words[place] in words_of.PARTICLES)
    ]
    if lower:
        return lower[0], lower[-1] + 1
    for place in range(2, len(words) - 1):
        if words[place] in words_of.CONNECTORS:
            return place - 1, place - 1
    place = len(words) - 1
    while place > 1 and bare(words[place - 1]) in words_of.PREFIXES:
        place -= 1
    return place, place


#: Holds the words of an aside together while the name is split.
_TIE = '\0'


def _split(part: str) -> list[str]:
    """Split at spaces, but not those of a nickname; what stands in brackets at the end is no name."""
    words = ASIDE.sub(lambda aside: aside[0].replace(' ', _TIE), part).split()
    return words[:-1] if len(words) > 1 and words[-1][0] in '([' else words


def _shown(words: Sequence[str]) -> str:
    return ' '.join(words).replace(_TIE, ' ')
