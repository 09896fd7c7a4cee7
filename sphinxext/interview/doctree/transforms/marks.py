"""Directions and web addresses inside the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes as docutils_nodes
from sphinx.transforms import SphinxTransform

from .. import nodes
from ..finding import find, is_folded, note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Node
    from sphinx.application import Sphinx

_ADDRESS = re.compile(r'https?://[^\s<>"“”]+')
_VERBATIM = (docutils_nodes.literal, docutils_nodes.FixedTextElement, docutils_nodes.reference)


class MarkWords(SphinxTransform):
    """Mark directions, and in literal text web addresses, inside the words.

    After translation, so that a translated ``[laughs]`` is marked too. The first that looks for
    interviews.
    """

    default_priority = 30

    def apply(self, **kwargs: Any) -> None:
        note(self.document)
        for interview in find(self.document, nodes.interview):
            literal = interview.get('markup') == 'literal'
            for text in list(_texts(interview)):
                if _has_marks(text) and not isinstance(text.parent, _VERBATIM):
                    text.parent.replace(text, list(self._mark(text, literal=literal)))

    @staticmethod
    def _mark(text: docutils_nodes.Text, *, literal: bool) -> Iterator[Node]:
        # Here and below: a project without interviews needn't wait for what looks at words
        from ...transcript.speech.directions import split_directions

        for part, is_direction in split_directions(text):
            if is_direction:
                yield nodes.interview_direction('', part, classes=['interview-direction'])
            elif literal:
                yield from _link_addresses(part)
            else:
                yield docutils_nodes.Text(part)


def _texts(node: Node) -> Iterator[docutils_nodes.Text]:
    """Yield the pieces of text in *node*, but not of folded words without marks."""
    if isinstance(node, docutils_nodes.Text):
        yield node
    elif not is_folded(node) or any(map(_has_marks, node.texts)):
        for child in node.children:
            yield from _texts(child)


def _has_marks(text: str) -> bool:
    return '[' in text or '(' in text or '<' in text or '♪' in text or '://' in text


def _link_addresses(text: str) -> Iterator[Node]:
    """Split *text* at its web addresses and make links of those."""
    position = 0
    for match in _ADDRESS.finditer(text):
        address = _without_punctuation(match[0])
        if match.start() > position:
            yield docutils_nodes.Text(text[position : match.start()])
        yield docutils_nodes.reference(address, address, refuri=address)
        position = match.start() + len(address)
    if position < len(text):
        yield docutils_nodes.Text(text[position:])


def _without_punctuation(address: str) -> str:
    """Leave out what belongs to the sentence, as in ``(see https://example.org).``."""
    opened = address.count('(') - address.count(')')
    end = len(address)
    while address[end - 1] in ".,;:!?'’)]}*_":
        if address[end - 1] == ')':
            if opened >= 0:
                break
            opened += 1
        end -= 1
    return address[:end]


def setup(app: Sphinx) -> None:
    app.add_transform(MarkWords)
