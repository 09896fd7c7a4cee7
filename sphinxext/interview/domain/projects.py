"""Other projects: what they have published of their interviews, fetched as intersphinx fetches."""

from __future__ import annotations

import posixpath
import time
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import urlsplit, urlunsplit

from sphinx.util import logging

from ..messages import __, warn
from .inventory import NAME, Inventory, load
from .records import Source
from .targets import find_target, index_targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from ..citing.record import Record
    from . import InterviewDomain
    from .records import Interview, Spoken, Target

logger = logging.getLogger(__name__)
#: Of intersphinx, where a project doesn't load it.
_LIMIT, _DAY = 5, 86_400


class Project:
    """Another project, of which the inventory is known."""

    def __init__(self, name: str, base: str, inventory: Inventory) -> None:
        self.name, self.base, self._inventory = name, base, inventory
        self.targets = index_targets(inventory.interviews)
        self.interviews: dict[str, Interview] = {one.name: one for one in inventory.interviews}

    def find(self, typ: str, target: str) -> Target | None:
        """Return what *target* means there in a role of type *typ*, or None."""
        return find_target(self.targets, self._inventory.speakers, typ, target)

    def uri(self, found: Target) -> str:
        """Return the address of what was found."""
        return f'{self.base}{found.docname}#{found.anchor}'

    @cached_property
    def source(self) -> Source:
        """What it says."""
        around: dict[str, str] = {}
        for one in self._inventory.interviews:
            titles = '\n'.join(exchange.title for exchange in one.exchanges)
            around[one.docname] = f'{around.get(one.docname, "")}\n{titles}'
        return Source(self.targets, self._inventory.spoken, around, self.base)

    def spoken(self, target: str) -> list[Spoken]:
        """Return the turns of an interview, or of the exchange that an address is in."""
        address = '.'.join(target.split('.')[:2])
        turns = self._inventory.spoken.get(self.targets[target].docname, ())
        return [turn for turn in turns if f'{turn.address}.'.startswith(f'{address}.')]

    @cached_property
    def records(self) -> dict[str, Record]:
        """Its interviews as others cite them; where it doesn't say its address, with that."""
        return {
            name: record if record.link else replace(record, url=self.uri(self.targets[name]))
            for name, record in self._inventory.records.items()
        }


class Projects:
    """All other projects, in the order of ``conf.py``."""

    def __init__(self, projects: Iterable[Project] = ()) -> None:
        self.all = list(projects)

    def find(self, typ: str, target: str) -> tuple[Project, Target] | None:
        """Return the first project that has a target, and what it means there."""
        found = ((project, project.find(typ, target.lower())) for project in self.all)
        return next(((project, one) for project, one in found if one), None)

    def of(self, name: str) -> Project | None:
        """Return the first project with an interview of that name."""
        return next((project for project in self.all if name in project.interviews), None)

    @property
    def records(self) -> dict[str, Record]:
        """All their interviews as others cite them, by name."""
        return {name: one for p in reversed(self.all) for name, one in p.records.items()}


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
    domain = cast('InterviewDomain', app.env.get_domain('interview'))
    domain.projects = Projects(found.values())
    domain.forget_indices()


def _content(app: Sphinx, place: _Where) -> bytes:
    """Return an inventory: a local one always anew, one of the web if that of last time is too old."""
    if '://' not in place.location:
        return Path(app.srcdir, place.location).read_bytes()
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
