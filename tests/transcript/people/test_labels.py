"""Which lines start a turn."""

from __future__ import annotations

import pytest
from reading import read_lines, turns


@pytest.mark.parametrize(
    ('line', 'words', 'time'),
    [
        ('Ada Reader: Why?', 'Why?', None),
        ('Ada: Why?', 'Why?', None),
        ('Reader: Why?', 'Why?', None),
        ('AR: Why?', 'Why?', None),
        ('ada reader: Why?', 'Why?', None),
        ('ADA READER: Why?', 'Why?', None),
        ('Ada : Why?', 'Why?', None),
        ('   Ada: Why?', 'Why?', None),
        ('Ada：Why?', 'Why?', None),
        ('Ada:\tWhy?', 'Why?', None),
        ('**Ada:** Why?', 'Why?', None),
        ('**Ada**: Why?', 'Why?', None),
        ('*Ada:* Why?', 'Why?', None),
        ('__Ada:__ Why?', 'Why?', None),
        ('[Ada]: Why?', 'Why?', None),
        ('>> Ada: Why?', 'Why?', None),
        ('[00:12] Ada: Why?', 'Why?', 12),
        ('Ada: [00:12] Why?', 'Why?', 12),
        ('Ada [00:12]: Why?', 'Why?', 12),
        ('Ada (1:02:03): Why?', 'Why?', 3723),
        ('[Ada] [00:12] Why?', 'Why?', 12),
        ('**Ada** [00:12]: Why?', 'Why?', 12),
        ('**[00:12] Ada:** Why?', 'Why?', 12),
        ('00:12 Ada: Why?', 'Why?', 12),
        ('Ada Reader  0:12\nWhy?', 'Why?', 12),
        ('Ada Reader\t00:00:12\nWhy?', 'Why?', 12),
        ('Ada:\nWhy?', 'Why?', None),
        ('Ada:\n\nWhy?', 'Why?', None),
        ('Ada (host): Why?', 'Why?', None),
        ('Dr. Ada Reader: Why?', 'Why?', None),
    ],
)
def test_a_label_starts_a_turn(line, words, time):
    transcript = read_lines(f'{line}\n\nGrace: So.')
    assert turns(transcript) == [('Ada Reader', [words]), ('Grace Keeper', ['So.'])]
    turn = transcript.turns[0]
    assert (turn.time if turn.time is not None else turn.paragraphs[0].time) == time


@pytest.mark.parametrize(
    'line',
    [
        'See https://example.org for more.',
        'We met at 10:30 in the yard.',
        'C:\\boats is a folder.',
        'I said: stop.',
        '“Ada: no,” she said.',
        'She left. Ada: silence.',
        'Ada\\: escaped',
        '\\Ada: escaped',
        'the Ada of old: a story',
        '        Ada: indented by eight',
        'Ada, of all people: no',
        'Re: Ada',
        'std::string: a type',
        'Ratio 3:1 is best.',
    ],
)
def test_a_colon_alone_starts_nothing(line):
    transcript = read_lines(f'Grace: So.\n\n{line}\n\nAda: Why?')
    (name, paragraphs), second = turns(transcript)
    assert name == 'Grace Keeper'
    assert paragraphs == ['So.', ' '.join(line.replace('\\Ada', 'Ada').replace('\\:', ':').split())]
    assert second == ('Ada Reader', ['Why?'])


def test_both_at_once_are_a_turn_of_two():
    transcript = read_lines('Ada and Grace: Good morning!\n\nGrace: Tea?')
    assert turns(transcript)[0] == ('Ada Reader & Grace Keeper', ['Good morning!'])


def test_turns_of_one_speaker_in_a_row_are_one():
    transcript = read_lines('Ada: Why?\n\nAda: And how?\n\nGrace: So.')
    assert turns(transcript) == [('Ada Reader', ['Why?', 'And how?']), ('Grace Keeper', ['So.'])]
