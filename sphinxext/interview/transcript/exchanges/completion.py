"""What every reader does last: roles, speakers, addresses, and what an editor should know."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Finding, Paragraph, Speaker, Transcript, Turn
from ..people.roles import infer_roles, options_to_paste, voices_of, with_roles
from ..segments.placing import misplaced
from .braces import with_slugs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..model import Item, Role
    from ..people.names import Voices


def complete(
    items: Sequence[Item],
    people: tuple[Speaker, ...],
    findings: Sequence[Finding],
    *,
    preamble: Sequence[Paragraph] = (),
    epilogue: Sequence[Paragraph] = (),
    metadata: Mapping[str, str] = {},
) -> Transcript:
    """Make the Transcript of what was read.

    :param people: the declared speakers
    :param findings: what was noticed so far
    """
    findings = list(findings)
    turns = [item for item in items if isinstance(item, Turn)]
    findings += _times_backwards(turns)
    findings += misplaced(items)
    if turns:
        findings += _unused(people, turns)
    roles = {person.name: person.role or 'interviewee' for person in people}
    if 'interviewer' not in roles.values() and turns:
        roles = infer_roles(turns)
    voices = voices_of(turns)
    if any(roles.get(s.name, s.role) != s.role for speakers in voices for s in speakers):
        items = _with_roles(items, roles, voices)
    spoken = [speaker for speakers in voices for speaker in with_roles(speakers, roles)]
    speakers = tuple(dict.fromkeys([*with_roles(people, roles), *spoken]))
    is_guess = not any(person.role == 'interviewer' for person in people)
    if is_guess and not set(with_roles(people, roles)) >= set(spoken):
        text = 'speakers were inferred; to be sure, give these options:\n' + options_to_paste(
            speakers
        )
        findings.append(Finding('speakers_inferred', 'info', turns[0].line, text))
    items = tuple(with_slugs(items, findings))
    return Transcript(items, speakers, tuple(preamble), tuple(epilogue), metadata, tuple(findings))


def _with_roles(items: Sequence[Item], roles: dict[str, Role], voices: list[Voices]) -> list[Item]:
    """Give the speakers of each turn the roles that were inferred for them."""
    known = {id(speakers): with_roles(speakers, roles) for speakers in voices}
    return [
        Turn(known[id(item.speakers)], item.paragraphs, item.line, item.time, item.slug, item.role)
        if isinstance(item, Turn)
        else item
        for item in items
    ]


def _unused(people: Sequence[Speaker], turns: Sequence[Turn]) -> Iterator[Finding]:
    spoken = {speaker.name for speakers in voices_of(turns) for speaker in speakers}
    for person in people:
        if person.name not in spoken:
            text = f'{person.name} is declared, but never speaks'
            yield Finding('speaker_unused', 'warning', turns[0].line, text)


def _times_backwards(turns: Sequence[Turn]) -> Iterator[Finding]:
    timed = [turn for turn in turns if turn.time is not None]
    for before, turn in pairwise(timed):
        if turn.time < before.time:  # type: ignore[operator]
            text = f'the time goes back behind that of line {before.line}'
            yield Finding('time_backwards', 'warning', turn.line, text)
