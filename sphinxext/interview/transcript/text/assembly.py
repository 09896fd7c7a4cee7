"""From blocks to turns, and to what stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..layouts.blocks import Break, Event, Heading, Labelled, Text, Verbatim
from ..layouts.dialogue import Answer
from ..layouts.questions import Question
from ..layouts.standouts import Standout
from ..model import Finding, Paragraph, Turn
from ..people.labels import key
from ..speech.credits import is_credit
from ..speech.directions import is_direction, is_event, is_note
from ..speech.times import STAMP, parse_time
from .asides import continues_footnote, is_closing, is_footnote, is_note_in_italics
from .turns import Turns

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..layouts.choice import Laid
    from ..model import Item, Markup, Role
    from ..people.names import Voices

_STAMP = re.compile(rf'(?:\\?\[(?P<square>{STAMP})\\?\]|\((?P<round>{STAMP})\):?)\s*')
#: What a paragraph starts with that may have a time, or isn't speech.
_OPENS = frozenset('[(\\♪<*_')


class Sides(NamedTuple):
    """Who asks and who answers where the text doesn't name them; nobody where it can't be known."""

    asks: Voices = ()
    answers: Voices = ()


class Assembly:
    """Puts blocks together: paragraphs into turns, and what belongs to nobody between them.

    :param voices: who speaks, by the keys of labels
    :param has_notes: paragraphs in italics are an editor's
    :param pulled: lines of quotations that repeat what was said
    """

    def __init__(
        self,
        voices: dict[str, Voices],
        markup: Markup,
        *,
        by_line: bool = False,
        sides: Sides = Sides(),  # noqa: B008 - it can't change
        has_notes: bool = False,
        pulled: Container[int] = (),
    ) -> None:
        self.voices = voices
        self.is_literal = markup == 'literal'
        self.by_line = by_line
        self.sides = sides
        self.has_notes = has_notes
        self.pulled = pulled
        self.turns = Turns()
        #: Whether the turn is a question that stands out: what follows is the answer.
        self.is_asked = False
        self.words: list[Text | Verbatim] = []
        self.time: float | None = None
        self.footnotes: list[Text] = []
        self.is_in_footnote = False

    def add(self, block: Laid) -> None:
        """Add the next block."""
        match block:
            case Text():
                self._add_text(block)
            case Labelled():
                self._add_labelled(block)
            case Question() | Answer():
                self._add_standing_out(block)
            case Standout():
                self._add_standout(block)
            case Heading() | Break():
                self._close()
                if isinstance(block, Heading):
                    self.turns.add_topic(block)
                else:
                    self.turns.add_break(block)
            case Event():
                self._close()
                self.turns.place(Paragraph(block.text, block.line, kind='note'))
            case Verbatim():
                self.is_in_footnote = False
                self._answer(block.line)
                self.words.append(block)

    def result(self) -> tuple[list[Paragraph], list[Item], list[Paragraph]]:
        """Return preamble, items and epilogue."""
        closing = self._take_closing()
        self._close()
        epilogue = [*(self.turns.after_break or []), *closing]
        if self.footnotes:
            source = '\n'.join(line.text for line in self.footnotes)
            epilogue.append(Paragraph(source, self.footnotes[0].line))
        return self.turns.preamble, self.turns.items, epilogue

    def _take_closing(self) -> list[Paragraph]:
        """Take from the last turn what its editor says at the end."""
        closing: list[Paragraph] = []
        self._end_paragraph()
        said = self.turns.paragraphs
        while self.turns.turn and len(said) > 1 and is_closing(said[-1].text):
            closing.insert(0, said.pop())
        return closing

    def _add_labelled(self, block: Labelled) -> None:
        speakers = self.voices.get(key(block.label.name))
        if speakers is None:
            self._add_text(Text(block.line, block.text))
            return
        self._start(Turn(speakers, (), block.line, block.label.time))
        if rest := block.label.rest.lstrip():
            self._add_text(Text(block.line, rest))

    def _add_standing_out(self, block: Question | Answer) -> None:
        role: Role = 'interviewer' if isinstance(block, Question) else 'interviewee'
        speakers = self.sides.asks if role == 'interviewer' else self.sides.answers
        if isinstance(block, Question) and block.label is not None:
            speakers = self.voices.get(key(block.label.name)) or speakers
        self._start(Turn(speakers, (), block.line, role=role))
        for number, text in block.words:
            self._add_text(Text(number, text))
        self._end_paragraph()
        if isinstance(block, Question):
            self.is_asked = True
            if block.rest:
                self._add_text(Text(block.line, block.rest))

    def _add_standout(self, block: Standout) -> None:
        """Add what stands out and is no question: an editor's note, or words like others."""
        is_note = self.has_notes and is_note_in_italics(block)
        if not (is_note or block.line in self.pulled):
            for number, text in block.lines:
                self._add_text(Text(number, text))
            return
        is_asked = self.is_asked
        # Between a question and its answer, a note is in neither
        self._close() if is_asked else self._end_paragraph()
        self.is_asked = is_asked
        source = '\n'.join(text for _, text in block.lines)
        text = block.text if self.is_literal else source
        self.turns.place(Paragraph(text, block.line, kind='note'))

    def _answer(self, line: int) -> None:
        """Start the answer to a question that stands out."""
        if self.is_asked:
            self._start(Turn(self.sides.answers, (), line, role='interviewee'))

    def _start(self, turn: Turn) -> None:
        self._end_paragraph()
        self.is_in_footnote = False
        self.is_asked = False
        self.time = turn.time if self.turns.start(turn) else None

    def _add_text(self, block: Text) -> None:
        if not block.text:
            self._end_paragraph() if self.is_literal else self._add_blank(block)
        elif is_credit(block.text) and self._is_at_start():
            self.add(Event(block.line, block.text.strip()))
        elif self.is_literal:
            self._answer(block.line)
            self.words.append(block)
            if self.by_line:
                self._end_paragraph()
        else:
            self._add_source(block)

    def _add_blank(self, blank: Text) -> None:
        """With markup: add a blank line."""
        if self.is_in_footnote:
            self.footnotes.append(blank)
        elif self.words and _happens(self.words):
            self._end_paragraph()
        else:
            self.words.append(blank)

    def _is_at_start(self) -> bool:
        """Whether the next line starts a paragraph."""
        return not self.words or not self.words[-1].text

    def _add_source(self, block: Text) -> None:
        """With markup: add a line that isn't blank."""
        if self.is_in_footnote and not self.footnotes[-1].text:
            self.is_in_footnote = continues_footnote(block.text)
        if self.is_in_footnote or (self._is_at_start() and is_footnote(block.text)):
            self.is_in_footnote = True
            self.footnotes.append(block)
            return
        self._answer(block.line)
        if self._is_at_start():
            if is_closing(block.text):
                self._end_paragraph()
            timed = self._after_time(block)
            if timed is None:
                return
            block = timed
        self.words.append(block)

    def _after_time(self, block: Text) -> Text | None:
        """With markup: take the time off a paragraph, which starts a new one of the turn."""
        match = _STAMP.match(block.text) if block.text[0] in '[(\\' else None
        if match is None or self.turns.turn is None:
            return block
        seconds = self._seconds(match, block.line)
        if seconds is None:
            return block
        self._end_paragraph()
        self.time = seconds
        rest = block.text[match.end() :]
        return block._replace(text=rest) if rest else None

    def _seconds(self, match: re.Match[str], line: int) -> float | None:
        stamp = match['square'] or match['round']
        seconds = parse_time(stamp)
        if seconds is None:
            message = f'{stamp} is no time; it stays text'
            self.turns.findings.append(Finding('time_invalid', 'warning', line, message))
        return seconds

    def _end_paragraph(self) -> None:
        words = self.words
        if not words:
            return
        self.words = []
        if not self.is_literal:
            self._end_source(words)
        else:
            text = words[0].text if len(words) == 1 else ' '.join(word.text for word in words)
            # Of blanks, only U+0020 can be printed
            has_edge = text[0] == ' ' or text[-1] == ' '
            if has_edge or '  ' in text or not text.isprintable():
                text = ' '.join(text.split())
            self._place_literal(text, words[0].line)

    def _place_literal(self, text: str, line: int) -> None:
        time, self.time = self.time, None
        if text[0] not in _OPENS:
            self.turns.place(Paragraph(text, line, time))
            return
        if match := _STAMP.match(text):
            seconds = self._seconds(match, line)
            if seconds is not None and match.end() == len(text):
                self.time = seconds
                return
            if seconds is not None:
                time, text = seconds, text[match.end() :]
        kind = 'direction' if is_direction(text) else 'note' if is_note(text) else 'speech'
        self.turns.place(Paragraph(text, line, time, kind))  # type: ignore[arg-type]

    def _end_source(self, words: list[Text | Verbatim]) -> None:
        """With markup: make one paragraph of the lines since the label, the last time or event."""
        while words and not words[-1].text:
            words.pop()
        while words and not words[0].text:
            words.pop(0)
        if not words:
            return
        happens = _happens(words)
        if happens and len(words) > 1:
            self._end_source(words[:-1])
            words = words[-1:]
        time, self.time = self.time, None
        source = '\n'.join(word.text for word in words)
        kind = 'direction' if happens else 'speech'
        self.turns.place(Paragraph(source, words[0].line, time, kind))  # type: ignore[arg-type]

    def _close(self) -> None:
        """End the turn, or the text between turns."""
        self._end_paragraph()
        self.turns.end()
        self.time, self.is_asked, self.is_in_footnote = None, False, False


def _happens(words: Sequence[Text | Verbatim]) -> bool:
    """Whether the last paragraph is an event in brackets, which markup doesn't take for a link."""
    last = words[-1]
    if not isinstance(last, Text) or (len(words) > 1 and words[-2].text):
        return False
    if last.text.startswith('\\['):
        return is_direction(last.text.replace('\\[', '[').replace('\\]', ']'))
    return last.text[:1] in '[(♪<' and is_event(last.text.strip())
