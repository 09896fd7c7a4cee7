"""What the environment remembers of interviews: plain records, never nodes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..doctree.conditions import Condition

    Row = tuple[Any, ...]


class Answer(NamedTuple):
    """One answer of an exchange."""

    #: ``interview.slug.speaker-slug``, also its anchor.
    address: str
    #: Who gives it, all together.
    speakers: tuple[str, ...]
    #: When it starts, in seconds, where the transcript says so.
    time: float | None
    #: The number of its first paragraph, of all paragraphs from 1.
    paragraph: int

    @property
    def speaker(self) -> str:
        """The name as readers see it; empty where none is known."""
        return ', '.join(self.speakers)


class Exchange(NamedTuple):
    """A question with its answers."""

    #: ``interview.slug``, also its anchor.
    address: str
    #: The short question.
    title: str
    answers: tuple[Answer, ...]
    #: From 1.
    number: int
    #: When its first turn starts, in seconds, where the transcript says so.
    time: float | None
    #: The number of its first answer's first paragraph, of all paragraphs from 1.
    paragraph: int
    #: Whether it is a greeting, which no list of questions has.
    greets: bool = False


class Topic(NamedTuple):
    """A topic of which more is known than its title."""

    #: ``interview.slug``, also its anchor.
    address: str
    title: str
    #: When it starts, in seconds, where it is known.
    time: float | None
    synopsis: str = ''
    keywords: tuple[str, ...] = ()


class Interview(NamedTuple):
    """One published conversation."""

    #: A slug, also the anchor.
    name: str
    title: str
    docname: str
    #: Path and line, for messages.
    place: str
    #: Full names, in order.
    speakers: tuple[str, ...]
    #: The role of each.
    roles: tuple[str, ...]
    #: What `rows_of` made of its exchanges.
    rows: tuple[Row, ...]
    #: Bibliographic options, by option name.
    metadata: tuple[tuple[str, str], ...]
    #: What must be true for readers to see it.
    conditions: tuple[Condition, ...] = ()
    #: Whether its player shows captions.
    has_captions: bool = False
    #: Whether *title* is more than its name.
    is_titled: bool = True
    #: What each speaker is, in the order of *speakers*.
    descriptions: tuple[str, ...] = ()
    #: The first words of the first answer.
    opening: str = ''
    #: Where more is known of any than its title.
    topics: tuple[Topic, ...] = ()
    #: Whether there is a recording, and the time of any turn in it is known.
    is_podcast: bool = False

    @property
    def tags(self) -> tuple[str, ...]:
        """What it is about, as it was written."""
        tags = dict(self.metadata).get('tags', '').split(';')
        return tuple(filter(None, map(str.strip, tags)))

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Its questions with their answers, in order."""
        return tuple(_exchange(*row) for row in self.rows)

    def exchange(self, address: str) -> Exchange | None:
        """Return the exchange with this address."""
        return next((_exchange(*row) for row in self.rows if row[0] == address), None)


def rows_of(exchanges: Iterable[Exchange]) -> tuple[Row, ...]:
    """Return what an `Interview` keeps of its exchanges: plain tuples.

    An interview has dozens of exchanges and answers, which live as long as a build. The garbage
    collector passes tuples of words and numbers by, but not named ones.
    """
    return tuple(map(_row, exchanges))


def _row(exchange: Exchange) -> Row:
    """Return an exchange without what its answers' addresses begin with."""
    # The page contents have the same words
    address, title = sys.intern(exchange.address), sys.intern(exchange.title)
    answers = tuple(
        (sys.intern(answer.address.removeprefix(address)), *answer[1:])
        for answer in exchange.answers
    )
    return address, title, answers, *exchange[3:]


def _exchange(address: str, title: str, answers: Sequence[Any], *others: Any) -> Exchange:
    made = (
        Answer(f'{address}{part}' if part.startswith('.') else part, *rest)
        for part, *rest in answers
    )
    return Exchange(address, title, tuple(made), *others)


class Profile(NamedTuple):
    """A speaker, introduced on some page."""

    #: The full name.
    name: str
    docname: str
    anchor: str
    #: As in ``interview_speakers``.
    details: tuple[tuple[str, str], ...]
    #: Path and line, for messages.
    place: str
    #: What must be true for readers to see it.
    conditions: tuple[Condition, ...] = ()


class Withheld(NamedTuple):
    """What the public edition leaves out of an interview."""

    name: str
    #: How many passages.
    passages: int
    #: The path of the transcript that has them; empty where the document itself does.
    file: str
    #: The first day after its embargo, as ISO 8601; empty where it has none, or nobody knows.
    until: str
    #: Whether all of it is left out.
    is_closed: bool
    #: Whether somebody in it has a pseudonym.
    has_names: bool

    @property
    def is_secret(self) -> bool:
        """Whether its file has something that the public edition hasn't."""
        return bool(self.passages) or self.is_closed or self.has_names


class Spoken(NamedTuple):
    """The words of one turn, to check quotations."""

    #: Of the answer; for a question that of its exchange.
    address: str
    is_answer: bool
    #: Its paragraphs, with an empty line between them.
    text: str
    speakers: tuple[str, ...]
    #: What readers see right before the words, as words; else empty.
    label: str
    #: Of a translation that stands beside what was said.
    language: str = ''
    #: Whether readers of the page see these words; of a translated page not those of the original.
    is_shown: bool = True

    @property
    def speaker(self) -> str:
        """The name as readers see it; empty where none is known."""
        return ', '.join(self.speakers)


class Words(NamedTuple):
    """What a page says."""

    spoken: Sequence[Spoken]
    #: What stands there beside what is spoken.
    around: str


class Quotation(NamedTuple):
    """Words that a document says somebody has said."""

    #: The address that it names.
    target: str
    text: str
    #: Path and line.
    place: str
    conditions: tuple[Condition, ...] = ()
    #: Another project that must have it; empty for any other; None for ours before others.
    project: str | None = None

    @property
    def said(self) -> tuple[str, str, str | None]:
        """What is to be found: the words, and where."""
        return self.target, self.text, self.project


class Reference(NamedTuple):
    """What a document refers to, or shows of others."""

    #: That of another domain's role starts with ``foreign``.
    kind: str
    target: str
    conditions: tuple[Condition, ...] = ()


class Target(NamedTuple):
    """Something that a role can refer to."""

    #: ``interview``, ``question``, ``answer`` or ``speaker``.
    kind: str
    docname: str
    anchor: str
    #: The text of a link to it.
    title: str
    #: The same, for a reference that begins with ``~``.
    short: str
    #: Of a question: the addresses of its answers, the first of each speaker.
    answers: tuple[str, ...] = ()

    def uri(self, base: str) -> str:
        """Return its address in another project, whose pages are below *base*."""
        return f'{base}{self.docname}#{self.anchor}'


class Source(NamedTuple):
    """What one project says: ours, or another."""

    targets: Mapping[str, Target]
    #: Returns what a page says.
    words_in: Callable[[str], Words]
    #: Where the pages of another project are, and how it is called; empty for ours.
    base: str = ''
    name: str = ''
    #: Of the interviews, by name.
    languages: Mapping[str, str] = {}
