"""From bytes to the lines that are read: encodings, heads and parts."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.decoding import decode, number_lines
from sphinxext.interview.transcript.metadata import split_metadata
from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.selection import select

LINES = [(number, f'line {number}') for number in range(1, 8)]


@pytest.mark.parametrize(
    ('data', 'encoding'),
    [
        ('Renée'.encode(), None),
        ('Renée'.encode('utf-8-sig'), None),
        ('Renée'.encode('utf-16'), None),
        ('Renée'.encode('latin-1'), 'latin-1'),
        ('Renée'.encode('utf-8-sig'), 'latin-1'),
    ],
)
def test_a_byte_order_mark_decides_else_the_author(data, encoding):
    assert decode(data, encoding) == 'Renée'


def test_line_ends_of_every_system_are_equal():
    assert number_lines(decode(b'a\r\nb\rc\n')) == [(1, 'a'), (2, 'b'), (3, 'c')]


def test_bytes_that_do_not_fit_are_an_error_with_the_line():
    with pytest.raises(TranscriptError) as caught:
        decode(b'one\ntwo \xff\n')
    assert caught.value.finding.code == 'undecodable'
    assert caught.value.finding.line == 2


@pytest.mark.parametrize(
    ('options', 'numbers'),
    [
        ({}, range(1, 8)),
        ({'lines_spec': '2-3,6-'}, [2, 3, 6, 7]),
        ({'start_after': 'line 2'}, range(3, 8)),
        ({'start_at': 'line 2'}, range(2, 8)),
        ({'end_before': 'line 5'}, range(1, 5)),
        ({'end_at': 'line 5'}, range(1, 6)),
        ({'start_after': 'line 2', 'end_before': 'line 5'}, [3, 4]),
    ],
)
def test_a_part_keeps_the_numbers_of_the_file(options, numbers):
    names = ('lines_spec', 'start_after', 'start_at', 'end_before', 'end_at')
    selected = select(LINES, **dict.fromkeys(names, '') | options)
    assert [number for number, _ in selected] == list(numbers)


@pytest.mark.parametrize(
    'options',
    [
        {'start_after': 'nowhere'},
        {'end_before': 'nowhere'},
        {'lines_spec': 'x'},
        {'lines_spec': '90-'},
        {'start_after': 'line', 'start_at': 'line'},
    ],
)
def test_a_part_that_is_not_there_is_an_error(options):
    names = ('lines_spec', 'start_after', 'start_at', 'end_before', 'end_at')
    with pytest.raises(TranscriptError) as caught:
        select(LINES, **dict.fromkeys(names, '') | options)
    assert caught.value.finding.code == 'selection'


@pytest.mark.parametrize(
    'head',
    [
        'Title: On lamps\nDate: 2024-05-01\n\n',
        '---\ntitle: On lamps\ndate: 2024-05-01\n---\n',
        '---\ntitle: "On lamps"\ndate: "2024-05-01"\n...\n',
    ],
)
def test_a_head_is_metadata_and_no_words(head):
    metadata, _, lines = split_metadata(number_lines(f'{head}Ada: Why?'))
    assert metadata == {'title': 'On lamps', 'date': '2024-05-01'}
    assert [text for _, text in lines if text] == ['Ada: Why?']
    assert lines[-1][0] == head.count('\n') + 1


def test_people_of_the_head_are_declared():
    _, people, _ = split_metadata(
        number_lines('Date: 2024\nInterviewer: Ada Reader [A]\n\nA: Why?')
    )
    assert [(p.name, p.role, p.labels) for p in people] == [('Ada Reader', 'interviewer', ('A',))]


def test_front_matter_that_repeats_itself_takes_no_time():
    levels = ''.join(f'l{n}: &l{n} [{", ".join([f"*l{n - 1}"] * 9)}]\n' for n in range(1, 60))
    front = f'---\nl0: &l0 [x]\n{levels}title: Bomb\n---\nAda: Why?'
    metadata, _, _ = split_metadata(number_lines(front))
    assert metadata == {'title': 'Bomb'}


def test_without_a_head_every_line_stays():
    lines = number_lines('Ada: Why?\n\nGrace: So.')
    assert split_metadata(lines) == ({}, (), lines)


@pytest.mark.parametrize('text', ['---\ntitle: [\n---\nAda: Why?', '---\n- a list\n---\nAda: Why?'])
def test_front_matter_that_cannot_be_read_is_an_error(text):
    with pytest.raises(TranscriptError) as caught:
        split_metadata(number_lines(text))
    assert caught.value.finding.code == 'metadata_invalid'
