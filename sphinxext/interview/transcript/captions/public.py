"""The cues of captions that may be shown where passages of the interview are left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from .repeats import without_repeats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model import Transcript
    from .cues import Captions, Cue

_words = re.compile(r'\w+').findall


def public_cues(
    captions: Captions, transcript: Transcript, called: Callable[[str], str]
) -> list[Cue]:
    """Return the cues of paragraphs that are left.

    Also of these none with a word that nothing has that is left: what a cue became is a guess.

    :param transcript: without what is left out
    :param called: returns the pseudonym of whoever a voice names, or the voice
    """
    left_out: defaultdict[int, bool] = defaultdict(bool)
    for line, is_left_out in _starts(transcript):
        left_out[line] |= is_left_out
    lines = sorted(left_out)
    known = _vocabulary(transcript)
    kept, _ = without_repeats(captions)
    return [
        cue._replace(speaker=voice if known.issuperset(_words(voice.casefold())) else '')
        for cue in kept
        for voice in (called(cue.speaker),)
        if (place := bisect_right(lines, cue.line))
        and not left_out[lines[place - 1]]
        and known.issuperset(_words(cue.text.casefold()))
    ]


def _starts(transcript: Transcript) -> Iterator[tuple[int, bool]]:
    for paragraph in transcript.paragraphs:
        yield paragraph.line, paragraph.kind == 'restricted'


def _vocabulary(transcript: Transcript) -> set[str]:
    texts = [paragraph.text for paragraph in transcript.paragraphs]
    for speaker in transcript.speakers:
        texts += [speaker.name, *speaker.labels]
    return set(_words(' '.join(texts).casefold()))
