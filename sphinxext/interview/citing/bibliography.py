"""Many records in one list: their order and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .distinction import Distinction, distinguish
from .record import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .record import Record
    from .styles import Style


def entries(records: Iterable[Record], style: Style) -> list[Entry]:
    """Return the list of references.

    :param records: in the order of first citation, each once
    """
    cited = list(records)
    numbers = {record.key: number for number, record in enumerate(cited, 1)}
    ordered = cited if style.is_numbered else sorted(cited, key=style.sort_key)
    distinctions = distinguish(ordered, getattr(style, 'distinction', Distinction()))
    listed: list[Entry] = []
    before: Record | None = None
    for record in ordered:
        repeats = before is not None and before.people == record.people != ()
        told = distinctions[record.key]
        listed.append(
            Entry(
                record,
                numbers[record.key],
                told.year_suffix,
                told.given,
                told.named,
                told.has_siblings,
                repeats,
            )
        )
        before = record
    return listed
