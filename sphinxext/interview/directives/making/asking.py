"""What an author asks for: a part of the file, and people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...messages import __, warn
from ...transcript.model import TranscriptError
from ...transcript.people.declared import parse_people
from ...transcript.source.keys import ROLES
from ...transcript.source.part import select
from ..options import SELECTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...transcript.formats.registry import Format
    from ...transcript.model import Line, Speaker


def selected(lines: list[Line], form: Format, options: Mapping[str, Any]) -> list[Line]:
    """Return the lines of the part that the options ask for, with the header they need.

    :raises TranscriptError: ``selection``
    """
    asked = {name.replace('-', '_'): options.get(name, '') for name in SELECTION}
    if not any(asked.values()):
        return lines
    if form.header is None:
        text = __('a file of this kind can only be shown whole: %s') % form.title
        raise TranscriptError('selection', 1, text)
    chosen = select(lines, lines_spec=asked.pop('lines'), **asked)
    header = [line for line in lines[: form.header] if line not in chosen[: form.header]]
    return [*header, *chosen]


def people_of(
    options: Mapping[str, Any], declared: tuple[Speaker, ...], location: str
) -> tuple[Speaker, ...]:
    """Return the people of the options; for a role without option those whom the file declares."""
    people = []
    for role in ROLES:
        if role not in options:
            people += [speaker for speaker in declared if speaker.role == role]
            continue
        try:
            people += parse_people(options[role], role)
        except ValueError as error:
            warn('directive', ':%s: %s', role, error, location=location)
    return tuple(people)
