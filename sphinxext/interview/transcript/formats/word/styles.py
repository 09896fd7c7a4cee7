"""What the styles and lists of a Word document make of its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W: Final = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
#: A style's name is English in every language of Word; its identifier isn't.
_HEADING = re.compile(r'(?:heading|berschrift|titre)\s?([1-6])', re.IGNORECASE)
_LETTERS = re.compile(r'[^\W\d_]')
#: Styles are based on each other, but hardly deeper.
_DEPTH = 20


class Look(NamedTuple):
    """How words look: None where a style leaves it to another."""

    bold: bool | None = None
    italic: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look where it says something, else the *other*."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
        )


class Styles:
    """The styles and numberings of a document, and how far each list has counted."""

    def __init__(self, styles: Element, numbering: Element) -> None:
        self._styles = {_value(style, 'styleId'): style for style in styles.iter(f'{W}style')}
        self._looks: dict[str, Look] = {}
        self._lists = _lists(numbering)
        self._counts: Counter[tuple[str, str]] = Counter()

    def name(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style, in small letters."""
        identifier = _named(paragraph, 'pPr', 'pStyle')
        style = self._styles.get(identifier)
        name = style.find(f'{W}name') if style is not None else None
        return (_value(name, 'val') if name is not None else identifier).casefold()

    def heading(self, paragraph: Element) -> int:
        """Return the level of a heading, 1 for a title; 0 if the paragraph is none."""
        match = _HEADING.search(self.name(paragraph))
        return int(match[1]) if match else int(self.is_title(paragraph))

    def is_title(self, paragraph: Element) -> bool:
        """Whether a paragraph is the title of the document."""
        return self.name(paragraph) == 'title'

    def look(self, paragraph: Element) -> Look:
        """Return how the words of a paragraph look if nothing else is said of them."""
        return self._look(_named(paragraph, 'pPr', 'pStyle'))

    def look_of_run(self, run: Element, paragraph: Look) -> Look:
        """Return how a run of words looks inside of a *paragraph*."""
        own = _own_look(run)
        if own.bold is not None and own.italic is not None:
            return own
        return own.over(self._look(_named(run, 'rPr', 'rStyle'))).over(paragraph)

    def mark(self, paragraph: Element) -> str:
        """Return what stands before the words of a list item or a quotation."""
        found = paragraph.find(f'{W}pPr/{W}numPr')
        if found is not None:
            number, level = (_named(found, kind) or '0' for kind in ('numId', 'ilvl'))
            if number != '0':
                return self._mark_of(number, level)
        name = self.name(paragraph)
        if name.startswith('list bullet'):
            return '- '
        return '> ' if name in {'quote', 'intense quote'} else ''

    def _mark_of(self, number: str, level: str) -> str:
        kind, text = self._lists.get((number, level), ('bullet', ''))
        if kind in {'bullet', 'none'}:
            return '- ' if kind == 'bullet' else ''
        self._counts[number, level] += 1
        count = str(self._counts[number, level])
        # “Q%1:” is a label that only the list shows
        return f'{text.replace("%1", count)} ' if _LETTERS.search(text) else f'{count}. '

    def _look(self, identifier: str) -> Look:
        if identifier not in self._looks:
            look, base = Look(), identifier
            for _ in range(_DEPTH):
                style = self._styles.get(base)
                if style is None:
                    break
                look = look.over(_own_look(style))
                base = _named(style, 'basedOn')
            self._looks[identifier] = look
        return self._looks[identifier]


def _lists(numbering: Element) -> dict[tuple[str, str], tuple[str, str]]:
    """Return kind and text of the mark of each list and level."""
    abstract = {
        _value(found, 'abstractNumId'): {
            _value(level, 'ilvl'): (_named(level, 'numFmt'), _named(level, 'lvlText'))
            for level in found.iter(f'{W}lvl')
        }
        for found in numbering.iter(f'{W}abstractNum')
    }
    return {
        (_value(number, 'numId'), level): mark
        for number in numbering.iter(f'{W}num')
        for level, mark in abstract.get(_named(number, 'abstractNumId'), {}).items()
    }


def _own_look(element: Element) -> Look:
    properties = element.find(f'{W}rPr')
    if properties is None:
        return Look()
    return Look(_switch(properties.find(f'{W}b')), _switch(properties.find(f'{W}i')))


def _switch(element: Element | None) -> bool | None:
    return None if element is None else _value(element, 'val') not in {'0', 'false', 'off'}


def _named(element: Element, *path: str) -> str:
    found = element.find('/'.join(f'{W}{name}' for name in path))
    return '' if found is None else _value(found, 'val')


def _value(element: Element, name: str) -> str:
    return element.get(f'{W}{name}', '')
