"""What is measured without a comparison: readers, sizes."""

from __future__ import annotations

import gzip
import time
from typing import TYPE_CHECKING

import corpus
from measure import build
from projects import write_interview, write_project

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.formats import read
from sphinxext.interview.transcript.formats.cues.webvtt import read_webvtt
from sphinxext.interview.transcript.formats.registry import WEBVTT
from sphinxext.interview.transcript.memory import no_collection
from sphinxext.interview.transcript.source.decoding import number_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CUES = 50_000


def _seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the processor seconds of the fastest of several runs, as whoever reads files has them."""
    times = []
    for _ in range(rounds + 1):
        with no_collection():
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    return min(times)


def text_reader(folder: Path, rounds: int) -> tuple[float, str]:
    """Read text up to exchanges with addresses."""
    text = corpus.transcript(corpus.conversation(8800))
    seconds = _seconds(lambda: exchanges(read(number_lines(text)).items), rounds)
    megabytes = len(text) / 1e6
    return megabytes / seconds, f'{megabytes:.1f} MB in {seconds:.2f} s'


def cues(folder: Path, rounds: int) -> tuple[float, str]:
    """Read WebVTT with a voice in each cue."""
    lines = number_lines(corpus.captions(_CUES))
    seconds = _seconds(lambda: read_webvtt(lines), rounds)
    return _CUES / seconds / 1000, f'{_CUES} in {seconds:.2f} s'


def captions(folder: Path, rounds: int) -> tuple[float, str]:
    """Read the same, and put it into turns."""
    lines = number_lines(corpus.captions(_CUES))
    seconds = _seconds(lambda: read(lines, form=WEBVTT), rounds)
    return _CUES / seconds / 1000, f'{_CUES} in {seconds:.2f} s'


def environment(folder: Path, rounds: int) -> tuple[float, str]:
    """Compare the environment of many interviews with that of none."""
    sizes = []
    for pages in (0, 100):
        project = write_project(folder / str(pages), write_interview, pages=pages, turns=22)
        build(project)
        sizes.append((project / '_doctrees/environment.pickle').stat().st_size)
    return (sizes[1] - sizes[0]) / 100 / 1000, f'{sizes[1] / 1000:.0f} kB of 100 interviews'


def assets(folder: Path, rounds: int) -> tuple[float, str]:
    """Compress what pages with interviews load."""
    project = write_project(folder / 'one', write_interview, pages=1, turns=22)
    build(project)
    files = [*(project / '_build/_static').glob('interview.*')]
    size = sum(len(gzip.compress(file.read_bytes())) for file in files) / 1024
    return size, ', '.join(file.name for file in files)
