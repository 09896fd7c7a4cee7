"""Files of ours below a build's ``_static``: there where a page needs them, and never those of an earlier version."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent / 'static'


def bring(app: Sphinx, name: str) -> None:
    """Put a file there, unless the project has its own."""
    if not _copy(app, name).exists():
        _copy(app, name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / name, _copy(app, name))


def renew(app: Sphinx, builder: object) -> None:
    """Write the files of an earlier build anew; then a project's own ones win again."""
    for path in HERE.iterdir():
        if _copy(app, path.name).is_file():
            shutil.copyfile(path, _copy(app, path.name))


def _copy(app: Sphinx, name: str) -> Path:
    return Path(app.outdir, '_static', name)


def setup(app: Sphinx) -> None:
    app.connect('write-started', renew)
