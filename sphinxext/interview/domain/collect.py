"""From a document's nodes to the records that the environment keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from ..doctree import nodes
from .records import Answer, Exchange, Interview, Profile, Quotation, Spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node, document

#: Reference types of other domains that find our addresses too.
_FOREIGN = frozenset({'ref', 'any'})


class Collected(NamedTuple):
    """What a document holds, in its order."""

    interviews: list[Interview]
    #: The words of the interviews.
    spoken: list[Spoken]
    #: What the document refers to, as (type, target). The type of a reference by another
    #: domain's role starts with ``foreign``; a list of references refers to all that is cited.
    references: list[tuple[str, str]]
    quotations: list[Quotation]
    profiles: list[Profile]


def collect(docname: str, doctree: document) -> Collected:
    """Return what the environment keeps of a document."""
    found = Collected([], [], [], [], [])
    for node in doctree.findall():
        if isinstance(node, nodes.interview):
            found.interviews.append(_interview(docname, node))
            found.spoken.extend(_spoken(node))
            found.references.extend(('profile', name) for name in node['speakers'])
            found.references.append(('uses', node['name']))
        elif isinstance(node, addnodes.pending_xref):
            _collect_reference(node, found)
        elif isinstance(node, nodes.interview_profile):
            details = tuple(node['details'].items())
            anchor = node['ids'][0]
            found.profiles.append(Profile(node['speaker'], docname, anchor, details, _place(node)))
        elif isinstance(node, nodes.interview_excerpt):
            found.references.extend(('excerpt', target) for target in node['targets'])
        elif isinstance(node, nodes.interview_list):
            found.references.append(('interviews', ''))
        elif isinstance(node, nodes.interview_references):
            found.references.append(('list', node['cited_in']))
    return found


def _collect_reference(node: Element, found: Collected) -> None:
    kind = node.get('reftype', '')
    if node.get('refdomain') == 'interview':
        found.references.append((kind, node['reftarget']))
        if 'quotation' in node:
            quotation = Quotation(node['reftarget'], node['quotation'], _place(node))
            found.quotations.append(quotation)
    elif kind in _FOREIGN:
        found.references.append((f'foreign {kind}', node['reftarget']))


def _place(node: Element) -> str:
    """Return path and line, of a fragment where one is included."""
    return f'{node.source}:{node.line}'


def _spoken(interview: Element) -> Iterator[Spoken]:
    for exchange in interview:
        if isinstance(exchange, nodes.interview_exchange):
            for turn in exchange:
                if isinstance(turn, nodes.TURNS):
                    is_answer = isinstance(turn, nodes.interview_answer)
                    address = nodes.address(turn if is_answer else exchange)
                    yield Spoken(address, is_answer, ' '.join(map(_words, turn)))


def _words(node: Node) -> str:
    """Return what was said, without what only happened."""
    texts = node.findall(docutils_nodes.Text)
    return ''.join(t for t in texts if not isinstance(t.parent, nodes.interview_direction))


def _interview(docname: str, node: Element) -> Interview:
    exchanges = (child for child in node if isinstance(child, nodes.interview_exchange))
    return Interview(
        name=node['name'],
        title=title_of(node),
        docname=docname,
        place=_place(node),
        speakers=tuple(node['speakers']),
        roles=tuple(node['roles']),
        exchanges=tuple(_exchanges(exchanges)),
        metadata=tuple(node['metadata'].items()),
    )


def _exchanges(found: Iterable[Element]) -> Iterator[Exchange]:
    paragraph = 1
    for number, node in enumerate(found, 1):
        turns = [child for child in node if isinstance(child, nodes.TURNS)]
        answers = [turn for turn in turns if isinstance(turn, nodes.interview_answer)]
        asked = sum(len(turn) for turn in turns[: turns.index(answers[0])]) if answers else 0
        yield Exchange(
            address=nodes.address(node),
            title=node['title'],
            answers=tuple(Answer(nodes.address(answer), answer['speaker']) for answer in answers),
            number=number,
            time=turns[0].get('time') if turns else None,
            paragraph=paragraph + asked,
        )
        paragraph += sum(map(len, turns))


def title_of(node: Element) -> str:
    """Return the interview's own title, else the section's, else its name."""
    for child in node:
        if isinstance(child, nodes.interview_title):
            return child.astext()
    section = node.parent
    while section is not None and not isinstance(section, docutils_nodes.section):
        section = section.parent
    return node['name'] if section is None else section[0].astext()
