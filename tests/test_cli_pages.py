"""``new``, ``preview`` and ``completion``: an editor's first minutes with the command."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sphinxext.interview.cli import main

COMMAND = [sys.executable, '-m', 'sphinxext.interview']
TALK = 'Ada: Why?\n\nBo: So.\n\nAda: Ha?\n\nBo: Hm.\n'
PAGE = (
    'Talk\n====\n\n.. interview::\n   :file: talk.txt\n   :interviewer: Ada\n   :interviewee: Bo\n'
)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / 'talk.txt').write_text(TALK)
    return tmp_path


def environment() -> dict[str, str]:
    return os.environ | {'PYTHONPATH': os.pathsep.join(sys.path)}


def answering(folder: Path, answers: str, *arguments: str) -> str:
    """Run the command on a terminal, and return what it shows there."""
    pty = pytest.importorskip('pty', reason='Windows has no pseudo-terminals')
    ours, its = pty.openpty()
    os.write(ours, answers.encode())
    done = subprocess.run(
        [*COMMAND, *arguments], stdin=its, capture_output=True, text=True, cwd=folder,
        env=environment(), check=False, timeout=60,
    )  # fmt: skip
    os.close(its)
    os.close(ours)
    return done.stdout + done.stderr


def test_new_writes_the_page_with_the_options(folder, capsys):
    assert main(['new', 'talk.txt']) == 0
    assert (folder / 'talk.rst').read_text() == PAGE
    assert 'List “talk” in a toctree' in capsys.readouterr().out


def test_new_asks_three_questions_and_takes_guesses_for_an_empty_answer(folder):
    shown = answering(folder, 'talk.txt\nOn reasons\n\n', 'new')
    assert 'Where is the transcript?' in shown
    assert 'What is the interview called? [Talk]' in shown
    assert 'Who asks the questions? [Ada]' in shown
    expected = PAGE.replace('Talk\n====', 'On reasons\n==========')
    assert (folder / 'talk.rst').read_text() == expected


def test_new_declares_whoever_the_editor_says_asks(folder):
    answering(folder, '\nAda Byron (host)\n', 'new', 'talk.txt')
    assert (
        ':interviewer: Ada Byron (host)\n   :interviewee: Bo' in (folder / 'talk.rst').read_text()
    )


@pytest.mark.parametrize(
    'arguments', [['--page', 'talks/ada.md'], ['--page', 'talks/ada', '--markup', 'markdown']]
)
def test_new_writes_markdown_into_any_folder(folder, arguments):
    (folder / 'talks').mkdir()
    assert main(['new', 'talk.txt', '--title', 'A *star*', *arguments]) == 0
    written = (folder / arguments[1]).read_text()
    assert written.startswith(
        '# A \\*star\\*\n\n```{interview}\n:file: ../talk.txt\n:interviewer: Ada\n'
    )


@pytest.mark.parametrize(
    ('arguments', 'reason'),
    [
        (['talk.txt'], 'talk.rst exists already'),
        (['talk.txt', '--page', 'talk.txt', '--force'], 'talk.txt exists already'),
        (['talk.txt', '--page', 'no/such/page.rst'], 'page.rst: No such file'),
        ([], 'which transcript?'),
    ],
)
def test_new_refuses_what_would_lose_something(folder, monkeypatch, capsys, arguments, reason):
    monkeypatch.setattr('sys.stdin', io.StringIO())
    (folder / 'talk.rst').write_text('mine')
    assert main(['new', *arguments]) == 2
    assert reason.replace('/', os.sep) in capsys.readouterr().err
    assert (folder / 'talk.rst').read_text() == 'mine'
    assert (folder / 'talk.txt').read_text() == TALK


def test_new_says_what_is_wrong_with_a_transcript(folder, capsys):
    assert main(['new', 'gone.txt']) == 1
    assert 'gone.txt:1: error: the file can’t be read' in capsys.readouterr().err


def test_a_page_of_new_builds_without_a_warning(folder, build):
    (folder / 'talk.txt').write_bytes(
        'Ädä: Wie *so*?\n\nBo: So.\n\nÄdä: Ha?\n\nBo: Hm.\n'.encode('latin-1')
    )
    assert main(['new', 'talk.txt', '--encoding', 'latin-1', '--title', '｜Größe_ & 花子*']) == 0
    files = {
        'index.rst': (folder / 'talk.rst').read_text('utf-8'),
        'talk.txt': (folder / 'talk.txt').read_bytes(),
    }
    page = build(files).page()
    assert page.find('.//h1').text_content().startswith('｜Größe_ & 花子*')
    assert 'Ädä' in page.text_content()


def test_preview_builds_one_transcript_and_says_where(folder, capfd):
    (folder / 'talk.srt').write_text('1\n00:00:00,000 --> 00:00:02,000\nAda: Why?\n')
    assert main(['preview', 'talk.txt', '--interviewer', 'Ada Byron', '--output', 'seen']) == 0
    shown = capfd.readouterr()
    assert shown.out.strip() == str(Path('seen/html/index.html'))
    page = Path(shown.out.strip()).read_text('utf-8')
    assert 'Ada Byron' in page
    assert 'class="interview' in page
    assert 'WARNING' not in shown.err
    assert sorted(path.name for path in folder.iterdir()) == ['seen', 'talk.srt', 'talk.txt']


def test_preview_brings_the_recording_along(folder, capfd):
    (folder / 'talk.txt').write_text('recording: talk.wav\n\n' + TALK)
    (folder / 'talk.wav').write_bytes(b'RIFF')
    assert main(['preview', 'talk.txt', '-o', 'seen']) == 0
    assert 'WARNING' not in capfd.readouterr().err
    assert list(Path('seen/html/_downloads').rglob('talk.wav'))


@pytest.mark.parametrize('name', ['../secret.txt', 'x' * 5000, 'a\0b', '/etc/hostname'])
def test_preview_brings_nothing_else_along(folder, name):
    (folder.parent / 'secret.txt').write_text('hidden')
    (folder / 'talk.txt').write_text(f'recording: {name}\n\n{TALK}')
    assert main(['preview', 'talk.txt', '-o', 'seen']) == 0
    copied = {path.name for path in Path('seen').rglob('*')}
    assert not copied & {'secret.txt', 'hostname'}


def test_preview_of_nothing_is_an_error(folder, capsys):
    assert main(['preview', 'gone.txt']) == 1
    assert capsys.readouterr().out == ''


@pytest.mark.parametrize(
    ('words', 'completed'),
    [
        (['sphinx-interview', 'pre'], {'preview'}),
        (['sphinx-interview', 'convert', '--to', 'm'], {'markdown'}),
        (['sphinx-interview', 'check', '--st'], {'--strict'}),
        (['sphinx-interview', 'completion', ''], {'bash', 'zsh', 'fish', '-h', '--help'}),
    ],
)
def test_bash_completes_commands_options_and_their_values(program, capsys, words, completed):
    main(['completion', 'bash'])
    script = capsys.readouterr().out
    asked = f'COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1}'
    printed = '_sphinx_interview; printf "%s\\n" "${COMPREPLY[@]}"'
    shown = subprocess.run(
        [program('bash'), '-c', f'{script}\n{asked}\n{printed}'],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(shown.stdout.split()) == completed
    assert shown.stderr == ''


@pytest.mark.parametrize('shell', ['zsh', 'fish'])
def test_other_shells_understand_their_script(program, capsys, shell):
    found = program(shell)
    main(['completion', shell])
    subprocess.run([found, '-c', capsys.readouterr().out], check=True)


def test_a_saved_transcript_reloads_the_page(folder, build):
    """With sphinx-autobuild, which watches the sources, this is all that is needed."""
    page = '.. interview::\n   :file: talk.txt\n'
    build({'index.rst': page, 'talk.txt': TALK})
    built = build({'talk.txt': TALK.replace('So.', 'Therefore.')})
    assert 'Therefore.' in built.page().text_content()
