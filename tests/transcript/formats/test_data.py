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


def findings(document: object) -> list[tuple[str, str]]:
    captions = read_json(number_lines(json.dumps(document)))
    return [(finding.code, finding.level) for finding in captions.findings]


SENTENCE = 'We had rain in June, and the beans were tall.'


@pytest.mark.parametrize(
    ('times', 'start', 'reported'),
    [
        ((3, 7), 3, []),
        ((3000, 7000), 3, [('time_unit', 'info')]),
        ((3 * 10**6, 7 * 10**6), 3, [('time_unit', 'info')]),
        # A long silence or a noise in a segment is no other unit; nor are fractions milliseconds
        ((3, 150), 3, []),
        ((3.5, 7000.5), 3.5, [('time_unit', 'warning')]),
        (('3000', '7000'), 3, [('time_unit', 'info')]),
        (('0:00:03.000', '0:00:07.000'), 3, []),
        (('00:03', '00:07'), 3, []),
        (('PT3S', 'PT7S'), 3, []),
        (('3.0s', '7.0s'), 3, []),
        (({'seconds': '3', 'nanos': 0}, {'seconds': 7}), 3, []),
    ],
)
def test_times_are_read_in_the_unit_in_which_people_can_speak(times, start, reported):
    start_, end = times
    document = {'segments': [{'start': start_, 'end': end, 'text': SENTENCE}]}
    assert cues(document) == [(start, '', SENTENCE)]
    assert findings(document) == reported


def test_a_shape_of_milliseconds_may_hold_seconds():
    document = {'utterances': [{'start': 3, 'end': 7, 'text': SENTENCE, 'speaker': 'A'}]}
    assert cues(document) == [(3, 'Speaker A', SENTENCE)]


def test_one_short_word_tells_nothing_of_the_unit():
    document = {'segments': [{'start': 0, 'end': 60, 'text': 'Hm'}]}
    assert (cues(document), findings(document)) == ([(0, '', 'Hm')], [])


@pytest.mark.parametrize('value', ['2030-01-01T09:00:05Z', 1_890_000_000, 'soon', None])
def test_a_time_that_is_dropped_is_a_warning(value):
    document = [{'start': 1, 'text': 'One.'}, {'start': value, 'text': 'Two.'}]
    captions = read_json(number_lines(json.dumps(document, indent=1)))
    assert [cue.start for cue in captions.cues] == [1, None]
    (finding,) = captions.findings
    assert (finding.code, finding.level, finding.line) == ('time_missing', 'warning', 8)


def test_a_file_without_any_time_misses_none():
    document = {'segments': [{'speaker': 'Ada', 'text': 'One.'}, {'speaker': 'Bo', 'text': 'Two.'}]}
    assert findings(document) == []


def said(document: object) -> list[tuple[str, str]]:
    transcript = read(number_lines(json.dumps(document)), form=JSON)
    return [(' & '.join(s.name for s in turn.speakers), turn.text) for turn in transcript.turns]


def test_where_names_stand_at_changes_only_the_last_one_goes_on():
    rows = [('Ada', 'Why?'), ('Bo', 'So.'), (None, 'And so.'), ('Ada', 'Ah.'), (None, 'Oh.')]
    document = {
        'segments': [{'speaker': name, 'startTime': 1, 'body': text} for name, text in rows]
    }
    assert said(document) == [('Ada', 'Why?'), ('Bo', 'So. And so.'), ('Ada', 'Ah. Oh.')]


def test_where_names_come_again_a_segment_without_one_is_nobodys():
    rows = [('Ada', 'Why?'), ('Bo', 'So.'), ('Bo', 'And so.'), (None, 'Hm.'), ('Ada', 'Ah.')]
    document = {'segments': [{'speaker': name, 'start': 1, 'text': text} for name, text in rows]}
    assert said(document) == [('Ada', 'Why?'), ('Bo', 'So. And so.'), ('', 'Hm.'), ('Ada', 'Ah.')]


@pytest.mark.parametrize('name', ['Unknown', 'UU', 'unnamed speaker', '?'])
def test_who_is_said_to_be_unknown_is_nobody(name):
    rows = [('Ada', 'Why?'), (name, 'So.'), ('Bo', 'Ah.')]
    document = {'segments': [{'speaker': name, 'start': 1, 'text': text} for name, text in rows]}
    assert said(document) == [('Ada', 'Why?'), ('', 'So.'), ('Bo', 'Ah.')]


