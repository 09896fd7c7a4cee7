"""From a source and its options to an interview's node."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils.nodes import Element

from ..config.appearance import appearance
from ..doctree import nodes
from ..doctree.build import InterviewBuilder
from ..doctree.recordings import recording
from ..doctree.restricted import embargo_note
from ..messages import __, report, warn
from ..transcript.captions.public import public_cues
from ..transcript.consent.editions import Embargo, pseudonyms, today
from ..transcript.consent.marks import MARK, normalised
from ..transcript.consent.restricting import (
    passages_in,
    public_parts,
    put_back,
    without_marks,
)
from ..transcript.exchanges.grouping import exchanges
from ..transcript.exchanges.slugs import slugify
from ..transcript.formats import read
from ..transcript.model import TranscriptError
from ..transcript.people.declared import parse_people
from ..transcript.permalinks.keeping import keep
from ..transcript.recordings import parse_sources
from ..transcript.segments.placing import place
from ..transcript.source.fields import Field
from ..transcript.source.head import split_metadata
from ..transcript.source.keys import METADATA, ROLES
from ..transcript.source.part import select
from ..transcript.writing.webvtt import cues_as_vtt
from .options import SELECTION, options_of_head
from .sources import UnreadableFileError, find_file, read_file
from .trust import without_unsafe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils.nodes import document
    from sphinx.environment import BuildEnvironment

    from ..transcript.captions.cues import Cue
    from ..transcript.consent.pseudonyms import Pseudonyms
    from ..transcript.formats.registry import Format
    from ..transcript.model import (
        Exchange,
        Finding,
        Line,
        Markup,
        Paragraph,
        Speaker,
        Topic,
        Transcript,
    )
    from ..transcript.permalinks.keeping import Kept
    from ..transcript.permalinks.ledger import Ledger
    from ..transcript.source.head import Head
    from .sources import Source


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

    def make(self) -> Element:
        """Read the transcript and make the node, which is in no document yet.

        In the public edition a note stands for an interview under embargo.

        :raises UnreadableFileError: the file isn't there
        :raises TranscriptError: it can't be read as a transcript
        """
        head = split_metadata(self._pseudonyms.hide_lines(self.source.lines()))
        head = head._replace(fields=self._safe_fields(head.fields))
        options = options_of_head(head.fields, self.source.locate)
        options |= without_unsafe(self._public_options(), self.env, self.location)
        weak = {name: given for name, given in self.defaults.items() if name not in head.fields}
        defaults = without_unsafe(weak, self.env, self.location)
        return replace(self, options=defaults | options, defaults=defaults)._make(head, options)

    @cached_property
    def _pseudonyms(self) -> Pseudonyms:
        config = self.env.config
        return pseudonyms(config.interview_edition, config.interview_speakers)

    def _note_of_embargo(self) -> Element | None:
        """Return what stands for the interview where it may not be published; None where it may."""
        if 'embargo' not in self.options:
            return None
        embargo = Embargo.parse(self.options['embargo'])
        if not embargo.is_valid:
            text = __('an embargo is a date like 2040-01-01, or “closed”; until then it holds')
            warn('consent', text, location=self.location)
        if self._is_complete or not embargo.holds(today(os.environ)):
            return None
        note = embargo_note(embargo.until)
        note['withheld'] = [(self._name(), 0, self._own_file(), self._until(), True, False)]
        return note

    def _until(self) -> str:
        """Return the first day after the embargo; empty where there is none."""
        until = Embargo.parse(self.options.get('embargo', '')).until
        return until.isoformat() if until and not self._is_complete else ''

    def _safe_fields(self, fields: Mapping[str, Field]) -> dict[str, Field]:
        """Return what the head may say."""
        return {
            name: field
            for name, field in self.public(fields).items()
            if self._safe({name: field.value}, field.line)
        }

    def _public_options(self) -> dict[str, Any]:
        """Return the directive's options, without marks; what is marked is no option."""
        return {
            name: MARK.sub('', value) if isinstance(value, str) else value
            for name, value in self.options.items()
            if self._may_say(name, str(value))
        }

    def _may_say(self, name: str, value: str) -> bool:
        """Whether an option or a key is published; what keeps the interview back always counts."""
        return self._is_complete or name == 'embargo' or '{restricted' not in value

    def public(self, fields: Mapping[str, Field]) -> dict[str, Field]:
        """Return what of a head is published, without marks."""
        return {
            name: field._replace(value=MARK.sub('', self._pseudonyms.hide(field.value)))
            for name, field in fields.items()
            if self._may_say(name, field.value)
        }

    def _safe(self, found: Mapping[str, str], line: int = 1) -> dict[str, str]:
        path, number = self.source.locate(line)
        return without_unsafe(found, self.env, f'{path}:{number}', of_file=self.source.markup)

    @property
    def _is_complete(self) -> bool:
        return bool(self.env.config.interview_edition == 'complete')

    def _own_file(self) -> str:
        """Return the transcript's file, which has what is left out; empty where the page has it."""
        return getattr(self.source, 'path', '')

    def _make(self, head: Head, decided: Mapping[str, Any]) -> Element:
        for finding in head.findings:
            self.report(finding)
        if note := self._note_of_embargo():
            return note
        lines = head.lines
        form, noticed = self.source.recognise(lines)
        markup = self._markup(form)
        people = self._pseudonyms.labelled(self._people(head.people))
        marked = normalised(self._selected(lines, form))
        transcript = read(
            marked.lines,
            form=form,
            markup=markup,
            paragraphs=self.options.get('paragraphs', 'auto'),
            questions=self.options.get('questions', self.env.config.interview_questions),
            people=people,
        )
        unmarked = without_marks(
            transcript, marked.marks, is_complete=self._is_complete, declared=people
        )
        has_marks = unmarked is not transcript
        if not (has_marks and self._lacks_public_chapters()):
            unmarked = self._with_chapters(unmarked)
        transcript = self._pseudonyms.applied(unmarked)
        parts, findings = exchanges(transcript.items)
        passages = 0
        if has_marks:
            parts = public_parts(parts)
            passages = passages_in((*transcript.preamble, *parts, *transcript.epilogue))
        name = self._unused_name()
        kept = self._keep_addresses(name, parts)
        if kept:
            parts, findings = kept.parts, (*findings, *kept.findings)
        for finding in (*noticed, *marked.findings, *transcript.findings, *findings):
            self.report(finding)
        builder = InterviewBuilder(
            name,
            appearance(self.env.config, self.options),
            markup,
            self.source.locate,
            lambda paragraph: self.source.parse(paragraph, markup),
        )
        has_names = any(self._pseudonyms.has(speaker.name) for speaker in transcript.speakers)

        def captions() -> str:
            is_whole = not (passages or has_names)
            return self._captions(form, lines, transcript, is_whole=is_whole)

        inside = self._safe(transcript.metadata)
        metadata = {**inside, **head.metadata}
        interview = builder.build(
            transcript,
            parts,
            self.title(metadata.get('title', '')),
            self._recording(metadata, captions, is_whole=not passages),
        )
        if passages or has_names or self._until():
            file, until = self._own_file(), self._until()
            interview['withheld'] = [(name, passages, file, until, False, has_names)]
        if kept:
            interview['published'] = [kept.exchanges, kept.old, kept.digest, kept.topics]
        told: dict[str, Field] = {
            key: Field(key, inside[key], 1) for key in METADATA if key in inside
        }
        given = {**self.defaults, **options_of_head(told, self.source.locate), **decided}
        # An empty container says that there is none, where the project's name would stand
        interview['metadata'] = {
            key: given[key] or ''
            for key in METADATA
            if given.get(key) or (key == 'container' and key in given)
        }
        return interview

    def _lacks_public_chapters(self) -> bool:
        """Whether there are chapters that may say what is left out; the author is told."""
        if self._is_complete or 'chapters' not in self.options:
            return False
        text = __(
            'the chapters are left out, for they may say what is restricted; '
            'write the topics into the transcript'
        )
        warn('consent', text, location=self.location)
        return True

    def _with_chapters(self, transcript: Transcript) -> Transcript:
        """Put the chapters of a file before the words that start at their times."""
        if 'chapters' not in self.options:
            return transcript
        from ..transcript.formats.chapters import read_chapters

        path = ''
        try:
            relative, path = find_file(self.env, self.options['chapters'])
            self.env.note_dependency(relative)
            chapters, noticed = read_chapters(read_file(path))
        except UnreadableFileError as error:
            warn('unreadable', '%s', error, location=self.location)
            return transcript
        except TranscriptError as error:
            report(error.finding, f'{path}:{error.finding.line}')
            return transcript
        items, findings = place(transcript.items, chapters)
        for finding in (*noticed, *findings):
            report(finding, f'{path}:{finding.line}')
        return replace(transcript, items=tuple(items))

    def _keep_addresses(
        self, name: str, parts: tuple[Topic | Exchange | Paragraph, ...]
    ) -> Kept | None:
        """Return the *parts* with the addresses that a ledger has, where the project keeps one.

        What a ledger has of an exchange of which something is left out may be made of those words.
        """
        ledger: Ledger | None = self.env.get_domain('interview').ledger  # type: ignore[attr-defined]
        if not ledger:
            return None
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
        for node in interview.findall(Element):
            if node.get('ids', ()):
                self.document.set_id(node)

    def _markup(self, form: Format) -> Markup:
        """Return how the words are written; those of captions are words and nothing else."""
        markup: Markup = self.options.get('markup', self.source.markup)
        return 'literal' if form.cues else markup

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
                warn('directive', ':%s: %s', role, error, location=self.location)
        return tuple(people)

    def _recording(
        self, metadata: Mapping[str, str], captions: Callable[[], str], *, is_whole: bool
    ) -> Element | None:
        """Return the recording; where passages are left out, the one that an author has cut."""
        option = 'recording' if is_whole else 'public-recording'
        given = parse_sources(self.options.get(option, metadata.get(option, '')))
        if not (is_whole or given) and (self.options.get('recording') or metadata.get('recording')):
            text = __(
                'the recording is left out, for restricted passages can be heard in it; '
                'cut them and name the file with :public-recording:'
            )
            warn('consent', text, location=self.location)
        sources = tuple(source for source in given if source.is_url or self._is_name(source.target))
        return recording(sources, self.env.docname, captions()) if sources else None

    def _captions(
        self, form: Format, lines: list[Line], public: Transcript, *, is_whole: bool
    ) -> str:
        """Return what the player shows, as WebVTT; nothing where there are no cues."""
        if not form.cues:
            return ''
        captions = form.cues(normalised(lines).lines)
        cues: Sequence[Cue] = captions.cues
        if not is_whole:
            cues = public_cues(captions, public, self._pseudonyms.called)
        cues = [cue._replace(text=MARK.sub('', cue.text)) for cue in cues]
        return cues_as_vtt(cues) if cues else ''

    def _is_name(self, path: str) -> bool:
        """Whether a file can be called so here; where none can, the author is told."""
        try:
            find_file(self.env, path)
        except UnreadableFileError as error:
            warn('unreadable', '%s', error, location=self.location)
            return False
        return True

    def _unused_name(self) -> str:
        """Return the interview's name; another where the document has it already."""
        name = self._name()
        holder = self.document.ids.get(name)
        if not isinstance(holder, nodes.interview):
            return name
        text = __('duplicate interview name %r; references go to the one in %s')
        other = f'{holder.source}:{holder.line}'
        warn('duplicate', text, name, other, location=self.location)
        number = 2
        while f'{name}-{number}' in self.document.ids:
            number += 1
        return f'{name}-{number}'

    def _name(self) -> str:
        given = self._pseudonyms.hide(self.options.get('name', ''))
        stem = PurePosixPath(self.options.get('file', self.env.docname)).stem
        name = slugify(given or self._pseudonyms.hide(stem), words=99) or 'interview'
        if given and name != given:
            text = __('%r can’t be an address; the interview is called %r')
            warn('directive', text, given, name, location=self.location)
        return name
