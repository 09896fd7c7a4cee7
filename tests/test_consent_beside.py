"""What the public edition leaves out stays out where other features stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_consent import SECRET, every_byte

BUILDERS = ('html', 'singlehtml', 'epub', 'latex', 'text', 'gettext')
TALK = """\
Ada Reader: How is the sea?

Grace Keeper: Kept and calm.

Ada Reader: Who keeps it?

Grace Keeper: I zzfive. {restricted}

I do, kept.
"""
SPEAKERS = '   :interviewer: Ada Reader\n   :interviewee: Grace Keeper\n'


def leaks(built) -> set[str]:
    """Return the files of the output that have secret words."""
    files = every_byte(Path(built.app.outdir), Path(built.app.doctreedir))
    assert any(b'ept and calm' in data for data in files.values())
    return {name for name, data in files.items() if SECRET.search(data)}


def page(*options: str) -> str:
    lines = ''.join(f'   :{option}\n' for option in options)
    return f'T\n=\n\n.. interview::\n   :file: sea.txt\n{SPEAKERS}{lines}'


CHAPTERS = '{"version": "1.2.0", "chapters": [{"startTime": 1, "title": "Of zzone"}]}'


@pytest.mark.parametrize('builder', BUILDERS)
def test_chapters_of_a_recording_may_say_what_is_restricted(build, builder):
    files = {
        'index.rst': page('chapters: c.json'),
        'c.json': CHAPTERS,
        'sea.txt': TALK.replace('How', '[00:01] How'),
    }
    built = build(files, builder, warns=True)
    assert leaks(built) == set()
    assert 'the chapters are left out' in built.warnings


def test_chapters_of_the_complete_edition_are_shown(build):
    files = {
        'index.rst': page('chapters: c.json'),
        'c.json': CHAPTERS,
        'sea.txt': TALK.replace('How', '[00:01] How'),
    }
    built = build(files, interview_edition='complete')
    assert 'Of zzone' in built.page().text_content()


GERMAN = """\
Language: de

Ada Reader: Wie ist das Meer?

Grace Keeper: Ruhig.

Ada Reader: Wer hütet es?

Grace Keeper: {}

Und ich.
"""


@pytest.mark.parametrize(
    ('words', 'is_shown'),
    [('Zzseven. {restricted}', True), ('Zzseven.', False), ('Zzseven. {restricted turn}', True)],
)
@pytest.mark.parametrize('builder', BUILDERS)
def test_a_translation_of_restricted_words_is_restricted(build, builder, words, is_shown):
    files = {
        'index.rst': page('translation: meer.txt'),
        'sea.txt': TALK,
        'meer.txt': GERMAN.format(words),
    }
    built = build(files, builder, warns=True)
    assert bool(built.warnings) is not ('{restricted}' in words)
    assert leaks(built) == set()
    assert ('the translation is left out' in built.warnings) is not is_shown
    if builder == 'html':
        assert ('Ruhig' in built.page().text_content()) is is_shown


def test_a_translation_under_embargo_is_left_out(build):
    files = {
        'index.rst': page('translation: meer.txt'),
        'sea.txt': TALK,
        'meer.txt': 'Embargo: 2090-01-01\n' + GERMAN.format('Zzseven. {restricted}'),
    }
    built = build(files, warns=True)
    assert leaks(built) == set()
    assert 'the translation is left out' in built.warnings
    assert 'Ruhig' not in built.page().text_content()


PARTS = """\
# The sea {time: 0:00}
{synopsis: Kept and calm.}
{keywords: tides}

Ada Reader: [00:01] How is the sea?

Grace Keeper: [00:02] Kept and calm. {tags: water}

# Zzone {restricted}
{synopsis: Of zztwo.}
{keywords: zzthree}
{place: Zzfour}

Ada Reader: [00:03] And zzfive?

Grace Keeper: [00:04] Zzsix. {tags: zzseven}

# The quay

