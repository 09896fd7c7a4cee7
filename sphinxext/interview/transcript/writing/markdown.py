"""Markdown: a label in bold, and words that look as they did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..speech.directions import split_directions
from .blocks import Blocks, Style

if TYPE_CHECKING:
    from ..loading import Loaded

#: What Markdown would take for markup, and what starts a list or a break there.
_MARKS = re.compile(r'([\\`*_{}\[\]<>#|~])')
_BULLET = re.compile(r'([-+]|\d{1,9}[.)])(?=\s)')
#: No mark of Markdown, but of a transcript.
_END = re.compile(r'\\?\[?(?:end of|transcription ended)\b', re.IGNORECASE)
_BREAK = re.compile(r'[-=](?:\s?[-=]){2,}\s*$')


def as_markdown(loaded: Loaded) -> str:
    """Write Markdown; words that weren't Markdown already mean what they meant."""
    mark_up = str if loaded.markup == 'markdown' else _marked_up
    style = Style('**{}:**', mark_up, bold, 'bold', _END)
    return '\n\n'.join(Blocks(loaded, style)) + '\n'


def _marked_up(text: str) -> str:
    """Escape what Markdown would take for markup; events stay as they are."""
    parts = (
        part if is_event else _MARKS.sub(r'\\\1', part) for part, is_event in split_directions(text)
    )
    escaped = ''.join(parts)
    if _BREAK.match(escaped):
        return f'\\{escaped}'
    start = _BULLET.match(escaped)
    return f'{start[1][:-1]}\\{escaped[start.end() - 1 :]}' if start else escaped


def bold(words: str) -> str:
    """Write a question of nobody who is named: each of its paragraphs wholly bold."""
    return '\n\n'.join(map(_bold, words.split('\n\n')))


def _bold(words: str) -> str:
    if words.startswith('**') and words.find('**', 2) == len(words) - 2:
        return words
    mark = '__' if '**' in words else '**'
    return f'{mark}{words}{mark}'
