"""Fills lists of the project's interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from ..doctree.nodes import interview_list
from ..messages import _
from ..transcript.exchanges.slugs import slugify
from .links import link_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from . import InterviewDomain
    from .records import Interview


def fill_lists(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the interviews that a list wants into it."""
    domain = cast('InterviewDomain', app.env.get_domain('interview'))
    for place in list(doctree.findall(interview_list)):
        rows = [
            (_link(app, place['docname'], interview), interview)
            for interview in _wanted(domain.shown_interviews(), place)
        ]
        place.replace_self(_FORMS[place['form']](rows) if rows else _nothing())


def _wanted(interviews: Iterable[Interview], place: Element) -> list[Interview]:
    speakers, tags = set(map(slugify, place['speakers'])), set(map(slugify, place['tags']))
    found = [
        interview
        for interview in interviews
        if speakers <= set(map(slugify, interview.speakers)) and tags <= _tags(interview)
    ]
    if place['sort'] == 'title':
        return sorted(found, key=lambda interview: interview.title.casefold())
    return sorted(found, key=_date, reverse=place['sort'] == 'newest')


def _tags(interview: Interview) -> set[str]:
    return set(map(slugify, dict(interview.metadata).get('tags', '').split(';')))


def _date(interview: Interview) -> str:
    data = dict(interview.metadata)
    return data.get('published') or data.get('date', '')


def _link(app: Sphinx, docname: str, interview: Interview) -> Element:
    """Return the title, as a link where the interview is in the same PDF or manual."""
    title = interview.title
    made = link_to(app.builder, docname, interview.docname, interview.name, title)
    return nodes.inline(title, title) if made is None else made


def _list(rows: list[tuple[Element, Interview]]) -> Element:
    """Make a bullet list: title, speakers, date."""
    listed = nodes.bullet_list(classes=['interview-list', 'simple'], bullet='*')
    for link, interview in rows:
        rest = ', '.join(filter(None, [*interview.speakers, _date(interview)]))
        listed += nodes.list_item('', nodes.paragraph('', '', link, nodes.Text(f' ({rest})')))
    return listed


def _table(rows: list[tuple[Element, Interview]]) -> Element:
    """Make a table with a column each for title, speakers and date."""
    group = nodes.tgroup('', *(nodes.colspec(colwidth=width) for width in (50, 35, 15)), cols=3)
    heads = [nodes.paragraph(text, text) for text in (_('Interview'), _('Speakers'), _('Date'))]
    group += nodes.thead('', _row(heads))
    body = nodes.tbody()
    for link, interview in rows:
        texts = (', '.join(interview.speakers), _date(interview))
        cells = [nodes.paragraph('', '', link), *(nodes.paragraph(t, t) for t in texts)]
        body += _row(cells)
    group += body
    return nodes.table('', group, classes=['interview-list'])


def _row(cells: Iterable[Element]) -> Element:
    return nodes.row('', *(nodes.entry('', cell) for cell in cells))


def _cards(rows: list[tuple[Element, Interview]]) -> Element:
    """Make a block for each interview: title, and below it speakers and date."""
    cards = nodes.container(classes=['interview-list', 'interview-cards'])
    for link, interview in rows:
        rest = ', '.join(filter(None, [*interview.speakers, _date(interview)]))
        title = nodes.paragraph('', '', nodes.strong('', '', link))
        cards += nodes.container('', title, nodes.paragraph(rest, rest), classes=['interview-card'])
    return cards


def _nothing() -> Element:
    text = _('No interviews.')
    return nodes.paragraph(text, text, classes=['interview-list'])


_FORMS = {'list': _list, 'table': _table, 'cards': _cards}


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', fill_lists)
