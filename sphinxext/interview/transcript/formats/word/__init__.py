"""Word documents (``.docx``): their paragraphs as lines of text.

Source: ECMA-376, Office Open XML, part 1, WordprocessingML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .archive import Archive, fail
from .lines import WordLine
from .notes import INSERTIONS, Notes, unshown_around, unshown_in
from .paragraphs import lines_of
from .rows import table_lines
from .styles import Styles, W

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ...model import Line

_HIDDEN: Final = frozenset({f'{W}del', f'{W}moveFrom', f'{W}sectPr'})


def docx_lines(data: bytes) -> list[Line]:
    """Return the paragraphs of a Word document, numbered from 1; a blank line between them.

    Rows of tables count as paragraphs. Notes and boxes stand below the paragraph that they are in.

    :raises TranscriptError: ``docx_invalid``
    """
    archive = Archive(data)
    root = archive.part('word/document.xml', is_needed=True)
    body = root.find(f'{W}body')
    if body is None:
        fail('the document has no body')
    styles = Styles(archive.part('word/styles.xml'), archive.part('word/numbering.xml'))
    notes = Notes(archive, styles)
    lines: list[Line] = []
    for number, (texts, unshown) in enumerate(_paragraphs(body, styles, notes), 1):
        if texts or unshown:
            shown = [line for text in texts for line in text.split('\n')]
            lines += [(number, WordLine(line)) for line in shown]
            lines.append((number, WordLine('', unshown)))
    if lines:
        lines.append((lines[-1][0], WordLine('', unshown_around(archive))))
    return lines


def _paragraphs(
    body: Element, styles: Styles, notes: Notes
) -> Iterator[tuple[list[str], set[str]]]:
    """Return the lines of each paragraph, and of each row of a table, and what isn't shown of it."""
    pending = list(reversed(body))
    is_title_possible = True
    while pending:
        element = pending.pop()
        if element.tag == f'{W}p':
            texts = lines_of(element, styles)
            if is_title_possible and styles.is_title(element) and texts[0]:
                texts = [texts[0].replace('# ', 'title: ', 1)]
            is_title_possible = is_title_possible and not texts[0]
            beside = (line for note in notes.of(element, texts) for line in ('', note))
            yield [*texts, *beside], unshown_in(element)
        elif element.tag == f'{W}tbl' and (rows := table_lines(element, styles, notes)):
            is_title_possible = False
            yield from rows
        elif element.tag in INSERTIONS:
            yield [], unshown_in(element)
        elif element.tag not in _HIDDEN and not element.tag.endswith('}Fallback'):
            pending += reversed(element)
