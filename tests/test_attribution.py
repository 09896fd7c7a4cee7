"""Who said it: of several answers to one question the words decide."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

PANEL = """\
Panel
=====

.. interview::
   :name: panel
   :interviewer: Ada Reader [A]
   :interviewee: Cleo Farmer [C]; Bob Miller [B]

   A: Did you like it? {#like}

   C: It grew very fast. Yes.

   B: I loved it. Yes.

   A: And then? {#then}

   B: I left.
"""
FILES = {'index.rst': 'Index\n=====\n\n.. toctree::\n\n   panel\n   other\n', 'panel.rst': PANEL}


@pytest.fixture
def quoting(build):
    def run(text: str, **options):
        return build(FILES | {'other.rst': f'Other\n=====\n\n{text}\n'}, **options)

    return run


def block(target: str, words: str) -> str:
    return f'.. interview:quote:: {target}\n\n   {words}\n'


@pytest.mark.parametrize(
    ('target', 'words', 'who', 'anchor'),
    [
        ('panel.like', 'I loved it', 'Bob Miller, “Did you like it?”', 'panel.like.b'),
        ('panel.like', 'very fast', 'Cleo Farmer, “Did you like it?”', 'panel.like.c'),
        ('panel.like', 'Did you like it?', 'Ada Reader, “Did you like it?”', 'panel.like'),
        ('panel', 'I left.', 'Bob Miller, “And then?”', 'panel.then.b'),
    ],
)
def test_the_words_decide_who_is_named_linked_and_counted(quoting, target, words, who, anchor):
    built = quoting(block(target, words))
    source = built.page('other').find_class('attribution')[0]
    assert source.text_content().lstrip('—') == who
    (link,) = source.xpath('.//a/@href')
    assert link.partition(':~:')[0] == f'panel.html#{anchor}'
    (uses,) = built.page('panel').find_class('interview-uses')
    turn = uses.getparent()
    assert uses.text_content() == 'Cited in: Other'
    assert anchor in {turn.get('id'), turn.getparent().get('id')}
    assert words in turn.text_content()


def test_where_several_people_say_so_nobody_is_named_and_the_build_says_it(quoting):
    built = quoting(block('panel.like', 'Yes.'), warns=True)
    (warning,) = built.warnings.splitlines()
    assert warning.startswith('other.rst:4: WARNING: several people say so')
    assert "'panel.like.c', 'panel.like.b' [interview.ambiguous]" in warning
    source = built.page('other').find_class('attribution')[0]
    assert source.text_content().lstrip('—') == 'Did you like it?'
    assert source.xpath('.//a/@href') == ['panel.html#panel.like']


def test_the_address_of_an_answer_settles_it(quoting):
    built = quoting(block('panel.like.b', 'Yes.'))
    assert 'Bob Miller' in built.page('other').find_class('attribution')[0].text_content()


def test_a_reference_to_the_answer_of_several_is_told(quoting):
    built = quoting(':interview:answer:`panel.like`, :interview:answer:`panel.then`', warns=True)
    (warning,) = built.warnings.splitlines()
    assert warning.startswith('other.rst:4: WARNING: several people answer')
    assert built.page('other').xpath('//section//a[contains(@href, "panel.html")]/@href') == [
        'panel.html#panel.like',
        'panel.html#panel.then.b',
    ]


def test_what_is_cited_of_several_counts_for_the_question(quoting):
    built = quoting(':interview:cite:`panel.like`')
    (uses,) = built.page('panel').find_class('interview-uses')
    assert 'interview-question' in uses.getparent().get('class')


def test_a_citation_of_one_answer_has_the_place_of_that(quoting):
    built = quoting(':interview:cite:`panel.like.b`', interview_citation_locator='paragraph')
    assert 'para. 3' in built.page('other').find_class('interview-citation')[0].text_content()


def test_a_page_is_written_again_when_somebody_else_says_the_words(build, quoting):
    quoting(block('panel.like', 'I loved it'))
    swapped = PANEL.replace('I loved it. ', '').replace('It grew', 'I loved it. It grew')
    built = build({'panel.rst': swapped})
    assert 'Cleo Farmer' in built.page('other').find_class('attribution')[0].text_content()


@pytest.mark.parametrize('builder', ['singlehtml', 'dirhtml', 'epub', 'latex', 'text'])
def test_it_builds_everywhere(quoting, builder):
    quoting(
        f'{block("panel.like", "I loved it")}\n:interview:quote:`I left <panel>`', builder=builder
    )


@pytest.mark.parametrize('parallel', [0, 2])
def test_an_omission_of_a_paragraph_and_more_is_told(build, parallel):
    talk = PANEL.replace(
        '   C: It grew very fast.',
        '   C: It was dry.\n\n   Then it rained.\n\n   It grew very fast.',
    )
    files = FILES | {
        'panel.rst': talk,
        'other.rst': 'Other\n=====\n\n' + block('panel.like', 'It was dry. […] It grew'),
    }
    built = build(files, parallel=parallel, warns=True)
    assert built.warnings.endswith('more than a paragraph [interview.quote_omission]\n')
    files['other.rst'] = 'Other\n=====\n\n' + block('panel.like', 'It was dry. […] it rained')
    build(files, parallel=parallel)


@pytest.mark.parametrize(
    ('option', 'config', 'doubts'),
    [('', {}, 1), ('   :language: pt\n', {}, 0), ('', {'language': 'pt'}, 0), ('   :language: en\n', {'language': 'pt'}, 1)],
)  # fmt: skip
def test_the_language_of_the_interview_says_what_denies(build, option, config, doubts):
    talk = f'Talk\n====\n\n.. interview::\n   :name: talk\n{option}{PEOPLE}\n   A: Onde? {{#onde}}\n\n   G: Moro no Porto.\n'
    talk += '\n:interview:quote:`Moro […] Porto <talk.onde>`\n'
    built = build({'index.rst': talk}, warns=True, **config)
    assert built.warnings.count('[interview.quote_omission]') == doubts


def test_the_title_that_a_link_finds_is_not_what_was_said(build):
    talk = PANEL.replace('I left.', 'I left :ref:`panel`, `see <https://example.org>`__ there.')
    files = FILES | {'panel.rst': f'.. _panel-page:\n\n{talk.replace("`panel`", "`panel-page`")}'}
    good = f'{block("panel.then", "I left")}\n{block("panel.then", "see there")}\n'
    build(files | {'other.rst': f'Other\n=====\n\n{good}'})
    bad = block('panel.then', 'I left panel-page')
    built = build(files | {'other.rst': f'Other\n=====\n\n{bad}'}, warns=True)
    assert '[interview.quote]' in built.warnings
