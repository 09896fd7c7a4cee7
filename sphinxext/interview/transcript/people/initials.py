"""Labels of one or two letters: the initials of who had a longer label before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding
from .words import is_nameish, role_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Container, Sequence

    from .candidates import Candidate


def initials(
    first: dict[str, Candidate], counts: Counter[str], known: Container[str] = ()
) -> dict[str, list[str]]:
    """Return the earlier labels that each label of one or two letters may stand for.

    A label that fits none means that letters are roles here, ``Q`` and ``A``: then none stands for
    a name.

    :param counts: how often each label stands
    :param known: keys of labels whose people are known
    """
    if not any(len(label_key) <= 2 and label_key.isalpha() for label_key in first):
        return {}
    found: dict[str, list[str]] = {}
    before: list[str] = []
    for label_key, candidate in first.items():
        if len(label_key) > 2:
            if is_nameish(candidate.label.name) and not role_of(label_key):
                before.append(label_key)
        elif label_key.isalpha() and counts[label_key] > 1 and label_key not in known:
            found[label_key] = [name for name in before if _fits(label_key, name)]
    return found if all(found.values()) else {}


def _fits(letters: str, name: str) -> bool:
    words = name.split()
    return letters == name[0] or (len(words) > 1 and letters == words[0][0] + words[-1][0])


def ambiguous(letters: str, names: Sequence[str], first: dict[str, Candidate]) -> Finding:
    """Return what an editor should hear of letters that fit several names."""
    several = ' or '.join(first[name].label.name for name in names)
    text = f'{first[letters].label.name!r} may be {several}: give one of them this label'
    return Finding('alias_ambiguous', 'warning', first[letters].line, text)
