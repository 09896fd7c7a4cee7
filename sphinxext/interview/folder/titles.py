"""What pages are called whose interviews have no title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..citing.dates import parse_date
from ..domain.presenting.dates import written
from ..transcript.source.keys import ROLES, option_of

if TYPE_CHECKING:
    from docutils.nodes import Element

_PLACE: Final = re.compile(r'\{([^{}]+)\}')


def titled(pattern: str, interview: Element, language: str) -> str:
    """Put what is known of an interview into a pattern such as ``{interviewee}, {date}``.

    Nothing if something of it isn't known.
    """
    known = dict(interview['metadata'])
    for role in ROLES:
        pairs = zip(interview['speakers'], interview['roles'], strict=True)
        known[role] = ', '.join(name for name, has in pairs if has == role)
    for name in ('date', 'published'):
        date = parse_date(known.get(name, ''))
        known[name] = written(date, language) if date else ''
    wanted = [option_of(name) for name in _PLACE.findall(pattern)]
    if not all(known.get(name) for name in wanted):
        return ''
    return _PLACE.sub(lambda match: known[option_of(match[1])], pattern)
