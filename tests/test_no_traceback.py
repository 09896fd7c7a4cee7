"""Whatever an author writes: a message at most, and the build goes on to its end."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest
from conftest import PEOPLE
from shown import DOCUMENTS

from sphinxext.interview.config.values import VALUES

IV = f'.. interview::\n{PEOPLE}'
TALK = '   A: Why? {#why}\n\n   G: So.\n\n   A: How?\n\n   G: Thus.\n'
FILE = f'.. interview::\n   :file: {{}}\n{PEOPLE}'
TEXT = 'A: Why?\n\nG: So.\n'


def host(*blocks: str) -> str:
    return '\n\n'.join(['Host\n====', *blocks, ''])


#: A page that is in no PDF, manual or Info file.
OUTSIDE = f""":orphan:

Outside
=======

{IV}
{TALK}

:interview:quote:`So <inside.why>` and :interview:cite:`inside.why`

.. interview:speaker:: Grace Keeper

.. interview:references::
"""
INSIDE = host(
    f'{IV}   :name: inside\n   :how-to-cite:\n\n{TALK}',
    ':interview:cite:`outside.why`, :interview:quote:`So <outside.why>` '
    'and :interview:speaker:`Grace Keeper`',
    '.. interview:excerpt:: outside.how',
    '.. interview:list::',
    '.. interview:list::\n   :as: table',
    '.. interview:list::\n   :as: cards\n   :facets: tag\n   :sorts: date, title',
    '.. interview:list::\n   :as: timeline',
    '.. interview:list::\n   :as: map',
    '.. interview:browse:: tag place year speaker collection',
    '.. interview:references::',
)


@pytest.mark.parametrize('builder', ['latex', 'texinfo', 'man', 'singlehtml', 'epub', 'text'])
def test_a_page_outside_of_a_pdf_or_manual_is_named_without_a_link(build, builder):
    built = build({'index.rst': INSIDE, 'outside.rst': OUTSIDE}, builder, **DOCUMENTS)
    if builder == 'latex':
        tex = built.read('talk.tex')
        assert 'Outside (Ada Reader, Grace Keeper)' in tex.replace('\n', ' ')
        assert 'outside:outside' not in tex
    if builder == 'singlehtml':
        page = built.page()
        assert 'Outside (Ada Reader, Grace Keeper)' in page.text_content()
        assert not page.xpath('//a[contains(@href, "#outside") or contains(@href, "#speaker.")]')


@pytest.mark.parametrize('builder', ['latex', 'singlehtml'])
def test_a_citation_leads_to_what_it_cites_where_the_list_is_elsewhere(build, builder):
    page = host(f'{IV}   :name: inside\n\n{TALK}', ':interview:cite:`inside.why`')
    outside = ':orphan:\n\nOutside\n=======\n\n.. interview:references::\n'
    built = build({'index.rst': page, 'outside.rst': outside}, builder, **DOCUMENTS)
    if builder == 'latex':
        assert r'\hyperref[\detokenize{index:inside.why}]' in built.read('talk.tex')
    else:
        assert built.page().xpath('//*[@class="interview-citation"]/a/@href') == ['#inside.why']


@pytest.mark.parametrize('builder', ['html', 'latex', 'texinfo', 'man', 'text', 'xml'])
def test_an_empty_list_of_references_keeps_the_label_before_it(build, builder):
    page = host(
        '.. _nothing:\n\n.. interview:references::',
        '.. class:: special\n\n.. interview:references::',
        ':ref:`See <nothing>`',
    )
    built = build({'index.rst': page}, builder, **DOCUMENTS)
    if builder == 'html':
        assert built.page().get_element_by_id('nothing') is not None


@pytest.mark.parametrize(
    'value',
    [
        '"\\UFFFFFFFF"',
        '"\\U00110000"',
        '"a\\ud800"',
        '"\\udc00"',
        '!!int abc',
        '2020-02-30',
        '[' * 3000,
    ],
)
def test_a_value_of_yaml_that_is_none_stops_nothing(build, value):
    talk = f'---\ntitle: Talk\npublisher: {value}\n---\n{TEXT}'
    files = {'index.rst': host(FILE.format('talk.txt')), 'talk.txt': talk}
    built = build(files, warns=True)
    assert 'So.' in built.page().text_content()
    assert built.warnings.count('WARNING') == built.warnings.count('metadata_invalid') <= 1


SURROGATES = {
    'talk.json': json.dumps(
        [
            {'start': 0, 'end': 1, 'speaker': 'Ada Reader', 'text': 'Why \ud83d\ude00 \udc00?'},
            {'start': 1, 'end': 2, 'speaker': 'Grace Keeper', 'text': 'So \ud800.'},
        ]
    ),
    'talk.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\n'
    '{"speakerName": "A", "spokenText": "Why \\ud83d\\ude00 \\udc00?"}\n\n'
    '00:01.000 --> 00:02.000\n{"speakerName": "G", "spokenText": "So \\ud800."}\n',
    'head.txt': '{"title": "\\ud800", "publisher": "a\\u0000"}\n\nA: Why 😀 �?\n\nG: So �.\n',
    'yaml.txt': '---\ntitle: "\\ud800"\n"\\udc00": x\n---\nA: Why 😀 �?\n\nG: So �.\n',
}


@pytest.mark.parametrize('name', SURROGATES)
@pytest.mark.parametrize('builder', ['html', 'latex', 'epub'])
def test_half_a_surrogate_pair_becomes_a_replacement_character(build, name, builder):
    files = {'index.rst': host(FILE.format(name)), name: SURROGATES[name]}
    built = build(files, builder, exclude_patterns=['_build', '*.vtt'])
    if builder == 'html':
        text = built.page().find_class('interview')[0].text_content()
        assert 'Why 😀 �?' in text
        assert 'So �.' in text


@pytest.mark.parametrize('encoding', ['utf-7', 'raw_unicode_escape', 'idna', 'zlib', 'undefined'])
def test_no_encoding_lets_half_a_surrogate_pair_in(build, encoding):
    options = f'   :encoding: {encoding}\n'
    talk = b'A: Why +2AA- \\ud800?\n\nG: So \xfc.\n'
    files = {'index.rst': host(FILE.format('talk.txt') + options), 'talk.txt': talk}
    built = build(files, warns=True)
    assert built.warnings.count('[') <= 1


def test_escapes_in_the_options_of_markdown_are_characters_of_a_file(build):
    options = (
        ':container: "a\\ud800"',
        ':recording: "a\\x00.mp3"',
        ':interviewee: "Gr\\udc00 [G]"',
    )
    page = '# Host\n\n```{{interview}}\n{}\n\nA: Why?\n\nG: So.\n```\n'.format('\n'.join(options))
    speaker = (
        '\n```{interview:speaker} Ada\n:affiliation: "a\\ud800"\n:portrait: "\\x00.png"\n```\n'
    )
    config = {'extensions': ['sphinxext.interview', 'myst_parser']}
    config['source_suffix'] = {'.md': 'markdown'}
    built = build({'index.md': page + speaker}, warns=True, **config)
    assert built.warnings.count('not_readable') == built.warnings.count('WARNING') == 2


@pytest.mark.parametrize('condition', ['True', 'False'])
@pytest.mark.parametrize('before', ['', 'Top\n===\n\n'])
def test_a_section_inside_ifconfig_may_hold_an_interview(build, condition, before):
    inside = f'Inside\n------\n\n{IV}\n{TALK}'.replace('\n', '\n   ')
    page = f'{before}.. ifconfig:: {condition}\n\n   {inside}\n'
    extensions = ['sphinxext.interview', 'sphinx.ext.ifconfig']
    build({'index.rst': page}, extensions=extensions)


#: Makes the contents of pages itself, as sphinx_immaterial does.
OTHER = """\
from sphinx.environment.collectors.toctree import TocTreeCollector

