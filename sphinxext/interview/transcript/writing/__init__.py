"""Transcripts as files: text that an editor can correct, Markdown, JSON, WebVTT, and what podcasts publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .json import as_json
from .markdown import as_markdown
from .podcast import as_chapters, as_podcast
from .text import as_text
from .webvtt import as_vtt

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..loading import Loaded


class Writer(NamedTuple):
    """A format that is written."""

    #: Of the file's name.
    suffix: str
    #: Returns the file's content; may raise `TranscriptError`.
    write: Callable[[Loaded], str]


WRITERS = {
    'text': Writer('.txt', as_text),
    'markdown': Writer('.md', as_markdown),
    'json': Writer('.json', as_json),
    'vtt': Writer('.vtt', as_vtt),
    'podcast': Writer('.podcast.json', as_podcast),
    'chapters': Writer('.chapters.json', as_chapters),
}
