"""Plain text: a label before each turn, and after it the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import Blocks, Style

if TYPE_CHECKING:
    from ..loading import Loaded


def as_text(loaded: Loaded) -> str:
    """Write text that is read as the same transcript."""
    return '\n\n'.join(Blocks(loaded, TEXT)) + '\n'


def _question(words: str) -> str:
    """Write a question of nobody who is named; the answer is what follows."""
    return f'――{words}'


#: Words mean what they say; a backslash before a name would be one of them.
TEXT = Style('{}:', str, _question, 'dash')
