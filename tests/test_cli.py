"""The command ``sphinx-interview``, as people run it."""

from __future__ import annotations

import importlib
import json
import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sphinxext.interview.cli import main

SRT = '1\n00:00:00,000 --> 00:00:02,000\nAda: Why?\n\n2\n00:00:02.000 --> 00:00:04,000\nBo: So.\n'
COMMAND = [
    sys.executable,
    '-c',
    'import sys\nfrom sphinxext.interview.cli import main\nsys.exit(main())',
]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / 'talk.srt').write_text(SRT)
    (tmp_path / 'good.txt').write_text('Ada: Why?\n\nBo: So.\n\nAda: Ha?\n\nBo: Hm.\n')
    (tmp_path / 'bad.json').write_text('{"a": 1}')
    return tmp_path


def test_check_prints_every_finding_with_path_and_line(folder, capsys):
    assert main(['check', 'talk.srt', 'bad.json', 'gone.txt']) == 1
    out = capsys.readouterr().out
    assert (
        'talk.srt:6: warning: timings are not as usual: 00:00:02.000 --> 00:00:04,000 [cue_recovered]'
        in out
    )
    assert 'bad.json:1: error: JSON of unknown shape' in out
    assert 'gone.txt:1: error: the file can’t be read' in out


@pytest.mark.parametrize(
    ('arguments', 'code'),
    [
        (['check', 'good.txt'], 0),
        (['check', 'talk.srt'], 0),
        (['check', '--strict', 'talk.srt'], 1),
        (['check', '--strict', 'good.txt'], 0),
        (['check', 'bad.json'], 1),
        (['check', 'gone.txt'], 1),
        (['convert', '--to', 'text', 'bad.json'], 1),
        (['convert', '--to', 'vtt', 'good.txt'], 1),
        (['convert', '--to', 'text', 'good.txt', 'talk.srt'], 2),
        (['convert', '--to', 'text', 'good.txt', '-o', 'good.txt'], 2),
        (['convert', '--to', 'text', 'good.txt', '-o', 'no/such/folder'], 2),
        (['speakers', 'good.txt'], 0),
        (['speakers', 'bad.json', 'good.txt'], 1),
    ],
)
def test_exit_codes_are_those_of_the_documentation(folder, capsys, arguments, code):
    assert main(arguments) == code
    assert (folder / 'good.txt').read_text().startswith('Ada: Why?')


@pytest.mark.parametrize(
    'arguments',
    [[], ['check'], ['nothing'], ['convert', 'x'], ['check', '--interviewer', '[', 'x']],
)
def test_wrong_use_is_explained(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert 'usage: sphinx-interview' in capsys.readouterr().err


def test_check_as_json(folder, capsys):
    assert main(['check', '--format', 'json', 'talk.srt', 'bad.json']) == 1
    found = json.loads(capsys.readouterr().out)
    assert {tuple(finding) for finding in found} == {('path', 'line', 'level', 'code', 'text')}
    assert ('bad.json', 'json_unknown') in {(f['path'], f['code']) for f in found}


def test_speakers_prints_the_options(folder, capsys):
    assert main(['speakers', 'talk.srt']) == 0
    assert capsys.readouterr().out == ':interviewer: Ada\n:interviewee: Bo\n'
    assert main(['speakers', '--format', 'json', 'talk.srt', 'good.txt']) == 0
    found = json.loads(capsys.readouterr().out)
    assert [len(file['speakers']) for file in found] == [2, 2]


def test_people_are_declared_as_in_the_directive(folder, capsys):
    people = ['--interviewer', 'Ada Byron [Ada]', '--interviewee', 'Robert [Bo]']
    assert main(['convert', '--to', 'text', 'talk.srt', *people]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        'interviewer: Ada Byron [Ada]\ninterviewee: Robert [Bo]\n\nAda Byron: [00:00]'
    )


def test_convert_writes_many_files_into_a_folder(folder, capsys):
    (folder / 'out').mkdir()
    assert main(['convert', '--to', 'markdown', 'talk.srt', 'good.txt', '-o', 'out']) == 0
    assert sorted(path.name for path in (folder / 'out').iterdir()) == ['good.md', 'talk.md']
    assert main(['check', '--strict', 'out/good.md', 'out/talk.md']) == 0


def test_help_is_complete(capsys):
    for arguments in (
        ['--help'],
        ['check', '--help'],
        ['convert', '--help'],
        ['speakers', '--help'],
    ):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        assert 'exit codes:' in capsys.readouterr().out


def test_the_command_is_installed_with_the_package():
    project = tomllib.loads((Path(__file__).parent.parent / 'pyproject.toml').read_text('utf-8'))
    module, _, function = project['project']['scripts']['sphinx-interview'].partition(':')
    assert getattr(importlib.import_module(module), function) is main


def on_terminal(folder: Path, *arguments: str) -> str:
    """Return what the command writes to standard error on a terminal."""
    ours, its = pty.openpty()
    subprocess.run(
        [*COMMAND, *arguments], stderr=its, stdout=subprocess.DEVNULL, cwd=folder, check=False,
        env=os.environ | {'PYTHONPATH': os.pathsep.join(sys.path)},
    )  # fmt: skip
    os.close(its)
    os.set_blocking(ours, False)
    try:
        return os.read(ours, 100_000).decode()
    except BlockingIOError:
        return ''
    finally:
        os.close(ours)


def test_long_work_shows_progress_on_a_terminal_only(folder, capsys):
    shown = on_terminal(folder, 'check', 'talk.srt', 'good.txt')
    assert '[1/2] talk.srt' in shown
    assert '[2/2] good.txt' in shown
    assert main(['check', 'talk.srt', 'good.txt']) == 0
    assert capsys.readouterr().err == ''
