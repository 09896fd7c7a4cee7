"""A literal transcript shows its characters and does nothing else."""

from __future__ import annotations

import pytest
from conftest import PEOPLE
from shown import FORMATS, shown

LINES = [
    '*stars* and **more** and `ticks` and ``two`` and |x| and a_ and __b__ and [c]_',
    '.. include:: /etc/passwd',
    ':ref:`x` and :interview:ref:`y` and {ref}`z`',
    '<script>alert("1")</script> &amp; &lt; <b>',
    r'\input{x} and \textbf{y} and C:\dir\name and 100% of $5 #1 ^ ~ { }',
    '- no list',
    '1. no list either',
    '| no line block',
    '>>> no doctest',
    'no literal block::',
    '@anchor{x} @c no comment',
    ".so /etc/passwd and 'tick \\fB",
    '==== ====',
    '.. |x| replace:: y',
]
TALK = 'Ada: Why?\n\nGrace:\n' + '\n\n'.join(LINES) + '\n'
PAGE = """\
Title
=====

.. interview::
   :file: talk.txt
   :interviewer: Ada
   :interviewee: Grace
   :paragraphs: blank
"""


def letters(text: str) -> str:
    """Return *text* without what a format may change: spaces, hyphenation, curled quotes."""
    plain = text.translate(str.maketrans('‘’”“‐−–', '`\'""---'))
    return ''.join(plain.split()).replace('-', '')


@pytest.mark.parametrize('form', FORMATS)
def test_every_character_is_shown(build, program, form):
    files = {'index.rst': PAGE, 'talk.txt': TALK}
    text = letters(shown(build, program, form, files, smartquotes=False))
    assert [line for line in LINES if letters(line) not in text] == []


def test_no_character_becomes_an_element(build):
    built = build({'index.rst': PAGE, 'talk.txt': TALK})
    interview = built.page().find_class('interview')[0]
    assert not interview.xpath('.//script|.//ul|.//ol|.//table|.//em|.//strong|.//code')


_SPACES = ' ' * 50_000
CITED = f'Title\n=====\n\n.. interview::\n   :name: lamp\n{PEOPLE}\n   A: Why? {{#why}}\n\n   G: So.\n\n'


@pytest.mark.parametrize(
    ('written', 'shown'),
    [
        ('{see}  lamp.why  {para. 7}', '(see Keeper, n.d., para. 7)'),
        ('lamp.why  ,  lamp.why  {a, b}', '(Keeper, n.d., Q1; Keeper, n.d., a, b)'),
        (f'lamp.why{_SPACES}, lamp.why{_SPACES}{{x}}', '(Keeper, n.d., Q1; Keeper, n.d., x)'),
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_spaces_in_a_citation_mean_nothing_and_cost_little(build, written, shown):
    page = build({'index.rst': f'{CITED}As :interview:cite:`{written}` says.\n'}).page()
    assert page.find_class('interview-citation')[0].text_content() == shown


@pytest.mark.parametrize(
    'written',
    ['{' * 20_000, 'lamp.why' + '{' * 20_000, '{a} {b}', 'lamp.why,,lamp.why', '{a}' * 20_000],
)
def test_what_is_no_citation_is_an_error(build, written):
    built = build({'index.rst': f'{CITED}As :interview:cite:`{written}` says.\n'}, warns=True)
    assert 'is not of the form {before}address{place}' in built.warnings


def test_marks_behind_an_address_cost_little_and_are_no_part_of_it(build):
    marks = '))' * 200_000
    files = {
        'index.rst': PAGE,
        'talk.txt': f'Ada: Why?\n\nGrace: See https://example.org/a_(b){marks}\n',
    }
    page = build(files).page()
    assert page.xpath('//p/a[@class="reference external"]/@href') == ['https://example.org/a_(b)']
