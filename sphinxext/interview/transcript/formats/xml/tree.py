"""XML as a tree whose elements know their lines; what could burst or reach for files is refused."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from ...model import TranscriptError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Line

#: Deeper than any transcript, and shallow enough to walk down step by step.
_DEPTH = 200


@dataclass(slots=True)
class Element:
    """An element; its name and those of its attributes have no prefixes."""

    tag: str
    attributes: dict[str, str]
    line: int
    #: Words and elements, in order.
    parts: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, empty where there is none."""
        return self.attributes.get(name, '')

    def children(self, *tags: str) -> list[Element]:
        """Return the elements right below this one that are called one of *tags*."""
        return [part for part in self.parts if isinstance(part, Element) and part.tag in tags]

    def inside(self, *tags: str) -> Iterator[Element]:
        """Return all elements below this one that are called one of *tags*, in order."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.tag in tags:
                    yield part
                yield from part.inside(*tags)

    def words(self) -> str:
        """Return all words, as they are."""
        pieces = (part if isinstance(part, str) else part.words() for part in self.parts)
        return ''.join(pieces)

    def text(self) -> str:
        """Return all words, with single blanks between them."""
        return ' '.join(self.words().split())


def parse_xml(lines: list[Line]) -> Element:
    """Return the root of a document.

    :raises TranscriptError: ``xml_invalid``
    """
    first = lines[0][0] if lines else 1
    builder = _Builder(first)
    try:
        builder.parser.Parse('\n'.join(text for _, text in lines).encode('utf-8'), True)
    except expat.ExpatError as error:
        message = f'this is no XML: {expat.ErrorString(error.code)}, column {error.offset + 1}'
        raise TranscriptError('xml_invalid', first + error.lineno - 1, message) from error
    return builder.top.children(*(part.tag for part in builder.top.parts))[0]  # type: ignore[union-attr]


class _Builder:
    """Puts the tree together."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.top = Element('', {}, first)
        self._open = [self.top]
        parser = self.parser = expat.ParserCreate('utf-8')
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._open.pop()
        parser.CharacterDataHandler = self._hear
        parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = {key.rpartition(':')[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(':')[2], local, self._line())
        self._open[-1].parts.append(element)
        self._open.append(element)
        if len(self._open) > _DEPTH:
            raise TranscriptError('xml_invalid', self._line(), 'the elements are nested too deep')

    def _hear(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def _refuse(self, *_: object) -> None:
        """Entities may stand for any number of words; none of a transcript needs them."""
        raise TranscriptError('xml_invalid', self._line(), 'entity declarations are not read')

    def _line(self) -> int:
        return self._first + self.parser.CurrentLineNumber - 1


class _Found(Exception):  # noqa: N818 - no error
    """A declaration, or the start of the root, below which there is none."""


def has_doctype(content: bytes) -> bool:
    """Whether a document declares its type, and perhaps entities, in whatever encoding."""
    parser = expat.ParserCreate()
    kinds: list[str] = []

    def note(kind: str) -> None:
        kinds.append(kind)
        raise _Found

    parser.StartDoctypeDeclHandler = lambda *_: note('doctype')
    parser.StartElementHandler = lambda *_: note('root')
    # Who reads a broken document finds the same error, and says so
    with contextlib.suppress(_Found, expat.ExpatError, LookupError, ValueError):
        parser.Parse(content, True)
    return kinds == ['doctype']
