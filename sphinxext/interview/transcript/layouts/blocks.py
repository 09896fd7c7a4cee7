"""Lines → what each one is, in plain text, reST or Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..people.labels import Label, find_label, key
from ..speech.questions import asks
from .standouts import Standout, standout

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from ..model import Line, Markup

_HEADING = re.compile(r'(#{1,6})(?:[ \t\u00a0]+|(?<=##)(?=[^\s#\d]))(\S.*?)(?:[ \t]*#+)?[ \t]*')
_UNDERLINE = re.compile(r'([=\-~^"\'#*+`:.])\1{2,}\s*')
_BREAK = re.compile(r'\s{0,3}(?:(?:-\s?){3,}|(?:\*\s?){3,}|(?:_\s?){3,}|<hr\b[^<>]{0,200}>)')
_END = re.compile(
    r'\[?(?:end of (?:the )?(?:interview|recording|transcript|tape|track)\b.{0,60}|'
    r'transcription ended\b.{0,60})\]?',
    re.IGNORECASE,
)
_FENCE = re.compile(r'[ \t]{0,3}(`{3,}|~{3,}|:{3,})')
#: List item, quote or table of Markdown; no label starts there.
_BODY = re.compile(r'[ \t]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|>|\|)')
#: What a paragraph that stands out starts with.
_SIGNS = frozenset('*_>-+—–―−•<0123456789 ')
#: What a line starts with that may stand out, be a heading or an end: other lines are words.
_TELLING = _SIGNS | frozenset('#[eEtT')


class Text(NamedTuple):
    """A line of words; blank when *text* is empty."""

    line: int
    text: str


class Verbatim(NamedTuple):
    """A line of a code block."""

    line: int
    text: str


class Labelled(NamedTuple):
    """A line that starts like a turn."""

    line: int
    text: str
    label: Label


class Heading(NamedTuple):
    """A topic's title, or a question."""

    line: int
    title: str
    #: How high the heading is among others; equal for equal styles.
    style: str
    #: Whether the next line is part of it.
    is_underlined: bool = False


class Break(NamedTuple):
    """A line that ends a turn: a thematic break, or ``[End of interview.]``."""

    line: int
    text: str
    is_end: bool


class Event(NamedTuple):
    """A line that nobody says: a join or a quit in a chat, an editor's last words."""

    line: int
    text: str


Block = Text | Verbatim | Labelled | Heading | Break | Event | Standout


def blocks(lines: list[Line], markup: Markup, declared: Container[str]) -> Iterator[Block]:
    """Say of each line what it is.

    :param declared: keys of declared names, which are labels whatever they look like
    """
    fence = ''
    skip = 0
    for index, (number, line) in enumerate(lines):
        if skip:
            skip -= 1
            continue
        text = line.rstrip()
        if not text:
            yield Text(number, '')
            continue
        # Two blanks at the end of a line of Markdown break it
        end = '  ' if markup == 'markdown' and line.endswith('  ') else ''
        if markup == 'markdown':
            mark = _fence(text, fence)
            if fence or mark is not None:
                fence = fence if mark is None else mark
                yield Verbatim(number, text)
                continue
        label = _label(text, markup, declared)
        if label is not None and (markup == 'literal' or key(label.name) in declared):
            yield Labelled(number, text, label)
            continue
        if end and label is not None:
            label = label._replace(rest=label.rest + end)
        block = _block(lines, index, label, markup) or Text(
            number, _unescaped(text, markup, declared) + end
        )
        skip = _lines_of(block) - 1
        yield block


def has(found: Iterable[object], *types: type) -> bool:
    """Whether anything that was found is of one of *types*."""
    return not {*types}.isdisjoint(map(type, found))


def _is_request(label: Label) -> bool:
    """Whether what looks like a name in bold asks: ``**Tell us about the bees:**``."""
    is_alone = label.form == 'emphasis' and not label.rest.strip()
    return is_alone and ' ' in label.name and asks(label.name)


def _lines_of(block: Block) -> int:
    if isinstance(block, Standout):
        return len(block.lines)
    return 2 if isinstance(block, Heading) and block.is_underlined else 1


