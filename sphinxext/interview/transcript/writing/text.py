"""Plain text: a label before each turn, and after it the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..segments.attributes import escape_attributes
from .blocks import Blocks, Style
from .markdown import bold

if TYPE_CHECKING:
    from ..loading import Loaded


def as_text(loaded: Loaded) -> str:
    """Write text that is read as the same transcript; words that are Markdown stay so."""
    style = _STYLE
    if loaded.markup == 'markdown':
        style = style._replace(mark_up=str, question=bold, questions='bold')
    return '\n\n'.join(Blocks(loaded, style)) + '\n'


def _question(words: str) -> str:
    """Write a question of nobody who is named; the answer is what follows."""
    return f'――{words}'


#: Headings and breaks, the end of an interview, and what has a backslash before a name.
_STRUCTURE = re.compile(
    r'#{1,6}\s|[-*_](?:\s?[-*_]){2,}\s*$|\[?(?:end of|transcription ended)\b|\\|.{0,99}\\:',
    re.IGNORECASE,
)
_STYLE = Style('{}:', escape_attributes, _question, 'dash', _STRUCTURE)
