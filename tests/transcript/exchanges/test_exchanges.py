"""Exchanges, short questions and addresses."""

from __future__ import annotations

import pytest
from reading import read_lines

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.exchanges.slugs import slugify
from sphinxext.interview.transcript.model import Exchange, Paragraph, Speaker, Topic
from sphinxext.interview.transcript.speech.questions import short_question


def shape(text: str, people=None) -> list[tuple[int, int]]:
    """Return the numbers of questions and of answers of each exchange."""
    transcript = read_lines(text) if people is None else read_lines(text, people)
    parts, _ = exchanges(transcript.items)
    return [
        (
            part.question_count,
            sum(not isinstance(i, Paragraph) for i in part.items) - part.question_count,
        )
        for part in parts
        if isinstance(part, Exchange)
    ]


def slugs(text: str) -> list[str]:
    parts, _ = exchanges(read_lines(text).items)
    return [part.slug for part in parts if isinstance(part, Exchange | Topic)]


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('Ada: Why?\n\nGrace: So.\n\nAda: How?\n\nGrace: Thus.', [(1, 1), (1, 1)]),
        ('Grace: Good day.\n\nAda: Why?\n\nGrace: So.', [(0, 1), (1, 1)]),
        ('Ada: Why?\n\nGrace: So.\n\nAda: Thank you.', [(1, 1), (1, 0)]),
    ],
)
def test_an_exchange_starts_with_an_interviewers_turn_after_somebody_elses(text, expected):
    assert shape(text) == expected


def test_two_interviewers_in_a_row_ask_one_question():
    people = (
        Speaker('Ada Reader', 'interviewer'),
        Speaker('Ben Ask', 'interviewer'),
        Speaker('Grace Keeper', 'interviewee'),
        Speaker('Pip Orchard', 'participant'),
    )
    text = 'Ada: Why?\n\nBen: And how?\n\nGrace: So.\n\nPip: Indeed.\n\nBen: More?\n\nGrace: No.'
    assert shape(text, people) == [(2, 2), (1, 1)]


def test_a_topic_ends_an_exchange():
    text = 'Ada: Why?\n\nGrace: So.\n\n# Later\n\nGrace: And so on.'
    assert shape(text) == [(1, 1), (0, 1)]


@pytest.mark.parametrize(
    ('text', 'question'),
    [
        ('You came early. Were you asked? Tell us.', 'Were you asked?'),
        ('Why? Or how?', 'Or how?'),
        ('Tell me more. Go on.', 'Tell me more.'),
        ('Did Dr. Low ask you?', 'Did Dr. Low ask you?'),
        ('Who is “she”?', 'Who is “she”?'),
        ('“Why?” you asked. I wonder.', '“Why?”'),
        ('なぜですか？そうですか。', 'なぜですか？'),
        ('لماذا؟', 'لماذا؟'),
        ('What was hard? How did you master it?', 'What was hard?'),
        (
            'You had plans. What was hard about them? How did you master them?',
            'What was hard about them?',
        ),
        ('Is that so? Since when do you tune pianos?', 'Since when do you tune pianos?'),
        ('Did it work? Do you like that?', 'Did it work?'),
        ('How did you master it?', 'How did you master it?'),
        ('Hi Grace! Thank you so much for coming. Tell us of the sea.', 'Tell us of the sea.'),
        ('Hi Grace! How are you?', 'How are you?'),
        ('Hi Grace! Thank you so much.', 'Hi Grace!'),
        ('', ''),
    ],
)
def test_the_short_question_is_the_last_sentence_that_asks(text, question):
    assert short_question(text) == question


def test_a_long_question_is_cut_at_a_word():
    short = short_question('word ' * 60 + '?')
    assert len(short) <= 120
    assert short.endswith('word…')


