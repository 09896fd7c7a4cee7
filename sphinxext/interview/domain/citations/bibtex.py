"""The project's interviews for sphinxcontrib-bibtex, where that extension is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...citing.exports.bibtex import bibtex
from ..ours import ours
from .bibliography import bibliography_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir, 'interviews.bib')


def announce_file(app: Sphinx, config: Config) -> None:
    """Add our file to those that sphinxcontrib-bibtex reads when the build starts."""
    if 'sphinxcontrib.bibtex' in app.extensions:
        _file(app).parent.mkdir(parents=True, exist_ok=True)
        if not _file(app).exists():
            _file(app).touch()
        config.bibtex_bibfiles = [*(config.bibtex_bibfiles or ()), str(_file(app))]


def fill_file(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the interviews that were read; where they changed, have the file read again.

    Returns the documents that cite by sphinxcontrib-bibtex then, for its labels may have changed.
    """
    if 'sphinxcontrib.bibtex' not in app.extensions:
        return []
    known = bibliography_of(ours(env), app.builder)
    text = bibtex(known.record(interview) for interview in known.interviews.values())
    if text == _file(app).read_text('utf-8'):
        return []
    _file(app).write_text(text, 'utf-8')
    return _read_again(app, env)


def _read_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    from sphinxcontrib.bibtex.bibfile import process_bibdata

    theirs = env.get_domain('cite')
    old = theirs.data['bibdata']
    theirs.data['bibdata'] = process_bibdata(old, list(old.bibfiles), old.encoding)
    listing = sorted({key.docname for key in theirs.data['bibliographies']})
    for docname in listing:  # where an id is kept for every entry
        app.emit('env-purge-doc', env, docname)
        env.clear_doc(docname)
        app.builder.read_doc(docname)
    citing = {reference.docname for reference in theirs.data['citation_refs']}
    return sorted(citing.union(listing))


def setup(app: Sphinx) -> None:
    app.connect('config-inited', announce_file)
    # Before sphinxcontrib-bibtex looks up what is cited
    app.connect('env-updated', fill_file, priority=400)
