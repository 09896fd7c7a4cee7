"""Interviews as a list, a table or cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.nodes import interview_list
from ...messages import _
from ..citations.bibliography import bibliography_of
from ..grouping.values import held
from ..ours import ours
from ..presenting.dates import written
from ..referring.links import link_to
from .cards import card, people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docutils.nodes import Element
    from sphinx.builders import Builder

    from ..records import Interview


def present(builder: Builder, here: str, interviews: Sequence[Interview], form: str) -> Element:
    """Show interviews, each with a link.

    :param here: the page that shows them
    :param form: ``list``, ``table``, or ``cards``, which are a list where there is no HTML
    """
    if not interviews:
        text = _('No interviews.')
        return nodes.paragraph(text, text, classes=['interview-list'])
    if form == 'cards' and builder.format == 'html':
        return _cards(builder, here, interviews)
    return (_table if form == 'table' else _list)(builder, here, interviews)


def link_to_interview(builder: Builder, here: str, interview: Interview) -> Element:
    """Return the title, as a link where the interview is in the same PDF or manual."""
    title = nodes.Text(interview.title)
    made = link_to(builder, here, interview.docname, interview.name, title)
    return made or nodes.inline(title, '', title)


def day_of(builder: Builder, interview: Interview) -> str:
    """Return when it took place, in words; empty where nobody knows."""
    date = held(interview)
    return written(date, builder.config.language) if date else ''


def _list(builder: Builder, here: str, interviews: Sequence[Interview]) -> Element:
    """Make a bullet list: title, speakers, date."""
    listed = nodes.bullet_list(classes=['interview-list', 'simple'], bullet='*')
    for interview in interviews:
        names = people(interview, builder.config.language)
        told = ', '.join(filter(None, [names, day_of(builder, interview)]))
        rest = [nodes.Text(f' ({told})')] if told else []
        link = link_to_interview(builder, here, interview)
        listed += nodes.list_item('', nodes.paragraph('', '', link, *rest))
    return listed


def _table(builder: Builder, here: str, interviews: Sequence[Interview]) -> Element:
    """Make a table: title, speakers, date; number and place where any interview has one."""
    columns: dict[str, tuple[str, int, Callable[[Interview], str] | None]] = {
        'number': (_('Number'), 10, lambda i: dict(i.metadata).get('number', '')),
        'title': (_('Interview'), 45, None),
        'speakers': (_('Speakers'), 30, lambda i: people(i, builder.config.language)),
        'place': (_('Place'), 15, lambda i: dict(i.metadata).get('place', '')),
        'date': (_('Date'), 15, lambda i: day_of(builder, i)),
    }
    for name in ('number', 'place'):
        if not any(dict(interview.metadata).get(name) for interview in interviews):
            del columns[name]
    widths = (nodes.colspec(colwidth=width) for _title, width, _text in columns.values())
    group = nodes.tgroup('', *widths, cols=len(columns))
    group += nodes.thead(
        '', _cells(nodes.paragraph(head, head) for head, *_rest in columns.values())
    )
    body = nodes.tbody()
    for interview in interviews:
        link = nodes.paragraph('', '', link_to_interview(builder, here, interview))
        texts = (text and text(interview) for *_rest, text in columns.values())
        body += _cells(link if text is None else nodes.paragraph(text, text) for text in texts)
    group += body
    return nodes.table('', group, classes=['interview-list'])


def _cells(cells: Iterable[Element]) -> Element:
    return nodes.row('', *(nodes.entry('', cell) for cell in cells))


def _cards(builder: Builder, here: str, interviews: Sequence[Interview]) -> Element:
    known = bibliography_of(ours(builder.env), builder)
    made = (card(known, i, link_to_interview(builder, here, i), here) for i in interviews)
    return interview_list('', *made, form='cards', classes=['interview-list', 'interview-cards'])
