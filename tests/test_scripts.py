"""Words of many scripts in the PDF, with the fonts that the documentation names."""

from __future__ import annotations

import os
import re
import runpy
from pathlib import Path

import pytest
from shown import DOCUMENTS, make_pdf, run

SNIPPETS = Path(__file__).parent.parent / 'docs' / 'snippets'
FONTS = ('FreeSerif', 'Noto Serif CJK SC', 'Noto Color Emoji', 'Noto Naskh Arabic', 'Noto Serif Hebrew')  # fmt: skip
TALK = """\
Ada: What do you say?

Анна: Я говорю по-русски.

Νίκος: Μιλάω ελληνικά.

花子: 日本語を話します。漢語。한국어.

ليلى: أتحدث العربية English منذ

דוד: אני מדבר עברית

Ada: And 😀?
"""
PEOPLE = '   :interviewer: Ada\n   :interviewee: Анна; Νίκος; 花子; ليلى; דוד\n'
FILES = {
    'index.rst': f'Host\n====\n\n.. interview::\n   :file: talk.txt\n   :contents: none\n{PEOPLE}',
    'talk.txt': TALK,
}


def find_fonts(program) -> None:
    there = run(program('fc-list'), ':', 'family')
    missing = [font for font in FONTS if font not in there]
    if missing and os.environ.get('INTERVIEW_NO_SKIP'):
        pytest.fail(f'not installed: {missing}')
    if missing:
        pytest.skip(f'not installed: {missing}')


def missing_signs(path) -> list[str]:
    log = path.with_suffix('.log').read_text('utf-8', 'replace')
    return re.findall(r'Missing character.*', log)


def test_the_documented_fonts_have_every_script_and_turns_start_where_it_does(build, program):
    find_fonts(program)
    documented = runpy.run_path(str(SNIPPETS / 'scripts.py'))
    config = {name: value for name, value in documented.items() if name.startswith('latex')}
    options = DOCUMENTS | config | {'latex_domain_indices': False}
    path = make_pdf(build(FILES, 'latex', **options).app.outdir, program, 'lualatex')
    assert missing_signs(path) == []
    text = run(program('pdftotext'), '-layout', path, '-')
    # Arabic and pictures aren't found in the text of a PDF, but nothing is missing
    for word in ('говорю', 'ελληνικά', '日本語を話します', '漢語', '한국어', 'עברית'):
        assert word in text
    margins = {
        word: len(line) - len(line.lstrip())
        for line in text.splitlines()
        for word in ('Μιλάω', 'English', 'עברית')
        if word in line
    }
    assert margins['English'] > margins['Μιλάω'] + 20
    assert margins['עברית'] > margins['Μιλάω'] + 20


def test_xelatex_has_cyrillic_and_greek_without_settings(build, program):
    page = FILES['index.rst'].replace('; 花子; ليلى; דוד', '')
    files = {'index.rst': page, 'talk.txt': TALK.partition('花子')[0]}
    options = DOCUMENTS | {'latex_engine': 'xelatex', 'latex_domain_indices': False}
    path = make_pdf(build(files, 'latex', **options).app.outdir, program, 'xelatex')
    assert missing_signs(path) == []
    assert 'Μιλάω' in run(program('pdftotext'), path, '-')


def test_only_turns_of_scripts_from_the_right_are_marked(build):
    tex = build(FILES, 'latex', **DOCUMENTS).read('talk.tex')
    marked = re.findall(r'sphinxinterviewleftwards\n.*?speaker\{(.*?):\}', tex, re.DOTALL)
    assert marked == ['ليلى', 'דוד']
