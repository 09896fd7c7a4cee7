"""Quotations that are found as they are written: what the matcher of tokens says, or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.quoting import Quotation, find
from sphinxext.interview.citing.said import Said
from sphinxext.interview.citing.verbatim import texts

TURN = 'I keep the lamp, it’s old. And the steps.\n\nLater often means never… I keep the lamp.'


def found(quotation: str, turn: str):
    """Return what is found, which is what the matcher of tokens finds, if anything is."""
    (text,), words = texts([turn]), Quotation(quotation)
    match, by_tokens = text.find(words), find(words, Said(turn))
    assert match is None or match == by_tokens
    assert text.may_say(words) or by_tokens is None
    return match


@pytest.mark.parametrize(
    'quotation',
    [
        'I keep the lamp',
        "it's old",
        'It’s old. And the steps.',
        '“keep the lamp”',
        'later often means never',
        'Later often means never …',
    ],
)
def test_a_copied_quotation_is_found(quotation):
    assert found(quotation, TURN)


@pytest.mark.parametrize(
    'quotation',
    [
        'keep the lam',
        'the steps. Later often',
        'often […] never',
        '[L]ater often',
        'lamp,it’s old',
        '12 apples',
        'x⟦laughs⟧',
        '—',
        '',
    ],
)
def test_what_isn_t_certain_is_left_to_the_tokens(quotation):
    assert not found(quotation, TURN)


@pytest.mark.parametrize(
    ('quotation', 'turn'),
    [
        ('the lamp', 'The–the\nlamp, and the lamp'),
        ('the lamp', 'the  —lamp. the lamp.'),
        ('the lamp', 'the\n\nlamp. Then the lamp.'),
        ('of sic', 'part (of sic) and of sic'),
        ('emphasis added', 'It was (my emphasis added) there'),
        ('his Harbour', 'his [H]arbour, and his Harbour'),
        ('us', 'us[e] it. So us.'),
        ('laughs', 'He ( laughs ) and laughs'),
        ('a door', '⟦a door⟧ and a door'),
    ],
)
def test_the_first_of_several_places_is_found_or_none(quotation, turn):
    found(quotation, turn)


ROWS = json.loads((Path(__file__).parent / 'quotations.json').read_text('utf-8'))


def test_it_agrees_with_the_table_of_quotations():
    matches = [found(row['quoted'], words) for row in ROWS for _, words in row['said']]
    assert len([match for match in matches if match]) > len(ROWS) // 10


PARTS = [
    *('a', 'A', 'b', 'ab', 'not', 'sic', 'laughs', 'l’', "d'", 'é', 'e\u0301', 'ß', 'ﬁ', '中', '略', 'ไม่'),
    *('3', '£', '%', '+', '-', '–', '—', '.', ',', '…', '. . .', ':', "'", '“', '”', '!', '/', '_'),
    *('[', ']', '(', ')', '⟦', '⟧', '〔', '\u00ad', '\u200b', '\ufffc', '\ufff9', '\n\n', '\u00a0'),
    *[' '] * 12,
]  # fmt: skip
WRITTEN = st.lists(st.sampled_from(PARTS), max_size=30).map(''.join)


@given(WRITTEN, WRITTEN)
def test_it_agrees_on_any_text(quotation, turn):
    found(quotation, turn)


@given(WRITTEN, st.data())
def test_it_agrees_on_any_part_of_a_turn(turn, data):
    start = data.draw(st.integers(0, len(turn)))
    end = data.draw(st.integers(start, len(turn)))
    quotation = turn[start:end]
    found(quotation, turn)
    found(quotation[:1].swapcase() + quotation[1:], f'{turn} {turn}')


@given(st.text(), st.text(), st.text())
def test_it_agrees_on_words_between_others(before, quotation, behind):
    found(quotation, f'{before} {quotation} {behind}')
