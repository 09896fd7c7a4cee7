"""Tables that the documentation makes of the code, so that they say what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import sphinxext.interview
from sphinxext.interview.citing.dates import parse_date
from sphinxext.interview.citing.names import parse_name
from sphinxext.interview.citing.negation import ELSEWHERE, WORDS
from sphinxext.interview.config.values import VALUES
from sphinxext.interview.directives.options import OPTIONS
from sphinxext.interview.doctree.turns.literal import escape
from sphinxext.interview.domain.presenting.dates import written
from sphinxext.interview.messages import SUBTYPES
from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.formats import read
from sphinxext.interview.transcript.formats.data.shapes import SHAPES
from sphinxext.interview.transcript.formats.registry import FORMATS
from sphinxext.interview.transcript.model import Exchange, Speaker
from sphinxext.interview.transcript.speech.times import format_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxext.interview.transcript.model import Line, Turn

logger = logging.getLogger(__name__)
TOP = Path(__file__).parent.parent.parent

PEOPLE = (
    Speaker('Ada Reader', 'interviewer'),
    Speaker('Grace Keeper', 'interviewee', ('GK',)),
)
#: Of the page about layouts, as it shows them itself.
LAYOUT_OPTIONS = (':interviewer: Ida Quill', ':interviewee: Jon Pilot', ':contents: none')
CODE = re.compile(r"\b(?:Finding|TranscriptError)\(\s*'([a-z_]+)'")


def literal(text: str) -> str:
    """Return reST that shows *text* as code."""
    return f'``{text}``'


def line_block(lines: Iterable[str]) -> str:
    """Return reST that shows each of *lines* on a line of its own."""
    return '\n'.join(f'| {line}' for line in lines)


class TableDirective(SphinxDirective):
    """Makes a table of `rows`; each cell is reST."""

    has_content = True
    header: tuple[str, ...] = ()
    widths = 'auto'
    classes = ''

    def run(self) -> list[Node]:
        lines = ['.. list-table::', '   :header-rows: 1', f'   :widths: {self.widths}']
        lines += [f'   :class: {self.classes}', ''] if self.classes else ['']
        for row in (self.header, *self.rows()):
            for number, cell in enumerate(row):
                first, *others = cell.split('\n')
                lines.append(f'   {" " if number else "*"} - {first}')
                lines += [f'       {line}' for line in others]
        return self.parse_text_to_nodes('\n'.join(lines))

    def rows(self) -> Iterable[tuple[str, ...]]:
        """Return the cells of each row but the header."""
        raise NotImplementedError

    def examples(self) -> Iterator[list[Line]]:
        """Return the numbered lines of each example; blank lines are between them."""
        for example in '\n'.join(self.content).strip().split('\n\n'):
            yield list(enumerate(example.split('\n'), 1))


class Shown(TableDirective):
    """Inline markup: each line of the content with its result."""

    header = ('Source', 'Result')
    widths = '60 40'
    classes = 'shown'

    def rows(self) -> Iterable[tuple[str, ...]]:
        return [(literal(line), line) for line in self.content if line.strip()]


class Readings(TableDirective):
    """Lines of a transcript, and what the reader makes of them."""

    header = ('Written', 'Speaker', 'Words')
    widths = '40 20 40'

    def rows(self) -> Iterable[tuple[str, ...]]:
        for lines in self.examples():
            transcript = read(lines, people=PEOPLE)
            written = line_block(literal(text) for _, text in lines)
            if transcript.turns:
                speakers, words = zip(*map(self.turn, transcript.turns), strict=True)
                yield written, line_block(speakers), line_block(words)
            else:
                codes = {finding.code for finding in transcript.findings}
                reported = ', '.join(codes - {'no_turn', 'speaker_unused'})
                words = escape(' '.join(p.text for p in transcript.preamble))
                yield written, reported and f'none: {literal(reported)}', words

    @staticmethod
    def turn(turn: Turn) -> tuple[str, str]:
        """Return speakers and words, with the time before them."""
        names = (speaker.name.replace(' ', '\N{NO-BREAK SPACE}') for speaker in turn.speakers)
        time = '' if turn.time is None else f'*{format_time(turn.time)}* '
        return ', '.join(names), time + escape(turn.text)


class Layout(SphinxDirective):
    """A file of `snippets/layouts`, and the interview that it becomes.

    The content is the options, which are then shown, too.
    """

    has_content = True
    required_arguments = 1

    def run(self) -> list[Node]:
        name = self.arguments[0]
        path = f'/snippets/layouts/{name}'
        language = 'md' if name.endswith('.md') else 'none'
        given = [f'   {option}' for option in self.content]
        if given:
            directive = ['.. interview::', f'   :file: {name}', *given]
            shown = ['.. code-block:: rst', '', *(f'   {line}' for line in directive), '']
        else:
            shown, given = [], [f'   {option}' for option in LAYOUT_OPTIONS]
        source = [
            f'.. literalinclude:: {path}',
            f'   :language: {language}',
            '   :class: transcript',
        ]
        result = ['.. interview::', f'   :file: {path}', *given]
        return self.parse_text_to_nodes('\n'.join([*source, '', *shown, *result]))


class Slugs(TableDirective):
    """Questions and their slugs."""

    header = ('Question', 'Slug')
    widths = '60 40'

    def rows(self) -> Iterable[tuple[str, ...]]:
        for lines in self.examples():
            parts, _ = exchanges(read(lines, people=PEOPLE).items)
            written = line_block(literal(text) for _, text in lines)
            slugs = [literal(part.slug) for part in parts if isinstance(part, Exchange)]
            yield written, ', '.join(slugs)


class Names(TableDirective):
    """Names of speakers, and their parts."""

    header = ('Written', 'Family name', 'Given name', 'Else')
    widths = '34 22 22 22'

    def rows(self) -> Iterable[tuple[str, ...]]:
        for line in filter(None, self.content):
            name = parse_name(line)
            family = escape(' '.join(filter(None, [name.particle, name.family])))
            whole = 'one name' + (', of a group' if name.is_group else '')
            yield literal(line), family, escape(name.given), whole if name.literal else name.suffix


class Dates(TableDirective):
    """Spellings of dates, what they mean, and how lists write them."""

    header = ('Written', 'Read as', 'In a list')
    widths = '36 32 32'

    def rows(self) -> Iterable[tuple[str, ...]]:
        for line in filter(None, self.content):
            date = parse_date(line)
            if date is None:
                yield literal(line), 'a warning', ''
            else:
                yield literal(line), literal(date.edtf), escape(written(date, 'en'))


class Negations(TableDirective):
    """The words that deny, by language; those that count in their own language only stand alone."""

    header = ('Language', 'Everywhere', 'In its own interviews only')
    widths = '16 60 24'

    def rows(self) -> Iterable[tuple[str, ...]]:
        named = {Locale.parse(code).english_name: words.split() for code, words in WORDS.items()}
        for language, words in sorted(named.items()):
            own = [word for word in words if word in ELSEWHERE]
            others = [word for word in words if word not in ELSEWHERE]
            yield language, escape(' '.join(others)), escape(' '.join(own))


class Formats(TableDirective):
    """The formats that are read."""

    header = ('Format', 'Endings', 'Known by', 'Kept', 'Times')
    widths = '16 12 26 30 16'

    def rows(self) -> Iterable[tuple[str, ...]]:
        for form in FORMATS:
            endings = ' '.join(map(literal, form.suffixes)) or 'any'
            yield form.title, endings, form.sign, form.keeps, form.unit


class Shapes(TableDirective):
    """The JSON that is read."""

    header = ('Written by', 'Known by', 'Times')
    widths = '40 40 20'

    def rows(self) -> Iterable[tuple[str, ...]]:
        for shape in SHAPES:
            yield shape.title, literal(shape.keys), shape.unit


class Subtypes(TableDirective):
    """Warnings by name; the content says what to do, one ``name: advice`` a line."""

    header = ('Name', 'Meaning', 'What to do')
    widths = '20 40 40'

    def rows(self) -> Iterable[tuple[str, ...]]:
        advice = dict(line.split(': ', 1) for line in self.content)
        warn_difference('warning', SUBTYPES, advice)
        for name, text in advice.items():
            meaning = re.sub('`([^`]+)`', r'``\1``', SUBTYPES.get(name, ''))
            yield literal(f'interview.{name}'), meaning, text


class Findings(TableDirective):
    """What a reader finds; one ``code: level: meaning | advice`` a line."""

    header = ('Name', 'Level', 'Meaning', 'What to do')
    widths = '22 10 34 34'

    def rows(self) -> Iterable[tuple[str, ...]]:
        found = [line.split(': ', 2) for line in self.content]
        warn_difference(
            'finding', finding_codes() - SUBTYPES.keys(), [code for code, _, _ in found]
        )
        for code, level, text in found:
            yield literal(f'interview.{code}'), level, *text.split(' | ')


class ProjectLinks(SphinxDirective):
    """Links to what ``pyproject.toml`` says of the project; nothing where it says nothing."""

    def run(self) -> list[Node]:
        project = tomllib.loads((TOP / 'pyproject.toml').read_text('utf-8'))['project']
        links = [f'`{name} <{url}>`__' for name, url in project.get('urls', {}).items()]
        return self.parse_text_to_nodes(' · '.join(links))


class ConfigValues(SphinxDirective):
    """Describes every configuration value."""

    def run(self) -> list[Node]:
        lines: list[str] = []
        for value in VALUES:
            kind = ', '.join(literal(repr(choice)) for choice in value.choices)
            lines += [
                f'.. confval:: {value.name}',
                f'   :type: {kind or literal(type(value.default).__name__)}',
                f'   :default: {literal(repr(value.default))}',
                '',
                f'   {value.help}'.replace('`', '``'),
                '',
            ]
        return self.parse_text_to_nodes('\n'.join(lines))


def finding_codes() -> set[str]:
    """Return the codes that stand in the package's source."""
    package = Path(next(iter(sphinxext.interview.__path__)))
    return {
        code for path in package.rglob('*.py') for code in CODE.findall(path.read_text('utf-8'))
    }


def check_options(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of an option that the reference leaves out, and of one that doesn't exist."""
    described = {
        name.removeprefix('interview:')
        for kind, name in env.domains['rst'].data['objects']
        if kind == 'directive:option'
    }
    warn_difference('option', OPTIONS, described)


def warn_difference(what: str, existing: Iterable[str], described: Iterable[str]) -> None:
    """Warn where what exists isn't what is described."""
    for name in sorted(set(existing) ^ set(described)):
        logger.warning('the %s %r is only in the code or only in the reference', what, name)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive('project-links', ProjectLinks)
    app.add_directive('config-values', ConfigValues)
    app.add_directive('shown', Shown)
    app.add_directive('readings', Readings)
    app.add_directive('layout', Layout)
    app.add_directive('slugs', Slugs)
    app.add_directive('names', Names)
    app.add_directive('dates', Dates)
    app.add_directive('negations', Negations)
    app.add_directive('formats', Formats)
    app.add_directive('json-shapes', Shapes)
    app.add_directive('subtypes', Subtypes)
    app.add_directive('findings', Findings)
    app.connect('env-check-consistency', check_options)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
