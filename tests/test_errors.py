"""A mistake gives one clear message with its place, and the build goes on."""

from __future__ import annotations

import re

import pytest
from conftest import PEOPLE

from sphinxext.interview.messages import SUBTYPES

AFTER = '\n\nWords after it.\n'


def page(options: str = '', content: str = '') -> str:
    return f'Title\n=====\n\n.. interview::\n{options}\n{content}{AFTER}'


FILE = '   :file: talk.txt\n' + PEOPLE
TALK = 'A: Why?\n\nG: Because.\n'


@pytest.mark.parametrize(
    ('options', 'content', 'files', 'place', 'words'),
    [
        ('   :file: gone.txt\n', '', {}, 'index.rst:4: ERROR', "'gone.txt' can’t be read"),
        (FILE, '', {'talk.txt': b'A: Wh\xfc?'}, 'talk.txt:1: ERROR', 'byte 5 (0xfc)'),
        (FILE, '', {'talk.txt': b'A: Why?\n\nG: Gr\xfcn'}, 'talk.txt:3: ERROR', '0xfc'),
        (FILE, '', {'talk.txt': ''}, 'talk.txt:1: ERROR', 'empty'),
        (FILE, '', {'talk.txt': '\n \n'}, 'talk.txt:1: ERROR', 'empty'),
        ('   :file: talk.txt\n', '', {'talk.txt': 'Words.'}, 'talk.txt:1: ERROR', 'no turn'),
        ('   :contents: pages\n' + FILE, '', {}, 'index.rst:4: WARNING', '"pages" unknown'),
        ('   :numbered: perhaps\n' + FILE, '', {}, 'index.rst:4: WARNING', 'perhaps'),
        ('   :colour: red\n' + FILE, '', {}, 'index.rst:4: WARNING', 'colour'),
        (FILE, '\n   A: Why?\n', {}, 'index.rst:4: ERROR', 'either a :file: or content'),
        ('', '', {}, 'index.rst:4: ERROR', 'either a :file: or content'),
        ('   :lines: 7-9\n' + FILE, '', {}, 'talk.txt:1: ERROR', 'no line'),
        ('   :end-before: Nowhere\n' + FILE, '', {}, 'talk.txt:1: ERROR', 'Nowhere'),
    ],
)
def test_mistake_is_one_message(build, options, content, files, place, words):
    built = build({'talk.txt': TALK, **files, 'index.rst': page(options, content)}, warns=True)
    assert built.warnings.count('ERROR') + built.warnings.count('WARNING') == 1, built.warnings
    assert place in built.warnings
    assert words in built.warnings
    assert 'Words after it.' in built.page().text_content()


def test_text_without_turns_is_still_shown(build):
    files = {'index.rst': page('   :file: talk.txt'), 'talk.txt': 'Nobody speaks here.'}
    assert 'Nobody speaks here.' in build(files, warns=True).page().text_content()


def test_bad_people_are_named(build):
    options = '   :file: talk.txt\n   :interviewer: Ada [A\n   :interviewee: Grace [G]\n'
    built = build({'index.rst': page(options), 'talk.txt': TALK}, warns=True)
    assert "index.rst:4: WARNING: :interviewer: 'Ada [A' is not of the form" in built.warnings


def test_warnings_have_type_and_subtype(build):
    files = {'index.rst': page('   :file: gone.txt\n')}
    assert '[interview.unreadable]' in build(files, warns=True).warnings
    build(files, suppress_warnings=['interview.unreadable'])


def test_bad_config_value_is_replaced(build):
    built = build({'index.rst': page(FILE), 'talk.txt': TALK}, warns=True, interview_contents='x')
    assert "interview_contents is 'x', but must be one of" in built.warnings
    assert built.app.config.interview_contents == 'questions'


