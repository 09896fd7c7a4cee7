"""A literal transcript shows its characters and does nothing else."""

from __future__ import annotations

import re
import subprocess

import pytest

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


def words(text: str) -> str:
    return ''.join(text.split())


@pytest.fixture
def output(build, tmp_path):
    """Return the text that a reader of the given builder sees."""

    def read(builder: str) -> str:
        files = {'index.rst': PAGE, 'talk.txt': TALK}
        documents = {
            'man_pages': [('index', 'talk', 'x', ['x'], 1)],
            'texinfo_documents': [('index', 'talk', 'x', 'x', 'talk', 'x', 'x')],
            'latex_documents': [('index', 'talk.tex', 'x', 'x', 'howto')],
        }
        return build(files, builder, smartquotes=False, **documents)

    return read


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'epub'])
def test_html_formats_show_every_character(output, builder):
    name = 'index.xhtml' if builder == 'epub' else 'index.html'
    built = output(builder)
    import lxml.html

    page = lxml.html.fromstring(built.read(name).encode())
    shown = words(page.find_class('interview')[0].text_content())
    for line in LINES:
        assert words(line) in shown
    assert not page.find_class('interview')[0].xpath('.//script|.//ul|.//ol|.//table')


def test_text_shows_every_character(output):
    shown = words(output('text').read('index.txt'))
    for line in LINES:
        assert words(line) in shown


def test_man_shows_every_character(output, program):
    built = output('man')
    command = [program('man'), '-E', 'ascii', '-P', 'cat', '--warnings=w']
    page = subprocess.run(
        [*command, '-l', str(built.app.outdir / 'talk.1')],
        capture_output=True,
        text=True,
        check=True,
        env={'MANWIDTH': '1000', 'PATH': '/usr/bin:/bin'},
    )
    shown = words(re.sub('.\b', '', page.stdout))
    for line in LINES:
        assert words(line) in shown


def test_texinfo_shows_every_character(output, program):
    built = output('texinfo')
    page = subprocess.run(
        [program('makeinfo'), '--no-split', '--plaintext', str(built.app.outdir / 'talk.texi')],
        capture_output=True,
        text=True,
        check=True,
    )
    shown = words(page.stdout).replace('‘', '`').replace('’', "'")
    for line in LINES:
        assert words(line) in shown


@pytest.mark.parametrize('engine', ['pdflatex', 'xelatex'])
def test_pdf_shows_every_character(output, program, engine, build):
    built = output('latex')
    flag = '-xelatex' if engine == 'xelatex' else '-pdf'
    subprocess.run(
        [program('latexmk'), flag, '-interaction=nonstopmode', 'talk.tex'],
        cwd=built.app.outdir,
        capture_output=True,
        check=True,
    )
    shown = subprocess.run(
        [program('pdftotext'), '-raw', str(built.app.outdir / 'talk.pdf'), '-'],
        capture_output=True,
        text=True,
        check=True,
    )
    shown = words(shown.stdout).replace('’', "'").replace('‘', "'")
    for line in LINES:
        assert words(line).replace('-', '') in shown.replace('-', '').replace('”', '"'), line
