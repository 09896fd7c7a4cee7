"""``sphinx-interview new``: the page of a transcript, after three questions at most."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..transcript.people.declared import parse_people
from .declaring import read_with
from .files import WRONG_USE
from .pages import MARKUPS, page, title_of

if TYPE_CHECKING:
    import argparse

    from .files import File, Files


def new(options: argparse.Namespace, files: Files) -> int:
    """Write the page, and say how to go on."""
    asks = sys.stdin.isatty()
    try:
        if not options.files:
            options.files = [_ask('Where is the transcript?') if asks else '']
        if not options.files[0]:
            return _refuse('which transcript? sphinx-interview new FILE')
        said = options.people
        file = read_with(files, said)
        files.report(file, {'error'}, sys.stderr)
        if file.loaded is None:
            return files.code
        title = options.title or title_of(file.loaded, file.path)
        if asks and not options.title:
            title = _ask('What is the interview called?', title)
        if asks and not said:
            file = _with_interviewer(files, file)
        return _write(options, file, title)
    except ValueError as error:
        return _refuse(str(error))
    except EOFError:  # whoever was asked had enough
        return _refuse('no page was written')


def _with_interviewer(files: Files, file: File) -> File:
    """Ask who asks, and read the file again with the answer."""
    assert file.loaded is not None
    guess = [s.name for s in file.loaded.transcript.speakers if s.role == 'interviewer']
    answer = _ask('Who asks the questions?', '; '.join(guess))
    if not answer or answer == '; '.join(guess):
        return file
    return read_with(files, parse_people(answer, 'interviewer'))


def _write(options: argparse.Namespace, file: File, title: str) -> int:
    assert file.loaded is not None
    source = Path(file.path)
    suffix = '.md' if options.markup == 'markdown' else '.rst'
    path = Path(options.page) if options.page else source.with_suffix(suffix)
    markup = options.markup or MARKUPS.get(path.suffix, 'rst')
    if path.exists() and (path.samefile(source) or not options.force):
        return _refuse(f'{path} exists already; --page names another page')
    name = Path(os.path.relpath(source, path.parent)).as_posix()
    try:
        with path.open('w', encoding='utf-8', newline='\n') as stream:
            stream.write(page(title, name, file.loaded, options, markup))
    except OSError as error:
        return _refuse(f'{path}: {error.strerror}')
    if not options.quiet:
        print(f'{path} is the page. List “{path.stem}” in a toctree, and build the project.')
    return 0


def _ask(question: str, default: str = '') -> str:
    return input(f'{question} [{default}] ' if default else f'{question} ').strip() or default


def _refuse(reason: str) -> int:
    print(f'sphinx-interview: {reason}', file=sys.stderr)
    return WRONG_USE
