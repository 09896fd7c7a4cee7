"""The script of the search page, and what it must know of interviews."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ..messages import _
from . import files

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx

NAME: Final = 'interview-search.js'


def add_search(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the script on the search page of a project with interviews, where it has scripts."""
    if pagename != 'search' or not files.runs_scripts(app):
        return
    domain: Any = app.env.get_domain('interview')
    interviews = [
        {
            'name': one.name,
            'title': one.title,
            'speakers': list(one.speakers),
            'tags': list(one.tags),
        }
        for one in domain.shown_interviews()
    ]
    if interviews:
        known = json.dumps({'words': _words(), 'interviews': interviews}, ensure_ascii=False)
        body = known.replace('<', '\\u003c')
        app.add_js_file(None, body=body, type='application/json', id='interview-known')
        files.load_script(app, NAME)


def _words() -> dict[str, str]:
    return {
        'limit': _('Limit the search'),
        'interview': _('Interview'),
        'everything': _('Everything'),
        'only': _('Interviews only'),
        'speaker': _('Speaker'),
        'everybody': _('Everybody'),
        'tag': _('Tag'),
        'tags': _('All tags'),
    }


def setup(app: Sphinx) -> None:
    app.connect('html-page-context', add_search)
