"""The ``interview`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as docutils_nodes

from ..doctree import nodes
from ..messages import __, fail
from ..transcript.consent.marks import MARK
from ..transcript.model import TranscriptError
from .directive import OwnDirective
from .options import OPTIONS
from .sources import ContentSource, FileSource, Source, UnreadableFileError, find_file

if TYPE_CHECKING:
    from docutils.nodes import Element, Node


class InterviewDirective(OwnDirective):
    """Shows a transcript, from a file or from the content, as questions and answers."""

    final_argument_whitespace = True
    has_content = True
    conversions: ClassVar = OPTIONS
    closing: ClassVar = frozenset({'embargo'})

    def make(self) -> list[Node]:
        if ('file' in self.options) == bool(self.content):
            text = __('an interview has either a :file: or content')
            fail('directive', text, location=self.get_location())
            return []
        from .making.maker import Maker  # with all readers, which most projects don't need

        location = self.get_location()
        document = self.state.document
        try:
            source = self._source()
        except UnreadableFileError as error:
            fail('unreadable', '%s', error, location=location)
            return []
        maker = Maker(self.env, document, source, self.options, location, self._title)
        try:
            interview = maker.make()
            if 'translation' in self.options and isinstance(interview, nodes.interview):
                from .translating.reading import add_translation

                add_translation(maker, interview)
        except UnreadableFileError as error:
            fail('unreadable', '%s', error, location=location)
        except TranscriptError as error:
            maker.report(error.finding)
        else:
            self.set_source_info(interview)
            maker.register(interview)
            return [interview]
        return []

    def _source(self) -> Source:
        """Return where the transcript comes from."""
        if 'file' not in self.options:
            return ContentSource(self)
        relative, path = find_file(self.env, self.options['file'])
        self.env.note_dependency(relative)
        return FileSource(self.state.document, path, self.options.get('encoding'))

    def _title(self, of_transcript: str) -> Element | None:
        text = self.arguments[0] if self.arguments else of_transcript
        if '{restricted' in text and self.config.interview_edition != 'complete':
            return None
        text = MARK.sub('', text)
        if not text:
            return None
        children: list[Node] = [docutils_nodes.Text(text)]
        messages: list[docutils_nodes.system_message] = []
        if self.arguments:
            children, messages = self.parse_inline(text, lineno=self.lineno)
        title = nodes.interview_title(text, '', *children, classes=['interview-title'])
        self.set_source_info(title)
        for message in messages:
            self.state.parent.append(message)
        return title
