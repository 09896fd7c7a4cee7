"""OHMS: the index of a recording, and its transcript with a mark for each minute.

Source: the XML that the Oral History Metadata Synchronizer exports: ``index`` with ``point``;
``transcript`` and ``sync``, or ``vtt_transcript``. In ``sync``, ``1:|13(3)|19(14)`` says that each
mark is one minute after the one before: the first minute ends in line 13 at word 3.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from ...captions.merging import transcribe
from ...exchanges.completion import complete
from ...model import Finding, Paragraph, Speaker, Topic, TranscriptError, Turn
from ...segments.attributes import split_tags
from ...segments.placing import place
from ...text.reading import read_text
from ..cues.webvtt import read_webvtt
from .tree import parse_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...material import Material
    from ...model import Item, Line, Role, Transcript
    from .tree import Element

_ROOT = re.compile(r'<(?:[\w.-]+:)?([A-Za-z][\w.-]*)')
_POINT = re.compile(r'<(?:\w+:)?record[\s>]')
_MARK = re.compile(r'(\d{1,7})\((\d{1,5})\)')
_INTERVAL = re.compile(r'\s*(\d{1,3}):')
#: Footnotes, and where they belong.
_FOOTNOTES = re.compile(r'\[\[footnotes\]\].*?\[\[/footnotes\]\]', re.DOTALL)
_FOOTNOTE = re.compile(r'\[\[footnote\]\].*?\[\[/footnote\]\]')
_ROLES: tuple[Role, ...] = ('interviewer', 'interviewee')
#: How the options are called there.
_METADATA = {
    'title': 'title',
    'language': 'language',
    'repository': 'archive',
    'media_url': 'recording',
}


def is_ohms(lines: list[Line]) -> bool:
    """Whether this is an export of OHMS: a ``record`` in a ``ROOT``, or alone."""
    if not lines[0][1].lstrip().startswith('<'):
        return False
    root = next((match[1] for _, text in lines if (match := _ROOT.search(text))), '')
    return root in {'ROOT', 'record', 'records'} and any(_POINT.search(text) for _, text in lines)


def read_ohms(material: Material) -> Transcript:
    """Read the transcript, and put the points of the index where they belong.

    :raises TranscriptError: ``xml_invalid``, ``no_cue``
    """
    record = _record(material.lines)
    points, noticed = points_of(record)
    people = material.people or tuple(
        Speaker(name.text(), role)
        for role in _ROLES
        for name in record.children(role)
        if name.text()
    )
    material = material._replace(people=people)
    captions, text = record.children('vtt_transcript'), record.children('transcript')
    if captions and captions[0].text():
        cues = read_webvtt(_lines(captions[0]))
        transcript = transcribe(cues, people, material.paragraphs)
    elif text and text[0].text():
        transcript = _timed(read_text(material._replace(lines=_lines(text[0]))), record, text[0])
    else:
        return _index_only(points, people, noticed, record)
    items, found = place(transcript.items, points)
    metadata = {**transcript.metadata, **_metadata(record)}
    findings = (*transcript.findings, *noticed, *found)
    return transcript._replace(items=tuple(items), metadata=metadata, findings=findings)


def read_points(lines: list[Line]) -> tuple[list[Topic], list[Finding]]:
    """Return the index of an export alone. Raises TranscriptError: ``xml_invalid``."""
    return points_of(_record(lines))


def points_of(record: Element) -> tuple[list[Topic], list[Finding]]:
    """Return the points of the index, and those that can't be read as findings."""
    points: list[Topic] = []
    findings: list[Finding] = []
    for index in record.children('index'):
        for point in index.children('point'):
            time, title = _seconds(_said(point, 'time')), _said(point, 'title')
            if time is None or not title:
                text = f'a point of the index without time or title is left out: {title!r}'
                findings.append(Finding('chapter_invalid', 'warning', point.line, text))
                continue
            points.append(
                Topic(
                    title,
                    point.line,
                    time=time,
                    synopsis=_said(point, 'synopsis'),
                    keywords=split_tags(f'{_said(point, "keywords")};{_said(point, "subjects")}'),
                    place=_place(point),
                )
            )
    return points, findings


