"""What is measured. Each row returns the figure that its goal is about."""

from __future__ import annotations

import importlib.util
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import small
from measure import build, compare
from projects import (
    write_by_hand,
    write_cards,
    write_interview,
    write_linked,
    write_plain,
    write_project,
    write_quoted,
)

from sphinxext.interview.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from projects import Write


class Skipped(Exception):  # noqa: N818
    """A library that the row needs isn't installed."""


class Row(NamedTuple):
    """A figure with its goal."""

    what: str
    goal: float
    #: Is given an empty folder, and how often to build; returns the figure and what it is made of.
    measure: Callable[[Path, int], tuple[float, str]]
    is_at_least: bool = False

    def holds(self, figure: float) -> bool:
        """Whether the goal is met."""
        return figure >= self.goal if self.is_at_least else figure <= self.goal

    def is_worse(self, figure: float, than: float) -> bool:
        """Whether *figure* is a tenth worse than another one."""
        return figure < than / 1.1 if self.is_at_least else figure > than * 1.1


def _ratio(ours: float, baseline: float) -> tuple[float, str]:
    return ours / baseline, f'{ours:.2f} s / {baseline:.2f} s'


#: From so many pages on, a build takes minutes.
_LONG = 1000
#: Of two lists of settings, what one project has and the other hasn't.
_NO_CONTENTS = 'interview_contents = "none"'
_STEMS = 'interview_cache_stems = True'
_SPARING = f'{_STEMS}\ninterview_freeze_memory = True'
_SILENT = 'interview_cited_in = False'
_LEDGER = 'interview_permalinks = "permalinks.json"'


def _against(
    write: Write,
    pages: int,
    turns: int,
    builder: str = 'html',
    settings: str = '',
    extension: str = '',
) -> Callable[[Path, int], tuple[float, str]]:
    """Return what measures interviews against the same conversations, written with *write*.

    What takes minutes is built once, however often others are.
    """

    def measure(folder: Path, rounds: int) -> tuple[float, str]:
        if extension and importlib.util.find_spec(extension) is None:
            raise Skipped(f'{extension} is not installed')
        size = {'pages': pages, 'turns': turns}
        ours = write_project(folder / 'ours', write_interview, settings=settings, **size)
        baseline = write_project(folder / 'baseline', write, extension=extension, **size)
        return _ratio(*compare(ours, baseline, 1 if pages >= _LONG else rounds, builder))

    return measure


def linear(folder: Path, rounds: int) -> tuple[float, str]:
    """Ten times the turns, less what a build of nothing takes."""
    small_one, large, empty = (
        write_project(folder / name, write_interview, pages=pages, turns=turns)
        for name, pages, turns in (('small', 1, 880), ('large', 1, 8800), ('empty', 0, 0))
    )
    start = min(build(empty).seconds for _ in range(rounds))
    many, few = compare(large, small_one, rounds)
    return _ratio(many - start, few - start)


def touch(folder: Path, rounds: int) -> tuple[float, str]:
    """Change one of a thousand pages, and build again."""
    size = {'pages': 1000, 'turns': 4}
    ours = write_project(folder / 'ours', write_interview, **size)
    plain = write_project(folder / 'plain', write_plain, extension='', **size)
    changed = ours / 'talk500.txt', plain / 'talk500.rst'
    compare(ours, plain, 1)
    times = []
    for _ in range(rounds):
        for page in changed:
            page.write_text(page.read_text() + '\nMore.\n')
        times.append(compare(ours, plain, 1, fresh=False))
    first, second = zip(*times, strict=True)
    return _ratio(min(first), min(second))


def quotations(folder: Path, rounds: int) -> tuple[float, str]:
    """A thousand quotations, checked and linked to their words, against links in quotation marks.

    Both pages show the same. What quoted answers show besides is measured by `cited_in`.
    """
    size = {'pages': 100, 'turns': 22, 'settings': _SILENT}
    ours = write_project(folder / 'ours', write_quoted, **size)
    links = write_project(folder / 'links', write_linked, **size)
    return _ratio(*compare(ours, links, 3 * rounds))


