"""From what the environment keeps of an interview to its bibliographic record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...citing.dates import parse_date
from ...citing.record import Record
from ..builders import WITH_PAGES
from .names import people_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.builders import Builder

    from ...citing.dates import Date
    from ..records import Interview


def record_of(
    interview: Interview, profiles: Mapping[str, Mapping[str, Any]], builder: Builder
) -> Record:
    """Return the bibliographic record of an interview.

    :param profiles: what is known of speakers
    """
    data = dict(interview.metadata)
    people = people_of(interview, profiles)
    return Record(
        key=interview.name,
        title=interview.title if interview.is_titled else '',
        interviewees=people['interviewee'],
        interviewers=people['interviewer'],
        others=people['participant'],
        issued=date_of(interview),
        conducted=parse_date(data.get('date', '')),
        container=data.get('container', builder.config.project),
        publisher=data.get('publisher', ''),
        place=data.get('place', ''),
        medium=data.get('medium', ''),
        archive=data.get('archive', ''),
        number=data.get('number', ''),
        accessed=parse_date(data.get('accessed', '')),
        url=data.get('source') or _url(interview, builder),
        doi=data.get('doi', '').removeprefix('https://doi.org/'),
        language=data.get('language', builder.config.language or ''),
        license=data.get('license', ''),
        summary=data.get('summary', ''),
        coordinates=data.get('coordinates', ''),
        duration=data.get('duration', ''),
        collection=data.get('collection', ''),
        access=data.get('access', ''),
        rights=data.get('rights', ''),
        tags=interview.tags,
    )


def date_of(interview: Interview) -> Date | None:
    """Return the day of publication, else that of the conversation."""
    data = dict(interview.metadata)
    return parse_date(data.get('published', '')) or parse_date(data.get('date', ''))


def _url(interview: Interview, builder: Builder) -> str:
    """Return where the interview is published; empty without ``html_baseurl``."""
    config = builder.config
    if not config.html_baseurl:
        return ''
    endings = (config.html_link_suffix, config.html_file_suffix, '.html')
    page = quote(interview.docname) + next(one for one in endings if one is not None)
    if builder.name in WITH_PAGES:
        page = builder.get_target_uri(interview.docname)
    return f'{config.html_baseurl.rstrip("/")}/{page}#{interview.name}'
