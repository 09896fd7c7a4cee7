"""A folder is a site: each transcript in it is a page."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

INDEX = 'Talks\n=====\n\n.. interview:folder:: talks/\n'
TALK = 'Ada Reader: Why the {0}?\n\nGrace Keeper: Because of the {0}.\n\nAda Reader: And then?\n\nGrace Keeper: Fog.\n'
VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada Reader>Why the {0}?\n\n00:02.000 --> 00:04.000\n<v Grace Keeper>Because of the {0}.\n'
CSV = 'speaker,words\nAda Reader,Why the {0}?\nGrace Keeper,Because of the {0}.\n'
JSON = '{{"segments": [{{"start": 0, "end": 1, "speaker": "Ada Reader", "text": "Why the {0}?"}}, {{"start": 1, "end": 2, "speaker": "Grace Keeper", "text": "Because of the {0}."}}]}}'
SRT = '1\n00:00:00,000 --> 00:00:02,000\nAda Reader: Why the {0}?\n\n2\n00:00:02,000 --> 00:00:04,000\nGrace Keeper: Because of the {0}.\n'
WORD = (Path(__file__).parent / 'transcript/cases/word/otter.docx').read_bytes()
FORMATS = {'txt': TALK, 'vtt': VTT, 'csv': CSV, 'json': JSON, 'srt': SRT}
#: Nobody reads these endings as pages here.
CONFIG = {'source_suffix': {'.rst': 'restructuredtext'}}


def talks(count: int = 2) -> dict[str, str]:
    """Return a folder of *count* talks in all formats."""
    forms = list(FORMATS.items())
    return {
        f'talks/talk-{number:03}.{form}': text.format(f'sea{number}')
        for number in range(count)
        for form, text in [forms[number % len(forms)]]
    }


def project(**files: str) -> dict[str, str]:
    return {'index.rst': INDEX, 'talks/a.txt': TALK.format('sea'), 'talks/b.txt': TALK.format('tide')}  # fmt: skip


def listed(built, name: str = 'index') -> list[str]:
    return built.page(name).xpath(
        '//div[@role="main"]//li[contains(@class, "toctree-l1")]/a/text()'
    )


def links(built) -> list[str]:
    return built.page().xpath('//div[@role="main"]//li[contains(@class, "toctree-l1")]/a/@href')


def read_in(built) -> set[str]:
    """Return the documents that the build read."""
    messages = re.sub('\x1b\\[[0-9;]*m', '', built.messages)
    return set(re.findall(r'reading sources\.\.\. \[ *\d+%\] (\S+)', messages))


def metadata(built, docname: str) -> dict[str, str]:
    (interview,) = built.app.env.get_domain('interview').data['interviews'][docname]
    return dict(interview.metadata)


def test_each_transcript_is_a_page_whatever_its_format(build):
    files = talks(6) | {'index.rst': INDEX, 'talks/z.docx': WORD}
    built = build(files, **CONFIG)
    names = [f'talks/talk-{number:03}' for number in range(6)] + ['talks/z']
    assert links(built) == [f'{name}.html' for name in names]
    for number in range(6):
        (interview,) = built.page(names[number]).find_class('interview')
        assert f'Because of the sea{number}.' in interview.text_content()
    assert built.page('talks/z').find_class('interview-answer')


def test_nothing_is_written_into_the_sources(build, tmp_path):
    files = talks(3) | {'index.rst': INDEX}
    build(files, **CONFIG)
    there = {
        path.relative_to(tmp_path / 'src').as_posix()
        for path in (tmp_path / 'src').rglob('*')
        if path.is_file() and '_build' not in path.parts
    }
    assert there == {*files, 'conf.py'}


@pytest.mark.parametrize(
    ('argument', 'expected'),
    [
        ('talks', ['talks/a', 'talks/b']),
        ('/talks/', ['talks/a', 'talks/b']),
        ('talks/**', ['talks/a', 'talks/b', 'talks/old/c']),
        ('talks/*.vtt', ['talks/b']),
        ('talks/old/*', ['talks/old/c']),
        ('talks/**/c.*', ['talks/old/c']),
    ],
)
def test_a_folder_or_a_glob_says_which(build, argument, expected):
    files = {
        'index.rst': INDEX.replace('talks/\n', f'{argument}\n'),
        'talks/a.txt': TALK.format('sea'),
        'talks/b.vtt': VTT.format('sea'),
        'talks/old/c.txt': TALK.format('sea'),
        'talks/~$d.docx': WORD,
        'talks/_draft.txt': TALK,
        'talks/tape.mp3': 'x',
        'talks/.hidden.txt': TALK,
    }
    built = build(files, **CONFIG)
    assert links(built) == [f'{name}.html' for name in expected]
    assert built.app.env.found_docs == {'index', *expected}


def test_files_can_be_left_out(build):
    options = '   :exclude: b.*; old-*\n'
    files = project() | {'index.rst': INDEX + options, 'talks/old-1.txt': TALK}
    assert links(build(files, **CONFIG)) == ['talks/a.html']


def test_what_counts_sidecar_then_row_then_head_then_folder(build):
    head = 'Date: 2001\nPlace: Of head\nArchive: Of head\nTitle: Of head\n\n'
    files = {
        'index.rst': INDEX
        + '   :place: Of folder\n   :archive: Of folder\n   :collection: Of folder\n   :tags: all; one\n',
        'talks/a.txt': head + TALK.format('sea'),
        'talks/a.yaml': 'date: 2004\ntags: [of, sidecar]\n',
        'talks/b.txt': TALK.format('tide'),
        'talks/b.json': '{"summary": "Of JSON", "number": 7}',
        'talks/interviews.csv': 'file,date,Location,title\na.txt,2003,Of row,"A row, and more"\n',
    }
    built = build(files, **CONFIG)
    assert metadata(built, 'talks/a') == {
        'date': '2004',
        'place': 'Of row',
        'archive': 'Of head',
        'collection': 'Of folder',
        'tags': 'of; sidecar',
    }
    assert metadata(built, 'talks/b') == {
        'summary': 'Of JSON',
        'number': '7',
        'place': 'Of folder',
        'archive': 'Of folder',
        'collection': 'Of folder',
        'tags': 'all; one',
    }
    assert listed(built) == ['A row, and more', 'b']


def test_people_of_a_folder_are_those_of_files_that_name_none(build):
    files = project() | {
        'index.rst': INDEX + '   :interviewer: Ada Reader\n   :interviewee: Grace Keeper\n',
        'talks/c.txt': 'Interviewer: Ida Quill\nInterviewee: Jon Pilot\n\nIda: Why?\n\nJon: So.\n',
    }
    built = build(files, **CONFIG)
    known = built.app.env.get_domain('interview').data['interviews']
    assert known['talks/a'][0].speakers == ('Ada Reader', 'Grace Keeper')
    assert known['talks/c'][0].speakers == ('Ida Quill', 'Jon Pilot')


def test_rows_say_the_order_and_the_rest_follows(build):
    files = project() | {'talks/c.txt': TALK, 'talks/interviews.csv': 'file\nc\nb.txt\n'}
    assert links(build(files, **CONFIG)) == ['talks/c.html', 'talks/b.html', 'talks/a.html']


@pytest.mark.parametrize(
    ('head', 'title'),
    [
        ('date: 2024-11-05\n', 'Grace Keeper on November 5, 2024'),
        ('', 'the sea'),
        ('date: 2024-11-05\ntitle: Its own\n', 'Its own'),
    ],
)
def test_a_pattern_is_the_title_where_all_of_it_is_known(build, head, title):
    people = 'interviewer: Ada Reader\ninterviewee: Grace Keeper\n'
    files = {
        'index.rst': INDEX + '   :title: {interviewee} on {date}\n',
        'talks/the-sea.txt': TALK.format('sea'),
        'talks/the-sea.yaml': people + head,
    }
    assert listed(build(files, **CONFIG)) == [title]


def test_a_table_may_be_elsewhere_and_name_encodings(build):
    files = {
        'index.rst': INDEX + '   :table: /all/list.tsv\n',
        'all/list.tsv': 'Filename\tencoding\t# our notes\n../talks/a\tlatin-1\tx\n',
        'talks/a.txt': TALK.format('café').encode('latin-1'),
    }
    assert 'no transcript is called' in build(files, warns=True, **CONFIG).warnings
    table = 'Filename\tencoding\t# x\ntalks/a\tlatin-1\tx\n'
    for option in ('/list.tsv', '../list.tsv'):
        page = {'index.rst': INDEX + f'   :table: {option}\n', 'list.tsv': table}
        assert 'café' in build(page, **CONFIG).read('talks/a.html')


WRONG = [
    ({'talks/interviews.csv': 'file,sumary\na,x\n'}, "talks/interviews.csv:1: WARNING: nothing is known as 'sumary'; did you mean 'summary'?"),
    ({'talks/interviews.csv': 'file,date\na,someday\n'}, 'talks/interviews.csv:2: WARNING: date: '),
    ({'talks/interviews.csv': 'file\na\n\nzz\n'}, "talks/interviews.csv:4: WARNING: no transcript is called 'zz'"),
    ({'talks/interviews.csv': 'file\na\na\n'}, "talks/interviews.csv:3: WARNING: 'a' has a row already, in line 2"),
    ({'talks/interviews.csv': 'file\na\na.txt\n'}, "talks/interviews.csv:3: WARNING: 'a.txt' has two rows"),
    ({'talks/interviews.csv': 'file,date\n,2001\n'}, 'talks/interviews.csv:2: WARNING: the row names no file'),
    ({'talks/interviews.csv': 'file,date\na,2001,c\n'}, 'talks/interviews.csv:2: WARNING: the row has more cells'),
    ({'talks/interviews.csv': 'name,date\na,2001\n'}, 'talks/interviews.csv:1: WARNING: there is no column “file”'),
    ({'talks/interviews.csv': 'file,date\n"a,2001\n'}, 'talks/interviews.csv:2: WARNING: '),
    ({'talks/interviews.csv': b'file,place\na,caf\xe9\n'}, 'talks/interviews.csv:2: WARNING: '),
    ({'talks/a.yaml': 'place: Oslo\ndate: someday\n'}, 'talks/a.yaml:2: WARNING: date: '),
    ({'talks/a.yaml': 'place: [[\n'}, 'talks/a.yaml:1: WARNING: this is no YAML'),
    ({'talks/a.yaml': 'Oslo\n'}, 'talks/a.yaml:1: WARNING: '),
    ({'talks/a.yaml': 'plaec: Oslo\n'}, "talks/a.yaml:1: WARNING: nothing is known as 'plaec'; did you mean 'place'?"),
    ({'talks/a.json': '[1]'}, 'talks/a.json:1: WARNING: this is no object'),
    ({'talks/a.json': '{"language": "en",\n"segments": []}'}, 'talks/a.json:2: WARNING: this is no metadata, but a transcript'),
    ({'talks/a.json': '{"date": \n'}, 'talks/a.json:'),
    ({'talks/a.vtt': VTT}, "talks/a.vtt:1: WARNING: the page 'talks/a' is that of talks/a.txt; this file has none"),
    ({'talks/a.rst': 'A\n=\n\n:doc:`b`\n', 'index.rst': INDEX + '\n.. toctree::\n\n   talks/a\n'}, "talks/a.txt:1: WARNING: the page 'talks/a' is that of talks/a.rst; this file has none"),
    ({'index.rst': INDEX.replace('talks/', '../talks')}, "index.rst:4: WARNING: '../talks' leads out of the source directory"),
    ({'index.rst': INDEX.replace('talks/', 'nothing')}, "index.rst:4: WARNING: 'nothing' has no transcript"),
    ({'index.rst': INDEX.replace('talks/', 'talks/**x')}, "index.rst:4: WARNING: 'talks/**x' can’t be looked through"),
    ({'index.rst': INDEX + '   :file: x\n'}, 'index.rst:4: WARNING: no option :file:'),
    ({'index.rst': INDEX + '   :table: gone.csv\n'}, "index.rst:4: WARNING: there is no table 'gone.csv'"),
    ({'index.rst': INDEX + '   :colour: red\n'}, 'index.rst:4: WARNING: no option :colour:'),
    ({'index.rst': INDEX + '   :date: someday\n'}, "index.rst:4: WARNING: :date: 'someday' is no date"),
    ({'index.rst': 'Talks\n=====\n\n.. include:: more.inc\n', 'more.inc': '.. interview:folder:: talks\n'}, 'more.inc:1: WARNING: write this in the page itself'),
]  # fmt: skip


@pytest.mark.parametrize(('files', 'said'), WRONG, ids=[said for _, said in WRONG])
def test_what_is_wrong_is_one_line_with_its_place(build, files, said):
    warnings = build(project() | files, warns=True, **CONFIG).warnings
    lines = [line for line in warnings.splitlines() if 'toc.not_included' not in line]
    assert len(lines) == 1, warnings
    assert lines[0].startswith(said)
    assert re.search(r'\[interview\.(folder|directive)\]$', lines[0])


def test_the_pages_may_be_in_any_encoding(build):
    files = {
        'index.rst': INDEX,
        'talks/é.txt': TALK.format('fóg'),
        'talks/é.yaml': 'place: Zürich\n',
    }
    built = build(files, warns=True, source_encoding='latin-1', **CONFIG)
    assert metadata(built, 'talks/é') == {'place': 'Zürich'}


def test_a_transcript_that_cannot_be_read_is_a_page_with_an_error(build):
    files = project() | {'talks/b.txt': b'Ada: caf\xe9?\n', 'talks/c.docx': b'PK\x03\x04 broken'}
    warnings = build(files, warns=True, **CONFIG).warnings.splitlines()
    assert [line.rpartition('[')[2] for line in warnings] == [
        'interview.undecodable]',
        'interview.docx_invalid]',
    ]


def test_an_example_of_the_directive_asks_for_nothing(build):
    page = (
        'Talks\n=====\n\n.. code-block:: rst\n\n   .. interview:folder:: talks/\n\nOr::\n\n  .. interview:folder:: talks/\n\n'
        '..\n   .. interview:folder:: talks/\n\n.. note::\n\n   .. interview:list::\n'
    )
    assert build(project() | {'index.rst': page}, **CONFIG).app.env.found_docs == {'index'}
    page += '\n.. only:: html\n\n   .. interview:folder:: talks/\n      :place: Oslo\n'
    built = build({'index.rst': page}, **CONFIG)
    assert metadata(built, 'talks/a') == {'place': 'Oslo'}


def test_myst_has_the_directive(build):
    pytest.importorskip('myst_parser')
    page = (
        '# Talks\n\n```md\n```{interview:folder} nothing\n```\n\n````{note}\n'
        '```{interview:folder} talks/\n:place: Oslo\n:caption: All\n```\n````\n'
    )
    config = {
        'extensions': ['sphinxext.interview', 'myst_parser'],
        'source_suffix': {'.md': 'markdown'},
    }
    files = {
        'index.md': page.replace('```md\n```{interview:folder} nothing\n```\n\n', ''),
        'talks/a.md': '**Ada:** Why?\n\n**Grace:** *So.*\n',
        'talks/b.txt': TALK,
    }
    built = build(files, **config)
    assert links(built) == ['talks/a.html', 'talks/b.html']
    assert metadata(built, 'talks/b') == {'place': 'Oslo'}
    assert built.page('talks/a').find_class('interview-answer')[0].xpath('.//em')


def test_a_page_of_the_folder_that_is_no_transcript_stays_a_page(build):
    pytest.importorskip('myst_parser')
    config = {
        'extensions': ['sphinxext.interview', 'myst_parser'],
        'source_suffix': {'.md': 'markdown', '.vtt': 'interview'},
        'root_doc': 'talks/index',
    }
    files = {
        'talks/index.md': '# Talks\n\n```{interview:folder} .\n:place: Oslo\n```\n\n```{toctree}\nabout\n```\n',
        'talks/about.md': '# About\n\n```{note}\nUs.\n```\n',
        'talks/a.vtt': VTT.format('sea'),
    }
    built = build(files, **config)
    assert metadata(built, 'talks/a') == {'place': 'Oslo'}
    assert 'Us.' in built.read('talks/about.html')


def edited(build, changes, builder='html', **config):
    """Build once, wait, and build again with *changes*."""
    build(START, builder, **CONFIG, **config)
    time.sleep(0.01)
    return read_in(build(changes, builder, **CONFIG, **config))


START = project() | {
    'talks/c.vtt': VTT.format('fog'),
    'talks/a.yaml': 'place: Oslo\n',
    'talks/interviews.csv': 'file,date\nb,2001\nc,2002\n',
    'other.rst': ':orphan:\n\nOther\n=====\n',
}


@pytest.mark.parametrize(
    ('changes', 'read'),
    [
        ({}, set()),
        ({'talks/a.txt': TALK.format('ship')}, {'talks/a'}),
        ({'talks/c.vtt': VTT.format('ship')}, {'talks/c'}),
        ({'talks/a.yaml': 'place: Bergen\n'}, {'talks/a'}),
        ({'talks/a.yaml': None}, {'talks/a'}),
        ({'talks/b.yaml': 'place: Bergen\n'}, {'talks/b'}),
        ({'talks/interviews.csv': 'file,date\nb,2001\nc,2003\n'}, {'talks/c'}),
        ({'talks/interviews.csv': 'file,date\n\nb,2001\nc,2002\n'}, set()),
        ({'talks/interviews.csv': 'file,date\nc,2002\nb,2001\n'}, {'index'}),
        ({'talks/interviews.csv': 'file,date\nb,2001\nc,2002\na,2003\n'}, {'talks/a'}),
        ({'talks/interviews.csv': None}, {'index', 'talks/b', 'talks/c'}),
        ({'talks/d.txt': TALK.format('ship')}, {'index', 'talks/d'}),
        ({'talks/a.txt': None}, {'index'}),
        ({'index.rst': INDEX + '   :place: Oslo\n'}, {'index', 'talks/a', 'talks/b', 'talks/c'}),
        ({'other.rst': ':orphan:\n\nOthers\n======\n'}, {'other'}),
    ],
)
def test_a_change_is_read_and_nothing_else(build, changes, read):
    assert edited(build, changes) == read


def test_a_page_whose_transcript_is_gone_is_gone(build):
    build(START, **CONFIG)
    built = build({'talks/b.txt': None, 'talks/interviews.csv': 'file,date\nc,2002\n'}, **CONFIG)
    assert links(built) == ['talks/c.html', 'talks/a.html']
    assert 'talks/b' not in built.app.env.all_docs
    kept = Path(built.app.doctreedir, 'interview-folders')
    assert not (kept / 'talks/b.interview-page').exists()
    built = build({'index.rst': 'Talks\n=====\n', 'other.rst': 'O\n=\n\n:orphan:\n'}, warns=True, **CONFIG)  # fmt: skip
    assert built.app.env.found_docs == {'index', 'other'}
    assert not [path for path in kept.rglob('*') if path.is_file()]


def test_an_older_file_is_a_change_too(build, tmp_path):
    build(START, **CONFIG)
    path = tmp_path / 'src/talks/a.txt'
    path.write_text(TALK.format('ship'), 'utf-8')
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert read_in(build({}, **CONFIG)) == {'talks/a'}


def test_builders_with_the_same_doctrees_write_what_changed(build):
    build(START, **CONFIG)
    build({}, 'text', **CONFIG)
    build({'talks/a.txt': TALK.format('ship')}, 'text', **CONFIG)
    assert 'Because of the ship.' in build({}, **CONFIG).read('talks/a.html')


def test_serial_and_parallel_builds_of_many_are_equal_and_a_touch_reads_one(build):
    files = talks(60) | {'index.rst': INDEX, 'talks/w.docx': WORD}
    pages = []
    for where, parallel in (('one', 0), ('two', 2)):
        built = build(files, where=where, parallel=parallel, **CONFIG)
        folder = Path(built.app.outdir)
        pages.append(
            {
                path.relative_to(folder).as_posix(): path.read_bytes()
                for path in folder.rglob('*.html')
            }
        )
    assert pages[0] == pages[1]
    assert len([name for name in pages[0] if name.startswith('talks/')]) == 61
    os.utime(Path(built.app.srcdir, 'talks/talk-007.csv'))
    assert read_in(build({}, where='two', **CONFIG)) == {'talks/talk-007'}


@pytest.mark.parametrize('builder', ['dirhtml', 'singlehtml', 'latex', 'epub', 'text', 'gettext'])
def test_every_builder_has_the_pages(build, builder):
    config = {'latex_documents': [('index', 'talks.tex', 'Talks', 'Us', 'howto')]}
    built = build(project(), builder, **CONFIG, **config)
    name = {
        'dirhtml': 'talks/a/index.html',
        'singlehtml': 'index.html',
        'latex': 'talks.tex',
        'epub': 'talks/a.xhtml',
        'text': 'talks/a.txt',
        'gettext': 'talks.pot',
    }[builder]
    text = built.read(name)
    assert 'Because of the sea.' in text
    if builder == 'gettext':
        assert '../../talks/a.txt:' in text


def test_a_translated_page_is_read_again_when_its_catalogue_is_new(build):
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Because of the sea."\nmsgstr "Wegen {}."\n'
    config = CONFIG | {'language': 'de', 'locale_dirs': ['locale'], 'gettext_compact': False}
    catalogue = 'locale/de/LC_MESSAGES/talks/a.po'
    built = build(project() | {catalogue: po.format('der See')}, **config)
    assert 'Wegen der See.' in built.read('talks/a.html')
    time.sleep(0.01)
    # Python keeps the words of a catalogue as long as it runs
    assert read_in(build({catalogue: po.format('des Meeres')}, **config)) == {'talks/a'}


def test_recordings_and_pictures_are_looked_for_beside_the_transcript(build):
    pytest.importorskip('myst_parser')
    from test_profiles import PNG

    config = {
        'extensions': ['sphinxext.interview', 'myst_parser'],
        'source_suffix': {'.rst': 'restructuredtext', '.md': 'markdown'},
    }
    files = {
        'index.rst': INDEX,
        'talks/a.txt': f'Recording: tapes/a.mp3\nDate: 2001\n\n{TALK}',
        'talks/tapes/a.mp3': 'x',
        'talks/b.md': '**Ada:** Why?\n\n**Grace:** So.\n\n![The sea](sea.png)\n',
        'talks/sea.png': PNG,
    }
    built = build(files, **config)
    assert built.page('talks/a').xpath('//audio//@src')
    assert built.page('talks/b').xpath('//img[@alt="The sea"]')


def test_a_made_page_shows_no_source_and_can_be_edited(build, tmp_path):
    template = '{% extends "!page.html" %}\n{% block body %}[{{ pagename }}{{ page_source_suffix }}]{{ super() }}{% endblock %}\n'
    files = project() | {'templates/page.html': template, 'talks/c.docx': WORD}
    built = build(files, templates_path=['templates'], **CONFIG)
    assert '[talks/c.docx]' in built.read('talks/c.html')
    assert not built.page('talks/a').xpath('//a[contains(@href, "_sources")]')
    sources = Path(built.app.outdir, '_sources')
    assert [path.name for path in sources.rglob('*') if path.is_file()] == ['index.rst.txt']


def test_a_link_leads_to_a_page_by_its_name(build):
    page = INDEX + '\n:doc:`talks/a` :interview:ref:`b` :interview:quote:`Because of the tide <b.why-the-tide>`\n'  # fmt: skip
    built = build(project() | {'index.rst': page}, **CONFIG)
    assert 'talks/a.html' in built.page().xpath('//p//a/@href')
