"""What belongs to an exchange, and what it is called."""

from __future__ import annotations

import pytest
from reading import read_lines

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.model import Exchange, Paragraph, Topic
from sphinxext.interview.transcript.speech.questions import (
    is_question,
    short_question,
    split_sentences,
)


def parts(text: str) -> list[Topic | Exchange | Paragraph]:
    return list(exchanges(read_lines(text).items)[0])


def only(text: str) -> Exchange:
    (exchange,) = parts(text)
    assert isinstance(exchange, Exchange)
    return exchange


def test_exchanges_are_numbered_through_all_topics():
    text = '# A\n\nAda: 1?\n\nGrace: So.\n\n# B\n\nAda: 2?\n\nGrace: So.\n\nAda: 3?\n\nGrace: So.'
    found = [(type(part).__name__, getattr(part, 'number', None)) for part in parts(text)]
    assert found == [
        ('Topic', None), ('Exchange', 1), ('Topic', None), ('Exchange', 2), ('Exchange', 3)
    ]  # fmt: skip


def test_a_question_and_its_answers_are_told_apart():
    exchange = only('Ada: Why?\n\nGrace: So.')
    assert [turn.text for turn in exchange.questions] == ['Why?']
    assert [turn.text for turn in exchange.answers] == ['So.']
    assert exchange.title == 'Why?'


def test_an_answer_nobody_asked_for_is_called_by_its_first_sentence_after_the_greeting():
    exchange = only('Grace: Good day to all of you. I have bread.')
    assert (exchange.question_count, exchange.title) == (0, 'I have bread.')
    assert exchange.slug == 'i-have-bread'


def test_a_question_in_an_answer_is_no_exchange_of_its_own():
    assert len(parts('Ada: Why?\n\nGrace: Why not? Why ever not?')) == 1


def test_a_note_between_turns_stays_in_its_exchange():
    found = parts('Ada: Why?\n\n---\n\nThe oven was lit.\n\nGrace: So.')
    (exchange,) = found
    assert [type(item).__name__ for item in exchange.items] == ['Turn', 'Paragraph', 'Turn']
    assert exchange.items[1].text == 'The oven was lit.'
    assert exchange.question_count == 1


def test_a_note_below_a_topic_stands_alone():
    found = parts('Ada: Why?\n\nGrace: So.\n\n# Later\n\n[The oven goes out.]\n\nAda: Oh?')
    assert [type(part).__name__ for part in found] == ['Exchange', 'Topic', 'Paragraph', 'Exchange']


def test_two_who_speak_at_once_ask_if_one_of_them_interviews():
    found = parts('Grace: So.\n\nAda and Grace: Shall we?\n\nGrace: Yes.')
    assert [part.question_count for part in found] == [0, 1]


@pytest.mark.parametrize(
    ('question', 'title'),
    [
        ('[laughs] Do you bake?', 'Do you bake?'),
        ('It is late. Do you bake? [pause]', 'Do you bake?'),
        ('Do you bake? Tell me all.', 'Do you bake?'),
        ('Tell me all.', 'Tell me all.'),
        ('One.\n\nTwo?\n\nThree.', 'Two?'),
    ],
)
def test_an_exchange_is_called_by_its_question_alone(question, title):
    assert only(f'Ada: {question}\n\nGrace: So.').title == title


def test_an_exchange_of_nothing_but_events_has_no_title_but_an_address():
    exchange = only('Ada: [laughs]\n\nGrace: So.')
    assert (exchange.title, exchange.slug) == ('', 'so')


def test_without_turns_there_are_no_exchanges():
    assert exchanges([]) == ((), ())


@pytest.mark.parametrize(
    ('text', 'sentences'),
    [
        ('', []),
        ('No end', ['No end']),
        ('One. Two! Three? Four…', ['One.', 'Two!', 'Three?', 'Four…']),
        ('Really?! Yes.', ['Really?!', 'Yes.']),
        ('“Why?” Yes.', ['“Why?”', 'Yes.']),
        ('Dr. Salt and J. Ferry sail. So.', ['Dr. Salt and J. Ferry sail.', 'So.']),
        ('Bread, e.g. rye. So.', ['Bread, e.g. rye.', 'So.']),
        ('It costs 3.50 today. So.', ['It costs 3.50 today.', 'So.']),
        ('See bread.example now. So.', ['See bread.example now.', 'So.']),
        ('为什么？因为。', ['为什么？', '因为。']),
        ('Γιατί\u037e Έτσι.', ['Γιατί\u037e', 'Έτσι.']),
        ('...', ['...']),
    ],
)
def test_sentences_end_where_readers_see_an_end(text, sentences):
    assert split_sentences(text) == sentences


@pytest.mark.parametrize('mark', ['?', '？', '؟', '\u037e'])
def test_question_marks_of_every_script_ask(mark):
    assert is_question(f'So{mark}')
    assert short_question(f'Hm. So{mark} Hm.').startswith('So')


def test_an_upside_down_mark_alone_does_not_ask():
    assert not is_question('¿So')
    assert short_question('Hm. ¿De verdad? Sí.') == '¿De verdad?'


def test_a_question_without_spaces_is_cut_too():
    assert len(short_question('x' * 500 + '?')) <= 120
