"""Names that stand alone on their line, above the words.

``**Ada**``, ``#### Speaker 1``, ``Ada``; with a line that is a time above or below: ``0 minutes 5
seconds``. A name with a time on one line is a label whatever stands below it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..people.labels import Label, key, make_label
from ..people.words import is_nameish, role_of
from ..speech.times import lone_time
from .blocks import Heading, Labelled, Text
from .standouts import Standout

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from .blocks import Block

_LONGEST = 50


def with_names_alone(found: Sequence[Block], declared: Container[str]) -> list[Block]:
    """Return the blocks with the names that stand alone as labels; the same ones without any."""
    names = {place: name for place, block in enumerate(found) if (name := _name(block, declared))}
    names = {place: name for place, name in names.items() if _has_words_below(found, place, names)}
    counts = Counter(map(key, names.values()))
    often = {name for name, count in counts.items() if count > 1}
    timed = {place: time for place in names if (time := _time_beside(found, place)) is not None}
    enough = len(timed) > 1 or len(often) > 1 or len(declared & counts.keys()) > 1  # type: ignore[operator]
    if not enough:
        return list(found)
    return _labelled(found, names, timed, often, declared)


def _name(block: Block, declared: Container[str]) -> str:
    match block:
        case Heading():
            text = block.title
        case Standout(mark='bold' | 'italic', rest=''):
            text = block.text
        case Text():
            text = block.text
        case _:
            return ''
    text = text.strip()
    if not 0 < len(text) <= _LONGEST or text[-1] in '.?!…,;。？！':
        return ''
    is_known = key(text) in declared or role_of(key(text)) is not None
    return text if is_known or (is_nameish(text) and make_label(text, '', 'set off')) else ''


def _has_words_below(found: Sequence[Block], place: int, names: dict[int, str]) -> bool:
    """Whether words follow, in the next line or paragraph, that are no name themselves."""
    for below in range(place + 1, min(place + 4, len(found))):
        block = found[below]
        if isinstance(block, Text) and (not block.text or lone_time(block.text) is not None):
            continue
        return below not in names and not isinstance(block, Heading | Labelled)
    return False


def _time_beside(found: Sequence[Block], place: int) -> float | None:
    """Return the time in the line above or below."""
    for beside in (place + 1, place - 1):
        block = found[beside] if 0 <= beside < len(found) else None
        if isinstance(block, Text) and (time := lone_time(block.text)) is not None:
            return time
    return None


def _labelled(
    found: Sequence[Block],
    names: dict[int, str],
    timed: dict[int, float],
    often: set[str],
    declared: Container[str],
) -> list[Block]:
    speaking = {
        place: name
        for place, name in names.items()
        if place in timed or (len(timed) < 2 and (key(name) in often or key(name) in declared))
    }
    used = {
        beside
        for place in speaking
        for beside in (place + 1, place - 1)
        if place in timed
        and 0 <= beside < len(found)
        and isinstance(block := found[beside], Text)
        and lone_time(block.text) is not None
    }
    result: list[Block] = []
    for place, block in enumerate(found):
        if place in speaking:
            label = Label(speaking[place], '', 'set off', timed.get(place))
            result.append(Labelled(block.line, speaking[place], label))
        elif place not in used:
            result.append(block)
    return result
