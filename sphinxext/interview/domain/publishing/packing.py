"""The recordings that a book has in it."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from sphinx import addnodes

from ...doctree.finding import find
from ...doctree.nodes import FOLDER, interview_recording
from ..ours import ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element, document
    from sphinx.application import Sphinx

#: What a book may have without anything to fall back on.
#: Source: W3C, EPUB 3.3, “Core media types” and “Exempt resources”.
_TYPES: Final = {
    '.mp3': 'audio/mpeg',
    '.m4a': 'audio/mp4',
    '.mp4': 'video/mp4',
    '.m4v': 'video/mp4',
    '.ogv': 'video/ogg',
    '.webm': 'video/webm',
}


def allow_types(app: Sphinx, *others: object) -> None:
    """Tell Sphinx what recordings are, also of pages that aren't written again."""
    if app.builder.name == 'epub' and ours(app.env).is_used:
        app.builder.media_types = _TYPES | app.builder.media_types  # type: ignore[attr-defined]


def pack(app: Sphinx, doctree: document, docname: str) -> None:
    """Put the files of recordings into a book, and say of each link where it is."""
    for recording in find(doctree, interview_recording) if app.builder.name == 'epub' else ():
        for link in _packable(recording):
            link['packed'] = f'{FOLDER}/{link["filename"]}'
            _, target = app.env.relfn2path(link['reftarget'], link['refdoc'])
            place = Path(app.outdir, link['packed'])
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, place)


def _packable(recording: Element) -> Iterator[Element]:
    for link in recording.findall(addnodes.download_reference):
        suffix = PurePosixPath(link.get('filename', '')).suffix
        if link['type'] and _TYPES.get(suffix) == link['type']:
            yield link


def setup(app: Sphinx) -> None:
    app.connect('env-updated', allow_types)
    # After an ifconfig has hidden what it hides
    app.connect('doctree-resolved', pack, priority=600)
