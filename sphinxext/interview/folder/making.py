"""From the folders that pages ask for to the pages that are made."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from ..messages import __
from .files import asked, transcripts
from .page import Listing, Page, Remark
from .table import DEFAULT, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .asking import Folder
    from .files import Asked, Found
    from .page import Known
    from .table import Entry

#: Options of the directive that say nothing of an interview.
OF_FOLDER: Final = frozenset({'exclude', 'table', 'title', 'caption', 'maxdepth', 'hidden'})

#: So many rows are told which file they may mean.
_HINTS: Final = 20


class Made(NamedTuple):
    """What all folders make."""

    pages: dict[str, Page]
    listings: dict[tuple[str, str], Listing]


def make(top: Path, folders: Iterable[Folder], known: Known) -> Made:
    """Return the pages of *folders*; a name that is taken is nobody else's."""
    made = Made({}, {})
    for folder in folders:
        wanted = asked(top, folder.docname, folder.argument)
        if wanted is None:
            text = __('%r leads out of the source directory') % folder.argument
            listing = Listing([], [Remark('', text)])
        else:
            try:
                listing = _Contents(top, folder, wanted, known, made.pages).listing()
            except (NotImplementedError, OSError, ValueError) as error:  # no pattern, no permission
                text = __('%r can’t be looked through: %s') % (folder.argument, error)
                listing = Listing([], [Remark('', text)])
        made.listings[folder.docname, folder.argument] = listing
    return made


class _Contents:
    """Makes the pages of one folder."""

    def __init__(
        self, top: Path, folder: Folder, wanted: Asked, known: Known, pages: dict[str, Page]
    ) -> None:
        self.top = top
        self.folder = folder
        self.wanted = wanted
        self.known = known
        self.pages = pages
        self.remarks: list[Remark] = []
        options = folder.options
        self.defaults = {name: options[name] for name in options if name not in OF_FOLDER}
        table = options.get('table', DEFAULT)
        base = top if table.startswith('/') else wanted.base
        self.table = Path(os.path.normpath(base / table.lstrip('/')))

    def listing(self) -> Listing:
        """Make the pages, and return their names: in the order of the table, then of the files."""
        left_out = self.folder.options.get('exclude', '').split(';')
        wanted = transcripts(self.top, self.wanted, left_out)
        found = [one for one in wanted if one.path != self.table]
        rows = self._rows(found)
        order = {path: number for number, path in enumerate(rows)}
        found.sort(key=lambda one: order.get(one.path, len(order)))
        names = [name for one in found for name in self._name(one, rows.get(one.path))]
        if not names:
            self._remark('', __('%r has no transcript'), self.folder.argument)
        return Listing(list(dict.fromkeys(names)), self.remarks)

    def _rows(self, found: list[Found]) -> dict[Path, Entry]:
        """Return the row of each transcript that has one, in the order of the table."""
        if not self.table.is_file() or not self.table.resolve().is_relative_to(self.top.resolve()):
            if 'table' in self.folder.options:
                self._remark('', __('there is no table %r'), self.folder.options['table'])
            return {}
        entries, problems = read_table(self.table)
        for line, text in problems:
            self._remark(f'{self.table}:{line}', '%s', text)
        paths = {name: one.path for one in found for name in self._called(one.path)}
        rows: dict[Path, Entry] = {}
        for entry in entries:
            path = paths.get(entry.file)
            if path is None or path in rows:
                text = (
                    __('no transcript is called %r%s') if path is None else __('%r has two rows%s')
                )
                hint = '' if path else self._hint(entry.file, paths)
                self._remark(f'{self.table}:{entry.line}', text, entry.file, hint)
            else:
                rows[path] = entry
        return rows

    def _hint(self, name: str, names: Iterable[str]) -> str:
        """Return the nearest name in words; not for ever more rows, as each takes its time."""
        nearest = get_close_matches(name, names, n=1) if len(self.remarks) < _HINTS else []
        return __('; did you mean %r?') % nearest[0] if nearest else ''

    def _called(self, path: Path) -> Iterator[str]:
        """Yield how a table may call a file: with its ending or without."""
        if path.is_relative_to(self.table.parent):
            inside = path.relative_to(self.table.parent)
            yield inside.with_suffix('').as_posix()
            yield inside.as_posix()

    def _name(self, found: Found, row: Entry | None) -> Iterator[str]:
        """Make the page of a transcript, and yield its name; nothing where there is a page already."""
        path = self._relative(found.path)
        name = self.known.transcripts.get(path) or self._relative(found.path.with_suffix(''))
        taken = (
            self.pages[name].transcript if name in self.pages else self.known.pages.get(name, '')
        )
        if not taken:
            self.pages[name] = self._page(path, found, row)
        if name in self.pages and path == self.pages[name].transcript:
            yield name
        elif taken != path:
            text = __('the page %r is that of %s; this file has none')
            self._remark(f'{found.path}:1', text, name, taken)
        elif not self.wanted.is_open:
            text = __('the file is a page itself; exclude_patterns can say that it is none')
            self._remark(f'{found.path}:1', text)

    def _page(self, path: str, found: Found, row: Entry | None) -> Page:
        return Page(
            transcript=path,
            state=' '.join(_state(one) for one in (found.path, found.sidecar) if one),
            sidecar=self._relative(found.sidecar) if found.sidecar else '',
            row=row.values if row else {},
            table=self._relative(self.table) if row else '',
            defaults=self.defaults,
            title=self.folder.options.get('title', ''),
        )

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.top).as_posix()

    def _remark(self, place: str, text: str, *args: object) -> None:
        self.remarks.append(Remark(place, text % args))


def _state(path: Path) -> str:
    try:
        state = path.stat()
    except OSError:  # it has gone since
        return ''
    return f'{state.st_mtime_ns} {state.st_size}'
