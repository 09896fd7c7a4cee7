"""CHAT, the format of TalkBank: the main tiers, without the codes in them.

Source: MacWhinney, The CHILDES Project, part 1, “CHAT Transcription Format”: headers start with
``@``, main tiers with ``*``, dependent tiers with ``%``; a tab starts a continuation line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..captions.cues import Captions, Cue
from ..model import Speaker
from .chat_codes import spoken
from .cues.recoveries import Recoveries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line, Role

#: Start and end in milliseconds, between two bullets.
_BULLET = re.compile('[\x15•]([0-9]{1,12})_([0-9]{1,12})[\x15•]')
_TIER = re.compile(r'\*([^\s:]{1,20}):\s*(.*)')
_ROLES: dict[str, Role] = {'investigator': 'interviewer', 'interviewer': 'interviewer'}
#: Roles that say nothing of a person.
_ANYBODY = frozenset({'Participant', 'Speaker', 'Unidentified', 'Investigator', 'Adult'})


def read_chat(lines: list[Line]) -> Captions:
    """Read CHAT."""
    cues: list[Cue] = []
    people: dict[str, Speaker] = {}
    metadata: dict[str, str] = {}
    recoveries = Recoveries()
    for line, text in _unfolded(lines):
        if match := _TIER.match(text):
            cues.append(_cue(match[1], match[2], line))
        elif text.startswith('@Participants:'):
            people |= dict(_participants(text.partition(':')[2]))
        elif text.startswith('@ID:'):
            fields = [part.strip() for part in text.partition(':')[2].split('|')]
            code, role = fields[2:3], fields[7:8]
            if code and role and code[0] in people:
                people[code[0]] = _with_role(people[code[0]], role[0])
        elif text.startswith('@Languages:'):
            metadata['language'] = text.partition(':')[2].split(',')[0].strip()
        elif text.startswith('@Location:'):
            metadata['place'] = text.partition(':')[2].strip()
        elif text.strip() and text[0] not in '@%':
            recoveries.drop(text, line)
    metadata = {key: value for key, value in metadata.items() if value}
    return Captions(cues, list(recoveries.findings()), metadata, tuple(people.values()))


def _unfolded(lines: list[Line]) -> Iterator[Line]:
    """Join continuation lines to the line that they continue."""
    start, parts = 0, ['']
    for number, text in lines:
        if text[:1] in {'\t', ' '}:
            parts.append(text.strip())
            continue
        yield start, ' '.join(parts)
        start, parts = number, [text]
    yield start, ' '.join(parts)


def _cue(label: str, text: str, line: int) -> Cue:
    times = [(int(start) / 1000, int(end) / 1000) for start, end in _BULLET.findall(text)]
    start = times[0][0] if times else None
    end = times[-1][1] if times else None
    return Cue(start, end, spoken(text), line, label)


def _participants(text: str) -> Iterator[tuple[str, Speaker]]:
    """Read ``ADA Ada Investigator, GRA Grace Participant``: label, name where given, role."""
    for part in text.split(','):
        words = part.split()
        if words:
            name = ' '.join(words[1:-1]).replace('_', ' ') or words[0]
            labels = (words[0],) if name != words[0] else ()
            role = words[-1] if len(words) > 1 else ''
            yield words[0], _with_role(Speaker(name, None, labels), role)


def _with_role(person: Speaker, role: str) -> Speaker:
    """Return *person* with what CHAT calls the role: ``Investigator``, ``Target_Child``."""
    what = role.replace('_', ' ')
    return person._replace(
        role=_ROLES.get(what.casefold(), person.role),
        description=person.description or ('' if what in _ANYBODY else what),
    )
