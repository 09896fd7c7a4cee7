"""``sphinx-interview permalinks``: keeps the file of published addresses.

What is published only a build can tell: settings, includes and tags of the project decide. So the
command has Sphinx run, with a builder of ours that writes what it knows into a file; all the rest
is done here, and a build never writes into the sources.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from ..transcript.permalinks.ledger import Ledger, LedgerError
from ..transcript.permalinks.records import Interview
from ..transcript.permalinks.updating import changes, rename, update
from .files import FINE, FOUND_ERRORS, WRONG_USE

if TYPE_CHECKING:
    import argparse

#: What the builder is called, and its file.
_BUILDER, _FILE = 'interview-permalinks', 'permalinks.json'
#: Changes that are only counted: whoever looks at the new file sees them there.
_COUNTED = ('new', 'edited')


class _Known(NamedTuple):
    """What a build says of a project."""

    path: Path
    interviews: list[Interview]


class _FailedError(Exception):
    """Sphinx stopped, and has said why."""


def permalinks(options: argparse.Namespace) -> int:
    """Update the file, or say what an update would change."""
    try:
        with TemporaryDirectory() as folder:
            before, after, path = _look(options, folder)
    except _FailedError:
        return WRONG_USE
    except LedgerError:
        return FOUND_ERRORS  # the build has said where
    except (OSError, ValueError) as error:
        print(f'sphinx-interview: {error}', file=sys.stderr)
        return WRONG_USE
    found = list(changes(before, after))
    if not options.quiet:
        _print(found)
    if options.action == 'check':
        return FOUND_ERRORS if found else FINE
    if found:
        _write(path, after)
    return FINE


def _look(options: argparse.Namespace, folder: str) -> tuple[Ledger, Ledger, Path]:
    """Return the ledger as it is and as it should be, and where it is."""
    known = _build(options, folder)
    before = ledger = Ledger.read(known.path)
    for old, new in options.rename:
        ledger = rename(ledger, old, new)
    if options.rename:
        # Only a build with the new names gives the words their addresses
        _write(known.path, ledger)
        known = _build(options, folder)
    return before, update(ledger, known.interviews), known.path


def _build(options: argparse.Namespace, folder: str) -> _Known:
    """Have Sphinx say what is published.

    :raises _FailedError: it can't
    """
    doctrees = options.doctrees or str(Path(folder, 'doctrees'))
    quiet = () if sys.stderr.isatty() and not options.quiet else ('-q',)
    command = (sys.executable, '-m', 'sphinx', '-b', _BUILDER, '-d', doctrees, *quiet)
    done = subprocess.run(  # noqa: S603 -- the user's own project
        [*command, *options.sphinx, options.source, folder], stdout=sys.stderr, check=False
    )
    try:
        known = json.loads(Path(folder, _FILE).read_text('utf-8'))
    except OSError:
        raise _FailedError from None
    if done.returncode:
        raise _FailedError
    return _Known(Path(known['ledger']), list(map(Interview.from_json, known['interviews'])))


def _print(found: list[tuple[str, str]]) -> None:
    for kind, text in found:
        if kind not in _COUNTED:
            print(f'{kind}: {text}')
    counts = Counter(kind for kind, _ in found)
    numbers = [f'{counts[kind]} {kind}' for kind in _COUNTED if counts[kind]]
    if numbers:
        print(f'addresses: {", ".join(numbers)}')


def _write(path: Path, ledger: Ledger) -> None:
    path.write_text(ledger.to_text(), encoding='utf-8', newline='\n')
