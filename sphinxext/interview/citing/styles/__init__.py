"""Reference styles. Each module formats citations and references of interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from ..terms import terms_of
from . import apa, chicago, ieee, mla

if TYPE_CHECKING:
    from ..record import Entry, Locator, Record
    from ..text import Pieces
    from .writing import Writing


@runtime_checkable
class Style(Protocol):
    """How one style writes."""

    #: Around a citation, and between its parts.
    opening: str
    separator: str
    closing: str
    #: Whether references stand in the order of first citation.
    is_numbered: bool

    def cite(self, entry: Entry, locator: Locator | None) -> Pieces:
        """Return what stands in the text for one source."""

    def reference(self, entry: Entry) -> Pieces:
        """Return an entry of the list of references."""

    def sort_key(self, record: Record) -> tuple[Any, ...]:
        """Return what references are sorted by."""


_WRITINGS: dict[str, type[Writing]] = {
    'apa': apa.Apa,
    'chicago-author-date': chicago.AuthorDate,
    'chicago-notes': chicago.Notes,
    'mla': mla.Mla,
    'ieee': ieee.Ieee,
}
#: In English.
STYLES: dict[str, Style] = {name: writing() for name, writing in _WRITINGS.items()}


def style_in(name: str, language: str | None) -> Style:
    """Return a style in a language, or in English where we don't know its terms."""
    return _WRITINGS[name](terms_of(language))
