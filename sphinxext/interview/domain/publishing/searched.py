"""What the search index reads: of folded turns the texts, without paragraphs around them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from docutils.nodes import Text

from ...doctree.turns.ending import Ending
from ...doctree.turns.introduction import Introduction
from ...doctree.turns.words import lend

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node, document
    from sphinx.application import Sphinx

    from ...doctree.turns.words import Turn


def feed_texts(app: Sphinx, doctree: document, docname: str) -> None:
    """Let the search index of this build, and no other, read turns so."""
    indexer = getattr(app.builder, 'indexer', None)
    if indexer is not None and 'feed' not in vars(indexer):
        indexer.feed = partial(_feed, indexer.feed)


def _feed(feed: Callable[..., None], *document: Any) -> None:
    lend(_texts)
    try:
        feed(*document)
    finally:
        lend(None)


def _texts(turn: Turn) -> list[Node] | None:
    """Return the texts of a turn; nothing where somebody else has something to put into it."""
    texts: list[str] = []
    for action in turn.actions:
        if isinstance(action, Introduction):
            texts += action.texts(turn)
        elif not isinstance(action, Ending):
            return None
    words = turn.plain_texts
    return [*map(Text, texts), *map(Text, words)] if words else None


def setup(app: Sphinx) -> None:
    # Before the first page is fed to the index, and after there is one
    app.connect('doctree-resolved', feed_texts)
