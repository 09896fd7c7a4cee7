"""Interviews of other projects, and what others get to know of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import fetching, inventory

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    fetching.setup(app)
    inventory.setup(app)
