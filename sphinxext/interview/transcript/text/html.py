"""HTML in Markdown: paragraphs, headings and emphasis mean what their Markdown means.

Blogs are full of it: ``<p><strong>How …?</strong></p>``. Other elements stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Line

#: Without one of these, nothing needs to be done.
_TELLING = re.compile(r'<(?:p|h[1-6]|hr|blockquote)\b|<br\s?/?>\s*$|<!--', re.IGNORECASE)
_TAG = re.compile(
    r'<(?P<end>/?)(?P<name>p|h[1-6]|hr|blockquote|strong|b|em|i)(?:\s[^<>]{0,300})?/?>',
    re.IGNORECASE,
)
_BREAK = re.compile(r'\s*<br\s?/?>\s*$', re.IGNORECASE)
_COMMENT = re.compile(r'<!--.{0,5000}?-->')
_SIGNS = {'strong': '**', 'b': '**', 'em': '*', 'i': '*'}


def as_markdown(lines: list[Line]) -> list[Line]:
    """Return *lines* with Markdown instead of HTML that means the same; comments are left out."""
    if not any('<' in text and _TELLING.search(text) for _, text in lines):
        return lines
    result: list[Line] = []
    is_comment = False
    for number, line in lines:
        text = _COMMENT.sub('', line) if '<!--' in line else line
        if is_comment:
            _, closed, text = text.partition('-->')
            is_comment = not closed
        if '<!--' in text:
            text, is_comment = text.partition('<!--')[0], True
        if '<' not in text:
            result.append((number, text))
        else:
            result += [(number, piece) for piece in _converted(text)]
    return result


def _converted(text: str) -> list[str]:
    """Return the lines that a line with tags is."""
    written = ''
    position = 0
    for match in _TAG.finditer(text):
        written += text[position : match.start()] + _sign(match)
        position = match.end()
    written += text[position:]
    # A break at the end of a line is two blanks; inside of one it stays
    return [_BREAK.sub('  ', piece) for piece in written.split('\n')]


def _sign(match: re.Match[str]) -> str:
    """Return the Markdown that a tag means."""
    name, is_end = match['name'].lower(), bool(match['end'])
    if name in _SIGNS:
        return _SIGNS[name]
    if name == 'hr':
        return '\n\n---\n\n'
    if is_end:
        return '\n\n'
    start = '> ' if name == 'blockquote' else '#' * int(name[1]) + ' ' if name[0] == 'h' else ''
    return f'\n\n{start}'
