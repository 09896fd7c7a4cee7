"""The options of the directive, and their defaults in ``conf.py``."""

from __future__ import annotations

from typing import get_args

import pytest
from conftest import PEOPLE
from shown import DOCUMENTS

from sphinxext.interview.config.values import VALUES
from sphinxext.interview.directives.making import maker
from sphinxext.interview.directives.options import OPTIONS, SELECTION
from sphinxext.interview.transcript.model import Questions
from sphinxext.interview.transcript.source import keys

TALK = """\
We met in the yard.

A: [00:05] Who feeds the hens?

G: [00:09] I do. [01:30] At six.

A: [02:10] And the cock?

G: Nobody.
"""


@pytest.fixture
def interview(build):
    """Return the element of an interview with some options."""

    def run(options: str = '', talk: str | bytes = TALK, title: str = '', **config):
        directive = f'.. interview:: {title}\n   :file: talk.txt\n{PEOPLE}{options}'
        built = build({'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': talk}, **config)
        return built.page().find_class('interview')[0]

    return run


def texts(interview, name: str) -> list[str]:
    return [element.text_content() for element in interview.find_class(f'interview-{name}')]


def test_times_are_shown_and_machine_readable(interview):
    times = interview().xpath('.//time')
    assert [(time.text.strip(), time.get('datetime')) for time in times][:3] == [
        ('00:05', 'PT0M5S'),
        ('00:09', 'PT0M9S'),
        ('02:10', 'PT2M10S'),
    ]


@pytest.mark.parametrize(
    ('options', 'config'), [('   :timestamps: no\n', {}), ('', {'interview_timestamps': False})]
)
def test_times_can_be_hidden(interview, options, config):
    assert texts(interview(options, **config), 'time') == []


@pytest.mark.parametrize(
    ('options', 'config'), [('   :numbered:\n', {}), ('', {'interview_numbered': True})]
)
def test_exchanges_can_be_numbered(interview, options, config):
    assert texts(interview(options, **config), 'number') == ['1. ', '2. ']


def test_an_option_wins_over_the_project(interview):
    assert texts(interview('   :numbered: no\n', interview_numbered=True), 'number') == []


@pytest.mark.parametrize(
    ('options', 'config'), [('   :preamble: hide\n', {}), ('', {'interview_preamble': 'hide'})]
)
def test_the_preamble_can_be_hidden(interview, options, config):
    assert texts(interview(), 'preamble') != []
    assert texts(interview(options, **config), 'preamble') == []


@pytest.mark.parametrize('state', ['open', 'closed'])
def test_an_interview_can_be_folded(interview, state):
    whole = interview(f'   :collapsible: {state}\n', title='In the yard')
    (folded,) = whole.xpath('./details')
    assert (folded.get('open') is not None) == (state == 'open')
    assert folded[0].tag == 'summary'
    assert folded[0].text_content() == 'In the yard'
    assert folded.find_class('interview-exchange')
    # A control holds no other, and the role of a part that isn't one of a control
    assert whole.get('role') == 'doc-qna'
    assert folded.get('role') is None
    assert [link.get('aria-label') for link in whole.xpath('./a')] == ['Link to this interview']


def test_a_book_shows_all_of_an_interview_that_is_folded_on_pages(build):
    directive = f'.. interview:: In the yard\n   :file: talk.txt\n   :collapsible: closed\n{PEOPLE}'
    files = {'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': TALK}
    page = build(files, 'epub').read('index.xhtml')
    assert '<details' not in page
    assert '<h2 class="interview-title">In the yard</h2>' in page


def test_a_folded_interview_without_title_has_a_summary(interview):
    (folded,) = interview(interview_collapsible='closed').xpath('./details')
    assert folded[0].tag == 'summary'
    assert folded[0].text_content().strip()


def test_classes_of_directive_and_project_are_added(interview):
    classes = interview('   :class: wide\n', interview_class=['ours']).get('class').split()
    assert {'interview', 'wide', 'ours'} <= set(classes)


