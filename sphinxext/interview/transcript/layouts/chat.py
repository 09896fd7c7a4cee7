"""Chats and minutes of them: ``<nick> words``, with what the server says between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..people.labels import TIME, make_label
from .blocks import Event, Labelled, Text
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blocks import Block

#: No nicks, but elements of HTML.
_HTML = (
    'div|p|span|br|hr|img|a|b|i|u|ul|ol|li|dl|dt|dd|em|strong|h[1-6]|table|tr|td|th|pre|code|figure'
)
_SAID = re.compile(
    rf'(?:(?P<time>{TIME})\s{{1,3}})?(?:\*\*|`)?\\?<[ @+%&~]?(?P<nick>(?!(?:{_HTML})>)[^\s<>/=]{{1,40}})\\?>(?:\*\*|`)?'
    r'(?:\s|$)(?P<words>.*)'
)
_EVENT = re.compile(
    rf'(?:{TIME}\s{{1,3}})?(?:-!-|\*{{1,3}}|-->|<--|→|←|==)?\s{{0,3}}\S{{1,60}}.{{0,80}}?'
    r'\b(?:has joined|has left|has quit|joined the (?:channel|room|chat)|is now known as|sets mode|quit)\b.*'
    rf'|(?:{TIME}\s{{1,3}})?(?:-!-|\*{{1,3}}|-->|<--|→|←)\s.+'
)
_ESCAPE = re.compile(r'\\([_*\[\]<>`~|#-])')
#: With fewer lines, one nick alone is no conversation but somebody's notes.
_MONOLOGUE = 10


def as_chat(found: Sequence[Block], *, wanted: bool) -> list[Block | Event]:
    """Return the blocks with nicks as labels and events as such; empty if it is no chat.

    :param wanted: the author says that it is one
    """
    said = {
        place: match
        for place, line in enumerate(map(_line, found))
        if '<' in line and (match := _SAID.fullmatch(line.strip()))
    }
    if not said:
        return []
    nicks = {match['nick'] for match in said.values()}
    lines = sum(not isinstance(block, Text) or bool(block.text) for block in found)
    is_chat = len(nicks) > 1 or len(said) >= _MONOLOGUE
    if not (wanted or (is_chat and len(said) >= lines / 3)):
        return []
    result: list[Block | Event] = []
    for place, block in enumerate(found):
        if match := said.get(place):
            result += _labelled(block.line, match)
        elif _EVENT.fullmatch(line := _line(block).strip()):
            result.append(Event(block.line, line))
        else:
            result.append(block)
    return result


def _line(block: Block) -> str:
    """Return the line that *block* is; nothing for a heading, or a paragraph of several lines."""
    if isinstance(block, (Text, Labelled)):
        return block.text
    if isinstance(block, Standout) and len(block.lines) == 1:
        return block.lines[0][1]
    return ''


def _labelled(line: int, match: re.Match[str]) -> list[Block]:
    nick = _ESCAPE.sub(r'\1', match['nick'])
    label = make_label(nick, f' {match["words"]}', 'nick', [match['time']], {nick.casefold()})
    return [Labelled(line, match[0], label)] if label else [Text(line, match[0])]
