"""Pictures of speakers, wherever a page shows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.images import guess_mimetype

from ...doctree.nodes import interview_portrait
from ...messages import __, warn
from ...transcript.addresses import is_harmless
from ..citations.bibliography import bibliography_of
from ..ours import ours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..citations.bibliography import Bibliography

#: Formats in which a picture stands beside words.
_FORMATS = ('html', 'latex')


def register(app: Sphinx, env: BuildEnvironment) -> None:
    """Make known to Sphinx which files it may have to copy, for no page names those of ``conf.py``."""
    known = bibliography_of(ours(env), app.builder)
    for name in sorted({name for one in known.interviews.values() for name in one.speakers}):
        path = _path(known, name)
        if not path or '://' in path:
            continue
        if _is_file(env, path):
            env.images.add_file(env.config.root_doc, path)
        elif name in env.config.interview_speakers:
            warn('unreadable', __('the portrait of %s can’t be read: %r'), name, path)


def _path(known: Bibliography, name: str) -> str:
    """Return the path of a portrait below the source directory, or its address; empty if there is none."""
    return str(known.profiles.get(name, {}).get('portrait', '')).lstrip('/')


def _is_file(env: BuildEnvironment, path: str) -> bool:
    """Whether *path* names a file of the project."""
    try:
        file, top = Path(env.srcdir, path).resolve(), Path(env.srcdir).resolve()
        return file.is_file() and file.is_relative_to(top)
    except (OSError, RuntimeError, ValueError):  # no name that a file may have, a loop of links
        return False


def portrait(known: Bibliography, name: str) -> list[interview_portrait]:
    """Return the picture of a speaker, which stands beside the name; nothing where there is none."""
    path = _path(known, name)
    if not path or not is_harmless(path) or not _shows(known, path):
        return []
    node = interview_portrait('', uri=path, alt='', classes=['interview-portrait'])
    node['candidates'] = {'?' if '://' in path else '*': path}
    return [node]


def _shows(known: Bibliography, path: str) -> bool:
    builder, env = known.builder, known.domain.env
    if builder.format not in _FORMATS:
        return False
    if '://' in path:
        return builder.supported_remote_images
    return path in env.images and guess_mimetype(path) in builder.supported_image_types


def seen(known: Bibliography, names: Iterable[str]) -> list[tuple[str, int]]:
    """Return what tells whether the pictures of speakers are still the same."""
    env = known.domain.env
    paths = [path for name in names if (path := _path(known, name))]
    return [
        (env.images[path][1], Path(env.srcdir, path).stat().st_mtime_ns)
        if path in env.images
        else (path, 0)
        for path in paths
    ]


def setup(app: Sphinx) -> None:
    # Before it is asked which pages show something else than last time
    app.connect('env-updated', register, priority=450)
