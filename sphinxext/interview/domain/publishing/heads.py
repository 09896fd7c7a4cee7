"""What search engines and other machines read of interviews: in the heads of pages, and JSON-LD.

JSON-LD stands below the words, for some themes leave out what extensions write into the head.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from ...citing.exports.quotations import quotations_json_ld
from ...citing.exports.structured import Clip, Part, Said, dublin_core, json_ld
from ...citing.record import Entry, Locator
from ...doctree.finding import find
from ...doctree.nodes import interview, interview_preamble
from ..builders import WITH_PAGES
from ..citations.bibliography import bibliography_of
from ..ours import ours
from .alternates import alternates, translations
from .quoted import quoted_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from ...citing.record import Record
    from ..citations.bibliography import Bibliography
    from ..records import Exchange, Interview


def add_metadata(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Describe the interviews of a page, and what it quotes."""
    if app.builder.name not in WITH_PAGES or pagename not in app.env.all_docs:
        return
    known = bibliography_of(ours(app.env), app.builder)
    context['metatags'] += ''.join(alternates(known, pagename))
    for number, found in enumerate(known.domain.shown_in(pagename)):
        context['metatags'] += ''.join(_tags(app, known.record(found), is_first=not number))
        if 'json-ld' in app.config.interview_metadata:
            context['body'] += _script(_description(known, found))
    if 'json-ld' in app.config.interview_metadata and (quoted := quoted_on(known, pagename)):
        context['body'] += _script(quotations_json_ld(quoted))


def _script(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>\n'


def _tags(app: Sphinx, record: Record, *, is_first: bool) -> Iterator[str]:
    """Yield Dublin Core, of the first interview of a page, and what sphinxext-opengraph doesn't know."""
    # Two sets would be read as one source with everything of both
    if 'dublin-core' in app.config.interview_metadata and is_first:
        for name, content in dublin_core(record):
            yield f'<meta name="{escape(name)}" content="{escape(content)}" />\n'
    if _speaks_opengraph(app):
        for name, content in _article(record):
            yield f'<meta property="{name}" content="{escape(content)}" />\n'


def _description(known: Bibliography, found: Interview) -> str:
    """Return an interview as schema.org has it."""
    record = known.record(found)
    people = {full: known.name(full) for full in found.speakers}
    credit = _Credits(known, record)
    url, parts = f'#{found.name}', _parts(found, credit)
    others = translations(known, found)
    return json_ld(record, url, people, parts, credit.reference, _clips(found), others)


def _parts(found: Interview, credit: _Credits) -> Iterator[Part]:
    for exchange in (exchange for exchange in found.exchanges if not exchange.greets):
        answers = tuple(
            Said(
                answer.speakers,
                f'#{answer.address}',
                credit.of(exchange, answer.address),
            )
            for answer in exchange.answers
        )
        yield Part(exchange.title, f'#{exchange.address}', answers)


def _clips(found: Interview) -> Iterator[Clip]:
    timed = [topic for topic in found.topics if topic.time is not None]
    for topic, after in pairwise([*timed, None]):
        if topic and topic.time is not None:
            end = after.time if after else None
            url = f'#{topic.address}'
            yield Clip(topic.title, url, topic.time, end, topic.synopsis, topic.keywords)


class _Credits:
    """How an interview and each of its answers are cited."""

    def __init__(self, known: Bibliography, record: Record) -> None:
        self.known = known
        self.entry = Entry(record)
        self.reference = ''.join(known.style.reference(self.entry))
        self._templates: dict[str, str] = {}

    def of(self, exchange: Exchange, address: str) -> str:
        """Return the citation; only the place in it differs from answer to answer."""
        locator = self.known.locator(exchange, address)
        label = locator.label if locator else ''
        if label not in self._templates:
            self._templates[label] = self._cite(Locator(label, _PLACE) if locator else None)
        return self._templates[label].replace(_PLACE, locator.value if locator else '')

    def _cite(self, locator: Locator | None) -> str:
        style = self.known.style
        cite = getattr(style, 'shorten', style.cite)
        return f'{style.opening}{"".join(cite(self.entry, locator))}{style.closing}'


#: Where the place stands; no text has it.
_PLACE = '\ufdd0'


def _speaks_opengraph(app: Sphinx) -> bool:
    return 'opengraph' in app.config.interview_metadata and 'sphinxext.opengraph' in app.extensions


def add_opengraph(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Tell sphinxext-opengraph what the page is, unless the author has."""
    if doctree is None or not _speaks_opengraph(app):
        return
    first = next(iter(find(doctree, interview)), None)
    if first is not None:
        told = {'og:type': 'article'}
        if summary := first['metadata'].get('summary'):
            told['og:description'] = shorten(summary, 200, placeholder='…')
        for preamble in find(first, interview_preamble):
            told.setdefault('og:description', shorten(preamble.astext(), 200, placeholder='…'))
        context['meta'] = told | (context.get('meta') or {})


def _article(record: Record) -> Iterator[tuple[str, str]]:
    """Return what the Open Graph protocol says of articles, https://ogp.me/#type_article."""
    if record.issued and not record.issued.is_decade:
        yield 'article:published_time', record.issued.iso
    yield from (('article:author', name.full) for name in record.interviewers)
    yield from (('article:tag', tag) for tag in record.tags)


def setup(app: Sphinx) -> None:
    # Before sphinxext-opengraph reads it
    app.connect('html-page-context', add_opengraph, priority=400)
    app.connect('html-page-context', add_metadata)
