"""An exchange away from its page: its links, anchors, captions and numbers."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.osutil import relative_uri

from ...doctree.nodes import (
    TURNS,
    interview_browse,
    interview_list,
    interview_references,
    interview_time,
)
from ...doctree.turns.heard import MARKS
from ...messages import _
from ..referring.links import link_to
from .numbers import keep_numbers

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

#: What stands on one page only.
_ONCE = (addnodes.index, addnodes.toctree, interview_browse, interview_references)
_ONCE_EACH = ('bookmark', 'depth', 'number')
_PATH = re.compile(r'(?P<path>[^?#]*)(?P<rest>.*)', re.DOTALL)
_HAS_SCHEME = re.compile(r'[a-zA-Z][a-zA-Z0-9+.-]*:')


def detach(exchange: Element, env: BuildEnvironment, source: str, host: str, number: int) -> None:
    """Make of a copied *exchange* one that can stand on another page, or on its own again.

    :param source: the document that it is from
    :param host: the document that shows it
    :param number: of what that document shows, from 1
    """
    keep_numbers(exchange, env, source)
    for node in list(exchange.findall(lambda node: isinstance(node, _ONCE))):
        node.parent.remove(node)
    for place in exchange.findall(interview_list):
        place['docname'], place['facets'], place['sorts'] = host, [], []
    for attribute in _ONCE_EACH:
        exchange.attributes.pop(attribute, None)
    _give_own_ids(exchange, f'excerpt.{"-".join(host.split())}.{number}')


def _give_own_ids(exchange: Element, prefix: str) -> None:
    """Rename the anchors that the exchange itself leads to, and forget the others."""
    elements = list(exchange.findall(nodes.Element))
    inside = {anchor for element in elements for anchor in element['ids']}
    links = [element for element in elements if not isinstance(element, nodes.target)]
    wanted = {link['refid'] for link in links if link.get('refid') in inside}
    for element in elements:
        element['ids'] = [f'{prefix}.{anchor}' for anchor in element['ids'] if anchor in wanted]
        element['names'], element['backrefs'] = [], []
        if 'docname' in element and isinstance(element, (*MARKS, nodes.footnote)):
            element['docname'] = prefix  # LaTeX has a note of each document and number once
        anchor = element.get('refid')
        if isinstance(element, nodes.target) and not element['ids']:
            element.parent.replace(element, element.children)
        elif anchor in inside:
            element['refid'] = f'{prefix}.{anchor}'
        elif isinstance(element, MARKS):
            text = f'[{element.astext()}]'
            element.parent.replace(element, nodes.reference(text, text, refid=anchor))
        elif anchor and not isinstance(element, nodes.reference):
            del element['refid']


def lead_from(host: str, exchange: Element, builder: Builder) -> None:
    """Let the links of *exchange* lead where they led on the page that it is from."""
    source = exchange['source_document']
    if source == host:
        return
    inside = {anchor for element in exchange.findall(nodes.Element) for anchor in element['ids']}
    for link in list(exchange.findall(nodes.reference)):
        if 'refid' in link and link['refid'] not in inside:
            link.parent.replace(link, _link(builder, host, source, link))
        elif 'refuri' in link and builder.format == 'html':
            link['refuri'] = _from(builder, host, source, link['refuri'])


def lead_times(host: str, exchange: Element, builder: Builder) -> None:
    """Let the times of *exchange* lead to its turns, where a page has the player."""
    if builder.format != 'html':
        return
    source = exchange['source_document']
    for turn in (turn for turn in exchange if isinstance(turn, TURNS) and 'address' in turn):
        for time in turn.findall(interview_time):
            shown = nodes.Text(time.astext().rstrip())
            if link := link_to(builder, host, source, turn['address'], shown):
                link['reftitle'] = _('In the interview')
                time['recording'], time.children = '', []
                time.extend([link, nodes.Text(' ')])


def _link(builder: Builder, host: str, source: str, link: Element) -> list[Node]:
    made = link_to(builder, host, source, link['refid'], link.children)
    return [made] if made else link.children


def _from(builder: Builder, host: str, source: str, uri: str) -> str:
    """Return a relative *uri* of one page as one of another."""
    there, here = builder.get_target_uri(source), builder.get_target_uri(host)
    # One page holds all, or the address is none that depends on the page
    if there.startswith('#') or uri.startswith('/') or _HAS_SCHEME.match(uri):
        return uri
    parts = _PATH.fullmatch(uri)
    path = there if parts is None or not parts['path'] else _join(there, parts['path'])
    rest = parts['rest'] if parts else ''
    return (relative_uri(here, path) + rest) or here.rpartition('/')[2] or './'


def _join(there: str, path: str) -> str:
    # Not urljoin, which can't climb above the first page's folder
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(there), path))
    if joined == '.':
        return ''
    return f'{joined}/' if path.endswith(('/', '/..', '/.')) or path in {'.', '..'} else joined