#: A fragment with a mistake of each kind.
FRAGMENT = f"""\
Words before.

.. interview::
   :name: talk
   :contents: nothing
   :numberd:
{PEOPLE}
   A: Why?

   G: So.

:interview:quote:`Never <talk.why>` :interview:quote:`nothing`

:interview:cite:`{{see` :interview:ref:`talk.whi`

.. interview:excerpt:: talk.whi

.. interview:excerpt::
   :show: all

.. interview:list::
   :as: heap
   :colour: red

.. interview:references::
   :cited-in: everywhere

.. interview:quote:: talk.why

   Never
   said.

.. interview:quote:: talk.why

.. interview:speaker:: Grace Keeper
   :url:

.. interview:speaker::

.. interview:speaker:: Grace Keeper
"""
#: What is said of its lines.
SAID = {
    3: [':contents: "nothing" unknown', 'no option :numberd:; did you mean :numbered:?'],
    14: ["'talk.why' does not say so", 'a quotation is written'],
    16: [
        "'{see' is not of the form",
        "unknown interview:ref: 'talk.whi'; did you mean 'talk.why'?",
    ],
    18: ["unknown interview:excerpt: 'talk.whi'; did you mean 'talk.why'?"],
    20: [':show: "all" unknown', 'interview:excerpt needs an address'],
    23: [':as: "heap" unknown', 'no option :colour:'],
    27: [':cited-in: "everywhere" unknown'],
    30: ["'talk.why' does not say so"],
    35: ['interview:quote needs the words'],
    37: [':url: argument required'],
    40: ['interview:speaker needs a name'],
    42: ["'Grace Keeper' is introduced again; references go to the one in"],
}


def test_every_mistake_is_one_line_with_its_place_and_its_name(build):
    files = {'index.rst': 'Host\n====\n\n.. include:: part.txt\n', 'part.txt': FRAGMENT}
    lines = build(files, warns=True).warnings.splitlines()
    said: dict[int, list[str]] = {}
    for line in lines:
        match = re.fullmatch(r'part\.txt:(\d+): (?:WARNING|ERROR): (.+) \[interview\.(\w+)\]', line)
        assert match, line
        assert match[3] in SUBTYPES
        said.setdefault(int(match[1]), []).append(match[2])
    assert said.keys() == SAID.keys()
    for number, texts in SAID.items():
        for text in texts:
            assert any(found.startswith(text) for found in said[number]), (text, said[number])
        assert len(said[number]) == len(texts)
    build(files, suppress_warnings=['interview'])


def test_a_fragment_of_two_pages_is_a_duplicate_that_names_the_other_page(build):
    part = f'.. interview::\n   :name: talk\n{PEOPLE}\n   A: Why?\n\n   G: So.\n\n'
    part += '.. interview:speaker:: Grace Keeper\n'
    host = ':orphan:\n\nHost\n====\n\n.. include:: part.txt\n'
    files = {'index.rst': host, 'two.rst': host, 'part.txt': part}
    lines = build(files, warns=True).warnings.splitlines()
    assert [line.partition(';')[0] for line in lines] == [
        "part.txt:1: WARNING: duplicate interview name 'talk'",
        "part.txt:10: WARNING: 'Grace Keeper' is introduced again",
    ]
    assert all('references go to the one in index.rst [interview.duplicate]' in x for x in lines)


def test_a_hint_never_repeats_what_was_written(build):
    talk = f'.. interview::\n   :name: talk\n{PEOPLE}\n   A: Why ask? {{#why}}\n\n   G: So.\n\n'
    uses = ':interview:quote:`Why ask? <talk.why>` :interview:question:`talk.why.grace-keeper`'
    built = build({'index.rst': f'Host\n====\n\n{talk}\n{uses}\n'}, warns=True)
    for line in built.warnings.splitlines():
        written, *others = re.findall(r"'(talk[^']*)'", line)
        assert written not in others
    assert "unknown interview:question: 'talk.why.grace-keeper'" in built.warnings
