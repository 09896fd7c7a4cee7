"""Interviews by what they have in common: on pages of their own, else in places on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.finding import find
from ...doctree.nodes import interview_browse, interview_topic
from ...messages import _
from ..builders import WITH_PAGES
from ..grouping.groups import anchor_of
from ..grouping.linking import link_to_value
from ..grouping.values import named, titled
from ..ours import ours
from .forms import present
from .orders import ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, document
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ..grouping.groups import Value


def fill_browsers(app: Sphinx, doctree: document, docname: str) -> None:
    """Put the values into their places: with links to their pages, or with their interviews."""
    for place in find(doctree, interview_browse):
        fill = _overview if app.builder.name in WITH_PAGES else _sections
        filled = [part for kind in place['kinds'] for part in fill(app.builder, place, kind)]
        if not filled:
            text = _('No interviews.')
            filled = [nodes.paragraph(text, text, classes=['interview-list'])]
        place.replace_self(filled)


def _overview(builder: Builder, place: Element, kind: str) -> Iterator[Element]:
    """Yield the values with the numbers of their interviews, each a link to its page."""
    values = ours(builder.env).groups.values(kind).values()
    listed = nodes.bullet_list(classes=['interview-values', 'simple'], bullet='*')
    for value in values:
        link = link_to_value(builder, place['docname'], value, nodes.Text(value.text))
        line = nodes.paragraph('', '', link, nodes.Text(f' ({len(value.interviews)})'))
        listed += nodes.list_item('', line)
    if len(place['kinds']) > 1 and len(listed):
        yield _heading(named(kind), f'browse.{kind}')
    if len(listed):
        yield listed


def _sections(builder: Builder, place: Element, kind: str) -> Iterator[Element]:
    """Yield the interviews of each value below its name."""
    groups = ours(builder.env).groups
    home = groups.homes.get(kind)
    is_home = bool(home and home.docname == place['docname'])
    for value in groups.values(kind).values():
        yield _heading(titled(kind, value.text), anchor_of(value) if is_home else '')
        yield listed(builder, place['docname'], value, place['form'])


def listed(builder: Builder, here: str, value: Value, form: str) -> Element:
    """Return the interviews of a value, as they took place."""
    return present(builder, here, ordered(value.interviews, 'date'), form)


def _heading(text: str, anchor: str) -> interview_topic:
    ids = [anchor] if anchor else []
    return interview_topic('', text, ids=ids, classes=['interview-topic'], depth=1, bookmark=1)


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_browsers)
