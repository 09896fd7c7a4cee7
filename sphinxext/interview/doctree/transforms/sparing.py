"""Spares transforms the words that they do nothing to.

A few transforms of docutils and Sphinx look at every paragraph. From those of which it is known that
they leave literal words as they are, folded words are hidden, so that these needn't unfold. Smart
quotes are shown only paragraphs with a sign that they may change: docutils asks for the language of
each, and puts a new text into it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple
from weakref import WeakKeyDictionary

from docutils.nodes import Text
from sphinx.transforms import (
    ApplySourceWorkaround,
    AutoIndexUpgrader,
    AutoNumbering,
    DefaultSubstitutions,
    ExtraTranslatableNodes,
    HandleCodeBlocks,
    MoveModuleTargets,
    SphinxSmartQuotes,
    SphinxTransform,
)
from sphinx.transforms.i18n import PreserveTranslatableMessages

from .. import nodes
from ..finding import find, is_words
from ..turns.words import HAS_TURNS, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Element, Node, document
    from docutils.transforms import Transform
    from sphinx.application import Sphinx

    Held = tuple[Any, ...] | list[Node]

#: Source: docutils, ``smartquotes.educate_tokens``.
_SIGNS: Final = '"', "'", '`', '\\', '&', '--', '...', '. . .'


class _Spared(NamedTuple):
    """A turn that is shown less, and what it holds."""

    turn: nodes.Turn
    held: Held


_spared: WeakKeyDictionary[document, list[_Spared]] = WeakKeyDictionary()


def _hide(doctree: document) -> None:
    folded = [turn for turn in find(doctree, *nodes.TURNS) if turn.folded]
    _spared[doctree] = [_Spared(turn, turn.folded) for turn in folded]
    for turn in folded:
        turn.children = []


def _restore(doctree: document) -> None:
    for turn, held in _spared.pop(doctree, ()):
        turn.fold(held)


class _Spare(SphinxTransform):
    """Hide words from transforms, if these are what comes next."""

    #: They leave as it is what they aren't shown.
    spared: ClassVar[tuple[type[Transform], ...]]
    #: Gives the words back. Registered after those, of the same priority.
    restore: ClassVar[type[Transform]]

    def apply(self, **kwargs: Any) -> None:
        if self.env.temp_data.get(HAS_TURNS) and self.come_next():
            self.hide()

    def come_next(self) -> bool:
        """Whether nothing else comes before the words are given back: others must see all of them."""
        transformer = self.document.transformer
        coming = [entry[1] for entry in reversed(transformer.transforms)]
        if not transformer.sorted or self.restore not in coming:
            return False
        return all(one in self.spared for one in coming[: coming.index(self.restore)])

    def hide(self) -> None:
        _hide(self.document)


class _Restore(SphinxTransform):
    """Give the turns their words back."""

    def apply(self, **kwargs: Any) -> None:
        _restore(self.document)


class RestoreFromSources(_Restore):
    default_priority = ApplySourceWorkaround.default_priority


class SpareSources(_Spare):
    """Of what literal paragraphs lack in source, line and message, docutils makes up nothing."""

    default_priority = ApplySourceWorkaround.default_priority - 1
    spared = ApplySourceWorkaround, ExtraTranslatableNodes, PreserveTranslatableMessages
    restore = RestoreFromSources


class RestoreFromNumbering(_Restore):
    default_priority = AutoNumbering.default_priority


class SpareNumbering(_Spare):
    """Figures are numbered, paragraphs aren't."""

    default_priority = AutoNumbering.default_priority - 1
    spared = (
        DefaultSubstitutions,
        MoveModuleTargets,
        HandleCodeBlocks,
        AutoNumbering,
        AutoIndexUpgrader,
    )
    restore = RestoreFromNumbering


class RestoreFromSmartQuotes(_Restore):
    default_priority = SphinxSmartQuotes.default_priority

    def apply(self, **kwargs: Any) -> None:
        for turn, held in _spared.pop(self.document, ()):
            if isinstance(held, tuple):
                shown = iter(turn.children)
                turn.hold(one.now(next(shown)) if _may_change(one) else one for one in held)
            else:
                turn.children = held


class SpareSmartQuotes(_Spare):
    default_priority = SphinxSmartQuotes.default_priority - 1
    spared = (SphinxSmartQuotes,)
    restore = RestoreFromSmartQuotes

    def come_next(self) -> bool:
        makes_signs = self.config.smartquotes_action == '-1'  # of quotation marks
        return not makes_signs and super().come_next()

    def hide(self) -> None:
        turns = [turn for turn in find(self.document, *nodes.TURNS) if is_words(turn)]
        _spared[self.document] = [_Spared(turn, tuple(turn.words) or turn.children) for turn in turns]
        for turn, held in _spared[self.document]:
            turn.children = [_shown(one, turn) for one in held if _may_change(one)]


def _shown(one: Words | Node, turn: Element) -> Node:
    return one.paragraph(turn) if isinstance(one, Words) else one


def _may_change(one: Words | Node) -> bool:
    if isinstance(one, Words):
        return any(sign in one.text for sign in _SIGNS)
    match one.children:
        case [Text() as words]:
            return any(sign in words for sign in _SIGNS)
    return True


def hide_from_collectors(app: Sphinx, doctree: document) -> None:
    """Hide the words from what Sphinx collects of a document: it wants sections, images and files.

    Only if nobody else comes before they are given back.
    """
    listeners = sorted(app.events.listeners['doctree-read'], key=attrgetter('priority'))
    coming = [listener.handler for listener in listeners]
    between = coming[coming.index(hide_from_collectors) + 1 : coming.index(restore_words)]
    if app.env.temp_data.get(HAS_TURNS) and all(map(_is_collector, between)):
        _hide(doctree)


def restore_words(app: Sphinx, doctree: document) -> None:
    _restore(doctree)


def _is_collector(handler: Callable[..., Any]) -> bool:
    owner = type(getattr(handler, '__self__', None))
    return owner.__module__.startswith('sphinx.environment.collectors.')


def setup(app: Sphinx) -> None:
    for spare in (SpareSources, SpareNumbering, SpareSmartQuotes):
        app.add_transform(spare)
        app.add_transform(spare.restore)
    app.connect('doctree-read', hide_from_collectors, priority=499)
    app.connect('doctree-read', restore_words)
