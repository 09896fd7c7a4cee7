"""A part of a file, chosen as Sphinx's ``literalinclude`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import TranscriptError

if TYPE_CHECKING:
    from ..model import Line


def select(
    lines: list[Line],
    *,
    lines_spec: str = '',
    start_after: str = '',
    start_at: str = '',
    end_before: str = '',
    end_at: str = '',
) -> list[Line]:
    """Return the chosen lines with the numbers that they have in the file.

    :param lines_spec: ``1-4,7,9-``
    :raises TranscriptError: ``selection``: nothing is chosen, or both of two options are given
    """
    for one, other in ((start_after, start_at), (end_before, end_at)):
        if one and other:
            raise TranscriptError('selection', 1, f'{one!r} and {other!r} exclude each other')
    chosen = _numbered(lines, lines_spec) if lines_spec else lines
    chosen = _from(chosen, start_after or start_at, after=bool(start_after))
    # As literalinclude: the end is looked for behind the line with the start
    found = int(bool(start_at))
    return _until(chosen, end_before or end_at, found, including=bool(end_at))


def _numbered(lines: list[Line], spec: str) -> list[Line]:
    wanted: set[int] = set()
    last = lines[-1][0] if lines else 0
    for part in spec.split(','):
        first, dash, end = part.strip().partition('-')
        try:
            start = int(first) if first.strip() or not dash else 1
            stop = (int(end) if end.strip() else last) if dash else start
        except ValueError:
            raise TranscriptError('selection', 1, f'{spec!r} is not a list of lines') from None
        wanted.update(range(start, min(stop, last) + 1))
    chosen = [line for line in lines if line[0] in wanted]
    if not chosen:
        raise TranscriptError('selection', 1, f'{spec!r} chooses no line')
    return chosen


def _from(lines: list[Line], mark: str, *, after: bool) -> list[Line]:
    if not mark:
        return lines
    for index, (_, text) in enumerate(lines):
        if mark in text:
            return lines[index + after :]
    option = 'start-after' if after else 'start-at'
    raise TranscriptError('selection', 1, f':{option}: {mark!r} is in no line')


def _until(lines: list[Line], mark: str, first: int, *, including: bool) -> list[Line]:
    if not mark:
        return lines
    for index, (_, text) in enumerate(lines[first:], first):
        if mark in text:
            return lines[: index + including]
    option = 'end-at' if including else 'end-before'
    raise TranscriptError('selection', 1, f':{option}: {mark!r} is in no line')
