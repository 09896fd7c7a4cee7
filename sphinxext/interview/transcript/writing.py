"""Transcripts as files: text that an editor can correct, Markdown, JSON, WebVTT."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cues import Cue

#: How long a cue is shown whose end is unknown, in seconds.
_SHOWN = 5.0


def cues_as_vtt(cues: Sequence[Cue]) -> str:
    """Write cues as WebVTT, each with its voice; cues without a time are left out."""
    blocks = ['WEBVTT']
    for cue, after in pairwise([*cues, None]):
        if cue is None or cue.start is None:
            continue
        end = cue.end
        if end is None or end <= cue.start:
            following = after.start if after else None
            end = following if following and following > cue.start else cue.start + _SHOWN
        voice = f'<v {escape(cue.speaker, quote=False)}>' if cue.speaker else ''
        lines = (escape(line, quote=False) for line in cue.text.split('\n') if line.strip())
        blocks.append(f'{vtt_time(cue.start)} --> {vtt_time(end)}\n{voice}' + '\n'.join(lines))
    return '\n\n'.join(blocks) + '\n'


def vtt_time(seconds: float) -> str:
    """Return ``00:14:32.500``."""
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minute = divmod(minutes, 60)
    return f'{hours:02}:{minute:02}:{rest // 1000:02}.{rest % 1000:03}'
