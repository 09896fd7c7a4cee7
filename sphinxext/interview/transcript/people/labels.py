"""Says whether a line is the start of a turn, and whose.

The forms are those of real transcripts that any line may have: ``Ada: …``, ``**Ada:** …``,
``[Ada] [00:03] …``, ``Ada  0:12``, ``>> Ada: …``. Only the first 200 characters of a line are looked
at, and no pattern repeats without a bound, so a hostile line costs no more than any other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from ..speech.directions import is_manner
from ..speech.times import STAMP, parse_time

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

#: ``voice`` and ``caption``: the speaker of a cue, and a name before its words. ``question``: a
#: name inside a question that stands out. ``set off``: a name that something else than a colon ends,
#: or that stands alone. ``nick``: of a chat.
Form = Literal[
    'plain', 'emphasis', 'bracket', 'timed', 'chevron',
    'voice', 'caption', 'question', 'set off', 'nick',
]  # fmt: skip

HEAD: Final = 200
TIME: Final = rf'(?:\\?\[{{1,2}}{STAMP}\\?\](?:\([^()\s]{{1,99}}\)\]?)?|\({STAMP}\)|{STAMP})'
_IN_BRACKETS = rf'(?:\\?\[{{1,2}}{STAMP}\\?\](?:\([^()\s]{{1,99}}\)\]?)?|\({STAMP}\))'
_LEADING_TIME = re.compile(rf'(?P<time>{TIME})(?:\s?[-–])?\s{{1,3}}')
_TRAILING_TIME = re.compile(rf'\s{{0,3}}(?P<time>{TIME})$')
#: What opens emphasis, and what closes it; the longer ones first.
EMPHASIS: Final = {
    '**_': '_**', '_**': '**_', '***': '***', '__*': '*__', '*__': '__*',
    '**': '**', '__': '__', '*': '*', '_': '_',
    '<b>': '</b>', '<strong>': '</strong>', '<i>': '</i>', '<em>': '</em>',
}  # fmt: skip
_OPENING = re.compile(
    rf'(?:\#{{1,6}}\s{{1,3}})?(?:(?P<time>{TIME})\s{{0,3}})?'
    rf'(?P<mark>{"|".join(map(re.escape, EMPHASIS))})'
)
_INSIDE = re.compile(
    rf"""\s{{0,3}}(?:(?P<t1>{TIME})\s{{0,3}})? (?P<name>\S.{{0,99}}?)
    \s{{0,3}}(?P<t2>{TIME})?\s{{0,3}} (?P<colon>[:：])?\s{{0,3}}""",
    re.VERBOSE,
)
#: What follows a name in emphasis: times, and a colon, a dash or the end of the line.
_BEHIND = re.compile(
    rf"""\s{{0,3}}(?P<t1>{TIME})?\s{{0,3}}
    (?P<colon>[:：]|[—–-]\s|<br\s?/?>)?\s{{0,3}}(?P<t2>{TIME})?""",
    re.VERBOSE,
)
_LINK = re.compile(r'\[([^\[\]]{1,80})\](?:\([^()\s]{0,99}\)|\[[^\[\]]{0,60}\])')
_BRACKET = re.compile(
    rf"""(?:(?P<t1>{TIME})\s{{0,3}})? \[(?P<name>[^\[\]]{{1,80}})\]
    \s{{0,3}}(?P<t2>{TIME})?\s{{0,3}} (?P<c1>[:：])?(?=\s|$)""",
    re.VERBOSE,
)
#: ``Ada  0:12``, and a name that a time in brackets parts from the words.
_TIMED = re.compile(rf'(?P<name>\S.{{0,79}}?)(?:\s{{2,9}}|\t|\s(?=[\[(])):?(?P<time>{TIME}):?$')
_TIME_BETWEEN = re.compile(
    rf'(?P<name>[^\W\d_][^\[\](]{{0,50}}?)\s(?P<time>{_IN_BRACKETS})\s(?=\S)'
)
#: ``[00:00:51] Ada``: a time, and a name alone.
_TIME_BEFORE = re.compile(
    rf'(?P<time>{TIME})(?:\s?[-–])?\s{{1,3}}(?P<name>[^\W\d_][^:：]{{0,59}})$'
)
_CHEVRON = re.compile(r'>>\s?(?!>)')

_HONORIFIC = re.compile(
    r'\b(?:(?:[^\W\d_]\.){0,4}[^\W\d_]|Dr|Mrs?|Ms|Mx|Prof|Rev|Sen|St|Jr|Sr|Mme)\.(?=\s|$)',
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r',?\s(?:Ph\.?\s?D|Psy\.?D|M\.?D|M\.?A|B\.?A|M\.?Sc|Jr|Sr|I{2,3}|IV|Esq)\b\.?', re.IGNORECASE
)
_LAST_BRACKET = re.compile(r'\([^()\[\]]{1,60}\)$|\[[^()\[\]]{1,60}\]$')
_PARENTHESES = re.compile(r'\([^()]{0,60}\)')
#: ``Ada Reader, journalist`` and ``READER, ADA``.
_WITH_COMMA = re.compile(
    r'[^,\s]{1,30}(?:\s[^,\s]{1,30}){1,4},\s[^,]{2,40}|[^\W\d_a-z][^,a-z]{1,40},\s[^,a-z]{2,40}'
)
#: No name has these.
_ODD = '"“”„«»`<>{}=\\:：*'
_SCHEMES = frozenset({'http', 'https', 'ftp', 'mailto', 'file'})
_INVISIBLE = re.compile('[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]')
_QUOTES = {'"': '"', '“': '”', '„': '“', '«': '»'}
_NUMBERED = re.compile(r'(Q|A|Question|Answer|问|答|問|문|답)[ .]?\d{1,3}', re.IGNORECASE)


class Label(NamedTuple):
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
    if first in '*_#<':
        return _emphasis(text, declared)
    if first in '[\\':
        return _bracket(text, declared) or _emphasis(text, declared) or _plain(text, declared)
    if first == '>':
        return _chevron(text, declared)
    if first in '(0123456789':
        return _emphasis(text, declared) or _plain(text, declared)
    return _plain(text, declared)


def _emphasis(text: str, declared: Container[str]) -> Label | None:
    head = text[:HEAD]
    opening = _OPENING.match(head)
    end = EMPHASIS[opening['mark']] if opening else ''
    close = head.find(end, opening.end()) if opening else -1
    if opening is None or close < 0:
        return None
    inside = _INSIDE.fullmatch(_LINK.sub(r'\1', head[opening.end() : close]))
    behind = _BEHIND.match(head, close + len(end))
    if inside is None or behind is None:
        return None
    rest = text[behind.end() :]
    times = [opening['time'], inside['t1'], inside['t2'], behind['t1'], behind['t2']]
    # A time makes a label of a heading, of a name alone; in brackets it parts name and words
    is_apart = text[0] == '#' or not rest.strip() or (behind['t1'] or ' ')[0] in '[(\\'
    if not (inside['colon'] or behind['colon'] or (any(times) and is_apart)):
        return None
    return make_label(inside['name'], rest, 'emphasis', times, declared)


def _bracket(text: str, declared: Container[str]) -> Label | None:
    match = _BRACKET.match(text[:HEAD])
    if match is None or not (match['t1'] or match['t2'] or match['c1']):
        return None
    if re.fullmatch(STAMP, match['name']):
        return None
    times = [match['t1'], match['t2']]
    return make_label(match['name'], text[match.end() :], 'bracket', times, declared)


def _chevron(text: str, declared: Container[str]) -> Label | None:
    match = _CHEVRON.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    named = _plain(rest, declared)
    return named and named._replace(form='chevron')


def _plain(text: str, declared: Container[str]) -> Label | None:
    head = text[:HEAD]
    colon = _colon(head)
    if colon < 0:
        return _timed(text, declared)
    name, times = _without_times(head[:colon])
    label = make_label(name, text[colon + 1 :], 'plain', times, declared)
    return label or _time_between(text, declared)


@lru_cache(1000)
def _without_times(name: str) -> tuple[str, tuple[str, ...]]:
    """Take the times off that stand before and behind a name."""
    times = []
    if match := _LEADING_TIME.match(name):
        times.append(match['time'])
        name = name[match.end() :]
    if match := _TRAILING_TIME.search(name):
        times.append(match['time'])
        name = name[: match.start()]
    return name, tuple(times)


def _colon(head: str) -> int:
    """Return where the first colon stands that ends a name: before a space, or full-width."""
    wide = head.find('：')
    colon = head.find(':')
    while colon >= 0 and head[colon + 1 : colon + 2].strip():
        colon = head.find(':', colon + 1)
    if colon > 0 and head[colon - 1] == '\\':
        return -1
    return max(wide, colon) if wide < 0 or colon < 0 else min(wide, colon)


def _timed(text: str, declared: Container[str]) -> Label | None:
    """Return a label that a time makes one: ``Ada  0:12``, ``[0:12] Ada``, ``Ada [0:12] words``."""
    line = text.rstrip()
    if line and len(text) <= 120:
        if line[-1:] in '0123456789])' and (match := _TIMED.fullmatch(line)):
            return make_label(match['name'], '', 'timed', [match['time']], declared)
        if line[0] in '([\\0123456789' and (match := _TIME_BEFORE.fullmatch(line)):
            return make_label(match['name'], '', 'timed', [match['time']], declared)
    return _time_between(text, declared)


def _time_between(text: str, declared: Container[str]) -> Label | None:
    head = text[:80]
    if '[' not in head and '(' not in head:
        return None
    match = _TIME_BETWEEN.match(head)
    if match is None or not match['name'][:1].isupper():
        return None
    return make_label(match['name'], text[match.end() :], 'timed', [match['time']], declared)


def make_label(
    name: str,
    rest: str,
    form: Form,
    times: Sequence[str | None] = (),
    declared: Container[str] = frozenset(),
) -> Label | None:
    """Return the label if *name* may be one.

    :param times: as written, of which the first counts
    """
    shown, manner = name.strip(), ''
    if key(shown) not in declared:
        shown, manner = _split_manner(shown)
        shown = _as_name(shown)
        if not (is_name(shown) or key(shown) in declared):
            return None
    time, rest = _time_in(rest)
    if times and (stamps := [stamp for stamp in times if stamp]):
        time = parse_time(stamps[0].split('(h')[0].strip('\\[]()'))
        if time is None:  # the reader finds it there, and says so
            rest = f' {stamps[0]}{rest}'
    if manner:
        rest = f' {manner} {rest.lstrip()}'.rstrip()
    return Label(shown, rest, form, time, name[-1:].isspace())


@lru_cache(1000)
def _split_manner(name: str) -> tuple[str, str]:
    """Split ``Ada (laughing)`` into a name and how its words are said."""
    match = _LAST_BRACKET.search(name) if name[-1:] in {')', ']'} else None
    if match is None or not match.start() or not is_manner(match[0]):
        return name, ''
    bracket = match[0]
    return name[: match.start()].rstrip(), f'{bracket[0]}{bracket[1:-1].strip()}{bracket[-1]}'


@lru_cache(1000)
def _as_name(name: str) -> str:
    """Return *name* without quotation marks around it, and ``Q`` for ``Q1``."""
    if name[:1] in _QUOTES and name[-1:] == _QUOTES[name[0]]:
        name = name[1:-1].strip()
    numbered = _NUMBERED.fullmatch(name)
    return numbered[1] if numbered else name


_REST_TIME = re.compile(
    rf'\s{{0,3}}(?:\\?\[{{1,2}}({STAMP})\\?\](?:\([^()\s]{{1,99}}\)\]?)?\s{{0,3}}|({STAMP})\s{{0,9}}$)'
)


def _time_in(rest: str) -> tuple[float | None, str]:
    """Take a time off the start of what follows a label; a bare one only if it is all."""
    first = rest[:4].lstrip()[:1]
    may_be = first.isdecimal() or first in {'[', '\\'}
    match = _REST_TIME.match(rest[:HEAD]) if may_be else None
    if match is None or (match[2] and len(rest) > HEAD):
        return None, rest
    time = parse_time(match[1] or match[2])
    return (None, rest) if time is None else (time, rest[match.end() :])


@lru_cache(1000)
def is_name(name: str) -> bool:
    """Whether *name* has nothing that the name of a speaker can't have."""
    if not name.strip('?') or len(name) > (80 if '(' in name else 60):
        return bool(name) and not name.strip('?')
    is_odd = any(sign in name for sign in _ODD) or '()' in name or name.casefold() in _SCHEMES
    if is_odd or not (name[0].isalpha() or name[0] == '@'):
        return False
    bare = _HONORIFIC.sub('', _SUFFIX.sub('', _PARENTHESES.sub('', name)))
    if ',' in bare and not (_WITH_COMMA.fullmatch(bare) and bare[0].isupper()):
        return False
    if re.search(r'[.!?;](?:\s|$)|[。！？；，、]', bare):
        return False
    return len(bare.split()) <= 6
