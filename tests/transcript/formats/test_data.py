"""JSON: times in seconds whatever the unit, and a clear error for what isn't known."""

from __future__ import annotations

import json

import pytest

from sphinxext.interview.transcript.formats import read, recognise
from sphinxext.interview.transcript.formats.data import read_json
from sphinxext.interview.transcript.formats.data.shapes import SHAPES
from sphinxext.interview.transcript.formats.registry import JSON
from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.source.decoding import number_lines


def cues(document: object, **options) -> list[tuple[float | None, str, str]]:
    captions = read_json(number_lines(json.dumps(document, **options)))
    return [(cue.start, cue.speaker, cue.text) for cue in captions.cues]


def failure(text: str) -> tuple[str, int, str]:
    with pytest.raises(TranscriptError) as caught:
        read(number_lines(text), form=JSON)
    finding = caught.value.finding
    return finding.code, finding.line, finding.text


def test_whisperx_takes_the_speaker_of_most_words_and_else_of_the_segment_before():
    words = [
        {'word': 'a', 'speaker': 'B'},
        {'word': 'b', 'speaker': 'C'},
        {'word': 'c', 'speaker': 'C'},
    ]
    document = {
        'segments': [
            {'start': 0, 'end': 1, 'text': ' One.', 'speaker': 'SPEAKER_01', 'words': words},
            {'start': 1, 'end': 2, 'text': ' Two.', 'words': words},
            {'start': None, 'end': 3, 'text': ' Three.'},
        ]
    }
    assert cues(document) == [
        (0, 'SPEAKER_01', 'One.'), (1, 'Speaker C', 'Two.'), (None, '', 'Three.'),
    ]  # fmt: skip
    transcript = read(number_lines(json.dumps(document)), form=JSON)
    assert [turn.text for turn in transcript.turns] == ['One.', 'Two. Three.']


def test_assemblyai_without_utterances_gives_words():
    words = [{'text': 'Hi', 'start': 170, 'end': 300, 'speaker': 'A'}]
    assert cues({'utterances': None, 'words': words}) == [(0.17, 'Speaker A', 'Hi')]


def test_deepgram_speakers_are_numbers_or_channels():
    def channel(word: str, start: float, **more: object) -> dict[str, object]:
        return {'alternatives': [{'words': [{'word': word, 'start': start, **more}]}]}

    assert cues(
        {'results': {'channels': [channel('hi', 1, speaker=0, punctuated_word='Hi.')]}}
    ) == [(1, 'Speaker 0', 'Hi.')]
    assert cues({'results': {'channels': [channel('b', 2), channel('a', 1)]}}) == [
        (1, 'Channel 1', 'a'), (2, 'Channel 0', 'b'),
    ]  # fmt: skip


def test_aws_labels_stand_in_a_list_of_their_own():
    def item(start: str, word: str) -> dict[str, object]:
        return {'type': 'pronunciation', 'start_time': start, 'alternatives': [{'content': word}]}

    stop = {'type': 'punctuation', 'alternatives': [{'content': '.'}]}
    labels = {'segments': [{'items': [{'start_time': '4.87', 'speaker_label': 'spk_1'}]}]}
    results = {'items': [item('4.87', 'Hi'), stop, item('5.1', 'You')], 'speaker_labels': labels}
    assert cues({'results': results}) == [(4.87, 'spk_1', 'Hi.'), (5.1, '', 'You')]


def test_a_podcast_says_one_word_or_a_space_in_a_segment():
    said = [('Ada', 'So'), ('Ada', ' '), (None, 'what?')]
    document = {'segments': [{'speaker': s, 'startTime': 1, 'body': b} for s, b in said]}
    (turn,) = read(number_lines(json.dumps(document)), form=JSON).turns
    assert turn.text == 'So what?'


def test_a_finding_names_the_line_of_the_words():
    segments = [{'start': n, 'end': n + 1, 'text': f'“Wörd” {n}\n.'} for n in range(5)]
    for options in ({'ensure_ascii': False}, {}):
        source = json.dumps({'segments': segments}, indent=2, **options)
        captions = read_json(number_lines(source))
        lines = source.split('\n')
        assert [f' {n}' in lines[cue.line - 1] for n, cue in enumerate(captions.cues)] == [True] * 5


@pytest.mark.parametrize(
    'document',
    [
        {},
        {'a': 1},
        [1],
        {'results': {}},
        {'texts': [{'text': 'x'}]},
        1,
        None,
    ],
)
def test_an_unknown_shape_is_an_error_that_lists_the_known_ones(document):
    code, line, text = failure(json.dumps(document))
    assert (code, line) == ('json_unknown', 1)
    assert all(shape.title in text for shape in SHAPES)


@pytest.mark.parametrize(
    'document',
    [
        [],
        {'segments': [], 'text': ''},
        {'utterances': None, 'words': None, 'status': 'completed'},
        {'results': {'channels': [{'alternatives': [{'transcript': '', 'words': []}]}]}},
        {'results': {'items': [], 'transcripts': []}},
        {'chunks': [], 'text': ''},
        {'monologues': []},
        {'recognizedPhrases': []},
        {'segments': [{'start': 0, 'end': 1, 'text': ' '}]},
    ],
)
def test_a_recording_without_words_is_no_unknown_shape(document):
    code, line, text = failure(json.dumps(document))
    assert (code, line) == ('no_cue', 1)
    assert 'nothing was recognised' in text


@pytest.mark.parametrize(
    ('text', 'line'),
    [
        ('{"a":\n\n]', 3),
        ('{', 1),
        ('[' * 100_000, 1),
        ('{"a":' * 100_000, 1),
        ('[' + '9' * 9999 + ']', 1),
    ],
)
def test_what_is_no_json_is_an_error_with_its_line(text, line):
    code, found, _ = failure(text)
    assert (code, found) == ('json_invalid', line)


@pytest.mark.parametrize('name', ['talk.json', 'talk.txt', 'talk'])
@pytest.mark.parametrize('text', ['{"a": 1}', '[{"a": 1}]', '[\n{}]', '{"segments": [{"st', '{}'])
def test_json_is_never_read_as_text(name, text):
    form, _ = recognise(number_lines(text), name)
    assert form is JSON


@pytest.mark.parametrize('text', ['[00:01] Ada: Why?', '[laughs]', '{#slug}', '[Ada]: Hi'])
def test_a_bracket_alone_makes_no_json(text):
    form, _ = recognise(number_lines(text), 'talk.txt')
    assert form is not JSON


@pytest.mark.parametrize(
    'value', [-1, 'x', [], {}, True, None, 1e300, float('nan'), float('inf'), '1e9']
)
def test_a_time_that_is_none_costs_no_words(value):
    source = json.dumps({'segments': [{'start': value, 'end': value, 'text': 'Hi'}]})
    (cue,) = read_json(number_lines(source)).cues
    assert (cue.start, cue.text) == (None, 'Hi')
