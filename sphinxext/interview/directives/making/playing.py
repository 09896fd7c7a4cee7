"""The recording of an interview, and what its player shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...doctree.recordings import recording
from ...messages import __, warn
from ...transcript.consent.marks import MARK, normalised
from ...transcript.recordings import parse_sources
from ..sources import UnreadableFileError, find_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment

    from ...transcript.captions.cues import Cue
    from .reading import Reading


def player(
    env: BuildEnvironment,
    given: Mapping[str, Any],
    reading: Reading,
    called: Callable[[str], str],
    location: str,
) -> Element | None:
    """Return the recording; where passages are left out, the one that an author has cut.

    :param given: options, and what the transcript says of itself
    :param called: returns the pseudonym of whoever a voice names, or the voice
    :param location: for messages
    """
    is_whole = not reading.passages
    named = parse_sources(given.get('recording' if is_whole else 'public-recording', ''))
    if not (is_whole or named) and given.get('recording'):
        text = __(
            'the recording is left out, for restricted passages can be heard in it; '
            'cut them and name the file with :public-recording:'
        )
        warn('consent', text, location=location)
    sources = tuple(one for one in named if one.is_url or _is_file(env, one.target, location))
    return recording(sources, env.docname, _captions(reading, called)) if sources else None


def _captions(reading: Reading, called: Callable[[str], str]) -> str:
    """Return what the player shows, as WebVTT; nothing where there are no cues."""
    if not reading.form.cues:
        return ''
    from ...transcript.captions.public import public_cues  # most transcripts are text
    from ...transcript.writing.webvtt import cues_as_vtt

    captions = reading.form.cues(normalised(reading.lines).lines)
    cues: Sequence[Cue] = captions.cues
    if reading.passages or reading.has_pseudonyms:
        cues = public_cues(captions, reading.transcript, called)
    cues = [cue._replace(text=MARK.sub('', cue.text)) for cue in cues]
    return cues_as_vtt(cues) if cues else ''


def _is_file(env: BuildEnvironment, path: str, location: str) -> bool:
    """Whether a file can be called so here; where none can, the author is told."""
    try:
        find_file(env, path)
    except UnreadableFileError as error:
        warn('unreadable', '%s', error, location=location)
        return False
    return True
