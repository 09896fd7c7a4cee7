"""Pages that HTML builders write beside those of documents: of each value, and of other orders of lists.

One is written again where it shows something else than last time, and one that nothing asks for
any more goes away.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from docutils import nodes
from sphinx.util.osutil import relative_uri

from ...doctree.finding import find
from ...doctree.nodes import KINDS, interview_browse, interview_list
from ...messages import _
from ..builders import WITH_PAGES, Kept, fingerprint
from ..citations.bibliography import bibliography_of
from ..grouping.values import has, titled
from ..ours import ours
from ..referring.links import refer
from ..shown import listing_shows
from .browse import listed
from .facets import page_of_order, with_facets
from .orders import called, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from ..grouping.groups import Value


class Page(NamedTuple):
    """A page that belongs to no document."""

    name: str
    title: str
    #: The document below which it stands.
    above: str
    #: What it shows, to tell whether it does so already.
    shows: object
    #: Makes the nodes, which most pages of most builds don't need.
    content: Callable[[], Element]


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages that have to be written, as Sphinx wants them."""
    if app.builder.name not in WITH_PAGES:
        return
    builder = cast('StandaloneHTMLBuilder', app.builder)
    kept = Kept(app, 'interview-pages')
    before, now = kept.load() or {}, {}
    written = ours(app.env).written
    is_whole = bool(written and written.written >= written.now.keys())
    for page in (*_of_values(builder), *_of_orders(builder)):
        above = app.env.titles[page.above].astext()
        now[page.name] = fingerprint((page.title, page.above, above, page.shows))
        is_there = Path(builder.get_outfilename(page.name)).is_file()
        if is_whole or not is_there or before.get(page.name) != now[page.name]:
            yield page.name, _context(builder, page), 'page.html'
    for name in before.keys() - now.keys() - app.env.found_docs:
        Path(builder.get_outfilename(name)).unlink(missing_ok=True)
    if now:
        kept.save(now)
    else:
        kept.forget()


def _of_values(builder: StandaloneHTMLBuilder) -> Iterator[Page]:
    """Yield a page for each value of each kind that the project shows."""
    groups = ours(builder.env).groups
    forms = dict(_forms(builder))
    for kind in KINDS:
        home = groups.homes.get(kind)
        for value in groups.values(kind).values() if home else ():
            place = groups.place(builder, value)
            if home and place:
                yield _of_value(builder, value, place[0], home.docname, forms.get(kind, 'list'))


def _forms(builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, str]]:
    """Yield each kind with the form in which its home lists interviews."""
    domain = ours(builder.env)
    homes = domain.groups.homes
    for docname in sorted({home.docname for home in homes.values()}):
        for place in find(builder.env.get_doctree(docname), interview_browse):
            if domain.shows(place):
                yield from (
                    (kind, place['form'])
                    for kind in place['kinds']
                    if homes[kind].docname == docname
                )


def _of_value(
    builder: StandaloneHTMLBuilder, value: Value, name: str, above: str, form: str
) -> Page:
    domain = ours(builder.env)
    known = bibliography_of(domain, builder)
    profile = domain.profiles.get(value.text) if value.kind == 'speaker' else None

    def content() -> Element:
        about = []
        if profile:
            text = nodes.Text(_('About %s') % value.text)
            link = refer(builder, name, profile.docname, profile.anchor, text)
            about = [nodes.paragraph('', '', link)]
        return nodes.container('', *about, listed(builder, name, value, form))

    shows = [listing_shows(known, interview) for interview in value.interviews]
    where = profile and (profile.docname, profile.anchor)
    return Page(name, titled(value.kind, value.text), above, (form, where, shows), content)


def _of_orders(builder: StandaloneHTMLBuilder) -> Iterator[Page]:
    """Yield a page for each other order of each list that offers some."""
    domain = ours(builder.env)
    for docname in domain.documents():
        if any(reference.kind == 'sort' for reference in domain.references(docname)):
            for place in find(builder.env.get_doctree(docname), interview_list):
                if domain.shows(place):
                    yield from _of_list(builder, place)


def _of_list(builder: StandaloneHTMLBuilder, place: Element) -> Iterator[Page]:
    env = builder.env
    known = bibliography_of(ours(env), builder)
    found = [one for one in ours(env).shown_interviews() if has(one, place['wanted'])]
    for order in place['sorts']:
        if order != place['sort']:
            name = page_of_order(builder, place, order)
            content = with_facets(builder, place, ordered(found, order), name)
            shows = [content.pformat(), *(listing_shows(known, one) for one in found)]
            title = f'{env.titles[place["docname"]].astext()}: {called(order)}'
            yield Page(name, title, place['docname'], shows, content.deepcopy)


def _context(builder: StandaloneHTMLBuilder, page: Page) -> dict[str, Any]:
    """Return what the template needs, and the nodes, for those who look which style sheet it needs."""
    builder.secnumbers, builder.fignumbers = {}, {}  # those of the document that was written last
    above = nodes.Text(builder.env.titles[page.above].astext())
    up = nodes.paragraph('', '', refer(builder, page.name, page.above, '', above))
    heading = nodes.title(page.title, page.title)
    section = nodes.section('', heading, page.content(), up, ids=['interviews'])
    _settle_images(builder, page, section)
    return {
        'title': page.title,
        'body': builder.render_partial(section)['fragment'],
        'parents': [{'link': _uri(builder, page), 'title': above.astext()}],
        'interview_content': section,
    }


def _uri(builder: StandaloneHTMLBuilder, page: Page) -> str:
    return builder.get_relative_uri(page.name, page.above)


def _settle_images(builder: StandaloneHTMLBuilder, page: Page, section: Element) -> None:
    """Say where pictures are, seen from the page, and that they are needed."""
    builder.imgpath = relative_uri(builder.get_target_uri(page.name), builder.imagedir)
    builder.post_process_images(section)


def setup(app: Sphinx) -> None:
    app.connect('html-collect-pages', collect_pages)
