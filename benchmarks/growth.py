"""Measures how time and memory grow with what a project may have too much of.

Each row builds a project of some size and one of twice the size, each in a process of its own, and prints
the processor seconds and the memory that they take beyond a project with nothing, and the ratio: 2 is linear.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus import ANSWERS, ASKS, conversation, transcript
from measure import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE = f'   :interviewer: {ASKS}\n   :interviewee: {ANSWERS}\n'


def _page(text: str, more: str = '', people: str = PEOPLE) -> dict[str, str]:
    page = f'Talk\n====\n\n.. interview::\n   :file: talk.txt\n   :name: talk\n{people}\n{more}'
    return {'index.rst': page, 'talk.txt': text}


def turns(count: int) -> dict[str, str]:
    return _page(transcript(conversation(count)))


def one_turn(size: int) -> dict[str, str]:
    answer = ' '.join(' '.join(turn.paragraphs) for turn in conversation(size // 200))
    return _page(f'{ASKS}: Why?\n\n{ANSWERS}: {answer[:size]}\n')


def speakers(count: int) -> dict[str, str]:
    names = [f'{_word(number)} {_word(number * 7 + 3)}' for number in range(count)]
    text = '\n\n'.join(
        f'{name}: I am number {n}.\n\n{name}: So I am.' for n, name in enumerate(names)
    )
    return _page(text + '\n', people='')


def topics(count: int) -> dict[str, str]:
    parts = (f'## Topic {n}\n\n{ASKS}: Why {n}?\n\n{ANSWERS}: So {n}.' for n in range(count))
    return _page('\n\n'.join(parts) + '\n')


def citations(count: int) -> dict[str, str]:
    text = '\n\n'.join(f'{ASKS}: Why {n}? {{#q{n}}}\n\n{ANSWERS}: So {n}.' for n in range(count))
    cited = '\n\n'.join(f'As :interview:cite:`talk.q{n}` says.' for n in range(count))
    return _page(text + '\n') | {'cited.rst': f':orphan:\n\nCited\n=====\n\n{cited}\n'}


def quotations(count: int) -> dict[str, str]:
    """Half of them are wrong; each asks for four omissions."""
    said = conversation(2 * count)
    roles = []
    for number, turn in enumerate(said[1::2]):
        words = turn.paragraphs[0].split()
        parts = [' '.join(words[start : start + 4]) for start in (0, 6, 12, 18)]
        end = words[-1] if number % 2 else 'nonsense'
        roles.append(f':interview:quote:`{" […] ".join([*parts, end])} <talk.q{number}>`')
    text = transcript(said).split('\n\n')
    asked = iter(range(count))
    text = [f'{part} {{#q{next(asked)}}}' if part.startswith(f'{ASKS}:') else part for part in text]
    quoted = '\n\n'.join(roles)
    return _page('\n\n'.join(text)) | {'quoted.rst': f':orphan:\n\nQuoted\n======\n\n{quoted}\n'}


def excerpts(count: int) -> dict[str, str]:
    text = '\n\n'.join(f'{ASKS}: Why {n}? {{#q{n}}}\n\n{ANSWERS}: So {n}.' for n in range(count))
    shown = '\n\n'.join(f'.. interview:excerpt:: talk.q{n}' for n in range(count))
    return _page(text + '\n') | {'shown.rst': f':orphan:\n\nShown\n=====\n\n{shown}\n'}


def folder(count: int) -> dict[str, str]:
    """Transcripts in three formats, each with a row in the table, every tenth with a sidecar."""
    said = [(ASKS, 'Why?'), (ANSWERS, 'So, and for no other reason.')]
    forms = {
        'txt': '\n\n'.join(f'{who}: {words}' for who, words in said) + '\n',
        'csv': 'speaker,words\n' + ''.join(f'{who},"{words}"\n' for who, words in said),
        'vtt': 'WEBVTT\n\n'
        + ''.join(
            f'00:0{n}.000 --> 00:0{n + 1}.000\n<v {who}>{words}\n\n'
            for n, (who, words) in enumerate(said)
        ),
    }
    names = [f'talks/talk-{n}.{[*forms][n % 3]}' for n in range(count)]
    files = {name: forms[name.rpartition('.')[2]] for name in names}
    files |= {name.rpartition('.')[0] + '.json': '{"place": "Oslo"}' for name in names[::10]}
    rows = ''.join(f'talk-{n},20{n % 90 + 10},boats; tides\n' for n in range(count))
    index = f'Talks\n=====\n\n.. interview:folder:: talks/\n{PEOPLE}'
    return files | {'index.rst': index, 'talks/interviews.csv': f'file,date,tags\n{rows}'}


ROWS: dict[str, tuple[Callable[[int], dict[str, str]], int]] = {
    'turns': (turns, 50_000),
    'one-turn': (one_turn, 5_000_000),
    'speakers': (speakers, 4_000),
    'topics': (topics, 16_000),
    'citations': (citations, 1_600),
    'quotations': (quotations, 800),
    'excerpts': (excerpts, 200),
    'folder': (folder, 1_000),
}


def _word(number: int) -> str:
    letters = 'abcdefghijklmnopqrstuvwxyz'
    return ''.join(letters[number // 26**place % 26] for place in range(4)).capitalize()


def cost(files: dict[str, str]) -> tuple[float, float]:
    """Build *files* to HTML; return processor seconds and the most memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        config = 'project = "Growth"\nextensions = ["sphinxext.interview"]\n'
        # Each page would list all pages
        config += 'html_sidebars = {"**": []}\n'
        for name, text in ({'conf.py': config} | files).items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, 'utf-8')
        command = [sys.executable, '-m', 'sphinx', '-q', '-b', 'html', folder, f'{folder}/_build']
        environment = os.environ | {'PYTHONPATH': str(ROOT), 'PYTHONHASHSEED': '0'}
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f'the build ended with {status}')
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(prog='python benchmarks/growth.py', description=__doc__)
    parser.add_argument('row', nargs='*', help=f'{", ".join(ROWS)}; default: all')
    parser.add_argument(
        '--part', type=int, default=2, help='the size, divided by this (default: 2)'
    )
    arguments = parser.parse_args()
    empty = cost({'index.rst': 'Title\n=====\n'})
    print(f'{"what":<12} {"size":>9} {"seconds":>8} {"MB":>7}   ratios to half the size')
    for name in arguments.row or ROWS:
        make, whole = ROWS[name]
        size = 2 * whole // arguments.part
        sizes = size // 2, size
        half, full = ([a - b for a, b in zip(cost(make(n)), empty, strict=True)] for n in sizes)
        ratios = '  '.join(f'{b / a:.2f}' for a, b in zip(half, full, strict=True))
        print(f'{name:<12} {size:>9} {full[0]:>8.2f} {full[1]:>7.0f}   {ratios}', flush=True)


if __name__ == '__main__':
    main()
