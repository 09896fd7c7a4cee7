"""A paragraph of a Word document as lines of text, with what its looks mean written out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...speech.credits import is_credit
from ...speech.times import STAMP
from ..cues.timings import loose_timings
from .styles import Look, W

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from .styles import Styles

_HIDDEN = frozenset({f'{W}del', f'{W}moveFrom', f'{W}txbxContent', f'{W}instrText'})
#: A time before a name and nothing else: of Word's own Transcribe, and of Happy Scribe.
_TIMED_NAME = re.compile(
    rf'\[?({STAMP})\]?\s{{0,3}}(?:[-–—]\s)?\s?([^\W\d_][\w .,’\'()/&-]{{0,60}})',
)
#: A time and a colon, and no name before the words.
_NAMELESS = re.compile(rf'\s*(\[{STAMP}\])\s*:\s')


class Piece(NamedTuple):
    """Words that look alike."""

    text: str
    look: Look


def lines_of(paragraph: Element, styles: Styles) -> list[str]:
    """Return the lines of a paragraph: ``**…**`` is bold, ``# …`` a heading, ``- …`` in a list."""
    lines = list(_lines(_pieces(paragraph, styles)))
    plain = [''.join(piece.text for piece in line) for line in lines]
    words = ' '.join(' '.join(plain).split())
    if not words:
        return ['']
    if level := styles.heading(paragraph):
        return [f'{"#" * level} {words}']
    if found := _exported(plain, words):
        return found
    mark = styles.mark(paragraph)
    return [
        f'{"" if number and mark != "> " else mark}{_marked(line)}'
        for number, line in enumerate(lines)
    ]


def _exported(lines: list[str], words: str) -> list[str]:
    """Return a paragraph as text does if a program wrote it in a way of its own."""
    if is_credit(words):
        return [f'[{words}]']
    if len(lines) == 1 and (match := _TIMED_NAME.fullmatch(words)):
        return [f'{match[2]}  {match[1]}']
    if match := _NAMELESS.match(lines[0]):
        return [f'{match[1]} ?: {lines[0][match.end() :]}', *lines[1:]]
    return _teams(lines)


def plain_text(paragraph: Element, styles: Styles) -> str:
    """Return the words of a paragraph, whatever they look like."""
    return ''.join(piece.text for piece in _pieces(paragraph, styles)).strip()


def _pieces(paragraph: Element, styles: Styles) -> Iterator[Piece]:
    """Return the pieces of a paragraph; a line that ends is a piece of its own."""
    usual = styles.look(paragraph)
    pending = [(child, usual) for child in reversed(paragraph)]
    while pending:
        element, look = pending.pop()
        match element.tag.removeprefix(W):
            case 't':
                yield Piece(element.text or '', look)
            case 'tab':
                yield Piece('\t', look)
            case 'br' | 'cr':
                yield Piece('\n', look)
            case 'noBreakHyphen':
                yield Piece('-', look)
            case 'r':
                look = styles.look_of_run(element, usual)
                pending += [(child, look) for child in reversed(element)]
            case 'pPr' | 'rPr' | 'p':
                pass
            case _ if element.tag not in _HIDDEN and not element.tag.endswith('}Fallback'):
                pending += [(child, look) for child in reversed(element)]


def _lines(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split('\n')
        line.append(piece._replace(text=first))
        for text in others:
            yield line
            line = [piece._replace(text=text)]
    yield line


def _marked(line: list[Piece]) -> str:
    """Return a line whose bold or italic words are marked, if all are or the first ones."""
    text = ''.join(piece.text for piece in line)
    for sign, place in (('**', 0), ('*', 1)):
        marked = rest = ''
        for piece in line:
            has_look = piece.look.bold if place == 0 else piece.look.italic
            if not rest and (has_look or not piece.text.strip()):
                marked += piece.text
            else:
                rest += piece.text
        words = marked.strip()
        if not words or (rest and sign == '*'):
            continue
        behind = marked[len(marked.rstrip()) :] + rest
        # A capital that looks otherwise than the rest of its word is an ornament
        if behind[:1].isalnum() and words[-1].isalnum():
            continue
        before = marked[: len(marked) - len(marked.lstrip())]
        return f'{before}{sign}{words}{sign}{behind}'
    return text


def _teams(lines: list[str]) -> list[str]:
    """Return what Teams wrote for years, times above the name, with the time after the name."""
    found = loose_timings(lines[0]) if '-->' in lines[0] else None
    if found is None or len(lines) < 2 or not lines[1].strip():
        return []
    minutes, seconds = divmod(int(found[0]), 60)
    return [f'{lines[1].strip()}  {minutes // 60}:{minutes % 60:02}:{seconds:02}', *lines[2:]]
