"""The next version of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ledger import Entry, Ledger
from .settling import Settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .records import Interview


def update(ledger: Ledger, interviews: Iterable[Interview]) -> Ledger:
    """Return what is published now: every address ever published, and what it means."""
    settled = Settled(ledger, interviews)
    entries = {}
    for name, interview in settled.interviews.items():
        before = ledger.entries.get(name, Entry())
        pages = dict.fromkeys([interview.page, *before.pages])
        entries[name] = Entry(pages=tuple(pages))
        entries.update((address, Entry(words)) for address, words in interview.words())
        entries.update((one.address, Entry(one.words, opens=one.opens)) for one in interview.topics)
    for address, entry in ledger.entries.items():
        if address not in entries:
            entries[address] = _old(address, entry, settled.leads.get(address, ''))
    return Ledger(entries)


def _old(address: str, entry: Entry, to: str) -> Entry:
    """Return what is known of an address that leads elsewhere, or nowhere."""
    if not to:
        return entry if '.' in address or entry.to else entry._replace(gone=True)
    # What was taken away may come back; what leads to its words has no need to
    words = entry.words if address.startswith(f'{to}.') else ''
    return Entry(words, to, entry.pages, opens=entry.opens)


def rename(ledger: Ledger, old: str, new: str) -> Ledger:
    """Let *new* have what *old* had, which leads there from now on.

    :param old: an interview, an exchange or an answer
    :raises ValueError: it isn't known, or it is something else than *new*
    """
    if old not in ledger.entries or ledger.entries[old].to:
        raise ValueError(f'{old} is no published address')
    if old.count('.') != new.count('.') or not all(new.split('.')) or old == new:
        raise ValueError(f'{old} can’t be renamed to {new}')
    entries = dict(ledger.entries)
    is_there = new in entries
    for address, entry in ledger.entries.items():
        if address != old and not address.startswith(f'{old}.'):
            continue
        target = new + address.removeprefix(old)
        if target in entries:
            found = entries[target]
            pages = dict.fromkeys([*found.pages, *entry.pages])
            entries[target] = found._replace(pages=tuple(pages))
        elif is_there:
            target = new
        else:
            to, opens = (_renamed(one, old, new) for one in (entry.to, entry.opens))
            entries[target] = entry._replace(to=to, gone=False, opens=opens)
        entries[address] = Entry(to=target)
    return Ledger(entries)


def _renamed(to: str, old: str, new: str) -> str:
    return new + to.removeprefix(old) if f'{to}.'.startswith(f'{old}.') else to


def changes(before: Ledger, after: Ledger) -> Iterator[tuple[str, str]]:
    """Yield what happened to each address, in order: one word, and the address with details."""
    for address, now in sorted(after.entries.items()):
        was = before.entries.get(address)
        if was == now:
            continue
        if was is None:
            yield 'new', address
        elif now.gone:
            yield (
                'gone',
                f'{address} with all its addresses; if it was renamed: --rename {address} NEW',
            )
        elif now.to and now.to != was.to:
            is_gone = now.to.count('.') < address.count('.')
            yield 'gone' if is_gone else 'old', f'{address} leads to {now.to}'
        elif was.to and not now.to:
            yield 'back', address
        elif now.pages != was.pages:
            yield 'moved', f'{address} to the page {now.pages[0]}'
        else:
            yield 'edited', address
