"""A mistake gives one clear message with its place, and the build goes on."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

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
