"""Objects of JSON that say of themselves that they are restricted."""

from __future__ import annotations

from typing import Any, Final

from .marks import is_restricted, with_mark

#: Below what keys words stand.
_WORDS: Final = frozenset(
    """
    text Text transcript Transcript utterance spokenText spoken_text sentence content Content body
    message display Display lexical transcription speech said caption line words question answer
    """.split()
)


def mark_objects(document: Any) -> None:
    """Put a mark behind the words of each object with ``"restricted": true``."""
    waiting = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += found
        elif isinstance(found, dict):
            waiting += found.values()
            if is_restricted(found.get('restricted')):
                found.update((key, with_mark(found[key])) for key in _WORDS if _is_text(found, key))


def _is_text(found: dict[str, Any], key: str) -> bool:
    value = found.get(key)
    return isinstance(value, str) and bool(value.strip())
