"""The same conversation in every shape of JSON gives the same transcript."""

from __future__ import annotations

import json

import pytest
from conversation import ADA, GRACE, SAID, read_file
from json_conversations import DOCUMENTS, LINES, NAMELESS_DOCUMENTS

from sphinxext.interview.transcript.model import Speaker

PEOPLE = (Speaker(ADA, 'interviewer'), Speaker(GRACE, 'interviewee'))
FILES = {name: json.dumps(document) for name, document in DOCUMENTS.items()} | LINES
TURNS = [(ADA, 0), (GRACE, 4), (ADA, 15), (GRACE, 65)]
WORDS = ' '.join(said.words for said in SAID)


@pytest.mark.parametrize('people', [PEOPLE, ()], ids=['declared', 'inferred'])
@pytest.mark.parametrize('name', sorted(FILES))
def test_every_shape_gives_speakers_times_and_words(name, people):
    transcript = read_file('talk.json', FILES[name], people)
    assert [
        (' & '.join(speaker.name for speaker in turn.speakers), turn.time)
        for turn in transcript.turns
    ] == TURNS
    assert ' '.join(turn.text for turn in transcript.turns) == WORDS
    assert [finding for finding in transcript.findings if finding.level != 'info'] == []


@pytest.mark.parametrize('name', sorted(NAMELESS_DOCUMENTS))
def test_shapes_without_speakers_give_times_and_words_and_no_name(name):
    transcript = read_file('talk.json', json.dumps(NAMELESS_DOCUMENTS[name]))
    assert transcript.speakers == ()
    assert ' '.join(turn.text for turn in transcript.turns) == WORDS
    assert transcript.turns[0].time == 0
    assert [p.time for turn in transcript.turns for p in turn.paragraphs][1:] == [11, 65]
    assert [f.code for f in transcript.findings if f.level != 'info'] == ['speaker_missing']


@pytest.mark.parametrize('name', sorted(FILES))
def test_every_shape_is_known_without_its_name(name):
    assert read_file('talk.txt', FILES[name]).items == read_file('talk.json', FILES[name]).items
