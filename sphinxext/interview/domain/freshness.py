"""Which pages a builder has to write again: those that show something else than it wrote.

Sphinx asks only whether a page was read again in this build. But builders that share the
doctrees read for each other, and a page shows what stands on others: titles, places, citations,
excerpts. So each builder remembers a fingerprint of what every page showed when it wrote it.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from .builders import WHOLE, Kept
from .citations.bibliography import bibliography_of
from .ours import ours
from .shown import page_shows, quotation_shows

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Written:
    """What one builder wrote into one folder, by document."""

    def __init__(self, app: Sphinx) -> None:
        self._kept = Kept(app, 'interviews')
        self._before = self._kept.load()
        #: What each page shows now; those without anything of ours aren't named.
        self.now: dict[str, str] = {}
        self.written: set[str] = set()

    @property
    def stale(self) -> list[str]:
        """The pages that were not written as they are now; none before the first build."""
        before = self._before
        if before is None:
            return []
        return [
            name for name in {**before, **self.now} if before.get(name) != self.now.get(name, '')
        ]

    def begin(self) -> None:
        """Say of all pages that something may have been written."""
        if before := self._before or self.now:
            self._kept.save(dict.fromkeys([*before, *self.now]))

    def finish(self) -> None:
        """Remember what was written."""
        if not self.written and self._before is None:
            self._kept.forget()  # a builder that writes no pages
        elif self._before or self.now:
            kept = {name: was for name, was in (self._before or {}).items() if name in self.now}
            written = {name: shown for name, shown in self.now.items() if name in self.written}
            self._kept.save({**kept, **written})


def find_stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that this builder has written differently."""
    domain = ours(env)
    bibliography = bibliography_of(domain, app.builder)  # now, so that it speaks before writing
    domain.written = Written(app)
    shows = cache(lambda reference: repr(page_shows(bibliography, *reference)))
    settings = repr([v.value for v in app.config if v.name.startswith('interview_') and v.rebuild])
    for docname in domain.documents():
        digest = sha256(f'{env.all_docs.get(docname)} {settings}'.encode('utf-8', 'replace'))
        for kind, target, _ in domain.references(docname):
            digest.update(shows((kind, target)).encode('utf-8', 'replace'))
        for quotation in domain.quotations_in(docname):
            shown = quotation_shows(bibliography, quotation)
            digest.update(f'{shown}\n'.encode('utf-8', 'replace'))
        domain.written.now[docname] = digest.hexdigest()
    return [docname for docname in domain.written.stale if docname in env.all_docs]


def begin_writing(app: Sphinx, builder: object) -> None:
    ours(app.env).just_read.clear()
    if written := _written(app):
        written.begin()


def note_written(app: Sphinx, doctree: document, docname: str) -> None:
    if written := _written(app):
        written.written.update(written.now if app.builder.name in WHOLE else [docname])


def finish_writing(app: Sphinx, exception: Exception | None) -> None:
    written = _written(app)
    if written is not None and exception is None:
        written.finish()


def _written(app: Sphinx) -> Written | None:
    return ours(app.env).written


def setup(app: Sphinx) -> None:
    app.connect('env-updated', find_stale_pages)
    app.connect('write-started', begin_writing)
    app.connect('doctree-resolved', note_written)
    # After all that is written beside the pages
    app.connect('build-finished', finish_writing, priority=900)
