"""The files that pages link to: what they are called, and that no others lie there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from ...citing.exports import FORMATS
from ...doctree.finding import find
from ...doctree.nodes import FOLDER, interview, interview_recording
from ..builders import WITH_FILES
from ..ours import ours
from .feed import FEED, FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import document
    from sphinx.application import Sphinx

    from .. import InterviewDomain
    from ..records import Interview

#: The file of all interviews.
ALL = 'interviews'
CAPTIONS = '.vtt'
# Names that Windows keeps for devices, whatever their ending
_DEVICES = ('con', 'prn', 'aux', 'nul', *(f'{d}{n}' for d in ('com', 'lpt') for n in range(10)))


def name_files(interviews: Iterable[Interview]) -> dict[tuple[str, str], str]:
    """Return the name, without ending, of each interview's files, by docname and name.

    It is the interview's, unless that is taken, on file systems without upper and lower case too.
    """
    taken = {ALL, *_DEVICES}
    found: dict[tuple[str, str], str] = {}
    again = []
    for one in interviews:
        if _key(one.name) in taken:
            again.append(one)
        else:
            taken.add(_key(one.name))
            found[one.docname, one.name] = one.name
    for one in again:
        number = 2
        while _key(f'{one.name}-{number}') in taken:
            number += 1
        found[one.docname, one.name] = f'{one.name}-{number}'
        taken.add(_key(f'{one.name}-{number}'))
    return found


def _key(name: str) -> str:
    return normalize('NFC', normalize('NFD', name).casefold())


def write_captions(app: Sphinx, doctree: document, docname: str) -> None:
    """Write the captions that a page's player shows, and say where they are."""
    domain = ours(app.env)
    for node in find(doctree, interview) if _plays(app) else ():
        name = domain.file_names.get((node['docname'], node['name']))
        for recording in node.findall(interview_recording) if name else ():
            if recording['kind'] and recording['captions']:
                recording['captions_file'] = f'{name}{CAPTIONS}'
                write(app, recording['captions_file'], recording['captions'])


def _plays(app: Sphinx) -> bool:
    return bool(getattr(app.builder, 'download_support', False))


def write(app: Sphinx, name: str, text: str) -> None:
    """Write a file, with the line ends of its format and not the system's."""
    path = Path(app.outdir, FOLDER, name)
    data = text.encode('utf-8', 'replace')
    try:
        path.write_bytes(data)
    except FileNotFoundError:  # the first file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def names_there(app: Sphinx) -> set[str]:
    """Return the names of the files that were written before."""
    folder = Path(app.outdir, FOLDER)
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def remove_others(app: Sphinx, exception: Exception | None) -> None:
    """Remove the files of interviews that are no more."""
    folder = Path(app.outdir, FOLDER)
    if exception is not None or not _plays(app) or not folder.is_dir() or folder.is_symlink():
        return
    domain = ours(app.env)
    there = set(_names(app, domain))
    endings = (
        CAPTIONS,
        FEED,
        *(ending for ending, *_ in FILES.values()),
        *(ending for ending, _ in FORMATS.values()),
    )
    for path in list(folder.iterdir()):
        if path.name.endswith(endings) and path.name not in there and not path.is_dir():
            path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()


def _names(app: Sphinx, domain: InterviewDomain) -> Iterator[str]:
    """Return the names of all files that belong there."""
    forms = app.config.interview_exports if app.builder.name in WITH_FILES else ()
    names, wanted = domain.file_names, app.config.interview_podcast
    for form in forms if names else ():
        yield from (f'{name}{FORMATS[form][0]}' for name in (ALL, *names.values()))
    for one in domain.shown_interviews():
        name = names[one.docname, one.name]
        if one.has_captions:
            yield f'{name}{CAPTIONS}'
        if one.is_podcast and wanted and app.builder.name in WITH_FILES:
            yield from (f'{name}{FILES[kind][0]}' for kind in wanted)
            yield f'{name}{FEED}'


def setup(app: Sphinx) -> None:
    # After an ifconfig has hidden what it hides
    app.connect('doctree-resolved', write_captions, priority=600)
    app.connect('build-finished', remove_others)
