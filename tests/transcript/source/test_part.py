"""Parts of a file."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.source.part import select

LINES = list(enumerate(['flour', 'salt', 'water', 'salt', 'oven', 'bread'], 1))


@pytest.mark.parametrize(
    ('spec', 'numbers'),
    [
        ('1', [1]), ('2-4', [2, 3, 4]), ('-2', [1, 2]), ('5-', [5, 6]), ('-', [1, 2, 3, 4, 5, 6]),
        ('1,3', [1, 3]), ('3,1', [1, 3]), ('1-3,2-4', [1, 2, 3, 4]), (' 1 - 2 , 6 ', [1, 2, 6]),
        ('5-99', [5, 6]), ('1,99', [1]),
    ],
)  # fmt: skip
def test_lines_are_chosen_by_number(spec, numbers):
    assert [number for number, _ in select(LINES, lines_spec=spec)] == numbers


@pytest.mark.parametrize('spec', ['x', '1-x', '1;2', '1,,2', '4-2', '0', '99', '1-2-3', ','])
def test_numbers_that_choose_nothing_or_make_no_sense_are_an_error(spec):
    with pytest.raises(TranscriptError) as caught:
        select(LINES, lines_spec=spec)
    assert caught.value.finding.code == 'selection'


@pytest.mark.parametrize(
    ('options', 'numbers'),
    [
        ({'start_at': 'salt'}, [2, 3, 4, 5, 6]),
        ({'start_after': 'salt'}, [3, 4, 5, 6]),
        ({'end_before': 'salt'}, [1]),
        ({'end_at': 'salt'}, [1, 2]),
        ({'start_at': 'salt', 'end_at': 'salt'}, [2, 3, 4]),
        ({'start_after': 'salt', 'end_at': 'salt'}, [3, 4]),
        ({'start_after': 'salt', 'end_before': 'salt'}, [3]),
        ({'start_after': 'bread'}, []),
        ({'start_at': 'al'}, [2, 3, 4, 5, 6]),
        ({'lines_spec': '3-', 'start_at': 'salt'}, [4, 5, 6]),
    ],
)
def test_lines_are_chosen_by_words(options, numbers):
    assert [number for number, _ in select(LINES, **options)] == numbers


@pytest.mark.parametrize('option', ['start_after', 'start_at', 'end_before', 'end_at'])
def test_an_option_whose_words_are_nowhere_is_named(option):
    with pytest.raises(TranscriptError, match=option.replace('_', '-')):
        select(LINES, **{option: 'yeast'})


@pytest.mark.parametrize('options', [('start_after', 'start_at'), ('end_before', 'end_at')])
def test_two_options_for_one_end_exclude_each_other(options):
    with pytest.raises(TranscriptError, match='exclude each other'):
        select(LINES, **dict.fromkeys(options, 'salt'))


def test_without_options_everything_is_chosen():
    assert select(LINES) == LINES
    assert select([]) == []
