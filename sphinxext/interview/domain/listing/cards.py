"""An interview as a card, which leads to it wherever readers click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.nodes import interview_card
from ..grouping.values import held, is_name
from ..presenting.byline import byline
from ..presenting.dates import written
from ..presenting.portraits import portrait

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from ..citations.bibliography import Bibliography
    from ..records import Interview


def card(known: Bibliography, interview: Interview, link: Element, here: str) -> interview_card:
    """Return a card: a portrait, the title, who speaks, what it is about, when and where.

    :param link: the title, which leads to the interview
    :param here: the page that shows the card
    """
    title = nodes.paragraph('', '', nodes.strong('', '', link), classes=['interview-card-title'])
    parts = (
        ('people', _people(known, interview)),
        ('opening', [nodes.Text(_told(interview, here))]),
        ('date', [nodes.Text(_when_and_where(known, interview))]),
    )
    lines = [
        nodes.paragraph('', '', *words, classes=[f'interview-card-{kind}'])
        for kind, words in parts
        if any(word.astext() for word in words)
    ]
    picture = _picture(known, interview)
    return interview_card('', *picture, title, *lines, classes=['interview-card'])


def _picture(known: Bibliography, interview: Interview) -> list[Element]:
    """Return the portrait of the first interviewee who has one."""
    pairs = zip(interview.speakers, interview.roles, strict=True)
    guests = (portrait(known, name) for name, role in pairs if role == 'interviewee')
    return [*next(filter(None, guests), [])]


def _people(known: Bibliography, interview: Interview) -> list[Node]:
    """Return who speaks with whom, else the names."""
    names = ', '.join(filter(is_name, interview.speakers))
    said = byline(interview, known.builder.config.language, _name)
    return said or [nodes.Text(names)]


def _name(full: str) -> Node:
    return nodes.inline(full, full, classes=['interview-who'])


def _told(interview: Interview, here: str) -> str:
    """Return the summary, else the first words: not on the page where a link to them would be found."""
    first = interview.opening if interview.docname != here else ''
    return ' '.join(dict(interview.metadata).get('summary', '').split()) or first


def _when_and_where(known: Bibliography, interview: Interview) -> str:
    date, place = held(interview), dict(interview.metadata).get('place', '')
    day = written(date, known.builder.config.language) if date else ''
    return ' · '.join(filter(None, [day, place]))
