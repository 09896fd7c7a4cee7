"""How long a build takes, and what it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Build(NamedTuple):
    """One run of ``sphinx-build``."""

    #: Processor seconds, of the process and its children.
    seconds: float
    output: str


def build(project: Path, *, fresh: bool = True) -> Build:
    """Build *project* to HTML in a process of its own; raise if it fails or warns."""
    out = project / '_build'
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, '-m', 'sphinx', '-W', '-b', 'html', str(project), str(out)]
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


def compare(ours: Path, baseline: Path, rounds: int) -> tuple[float, float]:
    """Build both in turns, *rounds* times; return the smallest time of each.

    The smallest, because whatever else the machine does only adds to a time.
    """
    times = [(build(ours).seconds, build(baseline).seconds) for _ in range(rounds)]
    first, second = zip(*times, strict=True)
    return min(first), min(second)
