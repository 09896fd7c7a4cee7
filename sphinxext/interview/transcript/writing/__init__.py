"""Transcripts as files: text that an editor can correct, Markdown, JSON, WebVTT."""

from __future__ import annotations

import json
import re
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_args

from ..captions.cues import Cue
from ..captions.repeats import without_repeats
from ..captions.voices import attribute
from ..model import Paragraph, Role, Topic, TranscriptError
from ..people.labels import find_label, key
from ..people.names import Directory
from ..people.words import is_nameish, is_unknown, role_of
from ..source.head import is_head_block
from ..speech.directions import split_directions
from ..speech.times import exact_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..loading import Loaded
    from ..model import Speaker, Turn

#: How long a cue is shown whose end is unknown, in seconds.
_SHOWN = 5.0
#: What Markdown would take for markup, and what starts a list there.
_MARKS = re.compile(r'([\\`*_{}\[\]<>#|~])')
_BULLET = re.compile(r'([-+]|\d{1,9}[.)])(?=\s)')
_COLON = re.compile(r':(?=\s|$)')


def as_text(loaded: Loaded) -> str:
    """Write text that is read as the same transcript."""
    return '\n\n'.join(_Blocks(loaded, '{}:', str)) + '\n'


def as_markdown(loaded: Loaded) -> str:
    """Write Markdown; words that weren't Markdown already mean what they meant."""
    mark_up = str if loaded.markup == 'markdown' else _marked_up
    return '\n\n'.join(_Blocks(loaded, '**{}:**', mark_up)) + '\n'


