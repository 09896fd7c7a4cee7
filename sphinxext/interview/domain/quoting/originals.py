"""What was said before it was translated: pages that aren't translated yet quote that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes as docutils_nodes

from ...doctree.finding import is_folded, is_words

if TYPE_CHECKING:
    from docutils.nodes import Element

#: The signs that mean something in a message for translators, see `doctree.turns.literal`.
_ESCAPED: Final = re.compile(r'\\(.)')


def untranslated(turn: Element) -> str:
    """Return the original words of a turn that Sphinx has translated; nothing of any other.

    Words with markup are known only as they are shown.
    """
    if is_folded(turn) or not is_words(turn):
        return ''
    paragraphs = [child for child in turn if isinstance(child, docutils_nodes.paragraph)]
    if not any(paragraph.get('translated') for paragraph in paragraphs):
        return ''
    said = [one for one in paragraphs if 'interview-note' not in one.get('classes', ())]
    return '\n\n'.join(map(_original, said))


def _original(paragraph: Element) -> str:
    # Now, for most builds translate nothing
    from ...transcript.speech.directions import split_directions

    parts = split_directions(_ESCAPED.sub(r'\1', paragraph.rawsource))
    return ''.join(f'⟦{part}⟧' if is_direction else part for part, is_direction in parts)
