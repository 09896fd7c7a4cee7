"""A literal transcript shows its characters and does nothing else."""

from __future__ import annotations

import pytest
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
