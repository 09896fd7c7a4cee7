"""Reads the lines of a Word document as text, and takes off the marks that meant nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Finding, Paragraph, Topic, Turn
from ...text.reading import read_text
from .captions import are_captions, read_captions
from .lines import ASTERISK, INSERTED, WordLine, as_markup, is_note, without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...material import Material
    from ...model import Item, Line, Speaker, Transcript


def has_word_lines(lines: list[Line]) -> bool:
    """Whether lines are those of a Word document."""
    return isinstance(lines[0][1], WordLine)


def read_word(material: Material) -> Transcript:
    """Read the lines of a Word document; with markup, its marks are some, too."""
    if are_captions(material.lines):
        return read_captions(material)
    is_literal = material.markup == 'literal'
    lines = [(number, getattr(text, 'marked', text)) for number, text in material.lines]
    if not is_literal:
        lines = [(number, as_markup(text)) for number, text in lines]
    transcript = read_text(material._replace(lines=lines))
    if is_literal:
        transcript = _unmarked(transcript)
    findings = (*transcript.findings, *_unshown(material.lines))
    return transcript._replace(findings=findings)


def _unshown(lines: list[Line]) -> Iterator[Finding]:
    """Report what isn't shown of the document, with the first paragraph that has it."""
    firsts: dict[str, int] = {}
    for number, line in lines:
        for what in sorted(getattr(line, 'unshown', ())):
            firsts.setdefault(what, number)
    for what, number in firsts.items():
        text = f'the document has {what}, which aren’t shown'
        yield Finding('docx_unshown', 'warning' if what == INSERTED else 'info', number, text)


def _unmarked(transcript: Transcript) -> Transcript:
    """Return a transcript without marks."""
    return transcript._replace(
        items=tuple(map(_item, transcript.items)),
        speakers=tuple(map(_speaker, transcript.speakers)),
        preamble=tuple(map(_paragraph, transcript.preamble)),
        epilogue=tuple(map(_paragraph, transcript.epilogue)),
        findings=tuple(
            finding._replace(text=without_marks(finding.text)) for finding in transcript.findings
        ),
    )


def _item(item: Item) -> Item:
    match item:
        case Turn():
            return item._replace(
                speakers=tuple(map(_speaker, item.speakers)),
                paragraphs=tuple(map(_paragraph, item.paragraphs)),
            )
        case Topic():
            return item._replace(title=without_marks(item.title))
        case Paragraph():
            return _paragraph(item)


def _speaker(speaker: Speaker) -> Speaker:
    return speaker._replace(name=speaker.name.replace(ASTERISK, '*'))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    kind = 'note' if is_note(paragraph.text) else paragraph.kind
    return paragraph._replace(text=without_marks(paragraph.text), kind=kind)
