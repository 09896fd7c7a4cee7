"""From blocks to turns, and to what stands around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..exchanges.braces import split_slug
from ..model import Finding, Paragraph, Topic, Turn
from ..people.labels import key
from ..speech.directions import is_direction, is_note
from ..speech.times import STAMP, parse_time
from .blocks import Block, Break, Heading, Labelled, Text

if TYPE_CHECKING:
    from ..model import Item, Markup
    from ..people.names import Voices

_STAMP = re.compile(rf'\\?\[({STAMP})\\?\]\s*')


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
        # Of two unknown speakers nobody knows whether they are one
        is_same = bool(speakers) and self.turn is not None and self.turn.speakers == speakers
        if is_same and self.after_break is None:
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
                name = turn.speakers[0].name if turn.speakers else '?'
                text = f'{name} says nothing here'
                self.findings.append(Finding('empty_turn', 'warning', turn.line, text))
            self.items.append(turn)
        self.turn, self.paragraphs, self.time = None, [], None

    def _add_topic(self, block: Heading) -> None:
        self._flush_after_break()
        if block.style not in self.styles:
            self.styles.append(block.style)
        title, slug = split_slug(block.title, block.line, self.findings)
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
