"""Who speaks, in every layout, is who spoke; and every word is theirs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import PEOPLE, read_lines
from written import CONVERSATIONS, LAYOUTS, written

from sphinxext.interview.transcript.exchanges.grouping import exchanges

STORY = [
    ('How does the canal freeze?', ['From the banks, slowly.', 'And never under the bridge.']),
    ('Who breaks the ice?', ['The ferry does. It has an iron bow.']),
    ('Do the herons mind?', ['They stand on it. Note: they don’t pay.', 'Nor do we.']),
    ('What comes after the ice?', ['Mud.']),
]
each = pytest.mark.parametrize('name', LAYOUTS)


def said(transcript) -> list[tuple[str, str, list[str]]]:
    """Return role, name and words of each turn."""
    return [
        (
            turn.role or turn.speakers[0].role,
            turn.speakers[0].name if turn.speakers else '',
            ' '.join(re.findall(r'[\w’]+', turn.text)),
        )
        for turn in transcript.turns
    ]


def expected(conversation, asks, answers):
    for question, answer in conversation:
        yield 'interviewer', asks, ' '.join(re.findall(r'[\w’]+', question))
        yield 'interviewee', answers, ' '.join(re.findall(r'[\w’]+', ' '.join(answer)))


@each
def test_a_layout_is_read_with_nobody_declared(name):
    layout = LAYOUTS[name]
    transcript = read_lines(written(STORY, layout), (), markup=layout.markup)
    found = said(transcript)
    answers = layout.answers or {name for role, name, _ in found if role == 'interviewee'}.pop()
    assert found == list(expected(STORY, layout.asks, answers))
    assert not [finding for finding in transcript.findings if finding.level != 'info']


@each
def test_people_who_are_declared_have_their_names(name):
    layout = LAYOUTS[name]
    labelled = {'Q', 'A', 'ada', 'grace', 'Ada', 'Grace'} & {layout.asks, layout.answers}
    transcript = read_lines(written(STORY, layout), PEOPLE, markup=layout.markup)
    assert said(transcript) == list(expected(STORY, 'Ada Reader', 'Grace Keeper')), labelled
    assert not [finding for finding in transcript.findings if finding.level != 'info']


@each
@settings(max_examples=settings.default.max_examples // 10)  # for each layout
@given(conversation=CONVERSATIONS, preamble=st.sampled_from(['', 'The canal froze in May.\n\n']))
def test_every_word_is_under_the_name_of_whoever_said_it(name, conversation, preamble):
    layout = LAYOUTS[name]
    text = preamble + written(conversation, layout)
    transcript = read_lines(text, PEOPLE, markup=layout.markup)
    assert said(transcript) == list(expected(conversation, 'Ada Reader', 'Grace Keeper'))


@pytest.mark.parametrize('name', ['heading', 'bold', 'italic', 'quotation', 'dash', 'dialogue'])
def test_questions_of_nobody_named_make_exchanges(name):
    layout = LAYOUTS[name]
    transcript = read_lines(written(STORY, layout), (), markup=layout.markup)
    parts, _ = exchanges(transcript.items)
    assert [part.title for part in parts] == [question for question, _ in STORY]
    assert transcript.speakers == ()


@pytest.mark.parametrize(
    ('name', 'option'),
    [
        ('colon', 'label'),
        ('heading', 'heading'),
        ('bold', 'bold'),
        ('italic', 'italic'),
        ('bullet', 'list'),
        ('numbered bold item', 'list'),
        ('quotation', 'quote'),
        ('dialogue', 'dash'),
        ('dash', 'dash'),
        ('chat', 'chat'),
    ],
)
def test_the_author_may_say_what_the_questions_are(name, option):
    layout = LAYOUTS[name]
    text = written(STORY, layout).replace('?', '.')  # nothing asks
    if option == 'dash' and name == 'dialogue':
        text = written(STORY[:1], layout)
    conversation = STORY[:1] if name == 'dialogue' else STORY
    transcript = read_lines(text, PEOPLE, markup=layout.markup, questions=option)
    assert said(transcript) == list(expected(conversation, 'Ada Reader', 'Grace Keeper'))


def test_with_labels_as_questions_what_stands_out_is_words():
    text = 'Ada: Why?\n\n**And so?**\n\nGrace: Because.\n\n**Or not?**\n\nMaybe.'
    transcript = read_lines(text, PEOPLE, questions='label')
    assert said(transcript) == [
        ('interviewer', 'Ada Reader', 'Why And so'),
        ('interviewee', 'Grace Keeper', 'Because Or not Maybe'),
    ]


def test_where_labels_name_the_declared_a_bracket_before_words_names_nobody():
    text = 'Ada Reader: So.\n\n[Bob] So.\n\nAda Reader and Grace Keeper: So.\n\nAda Reader: So.\n\n[Bob] So.\n'
    turns = read_lines(text, PEOPLE).turns
    assert {speaker.name for turn in turns for speaker in turn.speakers} <= {p.name for p in PEOPLE}
    assert [p.text for turn in turns for p in turn.paragraphs].count('[Bob] So.') == 2
