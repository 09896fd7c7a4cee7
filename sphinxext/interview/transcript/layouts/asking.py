"""Which kind of paragraphs that stand out are the questions.

Evidence for a kind: most of them ask, and words follow nearly each.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ..people.labels import key
from ..speech.questions import asks
from .blocks import Labelled
from .questions import Kind, as_question, has_words, is_answered, is_asker, kinds

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..model import Questions
    from .blocks import Block


#: The share of a kind of paragraphs that must ask, by mark; what isn't named here: half.
_ASKING: Final = {'italic': 0.6, 'quote': 0.6}
_PLAIN_ITEM: Final = 0.75
_ANSWERED: Final = 0.6


def asking_kind(
    found: Sequence[Block], wanted: Questions, declared: Container[str], *, has_asker: bool
) -> Kind | None:
    """Return the kind of paragraphs that are the questions; None where there are none.

    :param wanted: what the author says that they are
    :param has_asker: labels name somebody who asks; then the questions are theirs, and what stands
        out without a label is something else
    """
    best, most = None, 0.0
    for kind in kinds(found):
        if wanted not in {'auto', kind.mark}:
            continue
        members = [as_question(found[place], declared) for place in kind.places]
        asking = sum(asks(m.text) or is_asker(m.label) for m in members)
        named = sum(m.label is not None for m in members)
        if wanted == 'auto' and not _is_evident(kind, found, asking, named, has_asker=has_asker):
            continue
        if asking + 0.1 > most:
            best, most = kind, asking + 0.1
    return best


def _is_evident(
    kind: Kind, found: Sequence[Block], asking: int, named: int, *, has_asker: bool
) -> bool:
    count = len(kind.places)
    if has_asker and named < count / 2:
        return False
    is_plain_item = kind.style in {'bullet', 'number'}
    names = Counter(key(block.label.name) for block in found if isinstance(block, Labelled))
    has_labels = max(names.values(), default=0) > 1
    all_answered = all(is_answered(found, place) for place in kind.places)
    if has_labels and (is_plain_item or count == 1) and not all_answered:
        return False  # a list in what somebody says
    if count == 1 and kind.mark in {'quote', 'dash', 'italic'}:
        return False
    enough = _PLAIN_ITEM if is_plain_item else _ASKING.get(kind.mark, 0.5)
    return max(1, enough * count) <= asking and _answered(kind, found) >= _ANSWERED * count


def _answered(kind: Kind, found: Sequence[Block]) -> int:
    """Return how many of the paragraphs are followed by others before the next."""
    ends = [*kind.places[1:], len(found)]
    return sum(
        any(has_words(found[place]) for place in range(start + 1, end))
        or bool(getattr(found[start], 'rest', ''))
        for start, end in zip(kind.places, ends, strict=True)
    )
