"""Where a transcript's lines come from, and how words with markup are parsed there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from docutils.parsers.rst import states
from docutils.statemachine import StringList
from sphinx.util.parsing import nested_parse_to_nodes

from ..messages import __
from ..transcript.decoding import decode, number_lines
from ..transcript.model import TranscriptError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Node, document
    from sphinx.util.docutils import SphinxDirective

    from ..transcript.model import Line, Markup, Paragraph


class Source(Protocol):
    """A transcript's lines and how to read them."""

    #: The markup that the words are in, unless the author says otherwise.
    markup: Markup

    def lines(self) -> list[Line]:
        """Return all lines. Raises TranscriptError for a file that can't be read."""

    def locate(self, line: int) -> tuple[str, int]:
        """Return path and line number, from 1, of a line of the transcript."""

    def parse(self, paragraph: Paragraph, markup: Markup) -> Sequence[Node]:
        """Parse words that have markup."""


class FileSource:
    """A file of the project."""

    def __init__(self, directive: SphinxDirective, name: str, encoding: str | None) -> None:
        relative, self.path = directive.env.relfn2path(name)
        directive.env.note_dependency(relative)
        self.directive = directive
        self.name = name
        self.encoding = encoding
        self.markup: Markup = 'markdown' if Path(name).suffix in {'.md', '.markdown'} else 'literal'

    def lines(self) -> list[Line]:
        try:
            data = Path(self.path).read_bytes()
        except OSError as error:
            text = __('transcript %r can’t be read: %s') % (self.name, error.strerror)
            raise UnreadableFileError(text) from error
        return number_lines(decode(data, self.encoding))

    def locate(self, line: int) -> tuple[str, int]:
        return self.path, line

    def parse(self, paragraph: Paragraph, markup: Markup) -> Sequence[Node]:
        if markup == 'rst':
            return _parse_rst(paragraph, self.path, self.directive.state.document)
        return _parse_markdown(paragraph, self.path, self.directive)


class ContentSource:
    """The directive's own content, in the markup of its document."""

    def __init__(self, directive: SphinxDirective) -> None:
        self.directive = directive
        is_myst = type(directive.state).__module__.startswith('myst_parser')
        self.markup: Markup = 'markdown' if is_myst else 'rst'

    def lines(self) -> list[Line]:
        return list(enumerate(self.directive.content, 1))

    def locate(self, line: int) -> tuple[str, int]:
        path, offset = self.directive.content.items[line - 1]
        return path, offset + 1

    def parse(self, paragraph: Paragraph, markup: Markup) -> Sequence[Node]:
        first = paragraph.line - 1
        text = paragraph.text.split('\n')
        content = self.directive.content
        lines = StringList(text, items=content.items[first : first + len(text)])
        offset = self.directive.content_offset + first
        return nested_parse_to_nodes(
            self.directive.state, lines, offset=offset, allow_section_headings=False
        )


class UnreadableFileError(Exception):
    """A file isn't there, or the system doesn't let it be read."""


def _parse_rst(paragraph: Paragraph, path: str, into: document) -> Sequence[Node]:
    text = paragraph.text.split('\n')
    items = [(path, paragraph.line - 1 + number) for number in range(len(text))]
    machine = states.RSTStateMachine(state_classes=states.state_classes, initial_state='Body')
    count = len(into)
    machine.run(StringList(text, items=items), into)
    return _take(into, count)


def _parse_markdown(paragraph: Paragraph, path: str, directive: SphinxDirective) -> Sequence[Node]:
    try:
        from myst_parser.config.main import MdParserConfig
        from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
        from myst_parser.parsers.mdit import create_md_parser
    except ImportError as error:
        text = __('reading Markdown needs myst-parser: install "sphinxext-interview[markdown]"')
        raise TranscriptError('markdown-missing', paragraph.line, text) from error
    # The project's settings where it uses MyST itself
    config = getattr(directive.env, 'myst_config', None) or MdParserConfig()
    parser = create_md_parser(config, SphinxRenderer)
    into = directive.state.document
    parser.options['document'] = into
    count = len(into)
    parser.render(paragraph.text)
    found = _take(into, count)
    for node in (descendant for root in found for descendant in root.findall()):
        if node.line is not None:
            node.source, node.line = path, node.line + paragraph.line - 1
    return found


def _take(into: document, count: int) -> list[Node]:
    """Take out what was appended to a document of *count* children."""
    found = cast('list[Node]', into.children[count:])
    del into.children[count:]
    return found
