"""Changes lines, of which some know more than their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def rewritten(line: str, change: Callable[[str], str]) -> str:
    """Return a line as *change* makes it; one that knows its looks, as those of Word do, keeps them."""
    of_its_own = getattr(line, 'rewritten', None)
    return of_its_own(change) if of_its_own else change(line)
