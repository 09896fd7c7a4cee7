"""The style sheet and the LaTeX package, where a build needs them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils.nodes import Element

if TYPE_CHECKING:
    from docutils.nodes import Node, document
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

HERE = Path(__file__).parent
STYLESHEET = 'interview.css'
LATEX_PACKAGE = 'sphinxinterview'


def copy_stylesheet(app: Sphinx, builder: Builder) -> None:
    """Put the style sheet where HTML builders give it a checksum and EPUB lists it.

    Before they copy the files of theme and project, so that a file of that name there wins. Not
    as an item of ``html_static_path``, for then each build finds that the configuration changed.
    """
    if builder.format == 'html':
        folder = Path(builder.outdir, '_static')
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / 'static' / STYLESHEET, folder / STYLESHEET)


def add_stylesheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the style sheet on pages with interviews only."""
    if doctree is not None and any(doctree.findall(_is_styled)):
        if not Path(app.builder.outdir, '_static', STYLESHEET).exists():
            copy_stylesheet(
                app, app.builder
            )  # `singlehtml` of Sphinx 7.4 doesn't say that it starts
        app.add_css_file(STYLESHEET)


def _is_styled(node: Node) -> bool:
    return isinstance(node, Element) and any(c.startswith('interview') for c in node['classes'])


def add_latex_package(app: Sphinx, config: Config) -> None:
    """Have the LaTeX builder copy the package beside the document."""
    package = str(HERE / f'{LATEX_PACKAGE}.sty')
    config.latex_additional_files = [*config.latex_additional_files, package]


def setup(app: Sphinx) -> None:
    app.connect('write-started', copy_stylesheet)
    app.connect('html-page-context', add_stylesheet)
    app.connect('config-inited', add_latex_package)
    app.add_latex_package(LATEX_PACKAGE, after_hyperref=True)
