"""References as nodes: pieces in italics, and the list where a directive wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..citing.text import Italic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def set_pieces(pieces: Iterable[str]) -> Iterator[nodes.Node]:
    """Make nodes of what a style has written."""
    for piece in pieces:
        if isinstance(piece, Italic):
            yield nodes.emphasis(piece, piece)
        elif piece.startswith(('https://', 'http://')):
            yield nodes.reference(piece, piece, refuri=piece)
        elif piece:
            yield nodes.Text(piece)
