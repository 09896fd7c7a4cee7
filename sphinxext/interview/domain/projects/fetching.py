"""What other projects have published, fetched as intersphinx fetches."""

from __future__ import annotations

import posixpath
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from sphinx.util import logging

from ...messages import __, warn
from ...transcript.files import read_bytes
from ..ours import ours
from .inventory import NAME, load
from .project import Project, Projects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


logger = logging.getLogger(__name__)
#: Of intersphinx, where a project doesn't load it.
_LIMIT, _DAY = 5, 86_400


class _Where(NamedTuple):
    """Where a project is, and its inventory."""

    name: str
    base: str
    location: str


def _places(config: Config) -> Iterator[_Where]:
    """Yield where the inventories may be: for each project in one or several places."""
    mapping = getattr(config, 'intersphinx_mapping', {})
    for name, given in config.interview_projects.items():
        if given is not None:
            base, location = (given, None) if isinstance(given, str) else given
            yield _Where(name, _base(base), location or f'{_base(base)}{NAME}')
        elif name in mapping:
            base, locations = mapping[name][1]
            for location in locations:
                folder = posixpath.dirname(location) if location else base
                yield _Where(name, _base(base), posixpath.join(folder, NAME))
        else:
            text = __('interview_projects: %r is not in intersphinx_mapping')
            warn('config', text, name)


def _base(address: str) -> str:
    """Return the address below which a project's pages are, without anybody's password."""
    parts = urlsplit(address)
    public = urlunsplit(parts._replace(netloc=parts.netloc.rpartition('@')[2]))
    return public if public.endswith('/') else f'{public}/'


def load_projects(app: Sphinx) -> None:
    """Read what other projects have published."""
    if not app.config.interview_projects:
        return
    found: dict[str, Project] = {}
    problems: dict[str, list[str]] = {}
    for place in _places(app.config):
        if place.name in found:
            continue
        try:
            found[place.name] = Project(place.name, place.base, load(_content(app, place)))
        except (OSError, ValueError) as error:  # also those of requests
            problems.setdefault(place.name, []).append(str(error))
    for name, said in problems.items():
        if name not in found:
            text = __('the interviews of %r can’t be read, nor its quotations be checked: %s')
            warn('project', text, name, '; '.join(said))
    domain = ours(app.env)
    domain.projects = Projects(found.values())
    domain.forget_indices()


def _content(app: Sphinx, place: _Where) -> bytes:
    """Return an inventory: a local one always anew, one of the web if that of last time is too old."""
    if '://' not in place.location:
        return read_bytes(Path(app.srcdir, place.location))
    digest = sha256(place.location.encode('utf-8', 'replace')).hexdigest()[:16]
    kept = Path(app.doctreedir, f'interviews-of-{digest}.inv')
    limit = getattr(app.config, 'intersphinx_cache_limit', _LIMIT)
    if kept.is_file() and (limit < 0 or time.time() - kept.stat().st_mtime <= limit * _DAY):
        return kept.read_bytes()
    try:
        content = _fetch(app, place)
        load(content)  # what can't be read isn't kept
    except (OSError, ValueError) as error:
        if not kept.is_file():
            raise
        text = __('the interviews of %r can’t be fetched, those of last time are used: %s')
        warn('project', text, place.name, error)
        return kept.read_bytes()
    kept.write_bytes(content)
    return content


def _fetch(app: Sphinx, place: _Where) -> bytes:
    from sphinx.util import requests  # with a library that nothing else needs

    logger.info(__('loading the interviews of %r ...'), place.name)
    config = app.config
    answer = requests.get(
        place.location,
        timeout=getattr(config, 'intersphinx_timeout', None),
        _user_agent=config.user_agent,
        _tls_info=(config.tls_verify, config.tls_cacerts),
    )
    answer.raise_for_status()
    return answer.content


def setup(app: Sphinx) -> None:
    # After intersphinx has put its mapping into order
    app.connect('builder-inited', load_projects, priority=600)
