"""What a transcript says of itself at its head."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.source.decoding import number_lines
from sphinxext.interview.transcript.source.head import split_metadata


def read_head(text: str) -> tuple[dict[str, str], list[tuple[str, str | None]], list[str]]:
    """Return metadata, people with roles, and the other lines that aren't blank."""
    metadata, people, lines = split_metadata(number_lines(text))
    return metadata, [(p.name, p.role) for p in people], [line for _, line in lines if line]


@pytest.mark.parametrize(
    ('key', 'option'),
    [
        ('Place', 'place'), ('LOCATION', 'place'), ('location', 'place'), ('Media', 'medium'),
        ('Interview  date', 'date'), ('Recorded', 'date'), ('Licence', 'license'),
        ('URL', 'source'), ('Podcast', 'container'), ('Language', 'language'),
    ],
)  # fmt: skip
def test_a_key_is_known_in_any_case_and_by_its_synonyms(key, option):
    metadata, _, lines = read_head(f'Title: Bread\n{key}: Port: Harbour Street\n\nMira: Why?')
    assert metadata == {'title': 'Bread', option: 'Port: Harbour Street'}
    assert lines == ['Mira: Why?']


@pytest.mark.parametrize(
    ('key', 'role'),
    [
        ('Interviewer', 'interviewer'), ('Host', 'interviewer'), ('Interviewers', 'interviewer'),
        ('Interviewee', 'interviewee'), ('Narrator', 'interviewee'), ('Guest', 'interviewee'),
        ('Participants', 'participant'),
    ],
)  # fmt: skip
def test_a_role_word_in_the_head_declares_people(key, role):
    _, people, lines = read_head(f'Date: 1999\n{key}: Mira Salt; Tom\n\nMira: Why?')
    assert people == [('Mira Salt', role), ('Tom', role)]
    assert lines == ['Mira: Why?']


def test_what_is_not_kept_still_belongs_to_the_head():
    assert read_head('Transcribed by: Zoe\nDuration: 1:20\n\nMira: Why?') == (
        {},
        [],
        ['Mira: Why?'],
    )


@pytest.mark.parametrize(
    'text',
    [
        '',
        'Mira: Why?',
        'Title: Bread\n\nMira: Why?',  # a line alone may be anything
        'Title: Bread\nDate: 1999',  # nothing follows
        'Title: Bread\nMira: Why?\n\nTom: So.',
        'Title: Bread\nA line of words\n\nMira: Why?',
        'Title: Bread\nTitle: Cake\n\nMira: Why?',
        'Interviewer: Why do you bake?\nInterviewee: I must.\n\nInterviewer: So?',
        'Host: Hello and welcome to this show about all the bread that we eat here\nGuest: Hi\n\nx',
        '\nTitle: Bread\nDate: 1999\n\nMira: Why?',
    ],
)
def test_a_block_that_may_be_speech_is_no_head(text):
    lines = number_lines(text)
    assert split_metadata(lines) == ({}, (), lines)


def test_front_matter_is_read_as_yaml():
    text = """---
title: Bread
date: 1999-12-31
tags: [bread, salt]
interviewee:
  - Mira Salt [M]
  - Tom Ferry
unknown: thing
place:
---
Mira: Why?"""
    metadata, people, lines = split_metadata(number_lines(text))
    assert metadata == {
        'title': 'Bread', 'date': '1999-12-31', 'tags': 'bread; salt', 'place': ''
    }  # fmt: skip
    assert [(p.name, p.labels) for p in people] == [('Mira Salt', ('M',)), ('Tom Ferry', ())]
    assert lines == [(11, 'Mira: Why?')]


@pytest.mark.parametrize('text', ['---\n---\nMira: Why?', '---\n# nothing\n---\nMira: Why?'])
def test_empty_front_matter_says_nothing(text):
    assert read_head(text) == ({}, [], ['Mira: Why?'])


def test_a_break_that_never_ends_is_no_front_matter():
    lines = number_lines('---\nMira: Why?')
    assert split_metadata(lines) == ({}, (), lines)


@pytest.mark.parametrize(
    ('text', 'line'),
    [
        ('---\ntitle: Bread\ndate: [1999\n---\nMira: Why?', 4),
        ('---\n\ttitle: Bread\n---\nMira: Why?', 2),
        ('---\nonly words\n---\nMira: Why?', 2),
        ('---\ninterviewee: Mira [M\n---\nMira: Why?', 1),
        ('Date: 1999\nInterviewee: Mira; Mira\n\nMira: Why?', 1),
        ('---\ntitle: !!python/object:os.system x\n---\nMira: Why?', 2),
    ],
)
def test_a_head_that_cannot_be_understood_is_an_error_near_its_line(text, line):
    with pytest.raises(TranscriptError) as caught:
        split_metadata(number_lines(text))
    assert caught.value.finding.code == 'metadata_invalid'
    assert abs(caught.value.finding.line - line) <= 1


def test_lines_are_numbered_as_in_the_including_file():
    _, _, lines = split_metadata(number_lines('---\ntitle: Bread\n---\nMira: Why?', first=41))
    assert lines == [(44, 'Mira: Why?')]


def test_front_matter_that_repeats_itself_takes_no_time():
    levels = ''.join(f'l{n}: &l{n} [{", ".join([f"*l{n - 1}"] * 9)}]\n' for n in range(1, 60))
    front = f'---\nl0: &l0 [x]\n{levels}title: Bomb\n---\nAda: Why?'
    metadata, _, _ = split_metadata(number_lines(front))
    assert metadata == {'title': 'Bomb'}