def test_the_words_of_a_segment_decide_where_it_splits():
    words = [
        {'word': 'Why?', 'start': 1, 'speaker': 'A'},
        {'word': 'Because', 'start': 2, 'speaker': 'B'},
        {'word': '8'},
        {'word': 'Ah.', 'start': 4, 'speaker': 'A'},
    ]
    document = {'segments': [{'start': 1, 'text': ' Why? “Because 8.” Ah.', 'words': words}]}
    assert cues(document) == [
        (1, 'Speaker A', 'Why?'), (2, 'Speaker B', '“Because 8.”'), (4, 'Speaker A', 'Ah.'),
    ]  # fmt: skip


def test_words_in_a_script_without_spaces_stay_together():
    words = [{'text': sign, 'type': 'word', 'start': n} for n, sign in enumerate('今日は晴れ。')]
    assert cues({'language_probability': 1, 'words': words}) == [(0, '', '今日は晴れ。')]


def test_a_speaker_0_of_two_tracks_is_two_people():
    def channel(*said: tuple[str, int, int]) -> dict[str, object]:
        words = [{'word': word, 'start': start, 'speaker': who} for word, start, who in said]
        return {'alternatives': [{'words': words}]}

    one, other = channel(('Why?', 1, 0), ('Ah.', 5, 0)), channel(('So.', 3, 0))
    assert cues({'results': {'channels': [one, other]}}) == [
        (1, 'Channel 0', 'Why?'), (3, 'Channel 1', 'So.'), (5, 'Channel 0', 'Ah.'),
    ]  # fmt: skip
    many = channel(('So.', 3, 0), ('No.', 7, 1))
    assert [name for _, name, _ in cues({'results': {'channels': [one, many]}})] == [
        'Channel 0', 'Channel 1 Speaker 0', 'Channel 0', 'Channel 1 Speaker 1',
    ]  # fmt: skip


def test_google_says_all_words_again_with_their_speakers_and_they_are_kept_once():
    def result(words: str, start: int, tags: list[int]) -> dict[str, object]:
        found = [
            {'word': word, 'startTime': f'{start + n}s', 'endTime': '9s', 'speakerTag': tag}
            for n, (word, tag) in enumerate(zip(words.split(), tags, strict=True))
        ]
        return {'alternatives': [{'transcript': words, 'words': found}]}

    results = [
        result('Why now?', 1, [0, 0]),
        result('So. Yes.', 3, [0, 0]),
        result('Why now? So. Yes.', 1, [1, 1, 2, 2]),
    ]
    wanted = [(1, 'Speaker 1', 'Why now?'), (3, 'Speaker 2', 'So.'), (4, 'Speaker 2', 'Yes.')]
    assert cues({'results': results}) == wanted
    # But what only one result says stays, and so does what somebody says again
    assert len(cues({'results': [result('Well.', 0, [0]), *results]})) == 4
    twice = [result('Yes.', 1, [1]), result('No.', 2, [2]), result('Yes. No. Yes.', 5, [1, 2, 1])]
    assert len(cues({'results': twice})) == 5


@pytest.mark.parametrize(
    'document',
    [
        {'name': 'pkg', 'version': '1.0', 'dependencies': {'a': '1'}, 'files': [{'text': 'x'}]},
        {
            'type': 'FeatureCollection',
            'features': [{'type': 'Feature', 'properties': {'name': 'x'}}],
        },
        [{'title': 'Intro', 'start': 0}, {'title': 'End', 'start': 60}],
        [{'name': 'Spade', 'text': 'Digs.'}, {'name': 'Rake', 'text': 'Rakes.'}],
        [
            {'text': 'So new!', 'timestamp': '2030-01-01T09:00:05Z'},
            {'text': 'No.', 'timestamp': 'x'},
        ],
        {'one': [{'speaker': 'A', 'text': 'x'}], 'two': [{'speaker': 'B', 'text': 'y'}]},
        {'data': ['a', {'speaker': 'A', 'text': 'x'}]},
    ],
)
def test_a_list_that_may_be_something_else_is_no_transcript(document):
    assert failure(json.dumps(document))[0] == 'json_unknown'


def test_an_invented_list_is_read_and_says_how():
    document = {'show': {'lines': [{'name': n, 'line': 'So.'} for n in ('Ada', 'Bo', 'Ada')]}}
    captions = read_json(number_lines(json.dumps(document)))
    assert [cue.speaker for cue in captions.cues] == ['Ada', 'Bo', 'Ada']
    (finding,) = captions.findings
    assert (finding.code, finding.level) == ('json_guessed', 'info')
    assert '“show.lines”: words are “line”, speakers “name”' in finding.text


