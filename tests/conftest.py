"""Builds small projects and hands out what they made."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import lxml.html
import pytest
from hypothesis import HealthCheck, settings
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

pytest_plugins = ['sphinx.testing.fixtures']

# Properties are checked without a clock: a busy machine is no failure
settings.register_profile('normal', deadline=None)
settings.register_profile(
    'nightly', deadline=None, max_examples=10_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get('HYPOTHESIS_PROFILE', 'normal'))

# Messages are compared as text, also where a service has builds show colours (`CI`)
os.environ['NO_COLOR'] = '1'

ROOTS = Path(__file__).parent / 'roots'
_COLOUR = re.compile('\x1b\\[[0-9;]*m')
PEOPLE = '   :interviewer: Ada Reader [A]\n   :interviewee: Grace Keeper [G]\n'


@dataclass
class Built:
    """What one build made."""

    app: SphinxTestApp

    @property
    def warnings(self) -> str:
        """The warnings and errors, with paths relative to the source directory."""
        text = _COLOUR.sub('', self.app.warning.getvalue())
        # Docutils names included files as they are seen from the current directory
        for folder in (str(self.app.srcdir), os.path.relpath(self.app.srcdir)):
            text = text.replace(f'{folder}{os.sep}', '')
        return text

    @property
    def messages(self) -> str:
        """What the build said besides."""
        return self.app.status.getvalue()

    def read(self, name: str) -> str:
        """Return an output file's text."""
        return (Path(self.app.outdir) / name).read_text(encoding='utf-8')

    def page(self, name: str = 'index') -> lxml.html.HtmlElement:
        """Return a parsed HTML page."""
        return lxml.html.fromstring(self.read(f'{name}.html'))


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., Built]]:
    """Build a project given as files, and check that it warns of nothing unless it may.

    `build(files, builder='html', warns=False, **config)`; again with changed files for an
    incremental build. `root='everything'` starts from `tests/roots/everything`. A file whose
    content is None is deleted.
    """
    apps: list[SphinxTestApp] = []

    def run(
        files: Mapping[str, str | bytes | None] = {},
        builder: str = 'html',
        *,
        root: str = '',
        warns: bool = False,
        where: str = 'src',
        parallel: int = 0,
        **config: Any,
    ) -> Built:
        source = tmp_path / where
        if root:
            shutil.copytree(ROOTS / root, source, dirs_exist_ok=True)
        source.mkdir(exist_ok=True)
        if not (source / 'conf.py').exists():
            (source / 'conf.py').write_text('extensions = ["sphinxext.interview"]\n')
        _write(source, files)
        # A dictionary of its own, for Sphinx would add suffixes to the one of all builds
        suffixes = {'.rst': 'restructuredtext', '.vtt': 'interview'}
        config = {'source_suffix': suffixes, 'exclude_patterns': ['_build']} | config
        config = {'epub_copyright': 'Us', 'version': '1', 'show_warning_types': True} | config
        for app in apps:  # its registrations are global
            app.cleanup()
        app = SphinxTestApp(
            builder, srcdir=source, confoverrides=config, parallel=parallel, freshenv=False
        )
        apps.append(app)
        app.build()
        built = Built(app)
        assert warns or built.warnings == ''
        return built

    yield run
    apps[-1].cleanup()


def _write(source: Path, files: Mapping[str, str | bytes | None]) -> None:
    for name, content in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding='utf-8')


def find_program(name: str) -> str:
    """Return a program's path; without it skip, or fail where skipping isn't allowed."""
    # Those of the environment may not be among the shell's
    path = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    return path or miss(name)


def find_module(name: str) -> None:
    """Without a module skip, or fail where skipping isn't allowed."""
    if importlib.util.find_spec(name) is None:
        miss(name)


def miss(name: str) -> NoReturn:
    message = f'{name} is not installed'
    if os.environ.get('INTERVIEW_NO_SKIP'):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def program() -> Callable[[str], str]:
    """Return the function that finds programs."""
    return find_program
