"""Doubt is said at its line, with what to write; silence means right."""

from __future__ import annotations

import pytest
from reading import ADA, GRACE, PEOPLE, codes, read_lines

BEGINNING = 'Ada: Why?\n\nGrace: Because of the tide.\n\n'


def warnings(transcript) -> list[tuple[str, int]]:
    return [(f.code, f.line) for f in transcript.findings if f.level != 'info']


@pytest.mark.parametrize('question', ['**And who says so?**', '*And who says so?*'])
def test_a_question_that_stands_out_inside_a_turn_is_reported(question):
    text = f'{BEGINNING}{question}\n\nThe moon does.\n\nAda: So?\n\nGrace: So.'
    assert ('question_in_turn', 5) in warnings(read_lines(text))


def test_stress_inside_a_turn_is_none():
    text = f'{BEGINNING}**And nobody else.**\n\nAda: So?\n\nGrace: So.'
    assert warnings(read_lines(text)) == []


def test_an_interview_without_a_question_is_reported():
    text = '\n\n'.join(['Ada: So.', 'Grace: Yes.'] * 4)
    assert ('no_question', 1) in warnings(read_lines(text))
    assert warnings(read_lines(text.replace('So.', 'Tell us more.'))) == []


def test_a_last_paragraph_that_names_who_says_it_is_reported():
    text = f'{BEGINNING}Grace Keeper lives by the sea.'
    assert warnings(read_lines(text)) == [('closing_words', 5)]


def test_a_question_below_a_heading_without_a_label_is_reported():
    text = f'{BEGINNING}# The ebb\n\nAnd what then?\n\nGrace: Mud.'
    assert ('speaker_missing', 7) in warnings(read_lines(text))


def test_who_speaks_once_among_many_is_reported_without_declaration():
    text = '\n\n'.join(['Ada: Why?', 'Grace: So.'] * 4 + ['Tom: And over the organ.', 'Ada: Oh?'])
    assert ('speaker_once', 17) in codes(read_lines(text, ()))


@pytest.mark.parametrize('word', ['Note', 'TL;DR', 'Data', '例如', 'Remember'])
def test_words_with_a_colon_are_no_doubt(word):
    text = f'{BEGINNING}{word}: it is wet.\n\nAda: So?\n\nGrace: So.'
    assert warnings(read_lines(text)) == []


def test_a_label_below_the_last_turn_or_above_the_first_is_no_doubt():
    text = f'Photographer: somebody.\n\n{BEGINNING}---\n\nTranslator: somebody else.'
    assert warnings(read_lines(text)) == []


def test_who_alone_is_declared_in_a_talk_says_all():
    transcript = read_lines('The tide comes.\n\nThen it goes.', (GRACE,))
    assert [turn.speakers for turn in transcript.turns] == [(GRACE,)]
    assert codes(transcript) == [('talk', 1)]


def test_a_talk_is_nobodys_where_two_are_declared():
    transcript = read_lines('The tide comes.\n\nThen it goes.', PEOPLE)
    assert transcript.turns == ()
    assert warnings(transcript) == [('no_turn', 1)]


def test_two_labels_of_nobody_declared_make_no_talk():
    transcript = read_lines('Tom: So.\n\nLea: No.\n\nTom: Oh.', (ADA,))
    assert [turn.speakers for turn in transcript.turns] == []


@pytest.mark.parametrize('line', ['Comments', '12 comments', 'Leave a comment', 'Kommentare (3)'])
def test_what_a_page_adds_below_an_interview_is_nobodys(line):
    transcript = read_lines(f'Ada: So?\n\nGrace: So.\n\nThanks.\n\n{line}\n')
    assert [p.text for p in transcript.turns[-1].paragraphs] == ['So.', 'Thanks.']
    assert [p.text for p in transcript.epilogue] == [line]


def test_comments_that_somebody_speaks_of_are_words():
    transcript = read_lines('Ada: So?\n\nGrace: So.\n\nComments are welcome.\n')
    assert [p.text for p in transcript.turns[-1].paragraphs] == ['So.', 'Comments are welcome.']
