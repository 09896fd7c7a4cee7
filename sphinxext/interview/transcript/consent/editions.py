"""The edition that a build makes: the public one, or the complete one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from .pseudonyms import Pseudonyms

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What an embargo says that has no end.
CLOSED: Final = 'closed'
_DATE = re.compile(r'(\d{4})-(\d\d)-(\d\d)')


class Embargo(NamedTuple):
    """Until when an interview isn't published."""

    #: The first day on which it is; None where none is known.
    until: date | None
    #: Whether what an author wrote is understood.
    is_valid: bool = True

    @classmethod
    def parse(cls, text: str) -> Embargo:
        """Read a whole date or ``closed``; whatever else stands there keeps the interview closed."""
        match = _DATE.fullmatch(text.strip())
        try:
            if match:
                return cls(date(*map(int, match.groups())))
        except ValueError:
            pass
        return cls(None, text.strip().casefold() == CLOSED)

    def holds(self, today: date) -> bool:
        """Whether the interview isn't published on that day."""
        return self.until is None or today < self.until


def today(environment: Mapping[str, str]) -> date:
    """Return the day of the build: that of ``SOURCE_DATE_EPOCH``, else today.

    Source: Reproducible Builds, “SOURCE_DATE_EPOCH specification”.
    """
    seconds = environment.get('SOURCE_DATE_EPOCH', '')
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.today()  # noqa: DTZ011 -- the day of whoever builds


def pseudonyms(edition: str, speakers: Mapping[str, Mapping[str, object]]) -> Pseudonyms:
    """Return the names to be hidden in an edition.

    :param speakers: the value ``interview_speakers``
    """
    if edition == 'complete':
        return Pseudonyms({})
    names = {name: details.get('pseudonym', '') for name, details in speakers.items()}
    return _pseudonyms(tuple((name, str(called)) for name, called in names.items() if called))


@lru_cache(4)
def _pseudonyms(names: tuple[tuple[str, str], ...]) -> Pseudonyms:
    return Pseudonyms(dict(names))
