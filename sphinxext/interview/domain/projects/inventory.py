"""What a project publishes of its answers, for projects that quote them: ``interviews.inv``.

Lines of text that say what it is, then JSON, compressed: the same form as ``objects.inv``. By address
it has who speaks, the words, and their hash.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ...citing.csl.writing import csl_item
from ..builders import WITH_PAGES
from ..citations.bibliography import bibliography_of
from ..ours import ours
from ..records import Answer, Exchange, Interview, Spoken, Target, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

    from ...citing.record import Record
    from ..citations.bibliography import Bibliography

#: What the file is called.
NAME: Final = 'interviews.inv'
_HEADER: Final = (
    b'# Interview inventory version 1\n# The rest of this file is JSON, compressed with zlib.\n'
)
#: So many bytes of JSON are read.
_MOST: Final = 2**28


class Inventory(NamedTuple):
    """What another project has published; its pages are addresses below its own."""

    interviews: list[Interview]
    #: The words, by page.
    spoken: dict[str, list[Spoken]]
    #: By slug.
    speakers: dict[str, Target]
    #: By the interview's name.
    records: dict[str, Record]


def write_inventory(app: Sphinx, exception: Exception | None) -> None:
    """Write the inventory, or remove one that isn't wanted any more."""
    if exception is not None or app.builder.name not in WITH_PAGES:
        return
    path = Path(app.outdir, NAME)
    if app.config.interview_inventory:
        domain = ours(app.env)
        path.write_bytes(dump(bibliography_of(domain, app.builder)))
    elif path.is_file():
        path.unlink()


def dump(known: Bibliography) -> bytes:
    """Return the file of a project."""
    uri = known.builder.get_target_uri
    words_in = cache(known.domain.words_in)  # once a page, for it is read from a file
    data = {
        'interviews': [
            _interview(known, found, words_in(found.docname).spoken)
            for found in known.interviews.values()
        ],
        'speakers': [
            [slug, found.title, uri(found.docname), found.anchor]
            for slug, found in known.domain.speakers.items()
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(',', ':'))
    return _HEADER + zlib.compress(text.encode('utf-8', 'replace'))


def _interview(known: Bibliography, found: Interview, turns: Sequence[Spoken]) -> dict[str, Any]:
    return {
        'name': found.name,
        'title': found.title,
        'page': known.builder.get_target_uri(found.docname),
        'people': list(zip(found.speakers, found.roles, strict=True)),
        'reference': csl_item(known.record(found)),
        'exchanges': found.exchanges,
        'turns': [
            [
                turn.address,
                turn.is_answer,
                turn.speakers,
                turn.label,
                turn.text,
                _hash(turn.text),
                turn.language,
            ]
            for turn in turns
            if turn.address.partition('.')[0] == found.name and turn.is_shown
        ],
    }


def _hash(words: str) -> str:
    return sha256(words.encode('utf-8', 'replace')).hexdigest()[:16]


def load(content: bytes) -> Inventory:
    """Read the file of another project.

    :raises ValueError: if it isn't one, or is damaged
    """
    if not content.startswith(_HEADER):
        raise ValueError('not an interview inventory')
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content[len(_HEADER) :], _MOST)
        if not unpacking.eof:
            raise ValueError('too long, or cut off')
        return _read(json.loads(text))
    except (zlib.error, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f'damaged: {error!r}') from error


def _read(data: dict[str, Any]) -> Inventory:
    # Now, for most projects know of no other
    from ...citing.csl.reading import parse_csl_json

    found = Inventory([], {}, {}, {})
    for item in data['interviews']:
        page = str(item['page'])
        found.interviews.append(_read_interview(item, page))
        found.spoken.setdefault(page, []).extend(_read_turns(item['turns']))
        (record,), _ = parse_csl_json(json.dumps([item['reference']]))
        found.records[str(item['name'])] = record
    for slug, name, page, anchor in data['speakers']:
        found.speakers[str(slug)] = Target('speaker', str(page), str(anchor), str(name), str(name))
    return found


def _read_interview(item: dict[str, Any], page: str) -> Interview:
    return Interview(
        name=str(item['name']),
        title=str(item['title']),
        docname=page,
        place='',
        speakers=tuple(str(name) for name, _ in item['people']),
        roles=tuple(str(role) for _, role in item['people']),
        rows=rows_of(
            Exchange(str(address), str(title), tuple(map(_answer, answers)), *rest)
            for address, title, answers, *rest in item['exchanges']
        ),
        metadata=(),
    )


def _names(found: list[Any]) -> tuple[str, ...]:
    return tuple(map(str, found))


def _answer(found: list[Any]) -> Answer:
    address, speakers, *rest = found
    return Answer(str(address), _names(speakers), *rest)


def _read_turns(turns: list[list[Any]]) -> Iterator[Spoken]:
    for address, is_answer, speakers, label, text, digest, *language in turns:
        if _hash(text) != digest:
            raise ValueError(f'the words of {address!r} are not those that were published')
        said = Spoken(str(address), bool(is_answer), text, _names(speakers), str(label))
        yield said._replace(language=str(language[0])) if language else said


def setup(app: Sphinx) -> None:
    app.connect('build-finished', write_inventory)
