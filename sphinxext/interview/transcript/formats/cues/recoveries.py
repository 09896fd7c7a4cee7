"""What a lenient reader understood against the letter of a specification."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Of a block that can't be read, so much is shown.
_SHOWN = 60


class Recoveries:
    """Notes what was recovered and what was dropped, each reason with first line and count."""

    def __init__(self) -> None:
        self._recovered: dict[str, tuple[int, str]] = {}
        self._counts: Counter[str] = Counter()
        self._dropped: list[Finding] = []

    def recover(self, reason: str, line: int, example: str = '') -> None:
        """Note that something was understood although *reason*."""
        self._recovered.setdefault(reason, (line, example[:_SHOWN]))
        self._counts[reason] += 1

    def drop(self, words: str, line: int) -> None:
        """Note that *words* belong to no cue."""
        shown = words if len(words) <= _SHOWN else f'{words[:_SHOWN]}…'
        text = f'this belongs to no cue, and is left out: {shown!r}'
        self._dropped.append(Finding('cue_dropped', 'warning', line, text))

    def findings(self) -> Iterator[Finding]:
        """Return the findings, one for each reason and one for each piece that was dropped."""
        for reason, (line, example) in self._recovered.items():
            count = self._counts[reason]
            text = f'{reason}: {example}' if example else reason
            text += f' (and {count - 1} more)' if count > 1 else ''
            yield Finding('cue_recovered', 'warning', line, text)
        yield from self._dropped
