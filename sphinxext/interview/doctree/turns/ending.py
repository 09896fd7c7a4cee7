"""The last paragraph of a turn, and how long the words before it are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes

from .. import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element

    from .words import Turn

_BEFORE_WORDS = (nodes.interview_number, nodes.interview_speaker, nodes.interview_time)


@dataclass(slots=True)
class Ending:
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


def says_something(turn: Turn) -> bool:
    """Whether its last paragraph isn't only there for the name."""
    return bool(turn.plain_texts) or 'interview-byline' not in _paragraphs(turn)[-1].get(
        'classes', ()
    )


def length(turn: Turn) -> int:
    """Return how many characters the words of *turn* have, without notes."""
    if texts := turn.plain_texts:
        return sum(len(text.strip()) for text in texts)
    return sum(map(_spoken, _paragraphs(turn)))


def _spoken(paragraph: Element) -> int:
    words = (node.astext() for node in paragraph if not isinstance(node, _BEFORE_WORDS))
    return len(''.join(words).strip())


def _paragraphs(turn: Element) -> list[Element]:
    """Return the paragraphs of *turn* that are no notes; there is one at least, with the name."""
    found: list[Element] = [child for child in turn if isinstance(child, docutils_nodes.paragraph)]
    return [child for child in found if 'interview-note' not in child.get('classes', ())] or found
