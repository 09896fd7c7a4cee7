"""Times, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.speech.times import format_time, parse_time


@pytest.mark.parametrize(
    ('text', 'seconds'),
    [
        ('0:00', 0),
        ('0:12', 12),
        ('14:32', 872),
        ('90:00', 5400),
        ('1:02:03', 3723),
        ('00:00:14', 14),
        ('120:00:00', 432_000),
        ('00:14.5', 14.5),
        ('00:14,250', 14.25),
        ('1:02:03.004', 3723.004),
    ],
)
def test_a_time_is_read_in_seconds(text, seconds):
    assert parse_time(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    'text',
    [
        '',
        '12',
        ':12',
        '1:2',
        '0:60',
        '0:99',
        '1:60:00',
        '0:1:00:57',
        '31:36)',
        '1:02:',
        '-1:00',
        '1:02:03:04',
        ' 1:02',
        '1:02 ',
        '1:02.',
        '1:02.1234',
        '1h02',
        'a:bc',
    ],
)
def test_what_is_no_time_is_refused(text):
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ('seconds', 'text'),
    [(0, '00:00'), (12.9, '00:12'), (872, '14:32'), (3600, '1:00:00'), (3723, '1:02:03')],
)
def test_a_time_is_written_with_hours_only_where_there_are_any(seconds, text):
    assert format_time(seconds) == text


@given(st.integers(0, 999 * 3600))
def test_a_written_time_is_read_as_itself(seconds):
    assert parse_time(format_time(seconds)) == seconds
