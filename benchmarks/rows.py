"""What is measured. Each row returns the figure that its budget is about."""

from __future__ import annotations

import gzip
import importlib.util
import os
import time
from typing import TYPE_CHECKING, NamedTuple

from corpus import captions, conversation, transcript
from measure import ROOT, build, compare
from projects import (
    write_cards,
    write_interview,
    write_linked,
    write_plain,
    write_project,
    write_quoted,
)

from sphinxext.interview.cli import main
from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.formats import read
from sphinxext.interview.transcript.formats.cues.webvtt import read_webvtt
from sphinxext.interview.transcript.formats.registry import WEBVTT
from sphinxext.interview.transcript.source.decoding import number_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

US = 'sphinxext.interview'


class Skipped(Exception):  # noqa: N818
    """A library that the row needs isn't installed."""


class Row(NamedTuple):
    """A figure with its limits."""

    what: str
    budget: float
    goal: float
    measure: Callable[[Path, int], tuple[float, str]]
    is_at_least: bool = False

    def holds(self, figure: float) -> bool:
        return figure >= self.budget if self.is_at_least else figure <= self.budget


def _ratio(ours: float, baseline: float) -> tuple[float, str]:
    return ours / baseline, f'{ours:.2f} s / {baseline:.2f} s'


def large_page(folder: Path, rounds: int) -> tuple[float, str]:
    return _against(folder, rounds, write_plain, pages=1, turns=8800)


def many_pages(folder: Path, rounds: int) -> tuple[float, str]:
    return _against(folder, rounds, write_plain, pages=100, turns=22)


def cards(folder: Path, rounds: int) -> tuple[float, str]:
    if importlib.util.find_spec('sphinx_design') is None:
        raise Skipped('sphinx-design is not installed')
    return _against(folder, rounds, write_cards, 'sphinx_design', pages=100, turns=22)


def _against(folder, rounds, write, extension='', **size) -> tuple[float, str]:  # noqa: ANN001, ANN003
    ours = write_project(folder / 'ours', write_interview, extension=US, **size)
    baseline = write_project(folder / 'baseline', write, extension=extension, **size)
    return _ratio(*compare(ours, baseline, rounds))


def linear(folder: Path, rounds: int) -> tuple[float, str]:
    """Ten times the turns, less what a build of nothing takes."""
    small, large, empty = (
        write_project(folder / name, write_interview, pages=pages, turns=turns, extension=US)
        for name, pages, turns in (('small', 1, 880), ('large', 1, 8800), ('empty', 0, 0))
    )
    start = min(build(empty).seconds for _ in range(rounds))
    many, few = compare(large, small, rounds)
    return _ratio(many - start, few - start)


#: Nothing is said below quoted answers.
_SILENT = 'interview_cited_in = False\n'


def quotations(folder: Path, rounds: int) -> tuple[float, str]:
    """A thousand quotations, checked and linked to their words, against links in quotation marks.

    Both pages show the same. What quoted answers show besides is measured by `cited_in`.
    """
    size = {'pages': 100, 'turns': 22, 'extension': US, 'settings': _SILENT}
    ours = write_project(folder / 'ours', write_quoted, **size)
    links = write_project(folder / 'links', write_linked, **size)
    return _ratio(*compare(ours, links, 3 * rounds))


def cited_in(folder: Path, rounds: int) -> tuple[float, str]:
    """A thousand answers, each with a paragraph that says where it is quoted."""
    size = {'pages': 100, 'turns': 22, 'extension': US}
    ours = write_project(folder / 'ours', write_quoted, **size)
    silent = write_project(folder / 'silent', write_quoted, settings=_SILENT, **size)
    return _ratio(*compare(ours, silent, 3 * rounds))


def touch(folder: Path, rounds: int) -> tuple[float, str]:
    """Change one of a thousand transcripts, and count the documents that are read."""
    project = write_project(folder / 'ours', write_interview, pages=1000, turns=4, extension=US)
    build(project)
    changed = project / 'talk500.txt'
    changed.write_text(changed.read_text() + '\nMore.\n')
    os.utime(changed, (time.time() + 5,) * 2)
    output = build(project, fresh=False).output
    read = [line for line in output.splitlines() if line.startswith('reading sources')]
    figure = sum('talk' in part for part in ' '.join(read).replace('\r', '\n').split('\n'))
    return figure, f'{figure} of 1001 documents'


