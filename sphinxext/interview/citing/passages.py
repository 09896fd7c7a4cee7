"""What to show of a quotation, and of the passage that it may mean."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING, Final

from .conventions import cleaned, normalise, tokens
from .said import finds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .said import Said

#: So many words are looked for, the rarest ones, and each in so many places.
_WORDS: Final = 8
_PLACES: Final = 50
#: A difference of more words is shown as one.
_DIFFERENT: Final = 100


def nearest(quotation: str, turns: Sequence[Said]) -> str:
    """Return the passage of *turns* that has most words in common with *quotation*."""
    words = ['…' if word.kind == 'omission' else word.text for word in tokens(cleaned(quotation))]
    wanted = Counter(words)
    places = ((turn, start) for turn in turns for start in (0, *_candidates(words, turn)))

    def common(place: tuple[Said, int]) -> int:
        turn, start = place
        window = Counter(turn.string[start : start + len(words)])
        return sum(min(count, window[turn.signs.get(word, '')]) for word, count in wanted.items())

    if best := max(places, key=common, default=None):
        turn, start = best
        return normalise(turn.passage(start, start + len(words)))
    return ''


def _candidates(words: Sequence[str], turn: Said) -> Iterator[int]:
    """Yield where a passage may start: where the rarest words stand as far apart as in *words*."""
    signs = [(turn.string.count(sign), number, sign) for number, sign in _known(words, turn)]
    starts = Counter(
        max(0, place - number)
        for _, number, sign in sorted(signs)[:_WORDS]
        for place in islice(finds(turn.string, sign), _PLACES)
    )
    yield from (start for start, _ in starts.most_common(_WORDS))


def _known(words: Sequence[str], turn: Said) -> Iterator[tuple[int, str]]:
    """Yield the numbers and signs of the words that *turn* has; of the longest quotation so many."""
    known = ((number, turn.signs.get(word, '')) for number, word in enumerate(words))
    yield from islice(((number, sign) for number, sign in known if sign), _DIFFERENT)


def difference(quotation: str, passage: str) -> str:
    """Show word by word how a quotation differs: ``I [-often-] {+always+} read``.

    In ``[-…-]`` stands what only the quotation has, in ``{+…+}`` what was said.
    """
    quoted, said = normalise(quotation).split(), normalise(passage).split()
    before = _same(quoted, said)
    after = _same(quoted[before:][::-1], said[before:][::-1])
    middle = slice(before, len(quoted) - after), slice(before, len(said) - after)
    shown = _changes(quoted[middle[0]], said[middle[1]])
    return ' '.join([*quoted[:before], *shown, *quoted[len(quoted) - after :]])


def _same(first: Sequence[str], second: Sequence[str]) -> int:
    """Return with how many equal words both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(first), len(second)))


def _changes(quoted: Sequence[str], said: Sequence[str]) -> Iterator[str]:
    if max(len(quoted), len(said)) > _DIFFERENT:
        yield from (f'[-{" ".join(quoted)}-]', f'{{+{" ".join(said)}+}}')
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, quoted, said, autojunk=False).get_opcodes():
        if tag == 'equal':
            yield from quoted[i1:i2]
            continue
        if i2 > i1:
            yield f'[-{" ".join(quoted[i1:i2])}-]'
        if j2 > j1:
            yield f'{{+{" ".join(said[j1:j2])}+}}'
