"""A head of ``Key: value`` lines at the top of a transcript, or below its title."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ..people.names import Directory, split_detail
from ..people.words import is_nameish, role_of
from .entries import NEAR, Entry, below_title, is_sentence, key_of, read_entries
from .fields import Block, Field
from .headpeople import parse, unlinked
from .keys import METADATA, OPTIONS, ROLES, is_known, names_several, option_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Line, Speaker

_BRACKETS = re.compile(r'\([^()]*\)|\[[^\[\]]*\]')
#: What a turn begins with, and no name.
_GREETINGS: Final = frozenset(
    'hello hi hey welcome well yes no so ok okay oh and but thanks thank good hallo willkommen '
    'guten danke ja nein bonjour merci oui non hola gracias ciao grazie oi olá sí sim'.split()
)


def split_key_value(lines: list[Line]) -> Block | None:
    """Return a head and the other lines, the title's first; None if there is no head.

    :param lines: from the first that isn't blank
    """
    start = below_title(lines)
    entries = list(read_entries(lines, start))
    if not any(entry.is_known for entry in entries):
        return None
    said = Counter(filter(None, (key_of(text) for _, text in lines[:NEAR])))
    head = _Head(lines, said).of(entries)
    if not head:
        return None
    rest = [*lines[:start], *lines[head[-1].end :]]
    return Block([entry.field for entry in head], rest, [])


def read_comment(lines: list[Line]) -> list[Field]:
    """Return what a comment in captions says; nothing if a line of it isn't ``Key: value``."""
    entries = list(read_entries(lines, 0))
    is_whole = bool(entries) and entries[-1].end == len(lines)
    is_head = is_whole and any(entry.is_known for entry in entries)
    return [e.field._replace(value=' '.join(e.lines)) for e in entries] if is_head else []


class _Head:
    """Tells a head from the turns below it.

    :param said: how often each key stands at the start of a line of the file
    """

    def __init__(self, lines: list[Line], said: Counter[str]) -> None:
        self.lines = lines
        self.said = said

    def of(self, entries: list[Entry]) -> list[Entry]:
        """Return those of *entries* that are the head; none if there is none.

        It goes down to the last key that is known. What is unknown belongs to it between known
        keys, and below them, where a blank line shuts the head off from the turns.
        """
        people = Directory(self._people(entries))
        turn = next((i for i, entry in enumerate(entries) if self._is_turn(entry, people)), None)
        entries = entries[:turn]
        known = [entry for entry in entries if entry.is_known]
        size = max((i for i, entry in enumerate(entries, 1) if entry.is_known), default=0)
        block = size
        while block < len(entries) and not entries[block].is_apart:
            block += 1
        if block > size and (len(known) > 1 or not self._may_speak(entries[size:block])):
            size = block if self._is_shut_off(entries[block - 1].end) else size
        head = entries[:size]
        return head if head and self._is_enough(known, head[-1].end) else []

    @staticmethod
    def _people(entries: list[Entry]) -> Iterator[Speaker]:
        for entry in entries:
            if entry.option in ROLES and entry.field.value:
                try:
                    yield from parse(entry.field.value, entry.option)
                except ValueError:
                    continue

    def _is_turn(self, entry: Entry, people: Directory) -> bool:
        key, value = entry.field.key, entry.field.value
        ends = is_sentence(value)
        recurs = self.said[option_of(key)] > 1
        if entry.option in ROLES:
            return bool(value) and (ends or not _are_names(entry.field, recurs=recurs))
        if is_known(key):
            return ends and recurs
        if recurs or ends or len(value.split()) > 25:
            return True
        return role_of(option_of(key)) is not None or bool(people.find(key))

    @staticmethod
    def _may_speak(entries: list[Entry]) -> bool:
        return any(is_nameish(entry.field.key) for entry in entries)

    def _is_shut_off(self, end: int) -> bool:
        return end < len(self.lines) and not self.lines[end][1].strip()

    def _is_enough(self, known: list[Entry], end: int) -> bool:
        """Whether known keys make a head: several, or an option alone above a blank line.

        Where all of them are people, a turn may look so; then a name is full, or speaks below.
        """
        if not any(text.strip() for _, text in self.lines[end:]):
            return False
        if all(entry.option in ROLES for entry in known):
            return len(known) > 1 and any(self._is_somebody(entry) for entry in known)
        if len(known) > 1:
            return True
        alone, value = known[0].option, known[0].field.value
        is_option = alone in {'title', *METADATA} or (alone in OPTIONS and not is_sentence(value))
        return is_option and self.said[alone] == 1 and self._is_shut_off(end)

    def _is_somebody(self, entry: Entry) -> bool:
        name = split_detail(entry.field.value)[0]
        return (
            name != entry.field.value
            or (len(name.split()) > 1 and is_nameish(name))
            or any(self.said[word.casefold()] for word in [name, *name.split()])
        )


def _are_names(field: Field, *, recurs: bool) -> bool:
    """Whether the value of a key of people is names, and not the first words of a turn.

    :param recurs: the key is a label, too
    """
    if len(field.value.split()) > 20:
        return False
    may_be_small = not recurs and (field.key.islower() or names_several(field.key))
    for part in _BRACKETS.sub('', unlinked(field.value)).split(';'):
        name = split_detail(part.partition(',')[0].strip())[0]
        if not name or name.split()[0].casefold().strip('!') in _GREETINGS:
            return False
        if not may_be_small and not is_nameish(name):
            return False
    return True
