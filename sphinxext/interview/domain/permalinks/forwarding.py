"""Pages where an interview once stood: every address there leads to where it is now."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ...messages import _
from ..builders import WITH_PAGES
from ..ours import ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .. import InterviewDomain
    from ..records import Target


def forwarding_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a page for each that is none any more, but that the ledger knows."""
    domain = ours(app.env)
    if domain.permalinks is None or app.builder.name not in WITH_PAGES:
        return
    for page, names in _former_pages(domain).items():
        found = [_forward(app, domain, page, name) for name in names]
        title = next((title for title, _ in found if title), _('Interview'))
        body = f'<h1>{escape(title)}</h1>\n' + '\n'.join(html for _, html in found)
        robots = '<meta name="robots" content="noindex" />\n'
        context = {'title': escape(title), 'body': body, 'metatags': robots}
        yield page, context, 'page.html'


def _former_pages(domain: InterviewDomain) -> dict[str, list[str]]:
    """Return the interviews that stood on each page which isn't there any more."""
    found: dict[str, list[str]] = {}
    for name, entry in domain.ledger.entries.items() if domain.ledger else ():
        for page in entry.pages:
            if page not in domain.env.found_docs and _is_docname(page):
                found.setdefault(page, []).append(name)
    return found


def _is_docname(page: str) -> bool:
    """Whether a file of that name is below the output folder, whoever wrote the ledger."""
    return not {'', '.', '..'} & {*page.split('/')} and not set('\\:') & {*page}


def _forward(app: Sphinx, domain: InterviewDomain, page: str, name: str) -> tuple[str, str]:
    """Return the title of an interview, and a list of its addresses with links."""
    target = domain.targets.get(name)
    addresses = _addresses(domain, name)
    found = {one: to for one in addresses if (to := domain.targets.get(one, target))}
    anchors = ''.join(f'<span id="{escape(one)}"></span>' for one in addresses if one not in found)
    says = _('This interview has moved:') if found else _('This interview is no longer published.')
    lines = [f'<p>{anchors}{escape(says)}</p>']
    if found:
        links = (_link(app, page, address, to) for address, to in found.items())
        lines += ['<ul>', *links, '</ul>']
    return target.title if target else '', '\n'.join(lines)


def _link(app: Sphinx, page: str, address: str, to: Target) -> str:
    uri = f'{app.builder.get_relative_uri(page, to.docname)}#{to.anchor}'
    link = f'<a class="reference internal" href="{escape(uri)}">{escape(to.title)}</a>'
    return f'<li id="{escape(address)}">{link}</li>'


def _addresses(domain: InterviewDomain, name: str) -> list[str]:
    """Return what was published of an interview, and what was called otherwise before."""
    ledger = domain.ledger
    current = domain.current(name)
    if domain.withheld(name) or domain.withheld(current):
        return [name]  # others may be made of words that are left out
    old = domain.permalinks.anchors(current).values() if domain.permalinks else ()
    part = ledger.parts[name] if ledger else ()
    return list(dict.fromkeys([*part, *(one for ones in old for one in ones)]))


def setup(app: Sphinx) -> None:
    app.connect('html-collect-pages', forwarding_pages)
