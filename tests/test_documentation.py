"""The documentation says what the code does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from conftest import find_module

from sphinxext.interview.cli import main

TOP = Path(__file__).parent.parent
MESSAGES = TOP / 'docs/reference/messages.rst'
#: `Finding('code', 'level', …` and `TranscriptError('code', …`.
SAID = re.compile(r"\bFinding\(\s*'(\w+)',([^,]+),|\bTranscriptError\(\s*'(\w+)'")
LEVEL = re.compile("'(error|warning|info)'")
#: `code: level: meaning | advice`; a code may have two levels.
LISTED = re.compile(
    r'^   (\w+): ((?:error|warning|information)(?: or \w+)?): .+ \| .+$', re.MULTILINE
)
#: Listed elsewhere on the page, as it is said of other files, too.
SUBTYPES = {'permalink', 'translation', 'unreadable'}


def said() -> dict[str, set[str]]:
    """Return the levels of each code as the source has them."""
    levels = defaultdict(set)
    for path in (TOP / 'sphinxext').rglob('*.py'):
        for code, level, refused in SAID.findall(path.read_text('utf-8')):
            found = {'error'} if refused else set(LEVEL.findall(level))
            levels[code or refused] |= found
    return {code: found for code, found in levels.items() if code not in SUBTYPES}


def listed() -> dict[str, set[str]]:
    """Return the levels of each code as the reference has them."""
    found = LISTED.findall(MESSAGES.read_text('utf-8'))
    return {
        code: set(levels.replace('information', 'info').split(' or ')) for code, levels in found
    }


def test_messages_lists_each_finding_with_its_level():
    assert listed() == said()


def test_findings_are_listed_in_alphabetical_order():
    assert list(listed()) == sorted(listed())


def test_the_text_that_the_page_about_correcting_shows_is_what_the_command_writes(capsys):
    captions = TOP / 'docs/snippets/correct.srt'
    assert main(['convert', str(captions), '--to', 'text', '--split', '--quiet']) == 0
    assert capsys.readouterr().out == (TOP / 'docs/snippets/correct.txt').read_text('utf-8')


def test_correcting_keeps_the_times():
    before, after = (
        re.findall(r'\[[\d:.]+\]', (TOP / f'docs/snippets/{name}.txt').read_text('utf-8'))
        for name in ('correct', 'corrected')
    )
    assert before == after


def test_the_tutorial_shows_what_the_first_build_says(build):
    first = TOP / 'docs/tutorial/first'
    files = {path.name: path.read_text('utf-8') for path in first.iterdir()}
    files['index.rst'] = 'Voices\n======\n\n.. toctree::\n\n   orchard\n'
    built = build(files, warns=True)
    tutorial = ' '.join((TOP / 'docs/tutorial/text.rst').read_text('utf-8').split())
    said = re.search(r'orchard\.txt:3:.*?\n(?=\n)', built.messages, re.DOTALL)
    assert said
    for message in (said[0], built.warnings):
        assert ' '.join(message.split()) in tutorial


def test_the_man_page_of_the_command_has_its_name_and_all_commands(tmp_path, program):
    for module in ('furo', 'myst_parser', 'sphinx_copybutton', 'sphinx_design'):
        find_module(module)
    build = [sys.executable, '-m', 'sphinx', '-nWq', '-b', 'man', 'docs', str(tmp_path)]
    subprocess.run(build, check=True, cwd=TOP)
    shown = subprocess.run(
        [program('man'), '-l', str(tmp_path / 'sphinx-interview.1')],
        env=os.environ | {'MANPAGER': 'cat', 'MANWIDTH': '80', 'LANG': 'C.UTF-8'},
        check=True, capture_output=True, encoding='utf-8',
    ).stdout  # fmt: skip
    assert 'sphinx-interview - work on transcripts' in shown
    for command in ('new', 'preview', 'check', 'convert', 'speakers', 'permalinks', 'completion'):
        assert re.search(rf'^ {{7}}{command} ', shown, re.MULTILINE)
    assert '<>' not in shown
