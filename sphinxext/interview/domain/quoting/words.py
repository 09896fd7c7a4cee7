"""The words of a page, taken from its nodes: what each turn says, and what stands around the turns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from ...citing.conventions import SKIPPED, UNKNOWN
from ...doctree import nodes
from ...doctree.finding import find, is_folded
from ...doctree.turns.heard import BESIDE, MARKS
from ..records import Spoken, Words
from .nodes import Marked
from .originals import untranslated

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from docutils.nodes import Element, Node

    from ...doctree.turns.words import Turn

#: What no reader sees.
UNSEEN: Final = (
    docutils_nodes.comment,
    docutils_nodes.pending,
    docutils_nodes.substitution_definition,
    addnodes.index,
)
#: Readers see something else than the text of these.
_OTHERWISE: Final = (docutils_nodes.math, docutils_nodes.math_block, docutils_nodes.raw)
_HAPPENED: Final = re.compile('⟦[^⟧]*⟧')
#: References whose text is that of what they find, if the author gives none.
_NAMING: Final = frozenset({'ref', 'numref', 'doc', 'any', 'eq', 'myst'})


def _spoken(interview: Element) -> Iterator[Spoken]:
    """Yield what each turn of an interview says, and what it says in another language."""
    for part in interview.children:
        if isinstance(part, (nodes.interview_exchange, nodes.interview_translation)):
            language = part.get('language', '')
            for turn in part.children:
                if isinstance(turn, nodes.TURNS):
                    is_answer = isinstance(turn, nodes.interview_answer)
                    where = _address(turn, part), is_answer
                    given = turn.attributes
                    speakers = tuple(given.get('said_by', given['speakers']))
                    yield (said := Spoken(*where, _text(turn), speakers, _label(turn), language))
                    if original := untranslated(turn):
                        yield said._replace(text=original, label='', is_shown=False)


def _text(turn: Turn) -> str:
    """Return the paragraphs of a turn."""
    if texts := turn.plain_texts:
        return '\n\n'.join(texts)
    # Code belongs to the paragraph that leads to it
    blocks = _folded_blocks(turn) if is_folded(turn) else _blocks(turn)
    return '\n\n'.join(blocks).replace(f'\n\n{SKIPPED}', f'\n{SKIPPED}')


def _address(turn: Element, part: Element) -> str:
    """Return what leads to a turn, or to what it translates; empty where that stands alone."""
    if isinstance(part, nodes.interview_translation):
        return str(turn.get('translates', ''))
    return nodes.address(turn if isinstance(turn, nodes.interview_answer) else part)


def _label(turn: Turn) -> str:
    """Return what readers see right before the first words; empty if that isn't words only."""
    if turn.plain_texts:
        return '' if 'time' in turn else nodes.label(turn)
    first = next((child for child in turn if not _has_class(child, 'note')), None)
    is_plain = isinstance(first, docutils_nodes.paragraph) and 'time' not in first
    return nodes.label(turn) if is_plain and 'time' not in turn else ''


def _has_class(node: Node, kind: str) -> bool:
    return isinstance(node, docutils_nodes.Element) and f'interview-{kind}' in node.get(
        'classes', ()
    )


def _folded_blocks(turn: Turn) -> Iterator[str]:
    """Yield the same as `_blocks` for a turn that needn't unfold for it."""
    for one in turn.words:
        if 'interview-note' not in one.classes:
            yield f'⟦{one.text}⟧' if 'interview-direction' in one.classes else one.text


def _blocks(node: Element) -> Iterator[str]:
    """Yield the texts that browsers set apart, without those of editors."""
    for child in node.children:
        if isinstance(child, BESIDE):
            continue
        if isinstance(child, docutils_nodes.TextElement) and not isinstance(child, UNSEEN):
            if not _has_class(child, 'note'):
                is_code = isinstance(child, docutils_nodes.FixedTextElement)
                words = SKIPPED + _words(child) if is_code else _words(child)
                yield f'⟦{child.astext()}⟧' if _has_class(child, 'direction') else words
        elif isinstance(child, docutils_nodes.Element) and not _has_class(child, 'note'):
            yield from _blocks(child)


def _words(node: Node) -> str:
    """Return what was said; what only happened stands in brackets of its own."""
    if isinstance(node, docutils_nodes.Text):
        return str(node)
    if isinstance(node, nodes.interview_direction):
        return f'⟦{node.astext()}⟧'
    if isinstance(node, _OTHERWISE) or (isinstance(node, addnodes.pending_xref) and _names(node)):
        return UNKNOWN
    if isinstance(node, MARKS):
        return SKIPPED
    words = '' if isinstance(node, UNSEEN) else ''.join(map(_words, node.children))
    return node.marked(words) if isinstance(node, Marked) else words


def openings(turn: Turn) -> Iterator[str]:
    """Yield the words that each paragraph begins with, as far as they are known before they are shown."""
    if is_folded(turn):
        said = (one.text for one in turn.words if 'interview-note' not in one.classes)
        yield from map(_opening, said)
        return
    for child in turn:
        if isinstance(child, docutils_nodes.paragraph) and not _has_class(child, 'note'):
            yield _opening(_words(child))


def _opening(words: str) -> str:
    known, unknown, _ = words.replace(SKIPPED, '').partition(UNKNOWN)
    said = ' '.join(_HAPPENED.sub('', known).split())
    return f'{said}…' if said and unknown else said


def _names(reference: addnodes.pending_xref) -> bool:
    """Whether a reference shows the title of what it finds."""
    is_ours = reference.get('refdomain') == 'interview'
    return not reference.get('refexplicit') and (is_ours or reference.get('reftype') in _NAMING)


def words_of(document: Element, shown: Container[str]) -> Words:
    """Return what a page says.

    :param shown: the names of the interviews that its readers see
    """
    interviews = [one for one in find(document, nodes.interview) if one['name'] in shown]
    turns = [turn for interview in interviews for turn in _spoken(interview)]
    return Words(turns, '\n'.join(_around(document)))


@lru_cache(1)
def everything(document: Element) -> str:
    """Return all that a browser finds on the one page that *document* is, `folded`."""
    # Now, for most projects quote nothing on one page
    from ...citing.fragments import folded

    found = list(document.findall(docutils_nodes.Element))
    titles = [e['title'] for e in found if isinstance(e, nodes.interview_exchange)]  # in contents
    return folded('\n'.join([*titles, *(e.astext() for e in found if _holds_words(e))]))


def _holds_words(element: Element) -> bool:
    is_text = isinstance(element, docutils_nodes.TextElement)
    # What stands in a paragraph is part of it
    return is_text and not isinstance(element, (docutils_nodes.Inline, *UNSEEN))


def _around(node: Element) -> Iterator[str]:
    if isinstance(node, nodes.interview_exchange):
        yield node['title']
    elif isinstance(node, nodes.interview):  # what its head may say
        yield from (*node['speakers'], *node['descriptions'], *node['metadata'].values())
    for child in node.children:
        if isinstance(child, (*nodes.TURNS, docutils_nodes.Text)):
            continue
        if isinstance(child, docutils_nodes.TextElement):
            yield child.astext()
        elif isinstance(child, docutils_nodes.Element):
            yield from _around(child)
