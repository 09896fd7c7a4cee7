"""Spares transforms the words that they do nothing to.

A few transforms of docutils and Sphinx look at every paragraph. From those of which it is known that
they leave literal words as they are, folded words are hidden, so that these needn't unfold. Smart
quotes are shown only paragraphs with a sign that they may change: docutils asks for the language of
each, and puts a new text into it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakKeyDictionary

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

from ..turns.words import HAS_TURNS, lend

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node, document
    from docutils.transforms import Transform
    from sphinx.application import Sphinx

    from ..lean import paragraph
    from ..turns.words import Turn

#: What smart quotes are shown of turns.
_shown: WeakKeyDictionary[document, list[tuple[Turn, list[paragraph]]]] = WeakKeyDictionary()


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
        lend(_nothing)


class _Restore(SphinxTransform):
    """Give the turns their words back."""

    def apply(self, **kwargs: Any) -> None:
        lend(None)


def _nothing(turn: Turn) -> list[Node]:
    return []


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
        super().apply()
        for turn, shown in _shown.pop(self.document, ()):
            turn.hold(one.now(shown.pop(0)) if _may_change(one.text) else one for one in turn.words)


class SpareSmartQuotes(_Spare):
    default_priority = SphinxSmartQuotes.default_priority - 1
    spared = (SphinxSmartQuotes,)
    restore = RestoreFromSmartQuotes

    def come_next(self) -> bool:
        makes_signs = self.config.smartquotes_action == '-1'  # of quotation marks
        return not makes_signs and super().come_next()

    def hide(self) -> None:
        shown = _shown[self.document] = []

        def changing(turn: Turn) -> list[Node]:
            found = [one.paragraph(turn) for one in turn.words if _may_change(one.text)]
            if found:
                shown.append((turn, found))
            return [*found]

        lend(changing)


def _may_change(text: str) -> bool:
    """Whether the text has a sign that is changed. Source: docutils, ``smartquotes.educate_tokens``."""
    return (
        "'" in text
        or '"' in text
        or '--' in text
        or '...' in text
        or '`' in text
        or '&' in text
        or '\\' in text
        or '. . .' in text
    )


def hide_from_collectors(app: Sphinx, doctree: document) -> None:
    """Hide the words from what Sphinx collects of a document: it wants sections, images and files.

    Only if nobody else comes before they are given back.
    """
    listeners = sorted(app.events.listeners['doctree-read'], key=attrgetter('priority'))
    coming = [listener.handler for listener in listeners]
    between = coming[coming.index(hide_from_collectors) + 1 : coming.index(restore_words)]
    if app.env.temp_data.get(HAS_TURNS) and all(map(_is_collector, between)):
        lend(_nothing)


def forget(app: Sphinx) -> None:
    """Hide nothing that a build before, which failed, has hidden."""
    lend(None)


def restore_words(app: Sphinx, doctree: document) -> None:
    lend(None)


def _is_collector(handler: Callable[..., Any]) -> bool:
    owner = type(getattr(handler, '__self__', None))
    return owner.__module__.startswith('sphinx.environment.collectors.')


def setup(app: Sphinx) -> None:
    for spare in (SpareSources, SpareNumbering, SpareSmartQuotes):
        app.add_transform(spare)
        app.add_transform(spare.restore)
    app.connect('builder-inited', forget)
    app.connect('doctree-read', hide_from_collectors, priority=499)
    app.connect('doctree-read', restore_words)
