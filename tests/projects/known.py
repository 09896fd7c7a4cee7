"""Faults that are known and not yet mended: none may be left here in the end.

Each has a name, the promise that it breaks, and what its message holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .invariants import Fault

KNOWN: dict[str, tuple[str, str]] = {}


def is_known(fault: Fault) -> bool:
    """Whether *fault* is of a kind that is known."""
    return any(
        re.match(promise, fault.promise) and re.search(words, fault.text)
        for promise, words in KNOWN.values()
    )
