"""Somebody who has a pseudonym, by all forms of the name that it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..people.labels import key
from ..people.names import short_names

if TYPE_CHECKING:
    from ..model import Speaker

#: What may stand between the parts of a name in prose: spaces, and an end of a line.
_SPACES = r',?(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,40})'
#: And in names of files and addresses: a sign, or nothing.
_BETWEEN = rf'(?:{_SPACES}|[_.,+-]{{1,2}}|%20|)'
_LINE_END = re.compile(r'[^\S\n]*\n[^\S\n]*')
_SIGN = re.compile(r'[_.+-]|%20')


class Person:
    """What is known of a name that is hidden.

    :param name: the full name
    :param called: the pseudonym
    """

    def __init__(self, name: str, called: str) -> None:
        self.called = called
        words = name.split()
        self._is_long = len(words) > 1
        #: What labels may say for the name.
        self.labels = (name, *sorted(short_names(name)))
        #: The names under which a transcript that introduces nobody may have the speaker.
        self._keys = {key(word) for word in (name, words[0], words[-1])}
        self.whole, self.written = _pattern(words, _BETWEEN), _pattern(words, _SPACES)
        left = [word for word in words if len(word) > 2 and word not in called.split()]
        self.part = re.compile(rf'(?<!\w)(?:{"|".join(map(re.escape, left)) or "(?!)"})(?!\w)')

    def replacement(self, match: re.Match[str]) -> str:
        """Return the pseudonym, written as the name was."""
        found, (first, *rest) = match[0], self.called.split()
        if end := _LINE_END.search(found):
            return f'{first}{end[0]}{" ".join(rest)}'
        if ' ' in found or not self._is_long:
            return self.called
        sign = _SIGN.search(found)
        return (sign[0] if sign else '').join([first, *rest]).lower()

    def has_label(self, label: str) -> bool:
        return key(label) in {key(own) for own in self.labels}

    def is_meant(self, speaker: Speaker) -> bool:
        return speaker.name == self.called or key(speaker.name) in self._keys


def _pattern(words: list[str], between: str) -> re.Pattern[str]:
    """Return what finds a name, also with the family name first; a name of one word may be a word."""
    orders = [words, [words[-1], *words[:-1]]] if len(words) > 1 else [words]
    forms = (between.join(map(re.escape, order)) for order in orders)
    flags = re.IGNORECASE if len(words) > 1 else 0
    return re.compile(rf'(?<![^\W_])(?:{"|".join(forms)})(?![^\W_])', flags)
