"""When, where and how long; what is said, who keeps it, under which licence, and where the original is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from ...citing.dates import parse_date
from ...citing.describing.coordinates import parse_coordinates
from ...citing.describing.rights import parse_rights
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


def facts(
    interview: Interview, wanted: Container[str], builder: Builder
) -> Iterator[nodes.paragraph]:
    """Yield a line with when, where and how long; what is said; where it is kept; licence, source and tags."""
    data = dict(interview.metadata)
    lines = (
        ('interview-facts', _circumstances(data, builder.config.language)),
        ('interview-summary', {'summary': _text(data, 'summary')}),
        ('interview-facts', _keeping(data)),
        ('interview-facts', _terms(interview, data, builder)),
    )
    for kind, line in lines:
        found = [part for name, parts in line.items() if name in wanted for part in parts]
        if found:
            yield nodes.paragraph('', '', *_parted(found), classes=[kind])


def _circumstances(data: dict[str, str], language: str) -> dict[str, Iterable[Node]]:
    where = parse_coordinates(data.get('coordinates', ''))
    return {
        'date': map(nodes.Text, _dates(data, language)),
        'place': _text(data, 'place'),
        'coordinates': [nodes.Text(where.written)] if where else [],
        'duration': map(nodes.Text, lasting(data.get('duration', ''), language)),
    }


def _keeping(data: dict[str, str]) -> dict[str, Iterable[Node]]:
    return {
        'collection': _labelled(_('Collection: '), _text(data, 'collection')),
        'number': _labelled(_('Number: '), _text(data, 'number')),
        'archive': _labelled(_('Archive: '), _text(data, 'archive')),
        'access': _labelled(_('Access: '), _text(data, 'access')),
    }


def _terms(
    interview: Interview, data: dict[str, str], builder: Builder
) -> dict[str, Iterable[Node]]:
    tags = ', '.join(tags_of(interview))
    return {
        'license': _labelled(_('Licence: '), _rights(data.get('license', ''))),
        'rights': _labelled(_('Rights: '), _rights(data.get('rights', ''))),
        'source': _labelled(_('Source: '), _source(data, builder)),
        'tags': _labelled(_('Tags: '), map(nodes.Text, filter(None, [tags]))),
        'languages': _labelled(_('In other languages: '), languages(interview, builder)),
    }


def _text(data: dict[str, str], name: str) -> Iterator[Node]:
    yield from map(nodes.Text, filter(None, [data.get(name)]))


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


def _rights(text: str) -> Iterator[Node]:
    """Yield a statement as it was written, with what has an address linked and called by its name."""
    found = parse_rights(text)
    if found is None or not found.address:
        yield from ([nodes.Text(text)] if text else [])
        return
    link = nodes.reference('', found.name, refuri=found.address)
    if found.statement:
        yield nodes.inline('', '', nodes.Text(f'{found.statement} ('), link, nodes.Text(')'))
    else:
        yield link


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


def _without_scheme(address: str) -> str:
    return address.partition('://')[2].rstrip('/')
