"""An interview as a card, which leads to it wherever readers click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...doctree.nodes import interview_card
from ..citations.records import date_of
from ..presenting.byline import byline, is_name
from ..presenting.dates import written
from ..presenting.portraits import portrait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element

    from ..citations.bibliography import Bibliography
    from ..records import Interview


def card(known: Bibliography, interview: Interview, link: Element, here: str) -> interview_card:
    """Return a card: a portrait, the title, who speaks, the first words, the day.

    :param link: the title, which leads to the interview
    :param here: the page that shows the card
    """
    title = nodes.paragraph('', '', nodes.strong('', '', link))
    lines = [
        nodes.paragraph('', text, classes=[f'interview-card-{kind}'] if kind else [])
        for kind, text in _lines(known, interview, here)
    ]
    picture = _picture(known, interview)
    return interview_card('', *picture, title, *lines, classes=['interview-card'])


def _picture(known: Bibliography, interview: Interview) -> list[Element]:
    """Return the portrait of the first interviewee who has one."""
    pairs = zip(interview.speakers, interview.roles, strict=True)
    guests = (portrait(known, name) for name, role in pairs if role == 'interviewee')
    return [*next(filter(None, guests), [])]


def _lines(known: Bibliography, interview: Interview, here: str) -> Iterator[tuple[str, str]]:
    language = known.builder.config.language
    said = ''.join(node.astext() for node in byline(interview, language, nodes.Text))
    if people := said or ', '.join(filter(is_name, interview.speakers)):
        yield '', people
    # On the interview's own page a link to the words would find them here
    if interview.opening and interview.docname != here:
        yield 'opening', interview.opening
    if date := date_of(interview):
        yield 'date', written(date, language)
