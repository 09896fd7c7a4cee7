"""The command ``sphinx-interview``, as people run it."""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sphinxext.interview.cli import main

SRT = '1\n00:00:00,000 --> 00:00:02,000\nAda: Why?\n\n2\n00:00:02.000 --> 00:00:04,000\nBo: So.\n'
COMMAND = [sys.executable, '-m', 'sphinxext.interview']
NAMELESS = '1\n00:00:01,000 --> 00:00:03,000\nWhy?\n\n2\n00:00:03,500 --> 00:00:05,000\nSo.\n'


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
        (['convert', '--to', 'text', '--force', 'good.txt', '-o', 'no/such/folder'], 2),
        (['speakers', 'good.txt'], 0),
        (['speakers', 'bad.json', 'good.txt'], 1),
    ],
)
def test_exit_codes_are_those_of_the_documentation(folder, capsys, arguments, code):
    assert main(arguments) == code
    assert (folder / 'good.txt').read_text().startswith('Ada: Why?')


@pytest.mark.parametrize(
    'arguments',
    [
        [],
        ['check'],
        ['nothing'],
        ['convert', 'x'],
        ['check', '--interviewer', '[', 'x'],
        ['check', '-', '-'],
        ['convert', '--to', 'vtt', '--split', 'x'],
        ['check', '--questions', 'loud', 'x'],
    ],
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
        shown = capsys.readouterr().out
        assert 'exit codes:' in shown
        assert arguments == ['--help'] or all(
            option in shown
            for option in (
                '--encoding', '--name', '--questions', '--quiet', '--interviewer', '--interviewee',
                '--participant',
            )
        )  # fmt: skip


def test_the_command_is_installed_with_the_package():
    project = tomllib.loads((Path(__file__).parent.parent / 'pyproject.toml').read_text('utf-8'))
    module, _, function = project['project']['scripts']['sphinx-interview'].partition(':')
    assert getattr(importlib.import_module(module), function) is main


def on_terminal(folder: Path, *arguments: str) -> str:
    """Return what the command writes to standard error on a terminal."""
    pty = pytest.importorskip('pty', reason='Windows has no pseudo-terminals')
    ours, its = pty.openpty()
    subprocess.run(
        [*COMMAND, *arguments], stderr=its, stdout=subprocess.DEVNULL, cwd=folder, check=False,
        env=os.environ | {'PYTHONPATH': os.pathsep.join(sys.path)},
    )  # fmt: skip
    os.close(its)
    os.set_blocking(ours, False)
    try:
        return os.read(ours, 100_000).decode()
    except OSError:  # nothing was written
        return ''
    finally:
        os.close(ours)


def test_long_work_shows_progress_on_a_terminal_only(folder, capsys):
    shown = on_terminal(folder, 'check', 'talk.srt', 'good.txt')
    assert '[1/2] talk.srt' in shown
    assert '[2/2] good.txt' in shown
    assert main(['check', 'talk.srt', 'good.txt']) == 0
    assert '[1/2]' not in capsys.readouterr().err
    assert on_terminal(folder, 'check', '--quiet', 'talk.srt', 'good.txt') == ''


def run(folder: Path, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, check=False, text=True, capture_output=True,
        env=os.environ | {'PYTHONPATH': os.pathsep.join(sys.path)} | options.pop('env', {}), **options,
    )  # fmt: skip


def test_the_version_is_that_of_the_package(folder):
    shown = run(folder, '--version')
    assert shown.returncode == 0
    assert shown.stdout == f'sphinx-interview {importlib.metadata.version("sphinxext-interview")}\n'


def test_a_minus_is_standard_input(folder):
    shown = run(folder, 'convert', '--to', 'text', '-', input=SRT)
    assert 'Ada: [00:00] Why?' in shown.stdout
    assert shown.stderr.startswith('<stdin>:6: warning: ')
    assert run(folder, 'check', '-', input='').stdout.startswith('<stdin>:1: error: ')


def test_the_name_of_standard_input_tells_what_its_content_does_not(folder):
    source = '**Ada:** Is it *so*?\n\n**Bo:** Yes.\n\n**Ada:** Ha?\n\n**Bo:** Hm.\n'
    written = run(folder, 'convert', '--to', 'markdown', '--name', 'a.md', '-', input=source).stdout
    assert 'Is it *so*?' in written
    (folder / 'out').mkdir()
    run(folder, 'convert', '--to', 'text', '--name', 'a.md', '-', '-o', 'out', input=source)
    assert [path.name for path in (folder / 'out').iterdir()] == ['a.txt']


def test_a_file_that_exists_is_overwritten_by_force_only(folder, capsys):
    (folder / 'talk.txt').write_text('mine')
    for output in ('talk.txt', '.'):
        assert main(['convert', '--to', 'text', 'talk.srt', '-o', output]) == 2
        assert 'talk.txt exists already; --force overwrites it' in capsys.readouterr().err
    assert (folder / 'talk.txt').read_text() == 'mine'
    assert main(['convert', '--to', 'text', 'talk.srt', '-o', '.', '--force']) == 0
    assert 'Ada:' in (folder / 'talk.txt').read_text()


def test_two_transcripts_of_one_name_never_become_one_file(folder, capsys):
    (folder / 'other').mkdir()
    (folder / 'out').mkdir()
    (folder / 'other' / 'talk.srt').write_text(SRT.replace('Why', 'How'))
    files = ['talk.srt', 'good.txt', 'other/talk.srt']
    assert main(['convert', '--to', 'text', *files, '-o', 'out']) == 2
    shown = capsys.readouterr().err
    assert f'{Path("out/talk.txt")} would be written 2 times: talk.srt, other/talk.srt' in shown
    assert list((folder / 'out').iterdir()) == []
    assert main(['convert', '--to', 'text', *files, '-o', 'out', '--force']) == 0
    assert 'How?' in (folder / 'out' / 'talk.txt').read_text()


def test_an_input_is_read_before_it_is_overwritten(folder):
    (folder / 'talk.txt').write_text('Bo: Mine?\n\nAda: Yours.\n\nBo: Ha?\n\nAda: Hm.\n')
    assert main(['convert', '--to', 'text', 'talk.srt', 'talk.txt', '-o', '.', '--force']) == 0
    assert 'Mine?' in (folder / 'talk.txt').read_text()


def test_what_is_converted_is_reported_as_in_check(folder, capsys):
    (folder / 'out').mkdir()
    main(['check', 'talk.srt'])
    warnings = [line for line in capsys.readouterr().out.splitlines() if ' warning: ' in line]
    assert main(['convert', '--to', 'text', 'talk.srt', 'bad.json', '-o', 'out']) == 1
    shown = capsys.readouterr().err.splitlines()
    assert shown[: len(warnings)] == warnings
    assert len(warnings) == 1
    assert shown[-1] == '2 files: 1 error, 1 warning'


@pytest.mark.parametrize(
    'command', [['check'], ['convert', '--to', 'json', '-o', 'out'], ['speakers']]
)
def test_quiet_prints_errors_only(folder, capsys, command):
    (folder / 'out').mkdir()
    assert main([*command, '--quiet', 'talk.srt', 'bad.json']) == 1
    shown = capsys.readouterr()
    lines = (shown.out + shown.err).splitlines()
    assert [line for line in lines if ' error: ' in line]
    assert not [line for line in lines if ' warning: ' in line or ' info: ' in line]
    assert 'files:' not in shown.err


def test_quiet_and_strict_print_what_makes_the_command_fail(folder, capsys):
    assert main(['check', '--quiet', '--strict', 'talk.srt']) == 1
    assert ' warning: ' in capsys.readouterr().out


def test_captions_of_nobody_become_a_paragraph_a_sentence_that_names_can_be_put_before(
    folder, capsys
):
    (folder / 'nobody.srt').write_text(NAMELESS)
    main(['check', 'nobody.srt'])
    assert 'sphinx-interview convert --to text --split' in capsys.readouterr().out
    assert main(['convert', '--to', 'text', '--split', 'nobody.srt']) == 0
    written = capsys.readouterr().out
    assert written == '?: [00:01] Why?\n\n[00:03.500] So.\n'
    named = written.replace('?: [', 'Ada: [').replace('[00:03', 'Bo: [00:03')
    (folder / 'named.txt').write_text(named)
    assert main(['convert', '--to', 'json', 'named.txt']) == 0
    segments = json.loads(capsys.readouterr().out)['segments']
    assert [(s['speaker'], s['start'], s['text']) for s in segments] == [
        ('Ada', 1, 'Why?'), ('Bo', 3.5, 'So.'),
    ]  # fmt: skip


def test_captions_without_full_stops_are_split_at_each_cue(folder, capsys):
    (folder / 'nobody.srt').write_text(NAMELESS.replace('?', '').replace('So.', 'so'))
    assert main(['convert', '--to', 'text', '--split', 'nobody.srt']) == 0
    paragraphs = capsys.readouterr().out.split('\n\n')
    assert [' '.join(text.split()) for text in paragraphs] == ['?: [00:01] Why', '[00:03.500] so']


@pytest.mark.parametrize('command', [['check'], ['convert', '--to', 'text'], ['speakers']])
def test_a_closed_pipe_is_no_traceback(folder, command):
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*COMMAND, *command, 'talk.srt'], cwd=folder, check=False, text=True, stdout=writing,
        stderr=subprocess.PIPE, env=os.environ | {'PYTHONPATH': os.pathsep.join(sys.path)},
    )  # fmt: skip
    os.close(writing)
    assert ended.returncode == 141
    assert all(line.startswith('talk.srt:6: warning: ') for line in ended.stderr.splitlines())


def test_letters_that_a_terminal_does_not_know_are_no_traceback(folder):
    (folder / 'talk.srt').write_text(SRT.replace('So.', 'Ça.'), 'utf-8')
    ascii_only = {'PYTHONIOENCODING': 'ascii'}
    shown = run(folder, 'check', 'gone‽.txt', 'talk.srt', env=ascii_only)
    assert 'gone\\u203d.txt:1: error: ' in shown.stdout
    written = run(folder, 'convert', '--to', 'text', 'talk.srt', env=ascii_only, encoding='utf-8')
    assert 'Ça.' in written.stdout
