"""A name in its parts, and in the orders that references write them in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

#: What stands in quotation marks or brackets inside a name.
ASIDE = re.compile(r'(?<!\w)(?:["“„”«‘\'][^"“”„»’\']+["”“»’\']|\([^()]*\)|\[[^\[\]]*\])(?!\w)')


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or in *literal* one that has no parts, such as a group's."""

    family: str = ''
    given: str = ''
    #: What belongs to the family name, but isn't sorted by everywhere: ``van der``.
    particle: str = ''
    suffix: str = ''
    literal: str = ''
    #: The digits, or the whole address.
    orcid: str = ''
    is_group: bool = field(default=False, compare=False)
    #: Whether the words alone don't tell the parts.
    is_guess: bool = field(default=False, compare=False)

    @property
    def whole(self) -> str:
        """The name, where no order changes it: without parts, or in East Asian writing."""
        is_one = is_east_asian(self.family) and (not self.given or is_east_asian(self.given))
        return self.literal or (self.family + self.given if is_one else '')

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
        """Of the given names: ``J.-P.``, without those of a nickname in quotation marks."""
        given = unicodedata.normalize('NFC', self.given)
        names = ASIDE.sub(' ', given).strip() or given
        words = (
            '-'.join(f'{letters[0]}.' for part in word.split('-') if (letters := _letters(part)))
            for word in names.replace('.', '. ').split()
        )
        return ' '.join(filter(None, words))

    @property
    def initialled(self) -> str:
        """Initials first: ``J.-P. van der Berg``."""
        return self.whole or _join(self.initials, self.particle, self.family, self.suffix)


#: Han, kana and Hangul, with what is written among them.
_EAST_ASIAN = (
    ('々', '〇'), ('\u3040', '\u30ff'), ('\u3400', '\u9fff'), ('\uac00', '\ud7a3'),
    ('\uf900', '\ufaff'), ('\uff66', '\uff9f'), ('\U00020000', '\U0003ffff'),
)  # fmt: skip


def is_east_asian(name: str) -> bool:
    """Whether it's written in Han, kana or Hangul: family name first, without a space."""
    return bool(name) and all(
        any(first <= sign <= last for first, last in _EAST_ASIAN) for sign in name
    )


def _letters(word: str) -> str:
    return ''.join(filter(str.isalpha, word))


def _join(*parts: str) -> str:
    return ' '.join(filter(None, parts))
