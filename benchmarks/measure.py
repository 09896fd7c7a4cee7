"""How much processor time a build takes, and what it did."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Build(NamedTuple):
    """One run of ``sphinx-build``."""

    #: Processor seconds, user and system, of the process and its children.
    seconds: float
    output: str


def byte_compile() -> None:
    """Compile the extension and all that is installed: what is measured isn't compiling."""
    for folder in (ROOT / 'sphinxext', sysconfig.get_path('purelib')):
        compileall.compile_dir(folder, quiet=2)


def build(project: Path, builder: str = 'html', *, fresh: bool = True) -> Build:
    """Build *project* in a process of its own; raise if it fails or warns."""
    out, read = project / '_build', project / '_doctrees'  # of which EPUB makes no part of a book
    for folder in (out, read) if fresh else ():
        shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, '-m', 'sphinx', '-W', '-b', builder, '-d', read, project, out]
    before = os.times()
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {'PYTHONPATH': str(ROOT), 'PYTHONHASHSEED': '0'},
    )
    after = os.times()
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    user = after.children_user - before.children_user
    system = after.children_system - before.children_system
    return Build(user + system, done.stdout)


def compare(
    ours: Path, baseline: Path, rounds: int, builder: str = 'html', *, fresh: bool = True
) -> tuple[float, float]:
    """Build both in turns, *rounds* times; return the smallest time of each.

    The smallest, because whatever else the machine does only adds to a time.
    """
    times = [
        tuple(build(project, builder, fresh=fresh).seconds for project in (ours, baseline))
        for _ in range(rounds)
    ]
    first, second = zip(*times, strict=True)
    return min(first), min(second)
