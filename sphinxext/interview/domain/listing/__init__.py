"""What lists interviews: lists on pages, references, the indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import browse, genindex, indices, lists, pages, printed, references

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    lists.setup(app)
    browse.setup(app)
    pages.setup(app)
    references.setup(app)
    indices.setup(app)
    printed.setup(app)
    genindex.setup(app)
