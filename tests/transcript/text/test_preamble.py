"""What stands before the first turn and after the last keeps its order."""

from __future__ import annotations

import pytest
from reading import codes, read_lines

from sphinxext.interview.transcript.model import Paragraph, Topic, Turn


@pytest.mark.parametrize('markup', ['literal', 'rst', 'markdown'])
def test_a_mark_before_the_first_turn_stays_where_it_was(markup):
    text = 'One.\n\n[End of tape 1.]\n\nTwo.\n\nAda: Why?\n\nGrace: So.'
    transcript = read_lines(text, markup=markup)
    assert [p.text for p in transcript.preamble] == ['One.', '[End of tape 1.]', 'Two.']
    assert [p.line for p in transcript.preamble] == [1, 3, 5]
    assert transcript.epilogue == ()


def test_a_break_before_the_first_turn_is_no_epilogue():
    transcript = read_lines('One.\n\n---\n\nTwo.\n\nAda: Why?\n\nGrace: So.')
    assert [p.text for p in transcript.preamble] == ['One.', 'Two.']
    assert transcript.epilogue == ()


def test_words_below_a_topic_belong_to_nobody_but_stay_there():
    transcript = read_lines('One.\n\n# Bread\n\nTwo.\n\nAda: Why?\n\nGrace: So.')
    assert [p.text for p in transcript.preamble] == ['One.']
    assert [type(item) for item in transcript.items] == [Topic, Paragraph, Turn, Turn]
    assert transcript.items[1].kind == 'note'


def test_an_end_mark_opens_the_epilogue():
    text = 'Ada: Why?\n\nGrace: So.\n\n[End of interview.]\n\nOne.\n\nTwo.'
    transcript = read_lines(text)
    assert [p.text for p in transcript.epilogue] == ['[End of interview.]', 'One.', 'Two.']
    assert transcript.turns[-1].text == 'So.'


def test_without_an_end_mark_the_last_words_are_the_last_speakers():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\nOne.')
    assert transcript.turns[-1].text == 'So. One.'
    assert transcript.epilogue == ()


def test_after_a_mark_and_more_turns_the_mark_stands_between():
    text = 'Ada: Why?\n\n[End of tape 1.]\n\nTape 2.\n\nGrace: So.'
    transcript = read_lines(text)
    between = [item for item in transcript.items if isinstance(item, Paragraph)]
    assert [p.text for p in between] == ['[End of tape 1.]', 'Tape 2.']
    assert transcript.epilogue == ()


def test_the_same_speaker_after_a_break_has_a_new_turn():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\n---\n\nGrace: Again.')
    assert [turn.text for turn in transcript.turns] == ['Why?', 'So.', 'Again.']


@pytest.mark.parametrize('text', ['Words.', '[End of interview.]', '# Bread', '[laughs]'])
def test_a_transcript_nobody_speaks_in_is_an_error(text):
    assert codes(read_lines(text)) == [('no_turn', 1)]


def test_a_transcript_of_blank_lines_is_empty():
    assert codes(read_lines(' \n\n\t\n')) == [('empty', 1)]
