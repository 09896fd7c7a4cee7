"""What a citation says of the place in an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...citing.record import Locator
from ...transcript.speech.times import format_time

if TYPE_CHECKING:
    from ..records import Answer, Exchange, Interview

_TIMES = re.compile(r'((?:\d+:)?\d{1,2}:\d\d)(?: ?[-–] ?((?:\d+:)?\d{1,2}:\d\d))?')


def locator_of(exchange: Exchange, address: str, how: str) -> Locator | None:
    """Return the place of an exchange, or of one of its answers.

    :param how: as in ``interview_citation_locator``
    """
    if how == 'none':
        return None
    answer: Answer | Exchange = next(
        (one for one in exchange.answers if one.address == address), exchange
    )
    if how == 'time' and answer.time is not None:
        return Locator('timestamp', format_time(answer.time))
    if how == 'paragraph':
        return Locator('paragraph', str(answer.paragraph))
    return Locator('question', str(exchange.number))


def parse_place(place: str) -> Locator:
    """Return a place in an author's words; a time, or a span of time, is told from others."""
    span = _TIMES.fullmatch(place.strip())
    return (
        Locator('timestamp', '–'.join(filter(None, span.groups()))) if span else Locator('', place)
    )


def exchange_at(interview: Interview, target: str) -> Exchange | None:
    """Return the exchange that an address is in."""
    return interview.exchange('.'.join(target.split('.')[:2]))
