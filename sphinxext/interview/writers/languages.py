"""What a page says of the language of an interview: its code, and which way it is written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docutils.nodes import Element

#: As in BCP 47, as far as languages, scripts and regions go; the full name of a language is none.
_CODE: Final = re.compile(r'[a-z]{2,3}(?:-[a-z0-9]{2,8})*', re.IGNORECASE)
#: Source: Unicode CLDR, the languages and scripts that it writes from right to left.
_LEFTWARDS: Final = frozenset({
    'ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'nqo', 'prs', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi',
})  # fmt: skip
_LEFTWARDS_SCRIPTS: Final = frozenset({'adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'})


def spoken(language: str, page: str) -> dict[str, str]:
    """Return the attributes of what was said in *language*, on a page in another.

    :param language: a code, or what an author has written instead; may be empty
    """
    language, page = language.replace('_', '-'), page.replace('_', '-')
    if not _CODE.fullmatch(language):
        return {}
    attributes = {}
    if language.lower() != page.lower():
        attributes = {'lang': language, 'xml:lang': language}
    if runs_leftwards(language) or runs_leftwards(page):
        attributes['dir'] = 'rtl' if runs_leftwards(language) else 'ltr'
    return attributes


@lru_cache
def runs_leftwards(language: str) -> bool:
    """Whether *language*, a code, is written from right to left."""
    first, *more = language.replace('_', '-').lower().split('-')
    scripts = [part for part in more if len(part) == 4 and part.isalpha()]
    return scripts[0] in _LEFTWARDS_SCRIPTS if scripts else first in _LEFTWARDS


def spoken_in(node: Element) -> str:
    """Return the language of an interview, or of an exchange that is shown away from it."""
    metadata: dict[str, str] = node.get('metadata', {})
    return node.get('language') or metadata.get('language', '')
