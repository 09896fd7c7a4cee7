"""A text in which nobody is named and nobody asks: a talk, where one person is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding
from ..people.labels import Label, key
from .blocks import Break, Heading, Labelled, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Speaker
    from ..people.candidates import Candidate
    from ..people.names import Voices
    from .choice import Laid

Talk = tuple['list[Laid]', 'dict[str, Voices]', Finding]


def as_talk(
    found: Sequence[Laid], candidates: Sequence[Candidate], people: Sequence[Speaker]
) -> Talk | None:
    """Return the blocks with all words as the only person's, who is now in the voices, and a doubt.

    None where more than one person is declared, or something looks like the label of another.
    """
    names = [key(candidate.label.name) for candidate in candidates if not candidate.is_link]
    is_only = len(people) == 1 and len(set(names)) == len(names)
    first = next((place for place, block in enumerate(found) if _has_words(block)), None)
    if not is_only or first is None:
        return None
    person = people[0]
    line = found[first].line
    label = Labelled(line, '', Label(person.name, '', 'set off'))
    text = f'no line names a speaker, so all words are those of {person.name}'
    doubt = Finding('talk', 'info', line, text)
    return [*found[:first], label, *found[first:]], {key(person.name): (person,)}, doubt


def _has_words(block: Laid) -> bool:
    return not isinstance(block, Heading | Break) and not (
        isinstance(block, Text) and not block.text
    )
