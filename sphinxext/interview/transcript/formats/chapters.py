"""Files of chapters: JSON of podcasts, WebVTT, and the index of OHMS.

Source: JSON Chapters Format 1.2 of the Podcast Namespace; W3C, WebVTT, “Chapter cues”.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..model import Finding, Topic, TranscriptError
from ..source.decoding import whole_json
from . import file_lines
from .cues.webvtt import has_signature, read_webvtt
from .xml.ohms import read_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line

_START = re.compile(r'"startTime"\s*:')


def read_chapters(data: bytes) -> tuple[list[Topic], list[Finding]]:
    """Return the chapters of a file, each with its time and its line.

    :raises TranscriptError: ``undecodable``, ``chapters_invalid``, ``xml_invalid``
    """
    lines = file_lines(data)
    first = next((text.strip() for _, text in lines if text.strip()), '')
    if first.startswith('{'):
        chapters, findings = _of_json(lines)
    elif first.startswith('<'):
        chapters, findings = read_points(lines)
    elif has_signature(lines):
        cues = read_webvtt(lines)
        words = ((' '.join(cue.text.split()), cue) for cue in cues.cues)
        chapters = [Topic(title, cue.line, time=cue.start) for title, cue in words if title]
        findings = [*cues.findings]
    else:
        text = 'these are no chapters: JSON of podcasts, WebVTT and OHMS are read'
        raise TranscriptError('chapters_invalid', 1, text)
    if not chapters:
        raise TranscriptError('chapters_invalid', 1, 'the file has no chapter')
    return chapters, findings


def _of_json(lines: list[Line]) -> tuple[list[Topic], list[Finding]]:
    try:
        found = json.loads(whole_json('\n'.join(text for _, text in lines)))
    except (ValueError, RecursionError) as error:
        line = getattr(error, 'lineno', 1)
        raise TranscriptError('chapters_invalid', line, f'this is no JSON: {error}') from error
    chapters = found.get('chapters')
    if not isinstance(chapters, list):
        text = 'this JSON has no list of “chapters”, as podcasts have'
        raise TranscriptError('chapters_invalid', 1, text)
    findings: list[Finding] = []
    places = [number for number, text in lines for _ in _START.findall(text)]
    known = [chapter for chapter in chapters if isinstance(chapter, dict)]
    if len(places) != sum('startTime' in chapter for chapter in known):
        places = []
    return [*_topics(chapters, iter(places), findings)], findings


def _topics(chapters: list[Any], places: Iterator[int], findings: list[Finding]) -> Iterator[Topic]:
    for chapter in chapters:
        told = chapter if isinstance(chapter, dict) else {}
        line = next(places, 1) if 'startTime' in told else 1
        time, title = _seconds(told.get('startTime')), told.get('title')
        if told.get('toc') is False:  # which players don't list
            continue
        if time is None or not isinstance(title, str) or not title.strip():
            text = f'a chapter without time or title is left out: {str(chapter)[:60]}'
            findings.append(Finding('chapter_invalid', 'warning', line, text))
            continue
        where = told.get('location')
        name = where.get('name', '') if isinstance(where, dict) else ''
        yield Topic(' '.join(title.split()), line, time=time, place=' '.join(str(name).split()))


def _seconds(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value < 1e9 else None
