"""Interviews by what they have in common: on pages of their own, else in places on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.finding import find
from ...doctree.nodes import interview_browse, interview_topic
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
    homes = dict(ours(app.env).groups.homes)
    for place in find(doctree, interview_browse):
        filled: list[Element] = []
        for kind in place['kinds']:
            if app.builder.name in WITH_PAGES:
                filled += _overview(app.builder, place, kind)
                continue
            # Of several places on one document the first has the anchors
            home = homes.get(kind)
            is_home = home is not None and home.docname == place['docname']
            filled += _sections(app.builder, place, kind, anchors=is_home)
            if is_home:
                del homes[kind]
        place.replace_self(filled or [present(app.builder, docname, [], 'list')])


def _overview(builder: Builder, place: Element, kind: str) -> Iterator[Element]:
    """Yield the values with the numbers of their interviews, each a link to its page."""
    values = ours(builder.env).groups.values(kind).values()
    listed = nodes.bullet_list(classes=['interview-values', 'simple'], bullet='*')
    for value in values:
        link = link_to_value(builder, place['docname'], value, nodes.Text(value.text))
        line = nodes.paragraph('', '', link, nodes.Text(f' ({len(value.interviews)})'))
        listed += nodes.list_item('', line)
    if len(place['kinds']) > 1 and len(listed):
        yield _heading(named(kind), '')
    if len(listed):
        yield listed


def _sections(builder: Builder, place: Element, kind: str, *, anchors: bool) -> Iterator[Element]:
    """Yield the interviews of each value below its name."""
    for value in ours(builder.env).groups.values(kind).values():
        yield _heading(titled(kind, value.text), anchor_of(value) if anchors else '')
        yield listed(builder, place['docname'], value, place['form'])


def listed(builder: Builder, here: str, value: Value, form: str) -> Element:
    """Return the interviews of a value, as they took place."""
    return present(builder, here, ordered(value.interviews, 'date'), form)


def _heading(text: str, anchor: str) -> interview_topic:
    ids = [anchor] if anchor else []
    return interview_topic('', text, ids=ids, classes=['interview-topic'], depth=1, bookmark=1)


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_browsers)
