"""What HTML pages say of the files that they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .project import Documents

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def hide_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Publish no source of a page that a folder made: its transcript may be of any kind and size.

    Links to edit a page lead to the transcript, as its path is that of the document.
    """
    if isinstance(app.project, Documents) and pagename in app.project.made:
        context['sourcename'] = ''
