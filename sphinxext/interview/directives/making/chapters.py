"""The chapters of a recording, as topics of its transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import report, warn
from ...transcript.formats.chapters import read_chapters
from ...transcript.model import TranscriptError
from ...transcript.segments.placing import place
from ..sources import UnreadableFileError, find_file, read_file

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from ...transcript.model import Transcript


def with_chapters(
    transcript: Transcript, named: str, env: BuildEnvironment, location: str
) -> Transcript:
    """Put the chapters of a file before the words that start at their times.

    :param named: the file, as an option names it
    :param location: of that option, for messages; one that can't be read has no chapters
    """
    path = ''
    try:
        relative, path = find_file(env, named)
        env.note_dependency(relative)
        chapters, noticed = read_chapters(read_file(path))
    except UnreadableFileError as error:
        warn('unreadable', '%s', error, location=location)
        return transcript
    except TranscriptError as error:
        report(error.finding, f'{path}:{error.finding.line}')
        return transcript
    items, findings = place(transcript.items, chapters)
    for finding in (*noticed, *findings):
        report(finding, f'{path}:{finding.line}')
    return transcript._replace(items=tuple(items))
