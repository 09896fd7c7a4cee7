"""Text of which every paragraph starts with a time, and which names nobody.

So podcasters publish what a recogniser wrote: ``00:00:06 comments and a bonus episode``. Such lines
end anywhere in a sentence, so they are read as captions are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...captions.cues import Captions, Cue
from ...people.labels import find_label
from ...people.words import is_nameish
from ...speech.times import STAMP, parse_time

if TYPE_CHECKING:
    from ...model import Line

_TIMED = re.compile(rf'\s{{0,3}}(?:\[({STAMP})\]|({STAMP}))\s{{1,4}}(?=[^\s<])')
#: So many paragraphs tell.
_TELLING = 4
#: The share of the paragraphs that start with a time, and that of those which may hold a label.
_MOST, _FEW = 0.9, 0.1


def has_timed_lines(lines: list[Line]) -> bool:
    """Whether nearly all paragraphs start with a time, and hardly any with a time and a name."""
    shown = [text for _, text in lines[:400] if text.strip()]
    if not shown or not _TIMED.match(shown[0]):
        return False
    timed = [text for text in shown if _TIMED.match(text)]
    named = sum(label is not None and is_nameish(label.name) for label in map(find_label, timed))
    return len(timed) >= max(_TELLING, _MOST * len(shown)) and named <= _FEW * len(timed)


def read_timed_lines(lines: list[Line]) -> Captions:
    """Return a cue for each time, with the lines up to the next."""
    cues: list[Cue] = []
    for number, text in lines:
        match = _TIMED.match(text)
        time = parse_time(match[1] or match[2]) if match else None
        if match is not None and time is not None:
            cues.append(Cue(time, None, text[match.end() :].strip(), number))
        elif text.strip() and cues:
            cues[-1] = cues[-1]._replace(text=f'{cues[-1].text}\n{text.strip()}')
        elif text.strip():
            cues.append(Cue(None, None, text.strip(), number))
    return Captions(cues)
