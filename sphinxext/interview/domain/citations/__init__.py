"""What the project cites: records, people, style, order, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import bibliography, bibtex, notes, styles

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    bibliography.setup(app)
    styles.setup(app)
    notes.setup(app)
    bibtex.setup(app)
