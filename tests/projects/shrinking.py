"""Makes a project small that has a fault."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import fields, is_dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .model import Project


def shrink(project: Project, holds: Callable[[Project], bool], seconds: float = 90) -> Project:
    """Leave out what *holds* doesn't need, as far as one gets in so many *seconds*."""
    end = monotonic() + seconds
    kept = 0  # so many candidates of a project are known to be needed
    while True:
        for number, candidate in enumerate(_candidates(project)):
            if monotonic() > end:
                return project
            if number >= kept and holds(candidate):
                project, kept = candidate, number
                break
        else:
            if not kept:
                return project
            kept = 0  # what was needed may no longer be


def _candidates(project: Project) -> Iterator[Project]:
    """Yield the projects that lack one thing, the largest things first."""
    paths = sorted(_lists(project), key=len)
    for path in paths:
        for index in reversed(range(len(_at(project, path)))):
            candidate = deepcopy(project)
            del _at(candidate, path)[index]
            if _is_ours(candidate):
                yield candidate
    for path in paths:
        for index, item in enumerate(_at(project, path)):
            if getattr(item, 'place', 'plain') != 'plain':
                candidate = deepcopy(project)
                _at(candidate, path)[index].place = 'plain'
                yield candidate


def _is_ours(project: Project) -> bool:
    has_index = any(page.docname == 'index' for page in project.pages)
    return has_index and 'sphinxext.interview' in dict(project.config).get('extensions', '')


def _lists(thing: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Yield the ways to all lists in *thing*."""
    if isinstance(thing, list):
        yield path
        for index, item in enumerate(thing):
            yield from _lists(item, (*path, index))
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _lists(getattr(thing, field.name), (*path, field.name))


def _at(thing: object, path: tuple[object, ...]) -> list[object]:
    for step in path:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return thing
