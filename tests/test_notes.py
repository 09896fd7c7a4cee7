"""Narrative citations, and styles that cite in notes."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

TALK = f"""\
On lamps
========

.. interview::
{PEOPLE}   :name: lamps
   :date: 2024-05-01
   :container: Talks

   A: Why? {{#why}}

   G: Because of lamps.
"""
CITING = """\
Citing
======

First :interview:cite:`lamps.why`. Own [#own]_ and [#]_.

Again :interview:cite:`{see}lamps{0:05-0:10}`; and :interview:cite:t:`lamps.why` says.

.. [#own] Mine.

.. [#] Mine, too.
"""
MD = """\
# Citing

First {interview:cite}`lamps.why`. Own [^own].

Again {interview:cite}`lamps`, and {interview:cite:t}`lamps` says.

[^own]: Mine.
"""
FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   lamps\n   citing\n   refs\n',
    'lamps.rst': TALK,
    'citing.rst': CITING,
    'refs.rst': 'References\n==========\n\n.. interview:references::\n',
}
FULL = 'Grace Keeper, “On Lamps,” interview by Ada Reader, Talks, May 1, 2024, Q1.'
NOTES = {'interview_citation_style': 'chicago-notes'}


def notes(page) -> list[tuple[str, str]]:
    """Return number and words of each footnote."""
    found = page.xpath('//aside[contains(@class, "footnote")][@role="doc-footnote"]')
    words = [(note.xpath('string(./span)'), note.xpath('string(./p)')) for note in found]
    return sorted((number.strip('[]'), ' '.join(text.split())) for number, text in words)


def said(page) -> list[str]:
    paragraphs = page.xpath('//section/p')
    return [' '.join(paragraph.text_content().split()) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ('style', 'written'),
    [
        ('apa', 'Keeper (2024, Q1)'),
        ('chicago-author-date', 'Keeper (2024, Q1)'),
        ('mla', 'Keeper (Q1)'),
        ('ieee', 'Keeper [1, Q1]'),
    ],
)
def test_a_citation_can_be_a_part_of_the_sentence(build, style, written):
    built = build(FILES, interview_citation_style=style)
    assert built.page('citing').find_class('interview-citation')[-1].text_content() == written
    (link,) = built.page('citing').find_class('interview-citation')[-1].xpath('./a/@href')
    assert link == 'refs.html#cite.lamps'


def test_the_parenthetical_role_has_its_long_name_too(build):
    files = FILES | {'citing.rst': 'Citing\n======\n\n:interview:cite:p:`lamps`\n'}
    assert said(build(files).page('citing')) == ['(Keeper, 2024)']


def test_a_style_of_notes_writes_footnotes_in_full_and_then_shortly(build):
    page = build(FILES, **NOTES).page('citing')
    assert said(page) == ['First.[1] Own [2] and [3].', 'Again;[4] and Keeper[5] says.']
    assert notes(page) == [
        ('1', FULL),
        ('2', 'Mine.'),
        ('3', 'Mine, too.'),
        ('4', 'See Keeper, “On Lamps,” at 0:05–0:10.'),
        ('5', 'Keeper, “On Lamps,” Q1.'),
    ]
    for link in page.xpath('//a[contains(@class, "footnote-reference")]/@href'):
        assert link.removeprefix('#') in page.xpath('//@id')
    (link,) = page.xpath('//aside[@id="interview-citation-citing-1"]/p//a/@href')
    assert link == 'refs.html#cite.lamps'


def test_a_page_in_markdown_has_the_same_footnotes(build):
    pytest.importorskip('myst_parser')
    files = FILES | {
        'conf.py': 'extensions = ["sphinxext.interview", "myst_parser"]\n',
        'citing.rst': None,
        'citing.md': MD,
    }
    build(FILES)
    suffixes = {'.rst': 'restructuredtext', '.md': 'markdown'}
    page = build(files, source_suffix=suffixes, **NOTES).page('citing')
    assert [text for _, text in notes(page)] == [
        FULL,
        'Mine.',
        'Keeper, “On Lamps.”',
        'Keeper, “On Lamps.”',
    ]


@pytest.mark.parametrize(
    'builder', ['dirhtml', 'singlehtml', 'epub', 'text', 'man', 'texinfo', 'latex']
)
def test_footnotes_build_everywhere(build, builder):
    built = build(FILES, builder, **NOTES)
    if builder == 'latex':
        tex = next(built.app.outdir.glob('*.tex')).read_text('utf-8')
        assert tex.count(r'\begin{footnote}') == 5
    if builder == 'singlehtml':
        assert FULL in [text for _, text in notes(built.page())]


def test_notes_of_all_documents_on_one_page_are_told_apart(build):
    again = 'Again\n=====\n\nMore :interview:cite:`lamps`.\n'
    files = {'a/b c.rst': again, 'a-b/c.rst': again, 'ä.rst': again, 'ö.rst': again}
    files['index.rst'] = FILES['index.rst'] + ''.join(f'   {name[:-4]}\n' for name in files)
    page = build(FILES | files, 'singlehtml', **NOTES).page()
    ids = page.xpath('//a[contains(@class, "footnote-reference")]/@id | //aside/@id')
    assert {number for number in ids if ids.count(number) > 1} <= {'id1', 'id2'}
    links = page.xpath('//a[contains(@class, "footnote-reference")]/@href')
    ours = [link for link in links if link.startswith('#interview')]
    assert len(set(ours)) == len(ours) == 7
    for link in ours:
        (note,) = page.xpath('//aside[@id = $id]', id=link[1:])
        (back,) = note.xpath('.//a[@role = "doc-backlink"]/@href')
        (reference,) = page.xpath('//a[@id = $id]', id=back[1:])
        assert reference.get('href') == link


def test_every_document_writes_a_source_in_full_once(build):
    files = FILES | {'refs.rst': FILES['refs.rst'] + '\nMore :interview:cite:`lamps.why`.\n'}
    for _ in range(2):
        built = build(files, parallel=2, **NOTES)
        assert notes(built.page('refs')) == [('1', FULL)]
        files = {'citing.rst': 'Citing\n======\n\nNothing.\n'}


def test_a_translated_page_has_the_footnotes_of_its_words(build):
    po = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "First :interview:cite:`lamps.why`, said twice :interview:cite:`lamps`."\n'
        'msgstr "Zweimal gesagt :interview:cite:`lamps`, zuerst :interview:cite:`lamps.why`."\n'
    )
    text = 'First :interview:cite:`lamps.why`, said twice :interview:cite:`lamps`.'
    files = FILES | {
        'citing.rst': f'Citing\n======\n\n{text}\n',
        'locale/de/LC_MESSAGES/citing.po': po,
    }
    built = build(files, language='de', locale_dirs=['locale'], **NOTES)
    assert said(built.page('citing')) == ['Zweimal gesagt[1], zuerst[2].']
    assert [text for _, text in notes(built.page('citing'))] == [
        'Grace Keeper, „On lamps“, Interview geführt von Ada Reader, Talks, 1. Mai 2024.',
        'Keeper, „On lamps“, Frage 1.',
    ]


@pytest.mark.parametrize(
    ('language', 'marks'),
    [
        ('en', '“”'),
        ('de', '„“'),
        ('fr', '«»'),
        ('es', '«»'),
        ('ja', '「」'),
        ('zh_CN', '“”'),
        ('pl', '„”'),
    ],
)
def test_a_quotation_has_the_marks_of_the_language(build, language, marks):
    words = 'Words\n=====\n\n:interview:quote:`Because of lamps <lamps.why>`\n'
    built = build(FILES | {'citing.rst': words}, language=language)
    quotation = built.page('citing').find_class('interview-quote')[0]
    text = ''.join(quotation.text_content().split())
    assert (text[0] + text[-1], text[1:-1]) == (marks, 'Becauseoflamps')


def test_a_citation_inside_an_answer_is_a_note_of_every_page_that_shows_it(build):
    talk = TALK.replace(
        'Because of lamps.', 'Because of lamps, as :interview:cite:`other.how` says.'
    )
    other = TALK.replace('lamps', 'other').replace('{#why}', '{#how}')
    excerpt = 'Citing\n======\n\n.. interview:excerpt:: lamps.why\n\nOwn :interview:cite:`lamps`.\n'
    files = FILES | {'lamps.rst': talk, 'citing.rst': excerpt, 'other.rst': ':orphan:\n\n' + other}
    files['index.rst'] = FILES['index.rst'].replace('   lamps\n', '   lamps\n   other\n')
    files['other.rst'] = other
    built = build(files, **NOTES)
    cited = 'Grace Keeper, “On Other,” interview by Ada Reader, Talks, May 1, 2024, Q1.'
    assert [text for _, text in notes(built.page('lamps'))] == [cited]
    words = built.page('citing').find_class('interview-answer')[0].text_content()
    assert 'as[' in words
    assert FULL.replace(', Q1', '') in [text for _, text in notes(built.page('citing'))]
