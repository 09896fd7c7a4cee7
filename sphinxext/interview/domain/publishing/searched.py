"""What the search index reads: of folded turns the texts, without paragraphs around them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils.nodes import Text

from ...doctree.finding import find
from ...doctree.nodes import TURNS
from ...doctree.turns.ending import Ending
from ...doctree.turns.introduction import Introduction, with_space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx

    from ...doctree.nodes import Turn


def feed_texts(app: Sphinx, doctree: document, docname: str) -> None:
    """Let the search index of this build, and no other, read turns so."""
    indexer = getattr(app.builder, 'indexer', None)
    if indexer is not None and 'feed' not in vars(indexer):
        indexer.feed = partial(_feed, indexer.feed)


def _feed(
    feed: Callable[..., None], docname: str, filename: str, title: str, doctree: document
) -> None:
    """Show the index texts, and give the turns their words back for who writes them."""
    turns = [turn for turn in find(doctree, *TURNS) if _is_known(turn)]
    folded = [(turn, turn.folded, turn.actions) for turn in turns]
    for turn in turns:
        turn.children = [*map(Text, _texts(turn))]
    feed(docname, filename, title, doctree)
    for turn, words, actions in folded:
        turn.fold(words, *actions)


def _is_known(turn: Turn) -> bool:
    usual = all(isinstance(action, (Introduction, Ending)) for action in turn.actions)
    return bool(turn.plain_words) and usual


def _texts(turn: Turn) -> Iterator[str]:
    for action in turn.actions:
        if isinstance(action, Introduction):
            parts = action.parts(turn)
            yield from (with_space(p).astext() for p in parts if 'no-search' not in p['classes'])
    yield from (one.text for one in turn.plain_words)


def setup(app: Sphinx) -> None:
    # Before the first page is fed to the index, and after there is one
    app.connect('doctree-resolved', feed_texts)
