"""The file of published addresses: a line for each, in order, so that version control merges it."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from ..files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FIRST, _LAST = ('_version', 1), ('_end', True)


class LedgerError(ValueError):
    """The file is no ledger.

    :param line: where it ceases to be one, from 1
    """

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


class Entry(NamedTuple):
    """What is known of one published address."""

    #: The fingerprint of the question or of the answer; none of an interview and of an old name.
    words: str = ''
    #: Where an address leads that is nobody's any more.
    to: str = ''
    #: Of an interview: the page that it stands on, then those where it once stood.
    pages: tuple[str, ...] = ()
    #: Whether an interview was taken away altogether.
    gone: bool = False
    #: Of a topic: the exchange below it, or the interview's name.
    opens: str = ''


class Ledger:
    """Published addresses, as one version of the file has them."""

    def __init__(self, entries: Mapping[str, Entry] = {}, path: Path | None = None) -> None:
        self.entries, self._path = entries, path

    @cached_property
    def parts(self) -> dict[str, dict[str, Entry]]:
        """The addresses by interview."""
        found: dict[str, dict[str, Entry]] = {}
        for address, entry in self.entries.items():
            found.setdefault(address.partition('.')[0], {})[address] = entry
        return found

    def digest(self, name: str) -> str:
        """Return what changes whenever something about an interview does."""
        about = repr([*self.parts.get(name, {}).items()])
        return blake2b(about.encode('utf-8', 'replace'), digest_size=8).hexdigest()

    def place_of(self, address: str) -> str:
        """Return path and line of an address, for messages."""
        return (
            f'{self._path}:{line_of(self._path.read_text("utf-8"), address)}' if self._path else ''
        )

    def to_text(self) -> str:
        """Return the file."""
        lines = [_line(*_FIRST)]
        for address, entry in sorted(self.entries.items()):
            given = {key: value for key, value in entry._asdict().items() if value}
            lines.append(_line(address, given))
        return '{\n' + ',\n'.join([*lines, _line(*_LAST)]) + '\n}\n'

    @classmethod
    def from_text(cls, text: str) -> Ledger:
        """Read the file.

        :raises LedgerError: it isn't one
        """
        try:
            pairs = json.loads(text, object_pairs_hook=list)
        except json.JSONDecodeError as error:
            is_conflict = text.split('\n')[error.lineno - 1 : error.lineno][:1]
            if is_conflict and is_conflict[0].startswith(('<<<<<<<', '=======', '>>>>>>>')):
                raise LedgerError(error.lineno, 'a conflict that version control left') from None
            raise LedgerError(error.lineno, f'no JSON: {error.msg}') from None
        except RecursionError:
            raise LedgerError(1, 'no ledger') from None
        if not isinstance(pairs, list) or _FIRST not in pairs:
            raise LedgerError(1, 'no ledger of version 1')
        entries: dict[str, Entry] = {}
        for address, value in pairs:
            if address in {_FIRST[0], _LAST[0]}:
                continue
            entry = _entry(value)
            if entry is None or entries.setdefault(address, entry) != entry:
                problem = 'stands here twice' if entry else 'isn’t as it should be'
                raise LedgerError(line_of(text, address), f'{address} {problem}')
        return cls(entries)

    @classmethod
    def read(cls, path: Path) -> Ledger:
        """Read the file; where there is none yet, nothing is published.

        :raises LedgerError: it isn't one
        :raises OSError: it can't be read
        """
        try:
            text = read_bytes(path).decode('utf-8').replace('\r\n', '\n')
            return cls(cls.from_text(text).entries, path)
        except FileNotFoundError:
            return cls(path=path)
        except UnicodeDecodeError:
            raise LedgerError(1, 'no text in UTF-8') from None


def _line(address: str, value: object) -> str:
    return f'{json.dumps(address, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}'


def _entry(value: Any) -> Entry | None:
    """Return an entry; None if that isn't one."""
    kinds = {'words': str, 'to': str, 'pages': list, 'gone': bool, 'opens': str}
    is_object = isinstance(value, list) and all(isinstance(pair, tuple) for pair in value)
    if not is_object or not all(isinstance(part, kinds.get(key, ())) for key, part in value):
        return None
    given = dict(value)
    if not all(isinstance(page, str) for page in given.get('pages', ())):
        return None
    return Entry(**given | {'pages': tuple(given.get('pages', ()))})


def line_of(text: str, address: str) -> int:
    """Return the line in which an address stands last, from 1."""
    start = json.dumps(address, ensure_ascii=False) + ':'
    lines = [n for n, line in enumerate(text.split('\n'), 1) if line.lstrip(' ,').startswith(start)]
    return lines[-1] if lines else 1
