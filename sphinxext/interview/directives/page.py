"""A transcript that is a page of its own: a parser for ``source_suffix``."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as docutils_nodes
from sphinx.parsers import Parser
from sphinx.util import get_filetype

from ..doctree import nodes
from ..messages import __, report
from ..transcript.model import Finding, TranscriptError
from ..transcript.source.decoding import decode, number_lines
from .sources import FileSource, UnreadableFileError, read_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..transcript.model import Line
    from ..transcript.source.fields import Field


#: What Sphinx wants to know of a page, whatever stands on it.
_OF_PAGES = frozenset(['orphan', 'tocdepth', 'nocomments', 'nosearch'])


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
        from ..transcript.source.head import split_metadata
        from .making import Maker

        self.setup_parse(inputstring, document)
        env = document.settings.env
        path = str(env.doc2path(env.docname))
        source = PageSource(document, path, inputstring)
        titles: list[str] = []
        fields: dict[str, Field] = {}
        interview = None
        maker = Maker(env, document, source, {}, path, titles.append)
        try:
            fields = maker.public(split_metadata(source.lines()).fields)
            interview = maker.make()
        except TranscriptError as error:
            maker.report(error.finding)
        if not isinstance(interview, nodes.interview) and 'embargo' in fields:
            fields = {name: field for name, field in fields.items() if name in _OF_PAGES}
        document += _docinfo(fields)
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


def _docinfo(fields: Mapping[str, Field]) -> docutils_nodes.docinfo:
    """Return what Sphinx collects as the metadata of a page."""
    docinfo = docutils_nodes.docinfo()
    for name, (_, value, _) in fields.items():
        body = docutils_nodes.field_body('', docutils_nodes.paragraph(value, value))
        docinfo += docutils_nodes.field('', docutils_nodes.field_name(name, name), body)
    return docinfo


def leave_out(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take those pages of ours from *docnames* that Sphinx can't decode, for it would stop there."""
    for docname in list(docnames):
        path = str(env.doc2path(docname))
        if get_filetype(app.config.source_suffix, path) != InterviewParser.supported[0]:
            continue
        problem = _problem(path, app.config.source_encoding)
        if problem:
            report(problem, f'{path}:{problem.line}')
            docnames.remove(docname)
            app.emit('env-purge-doc', env, docname)
            env.clear_doc(docname)
            env.found_docs.discard(docname)


def _problem(path: str, encoding: str) -> Finding | None:
    """Return why the file can't be a page; None if it can."""
    try:
        data = read_file(path)
        data.decode(encoding)
    except UnreadableFileError as error:
        return Finding('unreadable', 'error', 1, str(error))
    except UnicodeDecodeError:
        pass
    else:
        return None
    from ..transcript.formats import file_lines

    try:
        file_lines(data)
    except TranscriptError as error:
        return error.finding
    text = __('only a text in UTF-8 can be a page; show this file with an interview directive')
    return Finding('unreadable', 'error', 1, text)
