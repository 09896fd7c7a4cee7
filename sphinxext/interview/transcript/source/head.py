"""What a transcript says of itself: front matter, or ``Key: value`` lines at its head."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast, get_args

from ..model import Finding, Markup, Paragraphs, Questions
from .decoding import number_lines
from .fields import Block, Field, joined
from .frontmatter import split_front_matter
from .headpeople import declared_in, parse
from .keys import METADATA, READING, ROLES, option_of
from .keyvalue import read_comment, split_key_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model import Line, Speaker

#: In captions, a comment with metadata stands no farther down.
_FAR: Final = 200
#: What the options of reading may be.
_CHOICES: Final = {
    'markup': get_args(Markup),
    'paragraphs': get_args(Paragraphs),
    'questions': get_args(Questions),
}
#: Keys that may stand on several lines.
_LISTS: Final = frozenset({*ROLES, 'tags', 'recording'})
_CLOCK = re.compile(r'(\d{4}-\d\d-\d\d)[T ]\d\d:.*')


class Head(NamedTuple):
    """What a transcript says of itself, and what it says besides."""

    #: By option; what is no option, by its key in lower case.
    fields: dict[str, Field]
    #: Those whom it declares.
    people: tuple[Speaker, ...]
    #: The lines that are no head.
    lines: list[Line]
    findings: tuple[Finding, ...]

    @property
    def metadata(self) -> dict[str, str]:
        """What describes the conversation, by option."""
        wanted = ('title', *METADATA, 'recording')
        return {name: self.fields[name].value for name in wanted if name in self.fields}

    @property
    def markup(self) -> Markup | None:
        """How the words are written."""
        return cast('Markup | None', self._value('markup'))

    @property
    def paragraphs(self) -> Paragraphs | None:
        """What ends a paragraph."""
        return cast('Paragraphs | None', self._value('paragraphs'))

    @property
    def questions(self) -> Questions | None:
        """What sets questions apart."""
        return cast('Questions | None', self._value('questions'))

    def _value(self, name: str) -> str | None:
        return self.fields[name].value if name in self.fields else None


def split_metadata(lines: list[Line]) -> Head:
    """Tell the head of a transcript from the rest of its lines.

    :raises TranscriptError: ``yaml_missing``
    """
    block = _split(lines)
    fields, findings = _by_option(block.fields)
    fields, wrong = _with_valid_choices(fields)
    people, doubtful = declared_in(block.fields, block.rest)
    return Head(fields, people, block.rest, (*block.findings, *findings, *wrong, *doubtful))


def is_head_block(found: Mapping[str, str]) -> bool:
    """Whether ``Key: value`` lines that say *found* are read as the head of a transcript."""
    lines = [f'{name}: {value}' for name, value in found.items()]
    try:
        names = [person.name for role in ROLES for person in parse(found.get(role, ''), role)]
    except ValueError:
        return False
    turns = [f'{name}: Yes.' for name in names or ['Ada']]
    head = split_metadata(number_lines('\n'.join([*lines, '', *turns])))
    read = {name: field.value for name, field in head.fields.items()}
    return bool(found) and read == dict(found)


def _split(lines: list[Line]) -> Block:
    start = next((index for index, (_, text) in enumerate(lines) if text.strip()), len(lines))
    below = lines[start:]
    if not below:
        return Block([], lines, [])
    if below[0][1].startswith('WEBVTT'):
        return Block(_comment(below), lines, [])
    return split_front_matter(below) or split_key_value(below) or Block([], lines, [])


def _comment(lines: list[Line]) -> list[Field]:
    """Return what a comment at the start of captions says, where WebVTT has room for it."""
    for index, (_, text) in enumerate(lines[:_FAR]):
        if '-->' in text:
            break
        if text.rstrip() == 'NOTE':
            below = itertools.takewhile(lambda line: line[1].strip(), lines[index + 1 :])
            if found := read_comment(list(below)):
                return found
    return []


def _by_option(fields: Iterable[Field]) -> tuple[dict[str, Field], list[Finding]]:
    """Return what each key says; of two that mean one option, the one that has its name counts."""
    found: dict[str, Field] = {}
    findings = []
    for field in fields:
        name, own = _meaning(field), ' '.join(field.key.split()).casefold()
        before = found.get(name)
        if before is None:
            found[name] = field._replace(value=_plain(name, field.value))
        elif name in _LISTS:
            found[name] = before._replace(value=joined([before.value, _plain(name, field.value)]))
        elif own == before.key.casefold():
            text = f'{field.key!r} stands in the head twice; line {before.line} counts'
            findings.append(Finding('metadata_invalid', 'warning', field.line, text))
        elif own == name:
            found[name] = field._replace(value=_plain(name, field.value))
        else:
            found.setdefault(own, field)
    return found, findings


def _meaning(field: Field) -> str:
    """Return the option that a field says, or its key: the ``url`` of a page may be a path."""
    own = ' '.join(field.key.split()).casefold()
    name = option_of(field.key)
    return own if name == 'source' != own and '://' not in field.value else name


def _plain(name: str, value: str) -> str:
    """Return a value as the directive's option has it."""
    if name in {'date', 'published'}:
        return _CLOCK.sub(r'\1', value)
    return joined(re.split('[;,]', value)) if name == 'tags' else value


def _with_valid_choices(fields: dict[str, Field]) -> tuple[dict[str, Field], list[Finding]]:
    """Take out how the words should be read where there is no such way."""
    findings = []
    for name in READING:
        if (field := fields.get(name)) is None:
            continue
        value = field.value.casefold()
        if value in _CHOICES[name]:
            fields[name] = field._replace(value=value)
        else:
            del fields[name]
            allowed = ', '.join(_CHOICES[name])
            text = f'{name} is {field.value!r} in the head, but must be one of {allowed}'
            findings.append(Finding('metadata_invalid', 'warning', field.line, text))
    return fields, findings