class Own(TocTreeCollector):
    pass

def setup(app):
    handlers = app.events.listeners['doctree-read']
    for listener in list(handlers):
        if isinstance(getattr(listener.handler, '__self__', None), TocTreeCollector):
            handlers.remove(listener)
    app.add_env_collector(Own)
"""
#: Makes them when everybody else is done.
LATE = """\
kept = {}

def keep(app, doctree):
    name = app.env.docname
    kept[name] = app.env.tocs.pop(name), app.env.toc_num_entries.pop(name)

def put_back(app, doctree):
    name = app.env.docname
    app.env.tocs[name], app.env.toc_num_entries[name] = kept[name]

def setup(app):
    app.connect('doctree-read', keep, priority=600)
    app.connect('doctree-read', put_back, priority=900)
"""


@pytest.mark.parametrize('ours', ['first', 'last'])
@pytest.mark.parametrize('other', [OTHER, LATE])
def test_another_extension_may_make_the_contents_of_pages(
    build, monkeypatch, tmp_path, ours, other
):
    name = f'own_contents_{ours}_{len(other)}'
    (tmp_path / f'{name}.py').write_text(other)
    monkeypatch.syspath_prepend(tmp_path)
    extensions = ['sphinxext.interview', name][:: 1 if ours == 'first' else -1]
    built = build({'index.rst': host(f'{IV}\n{TALK}')}, extensions=extensions)
    if other is OTHER:
        listed = built.app.env.tocs['index'].astext()
        assert listed.count('Why?') == 1


@pytest.mark.parametrize('builder', ['html', 'epub', 'latex', 'text', 'man', 'texinfo'])
def test_a_folded_interview_may_have_nothing_to_show(build, builder):
    options = '   :collapsible: closed\n   :preamble: hide\n'
    files = {'index.rst': host(FILE.format('talk.txt') + options), 'talk.txt': 'Nobody speaks.\n'}
    built = build(files, builder, warns=True, interview_exports=[], **DOCUMENTS)
    assert built.warnings.count('no_turn') == 1
    if builder == 'html':
        assert built.page().xpath('//details/summary')


NESTED = f"""\
{IV}   :name: outer

   A: Outer?

   G: Look:

   .. interview::
      :name: inner
      :interviewer: Ada [A]
      :interviewee: Linus [L]

      A: Inner?

      L: Yes.
