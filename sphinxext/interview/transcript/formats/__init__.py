"""Readers: each turns a family of formats into a Transcript."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..material import Material
from ..memory import no_collection
from ..model import Finding, TranscriptError
from ..source.decoding import decode, number_lines
from .registry import DOCX, FORMATS, SUBRIP, TEI, TEXT, TIMED_LINES, WEBVTT, WRITTEN

if TYPE_CHECKING:
    from ..model import Line, Markup, Paragraphs, Questions, Speaker, Transcript
    from .registry import Format

_ARCHIVE = b'PK\x03\x04'
_UNREADABLE = {
    b'%PDF': 'a PDF: copy its text into a file, or export the transcript in another format',
    b'\xd0\xcf\x11\xe0': 'an old Word document: save it as .docx',
    b'{\\rtf': 'rich text: save it as .docx or as plain text',
}
_UTTERANCES = re.compile(r'<(?:\w+:)?(?:TEI|teiCorpus|u|sp)[\s>]')
#: So many lines tell a format.
_TELLING = 2000


def read(
    lines: list[Line],
    *,
    form: Format = TEXT,
    markup: Markup = 'literal',
    paragraphs: Paragraphs = 'auto',
    questions: Questions = 'auto',
    people: tuple[Speaker, ...] = (),
) -> Transcript:
    """Read a transcript.

    :param lines: numbered as in the file
    :param form: what `recognise` said
    :param markup: how the words of a text are written
    :param paragraphs: what ends a paragraph: see `Material`
    :param questions: how a text shows what is asked
    :param people: the declared speakers; without any, speakers are inferred
    :raises TranscriptError: the lines can't be read in this format
    """
    with no_collection():
        return form.read(Material(lines, people, markup, paragraphs, questions))


def file_lines(data: bytes, encoding: str | None = None) -> list[Line]:
    """Return the numbered lines of a file, those of a Word document, too.

    :raises TranscriptError: ``undecodable``, ``format_unreadable``, ``docx_invalid``
    """
    if data.startswith(_ARCHIVE):
        from .word import docx_lines

        return docx_lines(data)
    for signature, what in _UNREADABLE.items():
        if data.startswith(signature):
            raise TranscriptError('format_unreadable', 1, f'this is {what}')
    return number_lines(decode(data, encoding))


def recognise(lines: list[Line], name: str) -> tuple[Format, tuple[Finding, ...]]:
    """Return the format of a file: by its content, else by its name.

    :param lines: without front matter
    :raises TranscriptError: ``format_unreadable``: XML of an unknown kind
    """
    first = next((index for index, (_, text) in enumerate(lines) if text.strip()), None)
    suffix = PurePath(name).suffix.lower()
    known = (form for form in FORMATS if suffix in form.suffixes and form is not WRITTEN)
    named = next(known, TEXT)
    if first is not None and DOCX.recognises(lines[first:]):
        return DOCX, ()
    if first is None or named is DOCX:
        return TEXT if named is DOCX else named, ()
    if named in {WEBVTT, SUBRIP} and not any(map(_is_of_captions, lines)):
        named = TEXT
    lines = lines[first : first + _TELLING]
    found = next(form for form in FORMATS if form.recognises(lines))
    if found is TEI and not any(_UTTERANCES.search(text) for _, text in lines):
        text = 'this is XML of an unknown kind: of XML, TEI and TTML are read'
        raise TranscriptError('format_unreadable', lines[0][0], text)
    is_named = suffix in found.suffixes or (found is TIMED_LINES and suffix in TEXT.suffixes)
    if found is TEXT or not suffix or is_named:
        return (named if found is TEXT else found), ()
    text = f'read as {found.title}, which it is by its content, not as {named.title}'
    return found, (Finding('format_by_content', 'info', lines[0][0], text),)


def _is_of_captions(line: Line) -> bool:
    return '-->' in line[1] or line[1].startswith('WEBVTT')
