"""Files for the feed of a podcast, beside the pages of interviews with a recording."""

from __future__ import annotations

import json

import pytest
from test_segments import TALK, files, page

from sphinxext.interview.domain.publishing.feed import feed_lines
from sphinxext.interview.transcript.formats.chapters import read_chapters
from sphinxext.interview.transcript.loading import load

ALL = ['vtt', 'json', 'chapters']
SAID = [
    ('Ada Reader', 3.0, 'What does a tuner need?'),
    ('Grace Keeper', 4.0, 'Time and a fork. And a quiet house. She has none.'),
    ('Ada Reader', 8.0, 'And the money?'),
    ('Grace Keeper', 9.0, 'Neighbours who play badly.'),
]


def written(built):
    folder = built.app.outdir / '_interviews'
    ours = ('.transcript.vtt', '.transcript.json', '.chapters.json', '.feed.xml')
    return {path.name: path.read_text() for path in folder.iterdir() if path.name.endswith(ours)}


def spoken(text, name):
    turns = load(text.encode(), name).transcript.turns
    return [(t.speakers[0].name, t.time, ' '.join(t.text.split())) for t in turns]


def test_nothing_is_written_unless_it_is_wanted(build):
    assert written(build(files())) == {}


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml'])
def test_transcripts_say_the_words_of_the_page_with_their_speakers(build, builder):
    found = written(build(files(), builder, interview_podcast=ALL))
    for ending in ('vtt', 'json'):
        assert spoken(found[f'talk.transcript.{ending}'], f'x.{ending}') == SAID
    assert '<v Grace Keeper>' in found['talk.transcript.vtt']
    assert json.loads(found['talk.transcript.json'])['version'] == '1.0.0'
    chapters, _ = read_chapters(found['talk.chapters.json'].encode())
    assert [(c.time, c.title) for c in chapters] == [(2.0, 'The craft'), (8.0, 'The trade')]


def test_a_book_has_no_such_files(build):
    assert not list(build(files(), 'epub', interview_podcast=ALL).app.outdir.rglob('*.feed.xml'))


@pytest.mark.parametrize('options', ['', '   :timestamps: no\n'])
def test_times_that_pages_hide_are_in_the_files(build, options):
    given = files(f'   :recording: talk.wav\n{options}')
    assert (
        spoken(written(build(given, interview_podcast=['json']))['talk.transcript.json'], 'x')
        == SAID
    )


def test_without_topics_the_questions_are_chapters(build):
    talk = 'Ada: [0:01] Hello.\n\nGrace: [0:02] Hello.\n\nAda: [0:05] Why?\n\nGrace: [0:06] So.\n'
    found = written(build(files(talk=talk), interview_podcast=['chapters']))
    assert [c['title'] for c in json.loads(found['talk.chapters.json'])['chapters']][-1] == 'Why?'


@pytest.mark.parametrize(
    'given',
    [
        files(''),
        files(talk='Ada: Why?\n\nGrace: So.\n'),
    ],
    ids=['no recording', 'no times'],
)
def test_interviews_without_recording_or_without_times_have_none(build, given):
    assert written(build(given, interview_podcast=ALL)) == {}


@pytest.mark.parametrize(
    ('base', 'start'),
    [('', '_interviews/'), ('https://example.org/x/', 'https://example.org/x/_interviews/')],
)
def test_the_lines_for_a_feed_name_the_files(build, base, start):
    found = written(build(files(), interview_podcast=ALL, html_baseurl=base))
    assert found['talk.feed.xml'].splitlines()[1:] == [
        f'<podcast:transcript url="{start}talk.transcript.vtt" type="text/vtt" rel="captions" language="en" />',
        f'<podcast:transcript url="{start}talk.transcript.json" type="application/json" language="en" />',
        f'<podcast:chapters url="{start}talk.chapters.json" type="application/json+chapters" />',
    ]


def test_notes_are_not_spoken_and_events_are(build):
    talk = (
        'Ada: [0:01] Why?\n\n[Ed.: she smiles]\n\nGrace: [0:02] So. [laughs]\n\n[laughs]\n\nWell.\n'
    )
    found = written(build(files(talk=talk), interview_podcast=['json']))['talk.transcript.json']
    assert 'smiles' not in found
    assert [s['body'] for s in json.loads(found)['segments']][-1] == 'So. [laughs] [laughs] Well.'


def test_what_stands_beside_the_words_is_not_spoken(build):
    talk = (
        'Ada: [0:01] Why [#]_?\n\n.. [#] A note.\n\nGrace: [0:02] So,\n*he said* [#]_.\n\n.. [#] Another.\n\n'
        '.. A comment.\n\n.. image:: dot.png\n   :alt: A dot.\n\n'
        '.. figure:: dot.png\n   :alt: A dot.\n\n   A caption.\n\n'
        '.. note:: The author’s.\n\n- A list.\n'
    )
    given = files('   :recording: talk.wav\n   :markup: rst\n', talk=talk) | {'dot.png': b''}
    found = written(build(given, interview_podcast=['json']))['talk.transcript.json']
    bodies = [s['body'] for s in json.loads(found)['segments']]
    assert bodies == ['Why?', 'So, he said. A list.']


def test_files_of_what_is_no_more_go_away(build):
    build(files(), interview_podcast=ALL)
    found = written(build({}, interview_podcast=['vtt']))
    assert set(found) == {'talk.transcript.vtt', 'talk.feed.xml'}
    assert 'chapters' not in found['talk.feed.xml']
    assert written(build({'index.rst': page('')}, interview_podcast=['vtt'])) == {}


def test_a_changed_word_is_changed_in_the_files(build):
    build(files(), interview_podcast=ALL)
    found = written(build({'talk.txt': TALK.replace('fork', 'spoon')}, interview_podcast=ALL))
    assert 'spoon' in found['talk.transcript.vtt']
    assert 'spoon' in found['talk.transcript.json']


def test_parallel_builds_write_the_same(build):
    others = {f'p{n}.rst': page('   :recording: talk.wav\n', f't{n}') for n in range(6)}
    start = 'Top\n===\n\n.. toctree::\n   :glob:\n\n   p*\n'
    given = files() | others | {'index.rst': start}
    alone = written(build(given, interview_podcast=ALL))
    together = written(build(given, parallel=2, where='other', interview_podcast=ALL))
    assert alone == together
    assert len(alone) == 24


def test_lines_for_a_feed_name_addresses_types_and_language():
    addresses = {'vtt': 'https://example.org/a&b.vtt', 'chapters': 'c.json'}
    comment, *lines = feed_lines(addresses, 'de').splitlines()
    assert 'xmlns:podcast="https://podcastindex.org/namespace/1.0"' in comment
    assert lines == [
        (
            '<podcast:transcript url="https://example.org/a&amp;b.vtt" type="text/vtt" rel="captions" '
            'language="de" />'
        ),
        '<podcast:chapters url="c.json" type="application/json+chapters" />',
    ]
