"""A transcript that is a page of its own: a parser for ``source_suffix``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as docutils_nodes
from docutils.parsers.rst import Parser as RSTParser
from sphinx.parsers import Parser
from sphinx.util import get_filetype

from ..doctree import nodes
from ..messages import __, fail, report
from ..transcript.model import Finding, TranscriptError
from ..transcript.source.decoding import decode, number_lines
from .sources import FileSource, UnreadableFileError, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..transcript.model import Line
    from .making.maker import Maker


#: What Sphinx wants to know of a page, whatever stands on it.
_OF_PAGES = frozenset(['orphan', 'tocdepth', 'nocomments', 'nosearch'])


class PageSource(FileSource):
    """The file of a page, as Sphinx and other extensions hand it over."""

    def __init__(self, host: docutils_nodes.document, path: str, text: str) -> None:
        super().__init__(host, path)
        self.text = text

    def lines(self) -> list[Line]:
        return number_lines(decode(self.text.encode('utf-8', 'replace')))


class TranscriptParser(Parser):
    """Makes a page of a transcript; what a catalogue says of its words is reStructuredText."""

    settings_spec: ClassVar = ()

    def parse(self, inputstring: str, document: docutils_nodes.document) -> None:
        """Put the page, or the paragraph of a translation, into *document*."""
        # So Sphinx calls it
        if document['source'].endswith(':<translated>'):
            RSTParser().parse(inputstring, document)
            return
        self.setup_parse(inputstring, document)
        self.read(inputstring, document)
        self.finish_parse()

    def read(self, inputstring: str, document: docutils_nodes.document) -> None:
        """Put the page into *document*."""
        raise NotImplementedError


class InterviewParser(TranscriptParser):
    """Makes a page of a file: its title as heading, its head as metadata."""

    supported = ('interview',)

    def read(self, inputstring: str, document: docutils_nodes.document) -> None:
        from .making.maker import Maker  # with all readers

        env = document.settings.env
        path = str(env.doc2path(env.docname))
        source = PageSource(document, path, inputstring)
        maker = Maker(env, document, source, {}, path, lambda _: None)
        fill(maker, path, {}, lambda of_transcript, _: of_transcript)


def fill(
    maker: Maker,
    path: str,
    about: Mapping[str, str],
    call: Callable[[str, docutils_nodes.Element | None], str],
) -> None:
    """Put the page of a transcript into its document: metadata, the heading, the interview.

    One that is kept back says nothing of itself.

    :param path: of the transcript
    :param about: metadata beside that of its head, which it overrides
    :param call: is given the title that the transcript has, or nothing, and the interview, where it can
        be read; returns the heading, or nothing for the name of the page
    """
    from ..transcript.source.head import split_metadata

    titles: list[str] = []
    known: dict[str, str] = dict(about)
    interview = None
    maker = replace(maker, title=titles.append)
    document = maker.document
    try:
        fields = maker.edition.fields(split_metadata(maker.source.lines()).fields)
        known = {name: field.value for name, field in fields.items()} | known
        interview = maker.make()
    except UnreadableFileError as error:
        fail('unreadable', '%s', error, location=path)
    except TranscriptError as error:
        maker.report(error.finding)
    is_closed = interview is None and 'embargo' in {*known, *maker.options}
    is_kept_back = is_closed or isinstance(interview, nodes.interview_note)
    if is_kept_back:
        known = {name: value for name, value in known.items() if name in _OF_PAGES}
    document += _docinfo(known)
    title = '' if is_kept_back else call(titles[0] if titles else '', interview)
    section = _section(document, path, title)
    document += section
    if interview is not None:
        interview.source, interview.line = path, 1
        maker.register(interview)
        section += interview


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


def _docinfo(fields: Mapping[str, str]) -> docutils_nodes.docinfo:
    """Return what Sphinx collects as the metadata of a page."""
    docinfo = docutils_nodes.docinfo()
    for name, value in fields.items():
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
