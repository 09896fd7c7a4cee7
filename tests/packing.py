"""Builds what is distributed, without a network."""

from __future__ import annotations

import atexit
import functools
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from conftest import find_module

TOP = Path(__file__).parent.parent


def packed(kind: str) -> Path:
    """Return a fresh `wheel` or `sdist`; without the build backend skip."""
    find_module('flit_core')
    return _packed(kind)


@functools.cache
def _packed(kind: str) -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    code = f'from flit_core import buildapi; print(buildapi.build_{kind}({str(folder)!r}))'
    done = subprocess.run(
        [sys.executable, '-c', code], cwd=TOP, check=True, capture_output=True, text=True
    )
    return folder / done.stdout.splitlines()[-1]


def install(target: Path) -> None:
    """Unpack the wheel into a folder, as pip does."""
    subprocess.run(
        [
            sys.executable, '-m', 'pip', 'install', '--quiet', '--no-index', '--no-deps',
            '--disable-pip-version-check', '--target', str(target), str(packed('wheel')),
        ],
        check=True,
    )  # fmt: skip
