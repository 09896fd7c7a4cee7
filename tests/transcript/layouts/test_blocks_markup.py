"""What each line is, in reStructuredText, Markdown and plain text."""

from __future__ import annotations

import pytest
from reading import codes, read_lines, turns

from sphinxext.interview.transcript.layouts.blocks import (
    Break,
    Heading,
    Labelled,
    Text,
    Verbatim,
    blocks,
)
from sphinxext.interview.transcript.layouts.standouts import Standout
from sphinxext.interview.transcript.model import Topic
from sphinxext.interview.transcript.source.decoding import number_lines

MARKUPS = ['literal', 'rst', 'markdown']


def kinds(text: str, markup: str) -> list[str]:
    """Return for each block T(ext), L(abelled), H(eading), B(reak), S(tandout), V(erbatim) or a blank."""
    letters = {Text: 'T', Labelled: 'L', Heading: 'H', Break: 'B', Standout: 'S', Verbatim: 'V'}
    found = blocks(number_lines(text), markup, frozenset())
    return [letters[type(b)] if getattr(b, 'text', 'x') or type(b) is Break else ' ' for b in found]


@pytest.mark.parametrize('markup', MARKUPS)
def test_a_label_starts_a_turn_in_every_markup(markup):
    transcript = read_lines('Ada: Why?\n\n**Grace:** So.', markup=markup)
    assert turns(transcript) == [('Ada Reader', ['Why?']), ('Grace Keeper', ['So.'])]


@pytest.mark.parametrize(
    ('line', 'in_text', 'in_rst', 'in_markdown'),
    [
        ('Ada: Why?', 'L', 'L', 'L'),
        ('  Ada: Why?', 'L', 'T', 'L'),
        ('> Ada: Why?', 'S', 'S', 'S'),
        ('    > why?', 'T', 'T', 'T'),
        ('>> Ada: Why?', 'L', 'T', 'T'),
        ('- Ada: Why?', 'S', 'S', 'S'),
        ('1. Ada: Why?', 'S', 'S', 'S'),
        ('| Ada: | Why? |', 'T', 'T', 'T'),
        ('# Bread', 'H', 'T', 'H'),
        ('###### Bread ######', 'H', 'T', 'H'),
        ('####### Bread', 'T', 'T', 'T'),
        ('#bread', 'T', 'T', 'T'),
        ('---', 'B', 'B', 'B'),
        ('* * *', 'B', 'B', 'B'),
        ('___', 'B', 'B', 'B'),
        ('--', 'T', 'T', 'T'),
        ('[End of interview.]', 'B', 'B', 'B'),
        ('[END OF TAPE 2.]', 'B', 'B', 'B'),
        ('End of the recording', 'B', 'B', 'B'),
        ('Transcription ended after 01:02:03', 'B', 'B', 'B'),
        ('The end of interview.', 'T', 'T', 'T'),
    ],
)
def test_a_line_alone_is_what_its_markup_says(line, in_text, in_rst, in_markdown):
    assert [kinds(f'So.\n\n{line}\n\nSo.', markup)[2] for markup in MARKUPS] == [
        in_text, in_rst, in_markdown
    ]  # fmt: skip


@pytest.mark.parametrize('markup', ['literal', 'rst'])
def test_hyphens_below_words_are_no_break(markup):
    assert 'B' not in kinds('So.\n---\nSo.', markup)


@pytest.mark.parametrize(
    ('text', 'markup', 'expected'),
    [
        ('Bread\n=====\n\nSo.', 'rst', ['H', ' ', 'T']),
        ('Bread\n~~~~~\n\nSo.', 'rst', ['H', ' ', 'T']),
        ('Bread\n===\n\nSo.', 'rst', ['T', 'T', ' ', 'T']),
        ('Bread\n===\n\nSo.', 'markdown', ['H', ' ', 'T']),
        ('Bread\n---\n\nSo.', 'markdown', ['H', ' ', 'T']),
        ('Bread\n~~~~~\n\nSo.', 'markdown', ['T', 'V', ' ', 'V']),
        ('Bread\n=====\n\nSo.', 'literal', ['T', 'T', ' ', 'T']),
        ('So.\nBread\n=====\n\nSo.', 'rst', ['T', 'T', 'T', ' ', 'T']),
    ],
)
def test_an_underlined_line_is_a_heading(text, markup, expected):
    assert kinds(text, markup) == expected


@pytest.mark.parametrize('fence', ['```', '~~~~', '```text', ':::{note}', '   ```'])
def test_nothing_in_a_fence_is_a_label(fence):
    end = fence.strip().rstrip('{}abcdefghijklmnopqrstuvwxyz')
    text = f'Ada: Look:\n\n{fence}\nGrace: bread\n# cake\n---\n{end}\n\nGrace: So.'
    transcript = read_lines(text, markup='markdown')
    assert [name for name, _ in turns(transcript)] == ['Ada Reader', 'Grace Keeper']
    assert 'Grace: bread\n# cake\n---' in turns(transcript)[0][1][0]


