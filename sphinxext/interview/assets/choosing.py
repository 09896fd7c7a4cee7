"""The script that filters and sorts a list in place, on pages with a list of which readers may choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..doctree.finding import find
from ..doctree.nodes import interview_facets
from . import files

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx

NAME: Final = 'interview-list.js'


def add_script(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the script where there is something to choose."""
    content = doctree or context.get('interview_content')
    is_used = app.env.get_domain('interview').is_used  # type: ignore[attr-defined]
    if content is None or not is_used or not files.runs_scripts(app):
        return
    if find(content, interview_facets):
        files.load_script(app, NAME)


def setup(app: Sphinx) -> None:
    app.connect('html-page-context', add_script)
