"""The script, and a template with what it shows, on pages with interviews."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, Final

from ..doctree.finding import find
from ..doctree.nodes import interview
from ..messages import _
from . import files

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx

NAME: Final = 'interview.js'
#: Inert until the script takes its parts; what a project doesn't want isn't there.
_TEMPLATE: Final = """\
<template class="interview-aids">
<p class="interview-aid interview-status" role="status" {lang} dir="auto" data-count="{count}" data-copied="{copied}"
 data-failed="{failed}"></p>
{parts}</template>
"""
_PARTS: Final = {
    'player': """\
<p class="interview-aid interview-caption" dir="auto"></p>
""",
    'tools': """\
<div class="interview-aid interview-tools" role="group" aria-label="{tools}" {lang} dir="auto">
<input type="search" aria-label="{find}" placeholder="{find}">
<select aria-label="{show}"><option>{everything}</option><option>{questions}</option></select>
</div>
""",
    'menu': """\
<button class="interview-aid interview-more" type="button" aria-label="{menu}" {lang}></button>
<div class="interview-aid interview-menu" popover role="group" aria-label="{menu}" {lang} dir="auto">
<button type="button" name="link" autofocus>{link}</button>
<button type="button" name="citation">{citation}</button>
<button type="button" name="reference">{reference}</button>
<button type="button" name="file"></button>
<button type="button" name="rest">{rest}</button>
<button type="button" name="markdown">{markdown}</button>
<button type="button" name="words">{words}</button>
</div>
""",
    'keys': """\
<label class="interview-keys" title="{help}"><input type="checkbox" checked> {keys}</label>
""",
}


def add_script(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Load the script on pages with interviews only, and put below them what it shows."""
    wanted = app.config.interview_script
    if doctree is None or not files.runs_scripts(app):
        return
    is_used = app.env.get_domain('interview').is_used  # type: ignore[attr-defined]
    if is_used and find(doctree, interview):
        files.load_script(app, NAME)
        context['body'] += _template(tuple(wanted), app.config.language)


@cache
def _template(wanted: tuple[str, ...], language: str) -> str:
    """Return what the script shows.

    :param language: of the page, which needn't be that of an interview
    """
    words = {name: escape(word) for name, word in _words().items()}
    words['lang'] = f'lang="{escape(language.replace("_", "-"))}"'
    parts = ''.join(part for name, part in _PARTS.items() if name in wanted)
    return _TEMPLATE.replace('{parts}', parts).format_map(words)


def _words() -> dict[str, str]:
    return {
        'tools': _('Tools'),
        'find': _('Find in the interview'),
        'count': _('%1 of %2'),
        'show': _('Show'),
        'everything': _('Everything'),
        'questions': _('Questions only'),
        'keys': _('Keys'),
        'help': _('j and k: next and previous question. f: find.'),
        'menu': _('Copy or quote'),
        'link': _('Copy link'),
        'citation': _('Copy citation'),
        'reference': _('Copy reference'),
        'rest': _('Quote in reStructuredText'),
        'markdown': _('Quote in Markdown'),
        'words': _('Copy link to these words'),
        'copied': _('Copied'),
        'failed': _('The browser couldn’t copy this'),
    }


def setup(app: Sphinx) -> None:
    app.connect('html-page-context', add_script)