def loaded(folder: Path, rounds: int) -> tuple[float, str]:
    """Load the extension in a project that has no interview."""
    size = {'pages': 100, 'turns': 22}
    ours = write_project(folder / 'ours', write_plain, extension=US, **size)
    without = write_project(folder / 'without', write_plain, **size)
    figures = _ratio(*compare(ours, without, 3 * rounds))
    for page in (ours / '_build').glob('*.html'):
        if page.read_bytes() != (without / '_build' / page.name).read_bytes():
            raise RuntimeError(f'{page.name} differs where the extension is loaded')
    return figures


def ledger(folder: Path, rounds: int) -> tuple[float, str]:
    """Keep published addresses, none of which has changed."""
    size = {'pages': 20, 'turns': 220, 'extension': US}
    setting = 'interview_permalinks = "permalinks.json"\n'
    ours = write_project(folder / 'ours', write_interview, settings=setting, **size)
    without = write_project(folder / 'without', write_interview, **size)
    if main(['permalinks', 'update', str(ours), '--quiet']):
        raise RuntimeError('the ledger can’t be written')
    return _ratio(*compare(ours, without, 3 * rounds))


def text_reader(folder: Path, rounds: int) -> tuple[float, str]:
    """Read text up to exchanges with addresses."""
    text = transcript(conversation(8800))
    seconds = []
    for _ in range(rounds + 1):
        start = time.process_time()
        exchanges(read(number_lines(text)).items)
        seconds.append(time.process_time() - start)
    megabytes = len(text) / 1e6
    return megabytes / min(seconds), f'{megabytes:.1f} MB in {min(seconds):.2f} s'


def caption_reader(folder: Path, rounds: int) -> tuple[float, str]:
    """Read WebVTT with a voice in each cue, as thousands of cues a second."""
    count = 50_000
    lines = number_lines(captions(count))
    cues, transcripts = [], []
    for _ in range(rounds + 1):
        start = time.process_time()
        read_webvtt(lines)
        middle = time.process_time()
        read(lines, form=WEBVTT)
        cues.append(middle - start)
        transcripts.append(time.process_time() - middle)
    detail = f'{count / min(transcripts) / 1000:.0f} up to turns'
    return count / min(cues) / 1000, detail


def assets(folder: Path, rounds: int) -> tuple[float, str]:
    files = [*(ROOT / 'sphinxext/interview/assets/static').iterdir()]
    size = sum(len(gzip.compress(file.read_bytes())) for file in files) / 1024
    return size, ', '.join(file.name for file in files)


ROWS = {
    'large-page': Row('a page of 8,800 turns / plain reST', 0.75, 0.60, large_page),
    'many-pages': Row('100 interviews of 22 turns / plain reST', 1.05, 0.95, many_pages),
    'cards': Row('100 interviews of 22 turns / sphinx-design cards', 0.85, 0.75, cards),
    'linear': Row('10 times the turns / the turns', 10.5, 10.0, linear),
    'quotations': Row('1,000 quotations / 1,000 links in quotation marks', 1.02, 1.01, quotations),
    'cited-in': Row('1,000 answers say where they are quoted / say nothing', 1.10, 1.05, cited_in),
    'touch': Row('documents read after touching 1 of 1,000', 1, 1, touch),
    'loaded': Row('extension loaded, no interview / not loaded', 1.02, 1.00, loaded),
    'ledger': Row('published addresses kept / not kept', 1.02, 1.00, ledger),
    'text-reader': Row('text reader, MB/s', 5, 20, text_reader, is_at_least=True),
    'caption-reader': Row(
        'WebVTT reader, thousands of cues/s', 100, 250, caption_reader, is_at_least=True
    ),
    'assets': Row('style sheet and scripts, gzipped, KB', 6, 4, assets),
}
