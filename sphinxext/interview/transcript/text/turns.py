"""Puts paragraphs into turns, and keeps what belongs to nobody around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchanges.braces import split_slug
from ..model import Finding, Paragraph, Topic, Turn
from ..speech.questions import asks

if TYPE_CHECKING:
    from ..layouts.blocks import Break, Heading
    from ..model import Item


class Turns:
    """The turns so far, and the one that is being said."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.items: list[Item] = []
        self.preamble: list[Paragraph] = []
        #: Paragraphs since the end of the last turn that an end mark or a break closed.
        self.after_break: list[Paragraph] | None = None
        self.turn: Turn | None = None
        self.paragraphs: list[Paragraph] = []
        self._styles: list[str] = []

    def _goes_on(self, turn: Turn) -> bool:
        before = self.turn
        if before is None or self.after_break is not None or not (turn.speakers or turn.role):
            return False
        return (before.speakers, before.role) == (turn.speakers, turn.role)

    def start(self, turn: Turn) -> bool:
        """Start a turn, unless whoever says it is speaking already; return whether that is so."""
        if self._goes_on(turn):
            return True
        self.end()
        self._flush_after_break()
        self.turn = turn
        return False

    def end(self) -> None:
        """End the turn, if somebody speaks."""
        if self.turn is None:
            return
        turn = self.turn
        turn = Turn(turn.speakers, tuple(self.paragraphs), turn.line, turn.time, role=turn.role)
        if not self.paragraphs:
            name = turn.speakers[0].name if turn.speakers else '?'
            text = f'{name} says nothing here'
            self.findings.append(Finding('empty_turn', 'warning', turn.line, text))
        self.items.append(turn)
        self.turn, self.paragraphs = None, []

    def place(self, paragraph: Paragraph) -> None:
        """Put a paragraph where it belongs: turn, preamble, or between turns."""
        if self.turn is not None:
            self.paragraphs.append(paragraph)
        elif self.after_break is not None and self.items:
            self.after_break.append(paragraph)
        elif self.items:
            self._doubt(paragraph)
            self.items.append(_belonging_to_nobody(paragraph))
        else:
            self.preamble.append(paragraph)

    def _doubt(self, paragraph: Paragraph) -> None:
        """Report a question below a heading that no label gives to anybody."""
        is_below = isinstance(self.items[-1], Topic)
        if is_below and paragraph.kind == 'speech' and asks(paragraph.text):
            text = (
                'somebody asks below this heading, and no label says who: write it before the words'
            )
            self.findings.append(Finding('speaker_missing', 'warning', paragraph.line, text))

    def add_break(self, block: Break) -> None:
        """Have what follows belong to nobody, unless a turn or topic follows."""
        self.after_break = self.after_break or []
        if block.text:
            around = self.after_break if self.items else self.preamble
            around.append(Paragraph(block.text, block.line, kind='note'))

    def add_topic(self, block: Heading) -> None:
        """Add a heading that groups what follows."""
        self._flush_after_break()
        if block.style not in self._styles:
            self._styles.append(block.style)
        title, slug = split_slug(block.title, block.line, self.findings)
        level = (
            sorted(self._styles).index(block.style) + 1
            if block.style.isdigit()
            else (self._styles.index(block.style) + 1)
        )
        self.items.append(Topic(title, block.line, level, slug))

    def _flush_after_break(self) -> None:
        """What follows a break is no epilogue if a turn or topic comes after it."""
        if self.after_break:
            target = self.items or self.preamble
            target.extend(map(_belonging_to_nobody, self.after_break))
        self.after_break = None


def _belonging_to_nobody(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(kind='note') if paragraph.kind == 'speech' else paragraph
