"""Lines of the form ``Key: value``, with the lines that go on with the value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from .fields import Field, joined, plain
from .keys import ROLES, is_known, option_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line

#: So many lines tell who speaks.
NEAR: Final = 2000
#: No head is longer.
_FAR: Final = 100
#: A key may stand in a list item, and be emphasised with its colon or without.
_ENTRY = re.compile(
    r"""(?:[-*+•][ \t]{1,3})? (?P<mark>\*\*|__|\*|_|)
    (?P<key>[^\W\d_][^:：*\n\[\]<>"“”]{0,49}?) [ ]?(?:[:：](?P=mark)|(?P=mark)[ ]?[:：])
    (?P<value>.*)""",
    re.VERBOSE,
)
_LINE_END = re.compile(r'(?:\\|<br ?/?>)$', re.IGNORECASE)
_SENTENCE = re.compile(r'[.?!…。？！]["\'”’»)\]*_]{0,3}$')
_ABBREVIATION = re.compile(r'(?:\b\w|\b(?:Jr|Sr|Inc|Ltd|Co|Dr|St|Esq|etc|Ph\.D|M\.D))\.$')
_TITLE_LINE = re.compile(r'#{1,6}[ \t]+\S.*|([=\-~*_+])(?:[ ]?\1){2,}')


class Entry(NamedTuple):
    """A line that may be one of a head, with the lines that go on with it."""

    field: Field
    #: The value's lines as they are.
    lines: list[str]
    #: Where the lines below it begin.
    end: int
    #: A blank line stands above.
    is_apart: bool

    @property
    def option(self) -> str:
        return option_of(self.field.key)

    @property
    def is_known(self) -> bool:
        if self.option == 'name' and ' ' in self.field.value:
            return False  # somebody's name, and no address
        return is_known(self.field.key) and bool(self.field.value or self.option not in ROLES)


def read_entries(lines: list[Line], start: int) -> Iterator[Entry]:
    """Yield the entries that follow each other; the first other line ends them."""
    index, is_apart = start, False
    while index < min(len(lines), start + _FAR):
        number, text = lines[index]
        if not text.strip():
            is_apart, index = True, index + 1
            continue
        match = _ENTRY.fullmatch(text.rstrip()) if text[0] not in ' \t' else None
        if match is None or not _is_key(match['key'], match['value'], text):
            return
        index += 1
        values = [_LINE_END.sub('', match['value'].strip()).rstrip()]
        while index < len(lines) and _goes_on(lines[index][1], has_value=bool(values[0])):
            values.append(lines[index][1].strip())
            index += 1
        yield Entry(Field(match['key'].strip(), _value(values), number), values, index, is_apart)
        is_apart = False


def key_of(line: str) -> str:
    """Return the option or key that a line begins with, if it has the form."""
    match = _ENTRY.match(line.lstrip(' ')[:100])
    return option_of(match['key']) if match else ''


def below_title(lines: list[Line]) -> int:
    """Return where a head would begin: behind a title, which is a heading or a line alone."""
    near = [text[:200].strip() for _, text in lines[:8]]
    match = _ENTRY.match(near[0])
    if match and (is_known(match['key']) or (len(near) > 1 and near[1])):
        return 0
    is_title = len(near[0].split()) <= 20 and not is_sentence(near[0])
    index = 1 if is_title or _TITLE_LINE.fullmatch(near[0]) else 0
    while index and index < len(near) and (not near[index] or _TITLE_LINE.fullmatch(near[index])):
        index += 1
    return index


def is_sentence(value: str) -> bool:
    """Whether *value* ends as a sentence does, and not in an abbreviation."""
    return bool(_SENTENCE.search(value)) and not _ABBREVIATION.search(value)


def _is_key(key: str, value: str, text: str) -> bool:
    """Whether a line has the form of an entry: unknown keys are few words, with a space behind."""
    if is_known(key):
        return not value.startswith('//')
    has_space = not value or value[0].isspace() or '：' in text
    return has_space and len(key.split()) <= 4


def _goes_on(text: str, *, has_value: bool) -> bool:
    """Whether a line goes on with the value above: it is indented, or an item of its list."""
    if not text.strip():
        return False
    if text[0] in ' \t':
        match = _ENTRY.match(text.strip())
        return match is None or text.startswith(('    ', '\t')) or not match['value'].strip()
    return not has_value and text.startswith('- ') and _ENTRY.match(text) is None


def _value(values: list[str]) -> str:
    """Return the value that stands on several lines: one text, or below the key a list."""
    if len(values) > 1 and not values[0]:
        return joined(plain(value.removeprefix('- ')) for value in values)
    return plain(' '.join(values))
