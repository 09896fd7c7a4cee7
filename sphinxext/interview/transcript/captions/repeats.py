"""What captions show twice: lines that roll up the screen, and lines that grow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cues import Captions, Cue

#: Two cues touch if no more seconds lie between them,
_TOUCHING = 0.1
#: and a cue that is shown no longer only moves a line up.
_FLASH = 0.1
#: No screen shows more lines.
_LINES = 8


def without_repeats(captions: Captions) -> tuple[Sequence[Cue], int]:
    """Leave out what one cue shows and the next one shows again, above or before new words.

    That counts as repeated only where most cues of a file do so; elsewhere, in a file of
    another kind, and from one voice to another, somebody said a thing twice.

    :return: cues, and how many of them were shortened or left out
    """
    cues = captions.cues
    if not captions.may_roll or len(cues) < 3:
        return cues, 0
    again = [0]
    evidence = 0
    for before, cue in pairwise(cues):
        first = cue.text.split(None, 1)[:1]
        if before.speaker != cue.speaker or not first or first[0] not in before.text:
            again.append(0)  # nearly everywhere
            continue
        count, is_new = _shown_again(before, cue)
        if count and (is_new or _lasts(cue) <= _FLASH):
            evidence += 1
        again.append(count)
    if evidence < 3 or evidence < len(cues) / 3:
        return cues, 0
    kept = [shortened for cue, n in zip(cues, again, strict=True) if (shortened := _cut(cue, n))]
    return kept, sum(map(bool, again))


def _lasts(cue: Cue) -> float:
    return 0.0 if cue.start is None or cue.end is None else cue.end - cue.start


def _shown_again(before: Cue, cue: Cue) -> tuple[int, bool]:
    """Return how many words of *cue* are those that ended *before*, and whether others follow.

    They must be all the words of the last lines of *before*.
    """
    last = before.text.rsplit(None, 1)
    if last and last[-1] not in cue.text:  # which is most of what is left
        return 0, True
    words = cue.text.split()
    suffix: list[str] = []
    found = 0
    for line in reversed(before.text.split('\n')[-_LINES:]):
        suffix = [*line.split(), *suffix]
        if len(suffix) > len(words):
            break
        if suffix and suffix == words[: len(suffix)]:
            found = len(suffix)
    is_new = found < len(words)
    if found and not is_new and not _touches(before, cue):  # said again, after a pause
        return 0, False
    return found, is_new


def _touches(before: Cue, cue: Cue) -> bool:
    if before.end is None or cue.start is None:
        return False
    return abs(cue.start - before.end) <= _TOUCHING


def _cut(cue: Cue, words: int) -> Cue | None:
    """Return *cue* without its first words, or None if nothing is left."""
    if not words:
        return cue
    lines = cue.text.split('\n')
    line = cue.line
    while lines:
        first = lines[0].split()
        if len(first) > words:
            lines[0] = ' '.join(first[words:])
            return cue._replace(text='\n'.join(lines), line=line)
        words -= len(first)
        lines.pop(0)
        line += 1
    return None
