"""What a text that is laid out says of who speaks: labels, and the sides of the conversation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..layouts.blocks import Heading, Labelled, Text
from ..layouts.questions import Question
from ..people.candidates import Candidate
from ..people.labels import key
from ..speech.questions import is_question
from .assembly import Sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..layouts.choice import Laid
    from ..model import Speaker
    from ..people.names import Voices

#: What is no speech behind a colon: an address, a number.
_LINK = re.compile(r'<?https?://\S+|\[[^\]]*\]\(\S+\)|[\W\d_]+')


def candidates_of(found: Sequence[Laid]) -> Iterator[Candidate]:
    """Return the labels, each with whether somebody asks something in its turn."""
    before: Labelled | Question | None = None
    asking = False
    section = place = 0
    for block in found:
        if isinstance(block, Text):
            asking = asking or (before is not None and is_question(block.text))
        elif isinstance(block, (Labelled, Question)) and block.label is not None:
            if before is not None:
                yield _candidate(before, place, asking=asking)
            before, place = block, section
            asking = isinstance(block, Question) or is_question(block.label.rest)
        else:
            section += isinstance(block, Heading)
    if before is not None:
        yield _candidate(before, place, asking=asking)


def _candidate(block: Labelled | Question, section: int, *, asking: bool) -> Candidate:
    rest = block.label.rest.strip() if block.label and isinstance(block, Labelled) else ''
    is_link = bool(rest) and _LINK.fullmatch(rest) is not None
    return Candidate(block.label, block.line, is_link, asking, section)  # type: ignore[arg-type]


def count_paragraphs(found: Sequence[Laid]) -> int:
    """Return how many paragraphs start from the first label on; one that has a label is one."""
    count = 0
    is_after_blank = False
    for block in found:
        if isinstance(block, Text):
            count += bool(count and is_after_blank and block.text)
            is_after_blank = not block.text
        else:
            count += getattr(block, 'label', None) is not None
            is_after_blank = False
    return count


def sides_of(found: Sequence[Laid], voices: dict[str, Voices], people: Sequence[Speaker]) -> Sides:
    """Return who asks the questions that stand out, and who answers, where it can be only one."""
    asked = {b.label.name for b in found if isinstance(b, Question) and b.label is not None}
    said = {block.label.name for block in found if isinstance(block, Labelled)}
    asking, answering = (
        {voices[key(name)] for name in names if key(name) in voices} for names in (asked, said)
    )
    answering -= asking
    if people:
        declared: set[Voices] = {(p,) for p in people if p.role == 'interviewer'}
        asking = declared if len(declared) == 1 else asking
        answering = {(p,) for p in people if p.role == 'interviewee'} or answering
    return Sides(_only(asking), _only(answering))


def _only(voices: set[Voices]) -> Voices:
    return next(iter(voices)) if len(voices) == 1 else ()
