"""What was read of a transcript, before anything is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...transcript.formats.registry import Format
    from ...transcript.model import Exchange, Finding, Line, Markup, Paragraph, Topic, Transcript


class Reading(NamedTuple):
    """A transcript as this edition has it."""

    form: Format
    #: How the words are written.
    markup: Markup
    #: All lines below the head.
    lines: list[Line]
    transcript: Transcript
    parts: tuple[Topic | Exchange | Paragraph, ...]
    findings: tuple[Finding, ...]
    #: How many passages are left out, of a part of a file at least one if anything of the file is.
    passages: int
    #: Whether anybody has a pseudonym who speaks, or is named in the file.
    has_pseudonyms: bool
