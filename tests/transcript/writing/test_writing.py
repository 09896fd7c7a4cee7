"""A transcript that is written as text or Markdown is read as the same one."""

from __future__ import annotations

import json
import re

import pytest
from conversation import FORMATS, NAMELESS
from hypothesis import given
from hypothesis import strategies as st
from test_properties import numbered_transcripts

from sphinxext.interview.transcript.formats.registry import TEXT
from sphinxext.interview.transcript.loading import Loaded, load
from sphinxext.interview.transcript.model import (
    Item,
    Paragraph,
    Speaker,
    Topic,
    Transcript,
    TranscriptError,
    Turn,
)
from sphinxext.interview.transcript.writing import WRITERS

as_text, as_markdown, as_json, as_vtt = (
    WRITERS[name].write for name in ('text', 'markdown', 'json', 'vtt')
)
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
            paragraphs = [first._replace(time=None), *others]
            paragraphs = tuple(p._replace(line=0) for p in paragraphs)
            found.append(item._replace(line=0, time=time, paragraphs=paragraphs))
        else:
            found.append(item._replace(line=0))
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
    assert [(turn.time, turn.speakers[0].name, turn.text) for turn in again.transcript.turns] == [
        (0, 'Ada Reader', 'Why?'), (5, 'Grace Keeper', 'So. And so.'), (5, 'Ada Reader', 'Ha?'),
    ]  # fmt: skip


def test_captions_hold_topics_notes_and_what_stands_around_as_comments():
    text = 'Before.\n\n# Bread\n\nAda: [0:01] Why?\n\n[laughs]\n\nGrace: So.\n\n---\n\n[0:09] After --> it.'
    written = as_vtt(loaded(text, people=PEOPLE))
    assert 'NOTE Before.' in written
    assert 'NOTE Bread' in written
    assert 'NOTE [00:09] After -> it.' in written
    assert '<v Ada Reader>Why?</v>\n<v Ada Reader>[laughs]</v>\n<v Grace Keeper>So.' in written


def test_two_unknown_speakers_stay_two():
    text = 'Ada: [0:01] Why?\n\n?: [0:02] One.\n\n?: [0:03] Other.\n\nAda: [0:04] Ha?'
    before = loaded(text)
    assert len(before.transcript.turns) == 4
    assert_same(before, loaded(as_text(before)))
    again = loaded(as_vtt(before), 'talk.vtt')
    assert [(t.time, t.speakers[:1] == (), t.text) for t in again.transcript.turns] == [
        (1, False, 'Why?'), (2, True, 'One.'), (3, True, 'Other.'), (4, False, 'Ha?'),
    ]  # fmt: skip


def test_an_event_between_turns_stays_there():
    before = loaded('Ada: Why?\n\n---\n\n[A bell rings.]\n\nGrace: So.', people=PEOPLE)
    assert isinstance(before.transcript.items[1], Paragraph)
    for again in (loaded(as_text(before)), loaded(as_json(before), 'talk.json')):
        assert_same(before, again)


UNNAMED = Transcript((
    Turn((), (Paragraph('How *long*?', 1), Paragraph('And why?', 2)), 1, slug='long', role='interviewer'),
    Turn((), (Paragraph('Two hours.', 3), Paragraph('Or three.', 4)), 3, 5.0, role='interviewee'),
    Topic('The oven', 5),
    Turn((), (Paragraph('Is it hot?', 6),), 6, role='interviewer'),
    Turn((PEOPLE[1],), (Paragraph('Very.', 7),), 7),
    Turn((), (Paragraph('Yes.', 8),), 8, role='interviewee'),
), PEOPLE[1:])  # fmt: skip
FROM_TEXT = Loaded(UNNAMED, {}, (), TEXT, [], 'literal')


def test_in_markdown_a_question_of_nobody_named_is_bold_and_the_answer_follows():
    head, *blocks = as_markdown(FROM_TEXT).split('\n\n')
    assert re.search('^questions: "?bold', head, re.MULTILINE)
    assert blocks == [
        r'**How \*long\*?**', '**And why? {#long}**', '[00:05] Two hours.', 'Or three.',
        '# The oven', '**Is it hot?**', '**Grace Keeper:** Very.', '**?:** Yes.\n',
    ]  # fmt: skip


def test_a_question_that_is_markdown_stays_bold_paragraph_by_paragraph():
    asked = Turn((), (Paragraph('Is it **so**?\n\nSo?', 1),), 1, role='interviewer')
    loaded = FROM_TEXT._replace(transcript=Transcript((asked,)), markup='markdown')
    assert as_markdown(loaded).endswith('\n\n__Is it **so**?__\n\n**So?**\n')


def test_in_text_a_question_of_nobody_named_has_a_dash():
    written = as_text(FROM_TEXT)
    assert re.search('^questions: "?dash', written.split('\n\n')[0], re.MULTILINE)
    assert '――How *long*?\n\n――And why? {#long}\n\n[00:05] Two hours.\n\nOr three.' in written
    assert '――Is it hot?\n\nGrace Keeper: Very.\n\n?: Yes.' in written


def test_json_says_who_asks_where_nobody_is_named():
    segments = json.loads(as_json(FROM_TEXT))['segments']
    assert [(s.get('role'), s.get('speaker'), s.get('turn')) for s in segments] == [
        ('interviewer', '', 1), ('interviewer', '', 1), ('interviewee', '', 2), ('interviewee', '', 2),
        (None, None, None), ('interviewer', '', 3), ('interviewee', 'Grace Keeper', 4),
        ('interviewee', '', 5),
    ]  # fmt: skip
    again = loaded(as_json(FROM_TEXT), 'talk.json')
    assert [turn.role for turn in again.transcript.turns] == [
        turn.role for turn in UNNAMED.turns
    ]  # fmt: skip
    assert_same(FROM_TEXT, again)


@pytest.mark.parametrize(
    'text',
    [
        '{"metadata": {}, "kind": 1}',
        '{"metadata": {}, "speakers": [], "segments": [{"kind": []}]}',
        '{"metadata": {}, "speakers": [1], "segments": "kind"}',
        '{"metadata": {}, "speakers": [], "segments": [{"kind": "topic", "text": 1, "level": 1e999}]}',
        '{"metadata": {"kind": 1}, "speakers": [], "segments": []}',
    ],
)
def test_json_that_only_looks_like_ours_is_an_error_with_a_line(text):
    lines = text.replace('"kind"', '\n"kind"', 1)
    try:
        found = loaded(lines, 'talk.json').findings
    except TranscriptError as error:
        found = (error.finding,)
    assert [finding.level for finding in found] == ['error']
    assert found[0].line == 1
