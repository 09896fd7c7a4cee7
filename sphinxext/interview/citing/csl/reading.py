"""CSL-JSON that others wrote: whatever they cite, as records."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ..names import Name
from ..record import Record
from .dates import read_date

if TYPE_CHECKING:
    from ..dates import Date

#: What CSL-JSON may have of HTML in its texts.
_MARKUP = re.compile(r'<(i|b|sup|sub|span|sc)(?:\s[^<>]*)?>(.*?)</\1>', re.DOTALL)
#: Who stands first, where there is no author.
_FIRST = ('author', 'director', 'composer', 'host', 'container-author')


class Sources(NamedTuple):
    """What a file holds."""

    records: list[Record]
    #: A sentence for each item that isn't right, which names it.
    problems: list[str]


def parse_csl_json(text: str) -> Sources:
    """Read CSL-JSON: a list of items, of any type. What is wrong with one leaves the others alone.

    :raises ValueError: if it isn't that
    """
    items = json.loads(text)
    if not isinstance(items, list):
        raise ValueError('not a list of objects')  # noqa: TRY004 -- as of what is no JSON
    found = Sources([], [])
    seen: set[str] = set()
    for number, item in enumerate(items, 1):
        key = str(item.get('id') or '').lower() if isinstance(item, dict) else ''
        if not key or key in seen:
            problem = 'has an id that another has' if key else 'is no object with an id'
            found.problems.append(f'item {number} {problem}')
            continue
        seen.add(key)
        record, wrong = _Item(item, key).read()
        found.records.append(record)
        if wrong:
            found.problems.append(f'item {item["id"]!r}: {"; ".join(wrong)}')
    return found


class _Item:
    """One item, which may hold anything."""

    def __init__(self, item: dict[str, Any], key: str) -> None:
        self.item = item
        self.key = key
        self.wrong: list[str] = []

    def read(self) -> tuple[Record, list[str]]:
        first = ((role, self._names(role)) for role in _FIRST)
        role, people = next((one for one in first if one[1]), ('', ()))
        record = Record(
            key=self.key,
            type=self._text('type') or 'document',
            title=self._text('title'),
            interviewees=people,
            role='director' if role == 'director' else 'host' if role == 'host' else '',
            interviewers=self._names('interviewer'),
            others=self._names('contributor'),
            editors=self._names('editor'),
            translators=self._names('translator'),
            issued=self._date('issued'),
            conducted=self._date('event-date'),
            accessed=self._date('accessed'),
            container=self._text('container-title'),
            publisher=self._text('publisher'),
            place=self._text('publisher-place', 'archive-place'),
            medium=self._text('medium'),
            genre=self._text('genre'),
            archive=self._archive(),
            number=self._text('number'),
            edition=self._text('edition'),
            version=self._text('version'),
            volume=self._text('volume'),
            issue=self._text('issue'),
            pages=self._text('page'),
            url=self._text('URL'),
            doi=self._text('DOI').removeprefix('https://doi.org/'),
            language=self._text('language'),
            tags=tuple(filter(None, map(str.strip, self._text('keyword').split(',')))),
        )
        return record, self.wrong

    def _text(self, *names: str) -> str:
        """Return the first of some fields as words, without markup."""
        for name in names:
            value = self.item.get(name)
            if isinstance(value, list) and value:  # as Crossref has titles
                value = value[0]
            if isinstance(value, str | int | float) and value != '':
                text = ' '.join(str(value).split())
                while (plain := _MARKUP.sub(r'\2', text)) != text:
                    text = plain
                return text
            if value:
                self.wrong.append(f'{name} is no text')
        return ''

    def _archive(self) -> str:
        parts = ('archive_location', 'archive_collection', 'archive')
        return ', '.join(filter(None, map(self._text, parts)))

    def _date(self, name: str) -> Date | None:
        try:
            return read_date(self.item.get(name))
        except ValueError as error:
            self.wrong.append(f'{name} is {error}')
            return None

    def _names(self, role: str) -> tuple[Name, ...]:
        found = self.item.get(role) or []
        if not isinstance(found, list) or not all(isinstance(name, dict) for name in found):
            self.wrong.append(f'{role} is no list of names')
            return ()
        names = tuple(map(_name, found))
        if Name() in names:
            self.wrong.append(f'{role} has somebody without a name')
        return tuple(name for name in names if name != Name())


def _name(given: dict[str, Any]) -> Name:
    parts = {part: value for part, value in given.items() if isinstance(value, str)}
    particles = [parts.get(f'{kind}-particle', '') for kind in ('dropping', 'non-dropping')]
    return Name(
        family=parts.get('family', ''),
        given=parts.get('given', ''),
        particle=' '.join(filter(None, particles)),
        suffix=parts.get('suffix', ''),
        literal=parts.get('literal', ''),
    )
