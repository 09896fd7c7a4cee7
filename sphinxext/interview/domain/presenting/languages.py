"""Links to an interview in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from docutils import nodes

from ..citations.bibliography import bibliography_of
from ..editions import editions_of
from ..ours import ours
from ..referring.links import link_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, Node
    from sphinx.builders import Builder

    from ..editions.grouping import Edition
    from ..records import Interview


def languages(interview: Interview, builder: Builder) -> Iterator[Node]:
    """Yield links to an interview in other languages, where it is in any."""
    known = bibliography_of(ours(builder.env), builder)
    links = nodes.inline()
    for edition in editions_of(known).of(interview)[1:]:
        links += [nodes.Text(', ')] if len(links) else []
        links += _link(interview, edition, builder)
    if len(links):
        yield links


def _link(interview: Interview, edition: Edition, builder: Builder) -> Element:
    """Return a link that is called as its language calls itself."""
    name = _own_name(edition.language)
    words = nodes.inline(name, name, classes=[f'language-{edition.language}'])
    other = edition.interview
    if other is None:
        return nodes.reference('', '', words, refuri=edition.uri)
    return link_to(builder, interview.docname, other.docname, other.name, words) or words


def _own_name(language: str) -> str:
    try:
        return Locale.parse(language, sep='-').get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
