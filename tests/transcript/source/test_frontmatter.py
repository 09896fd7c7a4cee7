"""YAML, TOML and JSON before a text."""

from __future__ import annotations

import builtins

import pytest
from heads import people, read_head, reported, said, words
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.model import TranscriptError

TURN = 'Mira: Why?'
YAML = """---
# how it was made
title: 'Bread: a talk'
layout: post
date: 1999-12-31
tags: [bread, salt]
interviewer: Ada Reader
interviewee:
  - Mira Salt [M]
  - name: Tom Ferry
    site: https://ferry.example
params:
  doi: 10.1234/x
authors:
- zoe

duration: 1:28:28
description: "It goes on
here."
draft: false
place:
---
"""
TOML = """+++
title = "Bread: a talk"
layout = "post"
date = 1999-12-31T10:00:00Z
tags = ["bread", "salt"]
interviewer = "Ada Reader"
interviewee = ["Mira Salt [M]", "Tom Ferry"]
authors = ["zoe"]
duration = "1:28:28"
description = '''It goes on
here.'''
draft = false
place = ""
[params]
doi = "10.1234/x"
+++
"""
JSON = """{
  "title": "Bread: a talk",
  "layout": "post",
  "date": "1999-12-31T10:00:00-08:00",
  "tags": ["bread", "salt"],
  "interviewer": "Ada Reader",
  "interviewee": ["Mira Salt [M]", {"name": "Tom Ferry"}],
  "params": {"doi": "10.1234/x"},
  "authors": ["zoe"],
  "duration": "1:28:28",
  "description": "It goes on here.",
  "draft": false,
  "place": null
}
"""


@pytest.mark.parametrize('front', [YAML, TOML, JSON], ids=['yaml', 'toml', 'json'])
def test_front_matter_says_the_same_in_each_language(front):
    head = read_head(f'{front}\n{TURN}')
    assert said(head) == {
        'title': 'Bread: a talk', 'layout': 'post', 'date': '1999-12-31', 'tags': 'bread; salt',
        'interviewer': 'Ada Reader', 'interviewee': 'Mira Salt [M]; Tom Ferry', 'authors': 'zoe',
        'params': '', 'duration': '1:28:28', 'description': 'It goes on here.', 'draft': 'no',
        'place': '',
    }  # fmt: skip
    assert people(head) == [
        ('Ada Reader', 'interviewer'),
        ('Mira Salt', 'interviewee'),
        ('Tom Ferry', 'interviewee'),
    ]
    assert head.people[1].labels == ('M',)
    assert head.lines == [(front.count('\n') + 1, ''), (front.count('\n') + 2, TURN)]
    assert head.findings == ()


@pytest.mark.parametrize('front', [YAML, TOML, JSON], ids=['yaml', 'toml', 'json'])
def test_a_field_has_the_line_of_its_key(front):
    head = read_head(f'{front}\n{TURN}')
    lines = front.split('\n')
    assert all(name in lines[field.line - 1] for name, field in head.fields.items())


@pytest.mark.parametrize(
    'front', ['---\n---\n', '---\n# nothing\n---\n', '---\n...\n', '+++\n+++\n', '+++\n\n+++\n']
)
def test_empty_front_matter_says_nothing(front):
    assert said(read_head(front + TURN)) == {}
    assert words(read_head(front + TURN)) == [TURN]


def test_blank_lines_may_stand_before_it():
    assert said(read_head(f'\n\n---\ntitle: Bread\n---\n{TURN}')) == {'title': 'Bread'}


@pytest.mark.parametrize(
    'text',
    [
        '---\nMira: Why?',  # a rule that never ends
        '+++\ntitle = "Bread"\n\nMira: Why?',
        '---\nonly words\n---\nMira: Why?',
        '---\nAda: Hello.\n\nGrace: Hi.\n\n---\n\nAda: So.',
        '---\nAda: Hello: there.\n\nGrace: Hi.\n\n---\n\nAda: So.',
        '---\n**Ada:** Hello.\n\n---\n\n**Ada:** So.',
        '---\nada: hi\nbob: yo\nada: so\n---\nada: bye',
        '---\nIn this talk: bread\n---\nAda: So.',
        '---\n- bread\n- salt\n---\nAda: So.',
        '{"title": "Bread"}',
        '{\n  "title": "Bread"\n}\n\n',
        '{"title": "Bread"}\n{"title": "Salt"}\n',
        '{"title": "Bread"}, {"title": "Salt"}\n',
        '{\n  "title": "Bread"\n},\n{\n  "title": "Salt"\n}\n',
        '{"title": "Bread"}\n["Salt"]\n',
        '{"title": "Bread"} Mira: Why?\n',
        '{not json}\n\nMira: Why?',
        '{\nnot json\n}\n\nMira: Why?',
        '{' * 100_000 + '\nMira: Why?',
    ],
)
def test_other_lines_between_rules_and_other_braces_are_no_front_matter(text):
    head = read_head(text)
    assert said(head) == {}
    assert words(head) == [line for line in text.split('\n') if line.strip()]


