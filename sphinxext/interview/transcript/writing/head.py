"""What stands at the head of a written file: metadata, and who speaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

from ..model import Role
from ..source.head import is_head_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..loading import Loaded
    from ..model import Speaker


def head(loaded: Loaded) -> dict[str, str]:
    """Return metadata and people by the keys of a transcript's head."""
    found = dict(loaded.metadata)
    for role in get_args(Role):
        if people := [_person(s) for s in loaded.transcript.speakers if s.role == role]:
            found[role] = '; '.join(people)
    return found


def head_block(found: dict[str, str], loaded: Loaded) -> Iterator[str]:
    """Yield a head as a block of lines, or where that could be read as turns, as YAML."""
    spoken = {speaker for turn in loaded.transcript.turns for speaker in turn.speakers}
    if is_head_block(found) and spoken >= set(loaded.transcript.speakers):
        yield '\n'.join(f'{name}: {value}' for name, value in found.items())
    elif found:  # a string of JSON is one of YAML
        lines = (
            f'{name}: {json.dumps(value, ensure_ascii=False)}' for name, value in found.items()
        )
        yield '\n'.join(['---', *lines, '---'])


def joined(speakers: Sequence[Speaker]) -> str:
    """Return the label of all who speak at once."""
    return ' & '.join(speaker.name for speaker in speakers)


def _person(speaker: Speaker) -> str:
    labels = f' [{", ".join(speaker.labels)}]' if speaker.labels else ''
    what = f' ({speaker.description})' if speaker.description else ''
    return f'{speaker.name}{labels}{what}'
