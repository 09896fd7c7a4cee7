"""Files of ours below a build's ``_static``: where a page needs them, and never those of an earlier version.

The style sheet is made short when it is written; the script there is what ``make script`` has made of
``interview.js`` beside this module.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE: Final = Path(__file__).parent / 'static'
#: What browsers don't need of a style sheet: comments, and spaces that part nothing.
_NEEDLESS: Final = re.compile(r'(?:\s*/\*.*?\*/\s*)+|(?<=[{};:,>])\s+|;?\s+(?=[{}>])', re.DOTALL)

#: What pages with scripts are made by.
_BUILDERS: Final = frozenset({'html', 'dirhtml', 'singlehtml'})
#: What no style sheet of a book may have; source: EPUB 3.3, “CSS requirements”.
_NOT_IN_BOOKS: Final = re.compile(r'\s*unicode-bidi:[^;}]*;')


def bring(app: Sphinx, name: str) -> None:
    """Put a file there, unless the project has its own."""
    path = Path(app.outdir, '_static', name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(app, path)


def load_script(app: Sphinx, name: str) -> None:
    """Have the page that is being written load a script, once its words are there."""
    bring(app, name)
    app.add_js_file(name, loading_method='defer')


def runs_scripts(app: Sphinx) -> bool:
    """Whether pages of this build have scripts: books have none, and a project may want none."""
    return app.builder.name in _BUILDERS and bool(app.config.interview_script)


def renew(app: Sphinx, builder: object) -> None:
    """Write the files of an earlier build anew; then a project's own ones win again."""
    for source in HERE.iterdir():
        path = Path(app.outdir, '_static', source.name)
        if path.is_file():
            _write(app, path)


def _write(app: Sphinx, path: Path) -> None:
    text = (HERE / path.name).read_text('utf-8')
    if app.builder.name == 'epub':
        text = _NOT_IN_BOOKS.sub('', text)
    if path.suffix == '.css':
        text = _NEEDLESS.sub('', text)
    path.write_text(text, 'utf-8', newline='\n')


def setup(app: Sphinx) -> None:
    app.connect('write-started', renew)
