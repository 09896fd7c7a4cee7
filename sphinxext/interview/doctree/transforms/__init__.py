"""What happens to an interview after it was read: marks, titles, names, signposts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import footnotes, marks, names, overview, segments, signposts, sparing, titles

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    for one in (footnotes, marks, sparing, titles, overview, names, signposts, segments):
        one.setup(app)
