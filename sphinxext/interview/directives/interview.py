"""The ``interview`` directive."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from docutils.nodes import Element
from sphinx.util.docutils import SphinxDirective

from ..config import appearance
from ..doctree import nodes
from ..doctree.build import InterviewBuilder
from ..messages import __, fail, report, warn
from ..transcript.exchanges import exchanges
from ..transcript.metadata import split_metadata
from ..transcript.model import TranscriptError
from ..transcript.people import parse_people
from ..transcript.readers import read
from ..transcript.selection import select
from ..transcript.slugs import slugify
from .options import METADATA, OPTIONS, ROLES, SELECTION
from .sources import ContentSource, FileSource, Source, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Node

    from ..transcript.model import Finding, Line, Markup, Speaker
    from ..transcript.readers.formats import Format


class InterviewDirective(SphinxDirective):
    """Shows a transcript, from a file or from the content, as questions and answers."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = OPTIONS

    def run(self) -> list[Node]:
        if ('file' in self.options) == bool(self.content):
            text = __('an interview has either a :file: or content')
            fail('directive', text, location=self.get_location())
            return []
        try:
            return self._show()
        except UnreadableFileError as error:
            fail('unreadable', '%s', error, location=self.get_location())
        except TranscriptError as error:
            self._report(error.finding)
        return []

    @cached_property
    def source(self) -> Source:
        """Where the transcript comes from."""
        if 'file' in self.options:
            return FileSource(self, self.options['file'], self.options.get('encoding'))
        return ContentSource(self)

    @property
    def markup(self) -> Markup:
        """How the words are written."""
        markup: Markup = self.options.get('markup', self.source.markup)
        return markup

    def _show(self) -> list[Node]:
        metadata, declared, lines = split_metadata(self.source.lines())
        form, noticed = self.source.recognise(lines)
        transcript = read(
            self._selected(lines, form),
            form=form,
            markup=self.markup,
            paragraphs=self.options.get('paragraphs', 'auto'),
            people=self._people(declared),
        )
        parts, findings = exchanges(transcript.items)
        for finding in (*noticed, *transcript.findings, *findings):
            self._report(finding)
        builder = InterviewBuilder(
            self._unused_name(),
            appearance(self.config, self.options),
            self.markup,
            self.source.locate,
            lambda paragraph: self.source.parse(paragraph, self.markup),
        )
        interview = builder.build(transcript, parts, self._title(metadata.get('title', '')))
        self.set_source_info(interview)
        interview['metadata'] = self._metadata({**metadata, **transcript.metadata})
        self._register(interview)
        return [interview]

    def _selected(self, lines: list[Line], form: Format) -> list[Line]:
        """Return the lines of the part that the author asked for, with the header they need."""
        options = {name.replace('-', '_'): self.options.get(name, '') for name in SELECTION}
        if not any(options.values()):
            return lines
        if form.header is None:
            text = __('a file of this kind can only be shown whole: %s') % form.title
            raise TranscriptError('selection', 1, text)
        chosen = select(lines, lines_spec=options.pop('lines'), **options)
        header = [line for line in lines[: form.header] if line not in chosen[: form.header]]
        return [*header, *chosen]

    def _people(self, declared: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        """Return the people of the options; for a role without option those of the file."""
        people = []
        for role in ROLES:
            if role not in self.options:
                people += [speaker for speaker in declared if speaker.role == role]
                continue
            try:
                people += parse_people(self.options[role], role)
            except ValueError as error:
                warn('directive', ':%s: %s', role, error, location=self.get_location())
        return tuple(people)

    def _metadata(self, of_transcript: Mapping[str, str]) -> dict[str, str]:
        given = {**of_transcript, **self.options}
        return {key: given[key] for key in METADATA if given.get(key)}

    def _title(self, of_transcript: str) -> Element | None:
        text = self.arguments[0] if self.arguments else of_transcript
        if not text:
            return None
        children, messages = self.parse_inline(text, lineno=self.lineno)
        title = nodes.interview_title(text, '', *children, classes=['interview-title'])
        self.set_source_info(title)
        for message in messages:
            self.state.parent.append(message)
        return title

    def _unused_name(self) -> str:
        """Return the interview's name; another where the document has it already."""
        name = self._name()
        holder = self.state.document.ids.get(name)
        if not isinstance(holder, nodes.interview):
            return name
        text = __('duplicate interview name %r; references go to the one in %s')
        other = f'{holder.source}:{holder.line}'
        warn('duplicate', text, name, other, location=self.get_location())
        number = 2
        while f'{name}-{number}' in self.state.document.ids:
            number += 1
        return f'{name}-{number}'

    def _name(self) -> str:
        given = self.options.get('name', '')
        default = self.options.get('file', self.env.docname)
        name = slugify(given or PurePosixPath(default).stem, words=99) or 'interview'
        if given and name != given:
            text = __('%r can’t be an address; the interview is called %r')
            warn('directive', text, given, name, location=self.get_location())
        return name

    def _register(self, interview: Element) -> None:
        """Make the ids known to docutils, so that it gives them to nothing else."""
        document = self.state.document
        # An enclosing section may have the name already; then its anchor serves both
        if interview['name'] not in document.ids:
            interview['ids'] = [interview['name']]
        for node in interview.findall(Element):
            if node['ids']:
                document.set_id(node)

    def _report(self, finding: Finding) -> None:
        path, line = self.source.locate(finding.line)
        report(finding, f'{path}:{line}')
