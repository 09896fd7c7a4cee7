"""What speakers are called in references: as their details say, else as their names suggest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...citing.names import Name, parse_name
from ...messages import __, inform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .. import InterviewDomain
    from ..records import Interview

#: The details that a name is made of.
_PARTS = ('family', 'given', 'particle', 'suffix')


def profiles_of(domain: InterviewDomain) -> dict[str, dict[str, Any]]:
    """Return what is known of speakers; where they are introduced counts more than ``conf.py``."""
    known: dict[str, dict[str, Any]] = {
        name: dict(details) for name, details in domain.env.config.interview_speakers.items()
    }
    for name, profile in domain.profiles.items():
        known.setdefault(name, {}).update(profile.details)
    return known


def people_of(
    interview: Interview, profiles: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[Name, ...]]:
    """Return the names of an interview's speakers by role."""
    pairs = list(zip(interview.speakers, interview.roles, strict=True))
    return {
        role: tuple(name_of(name, profiles) for name, has in pairs if has == role)
        for role in ('interviewee', 'interviewer', 'participant')
    }


def name_of(full: str, profiles: Mapping[str, Mapping[str, Any]]) -> Name:
    """Return a name in parts, as ``interview_speakers`` says, else as its words suggest."""
    profile = profiles.get(full, {})
    orcid = profile.get('orcid', '')
    if profile.get('group'):
        return Name(literal=full, orcid=orcid, is_group=True)
    if 'family' not in profile:
        return replace(parse_name(full), orcid=orcid)
    family, given, particle, suffix = (str(profile.get(part, '')) for part in _PARTS)
    return Name(family, given, particle, suffix, orcid=orcid)


def inform_of_guesses(domain: InterviewDomain) -> None:
    """Say of each name whose parts are a guess how it is cited, and what to write to be sure."""
    profiles = profiles_of(domain)
    said: set[str] = set()
    for interview in domain.shown_interviews():
        for full in interview.speakers:
            name = name_of(full, profiles)
            if name.is_guess and full not in said:
                said.add(full)
                text = __('%r is cited as “%s”; to be sure, write interview_speakers = {%r: %r}')
                given = (full, name.inverted, full, _details(name))
                inform('name', text, *given, location=interview.place)


def _details(name: Name) -> dict[str, str]:
    if name.literal:
        return {'family': name.literal}
    return {part: value for part in _PARTS if (value := getattr(name, part))}
