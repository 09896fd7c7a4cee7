"""Parsers for words with markup that stand in a file of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from docutils.parsers.rst import states
from docutils.statemachine import StringList

from ..doctree.transforms.footnotes import forget
from ..messages import __
from ..transcript.model import TranscriptError

if TYPE_CHECKING:
    from docutils.nodes import document

    from ..transcript.model import Line

#: Turns source text, and the number of its first line, into nodes.
Parse = Callable[[str, int], Sequence[nodes.Node]]


def rst_parser(host: document, path: str) -> Parse:
    """Return a parser of reST for the file at *path*, whose words are shown in *host*."""

    def parse(text: str, first: int) -> Sequence[nodes.Node]:
        lines = text.split('\n')
        items = [(path, first - 1 + number) for number in range(len(lines))]
        machine = states.RSTStateMachine(state_classes=states.state_classes, initial_state='Body')
        count = len(host)
        with _located(host, path), own_footnotes(host):
            host.reporter.get_source_and_line = machine.get_source_and_line
            # It appends to the document whose names and ids it must know
            machine.run(StringList(lines, items=items), host)
        found = host.children[count:]
        del host.children[count:]
        return found

    return parse


def markdown_parser(host: document, path: str, lines: Iterable[Line]) -> Parse:
    """Return a parser of Markdown for the file at *path*, whose words are shown in *host*.

    :param lines: the whole file, for a link may be defined anywhere in it
    :raises TranscriptError: ``markdown_missing``
    """
    try:
        from myst_parser.config.main import MdParserConfig
        from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
        from myst_parser.parsers.mdit import create_md_parser
    except ImportError as error:
        text = __('reading Markdown needs myst-parser: install "sphinxext-interview[markdown]"')
        raise TranscriptError('markdown_missing', 1, text) from error
    # The project's settings where it uses MyST itself
    config = getattr(host.settings.env, 'myst_config', None) or MdParserConfig()
    markdown = create_md_parser(config, SphinxRenderer)
    whole: dict[str, Any] = {}
    markdown.parse('\n'.join(text for _, text in lines), whole)
    known: dict[str, Any] = {'references': whole.get('references', {})}
    # Before its version 4, MyST takes marks for some only where the footnote is known, and keeps that apart
    labels = whole.get('footnotes', {}).get('refs', {})
    known['footnotes'] = {'refs': dict.fromkeys(labels, -1), 'list': {}}
    renderer = cast('SphinxRenderer', markdown.renderer)
    with _located(host, path):
        renderer.setup_render({**markdown.options, 'document': host}, known)

    def parse(text: str, first: int) -> Sequence[nodes.Node]:
        root = nodes.Element()
        with _located(host, path), own_footnotes(host), renderer.current_node_context(root):
            renderer.nested_render_text(text, first - 1)
            for definitions in renderer.md_env.pop('foot_refs', {}).values():
                for definition in definitions:
                    renderer.render_footnote_reference(definition)
        return root.children

    return parse


@contextmanager
def _located(host: document, path: str) -> Iterator[None]:
    """Have nodes and messages say that they come from *path*."""
    reporter = host.reporter
    lookup = getattr(reporter, 'get_source_and_line', None)
    before = host.get('source'), reporter.source, lookup
    host['source'] = reporter.source = path

    def locate(line: int | None = None) -> tuple[str, int | None]:
        return path, line

    reporter.get_source_and_line = locate
    try:
        yield
    finally:
        host['source'], reporter.source, reporter.get_source_and_line = before  # type: ignore[assignment]


@contextmanager
def own_footnotes(host: document) -> Iterator[None]:
    """Have the footnotes of a transcript labelled as if there were no others on the page."""
    numbered, automatic = len(host.footnotes), len(host.autofootnotes)
    others = forget(host, [*host.footnotes, *host.autofootnotes])
    try:
        yield
    finally:
        forget(host, [*host.footnotes[numbered:], *host.autofootnotes[automatic:]])
        for footnote in others:
            host.note_explicit_target(footnote, footnote)
