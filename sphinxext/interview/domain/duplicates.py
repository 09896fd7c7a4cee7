"""Warns where a name is used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..messages import __, warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from . import InterviewDomain
    from .records import Interview, Profile


def warn_duplicates(domain: InterviewDomain) -> None:
    """Warn where a name is used again, or a speaker introduced again."""
    interviews = __('duplicate interview name %r; references go to the one in %s')
    _warn_again(domain, interviews, domain.shown_interviews())
    profiles = __('%r is introduced again; references go to the one in %s')
    _warn_again(domain, profiles, domain.shown_profiles())


def _warn_again(
    domain: InterviewDomain, text: str, found: Iterable[Interview] | Iterable[Profile]
) -> None:
    first: dict[str, Interview | Profile] = {}
    for record in found:
        other = first.setdefault(record.name, record)
        if other is not record:
            # Of a fragment that several pages include, the page says more
            is_shared = other.place == record.place
            place = domain.env.doc2path(other.docname) if is_shared else other.place
            warn('duplicate', text, record.name, place, location=record.place)
