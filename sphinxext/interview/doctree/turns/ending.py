"""The last paragraph of a turn, and how long the words before it are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes as docutils_nodes

from .. import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element

_BEFORE_WORDS = (nodes.interview_number, nodes.interview_speaker, nodes.interview_time)


class Ending(NamedTuple):
    """Makes the last paragraph of a turn its ending."""

    #: The address of the question or answer, and what the link to it is called; or neither.
    refid: str = ''
    label: str = ''
    #: How deep it is as a heading, if it is one.
    depth: int | None = None

    def __call__(self, turn: Element) -> None:
        last = _paragraphs(turn)[-1]
        ending = nodes.interview_ending(last.rawsource, '', *last.children, **last.attributes)
        ending.source, ending.line = last.source, last.line
        if self.refid:
            ending['refid'], ending['label'] = self.refid, self.label
        if self.depth is not None:
            ending['depth'] = self.depth
        turn.replace(last, ending)


def says_something(turn: nodes.Turn) -> bool:
    """Whether its last paragraph isn't only there for the name."""
    return bool(turn.plain_words) or 'interview-byline' not in _paragraphs(turn)[-1].get(
        'classes', ()
    )


def length(turn: nodes.Turn) -> int:
    """Return how many characters the words of *turn* have, without notes."""
    if words := turn.plain_words:
        return sum(len(one.text.strip()) for one in words)
    return sum(map(_spoken, _paragraphs(turn)))


def _spoken(paragraph: Element) -> int:
    words = (node.astext() for node in paragraph if not isinstance(node, _BEFORE_WORDS))
    return len(''.join(words).strip())


def _paragraphs(turn: Element) -> list[Element]:
    """Return the paragraphs of *turn* that are no notes; there is one at least, with the name."""
    found: list[Element] = [child for child in turn if isinstance(child, docutils_nodes.paragraph)]
    return [child for child in found if 'interview-note' not in child.get('classes', ())] or found
