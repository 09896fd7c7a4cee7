"""Who asks and who answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..speech.questions import asks, is_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Role, Speaker, Turn
    from .names import Voices


def voices_of(turns: Iterable[Turn]) -> list[Voices]:
    """Return who speak in one turn or another, in order; few, though some may stand there twice."""
    return list({id(turn.speakers): turn.speakers for turn in turns}.values())


def infer_roles(turns: Sequence[Turn]) -> dict[str, Role]:
    """Return the role of each speaker by name, where no interviewer is known.

    Role words decide; else who asks most is the interviewer; on a tie, who speaks first.
    """
    speakers = list(dict.fromkeys(s for speakers in voices_of(turns) for s in speakers))
    roles: dict[str, Role] = {s.name: s.role for s in speakers if s.role}
    roles |= {s.name: turn.role for turn in turns if turn.role for s in turn.speakers}
    is_asked = any(turn.role == 'interviewer' for turn in turns)
    if 'interviewer' not in roles.values() and len(speakers) > 1 and not is_asked:
        asked = Counter(
            speaker.name for turn in turns if asks(turn.text) for speaker in turn.speakers
        ) or Counter(
            speaker.name for turn in turns if is_question(turn.text) for speaker in turn.speakers
        )
        free = [s.name for s in speakers if s.role != 'interviewee'] or [s.name for s in speakers]
        roles[max(free, key=lambda name: asked[name])] = 'interviewer'
    return {s.name: roles.get(s.name, 'interviewee') for s in speakers}


def with_roles(speakers: Voices, roles: dict[str, Role]) -> Voices:
    """Return *speakers* with the roles that were inferred for them."""
    return tuple(s._replace(role=roles.get(s.name, s.role)) for s in speakers)


def options_to_paste(speakers: Iterable[Speaker]) -> str:
    """Return the directive's options that declare *speakers*."""
    lines = []
    for role in ('interviewer', 'interviewee', 'participant'):
        names = '; '.join(_declared(speaker) for speaker in speakers if speaker.role == role)
        if names:
            lines.append(f':{role}: {names}')
    return '\n'.join(lines)


def _declared(speaker: Speaker) -> str:
    labels = f' [{", ".join(speaker.labels)}]' if speaker.labels else ''
    what = f' ({speaker.description})' if speaker.description else ''
    return f'{speaker.name}{labels}{what}'
