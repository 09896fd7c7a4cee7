"""What builds need besides pages: the style sheet, the script, the LaTeX package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import choosing, files, script, search, stylesheet

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

LATEX_PACKAGE = 'sphinxinterview.sty'


def add_latex_package(app: Sphinx, config: Config) -> None:
    """Have the LaTeX builder copy the package beside the documents; those that need it load it."""
    package = str(Path(__file__).parent / LATEX_PACKAGE)
    config.latex_additional_files = [*config.latex_additional_files, package]


def setup(app: Sphinx) -> None:
    files.setup(app)
    stylesheet.setup(app)
    script.setup(app)
    choosing.setup(app)
    search.setup(app)
    app.connect('config-inited', add_latex_package)
