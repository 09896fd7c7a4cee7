"""Where a transcript's lines come from.

The readers are imported when there is something to read: they take a third of the start of a build.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from docutils.statemachine import StringList
from sphinx.util.parsing import nested_parse_to_nodes

from ..messages import __
from ..transcript.files import read_bytes
from .markup import markdown_parser, own_footnotes, rst_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Node, document
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

    from ..transcript.formats.registry import Format
    from ..transcript.model import Finding, Line, Markup, Paragraph
    from .markup import Parse


class Source(Protocol):
    """A transcript's lines and how to read them."""

    #: The markup that the words are in, unless the author says otherwise.
    markup: Markup

    def lines(self) -> list[Line]:
        """Return all lines. Raises TranscriptError for a file that can't be read."""

    def recognise(self, lines: list[Line]) -> tuple[Format, tuple[Finding, ...]]:
        """Return the format of the lines below the metadata, and what was noticed."""

    def locate(self, line: int) -> tuple[str, int]:
        """Return path and line number, from 1, of a line of the transcript."""

    def parse(self, paragraph: Paragraph, markup: Markup) -> Sequence[Node]:
        """Parse words that have markup."""


class FileSource:
    """A file of the project.

    :param host: the document that shows its words
    """

    def __init__(self, host: document, path: str, encoding: str | None = None) -> None:
        self.host = host
        self.path = path
        self.encoding = encoding
        is_markdown = Path(path).suffix in {'.md', '.markdown'}
        self.markup: Markup = 'markdown' if is_markdown else 'literal'

    def lines(self) -> list[Line]:
        from ..transcript.formats import file_lines

        return file_lines(read_file(self.path), self.encoding)

    def recognise(self, lines: list[Line]) -> tuple[Format, tuple[Finding, ...]]:
        from ..transcript.formats import recognise

        return recognise(lines, self.path)

    def locate(self, line: int) -> tuple[str, int]:
        return self.path, line

    def parse(self, paragraph: Paragraph, markup: Markup) -> Sequence[Node]:
        parse = self.parse_rst if markup == 'rst' else self.parse_markdown
        return parse(paragraph.text, paragraph.line)

    @cached_property
    def parse_rst(self) -> Parse:
        """Parses reST."""
        return rst_parser(self.host, self.path)

    @cached_property
    def parse_markdown(self) -> Parse:
        """Parses Markdown."""
        return markdown_parser(self.host, self.path, self.lines())


class ContentSource:
    """The directive's own content, in the markup of its document."""

    def __init__(self, directive: SphinxDirective) -> None:
        self.directive = directive
        is_myst = type(directive.state).__module__.startswith('myst_parser')
        self.markup: Markup = 'markdown' if is_myst else 'rst'

    def lines(self) -> list[Line]:
        return list(enumerate(self.directive.content, 1))

    def recognise(self, lines: list[Line]) -> tuple[Format, tuple[Finding, ...]]:
        from ..transcript.formats.registry import TEXT

        return TEXT, ()

    def locate(self, line: int) -> tuple[str, int]:
        path, offset = self.directive.content.items[line - 1]
        return path, offset + 1

    def parse(self, paragraph: Paragraph, markup: Markup) -> Sequence[Node]:
        first = paragraph.line - 1
        text = paragraph.text.split('\n')
        content = self.directive.content
        lines = StringList(text, items=content.items[first : first + len(text)])
        offset = self.directive.content_offset + first
        state = self.directive.state
        with own_footnotes(state.document):
            return nested_parse_to_nodes(state, lines, offset=offset, allow_section_headings=False)


def find_file(env: BuildEnvironment, name: str) -> tuple[str, str]:
    """Return the path of a file relative to the source directory, and the whole path.

    :raises UnreadableFileError: no file can have that name here
    """
    try:
        relative, path = env.relfn2path(name)
        Path(path).lstat()
    except OSError:  # it isn't there yet
        return relative, path
    except (ValueError, RuntimeError) as error:  # NUL, letters of another locale, a ring of links
        raise UnreadableFileError(_unreadable(name, error)) from error
    return relative, path


def read_file(path: str) -> bytes:
    """Return the bytes of a file. Raises UnreadableFileError."""
    try:
        return read_bytes(Path(path))
    except OSError as error:
        raise UnreadableFileError(_unreadable(path, error.strerror)) from error
    except ValueError as error:  # no name that a file may have here
        raise UnreadableFileError(_unreadable(path, error)) from error


def _unreadable(path: str, why: object) -> str:
    return __('file %r can’t be read: %s') % (PurePath(path).name, why)


class UnreadableFileError(Exception):
    """A file isn't there, or the system doesn't let it be read."""
