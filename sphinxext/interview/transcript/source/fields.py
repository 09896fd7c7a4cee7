"""What a head says, key by key, before anybody asks what the keys mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Finding, Line

_PAIR = re.compile(
    r'[ \t]{0,8}(["\']?)([^\W_][^"\':=#\[\]{}]{0,60})\1[ \t]{0,9}[:=](?:[ \t]+(.*))?'
)
_TABLE = re.compile(r'\[[^\[\]]{1,60}\]|\[\[[^\[\]]{1,60}\]\]')
_QUOTED = re.compile(r'(["\'])(.*)\1')
_LIST = re.compile(r'\[([^\[\]]*)\]')


class Field(NamedTuple):
    """One key of a head with its value."""

    key: str
    #: Several values are separated by ``;``.
    value: str
    line: int


class Block(NamedTuple):
    """A head, cut off from the lines that aren't part of it."""

    fields: list[Field]
    rest: list[Line]
    findings: list[Finding]


class BrokenHeadError(ValueError):
    """A head isn't what its marks say."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


def joined(values: Iterable[object]) -> str:
    """Return several values as one."""
    return '; '.join(text for text in map(as_text, values) if text)


def as_text(value: object) -> str:
    """Return a value as text: of a list its items, of a mapping its ``name``.

    Nothing of ours is deeper, and what is could stand for any number of words.
    """
    if isinstance(value, dict):
        value = value.get('name')
    if isinstance(value, list):
        return joined(item for item in value if not isinstance(item, list))
    if isinstance(value, bool):
        return 'yes' if value else 'no'
    return '' if value is None or isinstance(value, dict) else ' '.join(str(value).split())


def plain(text: str) -> str:
    """Return a value without the quotation marks around it; of ``[a, "b"]`` its items."""
    text = ' '.join(text.split())
    if listed := _LIST.fullmatch(text):
        return joined(map(plain, listed[1].split(',')))
    match = _QUOTED.fullmatch(text)
    return match[2] if match and match[1] not in match[2] else text


def starts_with_key(line: str) -> bool:
    """Whether a line of front matter is a key, with or without its value."""
    return _PAIR.fullmatch(line.rstrip().removesuffix(',')) is not None


def line_by_line(lines: list[Line]) -> Iterator[Field]:
    """Yield what each line of front matter says, however broken the others are.

    The items below a key without a value are its list; tables of TOML are deeper.
    """
    field: Field | None = None
    for number, line in lines:
        text = line.strip()
        if _TABLE.fullmatch(text):
            break
        if match := _PAIR.fullmatch(line.rstrip().removesuffix(',')):
            if field:
                yield field
            field = Field(match[2].strip(), plain(match[3] or ''), number)
        elif field and text.startswith('- '):
            field = field._replace(value=joined([field.value, plain(text[2:])]))
    if field:
        yield field
