"""A paragraph of a Word document as lines of text, with what its looks mean written out."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ...people.labels import find_label
from ...speech.credits import is_credit
from ...speech.questions import asks
from ...speech.times import STAMP
from ..cues.timings import loose_timings
from .lines import ASTERISK
from .styles import Look, W

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from .styles import Styles

#: What was deleted, codes, how a word is pronounced; and boxes, which are notes.
_HIDDEN = frozenset(
    f'{W}{name}' for name in ('del', 'moveFrom', 'txbxContent', 'instrText', 'delInstrText', 'rt')
)
_DELETED = frozenset({f'{W}del', f'{W}moveFrom'})
#: Asterisks alone in a paragraph; and another line that ends a turn.
_RULE, _BREAK = re.compile(rf'(?:{ASTERISK}\s?){{3,}}'), '___'
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
    if _RULE.fullmatch(words):
        return [_BREAK]
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


def inside(element: Element, *skipped: str) -> Iterator[Element]:
    """Return what is shown of all that is inside of an element, in order, once.

    :param skipped: tags of elements that are returned, but not what is in them
    """
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        yield child
        if child.tag not in skipped:
            shown = (c for c in child if c.tag not in _DELETED and not _is_fallback(c))
            pending += reversed(list(shown))


def _is_fallback(element: Element) -> bool:
    """Whether an element says again, for old programs, what another says."""
    return element.tag.endswith('}Fallback')


def _pieces(paragraph: Element, styles: Styles) -> Iterator[Piece]:
    """Return the pieces of a paragraph; a line that ends is a piece of its own."""
    usual = styles.look(paragraph)
    pending = [(child, usual) for child in reversed(paragraph)]
    while pending:
        element, look = pending.pop()
        match element.tag.removeprefix(W):
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
            case name if name.rpartition('}')[2] == 't':  # formulas have one, too
                yield Piece((element.text or '').replace('*', ASTERISK), look)
            case _ if element.tag not in _HIDDEN and not _is_fallback(element):
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
    words = text.strip()
    # An event, or an editor's note: here, the look says nothing more
    if words[:1] == '[' and words[-1:] == ']':
        return text
    bold = text[: sum(len(piece.text) for piece in _first(line, is_bold=True))]
    if bold.strip():
        return _with_mark(_without_statement(bold), text)
    italic = sum(len(piece.text) for piece in _first(line, is_bold=False))
    if words and not text[italic:].strip() and _without_statement(words) == words:
        return text.replace(words, f'*{words}*')
    return text


def _first(line: list[Piece], *, is_bold: bool) -> Iterator[Piece]:
    """Return the first pieces that are bold, or italic, and the blank ones among them."""
    return takewhile(
        lambda piece: (piece.look.bold if is_bold else piece.look.italic) or not piece.text.strip(),
        line,
    )


def _without_statement(start: str) -> str:
    """Return the label that the first words of a line are, with words that don't ask; else those.

    A label and a question may stand out together; where others do, the label has to tell the turn.
    """
    label = None if asks(start) else find_label(start)
    if label is None or label.form != 'plain' or not label.rest.strip():
        return start
    name = start.partition(label.name)
    colon = re.match(r'\s?[:：]', name[2])
    return f'{name[0]}{name[1]}{colon[0]}' if colon else ''


def _with_mark(start: str, text: str) -> str:
    """Mark the *start* of a text as bold; not a capital that is an ornament of its word."""
    words, rest = start.strip(), text[len(start) :]
    behind = start[len(start.rstrip()) :] + rest
    if not words or (behind[:1].isalnum() and words[-1].isalnum()):
        return text
    before = start[: len(start) - len(start.lstrip())]
    return f'{before}**{words}**{behind}'


def _teams(lines: list[str]) -> list[str]:
    """Return what Teams wrote for years, times above the name, with the time after the name."""
    found = loose_timings(lines[0]) if '-->' in lines[0] else None
    if found is None or len(lines) < 2 or not lines[1].strip():
        return []
    minutes, seconds = divmod(int(found[0]), 60)
    return [f'{lines[1].strip()}  {minutes // 60}:{minutes % 60:02}:{seconds:02}', *lines[2:]]
