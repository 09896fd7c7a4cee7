"""Quotations: shown, linked, and checked against what was said."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from conftest import PEOPLE

TALK = """\
A: Any advice? {#advice}

G: Later often means never. Start [laughs] with the "smallest" lamp.

Then wait.

A: And if it breaks? {#broken}

G: Mend it -- it's only a lamp.
"""
HOST = f'Host\n====\n\n.. interview::\n   :file: talk.txt\n   :name: lamp\n{PEOPLE}\n.. toctree::\n\n   other\n'


def other(*paragraphs: str) -> str:
    return 'Other\n=====\n\n' + '\n\n'.join(paragraphs) + '\n'


@pytest.fixture
def quoting(build):
    def run(*paragraphs: str, **options):
        files = {'index.rst': HOST, 'talk.txt': TALK, 'other.rst': other(*paragraphs)}
        return build(files, **options)

    return run


@pytest.mark.parametrize(
    'role',
    [
        ':interview:quote:`Later often means never <lamp.advice>`',
        ':interview:quote:`later often means never. <lamp.advice.grace-keeper>`',
        ':interview:quote:`Start with the “smallest” lamp. […] Then wait. <lamp.advice>`',
        ':interview:quote:`Mend it – it’s [just] a lamp <lamp.broken>`',
    ],
)
@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'text', 'latex', 'epub', 'man', 'texinfo'])
def test_a_faithful_quotation_builds_without_a_warning(quoting, role, builder):
    quoting(role.replace('Start with', 'Start [laughs] with'), builder=builder)


@pytest.mark.parametrize(
    ('text', 'says'),
    [
        (
            'Later always means never <lamp.advice>',
            'difference: Later [-always-] {+often+} means ',
        ),
        ('Mend it <lamp.advice>', "an answer does: 'lamp.broken.g'"),
        ('Any advice? <lamp.advice.grace-keeper>', "a question does: 'lamp.advice'"),
        ('Any advice? Later often <lamp.advice>', 'crosses a change of speaker'),
    ],
)
def test_another_wording_warns_at_the_quotation(quoting, text, says):
    built = quoting('Words.', f':interview:quote:`{text}`', warns=True)
    (line,) = built.warnings.splitlines()
    assert line.startswith('other.rst:6: WARNING: ')
    assert line.endswith('[interview.quote]')
    assert says in line


def test_a_quotation_links_to_the_words(quoting):
    built = quoting(':interview:quote:`Later often means never <lamp.advice>`')
    quotation = built.page('other').find_class('interview-quote')[0]
    assert quotation.text_content() == '“Later often means never”'
    assert quotation.xpath('.//a/@href') == [
        'index.html#lamp.advice.g:~:text=Later%20often%20means%20never'
    ]


def test_a_block_quotation_is_attributed_and_checked(quoting):
    block = (
        '.. interview:quote:: lamp.advice\n\n   Later often means *never*.\n\n   […] Then wait.\n'
    )
    quotation = quoting(block).page('other').find_class('interview-quote')[0]
    assert quotation.find('div/p').text_content() == 'Later often means never.'
    attribution = quotation.find_class('attribution')[0]
    assert attribution.text_content().lstrip('—') == 'Grace Keeper, “Any advice?”'
    built = quoting(block.replace('often', 'always'), warns=True)
    assert built.warnings.startswith('other.rst:4: WARNING: ')


def test_an_edit_of_the_transcript_is_noticed_without_reading_the_quoting_page(quoting, build):
    quoting(':interview:quote:`Later often means never <lamp.advice>`')
    built = build({'talk.txt': TALK.replace('often', 'mostly')}, warns=True)
    assert '[-often-] {+mostly+}' in built.warnings


@pytest.mark.parametrize('parallel', [0, 2])
def test_changing_the_transcript_back_ends_the_warning(quoting, build, parallel):
    quoting(':interview:quote:`Later often means never <lamp.advice>`', parallel=parallel)
    for _ in range(2):  # until it is changed back
        edited = {'talk.txt': TALK.replace('often', 'mostly')}
        built = build(edited, warns=True, parallel=parallel)
        assert built.warnings.startswith('other.rst:4: WARNING: ')
        assert built.warnings.count('WARNING') == 1
    assert build({'talk.txt': TALK}, parallel=parallel).warnings == ''


def test_a_role_without_an_address_is_told(quoting):
    built = quoting(':interview:quote:`Later often means never`', warns=True)
    assert 'other.rst:4: WARNING: a quotation is written' in built.warnings


#: A place each: a heading, which contents and tables of contents repeat, and what else a page may have.
EVERYWHERE = """\
.. contents::

{line}
What *this* means: {quote}
{line}

.. epigraph::

   Wait.

   -- {quote}

.. admonition:: {quote}

   {quote} [#note]_

.. [#note] {quote}

{quote}
   * |said|
   * "{quote}"

.. |said| replace:: {quote}

.. list-table:: {quote}

   * - {quote}
     - .. only:: not elsewhere

          {quote}
"""


@pytest.mark.parametrize(
    ('builder', 'file', 'times'),
    [
        ('html', 'other.html', 14),
        ('html', 'index.html', 2),
        ('singlehtml', 'index.html', 15),
        ('epub', 'other.xhtml', 13),
        ('latex', 'project.tex', 14),
        ('text', 'other.txt', 12),
        ('man', 'project.1', 12),
        ('texinfo', 'project.texi', 18),
        ('xml', 'other.xml', 15),
        ('pseudoxml', 'other.pseudoxml', 15),
    ],
)
def test_quotation_marks_stand_around_the_words_wherever_these_are(quoting, builder, file, times):
    quote = ':interview:quote:`Later often means never <lamp.advice>`'
    page = EVERYWHERE.format(line='-' * 80, quote=quote)
    text = quoting(page, builder=builder, language='de', project='project').read(file)
    assert text.count('„') == text.count('“') == times


def test_who_asks_for_the_text_gets_the_marks_before_anything_is_written(quoting):
    quote = ':interview:quote:`Later often means never <lamp.advice>`'
    doctree = quoting(f'So {quote}.').app.env.get_doctree('other')
    assert doctree[0][1].astext() == 'So “Later often means never”.'


def test_what_is_quoted_in_an_answer_is_said_with_its_marks(quoting, build):
    quoting('Words.')
    quote = ':interview:quote:`Later often means never <lamp.advice>`'
    talk = f'A: And?\n\nG: They say {quote} there.\n'
    host = f'Again\n=====\n\n.. interview::\n   :file: again.txt\n   :markup: rst\n{PEOPLE}'
    words = 'They say “Later often means never” there'
    page = other(f':interview:quote:`{words} <again.and>`')
    built = build({'again.txt': talk, 'again.rst': f':orphan:\n\n{host}', 'other.rst': page})
    (link,) = built.page('other').find_class('interview-quote')[0].xpath('.//a/@href')
    assert unquote(link) == f'again.html#again.and.g:~:text={words}'
    (interview,) = built.app.env.get_domain('interview').interviews['again']
    assert interview.opening == f'{words}.'  # which is kept before the marks are there
