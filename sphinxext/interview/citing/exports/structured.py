"""Interviews for machines that read pages: schema.org as JSON-LD, Dublin Core.

Not ``FAQPage`` nor ``QAPage``: those are for pages where users submit answers. schema.org has no type
for interviews; a *Conversation* with questions and answers as parts comes nearest.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from ..describing.coordinates import parse_coordinates
from ..describing.durations import iso_duration, parse_duration
from ..describing.rights import parse_rights
from .escaping import script_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..dates import Date
    from ..names import Name
    from ..record import Record


class Said(NamedTuple):
    """One answer."""

    #: Full names.
    speakers: tuple[str, ...]
    url: str
    #: How it is cited.
    credit: str


class Part(NamedTuple):
    """A question with its answers, for JSON-LD."""

    title: str
    url: str
    answers: tuple[Said, ...]


class Clip(NamedTuple):
    """A part of the recording."""

    title: str
    url: str
    #: In seconds.
    start: float
    end: float | None
    synopsis: str
    keywords: tuple[str, ...]


class Translation(NamedTuple):
    """The same in another language."""

    language: str
    #: Empty where it stands on the page itself.
    url: str = ''
    #: Whether what is described is a translation of it.
    is_original: bool = False


def json_ld(
    record: Record,
    url: str,
    people: Mapping[str, Name],
    parts: Iterable[Part],
    credit: str = '',
    clips: Iterable[Clip] = (),
    translations: Iterable[Translation] = (),
) -> str:
    """Return a script's content; nothing in it can end the script.

    :param url: of the interview's place in its page, may be relative
    :param people: those who answer, by the full name that the page shows
    :param credit: the interview's entry in a list of references
    :param clips: the topics, where their times are known
    :param translations: the interview in other languages
    """
    described = [(one.is_original, _translation(one)) for one in translations]
    data = {
        '@context': 'https://schema.org',
        '@type': ['Article', 'Conversation', *(['ArchiveComponent'] if record.archive else [])],
        '@id': url,
        'url': record.link or url,
        'genre': 'Interview',
        'headline': record.title,
        'creditText': credit,
        'author': [person(name) for name in record.interviewers],
        'contributor': [person(name) for name in (*record.interviewees, *record.others)],
        'datePublished': _iso(record.issued),
        'dateCreated': _iso(record.conducted),
        'inLanguage': record.language,
        'translationOfWork': next((one for is_first, one in described if is_first), ''),
        'workTranslation': [one for is_first, one in described if not is_first],
        **_rights(record),
        'abstract': record.summary,
        'locationCreated': _place(record),
        'associatedMedia': _recording(record),
        'identifier': record.number,
        'holdingArchive': _named('ArchiveOrganization', record.archive),
        'conditionsOfAccess': record.access,
        'keywords': ', '.join(record.tags),
        'isPartOf': _wholes(record),
        'publisher': _named('Organization', record.publisher),
        'hasPart': [
            *(_question(number, part, people) for number, part in enumerate(parts, 1)),
            *map(_clip, clips),
        ],
    }
    filled = {name: value for name, value in data.items() if value}
    return script_json(filled)


def _clip(clip: Clip) -> dict[str, Any]:
    data = {
        '@type': 'Clip',
        '@id': clip.url,
        'url': clip.url,
        'name': clip.title,
        'description': clip.synopsis,
        'keywords': ', '.join(clip.keywords),
        'endOffset': clip.end,
    }
    return {key: told for key, told in data.items() if told} | {'startOffset': clip.start}


def _translation(one: Translation) -> dict[str, str]:
    described = {'@type': 'CreativeWork', '@id': one.url, 'inLanguage': one.language}
    return {name: value for name, value in described.items() if value}


def _named(kind: str, name: str) -> dict[str, Any]:
    return {'@type': kind, 'name': name} if name else {}


def _wholes(record: Record) -> object:
    wholes = [_named('CreativeWork', record.container), _named('Collection', record.collection)]
    found = list(filter(None, wholes))
    return found[0] if len(found) == 1 else found


def _place(record: Record) -> dict[str, Any]:
    where = parse_coordinates(record.coordinates)
    if where is None:
        return _named('Place', record.place)
    geo = {'@type': 'GeoCoordinates', 'latitude': where.latitude, 'longitude': where.longitude}
    return {'@type': 'Place', **_named('Place', record.place), 'geo': geo}


def _recording(record: Record) -> dict[str, Any]:
    """Return how long it is: a conversation has no duration in schema.org, what was recorded of it has."""
    seconds = parse_duration(record.duration)
    return {'@type': 'MediaObject', 'duration': iso_duration(seconds)} if seconds else {}


def _rights(record: Record) -> dict[str, str]:
    """Return the licence, which is an address where it has one, and other rights."""
    terms, rights = parse_rights(record.license), parse_rights(record.rights)
    free = rights.address if rights and rights.is_license else ''
    return {
        'license': (terms.address if terms else '') or record.license or free,
        'copyrightNotice': rights.statement if rights else record.rights,
        'usageInfo': rights.address if rights and not free else '',
    }


def _iso(date: Date | None) -> str:
    """Return a day, month or year; schema.org has nothing for a decade."""
    return '' if date is None or date.is_decade else date.iso


def person(name: Name) -> dict[str, str]:
    """Return the one node of a person; elsewhere only its ``@id`` stands."""
    person = {'@id': _id(name), '@type': 'Person', 'name': name.full}
    if name.literal:
        person['@type'] = 'Organization' if name.is_group else 'Person'
    else:
        person['givenName'] = name.given
        person['familyName'] = ' '.join(filter(None, [name.particle, name.family]))
    if name.orcid:
        person['sameAs'] = f'https://orcid.org/{name.orcid.removeprefix("https://orcid.org/")}'
    return person


def mentioned(names: Sequence[Name]) -> object:
    """Return what stands where people are named whose nodes stand elsewhere."""
    found = [{'@id': _id(name)} for name in names]
    return found[0] if len(found) == 1 else found


@lru_cache
def _id(name: Name) -> str:
    # No address of ours has a colon
    return f'#person:{quote("-".join(name.full.split()))}'


def _question(number: int, part: Part, people: Mapping[str, Name]) -> dict[str, Any]:
    answers = [_answer(answer, people) for answer in part.answers]
    question = {'@type': 'Question', '@id': part.url, 'position': number, 'name': part.title}
    return question | ({'suggestedAnswer': answers} if answers else {})


def _answer(answer: Said, people: Mapping[str, Name]) -> dict[str, Any]:
    known = [people[full] for full in answer.speakers if full in people]
    return {
        '@type': 'Answer',
        '@id': answer.url,
        'url': answer.url,
        'creditText': answer.credit,
    } | ({'author': mentioned(known)} if known else {})


def dublin_core(record: Record) -> Iterator[tuple[str, str]]:
    """Yield names and contents of ``meta`` elements, as Zotero's *Embedded Metadata* reads them.

    ``DC.type`` and the ``z:`` names make it an interview; Highwire's ``citation_`` names would
    make it a journal article.
    """
    yield 'DC.type', 'interview'
    yield 'z:itemType', 'interview'
    simple = {
        'DC.title': record.title,
        'DC.date': record.issued.edtf if record.issued else '',
        'DC.publisher': record.publisher,
        'DC.language': record.language,
        'DC.description': record.summary,
        'DC.coverage': record.place,
        'dcterms.spatial': _point(record),
        'DC.source': ', '.join(filter(None, [record.number, record.archive])),
        'dcterms.isPartOf': record.collection,
        'dcterms.extent': record.duration,
        'dcterms.accessRights': record.access,
        'DC.identifier': record.link,
        'dcterms.medium': record.medium,
    }
    yield from ((name, content) for name, content in simple.items() if content)
    yield from (('DC.rights', text) for text in _statements(record))
    yield from (('DC.subject', tag) for tag in record.tags)
    yield from (('z:interviewees', name.inverted) for name in record.interviewees)
    yield from (('z:interviewers', name.inverted) for name in record.interviewers)


def _point(record: Record) -> str:
    """Return a place as https://www.dublincore.org/specifications/dublin-core/dcmi-point/ has it."""
    where = parse_coordinates(record.coordinates)
    name = f'; name={record.place}' if record.place and ';' not in record.place else ''
    return f'east={where.longitude:.7g}; north={where.latitude:.7g}{name}' if where else ''


def _statements(record: Record) -> Iterator[str]:
    """Yield what is said of rights: the licence, the statement, its address."""
    rights = parse_rights(record.rights)
    said = [rights.statement, rights.address] if rights else [record.rights]
    yield from filter(None, [record.license, *said])
