"""Labels at their places: who may speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .labels import key
from .words import is_nameish

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Speaker
    from .labels import Label


class Candidate(NamedTuple):
    """A label at its place in the transcript."""

    label: Label
    line: int
    #: Nothing follows but a web address: ``Slides: https://…``.
    is_link: bool = False
    #: Whether somebody asks something in the turn.
    asks: bool = False
    #: How many headings stand above.
    section: int = 0


#: Forms that hardly anything but a name has, if they come back.
STYLED: Final = frozenset(
    {'emphasis', 'bracket', 'timed', 'chevron', 'set off', 'nick', 'question'}
)


def declared_keys(people: Iterable[Speaker]) -> frozenset[str]:
    """Return the keys of every full name and listed label."""
    return frozenset(key(name) for person in people for name in (person.name, *person.labels))


def has_own_time(candidate: Candidate) -> bool:
    """Whether a name with a time stands on a line of its own: ``Ada Reader (00:12):``."""
    label = candidate.label
    return label.time is not None and not label.rest.strip() and is_nameish(label.name)