@pytest.mark.parametrize(
    ('selection', 'first'),
    [
        ('   :lines: 3-5\n', 'A: Who feeds the hens?'),
        ('   :start-after: Who feeds\n', 'G: I do.'),
        ('   :start-at: And the cock\n', 'A: And the cock?'),
        ('   :start-at: Who feeds\n   :end-before: And the cock\n', 'A: Who feeds the hens?'),
        ('   :end-at: Who feeds\n', 'A: Who feeds the hens?'),
    ],
)
def test_a_part_of_the_file_is_shown(build, selection, first):
    directive = f'.. interview::\n   :file: talk.txt\n   :timestamps: no\n{PEOPLE}{selection}'
    files = {'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': TALK}
    built = build(files, warns=True)
    paragraph = built.page().find_class('interview-turn')[0].xpath('./p')[0]
    text = paragraph.text_content().replace('Ada Reader', 'A').replace('Grace Keeper', 'G')
    assert text.startswith(first)
    assert 'unused' in built.warnings or not built.warnings


def test_messages_keep_the_lines_of_the_file(build):
    directive = f'.. interview::\n   :file: talk.txt\n   :lines: 3-\n{PEOPLE}'
    talk = TALK.replace('G: Nobody', 'Linus: Nobody')
    built = build({'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': talk}, warns=True)
    assert built.warnings.startswith('talk.txt:9: WARNING: ')


@pytest.mark.parametrize('encoding', ['latin-1', 'utf-16', 'utf-8-sig'])
def test_a_file_may_be_in_another_encoding(interview, encoding):
    talk = TALK.replace('Nobody', 'Renée').encode(encoding)
    options = '   :encoding: latin-1\n' if encoding == 'latin-1' else ''
    assert 'Renée' in interview(options, talk).text_content()


def test_metadata_comes_from_options_front_matter_and_head(build):
    heads = {
        'head': 'Date: 2024-05-01\nPublisher: The yard\n\n',
        'front': '---\ndate: 2024-05-01\npublisher: The yard\n---\n\n',
    }
    for name, head in heads.items():
        directive = f'.. interview::\n   :file: talk.txt\n   :publisher: Us\n{PEOPLE}'
        files = {'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': head + TALK}
        app = build(files, where=name).app
        (record,) = app.env.get_domain('interview').data['interviews']['index']
        assert dict(record.metadata) == {'date': '2024-05-01', 'publisher': 'Us'}


@pytest.mark.parametrize('builder', ['text', 'man', 'texinfo'])
def test_times_stand_in_brackets_where_there_is_no_type_to_set_them_apart(build, builder):
    page = f'Host\n====\n\n.. interview::\n   :file: talk.txt\n{PEOPLE}'
    names = {'text': 'index.txt', 'man': 'talk.1', 'texinfo': 'talk.texi'}
    out = build({'index.rst': page, 'talk.txt': TALK}, builder, **DOCUMENTS).read(names[builder])
    assert '[00:05]' in out


def test_a_file_can_say_every_option_but_which_file_it_is_and_what_its_head_shows():
    # Of a school somebody is the head, too
    assert keys.OPTIONS - {'title'} == (
        OPTIONS.keys()
        - {'file', 'encoding', 'head', 'translation', 'translation-language', *SELECTION}
    )


#: How a head is written, and where.
HEADS = {
    'lines': ('talk.txt', '{}: {}', 'Date: 2024-05-01\n{}\n\n'),
    'yaml': ('talk.txt', '{}: {}', '---\nlayout: post\n{}\n---\n'),
    'toml': ('talk.txt', '{} = "{}"', '+++\n{}\n+++\n\n'),
    'json': ('talk.txt', '"{}": "{}"', '{{{}}}\n\n'),
    'note': ('talk.vtt', '{}: {}', 'WEBVTT\n\nNOTE\n{}\n\n'),
}
VTT = """\
00:05.000 --> 00:08.000
<v A>Who feeds the hens?

00:09.000 --> 00:12.000
<v G>I do. At six.
"""


