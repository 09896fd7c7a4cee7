"""What an interview is found by: the tags, place, year, speakers and collection that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...citing.dates import parse_date
from ...messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...citing.dates import Date
    from ..records import Interview

#: Curly apostrophes are straight ones.
_APOSTROPHES: Final = str.maketrans('’ʼ', "''")


def values_of(interview: Interview, kind: str) -> tuple[str, ...]:
    """Return what *interview* has of a kind, as it was written."""
    if kind == 'tag':
        return interview.tags
    if kind == 'speaker':
        return tuple(filter(is_name, interview.speakers))
    if kind == 'year':
        date = held(interview)
        return (date.year_text,) if date else ()
    return tuple(filter(None, [dict(interview.metadata).get(kind, '').strip()]))


def held(interview: Interview) -> Date | None:
    """Return when the conversation took place, else when it was published."""
    data = dict(interview.metadata)
    return parse_date(data.get('date', '')) or parse_date(data.get('published', ''))


def same(text: str) -> str:
    """Return what equal values have in common, however they are written."""
    return ' '.join(text.translate(_APOSTROPHES).casefold().split())


def has(interview: Interview, wanted: Mapping[str, list[str]]) -> bool:
    """Whether *interview* has every tag and speaker that is wanted, and one of each other kind."""
    for kind, values in wanted.items():
        found = {same(value) for value in values_of(interview, kind)}
        enough = all if kind in {'tag', 'speaker'} else any
        if not enough(same(value) in found for value in values):
            return False
    return True


def is_name(full: str) -> bool:
    """Whether *full* is what somebody is called, and no label such as ``SPEAKER_00`` or ``GK``."""
    # Now, for projects without interviews
    from ...transcript.people.labels import key as key_of_label
    from ...transcript.people.words import is_unknown, role_of

    is_initials = len(full) < 3 and full.isascii() and full.isupper()
    label = key_of_label(full)
    return not (is_initials or is_unknown(label) or role_of(label))


def named(kind: str) -> str:
    """Return what readers call the values of a kind."""
    return {
        'tag': _('Tags'),
        'place': _('Places'),
        'year': _('Years'),
        'speaker': _('Speakers'),
        'collection': _('Collections'),
    }[kind]


def titled(kind: str, value: str) -> str:
    """Return the title of what is shown of a value."""
    return {
        'tag': _('Tag: %s'),
        'place': _('Place: %s'),
        'year': _('Year: %s'),
        'speaker': _('Speaker: %s'),
        'collection': _('Collection: %s'),
    }[kind] % value