def _block(lines: list[Line], index: int, label: Label | None, markup: Markup) -> Block | None:
    """Return what starts at a line that isn't blank, unless it is text."""
    number, text = lines[index][0], lines[index][1].rstrip()
    if markup == 'literal' and text[0] not in _TELLING and not text[0].isspace():
        return None
    is_alone = _starts_paragraph(lines, index, markup)
    if is_alone and (title := _underlined(lines, index, markup)):
        return Heading(number, title, lines[index + 1][1][0], is_underlined=True)
    if label is not None and not _is_request(label):
        return Labelled(number, text, label)
    is_heading = text[0] == '#' and markup == 'markdown'
    if (is_alone or is_heading) and (block := _special(text, number, lines, index, markup)):
        return block
    return _standout(lines, index, markup) if text[0] in _SIGNS else None


def dedented(block: Text, indent: int) -> Text:
    """Return *block* without the indentation that it has as part of a list item."""
    if not indent or not block.text[:1].isspace():
        return block
    text = block.text.expandtabs(4)
    return block._replace(text=text[min(indent, len(text) - len(text.lstrip(' '))) :])


def _fence(text: str, open_fence: str) -> str | None:
    """Return the fence that is open after this line; None if the line is no fence."""
    match = _FENCE.match(text)
    if match is None:
        return None
    if not open_fence:
        return match[1]
    closes = match[1].startswith(open_fence) and not text.strip().strip(open_fence[0])
    return '' if closes else open_fence


def _starts_paragraph(lines: list[Line], index: int, markup: Markup) -> bool:
    """Whether the line above is blank, or in Markdown a heading."""
    if _is_blank(lines, index - 1):
        return True
    return markup == 'markdown' and _HEADING.fullmatch(lines[index - 1][1].rstrip()) is not None


def _is_blank(lines: list[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or not lines[index][1].strip()


def _underlined(lines: list[Line], index: int, markup: Markup) -> str:
    """Return the title that the next line underlines, if it does."""
    if markup == 'literal' or index + 1 >= len(lines):
        return ''
    title, line = lines[index][1].strip(), lines[index + 1][1]
    match = _UNDERLINE.fullmatch(line)
    if match is None or not title[:1].isalnum():
        return ''
    if markup == 'markdown':
        return title if match[1] in '=-' else ''
    return title if len(line.rstrip()) >= len(title) else ''


def _standout(lines: list[Line], index: int, markup: Markup) -> Standout | None:
    """Return the paragraph that starts at *index*, if all of it stands out."""
    if markup == 'rst' and lines[index][1][0].isspace():
        return None
    if _starts_paragraph(lines, index, markup):
        return standout(lines, index)
    # Inside a paragraph only an item starts, below another one, and what asks in bold
    text, before = lines[index][1].strip(), lines[index - 1][1].lstrip()
    if text[0] == before[0] or (text[:2] == text[-2:] == '**' and asks(text)):
        return standout(lines, index)
    return None


def _special(
    text: str, number: int, lines: list[Line], index: int, markup: Markup
) -> Heading | Break | None:
    followed = markup == 'markdown' or _is_blank(lines, index + 1)
    if markup != 'rst' and text[0] == '#' and (match := _HEADING.fullmatch(text)):
        return (
            Heading(number, match[2], str(len(match[1]))) if followed or match[1] != '#' else None
        )
    if not followed:
        return None
    if _END.fullmatch(text.strip()):
        return Break(number, text.strip(), is_end=True)
    return Break(number, '', is_end=False) if _BREAK.fullmatch(text) else None


def _label(text: str, markup: Markup, declared: Container[str]) -> Label | None:
    if markup == 'rst' and text[0].isspace():
        return None
    if markup == 'markdown' and _BODY.match(text):
        return None
    label = find_label(text, declared)
    # In markup, two chevrons are a quotation
    return None if label and markup != 'literal' and label.form == 'chevron' else label


def _unescaped(text: str, markup: Markup, declared: Container[str]) -> str:
    r"""Take the backslash off ``\Name: text`` and ``Name\: text``."""
    if '\\' not in text[:100] or markup == 'rst':
        return text
    bare = text.lstrip(' ')
    if bare.startswith('\\') and find_label(bare.replace('\\', '', 1), declared):
        return text.replace('\\', '', 1)
    if '\\:' in text and find_label(text.replace('\\:', ':', 1), declared):
        return text.replace('\\:', ':', 1)
    return text
