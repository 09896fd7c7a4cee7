"""``sphinx-interview preview``: what one transcript becomes, without a project."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from ..transcript.recordings import parse_sources
from .declaring import read_with
from .files import FOUND_ERRORS, WRONG_USE
from .pages import page, title_of

if TYPE_CHECKING:
    import argparse

    from .files import File, Files

_CONF = """\
project = {title!r}
html_title = {title!r}
extensions = {extensions!r}
exclude_patterns = ['transcript']
html_theme = {theme!r}
html_show_copyright = False
"""


def preview(options: argparse.Namespace, files: Files) -> int:
    """Build the page, and print where it is."""
    file = read_with(files, options.people)
    files.report(file, {'error'}, sys.stderr)
    if file.loaded is None:
        return files.code
    try:
        folder = Path(options.output or mkdtemp(prefix='sphinx-interview-'))
        source = _project(folder, file, options)
    except OSError as error:
        print(f'sphinx-interview: {error.filename}: {error.strerror}', file=sys.stderr)
        return WRONG_USE
    html = folder / 'html'
    done = subprocess.run(  # noqa: S603 -- the user's own transcript
        [sys.executable, '-m', 'sphinx', '-q', str(source), str(html)],
        stdout=sys.stderr,
        check=False,
    )
    if done.returncode:
        return FOUND_ERRORS
    print(html / 'index.html')
    return files.code


def _project(folder: Path, file: File, options: argparse.Namespace) -> Path:
    """Write a project with the transcript and its recording; return its folder."""
    assert file.loaded is not None
    path, source = Path(file.path), folder / 'source'
    kept = source / 'transcript'
    kept.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, kept / path.name)
    for recording in parse_sources(file.loaded.metadata.get('recording', '')):
        _copy_recording(recording.target, path.parent, source)
    title = title_of(file.loaded, file.path)
    conf = _CONF.format(
        title=title,
        extensions=['sphinxext.interview', *(['myst_parser'] if find_spec('myst_parser') else [])],
        theme='furo' if find_spec('furo') else 'alabaster',
    )
    (source / 'conf.py').write_text(conf, 'utf-8')
    text = page(title, f'transcript/{path.name}', file.loaded, options)
    (source / 'index.rst').write_text(text, 'utf-8')
    return source


def _copy_recording(name: str, folder: Path, source: Path) -> None:
    """Bring a file along that the transcript names, if it lies below the transcript's folder."""
    try:
        target = (source / name).resolve()
        is_ours = target.is_relative_to(source.resolve()) and (folder / name).is_file()
    except (OSError, ValueError):  # no name that a file may have
        return
    if is_ours:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)
