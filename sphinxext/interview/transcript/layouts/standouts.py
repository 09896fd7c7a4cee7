"""Paragraphs that stand out as a whole: bold, italic, a list item, a quotation, behind a dash.

So do questions in interviews that name nobody. Whether a paragraph that stands out is one is for
`questions` to decide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..consent.marks import MARK
from ..people.labels import EMPHASIS
from ..speech.questions import asks

if TYPE_CHECKING:
    from ..model import Line

Mark = Literal['bold', 'italic', 'list', 'quote', 'dash']

#: A question is hardly longer; nor are more lines looked at.
_LONGEST = 16
_ITALIC = {'*', '_', '<i>', '<em>'}
_SINGLE = {
    '*': re.compile(r'\*(?=[^\s*])((?:[^*]|\*\*){1,2000}?)\*(?!\*)'),
    '_': re.compile(r'_(?=[^\s_])((?:[^_]|_(?=\w)){1,2000}?)_(?!\w)'),
}
#: Punctuation behind emphasis belongs to it; and what may stand between two pieces.
_BEHIND = re.compile(r'[.,;:!?…"\'”»)]*')
_BETWEEN = re.compile(r'[\s&/,–—-]*')
#: So small a part of a paragraph may stand outside of the emphasis.
_LOOSE = 20
#: A link whose text is in emphasis.
_LINKED = re.compile(
    r'\[(?:\*\*|__)[^\[\]]{1,300}(?:\*\*|__)\](?:\([^()\s]{0,300}\)|\[[^\[\]]{0,80}\])'
)
#: “**2.**” before a question is the number of an item, too.
_ITEM = re.compile(
    r'(\s{0,3})((?:[-*+•]|\d{1,3}[.)]|#\.)(?=\s)|\*\*\d{1,3}[.)]\s?\*\*)(\s{0,4})(?=\S)'
)
_QUOTE = re.compile(r'\s{0,3}> ?')
_DASH = re.compile(r'\s{0,3}(?:―{1,2}|—{1,2}|–(?=\s))\s{0,3}(?=[^\s―—–])')


class Standout(NamedTuple):
    """A paragraph, or its first lines, that stands out."""

    line: int
    #: As they are written.
    lines: tuple[Line, ...]
    mark: Mark
    #: What parts it from others with the same mark, such as an item in bold.
    style: str
    #: Without what makes them stand out.
    words: tuple[Line, ...]
    #: What follows the words on their last line.
    rest: str = ''
    #: How far that which belongs to a list item is indented.
    indent: int = 0

    @property
    def inside(self) -> tuple[Line, ...]:
        """All lines of a quotation, blank ones, too, without its signs."""
        return tuple((number, _QUOTE.sub('', text, count=1)) for number, text in self.lines)

    @property
    def text(self) -> str:
        """The words on one line."""
        return ' '.join(text.strip() for _, text in self.words)


def standout(lines: list[Line], index: int) -> Standout | None:
    """Return the paragraph that starts at *index*, if it stands out."""
    text = lines[index][1].lstrip(' ')
    if _QUOTE.match(lines[index][1]) and not text.startswith('>>'):
        return _quotation(lines, index)
    if match := _ITEM.match(lines[index][1]):
        return _item(lines, index, match)
    if match := _DASH.match(lines[index][1]):
        number, first = lines[index]
        words = ((number, first[match.end() :]),)
        return Standout(number, (lines[index],), 'dash', '', words)
    return _emphasised(_paragraph(lines, index))


def _paragraph(lines: list[Line], index: int) -> list[Line]:
    end = index
    while end < len(lines) and end < index + _LONGEST and lines[end][1].strip():
        end += 1
    return lines[index:end]


def _emphasised(lines: list[Line]) -> Standout | None:
    """Return the lines at the start of a paragraph that are all in emphasis."""
    whole = '\n'.join(text for _, text in lines)
    start = len(whole) - len(whole.lstrip(' '))
    # “**_Why_ not?**” opens with “**”, although it starts as “**_Why not?_**” does
    ends = (
        (mark, end)
        for mark in EMPHASIS
        if whole.startswith(mark, start) and (end := _end_of_emphasis(whole, start, mark)) > 0
    )
    mark, end = next(ends, ('', -1))
    if not mark:
        return None
    count = whole.count('\n', 0, end) + 1
    rest = whole[end:].split('\n', 1)[0]
    if rest and not rest[0].isspace():
        return None
    found = whole[start:end]
    for sign in {mark, EMPHASIS[mark]}:
        found = found.replace(sign, '') if len(sign) > 1 else _SINGLE[sign].sub(r'\1', found)
    words = tuple(
        (number, text)
        for (number, _), text in zip(lines, found.split('\n'), strict=False)
        if text.strip()
    )
    if words and rest and not MARK.sub('', rest).strip():
        words, rest = (*words[:-1], (words[-1][0], words[-1][1] + rest)), ''
    kind: Mark = 'italic' if mark in _ITALIC else 'bold'
    if not words or (rest.strip() and not asks(words[-1][1])):
        return None
    return Standout(lines[0][0], tuple(lines[:count]), kind, '', words, rest.strip())


def _end_of_emphasis(text: str, start: int, mark: str) -> int:
    """Return where the pieces in emphasis end that *text* has from *start* on; -1 without any."""
    position, end = start, -1
    while position < len(text):
        if text.startswith(mark, position):
            close = _close(text, position, mark)
        elif end >= 0 and (link := _LINKED.match(text, position)):
            close = link.end()
        else:
            break
        if close < 0:
            break
        end = _BEHIND.match(text, close).end()  # type: ignore[union-attr]
        position = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
    # “**Why** i **s that?**”: a slip of the editor's
    whole = text[start:].rstrip()
    is_whole = start + len(whole) > end > 0 and whole.endswith(EMPHASIS[mark])
    loose = len(''.join(whole.split(mark)[::2])) if is_whole else len(whole)
    return start + len(whole) if loose < len(whole) / _LOOSE else end


def _close(text: str, start: int, mark: str) -> int:
    if mark in _SINGLE:
        match = _SINGLE[mark].match(text, start)
        return match.end() if match else -1
    closing = EMPHASIS[mark]
    place = text.find(closing, start + len(mark))
    return place + len(closing) if place > start + len(mark) else -1


def _item(lines: list[Line], index: int, match: re.Match[str]) -> Standout:
    """Return the first paragraph of a list item."""
    kind = 'bullet' if match[2] in '-*+•' else 'number'
    inside = [(lines[index][0], ' ' * match.end() + lines[index][1][match.end() :])]
    for line in _paragraph(lines, index)[1:]:
        if _ITEM.match(line[1]):
            break
        inside.append(line)
    found = _emphasised(inside)
    if found is None:
        words = tuple((number, text.strip()) for number, text in inside)
        raw = tuple(lines[index : index + len(inside)])
        return Standout(lines[index][0], raw, 'list', kind, words, '', match.end())
    raw = tuple(lines[index : index + len(found.lines)])
    style = f'{kind} {found.mark}'
    return Standout(found.line, raw, 'list', style, found.words, found.rest, match.end())


def _quotation(lines: list[Line], index: int) -> Standout:
    raw = []
    for line in lines[index:]:
        if not _QUOTE.match(line[1]):
            break
        raw.append(line)
    words = tuple((number, _QUOTE.sub('', text, count=1)) for number, text in raw)
    words = tuple(line for line in words if line[1].strip()) or words[:1]
    return Standout(raw[0][0], tuple(raw), 'quote', '', words)
