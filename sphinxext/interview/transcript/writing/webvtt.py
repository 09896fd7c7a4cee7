"""WebVTT: cues with voices, and as comments what captions have no place for."""

from __future__ import annotations

from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..captions.cues import Cue
from ..captions.repeats import without_repeats
from ..captions.voices import attribute
from ..model import Paragraph, Topic, TranscriptError, Turn
from ..people.labels import find_label
from ..speech.directions import is_direction
from ..speech.times import exact_time
from .head import head, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..loading import Loaded
    from ..model import Item

#: How long a cue is shown whose end is unknown, in seconds.
_SHOWN = 5.0
#: The voice of somebody unknown, where others have names, or words look like one.
_UNKNOWN = '?'
#: Before the words of somebody unknown after somebody unknown.
_CHANGE = '>> '


class _Note(NamedTuple):
    """Words that nobody says."""

    text: str
    start: float | None = None


def as_vtt(loaded: Loaded) -> str:
    """Write WebVTT: the cues that the file had, else its paragraphs.

    :raises TranscriptError: ``no_times``
    """
    units = _units(loaded)
    found = {name: ' '.join(value.split()) for name, value in head(loaded).items()}
    lines = [f'{name}: {value}' for name, value in found.items() if '-->' not in value]
    return _written(units, '\n'.join(['NOTE', *lines]) if lines else '')


def cues_of(loaded: Loaded) -> list[Cue]:
    """Return what is said as cues, each with its voice.

    :raises TranscriptError: ``no_times``
    """
    return [unit for unit in _units(loaded) if isinstance(unit, Cue)]


def _units(loaded: Loaded) -> list[Cue | _Note]:
    units = list(_said(loaded) if loaded.form.cues else _paragraphs(loaded))
    if not any(isinstance(unit, Cue) and unit.start is not None for unit in units):
        raise TranscriptError('no_times', 1, 'the transcript has no times, so it makes no captions')
    return units


def cues_as_vtt(cues: Iterable[Cue]) -> str:
    """Write cues as WebVTT, each with its voice."""
    return _written(cues, '')


def _said(loaded: Loaded) -> Iterator[Cue | _Note]:
    """Yield the file's cues with the names of those who speak."""
    captions = loaded.form.cues(loaded.lines)  # type: ignore[misc]
    kept, _ = without_repeats(captions)
    said, _ = attribute(captions, kept, loaded.transcript.speakers)
    is_named = any(voices for voices, *_ in said)
    before: Sequence[object] | None = None
    for voices, cue, starts, _ in said:
        if voices is None:
            yield _Note(cue.text, cue.start)
        else:
            is_other = starts and before == voices == ()
            yield _spoken(cue, joined(voices), is_named=is_named, is_other=is_other)
            before = voices


def _paragraphs(loaded: Loaded) -> Iterator[Cue | _Note]:
    """Yield a cue for each paragraph of a turn, and for each event between turns."""
    transcript = loaded.transcript
    is_named = any(turn.speakers for turn in transcript.turns)
    before: Item | None = None
    for item in (*transcript.preamble, *transcript.items, *transcript.epilogue):
        if isinstance(item, Topic):
            yield _Note(item.title)
        elif isinstance(item, Paragraph):
            is_event = item.kind == 'direction' and before is not None
            yield _cue(item, item.time) if is_event else _Note(item.text, item.time)
        else:
            is_other = isinstance(before, Turn) and not (before.speakers or item.speakers)
            name = joined(item.speakers)
            for index, paragraph in enumerate(item.paragraphs):
                start = paragraph.time if index or item.time is None else item.time
                if paragraph.kind == 'note':
                    yield _Note(paragraph.text, start)
                    continue
                cue = _cue(paragraph, start)
                yield _spoken(cue, name, is_named=is_named, is_other=is_other and not index)
            before = item


def _cue(paragraph: Paragraph, start: float | None) -> Cue:
    return Cue(start, None, ' '.join(paragraph.text.split()), paragraph.line)


def _spoken(cue: Cue, name: str, *, is_named: bool, is_other: bool) -> Cue:
    """Give a cue its voice.

    :param is_named: somebody has a name, so that a cue without one would be that of the last voice
    :param is_other: nobody knows who speaks, here or in the turn before
    """
    looks_labelled = not name and _starts_turn(cue.text)
    if is_other and not looks_labelled:
        return cue._replace(speaker='', text=_CHANGE + cue.text)
    return cue._replace(speaker=name or (_UNKNOWN if is_named or looks_labelled else ''))


def _starts_turn(text: str) -> bool:
    """Whether words would be read as somebody's name, or as another's."""
    return text.startswith(('-', '–', '—', '>')) or find_label(text) is not None


def _written(units: Iterable[Cue | _Note], comment: str) -> str:
    blocks = ['WEBVTT', *filter(None, [comment])]
    for unit, after in pairwise([*_shown_together(units), None]):
        if isinstance(unit, _Note):
            time = '' if unit.start is None else f'[{exact_time(unit.start)}] '
            blocks.append(f'NOTE {time}{" ".join(unit.text.replace("-->", "->").split())}')
        elif unit:
            following = after[0].start if after and not isinstance(after, _Note) else None
            blocks.append(_block(unit, following))
    return '\n\n'.join(blocks) + '\n'


def _shown_together(units: Iterable[Cue | _Note]) -> list[list[Cue] | _Note]:
    """Put each cue without a time to the one before it; the first of all starts at nought."""
    shown: list[list[Cue] | _Note] = []
    last: list[Cue] | None = None
    for unit in units:
        if isinstance(unit, _Note):
            shown.append(unit)
        elif unit.start is None and last:
            last.append(unit)
        else:
            last = [unit._replace(start=unit.start or 0.0)]
            shown.append(last)
    return shown


def _block(cues: Sequence[Cue], following: float | None) -> str:
    """Write cues that are shown at one time, each voice and each event on a line of its own.

    :param following: when the next ones start
    """
    start, end = cues[0].start or 0.0, cues[0].end
    if end is None or end <= start:
        end = following if following and following > start else start + _SHOWN
    lines = []
    for (name, _), group in groupby(cues, key=lambda cue: (cue.speaker, is_direction(cue.text))):
        words = [line for cue in group for line in cue.text.split('\n') if line.strip()]
        text = '\n'.join(escape(line, quote=False) for line in words)
        lines.append(f'<v {escape(name, quote=False)}>{text}' if name else text)
    return f'{_stamp(start)} --> {_stamp(end)}\n' + '</v>\n'.join(lines)


def _stamp(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minute = divmod(minutes, 60)
    return f'{hours:02}:{minute:02}:{rest // 1000:02}.{rest % 1000:03}'
