"""Makes the node of one interview."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ...config.appearance import appearance
from ...doctree import nodes
from ...doctree.build import InterviewBuilder
from ...doctree.finding import elements
from ...doctree.turns.words import HAS_TURNS
from ...messages import __, report, warn
from ...transcript.consent.marks import normalised
from ...transcript.consent.parts import passages_in, public_parts, put_back
from ...transcript.consent.restricting import without_marks
from ...transcript.consent.selecting import hidden_in
from ...transcript.exchanges.grouping import exchanges
from ...transcript.formats import read
from ...transcript.memory import no_collection
from ...transcript.source.fields import Field
from ...transcript.source.head import split_metadata
from ...transcript.source.keys import METADATA
from ..options import options_of_head
from ..trust import without_unsafe
from .asking import people_of, selected
from .edition import Edition
from .naming import name_of, unused_name
from .playing import player
from .reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils.nodes import Element, document
    from sphinx.environment import BuildEnvironment

    from ...transcript.formats.registry import Format
    from ...transcript.model import (
        Exchange,
        Finding,
        Markup,
        Paragraph,
        Topic,
        Transcript,
    )
    from ...transcript.permalinks.keeping import Kept
    from ...transcript.permalinks.ledger import Ledger
    from ...transcript.source.head import Head
    from ..sources import Source


@dataclass(frozen=True)
class Maker:
    """Makes the node of one interview; all that an author wrote is an argument.

    :param document: where the node will stand
    :param options: of the directive, converted; those of the file's head count less
    :param location: of the directive, for messages
    :param title: is given the title that the transcript has, or nothing; returns the heading
    :param defaults: options that count where neither those nor the file say anything
    """

    env: BuildEnvironment
    document: document
    source: Source
    options: dict[str, Any]
    location: str
    title: Callable[[str], Element | None]
    defaults: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def edition(self) -> Edition:
        """What this build may say."""
        return Edition(self.env.config)

    def make(self) -> Element:
        """Read the transcript and make the node, which is in no document yet.

        In the public edition a note stands for an interview under embargo.

        :raises UnreadableFileError: the file isn't there
        :raises TranscriptError: it can't be read as a transcript
        """
        with no_collection():
            return self._read_and_make()

    def _read_and_make(self) -> Element:
        head = split_metadata(self.edition.pseudonyms.hide_lines(self.source.lines()))
        head = head._replace(fields=self._safe_fields(head.fields))
        options = options_of_head(head.fields, self.source.locate)
        options |= without_unsafe(self.edition.options(self.options), self.env, self.location)
        weak = {name: given for name, given in self.defaults.items() if name not in head.fields}
        defaults = without_unsafe(weak, self.env, self.location)
        return replace(self, options=defaults | options, defaults=defaults)._make(head, options)

    def _safe_fields(self, fields: Mapping[str, Field]) -> dict[str, Field]:
        """Return what the head may say."""
        return {
            name: field
            for name, field in self.edition.fields(fields).items()
            if self._safe({name: field.value}, field.line)
        }

    def _safe(self, found: Mapping[str, str], line: int = 1) -> dict[str, str]:
        path, number = self.source.locate(line)
        return without_unsafe(found, self.env, f'{path}:{number}', of_file=self.source.markup)

    def _make(self, head: Head, decided: Mapping[str, Any]) -> Element:
        for finding in head.findings:
            self.report(finding)
        if note := self.edition.note_of_embargo(self.options, self.location):
            note['withheld'] = [self._withheld(self._name(), is_closed=True)]
            return note
        reading = self._read(head)
        name = unused_name(self.document, self._name(), self.location)
        kept = self._keep_addresses(name, reading.parts)
        if kept:
            findings = *reading.findings, *kept.findings
            reading = reading._replace(parts=kept.parts, findings=findings)
        for finding in reading.findings:
            self.report(finding)
        interview = self._build(name, reading, head, decided)
        if kept:
            interview['published'] = [kept.exchanges, kept.old, kept.digest, kept.topics]
        return interview

    def _read(self, head: Head) -> Reading:
        """Return the transcript as this edition has it, and what the author should know of it."""
        form, noticed = self.source.recognise(head.lines)
        markup = self._markup(form)
        marked = normalised(selected(head.lines, form, self.options))
        people = self.edition.pseudonyms.labelled(
            people_of(self.options, head.people, self.location)
        )
        as_asked = partial(
            read,
            form=form,
            markup=markup,
            paragraphs=self.options.get('paragraphs', 'auto'),
            questions=self.options.get('questions', self.env.config.interview_questions),
            people=people,
        )
        whole = as_asked(marked.lines)
        is_complete = self.edition.is_complete
        hidden = hidden_in(whole, marked.lines, head.lines, as_asked)
        unmarked = without_marks(
            whole, marked.marks, is_complete=is_complete, declared=people, hidden=hidden
        )
        is_marked = unmarked is not whole or hidden is not None
        transcript = self.edition.pseudonyms.applied(
            self._with_chapters(unmarked, is_public=is_complete or not is_marked)
        )
        parts, findings = exchanges(transcript.items)
        passages = 0
        if is_marked:
            parts = public_parts(parts)
            passages = passages_in((*transcript.preamble, *parts, *transcript.epilogue))
            # What is restricted may be in the rest of the file, and of its recording
            passages = passages or int(hidden is not None and not is_complete)
        findings = *noticed, *marked.findings, *transcript.findings, *findings
        has_pseudonyms = self._names_somebody(transcript)
        return Reading(
            form, markup, head.lines, transcript, parts, findings, passages, has_pseudonyms
        )

    def _names_somebody(self, transcript: Transcript) -> bool:
        """Whether anybody has a pseudonym who speaks, or is named anywhere in the file."""
        pseudonyms = self.edition.pseudonyms
        if not pseudonyms:
            return False
        if any(pseudonyms.has(speaker.name) for speaker in transcript.speakers):
            return True
        lines = self.source.lines()
        return pseudonyms.hide_lines(lines) != lines

    def _with_chapters(self, transcript: Transcript, *, is_public: bool) -> Transcript:
        """Put the chapters of a file into a transcript, where they can't say what is left out."""
        if 'chapters' not in self.options:
            return transcript
        if is_public:
            from .chapters import with_chapters

            return with_chapters(transcript, self.options['chapters'], self.env, self.location)
        text = __(
            'the chapters are left out, for they may say what is restricted; '
            'write the topics into the transcript'
        )
        warn('consent', text, location=self.location)
        return transcript

    def _build(
        self, name: str, reading: Reading, head: Head, decided: Mapping[str, Any]
    ) -> nodes.interview:
        markup = reading.markup
        builder = InterviewBuilder(
            name,
            appearance(self.env.config, self.options),
            markup,
            self.source.locate,
            lambda paragraph: self.source.parse(paragraph, markup),
        )
        inside = self._safe(reading.transcript.metadata)
        metadata = {**inside, **head.metadata}
        called = self.edition.pseudonyms.called
        interview = builder.build(
            reading.transcript,
            reading.parts,
            self.title(metadata.get('title', '')),
            player(self.env, {**metadata, **self.options}, reading, called, self.location),
        )
        self.env.temp_data[HAS_TURNS] = True
        until = self.edition.until(self.options)
        if reading.passages or reading.has_pseudonyms or until:
            interview['withheld'] = [self._withheld(name, reading)]
        interview['metadata'] = self._metadata(inside, decided)
        return interview

    def _withheld(
        self, name: str, reading: Reading | None = None, *, is_closed: bool = False
    ) -> tuple[object, ...]:
        """Return what the environment keeps of what isn't shown: the fields of a record."""
        # The file that has it; the page itself where there is none
        file = getattr(self.source, 'path', '')
        passages, has_names = (reading.passages, reading.has_pseudonyms) if reading else (0, False)
        return name, passages, file, self.edition.until(self.options), is_closed, has_names

    def _metadata(self, inside: Mapping[str, str], decided: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is known of the interview.

        :param inside: what the words of the transcript say, as a file of JSON does
        :param decided: what the author and the head say, which counts more
        """
        told = {key: Field(key, inside[key], 1) for key in METADATA if key in inside}
        given = {**self.defaults, **options_of_head(told, self.source.locate), **decided}
        # An empty container says that there is none, where the project's name would stand
        return {
            key: given[key] or ''
            for key in METADATA
            if given.get(key) or (key == 'container' and key in given)
        }

    def _keep_addresses(
        self, name: str, parts: tuple[Topic | Exchange | Paragraph, ...]
    ) -> Kept | None:
        """Return the *parts* with the addresses that a ledger has, where the project keeps one.

        What a ledger has of an exchange of which something is left out may be made of those words.
        """
        ledger: Ledger | None = self.env.get_domain('interview').ledger  # type: ignore[attr-defined]
        if not ledger:
            return None
        from ...transcript.permalinks.keeping import keep  # most projects have no ledger

        whole = [part for part in parts if not passages_in([part])]
        kept = keep(name, whole, ledger)
        if len(whole) == len(parts):
            return kept
        return kept._replace(parts=put_back(parts, kept.parts), old=())

    def report(self, finding: Finding) -> None:
        """Tell the author of something that the reader noticed."""
        path, line = self.source.locate(finding.line)
        report(finding, f'{path}:{line}')

    def register(self, interview: Element) -> None:
        """Make the ids known to docutils, so that it gives them to nothing else."""
        if not isinstance(interview, nodes.interview):
            return  # a note
        # An enclosing section may have the name already; then its anchor serves both
        if interview['name'] not in self.document.ids:
            interview['ids'] = [interview['name']]
        for node in elements(interview):
            # What has a name was made by docutils, which knows it
            if node.get('ids', ()) and not node.get('names'):
                self.document.set_id(node)

    def _markup(self, form: Format) -> Markup:
        """Return how the words are written; those of captions are words and nothing else."""
        markup: Markup = self.options.get('markup', self.source.markup)
        return 'literal' if form.cues else markup

    def _name(self) -> str:
        """Return what the interview is called, where nothing else is called so."""
        hide = self.edition.pseudonyms.hide
        given = hide(self.options.get('name', ''))
        stem = hide(PurePosixPath(self.options.get('file', self.env.docname)).stem)
        return name_of(given, stem, self.location)
