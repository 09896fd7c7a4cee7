"""Fills excerpts: exchanges of other pages, shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes as docutils_nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..doctree import nodes
from ..messages import __, warn
from .hints import hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx

    from . import InterviewDomain


class FillExcerpts(SphinxPostTransform):
    """Copy the exchanges that an excerpt names.

    Before names are put in and references are resolved, so that both happen here as there.
    """

    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        domain = cast('InterviewDomain', self.env.get_domain('interview'))
        for excerpt in self.document.findall(nodes.interview_excerpt):
            for target in excerpt['targets']:
                found = list(find_exchanges(domain, target))
                if not found:
                    text = __('unknown interview:%s: %r%s')
                    what = ('excerpt', target, hint(domain, 'excerpt', target))
                    warn('reference', text, *what, location=excerpt)
                    continue
                copies = [_copy(exchange, target, excerpt['show']) for exchange in found]
                excerpt.extend([*copies, _source(domain, target, excerpt['docname'])])


def find_exchanges(domain: InterviewDomain, target: str) -> Iterator[nodes.interview_exchange]:
    """Yield the exchange that an address is in, or all exchanges of an interview."""
    found = domain.find('any', target)
    if found is None:
        return
    address = '.'.join(target.split('.')[:2])
    doctree = domain.env.get_doctree(found.docname)
    for exchange in doctree.findall(nodes.interview_exchange):
        own = nodes.address(exchange)
        if own == address or own.startswith(f'{target}.'):
            yield exchange


def _copy(exchange: Element, target: str, show: str) -> Element:
    """Copy what is wanted of an exchange, without what exists only once."""
    copied = exchange.deepcopy()
    for turn in [child for child in copied if isinstance(child, docutils_nodes.Element)]:
        is_question = isinstance(turn, nodes.interview_question)
        is_answer = isinstance(turn, nodes.interview_answer)
        is_other = is_answer and target.count('.') == 2 and nodes.address(turn) != target
        if (
            (show == 'question' and not is_question)
            or (show == 'answer' and is_question)
            or is_other
        ):
            copied.remove(turn)
    for node in copied.findall(docutils_nodes.Element):
        for attribute in ('ids', 'names', 'backrefs'):
            node[attribute] = []
    for attribute in ('bookmark', 'number'):
        copied.attributes.pop(attribute, None)
    return copied


def _source(domain: InterviewDomain, target: str, docname: str) -> docutils_nodes.paragraph:
    """Return a line that says where the exchange stands."""
    title = domain.targets[target.partition('.')[0]].title
    link = addnodes.pending_xref(
        '',
        docutils_nodes.inline(title, title),
        refdomain='interview',
        reftype='ref',
        reftarget=target,
        refdoc=docname,
        refexplicit=True,
    )
    return docutils_nodes.paragraph('', '— ', link, classes=['interview-source'])


def setup(app: Sphinx) -> None:
    app.add_post_transform(FillExcerpts)
