"""When, where and how long; under which licence, and where the original is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from ...citing.dates import parse_date
from ...messages import _
from ..citations.records import tags_of
from .dates import written
from .durations import lasting
from .languages import languages

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from docutils.nodes import Node
    from sphinx.builders import Builder

    from ..records import Interview

#: The licences of Creative Commons. Source: https://creativecommons.org/licenses/
_CC = re.compile(r'CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)', re.IGNORECASE)
_CC0 = re.compile(r'CC0(?:[ -]1\.0)?', re.IGNORECASE)
_CC_ADDRESS = re.compile(r'https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)(?:/.*)?')


def facts(
    interview: Interview, wanted: Container[str], builder: Builder
) -> Iterator[nodes.paragraph]:
    """Yield a line with when, where and how long, and one with licence, source and tags."""
    data = dict(interview.metadata)
    language = builder.config.language
    lines: tuple[dict[str, Iterable[Node]], ...] = (
        {
            'date': map(nodes.Text, _dates(data, language)),
            'place': map(nodes.Text, filter(None, [data.get('place')])),
            'duration': map(nodes.Text, lasting(data.get('duration', ''), language)),
        },
        {
            'license': _labelled(_('Licence: '), _license(data.get('license', ''))),
            'source': _labelled(_('Source: '), _source(data, builder)),
            'tags': _labelled(_('Tags: '), map(nodes.Text, _tags(interview))),
            'languages': _labelled(_('In other languages: '), languages(interview, builder)),
        },
    )
    for line in lines:
        found = [part for name, parts in line.items() if name in wanted for part in parts]
        if found:
            yield nodes.paragraph('', '', *_parted(found), classes=['interview-facts'])


def _parted(found: Iterable[Node]) -> Iterator[Node]:
    """Put a dot between what stands in a line."""
    for number, part in enumerate(found):
        yield from ([nodes.Text(' · ')] if number else [])
        yield part


def _labelled(label: str, found: Iterable[Node]) -> Iterator[Node]:
    for part in found:
        yield nodes.inline('', '', nodes.Text(label), part)


def _dates(data: dict[str, str], language: str) -> Iterator[str]:
    """Yield the day of the conversation and that of publication, where they aren't the same."""
    conducted, published = (parse_date(data.get(key, '')) for key in ('date', 'published'))
    if conducted:
        yield written(conducted, language)
    if published and published != conducted:
        day = written(published, language)
        yield _('Published: %s') % day if conducted else day


def _license(text: str) -> Iterator[Node]:
    """Yield the licence, linked where its text has a known address."""
    if match := _CC_ADDRESS.fullmatch(text):
        name = f'CC {match[1].upper()} {match[2]}'
        yield nodes.reference('', name, refuri=text)
    elif text.startswith(('https://', 'http://')):
        yield nodes.reference('', _without_scheme(text), refuri=text)
    elif match := _CC.fullmatch(text):
        address = f'https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/'
        yield nodes.reference('', text, refuri=address)
    elif _CC0.fullmatch(text):
        address = 'https://creativecommons.org/publicdomain/zero/1.0/'
        yield nodes.reference('', text, refuri=address)
    elif text:
        yield nodes.Text(text)


def _source(data: dict[str, str], builder: Builder) -> Iterator[Node]:
    """Yield a link to the original, called as its series, else by its address."""
    doi = data.get('doi', '').removeprefix('https://doi.org/')
    address = data.get('source') or (f'https://doi.org/{doi}' if doi else '')
    if address.startswith(('https://', 'http://')):
        host = urlsplit(address).netloc.removeprefix('www.')
        # On paper and in plain text nobody sees where a link leads
        is_bare = builder.format in {'latex', 'text'}
        name = _without_scheme(address) if is_bare else data.get('container') or host
        yield nodes.reference('', name, refuri=address)
    elif address:
        yield nodes.Text(address)


def _tags(interview: Interview) -> Iterator[str]:
    if tags := tags_of(interview):
        yield ', '.join(tags)


def _without_scheme(address: str) -> str:
    return address.partition('://')[2].rstrip('/')
