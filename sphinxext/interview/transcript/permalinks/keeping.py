"""Gives the exchanges and answers of an interview the addresses that their words had."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..model import Exchange, Finding, Topic
from . import records
from .answering import Answering
from .choosing import Chosen
from .fingerprints import Words, whole_of
from .matching import Present, Published, find
from .topics import Topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..model import Paragraph
    from .ledger import Entry, Ledger
    from .matching import Found

    Part = Topic | Exchange | Paragraph


class Kept(NamedTuple):
    """An interview with its addresses."""

    parts: tuple[Part, ...]
    exchanges: tuple[records.Exchange, ...]
    #: Published addresses that are nobody's now, and where each leads.
    old: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    #: Of what the ledger has of it.
    digest: str
    topics: tuple[records.Topic, ...]


def keep(name: str, parts: Sequence[Part], ledger: Ledger) -> Kept:
    """Give the *parts* of an interview the addresses that a ledger has of their words."""
    entries = ledger.parts.get(name, {})
    exchanges = [part for part in parts if isinstance(part, Exchange)]
    present = [_present(exchange) for exchange in exchanges]
    published, aliases = _published(entries)
    found = find(published, present)
    chosen = Chosen(exchanges, published, found, aliases)
    answering = Answering(name, exchanges, present, entries, chosen)
    kept = [
        _called(exchange, slug, suffixes)
        for exchange, slug, suffixes in zip(
            exchanges, chosen.slugs, answering.suffixes, strict=True
        )
    ]
    known = {whole_of(entry.words): entry.words for entry in entries.values() if entry.words}
    topics = Topics(name, parts, entries, chosen)
    recorded = (_record(name, *pair, known) for pair in zip(kept, present, strict=True))
    return Kept(
        tuple(_put_in(parts, kept, topics.slugs)),
        tuple(recorded),
        (*_old(name, chosen), *answering.old(), *topics.old),
        tuple(_findings(name, exchanges, published, found, chosen, answering)),
        ledger.digest(name),
        topics.records,
    )


def _called(exchange: Exchange, slug: str, suffixes: tuple[str, ...]) -> Exchange:
    if exchange.slug == slug and exchange.answer_slugs == suffixes:
        return exchange
    return exchange._replace(slug=slug, answer_slugs=suffixes)


def _present(exchange: Exchange) -> Present:
    turns = exchange.turns
    asked = ' '.join(turn.text for turn in turns[: exchange.question_count])
    answers = [Words(turn.text) for turn in turns[exchange.question_count :]]
    return Present(exchange.slug, Words(asked), answers)


def _published(entries: Mapping[str, Entry]) -> tuple[list[Published], dict[str, str]]:
    """Return the published exchanges; and old slugs, with the slug that each leads to, or nothing."""
    answers: dict[str, dict[str, str]] = {}
    for address, entry in entries.items():
        if address.count('.') == 2 and (entry.words or not entry.to):
            _, slug, suffix = address.split('.')
            answers.setdefault(slug, {})[suffix] = entry.words
    published, aliases = [], {}
    for address, entry in entries.items():
        name, _, slug = address.partition('.')
        if slug and '.' not in slug:
            if entry.opens:
                aliases[slug] = ''
            elif entry.to and not entry.words:
                aliases[slug] = entry.to.split('.')[1] if entry.to.startswith(f'{name}.') else ''
            else:
                said = answers.get(slug, {})
                published.append(Published(slug, entry.words, said, bool(entry.to)))
    return published, aliases


def _old(name: str, chosen: Chosen) -> Iterator[tuple[str, str]]:
    for slug, place in chosen.places.items():
        if chosen.slugs[place] != slug:
            yield f'{name}.{slug}', f'{name}.{chosen.slugs[place]}'
    for slug in chosen.lost:
        yield f'{name}.{slug}', name


def _put_in(
    parts: Sequence[Part], kept: Sequence[Exchange], slugs: Sequence[str]
) -> Iterator[Part]:
    """Yield the *parts* with *kept* exchanges, and topics that are called as *slugs* say."""
    exchanges, topics = iter(kept), iter(slugs)
    for part in parts:
        if isinstance(part, Exchange):
            yield next(exchanges)
        elif isinstance(part, Topic):
            yield part._replace(slug=next(topics))
        else:
            yield part


def _record(
    name: str, exchange: Exchange, present: Present, known: Mapping[str, str]
) -> records.Exchange:
    """Return what a ledger keeps of an exchange.

    :param known: fingerprints by what stands for all words
    """
    address = f'{name}.{exchange.slug}'
    answers = (
        records.Answer(f'{address}.{slug}', _fingerprint(words, known))
        for slug, words in zip(exchange.answer_slugs, present.answers, strict=True)
    )
    return records.Exchange(address, _fingerprint(present.question, known), tuple(answers))


def _fingerprint(words: Words, known: Mapping[str, str]) -> str:
    return known.get(words.whole) or words.fingerprint


def _findings(
    name: str,
    exchanges: Sequence[Exchange],
    published: Sequence[Published],
    found: Found,
    chosen: Chosen,
    answering: Answering,
) -> Iterator[Finding]:
    """Yield what changed for who follows a published address."""
    lines = [exchange.items[0].line for exchange in exchanges] or [1]
    for place, text in _texts(name, lines, published, found, chosen, answering):
        yield Finding('permalink', 'warning', lines[place], text)


def _texts(
    name: str,
    lines: Sequence[int],
    published: Sequence[Published],
    found: Found,
    chosen: Chosen,
    answering: Answering,
) -> Iterator[tuple[int, str]]:
    for old, place in found.merged.items():
        yield place, f'{name}.{published[old].slug} is part of this exchange now, and leads here'
    for old, place in found.split:
        line = lines[found.same[old]]
        yield place, f'words of {name}.{published[old].slug} are here now; it leads to line {line}'
    for place, (slug, owner) in chosen.refused.items():
        stays, mine = lines[owner], chosen.slugs[place]
        yield (
            place,
            f'{{#{slug}}} was published for line {stays} and stays there; here it is {{#{mine}}}',
        )
    for place, slug in chosen.turned.items():
        yield place, f'{{#{slug}}} was published for other words'
    for place, address, to in answering.lost():
        yield place, f'{address} is no answer of its own any more, and leads to {to}'
