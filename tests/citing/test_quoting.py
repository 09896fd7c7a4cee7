"""Which quotations are faithful."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.quoting import difference, is_said, nearest, normalise

TURN = (
    'I keep the lamp — it’s old, “older than me” — and the steps. Later often means never… '
    'The harbour master is a friend. He comes on Sundays, when the boats are in.'
)


@pytest.mark.parametrize(
    'quotation',
    [
        'I keep the lamp',
        'Later often means never',
        'later often means never.',
        'it\'s old, "older than me" -- and the steps',
        'it’s old, „older than me“ – and the steps',
        'I keep the lamp […] and the steps',
        'I keep the lamp [...] Later often means never',
        'I keep the lamp (...) Later often means never',
        '[L]ater often means never',
        '[k]eep the lamp',
        'The [man] is a friend',
        '[He] is a friend',
        'The harbour master is a [good] friend',
        'The harbour master [sic] is a friend',
        'He comes on Sundays [emphasis added]',
        'never...',
        'He\u00a0comes on  Sundays,',
        'He comes on Sun\u00addays',
    ],
)
def test_a_faithful_quotation_is_said(quotation):
    assert is_said(quotation, TURN)


@pytest.mark.parametrize(
    'quotation',
    [
        'Later always means never',
        'I keep the lam',
        'Later often means never […] I keep the lamp',
        'keep the old lamp',
        'The harbour master […] on Mondays',
        'the lamp. Later',
        'I keep the lamp and the steps',
        'HE comes on Sundays',
    ],
)
def test_another_wording_is_not_said(quotation):
    assert not is_said(quotation, TURN)


@given(st.text(), st.text())
def test_any_quotation_can_be_checked(quotation, turn):
    is_said(quotation, turn)
    difference(quotation, nearest(quotation, [turn]))


@given(
    st.lists(
        st.sampled_from(['salt', 'sea', '“oh”', 'it’s', 'a–b', '(no)', 'x.']),
        min_size=1,
        max_size=12,
    )
)
def test_every_part_of_a_turn_is_said(words):
    turn = ' '.join(words)
    for start in range(len(words)):
        assert is_said(' '.join(words[start : start + 4]), turn)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


def test_the_nearest_passage_and_the_difference_are_shown():
    passage = nearest('Later always means never', [TURN])
    assert passage.startswith('Later often means')
    assert difference('Later always means never...', passage) == (
        'Later [-always-] {+often+} means never...'
    )
