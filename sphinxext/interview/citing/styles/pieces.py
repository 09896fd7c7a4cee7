"""Words, names and numbers, each as styles write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text import Italic

if TYPE_CHECKING:
    from ..names import Name
    from ..text import Pieces


def inverted(name: Name, *, demotes_particle: bool) -> str:
    """Return family name first: ``Berg, Jean-Paul van der``, or ``van der Berg, Jean-Paul``."""
    if name.whole:
        return name.whole
    if demotes_particle:
        rest = ' '.join(filter(None, [name.given, name.particle]))
        return ', '.join(filter(None, [name.family, rest, name.suffix]))
    return ', '.join(filter(None, [name.short, name.given, name.suffix]))


def capital(text: str) -> str:
    """Return *text* with its first letter large."""
    return text[:1].upper() + text[1:]


def italic(text: str) -> Pieces:
    return [Italic(text)] if text else []


def ordinal(edition: str, language: str) -> str:
    """Return ``2nd`` of ``2``, and as it is what is more than a number."""
    if not edition.isdecimal():
        return edition
    if language == 'en':
        teens = int(edition) % 100 in {11, 12, 13}
        ending = 'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(int(edition) % 10, 'th')
        return f'{edition}{ending}'
    return edition + {'de': '.', 'fr': 'e', 'es': 'ª'}.get(language, '')


def shortened(first: str, last: str) -> str:
    """Return what the last page needs (Chicago §9.63): ``20`` for 101–120, ``8`` for 101–108."""
    is_number = first.isdecimal() and last.isdecimal() and len(first) == len(last) > 2
    if not is_number or int(first) % 100 == 0:
        return last
    kept = 1 if int(first) % 100 < 10 else 2
    while first[:-kept] != last[:-kept]:
        kept += 1
    return last[-kept:]
