"""``sphinx-interview convert``: transcripts in another format, and nothing overwritten."""

from __future__ import annotations

import io
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ..transcript.model import TranscriptError
from ..transcript.writing import WRITERS
from .arguments import STDIN
from .files import WRONG_USE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from .files import File, Files


def convert(options: argparse.Namespace, files: Files) -> int:
    """Write what can be read."""
    targets = list(_targets(options))
    if refused := list(_refused(options, targets)):
        print(*(f'sphinx-interview: {reason}' for reason in refused), sep='\n', file=sys.stderr)
        return WRONG_USE
    read: Iterable[File] = files
    if options.force and _overlap(options.files, targets):
        read = list(files)  # before one of them is overwritten
    for file, target in zip(read, targets, strict=True):
        files.report(file, {'error', 'warning'}, sys.stderr)
        if file.loaded is None:
            continue
        try:
            text = WRITERS[options.to].write(file.loaded)
        except TranscriptError as error:
            files.refuse(file, error)
            continue
        if not _write(text, target, 'w' if options.force else 'x'):
            return WRONG_USE
    return files.code


def _targets(options: argparse.Namespace) -> Iterator[Path | None]:
    """Yield for each transcript the file to write; None for standard output."""
    output = Path(options.output) if options.output else None
    for path in options.files:
        if output and output.is_dir():
            stem = Path(options.name if path == STDIN else path).stem
            yield output / f'{stem}{WRITERS[options.to].suffix}'
        else:
            yield output


def _refused(options: argparse.Namespace, targets: list[Path | None]) -> Iterator[str]:
    """Yield why nothing is written at all."""
    output = options.output
    if len(targets) > 1 and not (output and Path(output).is_dir()):
        yield 'several transcripts need an existing folder: --output FOLDER'
        return
    if options.force:
        return
    for target, count in Counter(filter(None, targets)).items():
        if count > 1:
            paths = ', '.join(p for p, t in zip(options.files, targets, strict=True) if t == target)
            yield f'{target} would be written {count} times: {paths}'
        elif target.exists():
            yield f'{target} exists already; --force overwrites it'


def _overlap(paths: list[str], targets: list[Path | None]) -> bool:
    """Whether a file is read and written."""
    written = {target.resolve() for target in targets if target}
    return any(Path(path).resolve() in written for path in paths if path != STDIN)


def _write(text: str, target: Path | None, mode: str) -> bool:
    if target is None:
        if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding='utf-8', errors='replace')
        sys.stdout.write(text)
        return True
    try:  # halves of a letter, as JSON can have them, are no letters
        with target.open(mode, encoding='utf-8', errors='replace', newline='\n') as stream:
            stream.write(text)
    except OSError as error:
        print(f'sphinx-interview: {target}: {error.strerror}', file=sys.stderr)
        return False
    return True
