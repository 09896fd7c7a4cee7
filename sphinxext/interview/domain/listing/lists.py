"""Fills lists of the project's interviews, and draws timelines and maps of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.finding import find
from ...doctree.nodes import interview_list
from ...messages import _
from ..drawing.marks import drawn, is_drawn
from ..grouping.places import Place, placed
from ..grouping.values import has
from ..ours import ours
from .facets import with_facets
from .forms import present
from .orders import ordered

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, document
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ..records import Interview


def fill_lists(app: Sphinx, doctree: document, docname: str) -> None:
    """Put what each list asks for in its place."""
    domain = ours(app.env)
    for place in find(doctree, interview_list):
        found = [one for one in domain.shown_interviews() if has(one, place['wanted'])]
        place.replace_self(_shown(app.builder, place, found))


def _shown(builder: Builder, place: Element, found: list[Interview]) -> list[Node]:
    here = place['docname']
    if place['form'] == 'timeline':
        return _timeline(builder, here, ordered(found, 'date'))
    if place['form'] == 'map' and found:
        return _map(
            builder, here, placed(found), f'map.{"-".join(here.split("/"))}.{place["number"]}'
        )
    return [with_facets(builder, place, ordered(found, place['sort']), here)]


def _timeline(builder: Builder, here: str, interviews: list[Interview]) -> list[Node]:
    """Return a drawing, where the builder shows one, and a list by date."""
    from ..drawing.timeline import timeline  # now, for few pages draw

    drawing = timeline(interviews, builder.config.language) if is_drawn(builder) else None
    listed = present(builder, here, interviews, 'list')
    return [drawn(builder, here, drawing), listed] if drawing else [listed]


def _map(builder: Builder, here: str, places: list[Place], prefix: str) -> list[Node]:
    """Return a drawing, where the builder shows one, and a list by place.

    :param prefix: of the anchors in that list
    """
    from ..drawing.map import draw_map

    anchors = {place: f'{prefix}.{number}' for number, place in enumerate(places, 1)}

    def target(place: Place) -> tuple[str, str]:
        first = place.interviews[0]
        alone = len(place.interviews) == 1
        return (first.docname, first.name) if alone else (here, anchors[place])

    drawing = draw_map(places, target) if is_drawn(builder) else None
    listed = nodes.bullet_list(classes=['interview-places', 'simple'], bullet='*')
    for place in places:
        name = nodes.strong('', place.name or _('Place unknown'))
        within = present(builder, here, ordered(place.interviews, 'date'), 'list')
        ids = [anchors[place]] if drawing else []
        listed += nodes.list_item('', nodes.paragraph('', '', name), within, ids=ids)
    return [drawn(builder, here, drawing), listed] if drawing else [listed]


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_lists)
