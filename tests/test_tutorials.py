"""The tutorials work as they are written, with the wheel, in an empty folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import pytest
from conftest import find_module
from packing import TOP, install

TUTORIALS = TOP / 'docs/tutorial'
#: A file to copy, lines to write, commands, a file to save.
STEP = re.compile(
    r"""^\.\.\ literalinclude::\ (?P<source>\S+)\n(?P<options>(?:\ +:.*\n)*)
    | ^\.\.\ code-block::\ (?P<language>\w+)\n(?P<block>(?:\ +.*\n|\n)+)
    | :download:`(?P<saved>[^ ]+)\ <(?P<download>[^>]+)>`""",
    re.MULTILINE | re.VERBOSE,
)
CAPTION = re.compile(r':caption: ([^\s,]+)(?:, line (\d+))?$', re.MULTILINE)
#: What an environment of tests has already, or what a machine may not have.
ELSEWHERE = re.compile(r'python3 -m venv|\. \.venv|pip install|sudo|sphinx-build -M latexpdf')


@dataclass
class Reader:
    """Somebody who does what a page says."""

    folder: Path
    environment: dict[str, str]
    commands: list[str] = field(default_factory=list)

    def follow(self, page: str) -> None:
        for step in STEP.finditer((TUTORIALS / page).read_text('utf-8')):
            if step['saved']:
                shutil.copy(
                    TOP / 'docs' / step['download'].lstrip('/'), self.folder / step['saved']
                )
            elif step['source']:
                self.write(step['options'], (TUTORIALS / step['source']).read_text('utf-8'))
            elif step['language'] == 'console':
                self.type(step['block'])
            else:
                options, _, text = step['block'].partition('\n\n')
                self.write(options, re.sub('^   ', '', text.rstrip(), flags=re.MULTILINE))

    def write(self, options: str, text: str) -> None:
        """Write the file that a caption names, or a line of it."""
        if not (caption := CAPTION.search(options)):
            return
        path = self.folder / caption[1]
        path.parent.mkdir(exist_ok=True)
        if caption[2]:
            lines = path.read_text('utf-8').split('\n')
            lines[int(caption[2]) - 1] = text
            text = '\n'.join(lines)
        path.write_text(text, 'utf-8')

    def type(self, block: str) -> None:
        """Run the commands, and compare what they print with what the page shows."""
        text = re.sub(r'\\\n *', '', block)
        for command, shown in re.findall(r'^ +\$ (.*)\n((?: +[^ $].*\n)*)', text, re.MULTILINE):
            if ELSEWHERE.search(command):
                continue
            if command.startswith('cd '):
                self.folder /= command[3:]
                continue
            done = subprocess.run(
                ['/bin/sh', '-c', command], cwd=self.folder, env=self.environment, check=False,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout
            self.commands.append(command)
            for line in filter(None, map(str.strip, shown.split('\n'))):
                assert line.removesuffix('…').rstrip() in done.stdout

    def page(self, name: str) -> lxml.html.HtmlElement:
        path = self.folder / f'_build/html/{name}.html'
        return lxml.html.fromstring(path.read_text('utf-8'))


@pytest.fixture(scope='module')
def environment(tmp_path_factory) -> dict[str, str]:
    find_module('furo')
    target = tmp_path_factory.mktemp('installed')
    install(target)
    path = os.pathsep.join(
        [str(target / 'bin'), str(Path(sys.executable).parent), os.environ['PATH']]
    )
    environment = os.environ | {'PYTHONPATH': str(target), 'PATH': path}
    where = 'import sphinxext.interview as found; print(found.__file__)'
    done = subprocess.run(
        [sys.executable, '-c', where], env=environment, check=True, capture_output=True, text=True,
        cwd=target,
    )  # fmt: skip
    assert done.stdout.startswith(str(target))
    return environment


@pytest.fixture
def reader(tmp_path, environment) -> Reader:
    return Reader(tmp_path, environment)


def test_a_text_file(reader):
    reader.follow('text.rst')
    assert len(reader.commands) == 5
    page = reader.page('orchard')
    assert page.get_element_by_id('orchard.beginner') is not None
    assert '“What should a beginner do first?”' in reader.page('index').text_content()
    assert 'Pop' not in page.text_content()


def test_a_markdown_project(reader):
    find_module('myst_parser')
    reader.follow('markdown.rst')
    assert reader.page('advice').find_class('interview-quote')
    (answer,) = reader.page('hedge').find_class('interview-answer')[1:]
    assert len(answer.findall('.//li')) == 3


def test_a_recording(reader):
    reader.follow('recording.rst')
    page = reader.page('index')
    assert [one.text_content().strip() for one in page.find_class('interview-speaker')] == [
        'Ida Quill:', 'Jon Pilot:', 'Ida Quill:', 'Jon Pilot:',
    ]  # fmt: skip
    raw = re.findall(r'"start": ([\d.]+)', (reader.folder / 'talk.json').read_text('utf-8'))
    links = page.xpath('//a[contains(@href, "#t=")]/@href')
    assert [float(link.rpartition('=')[2]) for link in links] == list(map(float, raw))
    assert '<v Jon Pilot>' in (reader.folder / 'talk.vtt').read_text('utf-8')


def test_an_archive(reader):
    for files in ('interviews', 'portraits'):  # those of the demo, as the page says
        shutil.copytree(TOP / 'docs/demo' / files, reader.folder / files)
    reader.follow('archive.rst')
    assert len(reader.commands) == 1
    cards = reader.page('index').find_class('interview-card')
    assert len(cards) == len(list(reader.folder.glob('interviews/*.[tv][xt]t'))) == 6
    tags = reader.page('interviews/bakery').xpath('//a[contains(@href, "browse/tag/")]/@href')
    assert tags
    for tag in tags:
        assert (reader.folder / '_build/html/interviews' / tag.partition('#')[0]).is_file()
    assert 'Orla Finch' in reader.page('people').text_content()


def test_what_the_page_shows_of_the_text_is_what_the_command_wrote(reader):
    page = (TUTORIALS / 'recording.rst').read_text('utf-8')
    begun = re.search(r'begins:\n\n.. code-block:: none\n\n((?: +.*\n|\n)+)', page)[1]
    reader.folder.joinpath('talk.json').write_bytes((TUTORIALS / 'ferry/talk.json').read_bytes())
    reader.type(
        '   $ sphinx-interview convert talk.json --to text --split --quiet --output a.txt\n'
    )
    written = (reader.folder / 'a.txt').read_text('utf-8')
    assert written.startswith(re.sub('^   ', '', begun, flags=re.MULTILINE).strip())
