"""What is a line, what is a paragraph."""

from __future__ import annotations

import pytest
from reading import read_lines, turns

from sphinxext.interview.transcript.text.paragraphs import is_line_a_paragraph

WRAPPED = [
    'We knead the dough at night, when the ovens are still warm from the day, and',
    'nobody speaks. In the morning the loaves go down to the harbour, where the',
    'boats are waiting. It has been like that since my grandmother came here with',
    'nothing.',
]
SHORT = ['We knead.', 'Nobody speaks at night, you know.', 'The loaves go down.', 'So.']
LONG = ['We knead the dough at night. ' * 9, 'The loaves go down.', 'So it is. ' * 30]


def test_wrapped_lines_are_one_paragraph():
    assert not is_line_a_paragraph([WRAPPED], has_blank_inside=False)


def test_lines_that_end_anywhere_are_paragraphs():
    assert is_line_a_paragraph([SHORT], has_blank_inside=False)


def test_blank_lines_between_short_lines_are_what_separates():
    assert not is_line_a_paragraph([SHORT], has_blank_inside=True)


def test_long_unwrapped_lines_are_paragraphs_even_beside_blank_lines():
    assert is_line_a_paragraph([LONG], has_blank_inside=True)


@pytest.mark.parametrize('runs', [[[]], [['One.'], ['Two.']], [[], ['One.'], []]])
def test_lines_that_stand_alone_decide_nothing(runs):
    assert not is_line_a_paragraph(runs, has_blank_inside=False)


def test_a_word_joined_from_two_lines_keeps_its_space():
    assert turns(read_lines('Ada: We\nknead   the\tdough.\n\nGrace: So.', paragraphs='blank')) == [
        ('Ada Reader', ['We knead the dough.']),
        ('Grace Keeper', ['So.']),
    ]


def test_each_paragraph_knows_the_line_of_its_first_word():
    transcript = read_lines('Ada:\n\nWhy?\nHow?\n\nWhen?\n\nGrace: So.', paragraphs='blank')
    assert [[p.line for p in turn.paragraphs] for turn in transcript.turns] == [[3, 6], [8]]
    assert [turn.line for turn in transcript.turns] == [1, 8]


def test_by_line_each_line_has_its_own_number():
    transcript = read_lines('Ada: Why?\nHow?\nWhen?\nGrace: So.', paragraphs='line')
    assert [p.line for p in transcript.turns[0].paragraphs] == [1, 2, 3]


def test_blanks_behind_a_list_item_are_no_words():
    text = 'Ada Reader: Why?\n\nGrace Keeper: So:\n\n- bees \n- boats \n'
    assert turns(read_lines(text, paragraphs='line'))[1][1] == ['So:', '- bees', '- boats']
