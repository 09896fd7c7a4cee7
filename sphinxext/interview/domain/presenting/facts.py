"""When, where and how long; what is said, who keeps it, under which licence, and where the original is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from ...citing.dates import parse_date
from ...citing.describing.coordinates import parse_coordinates
from ...citing.describing.rights import parse_rights
from ...messages import _
from ..grouping.linking import linked
from ..grouping.values import values_of
from .dates import written
from .durations import lasting

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
        ('interview-facts', _circumstances(interview, data, builder)),
        ('interview-summary', {'summary': _text(data, 'summary')}),
        ('interview-facts', _keeping(interview, data, builder)),
        ('interview-facts', _terms(interview, data, builder)),
    )
    for kind, line in lines:
        found = [part for name, parts in line.items() if name in wanted for part in parts]
        if found:
            yield nodes.paragraph('', '', *_parted(found), classes=[kind])


def _circumstances(
    interview: Interview, data: dict[str, str], builder: Builder
) -> dict[str, Iterable[Node]]:
    where = parse_coordinates(data.get('coordinates', ''))
    return {
        'date': _dates(interview, data, builder),
        'place': _linked(interview, 'place', builder),
        'coordinates': [nodes.Text(where.written)] if where else [],
        'duration': map(nodes.Text, lasting(data.get('duration', ''), builder.config.language)),
    }


def _keeping(
    interview: Interview, data: dict[str, str], builder: Builder
) -> dict[str, Iterable[Node]]:
    return {
        'collection': _labelled(_('Collection: '), _linked(interview, 'collection', builder)),
        'number': _labelled(_('Number: '), _text(data, 'number')),
        'archive': _labelled(_('Archive: '), _text(data, 'archive')),
        'access': _labelled(_('Access: '), _text(data, 'access')),
    }


def _terms(
    interview: Interview, data: dict[str, str], builder: Builder
) -> dict[str, Iterable[Node]]:
    return {
        'license': _labelled(_('Licence: '), _rights(data.get('license', ''))),
        'rights': _labelled(_('Rights: '), _rights(data.get('rights', ''))),
        'source': _labelled(_('Source: '), _source(data, builder)),
        'tags': _labelled(_('Tags: '), _tags(interview, builder)),
    }


def _text(data: dict[str, str], name: str) -> Iterator[Node]:
    yield from map(nodes.Text, filter(None, [data.get(name)]))


def _parted(found: Iterable[Node], mark: str = ' · ') -> Iterator[Node]:
    """Put a mark between what stands in a line."""
    for number, part in enumerate(found):
        yield from ([nodes.Text(mark)] if number else [])
        yield part


def _labelled(label: str, found: Iterable[Node]) -> Iterator[Node]:
    for part in found:
        yield nodes.inline('', '', nodes.Text(label), part)


def _dates(interview: Interview, data: dict[str, str], builder: Builder) -> Iterator[Node]:
    """Yield the day of the conversation and that of publication, where they aren't the same."""
    language = builder.config.language
    conducted, published = (parse_date(data.get(key, '')) for key in ('date', 'published'))
    if conducted:
        yield _of_year(interview, written(conducted, language), builder)
    if published and published != conducted:
        day = written(published, language)
        yield (
            nodes.Text(_('Published: %s') % day) if conducted else _of_year(interview, day, builder)
        )


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


def _of_year(interview: Interview, day: str, builder: Builder) -> Node:
    """Return a date, which leads to the interviews of its year."""
    (year,) = values_of(interview, 'year')
    return linked(builder, interview.docname, 'year', year, day)


def _linked(interview: Interview, kind: str, builder: Builder) -> Iterator[Node]:
    """Yield what an interview has of a kind, each a link to the others that have it."""
    for text in values_of(interview, kind):
        yield linked(builder, interview.docname, kind, text)


def _tags(interview: Interview, builder: Builder) -> Iterator[Node]:
    if tags := list(_parted(_linked(interview, 'tag', builder), ', ')):
        yield nodes.inline('', '', *tags)


def _without_scheme(address: str) -> str:
    return address.partition('://')[2].rstrip('/')
