"""Spares the smart quotes the words without any sign that they may change.

Docutils asks for the language of every paragraph, and puts a new text into each; of most words
this changes nothing. Here only those paragraphs of literal words are shown to it that it may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from docutils.nodes import Element, Text
from sphinx.transforms import SphinxSmartQuotes, SphinxTransform

from .. import nodes
from ..finding import find, is_words

if TYPE_CHECKING:
    from docutils.nodes import Node, document
    from sphinx.application import Sphinx

#: Source: docutils, ``smartquotes.educate_tokens``.
_SIGNS: Final = '"', "'", '`', '\\', '&', '--', '...', '. . .'
#: The children of turns that are shown less.
_spared: WeakKeyDictionary[document, list[tuple[Element, list[Node]]]] = WeakKeyDictionary()


class SpareSmartQuotes(SphinxTransform):
    """Leave in literal turns what smart quotes may change, if they are what comes next."""

    default_priority = SphinxSmartQuotes.default_priority - 1

    def apply(self, **kwargs: Any) -> None:
        transformer = self.document.transformer
        if not transformer.sorted or transformer.transforms[-1][1] is not SphinxSmartQuotes:
            return  # others must see all words
        if self.config.smartquotes_action == '-1':
            return  # which makes signs of quotation marks
        turns = [turn for turn in find(self.document, *nodes.TURNS) if is_words(turn)]
        _spared[self.document] = [(turn, turn.children) for turn in turns]
        for turn in turns:
            turn.children = [child for child in turn.children if _may_change(child)]


class RestoreWords(SphinxTransform):
    """Give the turns their words back. Registered after the smart quotes, of the same priority."""

    default_priority = SphinxSmartQuotes.default_priority

    def apply(self, **kwargs: Any) -> None:
        for turn, children in _spared.pop(self.document, ()):
            turn.children = children


def _may_change(child: Node) -> bool:
    match child.children:
        case [Text() as words]:
            return any(sign in words for sign in _SIGNS)
    return True


def setup(app: Sphinx) -> None:
    app.add_transform(SpareSmartQuotes)
    app.add_transform(RestoreWords)
