"""The files of a folder: which are transcripts, and what lies beside each."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What ends the name of a file with metadata.
SIDECARS: Final = ('.yaml', '.yml', '.json')
_WILD: Final = frozenset('*?[')


class Asked(NamedTuple):
    """What a page asks for."""

    #: The folder above the first wildcard.
    base: Path
    pattern: str

    @property
    def is_open(self) -> bool:
        """Whether files of any known kind are meant."""
        return PurePosixPath(self.pattern).name == '*'


class Found(NamedTuple):
    """A transcript."""

    path: Path
    sidecar: Path | None


def asked(top: Path, docname: str, argument: str) -> Asked | None:
    """Return what an argument means on a page; None if it leads out of *top*."""
    start = '' if argument.startswith('/') else PurePosixPath(docname).parent
    parts = PurePosixPath(start, argument.lstrip('/')).parts
    fixed = next((n for n, part in enumerate(parts) if _WILD & set(part)), len(parts))
    pattern = '/'.join(parts[fixed:]) or '*'
    if pattern.endswith('**'):
        pattern += '/*'
    try:
        base = Path(os.path.normpath(top.joinpath(*parts[:fixed])))
        is_inside = '..' not in parts[fixed:] and base.resolve().is_relative_to(top.resolve())
    except (OSError, RuntimeError, ValueError):  # no name that a folder may have, a ring of links
        return None
    return Asked(base, pattern) if is_inside else None


def transcripts(top: Path, wanted: Asked, left_out: Iterable[str]) -> Iterator[Found]:
    """Yield the transcripts that are wanted, by name; no file outside *top*.

    :param left_out: patterns of names
    """
    beyond = top.resolve()
    files = sorted(
        path
        for path in wanted.base.glob(wanted.pattern)
        if not _is_hidden(path.relative_to(wanted.base))
        and path.is_file()
        and path.resolve().is_relative_to(beyond)
    )
    known = _endings() if wanted.is_open else None
    files = [path for path in files if known is None or path.suffix.lower() in known]
    stems = {path.with_suffix('') for path in files if path.suffix not in SIDECARS}
    folders = {path.parent for path in files}
    beside = {folder: {one.name for one in folder.iterdir()} for folder in folders}
    for path in files:
        is_sidecar = path.suffix in SIDECARS and path.with_suffix('') in stems
        if not is_sidecar and not any(path.match(one.strip()) for one in left_out if one.strip()):
            yield Found(path, _sidecar(path, beside[path.parent]))


def _sidecar(path: Path, names: set[str]) -> Path | None:
    found = (path.with_suffix(ending) for ending in SIDECARS if ending != path.suffix)
    return next((one for one in found if one.name in names), None)


def _is_hidden(path: Path) -> bool:
    """Whether a name says that nobody should see the file; Word marks open ones with a tilde."""
    return any(part[0] in '._~' for part in path.parts)


def _endings() -> set[str]:
    from ..transcript.formats.registry import FORMATS  # with all readers

    return {ending for form in FORMATS for ending in form.suffixes}
