"""Transcripts that are pages of their own."""

from __future__ import annotations

import os
import time

import pytest

SUFFIXES = {
    '.rst': 'restructuredtext',
    '.vtt': 'interview',
    '.srt': 'interview',
    '.interview.md': 'interview',
    '.interview': 'interview',
    '.md': 'markdown',
}
INDEX = 'Talks\n=====\n\n.. toctree::\n   :glob:\n\n   talks/*\n'
VTT = """\
WEBVTT

NOTE
title: Of “bread”
interviewer: Ada Reader
interviewee: Grace Keeper [Bo]
date: 2020-01-02
numbered: yes
series-number: 7

00:00.000 --> 00:02.000
<v Ada>Why?

00:02.000 --> 00:04.000
<v Bo>So.
"""
SRT = '1\n00:00:00,000 --> 00:00:02,000\nAda: Why?\n\n2\n00:00:02,000 --> 00:00:04,000\nBo: So.\n'
TEXT = 'title: Of salt\ninterviewer: Ada\ninterviewee: Bo\n\nAda: Why?\n\nBo: *So.*\n'
MARKDOWN = (
    '---\ntitle: Of pepper\ninterviewer: Ada\ninterviewee: Bo\norphan: true\n---\n\n{}'.format(
        '**Ada:** Why?\n\n**Bo:** *So.*\n'
    )
)


def show(build, **options):
    files = {
        'index.rst': INDEX,
        'talks/one.vtt': VTT,
        'talks/two-of_us.srt': SRT,
        'talks/three.interview': TEXT,
        'talks/four.interview.md': MARKDOWN,
        'talks/five.md': '# No interview\n',
    }
    extensions = ['sphinxext.interview', 'myst_parser']
    return build(files, extensions=extensions, source_suffix=SUFFIXES, **options)


def headings(built, name: str) -> list[str]:
    return [
        h.text_content().rstrip('¶')
        for h in built.page(f'talks/{name}').xpath(
            '//section//h1 | //article//h1 | //div[@role="main"]//h1'
        )
    ]


def test_the_title_is_the_heading_and_else_the_name_of_the_file(build):
    built = show(build)
    assert headings(built, 'one') == ['Of “bread”']
    assert headings(built, 'two-of_us') == ['two of us']
    assert headings(built, 'three') == ['Of salt']
    assert headings(built, 'four') == ['Of pepper']
    assert headings(built, 'five') == ['No interview']
    names = built.page().xpath('//li[contains(@class, "toctree-l1")]/a/text()')
    assert set(names) == {'No interview', 'Of pepper', 'Of salt', 'Of “bread”', 'two of us'}


def test_the_head_is_metadata_of_the_page_and_of_the_interview(build):
    built = show(build)
    metadata = built.app.env.metadata
    assert metadata['talks/one']['date'] == '2020-01-02'
    assert metadata['talks/one']['series-number'] == '7'
    assert metadata['talks/four']['orphan'] == 'yes'
    (interview,) = built.app.env.get_domain('interview').interviews['talks/one']
    assert interview.name == 'one'
    assert interview.speakers == ('Ada Reader', 'Grace Keeper')


def test_the_head_gives_the_options_of_the_directive(build):
    built = show(build)
    assert built.page('talks/one').find_class('interview-number') != []
    assert built.page('talks/three').find_class('interview-number') == []


def test_addresses_and_markup_are_those_of_the_directive(build):
    built = show(build)
    assert built.page('talks/one').xpath('//*[@id="one.why.bo"]')
    assert '*So.*' in built.page('talks/three').text_content()
    assert built.page('talks/four').xpath('//div[@class="interview"]//em/text()') == ['So.']


@pytest.mark.parametrize('builder', ['singlehtml', 'epub', 'latex', 'text', 'gettext', 'xml'])
def test_other_builders_show_the_pages(build, builder):
    show(build, builder=builder)


@pytest.mark.parametrize(
    ('content', 'message'),
    [
        ('WEBVTT\n\nNOTE nothing\n', 'talk.vtt:1: ERROR: no cue with words found'),
        ('---\na: [\n---\nWEBVTT\n', 'talk.vtt:2: WARNING: front matter is no YAML'),
        (
            '---\na: [\n---\nWEBVTT\n',
            'talk.vtt:1: ERROR: no cue with words found [interview.no_cue]',
        ),
        ('{"a": 1}', 'talk.vtt:1: ERROR: JSON of unknown shape'),
    ],
)
def test_a_page_that_cannot_be_read_has_a_heading_and_an_error(build, content, message):
    files = {'index.rst': 'T\n=\n\n.. toctree::\n\n   talk\n', 'talk.vtt': content}
    built = build(files, source_suffix=SUFFIXES, warns=True)
    assert message in built.warnings
    assert built.page('talk').xpath('//h1')


