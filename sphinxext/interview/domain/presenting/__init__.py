"""What readers are told of an interview before its words: who speaks with whom, when, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import head, portraits

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    portraits.setup(app)
    head.setup(app)