def as_json(loaded: Loaded) -> str:
    """Write metadata, speakers, and the paragraphs as segments with times in seconds."""
    speakers = [
        {'name': s.name, 'role': s.role, 'labels': s.labels, 'description': s.description}
        for s in loaded.transcript.speakers
    ]
    document = {
        'metadata': loaded.metadata,
        'speakers': speakers,
        'segments': list(_segments(loaded)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + '\n'


def as_vtt(loaded: Loaded) -> str:
    """Write WebVTT: the cues that the file had, else its paragraphs.

    :raises TranscriptError: ``no_times``
    """
    cues = _cues(loaded) if loaded.form.cues else _paragraph_cues(loaded.transcript.turns)
    if not any(cue.start is not None for cue in cues):
        raise TranscriptError('no_times', 1, 'the transcript has no times, so it makes no captions')
    head = [f'{name}: {value}' for name, value in _head(loaded).items() if '-->' not in value]
    return cues_as_vtt(cues, '\n'.join(['NOTE', *head]) if head else '')


def cues_as_vtt(cues: Iterable[Cue], comment: str = '') -> str:
    """Write cues as WebVTT, each with its voice.

    What has no time of its own is shown with the cue before it.
    """
    blocks = ['WEBVTT', *filter(None, [comment])]
    for cue, after in pairwise([*_timed(cues), None]):
        if cue is None or cue.start is None:
            continue
        end = cue.end
        if end is None or end <= cue.start:
            following = after.start if after else None
            end = following if following and following > cue.start else cue.start + _SHOWN
        voice = f'<v {escape(cue.speaker, quote=False)}>' if cue.speaker else ''
        lines = (escape(line, quote=False) for line in cue.text.split('\n') if line.strip())
        blocks.append(f'{_stamp(cue.start)} --> {_stamp(end)}\n{voice}' + '\n'.join(lines))
    return '\n\n'.join(blocks) + '\n'


def _timed(cues: Iterable[Cue]) -> list[Cue]:
    """Join each cue without a time to the one before; the first of all starts at nought."""
    timed: list[Cue] = []
    for cue in cues:
        if cue.start is None and timed:
            before = timed[-1]
            words = cue.text
            if cue.speaker and cue.speaker != before.speaker:
                words = f'{cue.speaker}: {words}'
            timed[-1] = before._replace(text=f'{before.text}\n{words}')
        else:
            timed.append(cue if cue.start is not None else cue._replace(start=0.0))
    return timed


def _stamp(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minute = divmod(minutes, 60)
    return f'{hours:02}:{minute:02}:{rest // 1000:02}.{rest % 1000:03}'


def _cues(loaded: Loaded) -> list[Cue]:
    """Return the file's cues with the names of those who speak."""
    captions = loaded.form.cues(loaded.lines)  # type: ignore[misc]
    kept, _ = without_repeats(captions)
    said, _ = attribute(captions, kept, loaded.transcript.speakers)
    return [cue._replace(speaker=_names(voices or ())) for voices, cue, *_ in said]


def _paragraph_cues(turns: Iterable[Turn]) -> list[Cue]:
    """Return a cue for each paragraph."""
    return [
        Cue(
            paragraph.time if number else turn.time,
            None,
            ' '.join(paragraph.text.split()),
            paragraph.line,
            _names(turn.speakers),
        )
        for turn in turns
        for number, paragraph in enumerate(turn.paragraphs)
    ]


def _names(speakers: Sequence[Speaker]) -> str:
    return ' & '.join(speaker.name for speaker in speakers)


def _segments(loaded: Loaded) -> Iterator[dict[str, Any]]:
    transcript = loaded.transcript
    for item in (*transcript.preamble, *transcript.items, *transcript.epilogue):
        if isinstance(item, Topic):
            yield {'start': None, 'text': item.title, 'kind': 'topic'}
        elif isinstance(item, Paragraph):
            kind = 'note' if item.kind == 'speech' else item.kind
            yield {'start': item.time, 'text': item.text, 'kind': kind}
        else:
            for number, paragraph in enumerate(item.paragraphs):
                start = paragraph.time if number else item.time
                segment = {'speaker': _names(item.speakers), 'start': start}
                yield segment | {'text': paragraph.text, 'kind': paragraph.kind}


class _Blocks:
    """What blank lines separate in a text: the head, topics, paragraphs.

    :param label: how a name is written
    :param mark_up: writes words so that they mean what they say
    """

    def __init__(self, loaded: Loaded, label: str, mark_up: Callable[[str], str]) -> None:
        self.loaded = loaded
        self.label = label
        self.mark_up = mark_up
        self.directory = Directory(loaded.transcript.speakers)

    def __iter__(self) -> Iterator[str]:
        transcript = self.loaded.transcript
        yield from _head_block(_head(self.loaded))
        for paragraph in transcript.preamble:
            yield self._alone(paragraph)
        for item in transcript.items:
            if isinstance(item, Topic):
                yield f'{"#" * item.level} {self.mark_up(item.title)}{_slug(item.slug)}'
            elif isinstance(item, Paragraph):
                yield self._alone(item)
            else:
                yield from self._turn(item)
        if transcript.epilogue:
            yield '---'
        for paragraph in transcript.epilogue:
            yield self._alone(paragraph)

    def _turn(self, turn: Turn) -> Iterator[str]:
        label = self.label.format(_names(turn.speakers) or '?')
        first, *others = turn.paragraphs or (Paragraph('', turn.line),)
        time = _bracketed(first.time if turn.time is None else turn.time)
        yield f'{label} {time}{self.mark_up(first.text)}{_slug(turn.slug)}'.rstrip()
        yield from map(self._alone, others)

    def _alone(self, paragraph: Paragraph) -> str:
        """Write a paragraph without label; nothing in it may look like one."""
        lines = map(self._unlabelled, paragraph.text.split('\n'))
        return _bracketed(paragraph.time) + '\n'.join(lines)

    def _unlabelled(self, line: str) -> str:
        label = find_label(line)
        text = self.mark_up(line)
        if label is None or not self._may_speak(label.name):
            return text
        return _COLON.sub(r'\\:', text, count=1) if label.form == 'plain' else f'\\{text}'

    def _may_speak(self, name: str) -> bool:
        """Whether a reader would take *name* for a speaker, or warn that it looks like one."""
        known = self.directory.find(name) or role_of(key(name)) or is_unknown(key(name))
        return bool(known) or is_nameish(name)


def _slug(slug: str) -> str:
    return f' {{#{slug}}}' if slug else ''


def _bracketed(seconds: float | None) -> str:
    return '' if seconds is None else f'[{exact_time(seconds)}] '


def _marked_up(text: str) -> str:
    """Escape what Markdown would take for markup; events stay as they are."""
    parts = (
        part if is_event else _MARKS.sub(r'\\\1', part) for part, is_event in split_directions(text)
    )
    escaped = ''.join(parts)
    start = _BULLET.match(escaped)
    return f'{start[1][:-1]}\\{escaped[start.end() - 1 :]}' if start else escaped


def _head(loaded: Loaded) -> dict[str, str]:
    """Return metadata and people by the keys of a transcript's head."""
    speakers = loaded.transcript.speakers
    head = dict(loaded.metadata)
    for role in get_args(Role):
        if people := [_person(speaker) for speaker in speakers if speaker.role == role]:
            head[role] = '; '.join(people)
    return head


def _head_block(head: dict[str, str]) -> Iterator[str]:
    """Yield a head as a block of lines, or where that can't be read, as YAML."""
    if is_head_block(head):
        yield '\n'.join(f'{name}: {value}' for name, value in head.items())
    elif head:  # a string of JSON is one of YAML
        lines = (f'{name}: {json.dumps(value, ensure_ascii=False)}' for name, value in head.items())
        yield '\n'.join(['---', *lines, '---'])


def _person(speaker: Speaker) -> str:
    labels = f' [{", ".join(speaker.labels)}]' if speaker.labels else ''
    what = f' ({speaker.description})' if speaker.description else ''
    return f'{speaker.name}{labels}{what}'
