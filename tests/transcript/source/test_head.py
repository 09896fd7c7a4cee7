"""What heads of every kind mean: people, options, and what is neither."""

from __future__ import annotations

import pytest
from heads import people, read_head, reported, said, words
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.source.decoding import number_lines
from sphinxext.interview.transcript.source.head import is_head_block, split_metadata

TURNS = 'Mira: Why?\n\nTom: So.\n\nMira: What?\n\nTom: Yes.'


@pytest.mark.parametrize(
    ('key', 'role'),
    [
        ('Interviewer', 'interviewer'), ('Host', 'interviewer'), ('Interviewers', 'interviewer'),
        ('Interviewee', 'interviewee'), ('Narrator', 'interviewee'), ('Guests', 'interviewee'),
        ('Participants', 'participant'), ('Interviewpartnerin', 'interviewee'),
        ('受访者', 'interviewee'),
    ],
)  # fmt: skip
@pytest.mark.parametrize('head', ['Date: 1999\n{}: {}\n\n', '---\n{}: {}\n---\n'])
def test_a_key_of_people_declares_them(key, role, head):
    found = read_head(head.format(key, 'Mira Salt; Tom') + TURNS)
    assert people(found) == [('Mira Salt', role), ('Tom', role)]
    assert words(found) == TURNS.split('\n\n')


@pytest.mark.parametrize('key', ['author', 'authors', 'postauthors', 'editor', 'by', 'transcriber'])
def test_who_wrote_a_page_does_not_speak(key):
    head = read_head(f'---\ntitle: Bread\n{key}: Mira Salt\n---\n{TURNS}')
    assert people(head) == []
    assert said(head)[key] == 'Mira Salt'


@pytest.mark.parametrize(
    ('value', 'names'),
    [
        ('Mira Salt and Tom Ferry', ['Mira Salt', 'Tom Ferry']),
        ('Mira Salt, Tom Ferry', ['Mira Salt', 'Tom Ferry']),
        ('Mira Salt, Tom Ferry, and Zoe', ['Mira Salt', 'Tom Ferry', 'Zoe']),
    ],
)
def test_a_plural_may_part_names_as_sentences_do(value, names):
    head = read_head(f'---\nguests: {value}\nhost: Ada\n---\nWords.')
    assert [name for name, role in people(head) if role == 'interviewee'] == names


def test_what_a_person_is_may_follow_the_name():
    head = read_head('Date: 1999\nInterviewee: Mira Salt, baker of bread\n\nMira: Well.')
    assert (head.people[0].name, head.people[0].description) == ('Mira Salt', 'baker of bread')


@pytest.mark.parametrize(
    'head',
    [
        '---\nguest: Mira Salt\n---\n',
        '---\nhosts: [jferry]\nguests: [msalt]\n---\n',
        '---\nhost: Zoe Lake\nguest: The Best Of Bread\n---\n',
        'Date: 1999\nInterviewee: Mira Salt\n\n',
    ],
)
def test_a_head_that_leaves_out_who_speaks_declares_nobody(head):
    assert people(read_head(head + TURNS)) == []


@pytest.mark.parametrize('text', ['Mira: Well.', '**Why?**\n\nSo.', 'Q: Why?\n\nMira: So.'])
def test_a_head_that_names_one_side_counts_where_nobody_else_speaks(text):
    assert people(read_head(f'---\nguest: Mira Salt\n---\n{text}')) == [
        ('Mira Salt', 'interviewee')
    ]


def test_interviewer_and_interviewee_are_declared_whoever_else_speaks():
    head = read_head(f'---\ninterviewer: Zoe\ninterviewee: Mira\n---\n{TURNS}')
    assert people(head) == [('Zoe', 'interviewer'), ('Mira', 'interviewee')]


def test_several_keys_may_name_people_of_one_role():
    head = read_head(f'Interviewer: Tom\nInterviewer: Zoe\nGuest: Mira\nHost: Tom\n\n{TURNS}')
    assert people(head) == [('Tom', 'interviewer'), ('Zoe', 'interviewer'), ('Mira', 'interviewee')]


@pytest.mark.parametrize('value', ['Mira [M', 'Mira; Mira'])
@pytest.mark.parametrize(
    'head', ['Date: 1999\ninterviewee: {}\n\n', '+++\n\ninterviewee = "{}"\n+++\n']
)
def test_people_that_cannot_be_understood_are_a_warning_at_their_line(value, head):
    found = read_head(head.format(value) + TURNS)
    assert people(found) == []
    line = next(n for n, text in enumerate(head.split('\n'), 1) if 'interviewee' in text)
    assert reported(found) == [('warning', line)]
    assert words(found) == TURNS.split('\n\n')


def test_an_option_counts_more_than_another_word_for_it():
    head = read_head(f'---\nlocation: here\nplace: there\nvenue: hall\n---\n{TURNS}')
    assert said(head) == {'place': 'there', 'venue': 'hall'}
    assert head.findings == ()


