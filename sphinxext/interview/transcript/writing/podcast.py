"""What podcasts publish beside a recording: transcript and chapters as JSON.

Source: Podcast Namespace, https://podcastindex.org/namespace/1.0: JSON transcripts 1.0, JSON Chapters
Format 1.2.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from ..model import Topic, TranscriptError, Turn
from .webvtt import cues_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..captions.cues import Cue
    from ..loading import Loaded

#: How long a word takes, where nothing tells.
_SECONDS_A_WORD: Final = 0.4


def as_podcast(loaded: Loaded) -> str:
    """Write what is said as the JSON of podcasts.

    :raises TranscriptError: ``no_times``
    """
    return cues_as_json(cues_of(loaded))


def as_chapters(loaded: Loaded) -> str:
    """Write the topics as chapters; one without a time starts with the turn below it.

    :raises TranscriptError: ``no_times``
    """
    chapters: list[tuple[float, str]] = []
    after: float | None = None
    for item in reversed(loaded.transcript.items):
        if isinstance(item, Turn):
            after = after if item.time is None else item.time
        elif isinstance(item, Topic):
            time = after if item.time is None else item.time
            chapters += [] if time is None else [(time, item.title)]
            after = None
    if not chapters:
        text = 'no topic of the transcript has a time, so there are no chapters'
        raise TranscriptError('no_times', 1, text)
    return chapters_as_json(loaded.metadata.get('title', ''), chapters[::-1])


def cues_as_json(cues: Sequence[Cue]) -> str:
    """Write cues as segments, each with its speaker; what has no time starts with what is before it."""
    segments: list[dict[str, Any]] = []
    last = 0.0
    for cue, after in pairwise([*cues, None]):
        if cue is None:
            continue
        start = last = last if cue.start is None else cue.start
        body = ' '.join(cue.text.split())
        end = cue.end if cue.end is not None else after.start if after else None
        if end is None or end < start:
            end = round(start + _SECONDS_A_WORD * len(body.split()), 3)
        speaker = {'speaker': cue.speaker} if cue.speaker else {}
        segments.append({**speaker, 'startTime': start, 'endTime': end, 'body': body})
    return _dumped({'version': '1.0.0', 'segments': segments})


def chapters_as_json(title: str, chapters: Iterable[tuple[float, str]]) -> str:
    """Write chapters, in the order of their times."""
    found = [{'startTime': time, 'title': name} for time, name in sorted(chapters)]
    titled = {'title': title} if title else {}
    return _dumped({'version': '1.2.0', **titled, 'chapters': found})


def _dumped(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + '\n'
