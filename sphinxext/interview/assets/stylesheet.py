"""The style sheet, on pages that show something of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils.nodes import Inline

from ..doctree.finding import elements
from . import files

if TYPE_CHECKING:
    from docutils.nodes import Element, document
    from sphinx.application import Sphinx

NAME: Final = 'interview.css'


def add_stylesheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the style sheet on pages with interviews only, and let only them bring it."""
    is_used = app.env.get_domain('interview').is_used  # type: ignore[attr-defined]
    content = doctree or context.get('interview_content')
    if content is not None and is_used and any(map(_is_styled, elements(content))):
        files.bring(app, NAME)
        app.add_css_file(NAME)


def _is_styled(element: Element) -> bool:
    classes: list[str] = element.get('classes', [])  # most have none
    # References and citations look as the theme wants
    return (
        bool(classes)
        and not isinstance(element, Inline)
        and any(name.startswith('interview') for name in classes)
    )


def setup(app: Sphinx) -> None:
    app.connect('html-page-context', add_stylesheet)
