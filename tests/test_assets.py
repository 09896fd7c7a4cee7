"""The style sheet comes with interviews, and nothing else changes."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

import lxml.html
import pytest
from conftest import PEOPLE
from test_browser import chromium  # noqa: F401

ASSETS = Path(__file__).parent.parent / 'sphinxext/interview/assets'

TALK = f'Host\n====\n\n.. interview::\n{PEOPLE}\n   A: Why?\n\n   G: So.\n'
PLAIN = 'Index\n=====\n\nWords, “quoted”.\n\n.. toctree::\n\n   talk\n'


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'epub'])
def test_only_pages_with_interviews_load_the_style_sheet(build, builder):
    built = build({'index.rst': PLAIN, 'talk.rst': TALK}, builder)
    suffix = 'xhtml' if builder == 'epub' else 'html'
    talk = 'talk/index' if builder == 'dirhtml' else 'talk'
    assert '_static/interview.css' not in built.read(f'index.{suffix}')
    assert '_static/interview.css' in built.read(f'{talk}.{suffix}')
    assert (built.app.outdir / '_static' / 'interview.css').is_file()


SHARED = {'latex_additional_files': ('notes.txt',), 'html_static_path': ['_static']}


@pytest.mark.parametrize('builder', ['html', 'singlehtml', 'epub'])
def test_the_style_sheet_is_where_the_page_looks_for_it(build, builder):
    built = build({'index.rst': TALK}, builder)
    page = (
        built.page() if builder != 'epub' else lxml.html.fromstring(built.read('index.xhtml')[40:])
    )
    (address,) = page.xpath('//link[contains(@href, "interview.css")]/@href')
    assert (built.app.outdir / address.partition('?')[0]).is_file()
    if builder == 'epub':
        assert 'href="_static/interview.css"' in built.read('content.opf')
    else:
        assert '?v=' in address


def test_a_project_at_rest_has_the_configuration_that_it_had(build):
    files = {'index.rst': TALK, 'notes.txt': '', '_static/own.css': ''}
    for builder in ('html', 'latex', 'dirhtml', 'text', 'html', 'epub', 'html'):
        built = build(files, builder, **SHARED)
        changed = re.findall(r'onfiguration has changed \((.*)\)', built.messages)
        # The theme is what SphinxTestApp itself sets
        assert all("(1 option: 'html_theme')" in f'({found})' for found in changed), changed
        files = {}
    assert 'no targets are out of date' in built.messages


@pytest.mark.parametrize('name', ['interview_exports', 'interview_metadata'])
def test_what_only_pages_show_reads_nothing_again(build, name):
    files = {'index.rst': PLAIN, 'talk.rst': TALK}
    pages = [build(files).read('talk.html')]
    for value in ([], [*getattr(build().app.config, name)]):
        built = build({}, **{name: value})
        assert '0 added, 0 changed, 0 removed' in built.messages
        pages.append(built.read('talk.html'))
    assert pages[0] != pages[1]
    assert pages[0] == pages[2]


def test_what_readers_load_is_small(build):
    built = build({'index.rst': TALK})
    addresses = built.page().xpath('//link[@rel="stylesheet"]/@href | //script/@src')
    names = [address.partition('?')[0] for address in addresses if 'interview' in address]
    assert sorted(names) == ['_static/interview.css', '_static/interview.js']
    loaded = [(built.app.outdir / name).read_bytes() for name in names]
    assert sum(len(gzip.compress(data, 9)) for data in loaded) <= 6 * 1024


def test_the_style_sheet_says_the_same_when_it_is_short(build, chromium):  # noqa: F811
    short = build({'index.rst': TALK}).read('_static/interview.css')
    view = chromium.new_page()
    rules = r"""text => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\s+/g, ','))
    }"""
    whole = (ASSETS / 'static/interview.css').read_text('utf-8')
    assert view.evaluate(rules, short) == view.evaluate(rules, whole)
    view.close()
    assert len(short) < len(whole) - 1000


def test_the_script_that_pages_load_is_made_of_its_source(program):
    """As ``make script`` does it."""
    command = [program('terser'), ASSETS / 'interview.js', '--compress', '--mangle']
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert made.strip() == (ASSETS / 'static/interview.js').read_text('utf-8').strip()


def test_a_projects_own_style_sheet_wins(build):
    files = {'index.rst': TALK, '_static/interview.css': '/* ours */'}
    for builder in ('html', 'singlehtml', 'html'):
        built = build(files, builder, html_static_path=['_static'])
        assert built.read('_static/interview.css') == '/* ours */'


@pytest.mark.parametrize(
    'builder', ['html', 'singlehtml', 'text', 'latex', 'man', 'texinfo', 'xml']
)
def test_pages_without_interviews_stay_byte_for_byte(build, builder):
    files = {'index.rst': PLAIN.replace('.. toctree::\n\n   talk\n', '')}
    options = {'today': 'today', 'man_pages': [('index', 'x', 'x', ['x'], 1)]}
    with_us, without = (
        pages(build(files, builder, where=where, extensions=extensions, **options))
        for where, extensions in (('with', ['sphinxext.interview']), ('without', []))
    )
    assert with_us == without


def test_only_documents_with_interviews_load_the_latex_package(build):
    documents = [(name, f'{name}.tex', 'x', 'x', 'howto') for name in ('plain', 'talk')]
    index = PLAIN + '   plain\n'
    files = {'index.rst': index, 'talk.rst': TALK, 'plain.rst': 'Plain\n=====\n\nWords.\n'}
    built = build(files, 'latex', latex_documents=documents)
    package = '\\usepackage{sphinxinterview}'
    assert built.read('talk.tex').count(package) == 1
    assert package not in built.read('plain.tex')


@pytest.mark.parametrize('builder', ['html', 'epub'])
def test_a_project_without_interviews_has_no_style_sheet(build, builder):
    index = PLAIN.replace('.. toctree::\n\n   talk\n', '')
    built = build({'index.rst': index}, builder)
    assert list(built.app.outdir.rglob('interview*')) == []
    assert build({'index.rst': TALK}, builder).read('_static/interview.css')


def test_a_style_sheet_of_an_earlier_version_is_replaced(build):
    built = build({'index.rst': TALK})
    sheet = built.app.outdir / '_static' / 'interview.css'
    ours = sheet.read_text()
    sheet.write_text('old')
    build({})
    assert sheet.read_text() == ours


def pages(built) -> dict[str, bytes]:
    """Return what the builder wrote about documents."""
    out = built.app.outdir
    own = {'.html', '.txt', '.1', '.texi', '.tex', '.xml'}
    found = {path.name: path.read_bytes() for path in out.rglob('*') if path.suffix in own}
    assert found
    # XML lists the namespace of each domain
    return {
        name: data.replace(b' xmlns:interview="https://www.sphinx-doc.org/"', b'').replace(
            b'/with/', b'/without/'
        )
        for name, data in found.items()
    }
