"""Text that means nothing but itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .words import Words

if TYPE_CHECKING:
    from .. import lean

#: What reST would take for inline markup, a reference or a mail address.
_SIGNS = '\\*`|_@'
_INLINE = re.compile(f'[{re.escape(_SIGNS)}]')
#: What reST would take for the start of a list, field, option, directive or doctest, or a line.
_BLOCK = re.compile(
    r"""[-+:/>.•‣⁃] | ([^\w\s])\1{3,}\s*$
    | \(? (?: \d+ | \# | [A-Za-z] | [ivxlcdmIVXLCDM]+ ) [.)] (?: \s | $ )""",
    re.VERBOSE,
)


def escape(text: str) -> str:
    """Return reST that renders as *text*: what translators see and give back.

    A translation is parsed as reST, so the message must be reST too.
    """
    escaped = text
    if any(sign in text for sign in _SIGNS):  # which most words have none of
        escaped = _INLINE.sub(r'\\\g<0>', text)
    if escaped.endswith('::'):
        escaped = escaped[:-2] + r'\::'
    if _BLOCK.match(escaped):
        escaped = '\\' + escaped
    return escaped


def literal_words(
    text: str, source: str | None = None, line: int | None = None, **attributes: Any
) -> Words:
    """Make what shows exactly *text*.

    :param attributes: those of the paragraph
    """
    if '\\' in text or '&#' in text:
        # Docutils' smart quotes treat backslashes as escapes and would swallow them
        attributes['support_smartquotes'] = False
    return Words(escape(text), text, source, line, attributes or None)


def literal_paragraph(text: str) -> lean.paragraph:
    """Make a paragraph that shows exactly *text*."""
    return literal_words(text).paragraph(None)
