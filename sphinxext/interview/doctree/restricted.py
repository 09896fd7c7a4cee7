"""Notes in the place of what readers of the public edition don't get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes

from ..messages import _
from . import nodes

if TYPE_CHECKING:
    from datetime import date


def restricted_note(text: str) -> docutils_nodes.paragraph:
    """Return a note that is no words of anybody's: not quoted, not translated once more."""
    return docutils_nodes.paragraph(
        '', text, classes=['interview-note', 'interview-restricted'], translatable=False
    )


def embargo_note(until: date | None) -> nodes.interview_note:
    """Return what stands where an interview will stand.

    :param until: the first day on which it does; None where nobody knows
    """
    text = _('This interview is restricted.')
    if until is not None:
        text = _('This interview is under embargo until %s.') % until.isoformat()
    return nodes.interview_note('', restricted_note(text), classes=['interview-note'])
