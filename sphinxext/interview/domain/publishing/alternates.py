"""What the head of a page says of its interview in other languages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ...citing.exports.structured import Translation
from ..editions import editions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..citations.bibliography import Bibliography
    from ..editions.grouping import Edition
    from ..records import Interview


def alternates(known: Bibliography, page: str) -> Iterator[str]:
    """Yield links to other pages that hold the same interview, and to this one, as search engines want.

    Of several interviews on a page the first in other languages counts: a page has one language.
    """
    for found in known.domain.shown_in(page):
        editions = editions_of(known).of(found)
        if any(one.interview is None or one.interview.docname != page for one in editions):
            for one in editions:
                uri = escape(_page(known, page, one))
                yield f'<link rel="alternate" hreflang="{escape(one.language)}" href="{uri}" />\n'
            return


def _page(known: Bibliography, here: str, edition: Edition) -> str:
    """Return the whole address, as far as the project knows its own."""
    if edition.interview is None:
        return edition.uri
    docname, builder = edition.interview.docname, known.builder
    if base := builder.config.html_baseurl:
        return f'{base.rstrip("/")}/{builder.get_target_uri(docname)}'
    own = builder.get_target_uri(here).rpartition('/')[2] or './'
    return own if docname == here else builder.get_relative_uri(here, docname)


def translations(known: Bibliography, found: Interview) -> Iterator[Translation]:
    """Yield the interview in other languages, for JSON-LD."""
    if language := dict(found.metadata).get('translation-language'):
        yield Translation(language)
    for one in editions_of(known).of(found)[1:]:
        uri = one.uri
        if one.interview is not None:
            uri = f'{_page(known, found.docname, one)}#{one.interview.name}'
        yield Translation(one.language, uri, is_original=one.is_original)