def test_turns_and_their_words_once_more_are_read_once():
    turns = [{'speaker': 'Ada', 'start': 1, 'text': 'So what?'}]
    words = [{'speaker': 'Ada', 'start': n, 'text': text} for n, text in enumerate(['So', 'what?'])]
    assert cues({'output': {'wordLevel': words, 'turnLevel': turns}}) == [(1, 'Ada', 'So what?')]


def test_a_line_is_found_behind_a_long_text():
    text = 'Some words. ' * 20_000
    document = {
        'text': text,
        'segments': [{'start': 0, 'end': 1, 'text': f' So {n}.'} for n in (1, 2)],
    }
    captions = read_json(number_lines(json.dumps(document, indent=1)))
    assert [cue.line for cue in captions.cues] == [7, 12]


def test_json_lines_are_one_document_and_a_broken_one_is_named():
    line = json.dumps({'speaker': 'Ada', 'text': 'So.'})
    form, _ = recognise(number_lines(f'{line}\n{line}\n'), 'talk')
    assert form is JSON
    code, number, _ = failure(f'{line}\n{line}\n{{"speaker": }}\n')
    assert (code, number) == ('json_invalid', 3)


@pytest.mark.parametrize(
    'text',
    [
        '{"title": "Beans"}\n\nAda: Why?\n',
        '{\n  "title": "Beans"\n}\n\nAda: Why?\n',
        '[[00:01](talk.mp3)] Ada: Why?',
        '{{ template }}\n\nAda: Why?',
        '["Why?"] she said',
    ],
)
def test_json_with_text_behind_it_is_no_json(text):
    form, _ = recognise(number_lines(text), 'talk.md')
    assert form is not JSON


def test_json_longer_than_what_tells_a_format_is_json():
    segments = [{'start': n, 'end': n + 1, 'text': 'So.'} for n in range(2000)]
    form, _ = recognise(number_lines(json.dumps({'segments': segments}, indent=1)), 'talk')
    assert form is JSON


def test_the_language_is_kept_where_it_is_a_code():
    for written, code in {
        'en': 'en',
        'en_us': 'en',
        'pt-BR': 'pt',
        'english': None,
        'eng': None,
    }.items():
        document = {'language_code': written, 'utterances': [{'text': 'So.', 'start': 1}]}
        assert read_json(number_lines(json.dumps(document))).metadata.get('language') == code


@pytest.mark.parametrize('names', ['Speaker_A Speaker_B', 'A B', 'spk-x spk-y'])
def test_letters_of_machines_are_no_misspellings(names):
    one, other = names.split()
    segments = [{'speaker': name, 'start': 1, 'text': 'So?'} for name in (one, other) + (one,) * 2]
    transcript = read(number_lines(json.dumps({'segments': segments})), form=JSON)
    assert 'speaker_similar' not in {finding.code for finding in transcript.findings}


@pytest.mark.parametrize(
    'people',
    [
        [{'id': 1, 'name': 'Ada'}, {'id': 2, 'name': 'Bo'}],
        [{'spkid': '1', 'name': 'Ada'}, {'spkid': '2', 'name': 'Bo'}],
        {'1': 'Ada', '2': {'name': 'Bo'}},
    ],
)
def test_a_list_of_people_gives_numbers_their_names(people):
    segments = [{'speaker': number, 'start': 1, 'text': 'So.'} for number in (1, 2, 3)]
    assert [name for _, name, _ in cues({'speakers': people, 'segments': segments})] == [
        'Ada', 'Bo', 'Speaker 3',
    ]  # fmt: skip


def test_objects_are_read_as_the_rows_of_a_table():
    said = [
        ('Ada', 'Why so late?'),
        ('Bo', 'It rained.'),
        ('Ada', 'All day?'),
        ('Bo', 'It did so.'),
    ]
    document = {
        'part': [{'Who?': who, 'Zitat': text, 'start_ms': n} for n, (who, text) in enumerate(said)]
    }
    assert [(who, text) for _, who, text in cues(document)] == said


def test_objects_may_be_questions_with_their_answers():
    document = [{'question': 'Why?', 'answer': 'So.'}, {'question': 'Oh?', 'answer': 'Yes.'}]
    assert [(who, text) for _, who, text in cues(document)] == [
        ('Question', 'Why?'), ('Answer', 'So.'), ('Question', 'Oh?'), ('Answer', 'Yes.'),
    ]  # fmt: skip
