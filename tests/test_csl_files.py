"""Styles in files of CSL, through citeproc-py."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import PEOPLE

TALK = f"""\
On lamps
========

.. interview::
{PEOPLE}   :name: lamps
   :date: 2024-05-01
   :container: Talks & <b>Co</b>
   :source: https://example.org/lamps

   A: Why? {{#why}}

   G: So.
"""
FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   lamps\n   more\n\n'
    ':interview:cite:`{see}lamps.why, more` and :interview:cite:t:`lamps`\n\n'
    '.. interview:references::\n',
    'lamps.rst': TALK,
    'more.rst': TALK.replace('On lamps', 'On oil')
    .replace('=' * 8, '=' * 6)
    .replace('lamps', 'more'),
}
HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0">
<info><title>Ours</title><id>https://example.org/ours</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<macro name="who"><names variable="author"><name form="{form}" name-as-sort-order="all"/></names></macro>
<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
"""
BOOK = """\
<group delimiter=". "><text macro="who"/><text macro="year"/><text variable="title"/>\
<text variable="container-title" font-style="italic"/><text variable="URL"/></group>
"""
AUTHOR_DATE = (
    HEAD.format(kind='in-text', form='short')
    + '<citation><layout prefix="&lt;" suffix="&gt;" delimiter=" | "><group delimiter=", ">'
    '<text macro="who"/><text macro="year"/></group></layout></citation>\n'
    '<bibliography><sort><key macro="who"/></sort><layout>'
    + BOOK
    + '</layout></bibliography></style>\n'
)
NUMERIC = (
    HEAD.format(kind='in-text', form='long')
    + '<citation><layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/>'
    '</layout></citation>\n'
    '<bibliography><layout><text variable="citation-number" suffix=". "/>'
    + BOOK
    + '</layout></bibliography></style>\n'
)
NOTE = (
    HEAD.format(kind='note', form='long')
    + '<citation><layout suffix="." delimiter="; "><group delimiter=", "><text macro="who"/>'
    '<text variable="title"/></group></layout></citation></style>\n'
)


def shown(built) -> tuple[list[str], list[str]]:
    page = built.page()
    listed = page.find_class('interview-references')[0]
    return (
        [cited.text_content() for cited in page.find_class('interview-citation')],
        [item.text_content().partition(' Cited in')[0] for item in listed],
    )


@pytest.fixture
def styled(build):
    pytest.importorskip('citeproc')

    def run(style: str, **options):
        files = FILES | {'styles/own.csl': style}
        return build(files, interview_citation_style='styles/own.csl', **options)

    return run


def test_a_style_of_author_and_year_is_used(styled):
    built = styled(AUTHOR_DATE)
    assert shown(built) == (
        ['<see Keeper, 2024a, Q1 | Keeper, 2024b>', 'Keeper <2024a>'],
        [
            'Keeper. 2024a. On lamps. Talks & <b>Co</b>. https://example.org/lamps',
            'Keeper. 2024b. On oil. Talks & <b>Co</b>. https://example.org/more',
        ],
    )
    listed = built.page().find_class('interview-references')[0]
    assert [em.text for em in listed.xpath('.//em')] == ['Talks & <b>Co</b>'] * 2
    assert listed.xpath('.//a[@href="https://example.org/lamps"]')


def test_a_style_of_numbers_is_used(styled):
    citations, references = shown(styled(NUMERIC))
    assert citations == ['[see 1, Q1,2]', 'Keeper [1]']
    assert [reference[:15] for reference in references] == ['1. Keeper, Grac', '2. Keeper, Grac']


def test_a_style_of_notes_writes_footnotes(styled):
    page = styled(NOTE).page()
    notes = page.xpath('//aside[@role="doc-footnote"]/p')
    assert [note.text_content() for note in notes] == [
        'See Keeper, Grace, On lamps, Q1; Keeper, Grace, On oil.',
        'Keeper, Grace, On lamps.',
    ]


@pytest.mark.parametrize(
    'style', [None, '', '<style', '<style/>', 'words', AUTHOR_DATE.replace('citation>', 'x>')]
)
def test_what_is_no_style_is_one_message(build, style):
    pytest.importorskip('citeproc')
    files = FILES | ({'own.csl': style} if style is not None else {})
    built = build(files, warns=True, interview_citation_style='own.csl')
    assert built.warnings.startswith('WARNING: interview_citation_style: own.csl: ')
    assert built.warnings.count('\n') == 1
    assert shown(built)[0][1] == 'Keeper (2024a)'


def test_the_page_follows_the_style(styled):
    styled(AUTHOR_DATE)
    built = styled(AUTHOR_DATE.replace('&lt;', '{').replace('&gt;', '}'))
    assert shown(built)[0][1] == 'Keeper {2024a}'


def test_citeproc_is_imported_only_where_it_is_used(build):
    code = (
        'import sys\n'
        'from sphinx.application import Sphinx\n'
        'Sphinx(sys.argv[1], sys.argv[1], sys.argv[2], sys.argv[2] + "/d", "html",'
        ' status=None).build()\n'
        'sys.exit("citeproc" in sys.modules)\n'
    )
    built = build(FILES)
    arguments = [built.app.srcdir, built.app.outdir / 'again']
    subprocess.run([sys.executable, '-c', code, *map(str, arguments)], check=True)


def test_without_citeproc_the_message_says_what_to_install(build, monkeypatch):
    monkeypatch.setitem(sys.modules, 'citeproc', None)
    built = build(FILES | {'own.csl': NOTE}, warns=True, interview_citation_style='own.csl')
    assert 'pip install "sphinxext-interview[csl]"' in built.warnings