def _record(lines: list[Line]) -> Element:
    root = parse_xml(lines)
    records = [root] if root.tag == 'record' else [*root.inside('record')]
    if not records:
        raise TranscriptError('chapters_invalid', root.line, 'this XML has no record of OHMS')
    return records[0]


def _said(element: Element, tag: str) -> str:
    return next((found.text() for found in element.inside(tag) if found.text()), '')


def _place(point: Element) -> str:
    """Return the name of the place, with what tells where it is."""
    name, where = _said(point, 'gps_text'), _said(point, 'gps')
    return f'{name} ({where})' if name and where else name or where


def _seconds(text: str) -> float | None:
    return float(text) if re.fullmatch(r'\d{1,7}(?:\.\d{1,6})?', text, re.ASCII) else None


def _metadata(record: Element) -> dict[str, str]:
    found = {ours: _said(record, theirs) for theirs, ours in _METADATA.items()}
    dates = [date.get('value') or date.text() for date in record.children('date')]
    found['date'] = next(filter(None, dates), '')
    return {name: value for name, value in found.items() if value}


def _lines(element: Element) -> list[Line]:
    words = _FOOTNOTES.sub(lambda found: '\n' * found[0].count('\n'), element.words())
    lines = _FOOTNOTE.sub('', words).split('\n')
    return [(element.line + number, line.rstrip()) for number, line in enumerate(lines)]


def _index_only(
    points: Sequence[Topic],
    people: tuple[Speaker, ...],
    noticed: Sequence[Finding],
    record: Element,
) -> Transcript:
    """Return a transcript of the points, each with the first words that are said there."""
    items: list[Item] = []
    elements = [p for index in record.children('index') for p in index.children('point')]
    words = {point.line: _said(point, 'partial_transcript') for point in elements}
    for point in points:
        items.append(point)
        if words[point.line]:
            items.append(Paragraph(words[point.line], point.line, kind='note'))
    if not items:
        raise TranscriptError('no_cue', record.line, 'this record has neither index nor transcript')
    return complete(items, people, noticed, metadata=_metadata(record))


def _timed(transcript: Transcript, record: Element, text: Element) -> Transcript:
    """Give each turn a time, by how far its line is between the marks of two minutes."""
    estimate = _estimate(_said(record, 'sync'), text)
    if estimate is None:
        return transcript
    items = [
        item._replace(time=estimate(item.line))
        if isinstance(item, Turn) and item.time is None
        else item
        for item in transcript.items
    ]
    message = 'the times of turns are estimates between the marks of whole minutes'
    findings = (*transcript.findings, Finding('times_estimated', 'info', text.line, message))
    return transcript._replace(items=tuple(items), findings=findings)


def _estimate(sync: str, text: Element) -> Callable[[int], float] | None:
    """Return what estimates the time at the start of a line of the file."""
    interval = _INTERVAL.match(sync)
    if interval is None:
        return None
    step = int(interval[1]) * 60.0
    counts = [0]
    for _, line in _lines(text):
        counts.append(counts[-1] + len(line.split()))
    marks = [(0, 0.0)]
    for number, stamp in enumerate(sync[interval.end() :].split('|')):
        mark = _MARK.fullmatch(stamp.strip())
        if mark and 0 < int(mark[1]) < len(counts):
            words = counts[int(mark[1]) - 1] + int(mark[2])
            if words > marks[-1][0]:
                marks.append((words, number * step))
    if len(marks) < 2:
        return None

    places = [words for words, _ in marks]

    def estimate(line: int) -> float:
        words = counts[line - text.line]
        place = min(bisect_right(places, words), len(marks) - 1)
        (first, start), (last, end) = marks[place - 1 : place + 1]
        return float(round(start + (end - start) * (words - first) / (last - first)))

    return estimate
