"""Where one paragraph ends and the next begins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The longest line that an editor wraps text at.
_WIDEST = 120
#: Above this, a line is unwrapped beyond doubt.
_LONG = 200


def is_line_a_paragraph(runs: Sequence[Sequence[str]], *, has_blank_inside: bool) -> bool:
    """Decide ``paragraphs: auto``: True if each line is a paragraph.

    So it is where turns hold no blank lines, or lines are clearly unwrapped; but not where the
    text was wrapped: there a line breaks where the next word wouldn't have fitted.

    :param runs: lines that follow each other without a blank line or a label
    :param has_blank_inside: some turn has a blank line between two paragraphs
    """
    breaks = [pair for run in runs for pair in pairwise(run)]
    if not breaks:
        return False
    width = max(len(line) for run in runs for line in run)
    if has_blank_inside:
        return width > _LONG and not _is_wrapped(breaks, width)
    return not _is_wrapped(breaks, width)


def _is_wrapped(breaks: Sequence[tuple[str, str]], width: int) -> bool:
    if width > _WIDEST:
        return False
    full = sum(len(line) + 1 + len(after.split(None, 1)[0]) > width - 8 for line, after in breaks)
    return full >= 0.6 * len(breaks)
