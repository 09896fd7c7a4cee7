"""Files of ours below a build's ``_static``: where a page needs them, and never those of an earlier version."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE: Final = Path(__file__).parent / 'static'
#: What browsers don't need: comments that have lines of their own, and indentation.
_NEEDLESS: Final = re.compile(r'^\s*(?:(?:/\*.*?\*/|//[^\n]*)\s*)*', re.MULTILINE | re.DOTALL)


def bring(app: Sphinx, name: str) -> None:
    """Put a file there, unless the project has its own."""
    path = Path(app.outdir, '_static', name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path)


def renew(app: Sphinx, builder: object) -> None:
    """Write the files of an earlier build anew; then a project's own ones win again."""
    for source in HERE.iterdir():
        path = Path(app.outdir, '_static', source.name)
        if path.is_file():
            _write(path)


def _write(path: Path) -> None:
    path.write_text(_NEEDLESS.sub('', (HERE / path.name).read_text('utf-8')), 'utf-8', newline='\n')


def setup(app: Sphinx) -> None:
    app.connect('write-started', renew)
