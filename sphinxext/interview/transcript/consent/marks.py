"""Marks of words that only the complete edition shows: ``{restricted}``.

Whoever writes one wants words kept; so what looks like a mark is one, and keeps more, not less.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from ..model import Finding
from .lines import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Line

#: What a mark is about; without a word its paragraph.
SCOPES: Final = ('turn', 'exchange', 'begin', 'end')
#: As `normalised` leaves it. A role of MyST has words in backquotes behind its braces.
MARK: Final = re.compile(rf'[ \t]*\{{restricted(?: ({"|".join(SCOPES)}))?\}}(?!`)')
#: Braces that start with a word, as attributes do.
_BRACES = re.compile(r'\{[ \t:.]{0,3}([^\W\d_]{5,20})\b([^{}\n]{0,80})\}(?!`)')
_SLUG_FIRST = re.compile(r'(\{#[^\s{}]+\})[ \t]*((?:\{restricted[^{}]*\}[ \t]*)+)$')
#: What JSON says.
_VALUE = re.compile(r'"restricted"\s*:\s*"?([^",}\]\s]*)')
#: What a row or an object says that isn't restricted.
_NO: Final = frozenset(['', '0', 'no', 'false', 'n', 'f', 'none', 'null', 'public', '-'])
_LIKE = 0.8


class Marked(NamedTuple):
    """Lines whose marks are all written in one way."""

    lines: list[Line]
    #: How many marks there are.
    marks: int
    findings: tuple[Finding, ...]


def normalised(lines: Iterable[Line]) -> Marked:
    """Write the marks in *lines* in one way, and behind ``{#slug}`` no more.

    A mark that isn't understood, or misspelt, keeps its whole exchange.
    """
    found: list[Line] = []
    findings: list[Finding] = []
    count = 0
    for number, text in lines:
        if '"restricted"' in text:
            count += sum(is_restricted(match[1]) for match in _VALUE.finditer(text))
        if '{' not in text:
            found.append((number, text))
            continue
        marks = [_mark(match) for match in _BRACES.finditer(text)]
        count += sum(mark is not None for mark in marks)
        findings += [
            Finding('restricted_mark', 'warning', number, _unknown(mark.was))
            for mark in marks
            if mark and mark.was
        ]
        found.append((number, rewritten(text, _in_one_way)))
    return Marked(found, count, tuple(findings))


def is_restricted(value: object) -> bool:
    """Whether a cell or a value below the name “restricted” says yes; anything but a no does."""
    return str(value if value is not None else '').strip().casefold() not in _NO


def with_mark(text: str) -> str:
    """Return the words of a row that is restricted as a whole."""
    return f'{text} {{restricted}}'


class _Mark(NamedTuple):
    scope: str
    #: As it is written, where that isn't understood.
    was: str = ''


def _mark(match: re.Match[str]) -> _Mark | None:
    word, rest = match[1].casefold(), match[2].strip().casefold()
    if word == 'restricted' and rest in {'', *SCOPES}:
        return _Mark(rest)
    if SequenceMatcher(None, word, 'restricted').ratio() < _LIKE:
        return None
    return _Mark('exchange', match[0])


def _written(match: re.Match[str]) -> str:
    mark = _mark(match)
    if mark is None:
        return match[0]
    return f'{{restricted {mark.scope}}}' if mark.scope else '{restricted}'


def _in_one_way(text: str) -> str:
    return _SLUG_FIRST.sub(r'\2\1', _BRACES.sub(_written, text))


def _unknown(mark: str) -> str:
    return (
        f'{mark} isn’t understood, and restricts the whole exchange; there are {{restricted}}, '
        f'{", ".join(f"{{restricted {scope}}}" for scope in SCOPES)}'
    )