def test_a_recording_belongs_to_a_page_too(build):
    vtt = VTT.replace('numbered: yes', 'recording: https://example.org/a.mp3')
    built = build(
        {'index.rst': 'T\n=\n\n.. toctree::\n\n   talk\n', 'talk.vtt': vtt}, source_suffix=SUFFIXES
    )
    assert built.page('talk').xpath('//audio//track/@src') == ['_interviews/talk.vtt']


@pytest.mark.parametrize('parallel', [0, 2])
def test_a_thousand_transcripts_are_a_thousand_pages_and_touching_one_reads_one(build, parallel):
    files = {f'talks/t{n}.vtt': VTT.replace('Of', f'No. {n} of') for n in range(1000)}
    files['index.rst'] = INDEX
    read: list[str] = []
    config = {'source_suffix': SUFFIXES, 'parallel': parallel}
    built = build(files, 'dummy', **config)
    assert len(built.app.env.found_docs) == 1001
    assert len(built.app.env.get_domain('interview').interviews) == 1000
    changed = built.app.srcdir / 'talks/t500.vtt'
    os.utime(changed, (time.time() + 5,) * 2)
    again = build({}, 'dummy', **config)
    read = [line for line in again.messages.splitlines() if 'added' in line]
    assert '0 added, 1 changed, 0 removed' in ' '.join(read)


HEADS = {
    'yaml': '---\ntitle: Of salt\n{}\nlayout: post\n---\n\n',
    'toml': '+++\ntitle = "Of salt"\nlayout = "post"\n\n{}\n+++\n\n',
    'json': '{{"title": "Of salt", "layout": "post",\n"{}"}}\n\n',
    'lines': 'Title: Of salt\n{}\nLayout: post\n\n',
}


@pytest.mark.parametrize('kind', HEADS)
def test_what_is_no_option_is_metadata_of_the_page_and_never_speech(build, kind):
    head = HEADS[kind].format(
        {'toml': 'author = "Zoe"', 'json': 'author": "Zoe'}.get(kind, 'author: Zoe')
    )
    files = {'index.rst': INDEX, 'talks/talk.interview': f'{head}Ada: Why?\n\nBo: So.\n'}
    built = build(files, source_suffix=SUFFIXES)
    metadata = built.app.env.metadata['talks/talk']
    assert (metadata['layout'], metadata['author']) == ('post', 'Zoe')
    (interview,) = built.app.env.get_domain('interview').interviews['talks/talk']
    assert interview.speakers == ('Ada', 'Bo')
    assert dict(interview.metadata) == {}
    (shown,) = built.page('talks/talk').find_class('interview')
    assert 'post' not in shown.text_content()
    assert 'Zoe' not in shown.text_content()


def test_a_head_that_is_partly_wrong_warns_at_its_lines_and_the_page_is_shown(build):
    head = 'Title: Of salt\nquestions: bald\ncontents: all\nnumbered: perhaps\n\n'
    files = {'index.rst': INDEX, 'talks/talk.interview': f'{head}Ada: Why?\n\nBo: So.\n'}
    built = build(files, source_suffix=SUFFIXES, warns=True)
    allowed = 'auto, label, heading, bold, italic, list, quote, dash, chat'
    assert (
        f"talk.interview:2: WARNING: questions is 'bald' in the head, but must be one of {allowed}"
        in built.warnings
    )
    assert (
        'talk.interview:3: WARNING: contents: "all" unknown; choose from "questions"'
        in built.warnings
    )
    assert (
        'talk.interview:4: WARNING: numbered: \'perhaps\' is neither "yes" nor "no"'
        in built.warnings
    )
    assert built.warnings.count('WARNING') == 3
    assert 'So.' in built.page('talks/talk').text_content()


def test_a_name_that_is_no_address_is_the_pages_own(build):
    head = 'Title: Of salt\nname: {}\n\nAda: Why?\n\nBo: So.\n'
    files = {'index.rst': INDEX}
    files |= {'talks/a.interview': head.format('salt'), 'talks/b.interview': head.format('Bo Reed')}
    interviews = build(files, source_suffix=SUFFIXES).app.env.get_domain('interview').interviews
    assert [interviews[f'talks/{page}'][0].name for page in 'ab'] == ['salt', 'b']


def test_the_words_of_a_page_can_be_translated(build):
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalogue = head + 'msgid "\\\\*So.\\\\*"\nmsgstr "\\\\*Darum.\\\\* *Ja.*"\n'
    files = {
        'index.rst': INDEX,
        'talks/three.interview': TEXT,
        'locale/de/LC_MESSAGES/talks/three.po': catalogue,
    }
    config = {'language': 'de', 'locale_dirs': ['locale'], 'gettext_compact': False}
    (answer,) = (
        build(files, source_suffix=SUFFIXES, **config)
        .page('talks/three')
        .find_class('interview-answer')
    )
    assert '*Darum.* Ja.' in answer.text_content()
