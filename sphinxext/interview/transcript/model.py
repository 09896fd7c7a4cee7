"""What was said, by whom, and what a reader noticed while reading it.

These are named tuples, for a transcript has tens of thousands of them, and frozen dataclasses take
three times as long to make.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Role = Literal['interviewer', 'interviewee', 'participant']
Markup = Literal['literal', 'rst', 'markdown']
Paragraphs = Literal['auto', 'line', 'blank']
#: What the questions of a text are, where the author says so: see the option ``questions``.
Questions = Literal['auto', 'label', 'heading', 'bold', 'italic', 'list', 'quote', 'dash', 'chat']
Level = Literal['error', 'warning', 'info']

#: A line of a transcript with its number in the file, counted from 1.
Line = tuple[int, str]


class Speaker(NamedTuple):
    """A person, or a group, who speaks."""

    #: The name as readers see it.
    name: str
    role: Role | None = None
    #: How else the transcript calls the speaker: initials, a nickname, ``SPEAKER_00``.
    labels: tuple[str, ...] = ()
    #: What the speaker is: “maintainer of the parser”.
    description: str = ''


class Paragraph(NamedTuple):
    """One paragraph; in a transcript with markup, the source of a whole turn."""

    #: Literal: one line, without label, time and ``{#slug}``.
    #: With markup: the source lines, joined by newlines.
    text: str
    #: Line of the first word.
    line: int
    #: Seconds from the start of the recording.
    time: float | None = None
    #: An event (``[laughs]``) and an editor's note aren't speech; what is restricted has no words.
    kind: Literal['speech', 'direction', 'note', 'restricted'] = 'speech'
    #: Keywords of this passage.
    tags: tuple[str, ...] = ()


class Turn(NamedTuple):
    """What one speaker says without interruption."""

    #: More than one for a joint label (``Ada and Grace``); none where nobody is named.
    speakers: tuple[Speaker, ...]
    paragraphs: tuple[Paragraph, ...]
    line: int
    #: Seconds from the start of the recording.
    time: float | None = None
    #: The address that the author gave with ``{#slug}``.
    slug: str = ''
    #: Who asks and who answers, where the file shows it without a name.
    role: Role | None = None

    @property
    def asks(self) -> bool:
        """Whether the turn is an interviewer's."""
        if self.role == 'interviewer':
            return True
        for speaker in self.speakers:  # noqa: SIM110 - asked many times of each turn
            if speaker.role == 'interviewer':
                return True
        return False

    @property
    def text(self) -> str:
        """The words of the turn, without directions and notes."""
        return ' '.join([p.text for p in self.paragraphs if p.kind == 'speech'])


class Topic(NamedTuple):
    """A heading inside a transcript."""

    title: str
    line: int
    #: 1 for the highest kind of heading that the transcript uses.
    level: int = 1
    slug: str = ''
    #: Seconds from the start of the recording, where the author says so.
    time: float | None = None
    #: What is talked about, in a sentence or two.
    synopsis: str = ''
    keywords: tuple[str, ...] = ()
    #: The place that is talked about.
    place: str = ''

    @property
    def is_segment(self) -> bool:
        """Whether more is said of it than its title."""
        return bool(self.synopsis or self.keywords or self.place) or self.time is not None


#: A bare paragraph belongs to nobody: a direction, or an editor's note, between turns.
Item = Turn | Topic | Paragraph


class Finding(NamedTuple):
    """Something an editor should know about a transcript."""

    #: One of the codes listed in the reference, e.g. ``label_once``.
    code: str
    level: Level
    line: int
    text: str


class TranscriptError(ValueError):
    """A transcript can't be read at all.

    :param code: the finding's code
    :param line: the line where reading ended, counted from 1
    """

    def __init__(self, code: str, line: int, text: str) -> None:
        super().__init__(text)
        self.finding = Finding(code, 'error', line, text)


class Transcript(NamedTuple):
    """The words of an interview, in order."""

    items: tuple[Item, ...]
    #: Everybody who speaks or was declared, in order of declaration, then of speaking.
    speakers: tuple[Speaker, ...] = ()
    preamble: tuple[Paragraph, ...] = ()
    epilogue: tuple[Paragraph, ...] = ()
    #: From front matter or a ``Key: value`` block; keys as the directive's options.
    metadata: Mapping[str, str] = MappingProxyType({})
    findings: tuple[Finding, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns, in order."""
        return tuple(item for item in self.items if isinstance(item, Turn))

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, in order."""
        yield from self.preamble
        for item in self.items:
            if isinstance(item, Turn):
                yield from item.paragraphs
            elif not isinstance(item, Topic):
                yield item
        yield from self.epilogue


class Exchange(NamedTuple):
    """A question with its answers; either may be missing."""

    #: Counted from 1 within the interview.
    number: int
    slug: str
    #: The short question, or for a turn nobody asked for its first sentence.
    title: str
    #: Turns, with the directions and notes between them.
    items: tuple[Turn | Paragraph, ...]
    #: How many of the turns are the interviewers'; those come first.
    question_count: int
    #: What tells each answer from the others, in their order.
    answer_slugs: tuple[str, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns, in order."""
        return tuple(item for item in self.items if isinstance(item, Turn))

    @property
    def questions(self) -> tuple[Turn, ...]:
        """The turns that ask."""
        return self.turns[: self.question_count]

    @property
    def answers(self) -> tuple[Turn, ...]:
        """The turns that answer."""
        return self.turns[self.question_count :]
