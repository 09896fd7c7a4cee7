"""What an author may have meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..messages import __

if TYPE_CHECKING:
    from . import InterviewDomain


def hint(domain: InterviewDomain, typ: str, target: str) -> str:
    """Return a question after the nearest other name that *typ* takes; empty if none is near."""
    names = domain.names_for('any' if typ in {'cite', 'quote', 'excerpt'} else typ)
    nearest = get_close_matches(target, (name for name in names if name != target), n=1)
    return __('; did you mean %r?') % nearest[0] if nearest else ''
