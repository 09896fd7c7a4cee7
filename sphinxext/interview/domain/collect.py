"""From a document's nodes to the records that the environment keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from ..doctree import nodes
from .records import Answer, Exchange, Interview

if TYPE_CHECKING:
    from docutils.nodes import Element, document

#: Reference types of other domains that find our addresses too.
_FOREIGN = frozenset({'ref', 'any'})


def collect(docname: str, doctree: document) -> tuple[list[Interview], set[tuple[str, str]]]:
    """Return the interviews of a document, and what it refers to as (type, target).

    The type of a reference by another domain's role starts with ``foreign``.
    """
    interviews: list[Interview] = []
    references: set[tuple[str, str]] = set()
    for node in doctree.findall():
        if isinstance(node, nodes.interview):
            interviews.append(_interview(docname, node))
        elif isinstance(node, addnodes.pending_xref):
            kind = node.get('reftype', '')
            if node.get('refdomain') == 'interview':
                references.add((kind, node['reftarget']))
            elif kind in _FOREIGN:
                references.add((f'foreign {kind}', node['reftarget']))
    return interviews, references


def _interview(docname: str, node: Element) -> Interview:
    exchanges = (child for child in node if isinstance(child, nodes.interview_exchange))
    return Interview(
        name=node['name'],
        title=_title(node),
        docname=docname,
        line=node.line or 0,
        speakers=tuple(node['speakers']),
        exchanges=tuple(_exchange(exchange) for exchange in exchanges),
        metadata=tuple(node['metadata'].items()),
    )


def _exchange(node: Element) -> Exchange:
    answers = (child for child in node if isinstance(child, nodes.interview_answer))
    return Exchange(
        address=nodes.address(node),
        title=node['title'],
        answers=tuple(Answer(nodes.address(answer), answer['speaker']) for answer in answers),
    )


def _title(node: Element) -> str:
    """Return the interview's own title, else the section's, else its name."""
    for child in node:
        if isinstance(child, nodes.interview_title):
            return child.astext()
    section = node.parent
    while section is not None and not isinstance(section, docutils_nodes.section):
        section = section.parent
    return node['name'] if section is None else section[0].astext()
