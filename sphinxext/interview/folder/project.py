"""The documents of a project, with those that folders make."""

from __future__ import annotations

import json
import os
from copy import copy
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.project import Project
from sphinx.util import get_filetype

from .keeping import keep
from .page import SUFFIX, Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

    from .asking import Folder
    from .making import Made
    from .page import Listing, Page

#: A page without these bytes asks for no folder.
_NAME: Final = b'interview:folder'


class Documents(Project):
    """What Sphinx asks for the documents: it knows the made ones as it knows any.

    Where a document is on the disk, there stands what its page is made of; by its relative path,
    against which pictures and recordings are looked for, it is the transcript.

    :param kept: the folder for what pages are made of
    :param filetypes: by the ends of files' names, as ``source_suffix``
    """

    def __init__(self, before: Project, kept: Path, filetypes: Mapping[str, str]) -> None:
        super().__init__(before.srcdir, before.source_suffix)
        self.restore(before)
        self.kept = kept
        self.filetypes = dict(filetypes)
        self.made: dict[str, Page] = {}
        self.listings: dict[tuple[str, str], Listing] = {}
        self._names: dict[str, str] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Be kept as Sphinx's own, which needs nothing of ours; the rest is found anew."""
        plain = Project(self.srcdir, self.source_suffix)
        plain.restore(self)
        return copy, (plain,)

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ('**',)
    ) -> set[str]:
        self.made, self.listings, self._names = {}, {}, {}
        found = super().discover([*exclude_paths, f'**{SUFFIX}'], include_paths)
        folders = [folder for name in sorted(found) for folder in self._asked_by(name)]
        if folders:
            from .making import make  # with all readers, which most projects don't need

            self._take(make(Path(self.srcdir), folders, self._known(found)))
        elif self.kept.is_dir():
            keep(self.kept, {})
        found.update(self.made)
        return found

    def _asked_by(self, docname: str) -> Iterator[Folder]:
        path = Path(super().doc2path(docname, absolute=True))
        filetype = get_filetype(self.filetypes, str(path))
        try:
            data = path.read_bytes() if filetype != 'interview' else b''
        except OSError:  # which Sphinx will say
            return
        if _NAME in data:
            from .asking import folders_in

            text = data.decode('utf-8', 'replace')
            yield from folders_in(docname, text, is_markdown=filetype == 'markdown')

    def _known(self, found: Iterable[str]) -> Known:
        known = Known({}, {})
        for docname in found:
            path = Path(super().doc2path(docname, absolute=False))
            if self._may_be_transcript(path):
                known.transcripts[path.as_posix()] = docname
            else:
                known.pages[docname] = path.as_posix()
        return known

    def _may_be_transcript(self, path: Path) -> bool:
        """Whether a document is read as one, or is Markdown that holds no directive."""
        filetype = get_filetype(self.filetypes, str(path))
        if filetype != 'markdown' or path.stem.lower() in {'index', 'readme'}:
            return filetype == 'interview'
        from .asking import has_directive

        try:
            return not has_directive((self.srcdir / path).read_bytes())
        except OSError:
            return False

    def _take(self, made: Made) -> None:
        """Note the pages, and keep on the disk what they are made of."""
        self.made = made.pages
        files = {f'{name}{SUFFIX}': page.text for name, page in made.pages.items()}
        for asked, listing in made.listings.items():
            name = f'{sha256(repr(asked).encode()).hexdigest()[:16]}.json'
            self.listings[asked] = listing._replace(path=str(self.kept / name))
            files[name] = json.dumps(listing)
        keep(self.kept, files)
        for name, page in made.pages.items():
            paths = (page.transcript, self.srcdir / page.transcript, self._stub(name))
            self._names.update((os.fspath(path), name) for path in paths)

    def _stub(self, docname: str) -> Path:
        return self.kept / f'{docname}{SUFFIX}'

    def doc2path(self, docname: str, absolute: bool) -> Any:
        path = super().doc2path(docname, absolute)
        if docname not in self.made:
            return path
        # A string or a path: that depends on the version of Sphinx
        return type(path)(self._stub(docname) if absolute else self.made[docname].transcript)

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        return self._names.get(os.fspath(filename)) or super().path2doc(filename)


def take_part(app: Sphinx) -> None:
    """Have the documents of folders found with the others."""
    kept = Path(app.doctreedir, 'interview-folders')
    app.project = app.env.project = Documents(app.project, kept, app.config.source_suffix)
