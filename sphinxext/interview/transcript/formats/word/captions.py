"""Captions that somebody pasted into a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...captions.merging import transcribe
from ..cues.subrip import read_subrip
from ..cues.timings import loose_timings
from ..cues.webvtt import has_signature, read_webvtt

if TYPE_CHECKING:
    from ...material import Material
    from ...model import Line, Transcript

#: The share of paragraphs that are timings: one in three of cues with a number, one in two without;
#: of long cues, and of those with several lines, fewer.
_OFTEN = 0.2


def are_captions(lines: list[Line]) -> bool:
    """Whether paragraphs are those of captions: ``WEBVTT`` at the start, or many timings."""
    shown = [line for line in lines if line[1].strip()]
    timed = sum(_is_timing(text) for _, text in shown)
    return bool(timed) and (has_signature(shown) or timed >= len(shown) * _OFTEN)


def read_captions(material: Material) -> Transcript:
    """Read the lines of such a document."""
    lines = _parted(material.lines)
    captions = read_webvtt(lines) if has_signature(lines) else read_subrip(lines)
    return transcribe(captions, material.people, material.paragraphs)


def _is_timing(text: str) -> bool:
    return '-->' in text and loose_timings(text) is not None


def _parted(lines: list[Line]) -> list[Line]:
    """Return lines with a blank one before each cue, and nowhere else: paragraphs have no other."""
    shown = [(number, str(text)) for number, text in lines if text.strip()]
    parted: list[Line] = []
    for number, text in shown:
        if _is_timing(text):
            has_number = bool(parted) and parted[-1][1].strip().isdigit()
            parted.insert(len(parted) - has_number, (number, ''))
        parted.append((number, text))
    return parted
