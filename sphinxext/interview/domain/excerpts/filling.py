"""Fills excerpts: exchanges of other pages, shown again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...doctree import nodes
from ...doctree.finding import find
from ...messages import __, warn
from ..ours import ours
from ..referring.links import pending
from ..referring.unknown import hint
from .detaching import detach, lead_from, lead_times
from .elsewhere import keep_wanted, shown_elsewhere
from .footnotes import footnotes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .. import InterviewDomain

#: How many pages with exchanges are kept, each until another wants its place.
_KEPT = 8


class Sources:
    """The exchanges of pages, read once for all excerpts that stand together."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._pages: dict[str, dict[str, list[Element]]] = {}

    def find(self, docname: str, target: str) -> list[Element]:
        """Return the exchange that an address of a page is in, or all of an interview."""
        address = '.'.join(target.split('.')[:2])
        page = self._pages.pop(docname, None) or _exchanges(self._env, docname)
        self._pages[docname] = page  # as the last that was asked for
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        return page.get(address, [])


def _exchanges(env: BuildEnvironment, docname: str) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for exchange in find(env.get_doctree(docname), nodes.interview_exchange):
        address = nodes.address(exchange)
        for name in (address, address.partition('.')[0]):
            found.setdefault(name, []).append(exchange)
    return found


class FillExcerpts(SphinxPostTransform):
    """Show what the excerpts of a page name.

    Before names are put in and references are resolved, so that both happen here as there.
    """

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        domain = ours(self.env)
        for excerpt in find(self.document, nodes.interview_excerpt):
            if domain.shows(excerpt):
                for target in map(domain.current, excerpt['targets']):
                    excerpt.extend(_shown(domain, excerpt, target))
        self._detach()

    def _detach(self) -> None:
        """Give the copies anchors by their order on the page that shows them."""
        shown: Counter[str] = Counter()
        for excerpt in find(self.document, nodes.interview_excerpt):
            for exchange in excerpt.findall(nodes.interview_exchange):
                host = excerpt['docname']
                shown[host] += 1
                detach(exchange, self.env, exchange['source_document'], host, shown[host])


def _shown(domain: InterviewDomain, excerpt: Element, target: str) -> Iterator[Element]:
    found = domain.look_up('ref', target)
    if found and found.project:
        yield from shown_elsewhere(found.project, found.target, target, excerpt)
        return
    docname = found.target.docname if found else ''
    exchanges = domain.sources.find(docname, target) if found else []
    if not exchanges:
        what = ('excerpt', target, hint(domain, 'excerpt', target))
        warn('reference', __('unknown interview:%s: %r%s'), *what, location=excerpt)
        return
    around = set(_around(excerpt))
    for exchange in exchanges:
        address = nodes.address(exchange)
        if address in around:
            text = __('an excerpt can’t show what it stands in: %r')
            warn('directive', text, address, location=excerpt)
        else:
            yield _copy(domain, exchange, target, excerpt, docname)
    yield _source(domain, target, excerpt['docname'])


def _around(node: Element) -> Iterator[str]:
    """Return the addresses of the exchanges that *node* stands in."""
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.interview_exchange):
            yield nodes.address(parent)
        parent = parent.parent


def _copy(
    domain: InterviewDomain, exchange: Element, target: str, excerpt: Element, docname: str
) -> Element:
    """Copy what is wanted of an exchange of *docname*, without what exists only once."""
    copied = exchange.deepcopy()
    copied['source_document'] = docname
    copied['language'] = exchange.parent['metadata'].get('language', '')
    for turn in (turn for turn in copied if isinstance(turn, nodes.TURNS)):
        turn['address'] = nodes.address(turn if turn['ids'] else exchange)
    keep_wanted(copied, target, excerpt['show'])
    for inner in list(copied.findall(docutils_nodes.Element)):
        if not isinstance(inner, nodes.interview_excerpt | nodes.interview):
            continue
        # Shown again it could show this page again: a link says as much
        names = map(domain.current, inner.get('targets') or [inner['name']])
        known = [name for name in names if domain.find('any', name)]
        links = [_source(domain, name, docname) for name in known]
        inner.parent.replace(inner, links)
    copied += _translated(exchange, target, excerpt['show'])
    if exchange.document:
        copied += footnotes_of(copied, exchange.document)
    return copied


def _translated(exchange: Element, target: str, show: str) -> list[Element]:
    """Copy what is wanted of the translation that stands beside an exchange."""
    beside = exchange.next_node(descend=False, siblings=True)
    if not (isinstance(beside, nodes.interview_translation) and beside['translates']):
        return []
    copied = beside.deepcopy()
    for turn in (turn for turn in copied if isinstance(turn, nodes.TURNS)):
        turn['address'] = turn['translates']
    keep_wanted(copied, target, show)
    return [copied] if copied.children else []


def _source(domain: InterviewDomain, target: str, docname: str) -> docutils_nodes.paragraph:
    """Return a line that says where the exchange stands."""
    title = domain.targets[target.partition('.')[0]].title
    link = pending(target, title, docname, explicit=True)
    return docutils_nodes.paragraph('', '— ', link, classes=['interview-source'])


def lead_from_here(app: Sphinx, doctree: docutils_nodes.document, docname: str) -> None:
    """Let the links of an excerpt, made as on the page that it is from, lead from here."""
    for excerpt in find(doctree, nodes.interview_excerpt):
        for exchange in excerpt.findall(nodes.interview_exchange):
            lead_from(excerpt['docname'], exchange, app.builder)
            lead_times(excerpt['docname'], exchange, app.builder)


def forget_sources(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    ours(env).sources = Sources(env)


def setup(app: Sphinx) -> None:
    app.add_post_transform(FillExcerpts)
    app.connect('env-before-read-docs', forget_sources)
    app.connect('doctree-resolved', lead_from_here)
