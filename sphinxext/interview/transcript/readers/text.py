"""Text with a label at the start of each turn: plain, reST or Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..blocks import Block, Break, Heading, Labelled, Text, blocks
from ..directions import is_direction, is_note
from ..doubts import doubtful_words, mixed_styles
from ..exchanges import asks
from ..labels import key
from ..model import Finding, Paragraph, Speaker, Topic, Transcript, Turn
from ..paragraphs import is_line_a_paragraph
from ..slugs import slugify
from ..speakers import (
    Candidate,
    assign,
    declared_keys,
    infer_roles,
    options_to_paste,
    with_roles,
)
from ..times import STAMP, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Item, Line, Markup, Paragraphs, Role
    from ..names import Voices

_LINK = re.compile(r'\s*(?:https?://\S+|\[[^\]]*\]\(\S+\))\s*')
_STAMP = re.compile(rf'\\?\[({STAMP})\\?\]\s*')
_SLUG = re.compile(r'[ \t]*\{#([^\s{}]+)\}[ \t]*$', re.MULTILINE)


def read_text(
    lines: list[Line], *, markup: Markup, paragraphs: Paragraphs, people: tuple[Speaker, ...]
) -> Transcript:
    """Read text; parameters as for `readers.read`."""
    found = list(blocks(lines, markup, declared_keys(people)))
    candidates = [
        Candidate(block.label, block.line, _LINK.fullmatch(block.label.rest) is not None)
        for block in found
        if isinstance(block, Labelled)
    ]
    voices, findings = assign(candidates, people)
    if markup != 'literal':
        by_line = False
    elif paragraphs == 'auto':
        by_line = _decide(found, voices)
    else:
        by_line = paragraphs == 'line'
    assembly = Assembly(voices, markup, by_line=by_line)
    for block in found:
        assembly.add(block)
    forms = [(c.label.form, c.line) for c in candidates if key(c.label.name) in voices]
    return _finish(assembly, people, [*findings, *mixed_styles(forms)])


def _decide(found: Sequence[Block], voices: dict[str, Voices]) -> bool:
    """Decide whether each line is a paragraph, from the lines inside turns."""
    runs: list[list[str]] = [[]]
    has_blank_inside = False
    for before, block in pairwise([None, *found]):
        if isinstance(block, Labelled) and key(block.label.name) in voices:
            runs.append([block.label.rest.strip()] if block.label.rest.strip() else [])
        elif isinstance(block, Text) and not block.text:
            runs.append([])
        elif isinstance(block, Text | Labelled):
            has_blank_inside |= len(runs) > 2 and isinstance(before, Text) and not before.text
            runs[-1].append(block.text)
    return is_line_a_paragraph(runs, has_blank_inside=has_blank_inside)


def _finish(assembly: Assembly, people: tuple[Speaker, ...], findings: list[Finding]) -> Transcript:
    preamble, items, epilogue = assembly.result()
    turns = [item for item in items if isinstance(item, Turn)]
    paragraphs = (paragraph for turn in turns for paragraph in turn.paragraphs)
    findings = [*findings, *assembly.findings, *_times_backwards(turns)]
    if assembly.is_literal:
        findings += doubtful_words(paragraphs, assembly.voices)
    findings += _unused(people, turns) if turns else [_no_turn(preamble, items)]
    roles = {person.name: person.role for person in people if person.role}
    if 'interviewer' not in roles.values() and turns:
        roles = infer_roles(turns)
        items = _with_roles(items, roles)
    spoken = [speaker for item in items if isinstance(item, Turn) for speaker in item.speakers]
    speakers = tuple(dict.fromkeys([*with_roles(people, roles), *spoken]))
    if turns and not any(person.role == 'interviewer' for person in people):
        text = 'speakers were inferred; to be sure, give these options:\n' + options_to_paste(
            speakers
        )
        findings.append(Finding('speakers_inferred', 'info', turns[0].line, text))
    items = list(_with_slugs(items, findings))
    return Transcript(
        tuple(items), speakers, tuple(preamble), tuple(epilogue), findings=tuple(findings)
    )


def _with_roles(items: Sequence[Item], roles: dict[str, Role]) -> list[Item]:
    """Give the speakers of each turn the roles that were inferred for them."""
    voices = {item.speakers for item in items if isinstance(item, Turn)}
    known = {speakers: with_roles(speakers, roles) for speakers in voices}
    return [
        replace(item, speakers=known[item.speakers]) if isinstance(item, Turn) else item
        for item in items
    ]


def _no_turn(preamble: Sequence[Paragraph], items: Sequence[Item]) -> Finding:
    if not preamble and not items:
        return Finding('empty', 'error', 1, 'the transcript is empty')
    line = preamble[0].line if preamble else items[0].line
    text = 'no turn found: no line starts with a speaker’s name and a colon'
    return Finding('no_turn', 'error', line, text)


def _unused(people: Sequence[Speaker], turns: Sequence[Turn]) -> Iterator[Finding]:
    spoken = {speaker.name for turn in turns for speaker in turn.speakers}
    for person in people:
        if person.name not in spoken:
            text = f'{person.name} is declared, but never speaks'
            yield Finding('speaker_unused', 'warning', turns[0].line, text)


def _times_backwards(turns: Sequence[Turn]) -> Iterator[Finding]:
    timed = [turn for turn in turns if turn.time is not None]
    for before, turn in pairwise(timed):
        if turn.time < before.time:  # type: ignore[operator]
            text = f'the time goes back behind that of line {before.line}'
            yield Finding('time_backwards', 'warning', turn.line, text)


def _with_slugs(items: Sequence[Item], findings: list[Finding]) -> Iterator[Item]:
    """Take ``{#slug}`` off the turns that open an exchange, and off topics."""
    is_open = False
    for item in items:
        if isinstance(item, Turn):
            yield _take_slug(item, findings) if asks(item) or not is_open else item
            is_open = True
        else:
            is_open = is_open and not isinstance(item, Topic)
            yield item


def _take_slug(turn: Turn, findings: list[Finding]) -> Turn:
    for index, paragraph in enumerate(turn.paragraphs):
        match = _SLUG.search(paragraph.text) if '{#' in paragraph.text else None
        if match is not None:
            slug = _checked(match[1], paragraph.line, findings)
            text = paragraph.text[: match.start()] + paragraph.text[match.end() :]
            paragraphs = [*turn.paragraphs]
            paragraphs[index] = replace(paragraph, text=text)
            return replace(turn, paragraphs=tuple(paragraphs), slug=slug)
    return turn


def _checked(given: str, line: int, findings: list[Finding]) -> str:
    slug = slugify(given, words=99)
    if slug != given:
        text = f'{{#{given}}} can’t be an address; it becomes {{#{slug}}}'
        findings.append(Finding('slug_invalid', 'warning', line, text))
    return slug


class Assembly:
    """Puts blocks together: paragraphs into turns, and what belongs to nobody between them."""

    def __init__(self, voices: dict[str, Voices], markup: Markup, *, by_line: bool) -> None:
        self.voices = voices
        self.is_literal = markup == 'literal'
        self.by_line = by_line
        self.findings: list[Finding] = []
        self.items: list[Item] = []
        self.preamble: list[Paragraph] = []
        #: Paragraphs since the end of the last turn that an end mark or a break closed.
        self.after_break: list[Paragraph] | None = None
        self.turn: Turn | None = None
        self.paragraphs: list[Paragraph] = []
        self.words: list[Text] = []
        self.time: float | None = None
        self.styles: list[str] = []

    def add(self, block: Block) -> None:
        """Add the next block."""
        match block:
            case Labelled():
                speakers = self.voices.get(key(block.label.name))
                if speakers is None:
                    self._add_text(Text(block.line, block.text))
                else:
                    self._start(block, speakers)
            case Heading():
                self._close()
                self._add_topic(block)
            case Break():
                self._close()
                self.after_break = self.after_break or []
                if block.text:
                    around = self.after_break if self.items else self.preamble
                    around.append(Paragraph(block.text, block.line, kind='note'))
            case Text():
                self._add_text(block)

    def result(self) -> tuple[list[Paragraph], list[Item], list[Paragraph]]:
        """Return preamble, items and epilogue."""
        self._close()
        return self.preamble, self.items, self.after_break or []

    def _start(self, block: Labelled, speakers: Voices) -> None:
        if self.turn is not None and self.turn.speakers == speakers and self.after_break is None:
            self._end_paragraph()
            self.time = block.label.time
        else:
            self._close()
            self._flush_after_break()
            self.turn = Turn(speakers, (), block.line, block.label.time)
        rest = block.label.rest.strip()
        if rest:
            self._add_text(Text(block.line, rest))

    def _add_text(self, block: Text) -> None:
        if not block.text and self.is_literal:
            self._end_paragraph()
            return
        self.words.append(block)
        if self.by_line and self.is_literal:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        if not self.is_literal:
            return
        words, self.words = self.words, []
        if words:
            text = ' '.join(' '.join(word.text for word in words).split())
            self._place(self._literal(text, words[0].line))

    def _literal(self, text: str, line: int) -> Paragraph | None:
        time, self.time = self.time, None
        if text[0] in '[\\' and (match := _STAMP.match(text)):
            seconds = parse_time(match[1])
            if seconds is None:
                message = f'{match[1]} is no time; it stays text'
                self.findings.append(Finding('time_invalid', 'warning', line, message))
            elif match.end() == len(text):
                self.time = seconds
                return None
            else:
                time, text = seconds, text[match.end() :]
        kind = 'direction' if is_direction(text) else 'note' if is_note(text) else 'speech'
        return Paragraph(text, line, time, kind)  # type: ignore[arg-type]

    def _place(self, paragraph: Paragraph | None) -> None:
        """Put a paragraph where it belongs: turn, preamble, or between turns."""
        if paragraph is None:
            return
        if self.turn is not None:
            self.paragraphs.append(paragraph)
        elif self.after_break is not None and self.items:
            self.after_break.append(paragraph)
        elif self.items:
            self.items.append(_belonging_to_nobody(paragraph))
        else:
            self.preamble.append(paragraph)

    def _end_source(self) -> None:
        """With markup: make one paragraph of the lines since the label."""
        words, self.words = self.words, []
        while words and not words[-1].text:
            words.pop()
        while words and not words[0].text:
            words.pop(0)
        if words:
            self._place(Paragraph('\n'.join(word.text for word in words), words[0].line))

    def _close(self) -> None:
        """End the turn, or the text between turns."""
        if self.is_literal:
            self._end_paragraph()
        else:
            self._end_source()
        if self.turn is not None:
            turn = replace(self.turn, paragraphs=tuple(self.paragraphs))
            if not self.paragraphs:
                name = turn.speakers[0].name
                text = f'{name} says nothing here'
                self.findings.append(Finding('empty_turn', 'warning', turn.line, text))
            self.items.append(turn)
        self.turn, self.paragraphs, self.time = None, [], None

    def _add_topic(self, block: Heading) -> None:
        self._flush_after_break()
        if block.style not in self.styles:
            self.styles.append(block.style)
        match = _SLUG.search(block.title)
        slug = _checked(match[1], block.line, self.findings) if match else ''
        title = block.title[: match.start()] if match else block.title
        level = (
            sorted(self.styles).index(block.style) + 1
            if block.style.isdigit()
            else (self.styles.index(block.style) + 1)
        )
        self.items.append(Topic(title, block.line, level, slug))

    def _flush_after_break(self) -> None:
        """What follows a break is no epilogue if a turn or topic comes after it."""
        if self.after_break:
            target = self.items or self.preamble
            target.extend(map(_belonging_to_nobody, self.after_break))
        self.after_break = None


def _belonging_to_nobody(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, kind='note') if paragraph.kind == 'speech' else paragraph
