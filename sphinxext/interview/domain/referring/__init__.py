"""Addresses as authors write them: roles, labels, links, and what names nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import external, labels, profiles, unknown

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    external.setup(app)
    labels.setup(app)
    unknown.setup(app)
    profiles.setup(app)
