"""From a document's nodes to the records that the environment keeps."""

from __future__ import annotations

from itertools import accumulate
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from ..doctree import nodes
from ..doctree.conditions import conditions
from ..doctree.finding import elements
from ..doctree.segments import is_podcast, segments_of
from ..transcript.permalinks.records import Interview as Published
from .quoting.nodes import pending_xref
from .quoting.words import openings
from .records import (
    Answer,
    Exchange,
    Interview,
    Profile,
    Quotation,
    Reference,
    Topic,
    Withheld,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node, document

    from ..doctree.segments import Segment

#: Reference types of other domains that find our addresses too.
_FOREIGN = frozenset({'ref', 'any'})


#: So many characters of it are shown elsewhere.
_LONGEST_OPENING = 160


class Collected(NamedTuple):
    """What a document holds, in its order."""

    interviews: list[Interview]
    #: A list of references refers to all that is cited.
    references: list[Reference]
    quotations: list[Quotation]
    profiles: list[Profile]
    #: What a ledger keeps of the interviews, where the project has one.
    published: list[Published]
    #: What the public edition leaves out.
    withheld: list[Withheld]


def collect(docname: str, doctree: document) -> Collected:
    """Return what the environment keeps of a document."""
    found = Collected([], [], [], [], [], [])
    for node in elements(doctree):
        if withheld := node.attributes.pop('withheld', ()):  # which no writer needs
            found.withheld.extend(Withheld(*one) for one in withheld)
        if isinstance(node, nodes.interview):
            _collect_interview(docname, node, found)
        elif isinstance(node, addnodes.pending_xref):
            _collect_reference(node, found)
        elif isinstance(node, nodes.interview_profile):
            details = tuple(node['details'].items())
            anchor = node['ids'][0]
            name, where, hiding = node['speaker'], _place(node), conditions(node)
            found.profiles.append(Profile(name, docname, anchor, details, where, hiding))
            _name_once(node)
        elif isinstance(node, nodes.interview_excerpt):
            _refer(found, node, 'excerpt', *node['targets'])
        elif isinstance(node, nodes.interview_list):
            _refer(found, node, 'interviews', '')
            _refer(found, node, 'facet', *node['facets'])
            _refer(found, node, 'sort', *node['sorts'])
            node['number'] = (
                sum(reference.kind == 'interviews' for reference in found.references) - 1
            )
        elif isinstance(node, nodes.interview_browse):
            _refer(found, node, 'browse', *node['kinds'])
        elif isinstance(node, nodes.interview_references):
            _refer(found, node, 'list', node['cited_in'])
    return found


def _collect_interview(docname: str, node: Element, found: Collected) -> None:
    found.interviews.append(_interview(docname, node))
    if what := node.attributes.pop('published', None):  # which no writer needs
        found.published.append(Published(node['name'], docname, _place(node), *what))
    _refer(found, node, 'profile', *node['speakers'])
    _refer(found, node, 'interview', node['name'])


def _name_once(profile: Element) -> None:
    """Take the heading from a profile whose section is called so already."""
    section = profile.parent
    if isinstance(section, docutils_nodes.section) and section[0].astext() == profile['speaker']:
        profile.children = [
            child for child in profile if not isinstance(child, nodes.interview_name)
        ]


def _refer(found: Collected, node: Element, kind: str, *targets: str) -> None:
    hiding = conditions(node)
    found.references.extend(Reference(kind, target, hiding) for target in targets)


def _collect_reference(node: Element, found: Collected) -> None:
    kind = node.get('reftype', '')
    if node.get('refdomain') == 'interview':
        if isinstance(node, pending_xref):
            node.surround()
        if 'quotation' in node:
            node['quotation'] = _quoted(node)
            where = _place(node), conditions(node), node.get('project')
            found.quotations.append(Quotation(node['reftarget'], node['quotation'], *where))
        else:
            _refer(found, node, kind, node['reftarget'])
    elif kind in _FOREIGN:
        _refer(found, node, f'foreign {kind}', node['reftarget'])


def _quoted(reference: Element) -> str:
    """Return the words of a quotation; once they are translated, those of the translation.

    Sphinx gives a translated reference all that the original had, also its words.
    """
    holder = reference.parent
    if isinstance(holder, docutils_nodes.attribution):
        words = [child for child in holder.parent if child is not holder]
        is_translated = any(_is_translated(child) for child in words)
    else:
        words = [reference]
        is_translated = False
        while holder is not None and not is_translated:
            is_translated, holder = holder.get('translated', False), holder.parent
    said: str = reference['quotation']
    return ' '.join(node.astext() for node in words) if is_translated else said


def _is_translated(block: Node) -> bool:
    found = block.findall(docutils_nodes.TextElement)
    return any(element.get('translated') for element in found)


def _place(node: Element) -> str:
    """Return path and line, of a fragment where one is included."""
    return f'{node.source}:{node.line}'


def _interview(docname: str, node: Element) -> Interview:
    exchanges = (child for child in node if isinstance(child, nodes.interview_exchange))
    players = (child for child in node if isinstance(child, nodes.interview_recording))
    node['docname'] = docname
    return Interview(
        name=node['name'],
        title=title_of(node),
        docname=docname,
        place=_place(node),
        speakers=tuple(node['speakers']),
        roles=tuple(node['roles']),
        rows=rows_of(_exchanges(exchanges)),
        metadata=tuple(node['metadata'].items()),
        conditions=conditions(node),
        has_captions=any(player['kind'] and player['captions'] for player in players),
        is_titled=_titled(node) is not None,
        descriptions=tuple(node['descriptions']),
        opening=_opening(node),
        topics=tuple(map(_topic, segments_of(node))),
        is_podcast=is_podcast(node),
    )


def _topic(segment: Segment) -> Topic:
    told = segment.told
    synopsis = [] if told is None else [p for p in told if 'interview-synopsis' in p['classes']]  # type: ignore[index]
    return Topic(
        nodes.address(segment.topic),
        segment.topic.astext(),
        segment.time,
        synopsis[0].astext() if synopsis else '',
        tuple(told['keywords']) if told is not None else (),
    )


def _opening(interview: Element) -> str:
    """Return the first words of the first answer that is no greeting."""
    for exchange in interview:
        if isinstance(exchange, nodes.interview_exchange) and not exchange.get('greets'):
            for turn in exchange:
                if isinstance(turn, nodes.interview_answer):
                    words = next(filter(None, openings(turn)), '')
                    return shorten(words, _LONGEST_OPENING, placeholder='…')
    return ''


def _exchanges(found: Iterable[Element]) -> Iterator[Exchange]:
    paragraph = 1
    for number, node in enumerate(found, 1):
        turns = [child for child in node if isinstance(child, nodes.TURNS)]
        starts = list(accumulate(map(len, turns), initial=paragraph))
        answers = [
            Answer(nodes.address(turn), tuple(turn['speakers']), turn.get('time'), start)
            for turn, start in zip(turns, starts, strict=False)
            if isinstance(turn, nodes.interview_answer)
        ]
        yield Exchange(
            address=nodes.address(node),
            title=node['title'],
            answers=tuple(answers),
            number=number,
            time=turns[0].get('time') if turns else None,
            greets=node.get('greets', False),
            paragraph=answers[0].paragraph if answers else paragraph,
        )
        paragraph = starts[-1]


def title_of(node: Element) -> str:
    """Return the interview's own title, else the section's, else its name."""
    titled = _titled(node)
    title: str = node['name'] if titled is None else titled.astext()
    return title


def _titled(node: Element) -> Node | None:
    """Return what the interview's title stands in."""
    for child in node:
        if isinstance(child, nodes.interview_title):
            return child
    section = node.parent
    while section is not None and not isinstance(section, docutils_nodes.section):
        section = section.parent
    return None if section is None else section[0]
