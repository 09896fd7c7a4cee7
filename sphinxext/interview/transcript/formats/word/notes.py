"""What stands beside the text of a Word document: notes and boxes, and what isn't shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...consent.marks import normalised, with_mark
from .lines import INSERTED, as_note
from .paragraphs import inside, plain_text
from .styles import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from .archive import Archive
    from .styles import Styles

_BOX: Final = f'{W}txbxContent'
#: Notes with a type are lines that Word draws above the others.
_KINDS: Final = ('footnote', 'endnote')
#: So many headers are looked at.
_HEADERS: Final = 6
#: Words that are in another file of the archive.
INSERTIONS: Final = frozenset({f'{W}altChunk', f'{W}subDoc'})
_UNSHOWN: Final = {
    f'{W}commentReference': 'comments',
    f'{W}delText': 'tracked deletions',
    **dict.fromkeys(INSERTIONS, INSERTED),
}


class Notes:
    """The footnotes and endnotes of a document, and the boxes in its text."""

    def __init__(self, archive: Archive, styles: Styles) -> None:
        self._styles = styles
        self._notes = {
            (kind, note.get(f'{W}id')): note
            for kind in _KINDS
            for note in archive.part(f'word/{kind}s.xml').iter(f'{W}{kind}')
            if note.get(f'{W}type', 'normal') == 'normal'
        }

    def of(self, element: Element, lines: Iterable[str]) -> list[str]:
        """Return the notes and boxes of a paragraph or a row, in order, each as a line.

        :param lines: its words; what stands beside those that are restricted is so, too
        """
        is_restricted = any(
            '{restricted' in normal for _, normal in normalised(enumerate(lines)).lines
        )
        found = (self._text(child) for child in inside(element))
        return [as_note(with_mark(text) if is_restricted else text) for text in found if text]

    def _text(self, element: Element) -> str:
        kind = element.tag.removeprefix(W).removesuffix('Reference')
        # A note stands at one place; shown at many, a small file would become a large one
        note = (
            element if element.tag == _BOX else self._notes.pop((kind, element.get(f'{W}id')), None)
        )
        if note is None:
            return ''
        return ' '.join(plain_text(p, self._styles) for p in inside(note, _BOX) if p.tag == f'{W}p')


def unshown_in(element: Element) -> set[str]:
    """Return what is in a paragraph, a table or another part of the body, and isn't shown."""
    return {_UNSHOWN[child.tag] for child in element.iter() if child.tag in _UNSHOWN}


def unshown_around(archive: Archive) -> Iterator[str]:
    """Return whether words stand above or below the pages."""
    for kind in ('header', 'footer'):
        names = archive.names(f'word/{kind}')[:_HEADERS]
        parts = (archive.part(name) for name in names)
        if any((text.text or '').strip() for part in parts for text in part.iter(f'{W}t')):
            yield f'{kind}s of the pages'
