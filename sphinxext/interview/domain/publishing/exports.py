"""What reference managers get: files, and below each interview links to them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri

from ...citing.exports import FORMATS
from ...citing.record import Entry
from ...doctree.finding import find
from ...doctree.nodes import FOLDER, interview
from ...doctree.references import set_pieces
from ...messages import _
from ..builders import WITH_FILES, Kept, fingerprint
from ..citations.bibliography import bibliography_of
from ..ours import ours
from .files import ALL, names_there, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from ..citations.bibliography import Bibliography
    from ..records import Interview


def _bibliography(app: Sphinx) -> Bibliography:
    return bibliography_of(ours(app.env), app.builder)


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """Write a file for each interview and format, and one of all.

    Those of a page that wasn't written again are as they were, and so is that of all records
    where none has changed.
    """
    if exception is not None or app.builder.name not in WITH_FILES:
        return
    known, there = _bibliography(app), names_there(app)
    records = [known.record(found) for found in known.in_reading_order()]
    kept, now = Kept(app, 'interview-exports'), {ALL: fingerprint(records)}
    is_new = kept.load() != now
    if is_new:
        kept.forget()
    written = known.domain.written.written if known.domain.written else ()
    for form in app.config.interview_exports if records else ():
        ending, format_records = FORMATS[form]
        if is_new or ALL + ending not in there:
            write(app, ALL + ending, format_records(records))
        for found in known.domain.shown_interviews():
            name = known.domain.file_names[found.docname, found.name] + ending
            if found.docname in written or name not in there:
                write(app, name, format_records([known.record(found)]))
    if records:
        kept.save(now)


def add_citing(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put below each interview how to cite it, and links to its files."""
    domain = _bibliography(app).domain
    for node in find(doctree, interview):
        if found := domain.shown_interview(node):
            node.extend(_citing(app, found, docname, how_to_cite=node['how_to_cite']))


def _citing(
    app: Sphinx, found: Interview, docname: str, *, how_to_cite: bool
) -> Iterator[nodes.paragraph]:
    known = _bibliography(app)
    if how_to_cite:
        pieces = set_pieces(known.style.reference(Entry(known.record(found))))
        paragraph = nodes.paragraph(classes=['interview-how-to-cite'])
        paragraph.extend([nodes.Text(_('Cite as: ')), *pieces])
        yield paragraph
    if app.builder.name in WITH_FILES and app.config.interview_exports:
        yield _downloads(app, found, docname)


def _downloads(app: Sphinx, found: Interview, docname: str) -> nodes.paragraph:
    paragraph = nodes.paragraph(classes=['interview-exports'])
    base = app.builder.get_target_uri(docname)
    for form in app.config.interview_exports:
        name = _bibliography(app).domain.file_names[found.docname, found.name]
        path = f'{FOLDER}/{quote(name)}{FORMATS[form][0]}'
        paragraph += nodes.Text(' · ' if len(paragraph) else _('Reference: '))
        paragraph += nodes.reference(
            '', _NAMES[form], refuri=relative_uri(base, path), internal=True
        )
    return paragraph


_NAMES = {'bibtex': 'BibTeX', 'biblatex': 'BibLaTeX', 'ris': 'RIS', 'csl-json': 'CSL-JSON'}


def setup(app: Sphinx) -> None:
    app.connect('doctree-resolved', add_citing)
    app.connect('build-finished', write_exports)