@pytest.mark.parametrize(
    ('written', 'name', 'value'),
    [
        ('url: https://bread.example/1', 'source', 'https://bread.example/1'),
        ('url: /bread/', 'url', '/bread/'),
        ('date: 2020-01-02T03:04:05Z', 'date', '2020-01-02'),
        ('date: 2020-01-02 03:04:05 +0100', 'date', '2020-01-02'),
        ('publish_date: 2020-01-02', 'published', '2020-01-02'),
        ('tags: bread, salt', 'tags', 'bread; salt'),
        ('tags: bread; salt', 'tags', 'bread; salt'),
        ('Markup: RST', 'markup', 'rst'),
        ('orphan: true', 'orphan', 'yes'),
        ('ORPHAN: x', 'orphan', 'x'),
    ],
)
def test_a_value_is_what_the_option_wants(written, name, value):
    assert said(read_head(f'---\n{written}\nlayout: x\n---\n{TURNS}'))[name] == value


@pytest.mark.parametrize(
    ('written', 'line', 'allowed'),
    [
        ('questions: bald', 3, 'auto, label, heading, bold, italic, list, quote, dash, chat'),
        ('markup: html', 3, 'literal, rst, markdown'),
        ('paragraphs: 12', 3, 'auto, line, blank'),
    ],
)
@pytest.mark.parametrize('head', ['---\ntitle: Bread\n{}\n---\n', '\nTitle: Bread\n{}\n\n'])
def test_a_way_of_reading_that_there_is_not_is_a_warning_with_those_that_there_are(
    written, line, allowed, head
):
    found = read_head(head.format(written) + TURNS)
    assert said(found) == {'title': 'Bread'}
    (finding,) = found.findings
    assert (finding.code, finding.level, finding.line) == ('metadata_invalid', 'warning', line)
    assert finding.text.endswith(allowed)


def test_the_ways_of_reading_are_told():
    head = read_head(f'questions: bold\nparagraphs: line\nmarkup: rst\n\n{TURNS}')
    assert (head.questions, head.paragraphs, head.markup) == ('bold', 'line', 'rst')
    nothing = read_head(TURNS)
    assert (nothing.questions, nothing.paragraphs, nothing.markup) == (None, None, None)


def test_lines_are_numbered_as_in_the_including_file():
    head = split_metadata(number_lines('---\ntitle: Bread\n---\nMira: Why?', first=41))
    assert head.lines == [(44, 'Mira: Why?')]
    assert head.fields['title'].line == 42


@pytest.mark.parametrize(
    ('found', 'is_head'),
    [
        ({'title': 'Bread', 'date': '1999'}, True),
        ({'title': 'Bread'}, True),
        ({'interviewer': 'Ada', 'interviewee': 'Grace [G] (keeper)'}, True),
        ({'interviewer': 'Ada'}, False),
        ({'title': 'Bread', 'interviewer': 'Ada [A'}, False),
        ({}, False),
        ({'title': 'Bread', 'place': '"here"'}, False),
        ({'title': 'Bread', 'place': '[here]'}, False),
        ({'title': 'Bread\nMira: Why?', 'place': 'here'}, False),
    ],
)
def test_a_writer_knows_which_lines_are_read_back(found, is_head):
    assert is_head_block(found) == is_head


SOMEBODY = st.sampled_from(
    ['Mira', 'Tom', 'Mira Salt', 'Q', 'A', 'SPEAKER_00', 'Host', 'Guest', 'Salt', 'Zoe', 'Title']
)
SAID = st.sampled_from(
    ['Why?', 'So.', 'Well, it rained. Then it stopped.', 'Date: it was May.', '[laughs] Yes!']
)
STYLES = st.sampled_from(['{}: {}', '**{}:** {}', '[{}]: {}', '{}：{}', '>> {}: {}', '**{}**: {}'])
VALUES = st.sampled_from(['1999', 'here', 'Mira Salt', 'a stairwell, in May', 'x.example', ''])
KEYS = st.sampled_from(['layout', 'date', 'place', 'author', 'Camera', 'series-number', 'class'])
FENCES = {
    'yaml': ('---', '{}: "{}"', '---'),
    'toml': ('+++', '{} = "{}"', '+++'),
    'json': ('{{', '"{}": "{}",', '"end": ""\n}}'),
    'lines': ('', '{}: {}', ''),
    'bold': ('# Bread\n', '**{}:** {}', ''),
}


@given(
    st.sampled_from(sorted(FENCES)),
    st.dictionaries(KEYS, VALUES, max_size=6),
    st.lists(st.tuples(SOMEBODY, SAID), min_size=1, max_size=6),
    STYLES,
    st.sampled_from(['\n', '\n\n']),
)
def test_no_word_of_a_turn_is_in_the_head_and_none_of_the_head_is_speech(
    kind, pairs, turns, style, end
):
    start, form, stop = (mark.replace('{{', '{').replace('}}', '}') for mark in FENCES[kind])
    fields = {'title': 'Bread', 'language': 'en'} | pairs
    lines = [form.format(*pair) for pair in fields.items()]
    spoken = end.join(style.format(who, what) for who, what in turns)
    head = read_head('\n'.join([start, *lines, stop, spoken]))
    assert '\n'.join(line for _, line in head.lines).removeprefix('# Bread').strip() == spoken
    assert {name: value for name, value in said(head).items() if name != 'end'} == {
        name.lower(): value for name, value in fields.items()
    }
