"""In what two builds of one project differ that must be equal."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from .invariants import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .building import Built

#: Beside what the theme shows of other pages; Sphinx itself leaves that of pages that are at rest.
_MAIN = re.compile(rb'<div class="body" role="main">.*?<div class="sphinxsidebar"', re.DOTALL)
#: So it does with the titles of pages that stand below those which a page lists.
_LISTED = re.compile(rb'<div class="toctree-wrapper compound">.*?</div>', re.DOTALL)


def differences(one: Built, other: Built, promise: str, *, whole: bool = True) -> Iterator[Fault]:
    """Yield the files in which two builds differ.

    :param whole: whether all is compared, not only what stands on the pages themselves
    """
    if one.error != other.error:
        yield Fault(one.builder, promise, f'{one.error or "no exception"}, {other.error}')
        return
    for name in sorted({*one.files, *other.files}):
        mine, theirs = (_compared(built.files.get(name), name, whole) for built in (one, other))
        if mine != theirs:
            yield Fault(one.builder, promise, f'{name}: {_difference(mine, theirs)}')


def _compared(data: bytes | None, name: str, whole: bool) -> bytes | None:
    if data is None or whole:
        return data
    if name.endswith('.html'):
        return _LISTED.sub(b'', found[0]) if (found := _MAIN.search(data)) else b''
    return data if name.endswith('.inv') or name.startswith('_interviews/') else b''


_LEFT = re.compile(r'\.html$|^_downloads/|^_images/')


def without_what_sphinx_leaves(built: Built, of: Built) -> Built:
    """Return an incremental build without what Sphinx itself leaves as it was.

    The search keeps empty entries and forgets index entries; pages and files of documents that
    are gone stay. A command's option that moves to a page that is read before its old one is lost.
    """
    files = {
        name: _without_options(data) if name.endswith('objects.inv') else data
        for name, data in built.files.items()
        if name != 'searchindex.js' and (name in of.files or not _LEFT.search(name))
    }
    return replace(built, files=files)


def _without_options(inventory: bytes) -> bytes:
    """Return the lines of an inventory that are no command's options."""
    *head, lines = inventory.split(b'\n', 4)
    lines = zlib.decompress(lines).splitlines(keepends=True)
    kept = (line for line in lines if b' std:cmdoption ' not in line)
    return b'\n'.join([*head, b''.join(kept)])


def _difference(mine: bytes | None, theirs: bytes | None) -> str:
    if mine is None or theirs is None:
        return 'isn’t there' if mine is None else 'is too many'
    one, other = (data.decode('utf-8', 'replace') for data in (mine, theirs))
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if at < 0:
        at = min(len(one), len(other))
    start = max(0, at - 60)
    return f'{one[start : at + 90]!r}\n   instead of {other[start : at + 90]!r}'
