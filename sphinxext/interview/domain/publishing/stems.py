"""Stems of words, each found once in a build: Sphinx finds them anew for every page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx


def cache_stems(app: Sphinx, doctree: document, docname: str) -> None:
    """Let the search index of this build, and no other, remember its stems."""
    indexer = getattr(app.builder, 'indexer', None)
    if indexer is None or not app.config.interview_cache_stems:
        return
    language = indexer.lang
    if 'stem' not in vars(language):
        language.stem = cache(language.stem)


def setup(app: Sphinx) -> None:
    # Before the first page is fed to the index, and after there is one
    app.connect('doctree-resolved', cache_stems)
