"""Addresses that were published once: the ledger, and pages that are none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import builder, forwarding, keeping

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    keeping.setup(app)
    builder.setup(app)
    forwarding.setup(app)
