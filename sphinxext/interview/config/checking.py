"""Values of ``conf.py`` that aren't allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..messages import __, warn
from .values import VALUES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from .values import Value


def check_values(app: Sphinx, config: Config) -> None:
    """Replace a value that isn't allowed by its default, with a warning.

    Before Sphinx compares types, which would be another warning.
    """
    for value in VALUES:
        problem = _problem(value, config[value.name])
        if problem:
            warn('config', '%s', problem)
            config[value.name] = value.default


def _problem(value: Value, given: Any) -> str:
    """Return what is wrong with what `conf.py` says; empty if nothing is."""
    if isinstance(value.default, dict):
        return _DICTIONARIES[value.name](value.name, given)
    if isinstance(value.default, list):
        if not isinstance(given, list | tuple):
            return __('%s is %r, but must be a list') % (value.name, given)
        wrong = [item for item in given if not isinstance(item, str)]
        if wrong:
            return __('%s has %r, but must be a list of strings') % (value.name, wrong[0])
    elif not value.choices and not isinstance(given, str):
        return __('%s is %r, but must be a string') % (value.name, given)
    items = given if isinstance(value.default, list) else [given]
    # A file of a style is looked for where the styles are
    is_file = value.name == 'interview_citation_style' and str(given).endswith('.csl')
    if value.choices and not is_file and not all(item in value.choices for item in items):
        allowed = ', '.join(map(repr, value.choices))
        return __('%s is %r, but must be one of %s') % (value.name, given, allowed)
    return ''


def _problem_of_details(name: str, given: Any) -> str:
    if not isinstance(given, dict):
        return __('%s is %r, but must be a dictionary') % (name, given)
    for speaker, details in given.items():
        if not isinstance(speaker, str):
            return __('%s has %r, but must have full names') % (name, speaker)
        if not isinstance(details, dict):
            return __('%s[%r] is %r, but must be a dictionary') % (name, speaker, details)
        for key, detail in details.items():
            if not isinstance(key, str) or not isinstance(detail, bool if key == 'group' else str):
                text = __('%s[%r] has %r: %r, but must have strings, and a truth value for “group”')
                return text % (name, speaker, key, detail)
    return ''


def _problem_of_projects(name: str, given: Any) -> str:
    if not isinstance(given, dict):
        return __('%s is %r, but must be a dictionary') % (name, given)
    for project, where in given.items():
        parts = where if isinstance(where, tuple | list) and len(where) == 2 else [where]
        is_place = parts[0] is None or (isinstance(parts[0], str) and parts[0])
        if not isinstance(project, str) or not is_place or (len(parts) == 2 and not parts[0]):
            text = __('%s has %r: %r, but must have names with an address, a pair, or None')
            return text % (name, project, where)
    return ''


_DICTIONARIES = {
    'interview_speakers': _problem_of_details,
    'interview_projects': _problem_of_projects,
}
