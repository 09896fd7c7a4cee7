"""Puts numbers, names and times before the words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from .. import nodes
from ..finding import find
from ..turns.introduction import Introduction

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class NameSpeakers(SphinxPostTransform):
    """Put number, name and time before the first words of every turn.

    After translation, so that no translator sees them; before any writer, so that every
    builder shows them.
    """

    default_priority = 5
    formats = ('html',)

    def is_supported(self) -> bool:
        """Run for all formats, and know whether this is HTML.

        There the space behind a name is part of it: it floats, and takes the space with it when
        readers copy the words.
        """
        self.is_html = super().is_supported()
        return True

    def run(self, **kwargs: Any) -> None:
        introduction = cache(Introduction)  # of most turns the same
        for exchange in find(self.document, nodes.interview_exchange, nodes.interview_translation):
            turns = [turn for turn in exchange if isinstance(turn, nodes.TURNS)]
            for turn in turns:
                number = exchange.get('number') if turn is turns[0] else None
                turn.later(introduction(number, exchange.get('recording', ''), self.is_html))


def setup(app: Sphinx) -> None:
    app.add_post_transform(NameSpeakers)