def cited_in(folder: Path, rounds: int) -> tuple[float, str]:
    """A thousand answers, each with a paragraph that says where it is quoted."""
    size = {'pages': 100, 'turns': 22}
    ours = write_project(folder / 'ours', write_quoted, **size)
    silent = write_project(folder / 'silent', write_quoted, settings=_SILENT, **size)
    return _ratio(*compare(ours, silent, 3 * rounds))


def ledger(folder: Path, rounds: int) -> tuple[float, str]:
    """Keep published addresses, none of which has changed."""
    size = {'pages': 20, 'turns': 220}
    ours = write_project(folder / 'ours', write_interview, settings=_LEDGER, **size)
    without = write_project(folder / 'without', write_interview, **size)
    if main(['permalinks', 'update', str(ours), '--quiet']):
        raise RuntimeError('the ledger can’t be written')
    return _ratio(*compare(ours, without, 3 * rounds))


def loaded(folder: Path, rounds: int) -> tuple[float, str]:
    """Load the extension in a project that has no interview."""
    size = {'pages': 100, 'turns': 22}
    ours = write_project(folder / 'ours', write_plain, **size)
    without = write_project(folder / 'without', write_plain, extension='', **size)
    figures = _ratio(*compare(ours, without, 3 * rounds))
    for page in (ours / '_build').glob('*.html'):
        if page.read_bytes() != (without / '_build' / page.name).read_bytes():
            raise RuntimeError(f'{page.name} differs where the extension is loaded')
    return figures


_large = partial(_against, pages=1, turns=8800)
_many = partial(_against, pages=100, turns=22)
_cards = partial(_many, write_cards, extension='sphinx_design')

ROWS = {
    'large-page': Row('a page of 8,800 turns / plain reST', 1.10, _large(write_plain)),
    'by-hand': Row('the same / a section a question', 0.70, _large(write_by_hand)),
    'no-contents': Row(
        'the same, :contents: none / plain reST', 1.00, _large(write_plain, settings=_NO_CONTENTS)
    ),
    'many-pages': Row('100 interviews of 22 turns / plain reST', 1.00, _many(write_plain)),
    'many-by-hand': Row('the same / a section a question', 1.00, _many(write_by_hand)),
    'many-stems': Row(
        'the same with cached stems / plain reST', 0.85, _many(write_plain, settings=_STEMS)
    ),
    'cards': Row('100 interviews / sphinx-design cards', 0.90, _cards()),
    'cards-stems': Row('the same with cached stems / cards', 0.75, _cards(settings=_STEMS)),
    'latex': Row('100 interviews, LaTeX / plain reST', 1.10, _many(write_plain, builder='latex')),
    'epub': Row('100 interviews, EPUB / plain reST', 1.10, _many(write_plain, builder='epub')),
    'epub-by-hand': Row(
        'the same / a section a question', 1.10, _many(write_by_hand, builder='epub')
    ),
    'singlehtml': Row(
        '100 interviews, one page / plain reST', 1.10, _many(write_plain, builder='singlehtml')
    ),
    'linear': Row('10 times the turns / the turns', 10.5, linear),
    'thousand': Row(
        '1,000 interviews of 22 turns / plain reST', 0.95, _against(write_plain, 1000, 22)
    ),
    'thousand-sparing': Row(
        'the same, stems cached and memory frozen / plain',
        0.95,
        _against(write_plain, 1000, 22, settings=_SPARING),
    ),
    'touch': Row('touching 1 of 1,000 / plain reST', 1.30, touch),
    'loaded': Row('extension loaded, no interview / not loaded', 1.02, loaded),
    'quotations': Row('1,000 quotations / 1,000 links in quotation marks', 1.02, quotations),
    'cited-in': Row('1,000 answers say where they are quoted / nothing', 1.10, cited_in),
    'ledger': Row('published addresses kept / not kept', 1.02, ledger),
    'environment': Row('environment, kB an interview of 10 kB', 3, small.environment),
    'text-reader': Row('text reader, MB/s', 20, small.text_reader, is_at_least=True),
    'cues': Row('WebVTT, thousands of cues/s', 250, small.cues, is_at_least=True),
    'captions': Row(
        'WebVTT up to turns, thousands of cues/s', 120, small.captions, is_at_least=True
    ),
    'assets': Row('style sheet and scripts, gzipped, KB', 6, small.assets),
}
