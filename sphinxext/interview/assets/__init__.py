"""The style sheet and the LaTeX package, where a build needs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils.nodes import Element

if TYPE_CHECKING:
    from docutils.nodes import Node, document
    from sphinx.application import Sphinx
    from sphinx.config import Config

HERE = Path(__file__).parent
STYLESHEET = 'interview.css'
LATEX_PACKAGE = 'sphinxinterview'


def add_static_files(app: Sphinx) -> None:
    """Let HTML builders copy the style sheet, so that it gets a checksum and EPUB lists it."""
    if app.builder.format != 'html':
        return
    if hasattr(app, 'add_static_dir'):
        app.add_static_dir(HERE / 'static')
    else:  # Sphinx < 9.1. First, so that a project's own file of that name wins.
        app.config.html_static_path.insert(0, str(HERE / 'static'))


def add_stylesheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the style sheet on pages with interviews only."""
    if doctree is not None and any(doctree.findall(_is_styled)):
        app.add_css_file(STYLESHEET)


def _is_styled(node: Node) -> bool:
    # Most have none; of every page of every project each node is looked at
    classes = node['classes'] if isinstance(node, Element) else ()
    return bool(classes) and any(name.startswith('interview') for name in classes)


def add_latex_package(app: Sphinx, config: Config) -> None:
    """Have the LaTeX builder copy the package beside the document."""
    config.latex_additional_files.append(str(HERE / f'{LATEX_PACKAGE}.sty'))


def setup(app: Sphinx) -> None:
    app.connect('builder-inited', add_static_files)
    app.connect('html-page-context', add_stylesheet)
    app.connect('config-inited', add_latex_package)
    app.add_latex_package(LATEX_PACKAGE, after_hyperref=True)