@pytest.mark.parametrize(
    ('text', 'slug'),
    [
        (
            'Would you like to share a favourite trick of yours?',
            'would-you-like-to-share-a-favourite-trick',
        ),
        ('What’s “that”, then?', 'whats-that-then'),
        ('Café & crème brûlée?', 'café-crème-brûlée'),
        ('Почему море шумит?', 'почему-море-шумит'),
        ('なぜ海は青いの', 'なぜ海は青いの'),
        ('snake_case or kebab-case?', 'snake-case-or-kebab-case'),
        ('one two three four five six seven eight nine', 'one-two-three-four-five-six-seven-eight'),
        (
            'Donaudampfschifffahrt Donaudampfschifffahrt Donaudampfschifffahrt',
            'donaudampfschifffahrt-donaudampfschifffahrt',
        ),
        ('x' * 99, 'x' * 60),
        ('?!', ''),
    ],
)
def test_a_slug_is_made_of_the_first_words(text, slug):
    assert slugify(text) == slug


def test_equal_questions_are_told_apart_by_what_was_answered():
    text = 'Ada: Why?\n\nGrace: It rains.\n\nAda: Why?\n\nGrace: It snows.'
    assert slugs(text) == ['why-it-rains', 'why-it-snows']


def test_equal_questions_of_different_topics_are_told_apart_by_those():
    one, other = ('Ada: Why?\n\nGrace: So.',) * 2
    assert slugs(f'# Bread\n\n{one}\n\n# Salt\n\n{other}') == [
        'bread', 'why-bread', 'salt', 'why-salt'
    ]  # fmt: skip


def test_answers_that_start_alike_are_told_apart_by_more_of_their_words():
    start = 'Because we had no other choice'
    text = f'Ada: Why?\n\nGrace: {start} then.\n\nAda: Why?\n\nGrace: {start} now.'
    assert [slug.rpartition('-')[2] for slug in slugs(text)] == ['then', 'now']


def test_an_equal_question_changes_no_other_when_it_goes():
    one, other = 'Ada: Why?\n\nGrace: It rains.', 'Ada: Why?\n\nGrace: It snows.'
    third = 'Ada: Why?\n\nGrace: It thaws.'
    assert {*slugs(f'{other}\n\n{third}')} < {*slugs(f'{one}\n\n{other}\n\n{third}')}


def test_only_exchanges_whose_words_are_all_equal_are_numbered():
    text = '\n\n'.join(['Ada: Why?\n\nGrace: So.'] * 3)
    assert slugs(text) == ['why-so', 'why-so-2', 'why-so-3']


def test_an_equal_question_is_said_with_what_to_write():
    text = 'Ada: Why?\n\nGrace: It rains.\n\nAda: Why?\n\nGrace: It snows.'
    (finding,) = exchanges(read_lines(text).items)[1]
    assert (finding.code, finding.level, finding.line) == ('question_again', 'info', 5)
    assert 'line 1' in finding.text
    assert '{#slug}' in finding.text


def test_an_authors_address_comes_before_a_generated_one():
    text = 'Ada: Why?\n\nGrace: So.\n\nAda: Is it true? {#why}\n\nGrace: So.'
    assert slugs(text) == ['why-so', 'why']


def test_a_question_without_words_is_called_by_what_was_answered():
    assert slugs('Ada: ?!\n\nGrace: So.') == ['so']
    assert slugs('Ada: ?!\n\nGrace: …!') == ['q']


def test_braces_give_the_address_and_are_not_shown():
    transcript = read_lines('Ada: Why now? {#now}\n\nGrace: So.')
    assert transcript.turns[0].text == 'Why now?'
    assert transcript.turns[0].slug == 'now'


def test_two_equal_addresses_are_reported_with_both_lines():
    _, findings = exchanges(
        read_lines('Ada: A? {#x}\n\nGrace: So.\n\nAda: B? {#x}\n\nGrace: No.').items
    )
    (finding,) = findings
    assert (finding.code, finding.line) == ('slug_duplicate', 5)
    assert 'line 1' in finding.text


def test_an_address_that_cannot_be_one_is_mended_and_reported():
    transcript = read_lines('Ada: A? {#Two_Words}\n\nGrace: So.')
    assert transcript.turns[0].slug == 'two-words'
    assert [finding.code for finding in transcript.findings] == ['slug_invalid']
