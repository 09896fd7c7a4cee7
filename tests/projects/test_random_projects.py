"""Random projects keep the promises of `invariants`, and so do random edits of them.

``HYPOTHESIS_PROFILE=nightly`` builds thousands; ``INTERVIEW_SEED`` is the first seed, or
``INTERVIEW_PROJECTS`` and ``INTERVIEW_EDITS`` say how many. A failure shows the project, made small.
"""

from __future__ import annotations

import os
from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pytest
from projects.building import BUILDERS, build, write
from projects.comparing import differences, without_what_sphinx_leaves
from projects.editing import edited
from projects.invariants import faults
from projects.making import make
from projects.shrinking import shrink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from projects.invariants import Fault
    from projects.model import Project

NIGHTLY = os.environ.get('HYPOTHESIS_PROFILE') == 'nightly'
FIRST = int(os.environ.get('INTERVIEW_SEED', '0'))
PROJECTS = int(os.environ.get('INTERVIEW_PROJECTS', '2000' if NIGHTLY else '25'))
EDITS = int(os.environ.get('INTERVIEW_EDITS', '500' if NIGHTLY else '10'))
#: Builders of other distributions use what newer versions of Sphinx will not have.
pytestmark = pytest.mark.filterwarnings(
    'ignore::DeprecationWarning', 'ignore::PendingDeprecationWarning'
)


def built_once(project: Project, folder: Path, only: str = '') -> Iterator[Fault]:
    """Build a project with several builders, or one, and yield what is wrong."""
    source, out = folder / 'source', folder / 'out'
    write(project, source)
    for builder in (
        [only] if only else ['html', *Random(project.seed).sample(_builders(project), 2)]
    ):
        built = build(source, out, builder)
        yield from faults(project, built)
        if builder == 'html' and not built.error:
            parallel = build(source, folder / 'parallel', parallel=2)
            yield from differences(parallel, built, 'parallel equals serial')


def _builders(project: Project) -> list[str]:
    # sphinxext-opengraph can't do JSON
    unable = 'opengraph' in dict(project.config).get('extensions', '')
    return [name for name in BUILDERS if not (unable and name == 'json')]


def edited_once(project: Project, folder: Path, only: str = '') -> Iterator[Fault]:
    """Build, edit and build again, as others do who haven't built before."""
    choice = Random(project.seed)
    source, out = folder / 'source', folder / 'out'
    write(project, source)
    if build(source, out).error:
        return
    changed, what, is_navigation = edited(project, project.seed)
    write(changed, source)
    is_numbered = any('numbered' in option for option in project.listing)
    if choice.random() < 0.5 and not is_numbered:  # Sphinx leaves numbers that another builder read
        build(source, out, 'latex')  # with the same doctrees, as `make latex html`
        what += ', another builder'
    again, clean = build(source, out), build(source, folder / 'clean')
    again = without_what_sphinx_leaves(again, clean)
    clean = without_what_sphinx_leaves(clean, clean)
    promise = f'incremental equals clean ({what})'
    # Sphinx writes a page again where one that it lists has changed, but not for those below that
    is_whole = not (is_navigation or changed.is_nested)
    yield from differences(again, clean, promise, whole=is_whole)


CHECKS = {'project': (built_once, PROJECTS), 'edit': (edited_once, EDITS)}


@pytest.mark.parametrize(
    ('check', 'seed'),
    [(check, FIRST + n) for check, (_, number) in CHECKS.items() for n in range(number)],
)
def test_a_random_project_keeps_every_promise(check: str, seed: int, tmp_path: Path) -> None:
    look = _look(CHECKS[check][0], tmp_path)
    found = list(look(make(seed), ''))
    if found:
        shown, project = _smallest(found[0], make(seed), look)
        others = '\n'.join(map(str, found[1:10]))
        pytest.fail(f'{shown}\n\n{project}\n\nin the whole project also:\n{others}', pytrace=False)


def _smallest(
    fault: Fault, project: Project, look: Callable[[Project, str], list[Fault]]
) -> tuple[Fault, Project]:
    """Return the smallest project found that has a fault of this kind, and the fault."""
    shown = [fault]

    def holds(smaller: Project) -> bool:
        same = [other for other in look(smaller, fault.builder) if other.kind == fault.kind]
        shown[:1] = same[:1] or shown[:1]
        return bool(same)

    project = shrink(project, holds)
    return shown[0], project


def _look(
    check: Callable[[Project, Path, str], Iterator[Fault]], folder: Path
) -> Callable[[Project, str], list[Fault]]:
    """Return what makes a list of the faults of a project, in a folder of its own each time."""
    numbers = count()
    return lambda project, only: list(check(project, folder / str(next(numbers)), only))