"""


@pytest.mark.parametrize('builder', ['html', 'latex', 'text', 'epub'])
def test_an_interview_inside_an_answer_has_its_own_index_entries(build, builder):
    config = {'interview_genindex': ['interviews', 'speakers', 'questions']}
    built = build({'index.rst': host(NESTED)}, builder, **config)
    if builder == 'html':
        links = built.page('genindex').xpath('//a[contains(@href, "index.html#")]/@href')
        assert sorted(links).count('index.html#inner.inner') == 1
        assert sorted(links).count('index.html#outer.outer') == 1


#: What may stand in `conf.py` instead of what should, and for which kinds of values it is right.
WRONG = {
    'None': (), '"x"': (str,), '""': (str,), '["x"]': (list,), '[None]': (), '[["a"]]': (), '[]': (list,),
    '{}': (dict,), '{1: {}}': (), '{"Ada": None}': (), '{"Ada": {"family": None}}': (),
    '{"Ada": {"family": ["a"]}}': (), '{"Ada": {1: "a"}}': (), '{"Ada": {"orcid": True}}': (),
    '{"Ada": {"group": True}}': (dict,), '5': (), 'object': (), 'b"x"': (), 'set()': (), 'True': (bool,),
}  # fmt: skip
USES = host(
    f'{IV}   :date: 2020\n   :recording: https://example.org/a.mp3\n\n{TALK}',
    ':interview:cite:`index.why`',
    '.. interview:references::',
    '.. interview:speaker:: Ada',
    '.. interview:list::',
)


@pytest.mark.parametrize('wrong', WRONG)
def test_a_wrong_value_of_the_project_is_one_warning(build, wrong):
    lines = [f'{value.name} = {wrong}' for value in VALUES]
    conf = '\n'.join(['extensions = ["sphinxext.interview"]', *lines])
    built = build({'conf.py': conf, 'index.rst': USES}, warns=True)
    # A bibliography of that name isn't there
    said = [line for line in built.warnings.splitlines() if 'bibliography: x:' not in line]
    for value in VALUES:
        about = [line for line in said if line.startswith(f'WARNING: {value.name}')]
        is_right = isinstance(value.default, WRONG[wrong])
        if value.choices:
            given = eval(wrong)  # noqa: S307
            is_right = given == [] if isinstance(value.default, list) else given in value.choices
        if (value.name, wrong) in {
            ('interview_citation_formatter', '"x"'),
            ('interview_projects', '{"Ada": {"group": True}}'),
        }:
            is_right = False
        assert len(about) == (not is_right), (value.name, about)
    assert all(line.endswith('[interview.config]') for line in said)


@pytest.mark.parametrize('style', ['x', 'a:b', 'os:nothing', 'json:loads', ':', '.a:b'])
def test_a_style_that_is_none_is_one_warning(build, style):
    built = build({'index.rst': USES}, warns=True, interview_citation_formatter=style)
    assert built.warnings.startswith(f'WARNING: interview_citation_formatter: {style}: ')
    assert built.warnings.count('\n') == 1
    assert '(Keeper, 2020, Q1)' in built.page().text_content()


@pytest.mark.parametrize(
    ('part', 'wrong'),
    [
        ('"issued": {"date-parts": [[2020, 13]]}', ''),
        ('"issued": {"date-parts": [[]]}', ''),
        ('"issued": {"date-parts": [["2020", 2, 99]]}', 'issued is no date'),
        ('"issued": {"date-parts": 5}', 'issued is no date'),
        (
            '"issued": {"raw": "05/11/2024"}',
            "issued is no date that can be understood: '05/11/2024'",
        ),
        ('"author": [{"given": 5, "family": 6}]', 'author has somebody without a name'),
        ('"author": "Grace"', 'author is no list of names'),
        ('"publisher": {"name": "Press"}', 'publisher is no text'),
    ],
)
@pytest.mark.parametrize('style', ['apa', 'mla', 'ieee', 'chicago-notes'])
def test_a_bad_item_is_one_message_that_names_it(build, part, wrong, style):
    items = '[{"id": "far", "title": "\\ud800", %s}, {"id": "near", "title": "Near"}]'
    files = {'index.rst': USES + '\n:interview:cite:`far, near`\n', 'refs.json': items % part}
    config = {'interview_bibliography': ['refs.json'], 'interview_citation_style': style}
    said = build(files, warns=True, **config).warnings.splitlines()
    start = f"WARNING: interview_bibliography: refs.json: item 'far': {wrong}"
    assert [line.startswith(start) for line in said] == [True] * bool(wrong)


@pytest.mark.parametrize(
    'name', ['pipe', '..', '/', 'index.rst/x', 'x' * 300, '../' * 30 + 'dev/zero', 'ring']
)
def test_what_is_no_file_is_not_read(build, tmp_path, name):
    (tmp_path / 'src').mkdir()
    os.mkfifo(tmp_path / 'src' / 'pipe')
    (tmp_path / 'src' / 'ring').symlink_to('ring')
    built = build({'index.rst': host(FILE.format(name), 'Words after it.')}, warns=True)
    assert built.warnings.startswith('index.rst:4: ERROR: file ')
    assert built.warnings.count('[interview.unreadable]') == 1
    assert 'Words after it.' in built.page().text_content()


@pytest.mark.parametrize('again', [False, True])
def test_names_that_the_system_cannot_write_are_reported(tmp_path, again):
    page = host(
        FILE.format('é.txt'),
        f'{FILE.format("talk.txt")}   :recording: é.mp3\n',
        '.. interview:speaker:: Ada\n   :portrait: é.png',
    )
    conf = 'extensions = ["sphinxext.interview"]\nshow_warning_types = True\n'
    (tmp_path / 'conf.py').write_text(conf)
    (tmp_path / 'index.rst').write_text(page, encoding='utf-8')
    (tmp_path / 'talk.txt').write_text(TEXT)
    ascii_only = {'LC_ALL': 'C', 'PYTHONCOERCECLOCALE': '0', 'PYTHONUTF8': '0'}
    command = [sys.executable, '-m', 'sphinx', '-q', tmp_path, tmp_path / 'out']
    for _ in range(1 + again):
        done = subprocess.run(
            command, env=os.environ | ascii_only, capture_output=True, text=True, check=True
        )
        (tmp_path / 'index.rst').touch()
    assert done.stderr.count('[interview.unreadable]') == done.stderr.count('\n') == 3


def docx(*paragraphs: str) -> bytes:
    main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    said = ''.join(f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>' for text in paragraphs)
    body = f'<w:body>{said}</w:body>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('word/document.xml', f'<w:document xmlns:w="{main}">{body}</w:document>')
    return made.getvalue() + b'\xff'


@pytest.mark.parametrize(
    ('data', 'says'),
    [
        (docx('Ada: Why?', 'Grace: So.'), 'show this file with an interview directive'),
        (b'PK\x03\x04\xff', 'no Word document'),
        (b'%PDF\xff', 'this is a PDF'),
        (b'Ada: Wh\xfc?', 'byte 7 (0xfc) is not utf-8'),
        ('Ada: Why?\n'.encode('utf-16'), 'show this file with an interview directive'),
    ],
)
def test_a_page_that_sphinx_cannot_decode_is_left_out(build, data, says):
    suffixes = {'.rst': 'restructuredtext', '.docx': 'interview'}
    files = {
        'index.rst': host('Words after it.'),
        'talk.docx': data,
    }
    for _ in range(2):
        built = build(files, warns=True, source_suffix=suffixes)
        assert built.warnings.startswith('talk.docx:1: ERROR: ')
        assert says in built.warnings
        assert built.warnings.count('\n') == 1
        assert 'Words after it.' in built.page().text_content()


@pytest.mark.parametrize('indent', ['', '   ', '    ', '\t', '         '])
def test_a_sign_of_a_quotation_may_stand_anywhere(build, indent):
    talk = f'{indent}> Why is it?\n\nSo it is.\n\n{indent}> What then?\n\nNothing.\n'
    files = {'index.rst': host('.. interview::\n   :file: talk.txt'), 'talk.txt': talk}
    assert 'So it is.' in build(files, warns=True).page().text_content()
