"""TTML, Timed Text Markup Language: paragraphs with times, and agents who say them.

Source: W3C, TTML2: ``begin``, “time expression”, ``ttm:agent``, ``br``; the transcripts of Apple
Podcasts, in which each word is a ``span`` with a ``unit``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...captions.cues import Captions, Cue
from ...model import Speaker
from ...people.words import role_of
from .tree import Element, parse_xml
from .words import SpokenWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Line

_CLOCK = re.compile(
    r'(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,9})?)(?::(\d{1,3})(?:\.\d{1,3})?)?', re.ASCII
)
_OFFSET = re.compile(r'(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?', re.ASCII)
_SECONDS: Final = {'h': 3600.0, 'm': 60.0, 's': 1.0, 'ms': 0.001, '': 1.0}
#: Elements without words of anybody.
_SILENT: Final = frozenset({'metadata', 'set', 'title', 'desc', 'copyright', 'agent', 'actor'})
#: The end of a line, until white space is put in order; no XML holds this sign.
_BREAK: Final = '\x02'
#: Apple's name for what a span holds.
_UNITS: Final = frozenset({'word', 'sentence'})


def read_ttml(lines: list[Line]) -> Captions:
    """Read TTML.

    :raises TranscriptError: ``xml_invalid``
    """
    root = parse_xml(lines)
    people = {agent.get('id'): _person(agent) for agent in root.inside('agent') if agent.get('id')}
    head = [title.text() for part in root.children('head') for title in part.inside('title')]
    found = {'title': next(filter(None, head), ''), 'language': root.get('lang')}
    clock = _Clock(root)
    cues = [cue for body in root.children('body') for cue in _cues(body, clock, people, 0.0, '')]
    return Captions(
        cues,
        metadata={key: value for key, value in found.items() if value},
        people=tuple(people.values()),
    )


def _person(agent: Element) -> Speaker:
    """Return who an agent is: by the full name, if it has several."""
    names = sorted(agent.children('name'), key=lambda name: name.get('type') != 'full')
    name = next(filter(None, (name.text() for name in names)), agent.get('id'))
    return Speaker(name, role_of(agent.get('id').casefold()), (agent.get('id'),))


class _Clock:
    """Reads times in seconds, frames and ticks."""

    def __init__(self, root: Element) -> None:
        frames = _number(root.get('frameRate')) or 30.0
        up, _, down = root.get('frameRateMultiplier').partition(' ')
        self._frames = frames * (_number(up) or 1.0) / (_number(down) or 1.0)
        has_frames = bool(_number(root.get('frameRate')))
        self._ticks = _number(root.get('tickRate')) or (self._frames if has_frames else 1.0)

    def read(self, text: str) -> float | None:
        """Return the seconds of a time expression; None if it isn't one."""
        text = text.strip()
        if match := _CLOCK.fullmatch(text):
            hours, minutes, seconds, frames = match.groups()
            whole = int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(',', '.'))
            return whole + int(frames or 0) / self._frames
        if match := _OFFSET.fullmatch(text):
            number, unit = float(match[1]), match[2] or ''
            rates = {'f': self._frames, 't': self._ticks}
            return number / rates[unit] if unit in rates else number * _SECONDS[unit]
        return None


def _number(text: str) -> float:
    try:
        number = float(text or 0)
    except ValueError:
        return 0.0
    return number if 0 < number < 1e9 else 0.0


def _cues(
    element: Element, clock: _Clock, people: dict[str, Speaker], since: float, agent: str
) -> Iterator[Cue]:
    """Return the paragraphs inside *element*, which starts at *since* and is said by *agent*."""
    begin = clock.read(element.get('begin'))
    agent = element.get('agent') or agent
    if element.tag in {'body', 'div'} or (element.tag != 'p' and any(element.inside('p'))):
        opened = since + (begin or 0.0)
        for part in element.parts:
            if isinstance(part, Element) and part.tag not in _SILENT:
                yield from _cues(part, clock, people, opened, agent)
            elif isinstance(part, str) and not part.isspace():
                yield Cue(opened or None, None, part, element.line, _name_of(agent, people))
        return
    timed = (clock.read(span.get('begin')) for span in element.inside('span'))
    if begin is None:
        begin = next((time for time in timed if time is not None), None)
    end, length = clock.read(element.get('end')), clock.read(element.get('dur'))
    if end is None and length is not None:
        end = (begin or 0.0) + length
    start = since + begin if begin is not None else since or None
    stop = None if end is None else since + end
    pieces = [(agent, SpokenWords())]
    _say(element, pieces)
    for who, words in pieces:
        text = '\n'.join(line.strip() for line in words.text().split(_BREAK)).strip()
        yield Cue(start, stop, text, element.line, _name_of(who, people))


def _name_of(agents: str, people: dict[str, Speaker]) -> str:
    return ' & '.join(people[i].name if i in people else i for i in agents.split())


def _say(element: Element, pieces: list[tuple[str, SpokenWords]]) -> None:
    """Add the words of *element* to the last piece; another agent's are a piece of their own."""
    for part in element.parts:
        if isinstance(part, str):
            pieces[-1][1].add(part)
        elif part.tag == 'br':
            pieces[-1][1].add(_BREAK)
        elif part.tag not in _SILENT:
            before = pieces[-1][0]
            if part.get('agent'):
                pieces.append((part.get('agent'), SpokenWords()))
            is_whole = part.get('unit') in _UNITS
            if is_whole:
                pieces[-1][1].start_word()
            _say(part, pieces)
            if is_whole:
                pieces[-1][1].end_word()
            if part.get('agent'):
                pieces.append((before, SpokenWords()))
