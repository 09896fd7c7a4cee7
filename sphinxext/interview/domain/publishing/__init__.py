"""What is for machines: files for reference managers, captions, the heads of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import exports, files, heads, memory, packing, podcasts, searched, stems

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    heads.setup(app)
    exports.setup(app)
    files.setup(app)
    stems.setup(app)
    memory.setup(app)
    searched.setup(app)
    packing.setup(app)
    podcasts.setup(app)
