"""Exchanges of other pages, shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import filling

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    filling.setup(app)
