"""Follows exchanges from one interview to another, by the same words and one to one.

Only what is new there is found, and in an interview that was published before, only words enough:
what two interviews say by chance leads nobody to another's words. Where the question was edited
on the way, the answers tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fingerprints import pieces_of, whole_of
from .records import Answer, Exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .ledger import Ledger
    from .records import Interview

    Key = tuple[str, ...]

#: So many pieces of answers aren't said twice by chance.
_TELLING = 4


def follow(
    ledger: Ledger, interviews: Iterable[Interview], is_gone: Callable[[str], bool]
) -> dict[str, str]:
    """Return where published exchanges, and their answers, are now in other interviews.

    :param is_gone: whether the words of a published address were taken from where they were
    """
    gone = [*_gone(ledger, is_gone)]
    new = [
        e for one in interviews for e in one.exchanges if gone and e.address not in ledger.entries
    ]
    found: dict[str, str] = {}
    for key in (_all_words, _answers):
        left = [one for one in gone if one.address not in found]
        free = [one for one in new if one.address not in found.values()]
        homes = _by_words(free, key)
        for words, old in _by_words(left, key).items():
            home = homes.get(words)
            if old and home and _may_be(old, home, ledger):
                found[old.address] = home.address
                found.update(_same_answers(old, home))
    return found


def _gone(ledger: Ledger, is_gone: Callable[[str], bool]) -> Iterator[Exchange]:
    """Yield the published exchanges that have gone, with the answers that they had."""
    answers: dict[str, list[Answer]] = {}
    for address, entry in ledger.entries.items():
        if address.count('.') == 2 and is_gone(address):
            exchange = address.rpartition('.')[0]
            answers.setdefault(exchange, []).append(Answer(address, entry.words))
    for address, entry in ledger.entries.items():
        if address.count('.') == 1 and is_gone(address):
            yield Exchange(address, entry.words, tuple(answers.get(address, ())))


def _may_be(old: Exchange, now: Exchange, ledger: Ledger) -> bool:
    before, home = (one.address.partition('.')[0] for one in (old, now))
    return before != home and (home not in ledger.parts or _is_telling(old))


def _is_telling(exchange: Exchange) -> bool:
    return sum(len(pieces_of(answer.words)) for answer in exchange.answers) >= _TELLING


def _all_words(exchange: Exchange) -> Key:
    return (whole_of(exchange.words), *_said(exchange))


def _answers(exchange: Exchange) -> Key:
    return _said(exchange) if _is_telling(exchange) else ()


def _said(exchange: Exchange) -> Key:
    return tuple(sorted(whole_of(answer.words) for answer in exchange.answers))


def _by_words(
    exchanges: Iterable[Exchange], key: Callable[[Exchange], Key]
) -> dict[Key, Exchange | None]:
    """Return exchanges by their words; None where several have them."""
    found: dict[Key, Exchange | None] = {}
    for exchange in exchanges:
        if words := key(exchange):
            found[words] = None if words in found else exchange
    return found


def _same_answers(old: Exchange, now: Exchange) -> Iterator[tuple[str, str]]:
    addresses = {whole_of(answer.words): answer.address for answer in old.answers}
    for answer in now.answers:
        if before := addresses.pop(whole_of(answer.words), ''):
            yield before, answer.address