def test_a_fence_closes_with_one_as_long_of_its_own_kind():
    text = 'Ada: Look:\n\n````\nGrace: 1\n```\nGrace: 2\n~~~~\nGrace: 3\n````\nGrace: So.'
    transcript = read_lines(text, markup='markdown')
    assert [name for name, _ in turns(transcript)] == ['Ada Reader', 'Grace Keeper']
    assert turns(transcript)[1] == ('Grace Keeper', ['So.'])


def test_in_restructuredtext_what_is_indented_belongs_to_the_turn():
    text = 'Ada: Look::\n\n   Grace: bread\n\n.. note::\n\n   Grace: cake\n\nGrace: So.'
    transcript = read_lines(text, markup='rst')
    assert turns(transcript) == [
        ('Ada Reader', ['Look::\n\n   Grace: bread\n\n.. note::\n\n   Grace: cake']),
        ('Grace Keeper', ['So.']),
    ]


@pytest.mark.parametrize('markup', ['rst', 'markdown'])
def test_with_markup_a_turn_is_its_source(markup):
    text = 'Ada: *Why* do you\n  bake?\n\n- one\n- two\n\nTell me.\n\n\nGrace: So.'
    transcript = read_lines(text, markup=markup)
    assert turns(transcript)[0] == (
        'Ada Reader', ['*Why* do you\n  bake?\n\n- one\n- two\n\nTell me.']
    )  # fmt: skip
    assert transcript.turns[0].paragraphs[0].line == 1


@pytest.mark.parametrize('markup', MARKUPS)
def test_an_address_is_taken_off_the_question(markup):
    transcript = read_lines('Ada: Why now? {#now}\n\nTell me.\n\nGrace: So.', markup=markup)
    assert transcript.turns[0].slug == 'now'
    assert transcript.turns[0].paragraphs[0].text.startswith('Why now?')
    assert '{#' not in transcript.turns[0].text


@pytest.mark.parametrize('markup', ['literal', 'markdown'])
@pytest.mark.parametrize('line', [r'\Ada: is a name', r'Ada\: is a name'])
def test_a_backslash_keeps_a_name_in_the_text_and_is_not_shown(markup, line):
    transcript = read_lines(f'Ada: Why?\n\nGrace: So.\n\n{line}', markup=markup)
    assert len(transcript.turns) == 2
    assert transcript.turns[1].text.endswith('Ada: is a name')
    assert '\\' not in transcript.turns[1].text


@pytest.mark.parametrize('line', [r'\Ada: is a name', r'Ada\: is a name'])
def test_restructuredtext_takes_its_backslashes_off_itself(line):
    transcript = read_lines(f'Ada: Why?\n\nGrace: So.\n\n{line}', markup='rst')
    assert len(transcript.turns) == 2
    assert line in transcript.turns[1].text


def test_other_backslashes_stay():
    words = r'In C:\boats and \alpha and a\:b'
    assert read_lines(f'Ada: Why?\n\nGrace: {words}').turns[1].text == words


def test_headings_make_levels_by_their_style():
    text = 'Bread\n=====\n\nRye\n---\n\nAda: Why?\n\nGrace: So.\n\nCake\n====\n\nGrace: Oh.'
    transcript = read_lines(text, markup='markdown')
    topics = [item for item in transcript.items if isinstance(item, Topic)]
    assert [(t.title, t.level) for t in topics] == [('Bread', 1), ('Rye', 2), ('Cake', 1)]


def test_a_heading_that_labels_a_turn_is_no_topic():
    text = '##### **Ada** [00:00:14]\n\nWhy?\n\n##### **Grace** [00:00:20]\n\nSo.'
    transcript = read_lines(text)
    assert turns(transcript) == [('Ada Reader', ['Why?']), ('Grace Keeper', ['So.'])]
    assert [turn.time for turn in transcript.turns] == [14, 20]


def test_escaped_brackets_around_a_time_are_a_time_too():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\n\\[44:09\\] And so.')
    assert [(p.text, p.time) for p in transcript.turns[1].paragraphs] == [
        ('So.', None), ('And so.', 2649)
    ]  # fmt: skip


def test_a_time_alone_belongs_to_the_next_paragraph():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\n[44:09]\n\nAnd so.')
    assert [(p.text, p.time) for p in transcript.turns[1].paragraphs][-1] == ('And so.', 2649)
    assert codes(transcript) == []


def test_an_event_alone_does_not_end_the_turn():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\n[laughs]\n\nAnd so.')
    assert [p.kind for p in transcript.turns[1].paragraphs] == ['speech', 'direction', 'speech']
    assert transcript.turns[1].text == 'So. And so.'