@pytest.mark.parametrize('text', ['it rained.\nThen it stopped.', 'it: rained.'])
def test_a_paragraph_between_rules_is_no_front_matter(text):
    text = f'We met in May: {text}\n\n---\n\nAda: So.'
    head = read_head(f'---\nSource: the archive\n\n{text}')
    assert words(head) == ['---', *(line for line in text.split('\n') if line)]


@pytest.mark.parametrize('below', ['[00:00:51] Ada', '{% raw %}', '{{< toc >}}', '"So," he said.'])
def test_a_text_below_json_may_begin_with_anything(below):
    assert words(read_head(f'{{"title": "Bread"}}\n\n{below}')) == [below]


@pytest.mark.parametrize(
    ('front', 'line', 'title'),
    [
        ('---\ntitle: Bread\ndate: [1999\n---\n', 3, 'Bread'),
        ('---\ntitle: Bread: a talk\nauthor: Zoe\n---\n', 2, 'Bread: a talk'),
        ('---\ntitle: "Bread"\n\tdate: 1999\n---\n', 3, 'Bread'),
        ('---\ntitle: {% x %}\n---\n', 2, '{% x %}'),
        ('---\ntitle: @bread\n---\n', 2, '@bread'),
        ('+++\ntitle = Bread\n+++\n', 2, 'Bread'),
        ('+++\ntitle = "Bread"\ndate = \n+++\n', 3, 'Bread'),
        ('+++\ntitle = "Bread"\ntitle = "Salt"\n+++\n', 3, 'Bread'),
        ('{\n  "title": "Bread"\n  "date": "1999"\n}\n', 3, 'Bread'),
        ('{\n  "title": "Bread",\n}\n', 3, 'Bread'),
        (f'{{\n  "title": "Bread",\n  "n": {"9" * 5000}\n}}\n', 1, 'Bread'),
        (f'+++\ntitle = "Bread"\nn = {"9" * 5000}\n+++\n', 2, 'Bread'),
    ],
)
def test_broken_front_matter_is_a_warning_at_its_line_and_the_words_are_read(front, line, title):
    head = read_head(f'{front}{TURN}\n\nTom: So.')
    assert {code.code for code in head.findings} == {'metadata_invalid'}
    assert {level for level, _ in reported(head)} == {'warning'}
    assert min(abs(at - line) for _, at in reported(head)) <= 1
    assert said(head)['title'] == title
    assert words(head) == [TURN, 'Tom: So.']


def test_a_key_that_stands_twice_is_a_warning():
    head = read_head(f'---\ntitle: Bread\ndate: 1999\ntitle: Salt\n---\n{TURN}')
    assert said(head) == {'title': 'Bread', 'date': '1999'}
    assert reported(head) == [('warning', 4)]


def test_a_tag_makes_nothing():
    head = read_head(f'---\ntitle: !!python/object:os.system x\n---\n{TURN}')
    assert said(head) == {'title': 'x'}


def test_front_matter_that_repeats_itself_takes_no_time():
    levels = ''.join(f'l{n}: &l{n} [{", ".join([f"*l{n - 1}"] * 9)}]\n' for n in range(1, 60))
    head = read_head(f'---\nl0: &l0 [x]\n{levels}title: Bomb\n---\n{TURN}')
    assert head.metadata == {'title': 'Bomb'}


@pytest.mark.parametrize('mark', ['---', '+++'])
def test_front_matter_that_is_nested_without_end_is_a_warning(mark):
    head = read_head(f'{mark}\ntitle: x\na: {"[" * 20_000}\n{mark}\n{TURN}')
    assert reported(head)[0][0] == 'warning'
    assert words(head) == [TURN]


def test_without_pyyaml_an_error_says_what_to_install(monkeypatch):
    found = builtins.__import__

    def fail(name, *args, **options):
        if name == 'yaml':
            raise ImportError(name)
        return found(name, *args, **options)

    monkeypatch.setattr(builtins, '__import__', fail)
    with pytest.raises(TranscriptError, match=r'sphinxext-interview\[yaml\]') as caught:
        read_head(f'\n---\ntitle: Bread\n---\n{TURN}')
    assert (caught.value.finding.code, caught.value.finding.line) == ('yaml_missing', 3)
    assert said(read_head(f'+++\ntitle = "Bread"\n+++\n{TURN}')) == {'title': 'Bread'}


FRONT = st.text(st.sampled_from('ab:=[]{}&*!|>%@`"\'#-, \n\t09'), max_size=60)


@given(st.sampled_from(['---', '+++', '{}']), FRONT)
def test_whatever_is_between_marks_takes_nothing_from_below(mark, text):
    start, stop = (mark[0], mark[-1]) if mark == '{}' else (mark, mark)
    text = text.replace('---', '').replace('+++', '')
    head = read_head(f'{start}\n"a": {text}\n{stop}\n{TURN}')
    last = text.count('\n') + 4
    assert head.lines[-1] == (last, TURN)
    assert all(1 <= finding.line < last for finding in head.findings)
