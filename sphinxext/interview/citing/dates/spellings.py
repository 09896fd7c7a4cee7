"""Dates as people write them, where that has one meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from . import vocabulary
from .edtf import joined, made, parse_edtf
from .model import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASH: Final = '[-‐‑‒–—−]'
#: The time of day, which isn't kept.
_TIME: Final = re.compile(
    r'(?:,? at|,)? \d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?'
    r'(?: ?(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d))?$',
    re.IGNORECASE,
)
_CIRCA: Final = re.compile(
    r'(?:~|(?:c\.|ca\.|(?:c|ca|circa|approx\.?|approximately|around|about|um|etwa|gegen|vers|environ'
    r'|около|hacia|verso)(?= )))\s*',
    re.IGNORECASE,
)
#: ``1900s`` and ``2000s`` may be decades or centuries.
_DECADE: Final = re.compile(r"(?:the )?(\d\d[1-9])0(?:['’]?s|er(?: jahre)?)", re.IGNORECASE)
#: Day before month where there are full stops: no language of the CLDR writes it the other way.
_NUMERIC: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf'(?P<y>\d{{4}})(?P<mark>{_DASH}|[./])(?P<m>\d\d?)(?P=mark)(?P<d>\d\d?)',
        r'(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)',
        r'(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>\d{4})',
        rf'(?P<y>\d{{4}})(?:\.|{_DASH})(?P<m>\d\d?)',
        r'(?P<m>\d\d?)[./](?P<y>\d{4})',
        r'(?P<y>\d{4}) ?[年년](?: ?(?P<m>\d\d?) ?[月월](?: ?(?P<d>\d\d?) ?[日일])?)?',
    )
)
_SLASHED: Final = re.compile(rf'(\d\d?)(/|{_DASH})(\d\d?)\2(\d{{4}})')
_TOKEN: Final = re.compile(r'(\d+)(?:st|nd|rd|th|er|º|ª|\.)?(?![^\W_])|([^\W\d_]+)\.?|(\S)')
#: In which order day, month (or season) and year are understood.
_ORDERS: Final = frozenset({'dmy', 'mdy', 'ymd', 'my', 'ym', 'sy', 'ys', 'y'})
#: Between two dates; a hyphen also stands inside of one, so it is the last to be tried.
_BETWEEN: Final = (
    re.compile(rf' {_DASH} | ?--+ ?| (?:to|until|till|bis|au|al) ', re.IGNORECASE),
    re.compile(' ?[‒–—−] ?'),
    re.compile(r'(?<=\d)-(?=\d)'),
)


def parse_spelled(text: str) -> Date | None:
    """Read what isn't EDTF as a whole; None if it has no meaning, or several."""
    return _spelled(_TIME.sub('', text.rstrip('.,')))


def _spelled(text: str) -> Date | None:
    if match := _CIRCA.match(text):
        return _marked(text[match.end() :], '~')
    if text.endswith('?'):
        return _marked(text[:-1].rstrip(), '?')
    if match := _DECADE.fullmatch(text):
        return Date(int(match[1]) * 10, unknown='X')
    return _numeric(text) or _in_words(text) or _from_to(text)


def _marked(text: str, mark: str) -> Date | None:
    date = parse_edtf(text) or _spelled(text)
    if date is None or date.end or mark in date.mark:
        return None
    return date._replace(mark='%' if date.mark else mark)


def _numeric(text: str) -> Date | None:
    for pattern in _NUMERIC:
        if match := pattern.fullmatch(text):
            found = [match.groupdict().get(part) for part in 'ymd']
            numbers = [int(part) for part in found if part is not None]
            return made(*numbers) if all(numbers) else None
    if match := _SLASHED.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        days = {made(year, second, first), made(year, first, second)} - {None}
        return days.pop() if len(days) == 1 and first and second else None
    return None


def _in_words(text: str) -> Date | None:
    """Read day, month or season, and year."""
    found: dict[str, int] = {}
    for kind, value in _tokens(text):
        if kind in found or not kind or not value:
            return None
        found[kind] = value
    if ''.join(found) not in _ORDERS:
        return None
    if 's' in found:
        return Date(found['y'], found['s'])
    return made(found['y'], found.get('m', 0), found.get('d', 0))


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield ``d``, ``m``, ``s`` or ``y`` with its number; no letter for what isn't understood."""
    for number, word, sign in _TOKEN.findall(text):
        name = _folded(word)
        if number:
            yield {4: 'y', 1: 'd', 2: 'd'}.get(len(number), ''), int(number)
        elif season := vocabulary.SEASONS.get(name):
            yield 's', season
        elif month := _month(name):
            yield 'm', month
        elif sign != ',' and name not in vocabulary.IGNORED:
            yield '', 0


@lru_cache(100)
def _month(word: str) -> int:
    """Return the month that a word means, whole or its first three letters at least; 0 if several."""
    found = {
        number
        for number, names in enumerate(vocabulary.MONTHS, 1)
        if len(word) > 2 and any(name.startswith(word) for name in names)
    }
    return found.pop() if len(found) == 1 else 0


def _folded(word: str) -> str:
    """Return a word in lower case, without accents."""
    letters = unicodedata.normalize('NFKD', word.casefold())
    return ''.join(letter for letter in letters if not unicodedata.combining(letter))


def _from_to(text: str) -> Date | None:
    """Read a range; what both ends share may stand once: ``5–7 November 2024``."""
    text = text.removeprefix('from ').removeprefix('From ')
    ends = next((ends for mark in _BETWEEN if len(ends := mark.split(text)) == 2), [])
    if not all(ends) or not ends:
        return None
    start, end = ends
    head, tail = start.rpartition(' ')[0], end.partition(' ')[2]
    lasts = [end, f'{head} {end}'] if head else [end]
    firsts = [start, f'{start} {end.split()[-1]}', *([f'{start} {tail}'] if tail else [])]
    for first, last in ((_one(f), _one(e)) for f in firsts for e in lasts):
        if first and last:
            return joined(first, last)
    return None


def _one(text: str) -> Date | None:
    date = parse_edtf(text) or _numeric(text) or _in_words(text)
    return None if date and date.end else date
