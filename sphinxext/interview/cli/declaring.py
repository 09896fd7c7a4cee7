"""Some speakers are declared on the command line, the others are inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..transcript.people.names import Directory

if TYPE_CHECKING:
    from ..transcript.model import Speaker
    from .files import File, Files


def read_with(files: Files, said: tuple[Speaker, ...]) -> File:
    """Return the only file, read with the speakers of *said* and with whoever else speaks in it."""
    files.options.people = ()
    (file,) = files
    if not said or file.loaded is None:
        return file
    declared = Directory(said)
    others = [
        speaker._replace(role='interviewee') if speaker.role == 'interviewer' else speaker
        for speaker in file.loaded.transcript.speakers
        if not declared.find(speaker.name)
    ]
    files.options.people = (*said, *others)
    (again,) = files
    return again
