"""A transcript that is written as text or Markdown is read as the same one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from conversation import FORMATS, NAMELESS
from hypothesis import given
from hypothesis import strategies as st
from test_properties import numbered_transcripts

from sphinxext.interview.transcript.loading import Loaded, load
from sphinxext.interview.transcript.model import Item, Paragraph, Speaker, TranscriptError, Turn
from sphinxext.interview.transcript.writing import as_json, as_markdown, as_text, as_vtt

PEOPLE = (
    Speaker('Ada Reader', 'interviewer', ('AR',), 'reader of the paper'),
    Speaker('Grace Keeper', 'interviewee'),
)
EVERYTHING = """\
---
title: "Of bread: and salt"
date: 2020-01-02
interviewer: Ada Reader [AR] (reader; of the paper)
interviewee: Grace Keeper; Linus Long
---

Before it began.

# The shop

Ada: [00:01.500] Why “bread”? {#why}

Grace: [1:00:02] It is *good* [laughs], isn’t it? See https://example.org/a_b_c.

Note\\: this is no label.

[1:00:09] Tom\\: is none either.

[laughs]

Ada & Grace: Both <of> us & `all`.

?: Who said that?

## The oven

AR: And \\\\ then?

Linus: 1. No list. # No heading. - No item

- Nor this.

---

After it ended.
"""


def loaded(text: str | bytes, name: str = 'talk.txt', **options) -> Loaded:
    return load(text.encode() if isinstance(text, str) else text, name, **options)


def without_lines(items: tuple[Item, ...]) -> list[Item]:
    """Return items as if they all stood in one line, and their times once."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, Turn):
            first, *others = item.paragraphs or (Paragraph('', 0),)
            time = first.time if item.time is None else item.time
            paragraphs = [replace(first, time=None), *others]
            paragraphs = tuple(replace(p, line=0) for p in paragraphs)
            found.append(replace(item, line=0, time=time, paragraphs=paragraphs))
        else:
            found.append(replace(item, line=0))
    return found


def assert_same(one: Loaded, other: Loaded) -> None:
    for part in ('preamble', 'items', 'epilogue'):
        before, after = (without_lines(getattr(x.transcript, part)) for x in (one, other))
        assert after == before
    assert other.transcript.speakers == one.transcript.speakers
    assert other.metadata == one.metadata


@pytest.mark.parametrize('name', sorted(FORMATS.keys() - {'bold.md'}))
@pytest.mark.parametrize('people', [PEOPLE, ()], ids=['declared', 'inferred'])
def test_every_format_becomes_text_and_comes_back(name, people):
    before = loaded(FORMATS[name], name, people=people)
    assert_same(before, loaded(as_text(before)))


@pytest.mark.parametrize('name', sorted(NAMELESS))
def test_words_of_nobody_become_text_and_come_back(name):
    before = loaded(NAMELESS[name], name)
    assert as_text(before).split('\n\n', 2)[-2 if before.metadata else 0].startswith('?: [00:00]')
    assert_same(before, loaded(as_text(before)))


def test_everything_that_text_holds_comes_back():
    before = loaded(EVERYTHING)
    assert [f.code for f in before.findings if f.level != 'info'] == []
    assert len(before.transcript.turns) == 6
    again = loaded(as_text(before))
    assert_same(before, again)
    assert [f.code for f in again.findings if f.level != 'info'] == []
    assert as_text(again) == as_text(before)


@given(numbered_transcripts(), st.sampled_from([PEOPLE, ()]))
def test_writing_what_was_written_changes_nothing(text, people):
    try:
        once = as_text(loaded(text, people=people))
        again = as_text(loaded(once))
    except TranscriptError:
        return
    words = [word for word in once.split() if word.startswith('w')]
    assert [word for word in again.split() if word.startswith('w')] == words


def test_markdown_shows_the_characters_of_a_literal_transcript():
    markdown_it = pytest.importorskip('markdown_it')
    text = as_markdown(loaded(EVERYTHING))
    tokens = markdown_it.MarkdownIt().parse(text.split('\n\n', 1)[1])
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {
        'text', 'strong_open', 'strong_close', 'softbreak', 'text_special',
    }  # fmt: skip
    shown = ''.join(child.content for child in children)
    assert 'It is *good* [laughs], isn’t it? See https://example.org/a_b_c.' in shown
    assert 'Both <of> us & `all`.' in shown
    assert '1. No list. # No heading.' in shown


def test_json_has_segments_that_are_read_again():
    before = loaded(FORMATS['voices.vtt'], 'voices.vtt', people=PEOPLE)
    document = json.loads(as_json(before))
    assert document['speakers'][0] == {
        'name': 'Ada Reader', 'role': 'interviewer', 'labels': ['AR'],
        'description': 'reader of the paper',
    }  # fmt: skip
    again = loaded(as_json(before), 'talk.json', people=PEOPLE)
    assert [t.text for t in again.transcript.turns] == [t.text for t in before.transcript.turns]
    assert [t.time for t in again.transcript.turns] == [t.time for t in before.transcript.turns]


@pytest.mark.parametrize('name', sorted(FORMATS.keys() - {'bold.md'}))
def test_every_format_becomes_captions_with_voices(name):
    before = loaded(FORMATS[name], name, people=PEOPLE)
    again = loaded(as_vtt(before), 'talk.vtt', people=PEOPLE)
    assert [f for f in again.findings if f.level != 'info'] == []
    assert [t.speakers for t in again.transcript.turns] == [
        t.speakers for t in before.transcript.turns
    ]
    assert [t.time for t in again.transcript.turns] == [t.time for t in before.transcript.turns]
    assert [t.text for t in again.transcript.turns] == [t.text for t in before.transcript.turns]


def test_without_times_there_are_no_captions():
    with pytest.raises(TranscriptError, match='no times'):
        as_vtt(loaded('Ada: Why?\n\nGrace: So.', people=PEOPLE))


def test_captions_hold_the_head_and_words_without_a_time():
    text = 'title: Bread\nlanguage: en\n\nAda: Why?\n\nGrace: [0:05] So.\n\nAnd so.\n\nAda: Ha?'
    again = loaded(as_vtt(loaded(text, people=PEOPLE)), 'talk.vtt')
    assert again.metadata == {'title': 'Bread', 'language': 'en'}
    assert again.transcript.speakers == PEOPLE
    assert [(turn.time, turn.text) for turn in again.transcript.turns] == [
        (0, 'Why?'), (5, 'So. And so. Ada Reader: Ha?'),
    ]  # fmt: skip
