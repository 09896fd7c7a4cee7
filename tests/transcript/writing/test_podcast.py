"""What is written for podcasts is read again as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sameness import rows
from written import CONVERSATIONS

from sphinxext.interview.transcript.captions.cues import Cue
from sphinxext.interview.transcript.formats.chapters import read_chapters
from sphinxext.interview.transcript.loading import load
from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.writing import WRITERS
from sphinxext.interview.transcript.writing.podcast import chapters_as_json, cues_as_json
from sphinxext.interview.transcript.writing.webvtt import cues_as_vtt

NAMES = ('Ada Reader', 'Grace Keeper')


def cues_of(conversation):
    """Return a cue for each turn, the first words of each at a whole second."""
    said = [
        (name, words)
        for question, answer in conversation
        for name, words in zip(NAMES, (question, '\n'.join(answer)), strict=True)
    ]
    return [Cue(n * 7.5, None, words, 1, name) for n, (name, words) in enumerate(said)]


def spoken(transcript):
    return [
        ([s.name for s in turn.speakers], turn.time, ' '.join(turn.text.split()))
        for turn in transcript.turns
    ]


@given(CONVERSATIONS)
def test_transcripts_are_read_again_with_the_same_words_people_and_times(conversation):
    cues = cues_of(conversation)
    expected = [([c.speaker], c.start, ' '.join(c.text.split())) for c in cues]
    for text, name in ((cues_as_json(cues), 'talk.json'), (cues_as_vtt(cues), 'talk.vtt')):
        assert spoken(load(text.encode(), name).transcript) == expected


@given(st.lists(st.tuples(st.integers(0, 9000), st.sampled_from(['Craft', 'Trade', 'A & “B”']))))
def test_chapters_are_read_again(chapters):
    text = chapters_as_json('Talk', [(float(time), title) for time, title in chapters])
    if chapters:
        found, findings = read_chapters(text.encode())
        assert [(c.time, c.title) for c in found] == sorted(chapters)
        assert findings == []


def test_segments_have_an_end_that_is_not_before_their_start():
    cues = [
        Cue(None, None, 'Before all', 1, 'Ada'),
        Cue(5.0, None, 'one two three four five', 1, 'Grace'),
        Cue(3.0, 4.0, 'back', 1),
        Cue(None, None, 'goes on', 1, 'Ada'),
    ]
    segments = json.loads(cues_as_json(cues))['segments']
    assert [(s['startTime'], s['endTime']) for s in segments] == [(0, 5), (5, 7), (3, 4), (3, 3.8)]
    assert [s.get('speaker') for s in segments] == ['Ada', 'Grace', None, 'Ada']


TALK = """\
Intro.

# The craft {{time: 0:10}} {{#craft}}
{{synopsis: What she needs.}}
{{place: Lyme Regis}}
{{keywords: tools; quiet}}

Ada: [0:12] Why? {{tags: why}} {{#why}}

Grace: [0:20] Because. {tags}

And {{tags: more}}

It is \\{{tags: no}}
"""


@given(st.lists(st.sampled_from(['craft', 'tools of trade', 'ö'])))
def test_topics_and_keywords_are_read_again(tags):
    text = TALK.format(tags=f'{{tags: {"; ".join(tags)}}}' if tags else '')
    loaded = load(text.encode(), 'talk.txt')
    for form, suffix in (('json', '.json'), ('text', '.txt'), ('markdown', '.md')):
        again = load(WRITERS[form].write(loaded).encode(), f'again{suffix}')
        assert [told(item) for item in again.transcript.items] == [
            told(item) for item in loaded.transcript.items
        ], form
        if form != 'markdown':
            assert rows(again) == rows(loaded), form


def told(item):
    if hasattr(item, 'title'):
        return item.title, item.slug, item.time, item.synopsis, item.place, item.keywords
    return [(' '.join(p.text.replace('\\', '').split()), p.tags) for p in item.paragraphs]


def test_the_command_writes_transcript_and_chapters():
    loaded = load(TALK.format(tags='').encode(), 'talk.txt')
    again = load(WRITERS['podcast'].write(loaded).encode(), 'again.json')
    assert [(t.speakers[0].name, t.time) for t in again.transcript.turns] == [
        ('Ada', 12.0),
        ('Grace', 20.0),
    ]
    (chapter,), _ = read_chapters(WRITERS['chapters'].write(loaded).encode())
    assert (chapter.title, chapter.time) == ('The craft', 10.0)


@pytest.mark.parametrize('form', ['podcast', 'chapters'])
def test_without_times_there_is_nothing_to_write(form):
    loaded = load(b'# Craft\n\nAda: Why?\n\nGrace: So.\n', 'talk.txt')
    with pytest.raises(TranscriptError, match='time'):
        WRITERS[form].write(loaded)