Ada Reader: [00:05] Who keeps it?

Grace Keeper: [00:06] I zzeight. {restricted} {tags: zznine}

{restricted} {tags: zzten} Not zzeleven.

It is kept. {tags: work}
"""


@pytest.mark.parametrize('builder', BUILDERS)
def test_what_is_said_of_restricted_parts_is_restricted(build, builder):
    files = {'index.rst': page('overview: yes', 'recording: public.mp3'), 'sea.txt': PARTS}
    files |= {'public.mp3': b'sound'}
    files['index.rst'] = files['index.rst'].replace('recording', 'public-recording')
    built = build(files, builder, warns=True, interview_podcast=['vtt', 'json', 'chapters'])
    assert leaks(built) == set()


FOLDER = {
    'index.rst': 'T\n=\n\n.. interview:folder:: talks\n\n.. interview:browse:: tag place speaker\n\n'
    '.. interview:list::\n   :as: table\n',
    'talks/sea.txt': TALK.replace('zzfive. {restricted}', 'do.'),
    'talks/closed.txt': 'Zzone Keeper: Zztwo?\n\nZzthree Reader: Zzfour.\n',
    'talks/interviews.csv': (
        'file,title,interviewer,interviewee,place,tags,summary,embargo\n'
        'sea,The sea,Ada Reader,Grace Keeper,Quay,tides,Kept.,\n'
        'closed,Zzfive,Zzone Keeper,Zzthree Reader,Zzsix,zzseven,Zzeight,2090-01-01\n'
    ),
}


@pytest.mark.parametrize('builder', BUILDERS)
def test_a_table_keeps_an_interview_back_with_all_that_it_says(build, builder):
    assert leaks(build(FOLDER, builder)) == set()


@pytest.mark.parametrize('key', ['embargo: 2090-01-01', 'embrago: 2090-01-01', 'embargo: soon'])
def test_a_sidecar_keeps_an_interview_back(build, key):
    sidecar = f'title: Zzfive\nplace: Zzsix\nsummary: Zzeight\n{key}\n'
    files = FOLDER | {'talks/closed.yaml': sidecar}
    files['talks/interviews.csv'] = files['talks/interviews.csv'].replace('2090-01-01', '')
    built = build(files, warns='2090' not in key or 'embrago' in key)
    assert leaks(built) == set()


def test_a_sidecar_has_pseudonyms(build):
    files = FOLDER | {
        'talks/sea.yaml': 'summary: What Zzone Zztwo keeps.\ninterviewee: Zzone Zztwo\n',
        'talks/sea.txt': FOLDER['talks/sea.txt'].replace('Grace Keeper', 'Zzone Zztwo'),
        'talks/closed.txt': '',
    }
    del files['talks/closed.txt']
    files['talks/interviews.csv'] = (
        files['talks/interviews.csv'].rpartition('closed')[0].replace('Grace Keeper', '')
    )
    built = build(files, interview_speakers={'Zzone Zztwo': {'pseudonym': 'Anna Weber'}})
    assert leaks(built) == set()
    assert 'What Anna Weber keeps' in built.page('talks/sea').text_content()


@pytest.mark.parametrize('key', ['Embargo', 'Embrago', 'embargo until'])
@pytest.mark.parametrize(
    'head', ['{}: 2090-01-01\nTitle: Zzone', '---\n{}: 2090-01-01\ntitle: Zzone\n---']
)
def test_a_head_keeps_an_interview_back(build, key, head):
    files = {
        'index.rst': 'T\n=\n\nKept and calm.\n\n.. toctree::\n\n   talk\n',
        'talk.interview': head.format(key) + '\n\nAda: Zztwo?\n\nGrace: Zzthree.\n\nAda: Zzfour?\n',
    }
    suffixes = {'.rst': 'restructuredtext', '.interview': 'interview'}
    built = build(files, warns=key != 'Embargo', source_suffix=suffixes)
    assert leaks(built) == set()
