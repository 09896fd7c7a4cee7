"""Output folders in which the complete edition was built before the public one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...messages import __, warn
from .copies import files_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

#: In an output folder that may have something of the complete edition.
MARK: Final = '.interview-complete'
#: What has no words, or was looked at; Sphinx leaves files alone there that would be the same.
_FOLDERS: Final = frozenset({'_static', '_images', '_sources', 'META-INF'})
_ENDINGS: Final = frozenset("""
    .html .htm .xhtml .json .fjson .xml .pseudoxml .txt .tex .texi .texinfo .info .pdf .dvi .ps .epub .pot .mo .vtt
    .bib .ris .inv .pickle .fpickle .docx .md .rst .1 .2 .3 .4 .5 .6 .7 .8 .9
""".split())  # fmt: skip


def mark(app: Sphinx) -> None:
    """Note that a folder gets the complete edition, or when one that has it gets the public one."""
    path = Path(app.outdir, MARK)
    if app.config.interview_edition == 'complete':
        path.write_text('complete', 'utf-8')
    elif path.is_file() and path.read_text('utf-8') == 'complete':
        path.write_text('public', 'utf-8')  # when, says its time
    if app.builder.name == 'epub':  # which takes every file, or warns of it
        app.config.epub_exclude_files = [*app.config.epub_exclude_files, MARK]


def warn_of_complete(app: Sphinx, exception: Exception | None) -> None:
    """Warn of files that were there before; if there are none, the folder is public."""
    path = Path(app.outdir, MARK)
    if exception is not None or app.config.interview_edition == 'complete' or not path.exists():
        return
    left = sorted(_older(app, path.stat().st_mtime_ns))
    if not left:
        path.unlink()
        return
    text = __(
        'the complete edition was built in this folder, and %d files are still as they were: %s; '
        'remove the folder before you publish it'
    )
    warn('consent', text, len(left), ', '.join(left[:5]))


def _older(app: Sphinx, time: int) -> Iterator[str]:
    # Sphinx leaves catalogues alone that would be the same
    endings = _ENDINGS - {'.pot'} if app.builder.name == 'gettext' else _ENDINGS
    for path in files_in(app):
        inside = path.relative_to(app.outdir)
        is_content = path.suffix in endings and inside.parts[0] not in _FOLDERS
        if is_content and path.stat().st_mtime_ns < time:
            yield inside.as_posix()


def setup(app: Sphinx) -> None:
    app.connect('builder-inited', mark)
    # After whatever removes files
    app.connect('build-finished', warn_of_complete, priority=900)
