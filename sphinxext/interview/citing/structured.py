"""Interviews for machines that read pages: schema.org as JSON-LD, Dublin Core.

Not ``FAQPage`` nor ``QAPage``: those are for pages where users submit answers. schema.org has no type
for interviews; a *Conversation* with questions and answers as parts comes nearest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .escaping import script_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .dates import Date
    from .names import Name
    from .record import Record


class Part(NamedTuple):
    """A question with its answers, for JSON-LD."""

    title: str
    url: str
    #: Speaker and address of each answer.
    answers: tuple[tuple[str, str], ...]


def json_ld(record: Record, url: str, parts: Iterable[Part]) -> str:
    """Return a script's content; nothing in it can end the script.

    :param url: of the interview's place in its page, may be relative
    """
    data = {
        '@context': 'https://schema.org',
        '@type': ['Article', 'Conversation'],
        '@id': url,
        'url': record.link or url,
        'genre': 'Interview',
        'headline': record.title,
        'author': [_person(name) for name in record.interviewers],
        'contributor': [_person(name) for name in (*record.interviewees, *record.others)],
        'datePublished': _iso(record.issued),
        'dateCreated': _iso(record.conducted),
        'inLanguage': record.language,
        'license': record.license,
        'keywords': ', '.join(record.tags),
        'isPartOf': {'@type': 'CreativeWork', 'name': record.container} if record.container else '',
        'publisher': {'@type': 'Organization', 'name': record.publisher}
        if record.publisher
        else '',
        'hasPart': [_question(number, part) for number, part in enumerate(parts, 1)],
    }
    filled = {name: value for name, value in data.items() if value}
    return script_json(filled)


def _iso(date: Date | None) -> str:
    """Return a day, month or year; schema.org has nothing for a decade."""
    return '' if date is None or date.is_decade else date.iso


def _person(name: Name) -> dict[str, str]:
    if name.literal:
        person = {
            '@type': 'Organization' if name.is_group else 'Person',
            'name': name.literal,
        }
    else:
        family = ' '.join(filter(None, [name.particle, name.family]))
        person = {
            '@type': 'Person',
            'name': name.full,
            'givenName': name.given,
            'familyName': family,
        }
    if name.orcid:
        person['sameAs'] = f'https://orcid.org/{name.orcid.removeprefix("https://orcid.org/")}'
    return person


def _question(number: int, part: Part) -> dict[str, Any]:
    answers = [
        {'@type': 'Answer', '@id': url, 'url': url}
        | ({'author': {'@type': 'Person', 'name': speaker}} if speaker else {})
        for speaker, url in part.answers
    ]
    question = {'@type': 'Question', '@id': part.url, 'position': number, 'name': part.title}
    return question | ({'suggestedAnswer': answers} if answers else {})


def dublin_core(record: Record) -> Iterator[tuple[str, str]]:
    """Yield names and contents of ``meta`` elements, as Zotero's *Embedded Metadata* reads them.

    ``DC.type`` and the ``z:`` names make it an interview; Highwire's ``citation_`` names would
    make it a journal article.
    """
    yield 'DC.type', 'interview'
    simple = {
        'DC.title': record.title,
        'DC.date': record.issued.edtf if record.issued else '',
        'DC.publisher': record.publisher,
        'DC.language': record.language,
        'DC.rights': record.license,
        'DC.identifier': record.link,
        'dcterms.medium': record.medium,
    }
    yield from ((name, content) for name, content in simple.items() if content)
    yield from (('z:interviewees', name.inverted) for name in record.interviewees)
    yield from (('z:interviewers', name.inverted) for name in record.interviewers)
