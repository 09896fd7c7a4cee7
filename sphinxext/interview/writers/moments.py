"""The address of a moment in a recording."""

from __future__ import annotations


def moment(recording: str, seconds: float) -> str:
    """Return the address from which a recording plays from there on.

    Source: W3C, Media Fragments URI 1.0, “Temporal Dimension”.
    """
    return f'{recording}#t={seconds:.3f}'.rstrip('0').rstrip('.')
