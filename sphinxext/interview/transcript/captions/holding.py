"""Whether a name holds for the cues behind it that have none."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..people.labels import key

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from .lines import Piece

#: From this share of named cues on, one without a name belongs to somebody unknown;
_NEARLY_ALL = 0.9
#: from this one on, if names stand again although nobody else spoke.
_MOST = 0.5
#: Fewer names in brackets tell who is out of the picture, not who goes on.
_SOME = 0.25


def hold(pieces: Sequence[Piece], spoken: Sequence[Piece], names: Container[str]) -> bool:
    """Whether a name holds until the next one.

    Where a name stands again although nobody else spoke, each cue has its own.
    """
    if all(piece.cue.speaker for piece in spoken):
        return False
    named = [
        key(piece.candidate.label.name)
        if piece.candidate is not None
        and (piece.cue.speaker or key(piece.candidate.label.name) in names)
        else ''
        for piece in spoken
    ]
    count = sum(map(bool, named))
    if not count or count >= len(spoken) * _NEARLY_ALL:
        return not count
    together = [one == other for one, other in pairwise(named) if one and other]
    again = sum(together)
    if count >= len(spoken) * _MOST and again > 1 and again >= len(together) / 5:
        return False
    return not (_are_partial(spoken, count) or _are_of_a_film(pieces))


def _are_partial(spoken: Sequence[Piece], count: int) -> bool:
    """Whether few cues have a name, in brackets: those of whom nobody sees."""
    bracketed = sum(
        piece.candidate is not None and piece.candidate.label.form == 'bracket' for piece in spoken
    )
    return bracketed >= count / 2 and count < len(spoken) * _SOME


def _are_of_a_film(pieces: Sequence[Piece]) -> bool:
    """Whether dashes only part those who speak in one cue: then a new cue needs none."""
    if any(piece.cue.speaker for piece in pieces):
        return False
    for number, piece in enumerate(pieces, 1):
        after = pieces[number] if number < len(pieces) else None
        is_pair = after is not None and after.is_change and not after.is_first
        if piece.is_change and piece.is_first and not is_pair:
            return False
    return any(piece.is_change for piece in pieces)
