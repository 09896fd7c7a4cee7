"""Names that something else than a colon sets off from the words.

``Ada - …``, ``ADA.  …``, ``Q. …``, ``Q) …``, ``【司会】…``, ``司会「…」``, and a name before a wide space.
Each may be anything else, so they count only where they come back, and somebody asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..people.labels import HEAD, Label, make_label
from ..people.words import is_nameish
from ..speech.directions import is_event

if TYPE_CHECKING:
    from collections.abc import Container

_LETTER = 'Q|A|问|答|問|Question|Answer'
_WAYS = {
    'lettered': re.compile(rf'(?P<name>{_LETTER})[ .]?\d{{0,3}}[.)）、](?:\s+|$)'),
    'initials': re.compile(r'(?P<name>[A-Z]{1,4})\)(?:\s+|$)'),
    'stop': re.compile(r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}[A-ZÀ-Þ])\.\s{1,4}(?=\S)"),
    'dash': re.compile(
        r"(?P<name>[^\W\d_][\w.'’]{0,20}(?: [^\W\d_][\w.'’]{0,20}){0,3})\s[-–—]\s+(?=\S)"
    ),
    'square brackets': re.compile(r'\[(?P<name>[^\[\]]{1,40})\]\s+(?=\S)'),
    'black brackets': re.compile(r'【(?P<name>[^【】\s]{1,20})】\s?'),
    'corner quotes': re.compile(r'(?P<name>[^\s「」『』。、，：]{1,12})(?=[「『])'),
    'wide space': re.compile('(?P<name>[^\\s「」。、，：]{1,12})\u3000(?=\\S)'),
}
_EMPHASIS = re.compile(r'(?:\*\*|__)(?=\S)')


def set_off(text: str, declared: Container[str]) -> tuple[str, Label] | None:
    """Return how a name is set off at the start of a line, and the label."""
    text = text.lstrip(' ')
    if opening := _EMPHASIS.match(text):  # “**Q1.** …”
        text = text.replace(opening[0], '', 2)
    for way, pattern in _WAYS.items():
        if match := pattern.match(text[:HEAD]):
            found = _label(way, match, text[match.end() :], declared)
            if found is not None:
                return way, found
    return None


def _label(way: str, match: re.Match[str], rest: str, declared: Container[str]) -> Label | None:
    name = match['name']
    if way in {'dash', 'square brackets'} and not is_nameish(name):
        return None
    if way == 'square brackets' and is_event(match[0].strip()):
        return None
    if way == 'corner quotes':
        rest = rest.strip()
        if rest[-1:] not in {'」', '』'}:
            return None
        rest = rest[1:-1]
    return make_label(name, rest, 'set off', (), declared)
