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


def collect(docname: str, doctree: document) -> tuple[list[Interview], list[tuple[str, str]]]:
    """Return the interviews of a document, and what it refers to as (type, target), in order.

    The type of a reference by another domain's role starts with ``foreign``; a list of
    references refers to everything that is cited.
    """
    interviews: list[Interview] = []
    references: list[tuple[str, str]] = []
    for node in doctree.findall():
        if isinstance(node, nodes.interview):
            interviews.append(_interview(docname, node))
        elif isinstance(node, addnodes.pending_xref):
            kind = node.get('reftype', '')
            if node.get('refdomain') == 'interview':
                references.append((kind, node['reftarget']))
            elif kind in _FOREIGN:
                references.append((f'foreign {kind}', node['reftarget']))
        elif isinstance(node, nodes.interview_references):
            references.append(('list', node['cited_in']))
    return interviews, references


def _interview(docname: str, node: Element) -> Interview:
    exchanges = (child for child in node if isinstance(child, nodes.interview_exchange))
    return Interview(
        name=node['name'],
        title=_title(node),
        docname=docname,
        line=node.line or 0,
        speakers=tuple(node['speakers']),
        roles=tuple(node['roles']),
        exchanges=tuple(
            _exchange(exchange, number) for number, exchange in enumerate(exchanges, 1)
        ),
        metadata=tuple(node['metadata'].items()),
    )


def _exchange(node: Element, number: int) -> Exchange:
    answers = (child for child in node if isinstance(child, nodes.interview_answer))
    return Exchange(
        address=nodes.address(node),
        title=node['title'],
        answers=tuple(Answer(nodes.address(answer), answer['speaker']) for answer in answers),
        number=number,
        time=next((turn.get('time') for turn in node if isinstance(turn, nodes.TURNS)), None),
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
