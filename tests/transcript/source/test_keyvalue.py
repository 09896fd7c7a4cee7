"""Heads of ``Key: value`` lines."""

from __future__ import annotations

import pytest
from heads import people, read_head, said, words

TURN = 'Mira: Why?'


@pytest.mark.parametrize(
    ('key', 'option'),
    [
        ('Place', 'place'), ('LOCATION', 'place'), ('location', 'place'), ('Media', 'medium'),
        ('Interview  date', 'date'), ('Recorded', 'date'), ('Licence', 'license'),
        ('Podcast', 'container'), ('Language', 'language'), ('how_to_cite', 'how-to-cite'),
        ('How to cite', 'how-to-cite'), ('Questions', 'questions'), ('Ort', 'place'),
        ('Fecha', 'date'), ('Langue', 'language'), ('地点', 'place'),
    ],
)  # fmt: skip
def test_a_key_is_known_in_any_case_and_by_its_synonyms(key, option):
    value = 'list' if option == 'questions' else 'Port: Harbour Street'
    head = read_head(f'Title: Bread\n{key}: {value}\n\n{TURN}')
    assert said(head) == {'title': 'Bread', option: value}
    assert words(head) == [TURN]


@pytest.mark.parametrize(
    ('written', 'value'),
    [
        ('Place: a long\n  way off\n\there', 'a long way off here'),
        ('Place:\n    a long way off', 'a long way off'),
        ('Place: here  ', 'here'),
        ('Place: here\\', 'here'),
        ('Place: here<br>', 'here'),
        ('**Place:** here', 'here'),
        ('**Place**: here', 'here'),
        ('_Place:_ here', 'here'),
        ('- Place: here', 'here'),
        ('* **Place:** here', 'here'),
        ('Place：here', 'here'),
        ('Place : here', 'here'),
        ('place: "here: there"', 'here: there'),
        ('Place:', ''),
    ],
)
def test_a_value_may_go_on_and_a_key_may_stand_out(written, value):
    head = read_head(f'Title: Bread\n{written}\nDate: 1999\n\n{TURN}')
    assert said(head) == {'title': 'Bread', 'place': value, 'date': '1999'}
    assert words(head) == [TURN]


@pytest.mark.parametrize(
    'written', ['tags:\n- bread\n- salt', 'tags:\n  - bread\n  - salt', 'tags: [bread, "salt"]']
)
def test_a_list_is_several_values(written):
    assert said(read_head(f'title: Bread\n{written}\n---\n\n{TURN}'))['tags'] == 'bread; salt'


@pytest.mark.parametrize(
    'title',
    [
        '# A talk\n\n', '# A talk\n', 'A talk\n======\n\n', 'A talk\n', 'A talk\n\n',
        'A talk: on bread\n\n', '\n\n', '---\n', '# A talk\n## With Mira\n\n',
    ],
)  # fmt: skip
def test_a_head_may_stand_below_a_title_which_stays(title):
    head = read_head(f'{title}Date: 1999\nPlace: here\n\n{TURN}')
    assert said(head) == {'date': '1999', 'place': 'here'}
    assert words(head) == [*filter(None, title.split('\n')), TURN]


@pytest.mark.parametrize('title', ['We met in May.\n\n', 'Words\nof a preamble\n\n', '> Quoted?\n'])
def test_a_head_does_not_stand_below_anything_else(title):
    text = f'{title}Date: 1999\nPlace: here\n\n{TURN}'
    assert said(read_head(text)) == {}
    assert words(read_head(text)) == [*filter(None, text.split('\n'))]


def test_blank_lines_may_part_the_keys_that_are_known():
    head = read_head(f'Title: Bread\n\nInterviewee: Tom Ferry\n\nDate: 1999\n\nSalt: x\n\n{TURN}')
    assert said(head) == {'title': 'Bread', 'interviewee': 'Tom Ferry', 'date': '1999'}
    assert words(head) == ['Salt: x', TURN]


@pytest.mark.parametrize(
    'unknown', ['Camera: Joe Bloggs', 'series-number: 7', 'Sound and light: Ann', 'Stage: Hall 2']
)
@pytest.mark.parametrize('place', [0, 1, 2])
def test_what_is_unknown_belongs_to_the_head(unknown, place):
    lines = ['Title: Bread', 'Date: 1999']
    lines.insert(place, unknown)
    key, _, value = unknown.partition(': ')
    head = read_head('\n'.join([*lines, '', TURN]))
    assert said(head) == {'title': 'Bread', 'date': '1999', key.lower(): value}
    assert words(head) == [TURN]


@pytest.mark.parametrize(
    'line', ['questions: bold', 'Title: Bread', 'Title: Why bread?', 'date: 1999', 'numbered:']
)
def test_an_option_alone_is_a_head(line):
    head = read_head(f'{line}\n\n{TURN}')
    assert len(said(head)) == 1
    assert words(head) == [TURN]


