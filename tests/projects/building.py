"""Builds random projects in this process, and says what each build made and said."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from sphinx.errors import SphinxError
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket

    from .model import Project

BUILDERS = (
    'dirhtml singlehtml epub latex text man texinfo xml pseudoxml gettext changes dummy json '
    'htmlhelp qthelp devhelp'
).split()
#: Of these the words, links and ids are looked at as a browser would.
PAGES = {'html': '.html', 'dirhtml': '.html', 'singlehtml': '.html', 'epub': '.xhtml'}
_COLOUR = re.compile('\x1b\\[[0-9;]*m')
#: What isn't for readers, or tells the time.
_APART = re.compile(
    r'\.(?:doctrees|buildinfo\S*|epub|pickle)$|^(?:last_build|_static/.*|\.doctrees/.*|.*\.pickle)$'
)


class _Templates(BytecodeCache):
    """The theme's templates, compiled once for all builds: that is a third of their time."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


_TEMPLATES = _Templates()


@dataclass
class Built:
    """What one build made."""

    builder: str
    form: str = ''
    #: The text of every file, by its path in the folder of the output.
    files: dict[str, bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    #: The exception that ended the build, and where in our code it came from.
    error: str = ''


def write(project: Project, source: Path) -> None:
    """Write the project's files; what isn't new keeps its date, and nothing else stays."""
    files = project.files()
    for path in [path for path in source.rglob('*') if path.is_file()]:
        if path.relative_to(source).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode('utf-8')
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def build(source: Path, out: Path, builder: str = 'html', parallel: int = 0) -> Built:
    """Build what is in *source*, below the folder *out*, where earlier builds may be."""
    built = Built(builder)
    # Its doctrees have other marks than those of other builders
    out = out / 'gettext' if builder == 'gettext' else out
    app = None
    try:
        app = SphinxTestApp(builder, srcdir=source, builddir=out, parallel=parallel, freshenv=False)
        built.form = app.builder.format
        if templates := getattr(app.builder, 'templates', None):
            templates.environment.bytecode_cache = _TEMPLATES
        app.build()
    except (Exception, SystemExit) as error:  # noqa: BLE001
        built.error = _told(error)
    if app is None:
        return built
    app.cleanup()
    said = _COLOUR.sub('', app.warning.getvalue()).replace(f'{source}/', '')
    built.warnings = [line for line in said.split('\n') if line]
    built.files = {
        name: path.read_bytes()
        for path in sorted(app.outdir.rglob('*'))
        if path.is_file() and not _APART.search(name := path.relative_to(app.outdir).as_posix())
    }
    return built


def _told(error: BaseException) -> str:
    cause = error.__cause__ if isinstance(error, SphinxError) and error.__cause__ else error
    frames = traceback.extract_tb(cause.__traceback__)
    ours = [frame for frame in frames if 'sphinxext/interview' in frame.filename] or frames[-1:]
    places = [f'{f.filename.rpartition("interview/")[2]}:{f.name}' for f in ours[-2:]]
    return f'{type(cause).__name__}: {str(cause)[:160]} in {" > ".join(places)}'
