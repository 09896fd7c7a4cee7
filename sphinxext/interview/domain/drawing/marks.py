"""Marks, each with a name and a link where there is something to lead to, and what is drawn below them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from ...doctree.nodes import interview_drawing, interview_mark
from ..builders import WITH_FILES
from ..referring.links import leads

if TYPE_CHECKING:
    from sphinx.builders import Builder

#: Sizes are those that it has in a column of text; pages may make it narrower.
WIDTH = 720


class Mark(NamedTuple):
    """Something to click."""

    #: What it leads to, as text.
    name: str
    docname: str
    anchor: str
    #: SVG.
    shape: str


class Drawing(NamedTuple):
    """What a timeline or a map is made of."""

    kind: str
    label: str
    height: int
    #: SVG.
    ground: str
    marks: list[Mark]


def is_drawn(builder: Builder) -> bool:
    """Whether *builder* shows drawings: not in books, whose pages would have to be declared."""
    return builder.name in WITH_FILES


def drawn(builder: Builder, here: str, drawing: Drawing) -> interview_drawing:
    """Return a drawing on the page *here*."""
    node = interview_drawing(
        kind=drawing.kind,
        label=drawing.label,
        size=(WIDTH, drawing.height),
        ground=drawing.ground,
        classes=['interview-drawing', f'interview-{drawing.kind}'],
    )
    for mark in drawing.marks:
        where = leads(builder, here, mark.docname, mark.anchor)
        node += interview_mark('', mark.name, shape=mark.shape, **where)
    return node


def shape(tag: str, text: str = '', **attributes: object) -> str:
    """Return an element of SVG; ``stroke_width`` is its attribute ``stroke-width``."""
    inside = ''.join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_number(value))}"'
        for name, value in attributes.items()
    )
    return f'<{tag}{inside}>{escape(text)}</{tag}>' if text else f'<{tag}{inside}/>'


def percent(part: float) -> str:
    """Return a part of the width or the height."""
    return f'{_number(part * 100)}%'


def _number(value: object) -> str:
    return f'{value:.2f}'.rstrip('0').rstrip('.') if isinstance(value, float) else str(value)
