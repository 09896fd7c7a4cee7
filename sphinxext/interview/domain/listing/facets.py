"""What readers may choose in a list: links to pages that show it, which a script needn't follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.nodes import interview_choice, interview_choices, interview_facets
from ...messages import _
from ..builders import WITH_FILES, WITH_PAGES
from ..grouping.groups import page_below
from ..grouping.values import named
from ..ours import ours
from ..referring.links import leads
from .forms import present
from .orders import called, ordered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils.nodes import Element
    from sphinx.builders import Builder

    from ..records import Interview


def with_facets(
    builder: Builder, place: Element, interviews: Sequence[Interview], here: str
) -> Element:
    """Show the interviews that a list wants, below what readers may choose of them.

    :param interviews: in their order
    :param here: the page that shows them, which is another than the list's own for another order
    """
    listed = present(builder, here, interviews, place['form'])
    if builder.name not in WITH_FILES or len(interviews) < 2:
        return listed
    choices = [
        *_facets(builder, place, interviews, here),
        *_sorts(builder, place, interviews, here),
    ]
    if not choices:
        return listed
    nav = interview_facets('', *choices, classes=['interview-facets'])
    return nodes.container('', nav, listed, classes=['interview-browser'])


def _facets(
    builder: Builder, place: Element, interviews: Sequence[Interview], here: str
) -> Iterator[interview_choices]:
    """Yield the values of each facet that some of the interviews have, and some haven't."""
    groups = ours(builder.env).groups
    positions = {_key(one): number for number, one in enumerate(interviews)}
    for kind in place['facets']:
        made = []
        for value in groups.values(kind).values():
            items = sorted(
                positions[_key(one)] for one in value.interviews if _key(one) in positions
            )
            target = groups.place(builder, value) if items else None
            if target and (where := leads(builder, here, *target)):
                made.append(interview_choice('', value.text, internal=True, items=items, **where))
        if made:
            yield interview_choices('', *made, name=kind, label=named(kind))


def _sorts(
    builder: Builder, place: Element, interviews: Sequence[Interview], here: str
) -> Iterator[interview_choices]:
    positions = {_key(one): number for number, one in enumerate(interviews)}
    made = []
    for order in place['sorts'] if builder.name in WITH_PAGES else ():
        items = [positions[_key(one)] for one in ordered(interviews, order)]
        where = leads(builder, here, page_of_order(builder, place, order), '')
        choice = interview_choice('', called(order), internal=True, items=items, **where)
        choice['is_current'] = items == [*range(len(items))]
        made.append(choice)
    if len(made) > 1:
        yield interview_choices('', *made, name='sort', label=_('Sort by'))


def _key(interview: Interview) -> tuple[str, str]:
    return interview.docname, interview.name


def page_of_order(builder: Builder, place: Element, order: str) -> str:
    """Return the page that shows a list in another order; its own for the order that it has."""
    own: str = place['docname']
    if order == place['sort']:
        return own
    number = f'-{place["number"] + 1}' if place['number'] else ''
    return page_below(builder, own, f'by-{order}{number}')
