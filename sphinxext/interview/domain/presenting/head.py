"""The head of an interview: below its title, before its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...doctree import nodes
from ...doctree.finding import find
from ..grouping.linking import link_to_value
from ..ours import ours
from ..referring.profiles import link_to_speaker
from .byline import byline
from .facts import facts
from .portraits import portrait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, Node
    from sphinx.application import Sphinx

    from ..citations.bibliography import Bibliography
    from ..records import Interview


class AddHeads(SphinxPostTransform):
    """Say before the words of each interview who speaks, when and where, as far as that is known.

    Before references are resolved, and pictures fetched. No document that is kept has it: nothing of
    it is anybody's words.
    """

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        domain = ours(self.env)
        known = domain.bibliography
        for node in find(self.document, nodes.interview) if known else ():
            found = domain.shown_interview(node) if node['head'] else None
            parts = list(_parts(known, found, node['head'])) if known and found else []
            if parts:
                place = int(bool(node.children) and isinstance(node[0], nodes.interview_title))
                node.insert(place, nodes.interview_head('', *parts, classes=['interview-head']))


def _parts(known: Bibliography, interview: Interview, wanted: list[str]) -> Iterator[Element]:
    builder = known.builder

    def name(full: str) -> Node:
        return _name(known, interview, full)

    if 'byline' in wanted and (said := byline(interview, builder.config.language, name)):
        yield docutils_nodes.paragraph('', '', *said, classes=['interview-with'])
    for full, here in _guests_first(interview):
        picture = portrait(known, full) if 'portraits' in wanted else []
        told = _what(known, full, here) if 'people' in wanted else ''
        if picture or told:
            line = docutils_nodes.paragraph('', '', name(full))
            if told:
                what = docutils_nodes.inline(told, told, classes=['interview-what'])
                line += [docutils_nodes.Text(', '), what]
            yield nodes.interview_person('', *picture, line, classes=['interview-person'])
    yield from facts(interview, wanted, builder)


def _guests_first(interview: Interview) -> list[tuple[str, str]]:
    """Return name and description of each speaker, in the order of a byline."""
    people = zip(interview.speakers, interview.roles, interview.descriptions, strict=True)
    order = ('interviewee', 'interviewer')
    return [
        (full, what)
        for full, role, what in sorted(
            people, key=lambda one: order.index(one[1]) if one[1] in order else len(order)
        )
    ]


def _name(known: Bibliography, interview: Interview, full: str) -> Node:
    """Return a name, which leads to who that is, else to what she says; in terminals it is words."""
    name = docutils_nodes.inline(full, full, classes=['interview-who'])
    if known.builder.format not in {'html', 'latex'}:
        return name
    if full in known.domain.profiles:
        return link_to_speaker(full, name, interview.docname)
    value = known.domain.groups.find('speaker', full)
    return link_to_value(known.builder, interview.docname, value, name) if value else name


def _what(known: Bibliography, full: str, here: str) -> str:
    """Return what a speaker is: as is said *here*, else as is known, and where."""
    profile = known.profiles.get(full, {})
    told = here or profile.get('description', '')
    place = profile.get('affiliation', '')
    if place.casefold() in told.casefold():
        place = ''
    return ', '.join(filter(None, [told, place]))


def setup(app: Sphinx) -> None:
    app.add_post_transform(AddHeads)
