"""Whom a label means: full names, listed labels, and what people are called for short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .labels import key
from .words import is_nameish, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Speaker

#: Who speaks under a label: one speaker, or several at once.
Voices = tuple['Speaker', ...]
_JOINT = re.compile(r'\s(?:&|and|und|et|y|и)\s|\s?[/,]\s?|\s&\s')
_DETAIL = re.compile(
    r'\s?[(\[](?P<in>[^()\[\]]*)[)\]]$|\s?\|\s?(?P<bar>.+)$|\s[-–—]\s(?P<dash>.+)$|,\s(?P<comma>.+)$'
)
_HONORIFIC = re.compile(r'(?:(?:dr|mrs?|ms|mx|prof|rev|sen|mme|herr|frau)\.?\s+)+', re.IGNORECASE)
_SUFFIX = re.compile(
    r',?\s(?:ph\.?\s?d|psy\.?d|m\.?d|m\.?a|b\.?a|m\.?sc|jr|sr|i{2,3}|iv|esq)\.?$', re.IGNORECASE
)
_ROMAN = re.compile(r'I{2,3}|IV|VI{0,3}')
#: ``Reader, Ada N.``: the family name first, as catalogues have it.
_CATALOGUED = re.compile(r'([^\s,]+(?:\s[^\s,]+){0,2}),\s([^\s,]+(?:\s[^\s,]+)?)')
#: The same in capitals.
_FAMILY_FIRST = re.compile(r'([^,a-z]{2,40}),\s([^,a-z]{2,40})')


class Directory:
    """Finds people by what a transcript calls them."""

    def __init__(self, people: Iterable[Speaker]) -> None:
        self._exact: dict[str, list[Speaker]] = {}
        self._short: dict[str, list[Speaker]] = {}
        for person in people:
            for name in {key(name) for name in (person.name, *person.labels)}:
                self._exact.setdefault(name, []).append(person)
            for name in short_names(person.name):
                self._short.setdefault(name, []).append(person)

    def find(self, label: str) -> Voices:
        """Return whom *label* names: several if it is joint or ambiguous."""
        if found := self._named(label):
            return found
        without_detail, _ = split_detail(label)
        if without_detail != label and (found := self._named(without_detail)):
            return found
        parts = _JOINT.split(label)
        each = [self._named(part) for part in parts] if len(parts) > 1 else []
        if each and all(len(found) == 1 for found in each):
            return tuple(dict.fromkeys(found[0] for found in each))
        return ()

    def others(self, person: Speaker) -> Voices:
        """Return those whom *person*'s name means, too: ``Ada Byron`` for ``Ada``."""
        own = key(person.name)
        found = [*self._exact.get(own, ()), *self._short.get(own, ())]
        return tuple(dict.fromkeys(other for other in found if key(other.name) != own))

    def _named(self, name: str) -> Voices:
        wanted = key(name)
        bare = key(_HONORIFIC.sub('', name, count=1))
        found = self._exact.get(wanted) or self._exact.get(bare) or self._short.get(bare)
        if not found and (plain := _SUFFIX.sub('', bare)) != bare:
            found = self._exact.get(plain)
        if not found and len(wanted) == 1 and role_of(wanted) is None:
            found = [
                p for people in self._exact.values() for p in people if key(p.name)[:1] == wanted
            ]
            found = list(dict.fromkeys(found))
        return tuple(found or ())


def split_joint(label: str) -> list[str]:
    """Return the names in a label that names several people: ``Ada and Grace``."""
    return _JOINT.split(label)


def is_joint(label: str, found: Voices) -> bool:
    """Whether *label* names several people at once, and *found* are they."""
    return len(found) > 1 and len(_JOINT.split(label)) == len(found)


def short_names(name: str) -> set[str]:
    """Return the keys of a given name, family name and initials of a full name.

    Of ``Reader, Ada`` those of ``Ada Reader``, and that name, too.
    """
    match = _CATALOGUED.fullmatch(name)
    if match and not _SUFFIX.search(name) and is_nameish(match[1]) and is_nameish(match[2]):
        natural = f'{match[2]} {match[1]}'
        return {key(natural), *short_names(natural)}
    words = key(_SUFFIX.sub('', _HONORIFIC.sub('', split_detail(name)[0], count=1))).split()
    if len(words) < 2:
        return set(words)
    initials = ''.join(word[0] for word in words)
    return {words[0], words[-1], initials, '.'.join(initials) + '.', words[0][0] + words[-1][0]}


def split_detail(label: str) -> tuple[str, str]:
    """Split ``Ada (editor)``, ``Ada | editor`` or ``Ada – editor`` into name and detail."""
    match = _DETAIL.search(label)
    if not (match and match.start()) or _SUFFIX.fullmatch(label, match.start()):
        return label, ''
    return label[: match.start()].rstrip(), next(filter(None, match.groups()), '')


def proper(name: str) -> str:
    """Return *name* as readers write it: ``Ada Reader`` for ``ADA READER`` and ``READER, ADA``."""
    if not (name.isupper() and (len(name) > 3 and (' ' in name or len(name) > 4))):
        return name
    if not _SUFFIX.search(name) and (family := _FAMILY_FIRST.fullmatch(name)):
        name = f'{family[2]} {family[1]}'
    return ' '.join(word if _ROMAN.fullmatch(word) else word.title() for word in name.split())
