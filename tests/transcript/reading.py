"""Reads little transcripts for the tests."""

from __future__ import annotations

from sphinxext.interview.transcript.formats import read
from sphinxext.interview.transcript.model import Speaker, Transcript

ADA = Speaker('Ada Reader', 'interviewer')
GRACE = Speaker('Grace Keeper', 'interviewee', ('GK',))
PEOPLE = (ADA, GRACE)


def read_lines(text: str, people: tuple[Speaker, ...] = PEOPLE, **options: str) -> Transcript:
    return read(list(enumerate(text.split('\n'), 1)), people=people, **options)


def turns(transcript: Transcript) -> list[tuple[str, list[str]]]:
    """Return who speaks, and the paragraphs."""
    return [
        (' & '.join(s.name for s in turn.speakers), [p.text for p in turn.paragraphs])
        for turn in transcript.turns
    ]


def codes(transcript: Transcript) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in transcript.findings]
