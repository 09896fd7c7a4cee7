"""What options and heads may name: files of the source directory, and addresses that run nothing.

`docs/reference/security.rst` says who may give what.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..messages import __, warn
from ..transcript.addresses import is_harmless
from ..transcript.recordings import parse_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sphinx.environment import BuildEnvironment

    from ..transcript.recordings import Source

#: Options that become links.
_ADDRESSES: Final = frozenset({'source', 'url'})


def without_unsafe(
    given: Mapping[str, Any], env: BuildEnvironment, location: str, *, of_file: str = ''
) -> dict[str, Any]:
    """Return the options of *given* that may be used, and warn of the others.

    :param of_file: a transcript says so, whose words are in this markup; it may name recordings, but
        no other files, and ask for no markup
    """
    kept = {}
    for name, value in given.items():
        if _is_allowed(name, value, env, of_file=of_file):
            kept[name] = value
        else:
            text = __(
                '%s is left out: %r is neither a web address nor a file that may be shown here'
            )
            warn('unsafe', text, name, value, location=location)
    return kept


def _is_allowed(name: str, value: Any, env: BuildEnvironment, *, of_file: str) -> bool:
    if name in _ADDRESSES:
        return is_harmless(value)
    if name == 'markup':
        return not of_file or value in {'literal', of_file}
    if name == 'portrait':
        return is_harmless(value) and ('://' in value or _is_in_project(value, env))
    if name == 'chapters':
        return _is_in_project(value, env)
    if name in {'recording', 'public-recording'}:
        sources = parse_sources(value)
        return all(_may_play(source, env, of_file=of_file) for source in sources)
    return True


def _may_play(source: Source, env: BuildEnvironment, *, of_file: str) -> bool:
    if source.is_url:
        return is_harmless(source.target)
    return _is_in_project(source.target, env) and bool(source.type or not of_file)


def _is_in_project(path: str, env: BuildEnvironment) -> bool:
    """Whether a path leads to a file below the source directory, or to nothing there yet."""
    try:
        file = Path(env.relfn2path(path)[1]).resolve()
        is_ours = file.is_relative_to(Path(env.srcdir).resolve())
        return is_ours and (file.is_file() or not file.exists())
    except (OSError, RuntimeError):  # a loop of links
        return False
    except ValueError:  # no name that a file may have, which is told where the file is looked for
        return True
