"""Fills lists of the project's interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ...doctree.finding import find
from ...doctree.nodes import interview_list
from ...messages import _
from ...transcript.exchanges.slugs import slugify
from ..citations.bibliography import bibliography_of
from ..citations.records import date_of, tags_of
from ..ours import ours
from ..presenting.dates import written
from ..referring.links import link_to
from .cards import card, people

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from ..records import Interview


class _Row(NamedTuple):
    """What a list says of an interview."""

    link: Element
    speakers: str
    date: str


def fill_lists(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the interviews that a list wants into it."""
    domain = ours(app.env)
    for place in find(doctree, interview_list):
        wanted = _wanted(domain.shown_interviews(), place)
        if not wanted:
            place.replace_self(_nothing())
        elif place['form'] == 'cards' and app.builder.format == 'html':
            _show_cards(app, place, wanted)
        else:
            rows = [_row(app, place['docname'], interview) for interview in wanted]
            place.replace_self(_table(rows) if place['form'] == 'table' else _list(rows))


def _wanted(interviews: Iterable[Interview], place: Element) -> list[Interview]:
    speakers, tags = set(map(slugify, place['speakers'])), set(map(slugify, place['tags']))
    found = [
        interview
        for interview in interviews
        if speakers <= set(map(slugify, interview.speakers))
        and tags <= set(map(slugify, tags_of(interview)))
    ]
    if place['sort'] == 'title':
        return sorted(found, key=lambda interview: interview.title.casefold())
    return sorted(found, key=_order, reverse=place['sort'] == 'newest')


def _order(interview: Interview) -> tuple[int, ...]:
    date = date_of(interview)
    return date.order if date else ()


def _row(app: Sphinx, docname: str, interview: Interview) -> _Row:
    date = date_of(interview)
    language = app.config.language
    told = written(date, language) if date else ''
    return _Row(_link(app, docname, interview), people(interview, language), told)


def _link(app: Sphinx, docname: str, interview: Interview) -> Element:
    """Return the title, as a link where the interview is in the same PDF or manual."""
    title = interview.title
    made = link_to(app.builder, docname, interview.docname, interview.name, title)
    return nodes.inline(title, title) if made is None else made


def _list(rows: list[_Row]) -> Element:
    """Make a bullet list: title, speakers, date."""
    listed = nodes.bullet_list(classes=['interview-list', 'simple'], bullet='*')
    for row in rows:
        told = ', '.join(filter(None, [row.speakers, row.date]))
        rest = [nodes.Text(f' ({told})')] if told else []
        listed += nodes.list_item('', nodes.paragraph('', '', row.link, *rest))
    return listed


def _table(rows: list[_Row]) -> Element:
    """Make a table with a column each for title, speakers and date."""
    group = nodes.tgroup('', *(nodes.colspec(colwidth=width) for width in (50, 35, 15)), cols=3)
    heads = [nodes.paragraph(text, text) for text in (_('Interview'), _('Speakers'), _('Date'))]
    group += nodes.thead('', _cells(heads))
    body = nodes.tbody()
    for row in rows:
        texts = (nodes.paragraph(text, text) for text in (row.speakers, row.date))
        body += _cells([nodes.paragraph('', '', row.link), *texts])
    group += body
    return nodes.table('', group, classes=['interview-list'])


def _cells(cells: Iterable[Element]) -> Element:
    return nodes.row('', *(nodes.entry('', cell) for cell in cells))


def _show_cards(app: Sphinx, place: Element, wanted: list[Interview]) -> None:
    known = bibliography_of(ours(app.env), app.builder)
    place['classes'] += ['interview-list', 'interview-cards']
    for interview in wanted:
        link = _link(app, place['docname'], interview)
        place += card(known, interview, link, place['docname'])


def _nothing() -> Element:
    text = _('No interviews.')
    return nodes.paragraph(text, text, classes=['interview-list'])


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_lists)
