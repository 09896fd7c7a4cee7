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
    for number, place in enumerate(find(doctree, interview_browse), 1):
        filled: list[Element] = []
        for kind in place['kinds']:
            # Of several places on one document the first has the anchors to which others lead
            home = homes.get(kind)
            is_home = home is not None and home.docname == place['docname']
            prefix = '' if is_home else f'{"-".join(place["docname"].split("/"))}.{number}.'
            if is_home:
                del homes[kind]
            fill = _overview if app.builder.name in WITH_PAGES else _sections
            filled += fill(app.builder, place, kind, prefix)
        place.replace_self(filled or [present(app.builder, docname, [], 'list')])


def _overview(builder: Builder, place: Element, kind: str, prefix: str) -> Iterator[Element]:
    """Yield the values with the numbers of their interviews, each a link to its page."""
    values = ours(builder.env).groups.values(kind).values()
    lines = nodes.bullet_list(classes=['interview-values', 'simple'], bullet='*')
    for value in values:
        link = link_to_value(builder, place['docname'], value, nodes.Text(value.text))
        count = nodes.Text(f' ({len(value.interviews)})')
        lines += nodes.list_item('', nodes.paragraph('', '', link, count))
    if len(place['kinds']) > 1 and len(lines):
        yield _heading(named(kind), f'{prefix}browse.{kind}')
    if len(lines):
        yield lines


def _sections(builder: Builder, place: Element, kind: str, prefix: str) -> Iterator[Element]:
    """Yield the interviews of each value below its name."""
    for value in ours(builder.env).groups.values(kind).values():
        yield _heading(titled(kind, value.text), f'{prefix}{anchor_of(value)}')
        yield listed(builder, place['docname'], value, place['form'])


def listed(builder: Builder, here: str, value: Value, form: str) -> Element:
    """Return the interviews of a value, as they took place."""
    return present(builder, here, ordered(value.interviews, 'date'), form)


def _heading(text: str, anchor: str) -> interview_topic:
    return interview_topic('', text, ids=[anchor], classes=['interview-topic'], depth=1, bookmark=1)


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_browsers)
