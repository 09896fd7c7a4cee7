"""The same conversation gives the same transcript, whatever format it comes in."""

from __future__ import annotations

import pytest
from conversation import ADA, FORMATS, GRACE, NAMELESS, SAID, read_file

from sphinxext.interview.transcript.model import Speaker, Transcript

PEOPLE = (Speaker(ADA, 'interviewer'), Speaker(GRACE, 'interviewee'))
#: Speaker, time and words of each paragraph; the turn's time is that of its first one.
EXPECTED = [(said.speaker, float(said.start), said.words) for said in SAID]
#: A transcript with markup keeps the source of a turn as one paragraph.
MARKDOWN = {'bold.md'}


def paragraphs(transcript: Transcript) -> list[tuple[str, float | None, str]]:
    return [
        (
            ' & '.join(speaker.name for speaker in turn.speakers),
            paragraph.time if number else turn.time,
            paragraph.text,
        )
        for turn in transcript.turns
        for number, paragraph in enumerate(turn.paragraphs)
    ]


@pytest.mark.parametrize('people', [PEOPLE, ()], ids=['declared', 'inferred'])
@pytest.mark.parametrize('name', sorted(FORMATS.keys() - MARKDOWN))
def test_every_format_gives_speakers_times_and_words(name, people):
    transcript = read_file(name, FORMATS[name], people)
    # A Word document of Teams says the name again: still one turn, with the second time
    assert paragraphs(transcript) == EXPECTED
    assert [(s.name, s.role) for s in transcript.speakers] == [
        (ADA, 'interviewer'),
        (GRACE, 'interviewee'),
    ]
    assert [finding for finding in transcript.findings if finding.level != 'info'] == []


def test_markdown_gives_the_same_turns():
    transcript = read_file('bold.md', FORMATS['bold.md'], PEOPLE)
    assert [(turn.speakers[0].name, turn.time) for turn in transcript.turns] == [
        (ADA, 0), (GRACE, 4), (ADA, 15), (GRACE, 65),
    ]  # fmt: skip


@pytest.mark.parametrize('name', NAMELESS)
def test_formats_without_speakers_give_times_and_words_and_no_name(name):
    transcript = read_file(name, NAMELESS[name])
    assert transcript.speakers == ()
    words = ' '.join(turn.text for turn in transcript.turns)
    assert words == ' '.join(said.words for said in SAID)
    assert transcript.turns[0].time == 0
    assert [p.time for turn in transcript.turns for p in turn.paragraphs][1:] == [11, 65]
    assert [f.code for f in transcript.findings if f.level == 'warning'] == ['speaker_missing']


@pytest.mark.parametrize('name', NAMELESS)
def test_a_talk_belongs_to_the_only_person_who_is_declared(name):
    transcript = read_file(name, NAMELESS[name], (Speaker(GRACE, 'interviewee'),))
    assert {turn.speakers[0].name for turn in transcript.turns} == {GRACE}
    assert [f for f in transcript.findings if f.level != 'info'] == []


@pytest.mark.parametrize('name', sorted(FORMATS | NAMELESS))
def test_a_format_is_known_without_its_name(name):
    content = (FORMATS | NAMELESS)[name]
    assert read_file('talk', content, PEOPLE).items == read_file(name, content, PEOPLE).items or (
        name in MARKDOWN
    )