@pytest.fixture
def headed(build):
    """Return the element of an interview whose file has a head."""

    def run(kind: str, option: str, value: str, options: str = '', **config):
        name, pair, head = HEADS[kind]
        text = head.format(pair.format(option, value)) + (VTT if kind == 'note' else TALK)
        directive = f'.. interview::\n   :file: {name}\n{PEOPLE}{options}'
        files = {'index.rst': f'Host\n====\n\n{directive}', name: text}
        return build(files, exclude_patterns=['_build', '*.vtt'], **config).page()

    return run


@pytest.mark.parametrize('kind', HEADS)
@pytest.mark.parametrize(
    ('option', 'value', 'path'),
    [
        ('numbered', 'yes', '//*[contains(@class, "interview-number")]'),
        ('collapsible', 'open', '//*[contains(@class, "interview")]/details'),
        ('class', 'wide', '//*[contains(@class, "interview") and contains(@class, "wide")]'),
        ('name', 'hens', '//*[@id="hens.who-feeds-the-hens"]'),
        ('how-to-cite', 'yes', '//*[contains(@class, "interview-how-to-cite")]'),
        ('recording', 'https://example.org/a.mp3', '//audio'),
    ],
)
def test_the_head_of_a_file_gives_options(headed, kind, option, value, path):
    assert headed(kind, option, value).xpath(path)


@pytest.mark.parametrize('kind', HEADS)
def test_the_directive_counts_more_than_the_head_and_the_head_more_than_the_project(headed, kind):
    path = '//*[contains(@class, "interview-number")]'
    assert not headed(kind, 'numbered', 'yes', '   :numbered: no\n').xpath(path)
    assert not headed(kind, 'numbered', 'no', interview_numbered=True).xpath(path)


@pytest.mark.parametrize('kind', HEADS)
@pytest.mark.parametrize(
    ('in_head', 'options', 'project', 'counts'),
    [
        ('bold', '', 'label', 'bold'),
        ('bold', '   :questions: list\n', 'label', 'list'),
        ('', '', 'label', 'label'),
        ('', '', None, 'auto'),
    ],
)
def test_questions_come_from_directive_head_or_project(
    headed, monkeypatch, kind, in_head, options, project, counts
):
    given = []
    read = maker.read
    monkeypatch.setattr(
        maker, 'read', lambda *a, **o: given.append(o['questions']) or read(*a, **o)
    )
    config = {'interview_questions': project} if project else {}
    name = 'questions' if in_head else 'place'
    headed(kind, name, in_head or 'here', options, **config)
    assert given == [counts]


def test_questions_may_be_what_the_reader_knows():
    (value,) = (value for value in VALUES if value.name == 'interview_questions')
    assert value.choices == get_args(Questions)
    assert OPTIONS['questions']('BOLD') == 'bold'
    with pytest.raises(ValueError, match='"auto", "label", "heading", "bold", "italic", "list"'):
        OPTIONS['questions']('bald')


@pytest.mark.parametrize('tags', ['hens, yard', 'hens; yard', 'hens;yard,'])
def test_tags_are_separated_by_commas_or_semicolons(build, tags):
    for where, head, options in [
        ('option', '', f'   :tags: {tags}\n'),
        ('head', f'Tags: {tags}\n\n', ''),
    ]:
        directive = f'.. interview::\n   :file: talk.txt\n{PEOPLE}{options}'
        files = {'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': head + TALK}
        app = build(files, where=where).app
        (record,) = app.env.get_domain('interview').data['interviews']['index']
        assert dict(record.metadata) == {'tags': 'hens; yard'}


def test_a_title_of_a_file_is_words_and_no_markup(build):
    talk = f'---\ntitle: A* and `yard\n---\n{TALK}'
    directive = f'.. interview::\n   :file: talk.txt\n{PEOPLE}'
    built = build({'index.rst': f'Host\n====\n\n{directive}', 'talk.txt': talk})
    assert 'A* and `yard' in built.page().find_class('interview-title')[0].text_content()
