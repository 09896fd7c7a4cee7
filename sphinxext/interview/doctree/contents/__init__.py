"""Questions and topics in the page contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import listing

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    listing.setup(app)
