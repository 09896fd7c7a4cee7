"""The formats that are read: how each is known, and what is kept of it.

Most projects have transcripts in one format. So what reads another isn't even imported, nor what
recognises it, unless the first line of a file looks so.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text.reading import read_text

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
        from ..captions.merging import transcribe

        return transcribe(self.cues(material.lines), material.people, material.paragraphs)


_XML = re.compile(
    r'<\?xml\s|<!DOCTYPE\s|<(?:\w+:)?(?:TEI|tt\b)|<(?:ANNOTATION_DOCUMENT|transcript)\b'
)
_ROOT = re.compile(r'<(?:[\w.-]+:)?([A-Za-z][\w.-]*)')
#: What may part the cells of a table.
_DELIMITERS = ',;\t|'


def _reader(module: str, name: str) -> Callable[[Any], Any]:
    """Return a function of a module of this room that is imported when it is called."""

    def read(source: Any) -> Any:
        return getattr(import_module(f'.{module}', __package__), name)(source)

    return read


def _recogniser(
    may_be: Callable[[str], object], module: str, name: str
) -> Callable[[list[Line]], bool]:
    """Return the same, for files whose first line may be one of the format; others aren't."""
    recognises = _reader(module, name)
    return lambda lines: bool(may_be(lines[0][1])) and recognises(lines)


def _starts_with(*signs: str) -> Callable[[str], bool]:
    return lambda line: line.lstrip().startswith(signs)


def _is_row(line: str) -> bool:
    return any(sign in line for sign in _DELIMITERS)


def _may_be_timed(line: str) -> bool:
    return line.lstrip()[:1] == '[' or line.lstrip()[:1].isdecimal()


def _starts_subrip(lines: list[Line]) -> bool:
    first, *others = (text.strip() for _, text in lines[:2])
    timing = others[0] if first.isdigit() and others else first
    if '-->' not in timing:
        return False
    from .cues.timings import loose_timings

    return loose_timings(timing) is not None


def _starts_xml(lines: list[Line]) -> bool:
    return _XML.match(lines[0][1].lstrip()) is not None


def _starts_ttml(lines: list[Line]) -> bool:
    roots = (root[1] for _, text in lines if (root := _ROOT.search(text)))
    return _starts_xml(lines) and next(roots, '') == 'tt'


WEBVTT = Format(
    'WebVTT',
    ('.vtt', '.webvtt'),
    'a first line ``WEBVTT``',
    'times, voices, several of them in a cue; ``Language:``',
    'hours, minutes, seconds',
    _recogniser(_starts_with('WEBVTT'), 'cues.webvtt', 'has_signature'),
    _reader('cues.webvtt', 'read_webvtt'),
    header=1,
)
JSON = Format(
    'JSON of recognisers',
    ('.json',),
    'JSON from the first to the last sign, one object or one a line',
    'times, speakers, the language',
    'by shape, see below',
    _recogniser(_starts_with('{', '['), 'data.source', 'is_json'),
    _reader('data', 'read_json'),
    header=None,
)
TTML = Format(
    'TTML, also of Apple Podcasts',
    ('.ttml', '.dfxp'),
    'XML whose root is ``tt``',
    'times, agents, lines, the title and the language',
    'hours, minutes, seconds; frames; ticks',
    _starts_ttml,
    _reader('xml.ttml', 'read_ttml'),
    header=None,
)
WRITTEN = Format(
    'JSON of ``sphinx-interview``',
    ('.json',),
    '``{"metadata":``, and segments with ``kind``',
    'everything',
    'seconds',
    _recogniser(_starts_with('{'), 'written', 'is_written'),
    header=None,
    transcript=_reader('written', 'read_written'),
)
OHMS = Format(
    'OHMS',
    ('.xml',),
    'XML whose root is ``ROOT`` or ``record``, with a ``record``',
    'the transcript or its captions, speakers, the index as topics, title, date, language and archive; '
    'times of turns are estimates between the marks',
    'minutes between marks; seconds in the index',
    _recogniser(_starts_with('<'), 'xml.ohms', 'is_ohms'),
    header=None,
    transcript=_reader('xml.ohms', 'read_ohms'),
)
TEI = Format(
    'TEI, also of parliaments and plays',
    ('.tei', '.xml'),
    '``<TEI``, or another XML with ``<u`` or ``<sp``',
    'utterances, speeches, their paragraphs, speakers, events and notes, the title',
    'of the timeline',
    _starts_xml,
    _reader('xml.tei', 'read_tei'),
    header=None,
)
CHAT = Format(
    'CHAT',
    ('.cha',),
    '``@UTF8`` or ``@Begin``',
    'main tiers without codes, events, participants, times, language and location',
    'milliseconds',
    lambda lines: lines[0][1].rstrip() in {'@UTF8', '@Begin'},
    _reader('chat', 'read_chat'),
)
TABLE = Format(
    'CSV and TSV of oral-history collections, Premiere and Whisper',
    ('.csv', '.tsv'),
    'a first row of known columns, one of which is ``words`` or ``text``',
    'speakers, times, tags; a row without speaker goes on with the last one, a row in brackets is '
    'a direction',
    'hours, minutes, seconds; seconds; milliseconds where seconds would be too slow',
    _recogniser(_is_row, 'tables', 'is_table'),
    _reader('tables', 'read_table'),
    header=1,
)
SUBRIP = Format(
    'SubRip',
    ('.srt',),
    'a line ``… --> …``, with or without a number above',
    'times, names before the words',
    'hours, minutes, seconds',
    _starts_subrip,
    _reader('cues.subrip', 'read_subrip'),
)
SBV = Format(
    'SBV of YouTube',
    ('.sbv',),
    'a first line ``0:00:01.000,0:00:04.000``',
    'times, names before the words',
    'hours, minutes, seconds',
    _recogniser(_may_be_timed, 'cues.subrip', 'starts_sbv'),
    _reader('cues.subrip', 'read_sbv'),
)
TIMED_LINES = Format(
    'Lines with times',
    (),
    'nearly every paragraph starts with a time, and none with a name',
    'times',
    'minutes and seconds, or hours, minutes and seconds',
    _recogniser(_may_be_timed, 'cues.timedlines', 'has_timed_lines'),
    _reader('cues.timedlines', 'read_timed_lines'),
)
DOCX = Format(
    'Word',
    ('.docx',),
    'a zip archive with ``word/document.xml``',
    'paragraphs, the title, headings, bold and italic paragraphs, lists, tables with names or times; '
    'footnotes, endnotes and boxes as notes; lines are paragraphs',
    'as text',
    _recogniser(lambda line: type(line) is not str, 'word.reading', 'has_word_lines'),
    transcript=_reader('word.reading', 'read_word'),
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
FORMATS = (
    WEBVTT,
    WRITTEN,
    JSON,
    TTML,
    OHMS,
    TEI,
    CHAT,
    TABLE,
    SUBRIP,
    SBV,
    TIMED_LINES,
    DOCX,
    TEXT,
)
