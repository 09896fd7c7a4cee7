"""What documents quote: who said it, and whether it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import quotations

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    quotations.setup(app)
