"""Labels that an editor should look at: misspelt, rare, or nobody’s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding
from ..speech.doubts import alike
from .candidates import has_own_time
from .words import is_nameish, role_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from .candidates import Candidate
    from .names import Voices


#: Who speaks so often makes somebody who speaks once remarkable.
_OFTEN = 4


def left_over(
    first: dict[str, Candidate], counts: Counter[str], voices: dict[str, Voices]
) -> list[Finding]:
    """Report what looks like a speaker but stays text, once for each label."""
    findings = []
    for label_key, candidate in first.items():
        name, count = candidate.label.name, counts[label_key]
        if label_key in voices or not _may_be_speaker(candidate):
            continue
        if similar := next((other for other in voices if alike(label_key, other)), None):
            text = f'{name!r} stays text, but is spelled like {first[similar].label.name!r}'
            findings.append(Finding('speaker_similar', 'warning', candidate.line, text))
        elif count > 1:
            text = f'{name!r} starts {count} lines like a speaker, but is not declared'
            findings.append(Finding('speaker_undeclared', 'warning', candidate.line, text))
        else:
            text = (
                f'{name!r} looks like a speaker, but stays text: '
                'declare the speaker, or write a backslash before the name'
            )
            findings.append(Finding('label_once', 'warning', candidate.line, text))
    return findings


def _may_be_speaker(candidate: Candidate) -> bool:
    label = candidate.label
    is_time_in_words = label.form == 'timed' and label.rest
    return not candidate.is_link and not is_time_in_words and is_nameish(label.name)


def once(
    first: dict[str, Candidate], counts: Counter[str], voices: dict[str, Voices]
) -> Iterator[Finding]:
    """Report who speaks once among people who speak often."""
    if max((counts[label_key] for label_key in voices), default=0) < _OFTEN:
        return
    for label_key, speakers in voices.items():
        name = first[label_key].label.name
        is_sure = role_of(label_key) or has_own_time(first[label_key])
        if counts[label_key] == 1 and len(speakers) == 1 and not is_sure:
            text = f'{name!r} speaks only here: if nobody speaks, write a backslash before the name'
            yield Finding('speaker_once', 'warning', first[label_key].line, text)


def similar(
    first: dict[str, Candidate], counts: Counter[str], voices: dict[str, Voices]
) -> Iterator[Finding]:
    """Report who speaks rarely, under a name spelled like a frequent one, or like a full one."""
    frequent = [label_key for label_key in voices if counts[label_key] > 2]
    same_given: dict[str, list[str]] = {}
    for label_key, speakers in voices.items():
        given = same_given.setdefault(label_key.partition(' ')[0], [])
        others = frequent if counts[label_key] <= 2 else []
        for other in dict.fromkeys([*others, *given]):
            if speakers != voices[other] and alike(label_key, other):
                names = first[label_key].label.name, first[other].label.name
                text = f'{names[0]!r} is spelled like {names[1]!r}: is it the same speaker?'
                yield Finding('speaker_similar', 'warning', first[label_key].line, text)
        if ' ' in label_key and counts[label_key] <= 2:
            given.append(label_key)