@pytest.mark.parametrize(
    'text',
    [
        '',
        TURN,
        'Title: Bread\nDate: 1999',  # nothing follows
        'Title: Bread\nMira: Why?\n\nTom: So.',
        'Title: Bread\nMira: yes\n\nTom: So.',
        'Title: Bread\nA line of words\n\nMira: Why?',
        'Preamble: we met in May.\n\nMira: Why?',
        'Host: Mira Salt\n\nMira: Why?',  # a person alone may speak
        'Interviewer: Why do you bake?\nInterviewee: I must.\n\nInterviewer: So?',
        'Host: Hello and welcome to this show about all the bread that we eat here\nGuest: Hi\n\nx',
        'Host: Hello\nGuest: Hi\n\nHost: So\nGuest: Well',
        'host: tell me\nguest: nothing new\n\nhost: so\nguest: well',
        '主持人：大家好\n嘉宾：你好\n\n主持人：请问',
        'Ada: Hello.\nGrace: Hi.',
        'Ada: Hello\nGrace: Hi\n\nAda: So',
        'Apples: 2.50\nPears: 3.00\n\nPlums: 1.80',
        'Date: 10 May.\n\nDate: 11 May.\n\nMira: Why?',
        'https://bread.example\nhttps://salt.example\n\nMira: Why?',
        '[bread]: https://bread.example\n[salt]: https://salt.example "Title: x"\n\nMira: Why?',
        '[^1]: Title: a footnote\n\nMira: Why?',
        '![Title: a picture](title.png)\n\nMira: Why?',
        'One line.  \nTitle: a line behind a break.\n\nMira: Why?',
        '{% include title.html %}\n\nMira: Why?',
        '{{< youtube abc >}}\n\nMira: Why?',
        '{{ content }}\n\nMira: Why?',
    ],
)
def test_what_may_be_speech_is_no_head(text):
    head = read_head(text)
    assert said(head) == {}
    assert words(head) == [line for line in text.split('\n') if line]


@pytest.mark.parametrize(
    'turns',
    [
        ['Mira: Why?', 'Tom: So.'],
        ['Mira: Why?', '', 'Tom: So.'],
        ['Mira: yes', 'Tom: no', 'Mira: yes'],
        ['Tom Ferry: a name of the head', '', 'Mira: yes'],
        ['Ferry: a family name of the head', '', 'Mira: yes'],
        ['Q: why', '', 'A: so'],
        ['Host: Well, why', 'Guest: So'],
        ['Interviewer: why is that', '', 'Interviewee: so'],
        ['**Mira:** Why?', '', '**Tom:** So.'],
        ['  Mira: Why?', '', '  Tom: So.'],
        ['Mira:', 'Why?', '', 'Tom:', 'So.'],
        ['Mira: ' + 'word ' * 30, '', 'Tom: yes'],
    ],
)
def test_a_head_ends_where_somebody_speaks(turns):
    head = read_head('\n'.join(['Title: Bread', 'Date: 1999', 'Interviewee: Tom Ferry', *turns]))
    assert list(said(head)) == ['title', 'date', 'interviewee']
    assert [line for _, line in head.lines] == turns


@pytest.mark.parametrize(
    'names',
    [
        'Mira Salt', 'Mira Salt; Tom', 'Mira Salt [M] (baker)', 'Martin Salt, Jr.', 'Salt, Mira',
        'Dr. Mira O’Salt-Ferry', 'Mira Salt – baker', '[Mira Salt](https://salt.example)',
    ],
)  # fmt: skip
def test_a_role_that_is_a_label_too_may_name_people_first(names):
    head = read_head(
        f'Interviewer: {names}\nInterviewee: Grace Keeper\n\nInterviewer: Why?\n\nInterviewee: So.'
    )
    assert list(said(head)) == ['interviewer', 'interviewee']
    assert words(head) == ['Interviewer: Why?', 'Interviewee: So.']


def test_single_names_are_people_where_they_speak():
    head = read_head('Interviewer: Ada\nInterviewee: Grace\n\nAda: Why?\n\nGrace: So.')
    assert people(head) == [('Ada', 'interviewer'), ('Grace', 'interviewee')]


def test_lines_keep_their_numbers():
    assert read_head(f'Title: Bread\nDate: 1999\n\n{TURN}').lines == [(3, ''), (4, TURN)]


def test_a_comment_in_captions_may_be_a_head():
    vtt = 'WEBVTT\n\nNOTE\nquestions: bold\nseries-number: 7\nplace: "here"\n\n00:00.000 --> 00:01.000\n<v Ada>Why?\n'
    head = read_head(vtt)
    assert said(head) == {'questions': 'bold', 'series-number': '7', 'place': '"here"'}
    assert '\n'.join(line for _, line in head.lines) == vtt.rstrip()


@pytest.mark.parametrize(
    'comment', ['NOTE Date: 2018', 'NOTE\nConfidence: 0.9', 'NOTE\nDate: 1999\nAnd words', 'NOTE']
)
def test_any_other_comment_is_no_head(comment):
    vtt = f'WEBVTT\n\n{comment}\n\n00:00.000 --> 00:01.000\n<v Ada>Why?\n\nNOTE\ndate: 1999\n'
    assert said(read_head(vtt)) == {}
