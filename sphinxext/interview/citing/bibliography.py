"""Many records in one list: order, numbers, and what tells equal ones apart."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from .record import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .record import Record
    from .styles import Style

_LETTERS = 'abcdefghijklmnopqrstuvwxyz'


def entries(records: Iterable[Record], style: Style) -> list[Entry]:
    """Return the list of references.

    :param records: in the order of first citation, each once
    """
    cited = list(records)
    numbers = {record.key: number for number, record in enumerate(cited, 1)}
    ordered = cited if style.is_numbered else sorted(cited, key=style.sort_key)
    suffixes = _year_suffixes(ordered)
    shared = _shared_names(cited)
    siblings = Counter(record.interviewees for record in cited)
    listed = []
    before: Record | None = None
    for record in ordered:
        listed.append(
            Entry(
                record,
                numbers[record.key],
                suffixes.get(record.key, ''),
                any(name.short in shared for name in record.interviewees),
                siblings[record.interviewees] > 1,
                before is not None and before.interviewees == record.interviewees,
            )
        )
        before = record
    return listed


def _year_suffixes(ordered: Sequence[Record]) -> dict[str, str]:
    """Return ``a``, ``b``, … for records of the same people and year, in their order."""

    def same(record: Record) -> tuple[object, object]:
        return record.interviewees, record.issued and record.issued.year

    suffixes: dict[str, str] = {}
    for _, group in groupby(sorted(ordered, key=lambda r: repr(same(r))), key=same):
        equal = list(group)
        if len(equal) > 1:
            suffixes |= {record.key: _letters(index) for index, record in enumerate(equal)}
    return suffixes


def _letters(index: int) -> str:
    """Return ``a`` to ``z``, then ``aa``, ``ab``, …."""
    higher, letter = divmod(index, len(_LETTERS))
    return (_letters(higher - 1) if higher else '') + _LETTERS[letter]


def _shared_names(records: Iterable[Record]) -> set[str]:
    """Return the family names that several people of the list have."""
    people = {(name.short, name.given) for record in records for name in record.interviewees}
    counts = Counter(short for short, _ in people)
    return {short for short, count in counts.items() if count > 1}
