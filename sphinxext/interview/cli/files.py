"""The files of the command line, read one after the other, and what is said of them."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..transcript.loading import Loaded, load
from ..transcript.model import Finding, TranscriptError
from .arguments import STDIN

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import TextIO

    from ..transcript.model import Level

#: Exit codes, as the documentation lists them.
FINE, FOUND_ERRORS, WRONG_USE = 0, 1, 2


class File(NamedTuple):
    """A file, and what became of it."""

    #: As on the command line; ``<stdin>``.
    path: str
    #: None if it couldn't be read.
    loaded: Loaded | None
    findings: tuple[Finding, ...]


class Files:
    """Reads the files, keeps count of what was found, and says how far it has come."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.errors: set[Level] = {'error'}
        if getattr(options, 'strict', False):
            self.errors.add('warning')
        self.counts: Counter[Level] = Counter()

    def __iter__(self) -> Iterator[File]:
        """Yield the files; on a terminal say how far it has come."""
        paths = self.options.files
        is_shown = self._is_loud() and sys.stderr.isatty()
        for number, path in enumerate(paths, 1):
            if is_shown:
                _overwrite(f'[{number}/{len(paths)}] {path}')
            file = self._read(path)
            if is_shown:
                _overwrite('')
            self.counts.update(finding.level for finding in file.findings)
            yield file

    @property
    def code(self) -> int:
        """The exit code, as far as the files decide it."""
        return FOUND_ERRORS if any(self.counts[level] for level in self.errors) else FINE

    def report(self, file: File, levels: set[Level], stream: TextIO) -> None:
        """Print what was found in a file: of these levels; with ``--quiet`` errors only."""
        levels = levels & self.errors if self.options.quiet else levels
        for finding in sorted(file.findings, key=lambda finding: finding.line):
            if finding.level in levels:
                text = finding.text.replace('\n', '\n  ')
                place = f'{file.path}:{finding.line}'
                print(f'{place}: {finding.level}: {text} [{finding.code}]', file=stream)

    def refuse(self, file: File, error: TranscriptError) -> None:
        """Count and print an error that turned up after reading."""
        self.counts[error.finding.level] += 1
        self.report(file._replace(findings=(error.finding,)), {'error'}, sys.stderr)

    def summarise(self) -> None:
        """Say of many files how much was found."""
        if self._is_loud():
            errors, warnings = self.counts['error'], self.counts['warning']
            found = f'{_counted(errors, "error")}, {_counted(warnings, "warning")}'
            print(f'{len(self.options.files)} files: {found}', file=sys.stderr)

    def _is_loud(self) -> bool:
        return len(self.options.files) > 1 and not self.options.quiet

    def _read(self, path: str) -> File:
        options = self.options
        shown, name = ('<stdin>', options.name) if path == STDIN else (path, path)
        try:
            data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
            loaded = load(
                data,
                name,
                encoding=options.encoding,
                people=options.people,
                paragraphs='line' if getattr(options, 'split', False) else 'auto',
                questions=options.questions,
            )
        except TranscriptError as error:
            return File(shown, None, (error.finding,))
        except OSError as error:
            text = f'the file can’t be read: {error.strerror}'
            return File(shown, None, (Finding('unreadable', 'error', 1, text),))
        return File(shown, loaded, loaded.findings)


def _overwrite(text: str) -> None:
    print(f'\r\x1b[K{text}', end='', file=sys.stderr, flush=True)


def _counted(number: int, what: str) -> str:
    return f'{number} {what}' if number == 1 else f'{number} {what}s'
