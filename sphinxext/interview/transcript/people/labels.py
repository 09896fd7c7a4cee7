"""Says whether a line is the start of a turn, and whose.

The forms are those of real transcripts: ``Ada: …``, ``**Ada:** …``, ``[Ada] [00:03] …``,
``Ada  0:12``, ``>> Ada: …``. Only the first 200 characters of a line are looked at, and no
pattern repeats without a bound, so a hostile line costs no more than any other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..speech.times import STAMP, parse_time

if TYPE_CHECKING:
    from collections.abc import Container

#: ``voice`` and ``caption``: the speaker of a cue, and a name before its words.
Form = Literal['plain', 'emphasis', 'bracket', 'timed', 'chevron', 'voice', 'caption']

_HEAD = 200
_TIME = rf'(?:\\?\[{{1,2}}{STAMP}\\?\](?:\([^()\s]{{1,99}}\)\]?)?|\({STAMP}\)|{STAMP})'
_LEADING_TIME = re.compile(rf'(?P<time>{_TIME})(?:\s?[-–])?\s{{1,3}}')
_TRAILING_TIME = re.compile(rf'\s{{0,3}}(?P<time>{_TIME})$')
_EMPHASIS = re.compile(
    rf"""(?P<heading>\#{{1,6}}\s{{1,3}})? (?:(?P<t1>{_TIME})\s{{0,3}})?
    (?P<mark>\*{{1,3}}|_{{1,2}}) (?:(?P<t2>{_TIME})\s{{0,3}})?
    (?P<name>[^*\n]{{1,80}}?) \s{{0,3}}(?P<t3>{_TIME})?\s{{0,3}} (?P<c1>[:：])?\s{{0,3}}
    (?P=mark) \s{{0,3}}(?P<t4>{_TIME})?\s{{0,3}} (?P<c2>[:：])?\s{{0,3}}(?P<t5>{_TIME})?""",
    re.VERBOSE,
)
_BRACKET = re.compile(
    rf"""(?:(?P<t1>{_TIME})\s{{0,3}})? \[(?P<name>[^\[\]]{{1,80}})\]
    \s{{0,3}}(?P<t2>{_TIME})?\s{{0,3}} (?P<c1>[:：])?(?=\s|$)""",
    re.VERBOSE,
)
_TIMED = re.compile(rf'(?P<name>\S.{{0,79}}?)(?:\s{{2,9}}|\t|\s(?=[\[(])):?(?P<time>{_TIME}):?$')
_CHEVRON = re.compile(r'>>\s?(?!>)')

_HONORIFIC = re.compile(
    r'\b(?:(?:[^\W\d_]\.){0,4}[^\W\d_]|Dr|Mrs?|Ms|Mx|Prof|Rev|Sen|St|Jr|Sr|Mme)\.(?=\s|$)',
    re.IGNORECASE,
)
_SUFFIX = re.compile(r',\s(?=(?:Ph\.?D|Psy\.?D|M\.?D|Jr|Sr|I{2,3}|Esq)\b\.?)')
_PARENTHESES = re.compile(r'\([^()]{0,60}\)')
_SCHEMES = frozenset({'http', 'https', 'ftp', 'mailto', 'file'})
_INVISIBLE = re.compile('[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]')


@dataclass(frozen=True, slots=True)
class Label:
    """How a speaker is named at the start of a turn."""

    name: str
    #: What follows on the line.
    rest: str
    form: Form
    #: Seconds.
    time: float | None = None
    #: A space stands before the colon, as in French.
    is_spaced: bool = False


@lru_cache(1000)  # a transcript has few labels, each many times
def key(name: str) -> str:
    """Return what two spellings of one name have in common."""
    text = unicodedata.normalize('NFC', _INVISIBLE.sub('', name)).casefold()
    return ' '.join(text.split()).rstrip(':：').rstrip()


def find_label(line: str, declared: Container[str] = frozenset()) -> Label | None:
    """Return the label that *line* starts with, if it has the form of one.

    Whether it names a speaker is for `speakers` to decide.

    :param declared: keys of names that are labels whatever they look like
    """
    text = line.lstrip(' ')
    if len(line) - len(text) > 3 or not text:
        return None
    first = text[0]
    if first in '*_#':
        return _emphasis(text, declared)
    if first == '[':
        return _bracket(text, declared) or _emphasis(text, declared) or _plain(text, declared)
    if first == '>':
        return _chevron(text, declared)
    if first in '(0123456789':
        return _emphasis(text, declared) or _plain(text, declared)
    return _plain(text, declared)


def _emphasis(text: str, declared: Container[str]) -> Label | None:
    match = _EMPHASIS.match(text[:_HEAD])
    if match is None:
        return None
    rest = text[match.end() :]
    times = [match[f't{number}'] for number in range(1, 6)]
    has_time = any(times)
    is_label = match['c1'] or match['c2'] or (has_time and (not rest.strip() or match['heading']))
    return _label(match['name'], rest, 'emphasis', times, declared) if is_label else None


def _bracket(text: str, declared: Container[str]) -> Label | None:
    match = _BRACKET.match(text[:_HEAD])
    if match is None or not (match['t1'] or match['t2'] or match['c1']):
        return None
    if re.fullmatch(STAMP, match['name']):
        return None
    times = [match['t1'], match['t2']]
    return _label(match['name'], text[match.end() :], 'bracket', times, declared)


def _chevron(text: str, declared: Container[str]) -> Label | None:
    match = _CHEVRON.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    named = _plain(rest, declared)
    return named and replace(named, form='chevron')


def _plain(text: str, declared: Container[str]) -> Label | None:
    head = text[:_HEAD]
    colon = _colon(head)
    if colon < 0:
        return _timed(text, declared)
    name, rest = head[:colon], text[colon + 1 :]
    times: list[str | None] = []
    if match := _LEADING_TIME.match(name):
        times.append(match['time'])
        name = name[match.end() :]
    if match := _TRAILING_TIME.search(name):
        times.append(match['time'])
        name = name[: match.start()]
    return _label(name, rest, 'plain', times, declared)


def _colon(head: str) -> int:
    """Return where the first colon stands that ends a name: before a space, or full-width."""
    wide = head.find('：')
    colon = head.find(':')
    while colon >= 0 and head[colon + 1 : colon + 2].strip():
        colon = head.find(':', colon + 1)
    if colon > 0 and head[colon - 1] == '\\':
        return -1
    return min((place for place in (wide, colon) if place >= 0), default=-1)


def _timed(text: str, declared: Container[str]) -> Label | None:
    if len(text) > 120 or text.rstrip()[-1:] not in '0123456789])':
        return None
    match = _TIMED.fullmatch(text.rstrip())
    return match and _label(match['name'], '', 'timed', [match['time']], declared)


def _label(
    name: str, rest: str, form: Form, times: list[str | None], declared: Container[str]
) -> Label | None:
    stripped = name.strip()
    if not (key(stripped) in declared or _is_name(stripped)):
        return None
    time, rest = _time_in(rest)
    stamps = [stamp for stamp in times if stamp]
    if stamps:
        time = parse_time(stamps[0].split('(h')[0].strip('\\[]()'))
        if time is None:  # the reader finds it there, and says so
            rest = f' {stamps[0]}{rest}'
    return Label(stripped, rest, form, time, is_spaced=name != name.rstrip())


_REST_TIME = re.compile(
    rf'\s{{0,3}}(?:\\?\[{{1,2}}({STAMP})\\?\](?:\([^()\s]{{1,99}}\)\]?)?\s{{0,3}}|({STAMP})\s{{0,9}}$)'
)


def _time_in(rest: str) -> tuple[float | None, str]:
    """Take a time off the start of what follows a label; a bare one only if it is all."""
    match = _REST_TIME.match(rest[:_HEAD]) if len(rest) > 3 else None
    if match is None or (match[2] and len(rest) > _HEAD):
        return None, rest
    time = parse_time(match[1] or match[2])
    return (None, rest) if time is None else (time, rest[match.end() :])


@lru_cache(1000)
def _is_name(name: str) -> bool:
    if not name or len(name) > (80 if '(' in name else 60):
        return False
    if not name.strip('?'):
        return True
    if not (name[0].isalpha() or name[0] == '@'):
        return False
    if any(sign in name for sign in '"“”„«»`<>{}=\\:：*') or name.casefold() in _SCHEMES:
        return False
    bare = _HONORIFIC.sub('', _SUFFIX.sub(' ', _PARENTHESES.sub('', name)))
    if ',' in bare or re.search(r'[.!?;](?:\s|$)', bare):
        return False
    return len(bare.split()) <= 6
