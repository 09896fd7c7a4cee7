"""The style sheet, on pages that show something of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils.nodes import Inline

from ..doctree.finding import elements
from . import files

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx

NAME: Final = 'interview.css'
#: What only pages with certain classes need, too.
_MORE: Final = {
    'interview-list.css': {'interview-facets', 'interview-drawing', 'interview-values'},
    'interview-overview.css': {'interview-segments', 'interview-segment', 'interview-overview'},
    'interview-parallel.css': {'interview-translation'},
}


def add_stylesheets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Element | None
) -> None:
    """Load the style sheets on pages with what they style only, and let only them bring them."""
    is_used = app.env.get_domain('interview').is_used  # type: ignore[attr-defined]
    content = doctree or context.get('interview_content')
    found = _classes(content) if is_used and content is not None else set()
    if found:
        more = (name for name, those in _MORE.items() if those & found)
        for name in (NAME, *more):
            files.bring(app, name)
            app.add_css_file(name)


def _classes(content: Element) -> set[str]:
    """Return our classes of all that isn't in a line: references and citations look as the theme wants."""
    found: set[str] = set()
    for element in elements(content):
        if 'classes' in element.attributes and not isinstance(element, Inline):
            found.update(element['classes'])
    return {name for name in found if name.startswith('interview')}


def setup(app: Sphinx) -> None:
    app.connect('html-page-context', add_stylesheets)
