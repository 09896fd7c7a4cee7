"""The formats that are read: how each is known, and what is kept of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..captions.merging import transcribe
from ..layouts.reading import read_text
from .chat import read_chat
from .data import read_json
from .subrip import is_sbv_timing, read_sbv, read_subrip
from .tables import columns_of, read_table, read_whisper_table
from .tei import read_tei
from .timings import loose_timings
from .webvtt import has_signature, read_webvtt
from .written import is_written, read_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..captions.cues import Captions
    from ..material import Material
    from ..model import Line, Transcript


class Format(NamedTuple):
    """A format of files, and how one is known and read."""

    title: str
    suffixes: tuple[str, ...]
    #: How its content is recognised, in words.
    sign: str
    #: What of a file is kept.
    keeps: str
    unit: str
    #: Whether lines, without blank ones before the first word, are in this format.
    recognises: Callable[[list[Line]], bool]
    #: Reads the cues; None for what has none.
    cues: Callable[[list[Line]], Captions] | None = None
    #: How many lines every part of a file must start with; None: it can only be read whole.
    header: int | None = 0
    #: Reads what has no cues.
    transcript: Callable[[Material], Transcript] = read_text

    def read(self, material: Material) -> Transcript:
        """Read a transcript.

        :raises TranscriptError: it can't be read in this format
        """
        if self.cues is None:
            return self.transcript(material)
        return transcribe(self.cues(material.lines), material.people, material.paragraphs)


_JSON = re.compile(r'\{\s*(?:["}]|$)|\[\s*(?:[\[{]|$)')
_XML = re.compile(r'<\?xml\s|<!DOCTYPE\s|<(?:\w+:)?TEI|<(?:ANNOTATION_DOCUMENT|tt|transcript)\b')
_SHOWN = 200


def _starts_subrip(lines: list[Line]) -> bool:
    first, *others = (text.strip() for _, text in lines[:2])
    timing = others[0] if first.isdigit() and others else first
    return '-->' in timing and loose_timings(timing) is not None


def _starts_xml(lines: list[Line]) -> bool:
    return _XML.match(lines[0][1].lstrip()) is not None


def _starts_json(lines: list[Line]) -> bool:
    start = ' '.join(text.strip() for _, text in lines[:3])
    return _JSON.match(start[:_SHOWN]) is not None


def _is_table(lines: list[Line]) -> bool:
    """Whether the first line is a header row: all of it are columns that we know."""
    header = lines[0][1]
    found = columns_of(header[:_SHOWN])
    return len(found) > 1 and 'words' in found and header.strip().count(' ') <= len(found)


WEBVTT = Format(
    'WebVTT',
    ('.vtt', '.webvtt'),
    'a first line ``WEBVTT``',
    'times, voices, several of them in a cue; ``Language:``',
    'hours, minutes, seconds',
    has_signature,
    read_webvtt,
    header=1,
)
JSON = Format(
    'JSON of recognisers',
    ('.json',),
    '``{`` or ``[``, and the keys of a known shape',
    'times, speakers, the language',
    'by shape, see below',
    _starts_json,
    read_json,
    header=None,
)
WRITTEN = Format(
    'JSON of ``sphinx-interview``',
    ('.json',),
    '``{"metadata":``, and segments with ``kind``',
    'everything',
    'seconds',
    is_written,
    header=None,
    transcript=read_written,
)
TEI = Format(
    'TEI',
    ('.tei', '.xml'),
    '``<TEI``, or another XML with ``<u``',
    'utterances, speakers, events, the title',
    'of the timeline, seconds',
    _starts_xml,
    read_tei,
    header=None,
)
CHAT = Format(
    'CHAT',
    ('.cha',),
    '``@UTF8`` or ``@Begin``',
    'main tiers, participants, times, language and location',
    'milliseconds',
    lambda lines: lines[0][1].rstrip() in {'@UTF8', '@Begin'},
    read_chat,
)
WHISPER_TSV = Format(
    'TSV of Whisper',
    ('.tsv',),
    'a first row ``start``, ``end``, ``text``, with tabs',
    'times',
    'milliseconds',
    lambda lines: lines[0][1].split('\t') == ['start', 'end', 'text'],
    read_whisper_table,
    header=1,
)
TABLE = Format(
    'CSV of oral-history collections',
    ('.csv',),
    'a first row of known columns, one of which is ``words`` or ``text``',
    'speakers, times, tags; a row without speaker is a note',
    'hours, minutes, seconds; or seconds',
    _is_table,
    read_table,
    header=1,
)
SUBRIP = Format(
    'SubRip',
    ('.srt',),
    'a line ``… --> …``, with or without a number above',
    'times, names before the words',
    'hours, minutes, seconds',
    _starts_subrip,
    read_subrip,
)
SBV = Format(
    'SBV of YouTube',
    ('.sbv',),
    'a first line ``0:00:01.000,0:00:04.000``',
    'times, names before the words',
    'hours, minutes, seconds',
    lambda lines: is_sbv_timing(lines[0][1]),
    read_sbv,
)
DOCX = Format(
    'Word',
    ('.docx',),
    'a zip archive with ``word/document.xml``',
    'paragraphs, headings, bold labels, tables of two or three columns; lines are paragraphs',
    'as text',
    lambda _: False,
)
TEXT = Format(
    'Text and Markdown; also of Otter, Rev, Riverside, Descript and Sonix',
    ('.txt', '.md', '.markdown', '.interview'),
    'none of the others',
    'everything',
    'minutes and seconds, or hours, minutes and seconds',
    lambda _: True,
)
#: In the order in which content is tried.
FORMATS = (WEBVTT, WRITTEN, JSON, TEI, CHAT, WHISPER_TSV, TABLE, SUBRIP, SBV, DOCX, TEXT)
