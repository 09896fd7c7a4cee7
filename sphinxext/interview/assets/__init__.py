"""The style sheet and the LaTeX package, where a build needs them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils.nodes import Inline

from ..doctree.finding import elements

if TYPE_CHECKING:
    from docutils.nodes import Element, document
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

HERE = Path(__file__).parent
STYLESHEET = 'interview.css'
LATEX_PACKAGE = 'sphinxinterview.sty'


def renew_stylesheet(app: Sphinx, builder: Builder) -> None:
    """Write the style sheet of an earlier build anew; then a project's own file wins again."""
    if _copy(app).is_file():
        shutil.copyfile(HERE / 'static' / STYLESHEET, _copy(app))


def add_stylesheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the style sheet on pages with interviews only, and let only them bring it."""
    is_used = app.env.get_domain('interview').is_used  # type: ignore[attr-defined]
    if doctree is not None and is_used and any(map(_is_styled, elements(doctree))):
        if not _copy(app).exists():
            _copy(app).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(HERE / 'static' / STYLESHEET, _copy(app))
        app.add_css_file(STYLESHEET)


def _copy(app: Sphinx) -> Path:
    return Path(app.outdir, '_static', STYLESHEET)


def _is_styled(element: Element) -> bool:
    classes: list[str] = element.get('classes', [])  # most have none
    # References and citations look as the theme wants
    return (
        bool(classes)
        and not isinstance(element, Inline)
        and any(name.startswith('interview') for name in classes)
    )


def add_latex_package(app: Sphinx, config: Config) -> None:
    """Have the LaTeX builder copy the package beside the documents; those that need it load it."""
    package = str(HERE / LATEX_PACKAGE)
    config.latex_additional_files = [*config.latex_additional_files, package]


def setup(app: Sphinx) -> None:
    app.connect('write-started', renew_stylesheet)
    app.connect('html-page-context', add_stylesheet)
    app.connect('config-inited', add_latex_package)
