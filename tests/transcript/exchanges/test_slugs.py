"""Addresses made of the words of a question."""

from __future__ import annotations

import pytest
from reading import read_lines

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.exchanges.slugs import slugify
from sphinxext.interview.transcript.model import Exchange, Topic


def slugs(text: str) -> list[str]:
    parts, _ = exchanges(read_lines(text).items)
    return [part.slug for part in parts if isinstance(part, Exchange | Topic)]


@pytest.mark.parametrize(
    ('text', 'slug'),
    [
        ('How do you bake?', 'how-do-you-bake'),
        ('  How   do—you: bake?  ', 'how-do-you-bake'),
        ("Don’t you bake? It's late", 'dont-you-bake-its-late'),
        ('R2 or 3.5?', 'r2-or-3-5'),
        ('HOW DO YOU BAKE', 'how-do-you-bake'),
        ('Как печь хлеб?', 'как-печь-хлеб'),
        ('なぜですか', 'なぜですか'),
        ('🍞 bread', 'bread'),
        ('__bread__', 'bread'),
        ('🍞!', ''),
        ('', ''),
    ],
)
def test_a_slug_holds_words_of_every_script_and_hyphens(text, slug):
    assert slugify(text) == slug


def test_a_vowel_sign_does_not_split_a_word():
    assert slugify('नमस्ते दुनिया') == 'नमस्ते-दुनिया'
    assert slugify('cafe\u0301 bar').count('-') == 1


def test_a_slug_is_cut_between_words():
    long = 'baking ' * 5 + 'extraordinarily ' * 5
    assert slugify(long) == 'baking-baking-baking-baking-baking-extraordinarily'


def test_an_author_may_have_more_words_than_a_generated_slug():
    assert slugs('Ada: A? {#one-two-three-four-five-six-seven-eight-nine}\n\nGrace: So.') == [
        'one-two-three-four-five-six-seven-eight-nine'
    ]


def test_a_number_avoids_an_address_that_looks_like_one():
    text = 'Ada: Bread?\n\nGrace: So.\n\nAda: Bread 2?\n\nGrace: So.\n\nAda: Bread?\n\nGrace: So.'
    assert slugs(text) == ['bread-so', 'bread-2', 'bread-so-2']


def test_a_topic_and_a_question_of_one_name_differ():
    assert slugs('# Bread\n\nAda: Bread?\n\nGrace: So.') == ['bread', 'bread-so']


def test_an_events_words_are_not_in_the_address():
    assert slugs('Ada: [laughs] Do you bake?\n\nGrace: So.') == ['do-you-bake']


@pytest.mark.parametrize('mark', ['[^12]', '[^long-one]', ' [1]_', ' [#]_', ' [#a]_', ' [*]_'])
def test_a_footnote_is_not_in_the_address(mark):
    assert slugs(f'Ada: Is bread{mark} good?\n\nGrace: So.') == ['is-bread-good']


def test_a_block_below_a_question_is_not_in_its_address():
    text = 'Ada: Is bread [#]_ good?\n\n.. [#] Is it?\n\n   Or not?\n\nGrace: So.\n'
    (part,), _ = exchanges(read_lines(text, markup='rst').items)
    assert part.slug == 'is-bread-good'


def test_a_links_target_is_not_in_the_address():
    assert slugs('Ada: Is [bread](https://bread.example) good?\n\nGrace: So.') == ['is-bread-good']


def test_braces_in_an_answer_are_words():
    transcript = read_lines('Ada: Bread?\n\nGrace: I write {#so}\n\nAda: Why?\n\nGrace: So.')
    assert transcript.turns[1].text == 'I write {#so}'
    assert transcript.turns[1].slug == ''


def test_an_address_written_by_the_author_survives_a_change_of_the_question():
    before = slugs('Ada: Bread? {#bread}\n\nGrace: So.')
    after = slugs('Ada: What of the bread, then? {#bread}\n\nGrace: So.')
    assert before == after == ['bread']
