"""What the public edition must not have: counted, and kept out of what Sphinx copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import copies, counting, editions, naming

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    counting.setup(app)
    naming.setup(app)
    copies.setup(app)
    editions.setup(app)
