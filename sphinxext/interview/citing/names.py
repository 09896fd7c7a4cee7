"""Names of people, in the parts that reference styles need."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUFFIXES = frozenset({'jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv'})


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or in *literal* that of a group."""

    family: str = ''
    given: str = ''
    #: What belongs to the family name, but isn't sorted by everywhere: ``van der``.
    particle: str = ''
    suffix: str = ''
    literal: str = ''
    #: The digits, or the whole address.
    orcid: str = ''

    @property
    def whole(self) -> str:
        """The name, where no order changes it: of a group, or in East Asian writing."""
        return self.literal or (self.family + self.given if _is_east_asian(self.family) else '')

    @property
    def full(self) -> str:
        """Given name first: ``Jean-Paul van der Berg``."""
        return self.whole or _join(self.given, self.particle, self.family, self.suffix)

    @property
    def short(self) -> str:
        """What stands in running text: ``van der Berg``."""
        return self.literal or _join(self.particle, self.family)

    @property
    def inverted(self) -> str:
        """Family name first: ``van der Berg, Jean-Paul``."""
        family = _join(self.particle, self.family)
        return self.whole or ', '.join(filter(None, [family, self.given, self.suffix]))

    @property
    def initials(self) -> str:
        """Of the given names: ``J.-P.``."""
        words = (
            '-'.join(f'{part[0]}.' for part in word.split('-') if part)
            for word in self.given.split()
        )
        return ' '.join(words)

    @property
    def initialled(self) -> str:
        """Initials first: ``J.-P. van der Berg``."""
        return self.whole or _join(self.initials, self.particle, self.family, self.suffix)


def parse_name(text: str) -> Name:
    """Split a full name: the last word is the family name, small words before it its particle.

    A name of one word is literal. What this gets wrong stands in ``interview_speakers``.
    """
    words = text.replace(',', ' ').split()
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ''
    if len(words) < 2:
        return Name(literal=text.strip())
    if _is_east_asian(words[0]):
        return Name(words[0], ''.join(words[1:]))
    start = len(words) - 1
    while start > 1 and re.match(r'[^\W\d_]', words[start - 1]) and words[start - 1].islower():
        start -= 1
    return Name(words[-1], ' '.join(words[:start]), ' '.join(words[start:-1]), suffix)


def _is_east_asian(name: str) -> bool:
    """Whether it's written in Han, kana or Hangul: family name first, without a space."""
    return bool(name) and all(
        '\u3040' <= sign <= '\u9fff' or '\uac00' <= sign <= '\ud7a3' for sign in name
    )


def _join(*parts: str) -> str:
    return ' '.join(filter(None, parts))
