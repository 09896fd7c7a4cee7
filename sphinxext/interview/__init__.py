"""Publish interviews with Sphinx: styled, linkable questions and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import assets, config, directives, doctree, domain, folder, messages

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = '0.1.0'


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the rooms in the order in which data flows."""
    for room in (messages, config, doctree, domain, directives, folder, assets):
        room.setup(app)
    return {
        'version': __version__,
        'env_version': 3,
        'parallel_read_safe': True,
        'parallel_write_safe': True,
    }
