"""A transcript that is a page of its own: a parser for ``source_suffix``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes as docutils_nodes
from sphinx.parsers import Parser

from ..messages import warn
from ..transcript.model import TranscriptError
from ..transcript.source.decoding import decode, number_lines
from ..transcript.source.head import page_fields
from .making import Maker
from .options import OPTIONS, SELECTION
from .sources import FileSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..transcript.model import Line

#: What the head of a page can't say: it is the file, and the whole of it.
_OF_DIRECTIVES = frozenset({'file', 'encoding', *SELECTION})


class PageSource(FileSource):
    """The file of a page, as Sphinx and other extensions hand it over."""

    def __init__(self, host: docutils_nodes.document, path: str, text: str) -> None:
        super().__init__(host, path)
        self.text = text

    def lines(self) -> list[Line]:
        return number_lines(decode(self.text.encode('utf-8', 'replace')))


class InterviewParser(Parser):
    """Makes a page of a transcript: its title as heading, its head as metadata."""

    supported = ('interview',)
    settings_spec: ClassVar = ()

    def parse(self, inputstring: str, document: docutils_nodes.document) -> None:
        """Put the page into *document*."""
        self.setup_parse(inputstring, document)
        env = document.settings.env
        path = str(env.doc2path(env.docname))
        source = PageSource(document, path, inputstring)
        titles: list[str] = []
        interview = None
        maker = Maker(env, document, source, {}, path, titles.append)
        try:
            fields = page_fields(source.lines())
            document += _docinfo(fields)
            maker = replace(maker, options=_options(fields, path))
            interview = maker.make()
        except TranscriptError as error:
            maker.report(error.finding)
        section = _section(document, path, *titles)
        document += section
        if interview is not None:
            interview.source, interview.line = path, 1
            maker.register(interview)
            section += interview
        self.finish_parse()


def _section(
    document: docutils_nodes.document, path: str, title: str = ''
) -> docutils_nodes.section:
    """Make the page's section, headed by *title*, else by the name of the file."""
    stem = PurePosixPath(document.settings.env.docname).name
    text = title or stem.replace('_', ' ').replace('-', ' ')
    heading = docutils_nodes.title(text, text)
    section = docutils_nodes.section('', heading)
    section.source, section.line = heading.source, heading.line = path, 1
    section['names'].append(docutils_nodes.fully_normalize_name(text))
    document.note_implicit_target(section, section)
    return section


def _options(fields: Mapping[str, str], path: str) -> dict[str, Any]:
    """Return the directive's options that the head of a page gives."""
    options = {}
    for name in sorted(OPTIONS.keys() & fields.keys() - _OF_DIRECTIVES):
        try:
            options[name] = OPTIONS[name](fields[name])
        except ValueError as error:
            warn('directive', '%s: %s', name, error, location=path)
    return options


def _docinfo(fields: Mapping[str, str]) -> docutils_nodes.docinfo:
    """Return what Sphinx collects as the metadata of a page."""
    docinfo = docutils_nodes.docinfo()
    for name, value in fields.items():
        body = docutils_nodes.field_body('', docutils_nodes.paragraph(value, value))
        docinfo += docutils_nodes.field('', docutils_nodes.field_name(name, name), body)
    return docinfo
