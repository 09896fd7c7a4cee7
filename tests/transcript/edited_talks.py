"""A project whose interviews are edited at random, and who knows which words are whose.

Every exchange and every answer has an identity that stays with its words, whatever is done to
them. So a test can tell whether an address still means the words that it was published for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.model import Paragraph, Speaker, Topic, Turn
from sphinxext.interview.transcript.permalinks.keeping import Kept, keep
from sphinxext.interview.transcript.permalinks.records import Interview
from sphinxext.interview.transcript.permalinks.settling import Settled

if TYPE_CHECKING:
    from random import Random

    from sphinxext.interview.transcript.permalinks.ledger import Ledger

_SYLLABLES = 'ba ce di fo gu ha ki lo mu ne pi ra so tu ve wi'.split()
WORDS = [a + b + c for a in _SYLLABLES for b in _SYLLABLES[:4] for c in _SYLLABLES[4:7]]
STARTS = ['What is', 'How do you', 'Why did you', 'When', 'Who would']
ADA = Speaker('Ada', 'interviewer')
NAMES = ['Bo', 'Cy', 'Dee', 'Eve', 'Fay', 'Gus']


@dataclass
class Said:
    """Words with an identity; of merged ones with several."""

    words: list[str]
    ids: set[int]
    speaker: str = 'Ada'

    @property
    def turn(self) -> Turn:
        speaker = Speaker(self.speaker, 'interviewee')
        return Turn((speaker,), (Paragraph(f'{" ".join(self.words)}.', 1),), 1)


@dataclass
class Exchange:
    """A question and its answers."""

    question: Said
    answers: list[Said]
    #: What the author wrote behind the question.
    given: str = ''
    #: The title of what begins here.
    topic: Said | None = None
    #: Those of all topics that began here: who sees the next can't tell whether it has a new title.
    topics: set[int] = field(default_factory=set)

    @property
    def items(self) -> list[Turn | Topic]:
        """What the transcript has."""
        title = ' '.join(self.topic.words).title() if self.topic else ''
        return [*([Topic(title, 1)] if title else []), *self.turns]

    @property
    def turns(self) -> list[Turn]:
        asked = Turn(
            (ADA,), (Paragraph(f'{" ".join(self.question.words)}?', 1),), 1, slug=self.given
        )
        return [asked, *(answer.turn for answer in self.answers)]


@dataclass
class Project:
    """Interviews by name, and how they are edited."""

    random: Random
    interviews: dict[str, list[Exchange]] = field(default_factory=dict)
    speakers: list[str] = field(default_factory=lambda: NAMES[:2])
    count: int = 0
    titles: dict[tuple[str, ...], set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ('first', 'second'):
            self.interviews[name] = [self.new_exchange() for _ in range(8)]

    def _identity(self) -> set[int]:
        self.count += 1
        return {self.count}

    def _some_words(self, least: int, most: int) -> list[str]:
        return self.random.choices(WORDS, k=self.random.randint(least, most))

    def new_exchange(self) -> Exchange:
        asked = [*self.random.choice(STARTS).split(), *self._some_words(1, 9)]
        answers = [
            Said(self._some_words(2, 30), self._identity(), self.random.choice(self.speakers))
            for _ in range(self.random.choice([1, 1, 1, 2, 3]))
        ]
        return Exchange(Said(asked, self._identity()), answers)

    def edit(self) -> str:
        """Make one edit; return what it was."""
        kinds = [kind for kind in dir(self) if kind.startswith('edit_')]
        kind = self.random.choice(kinds)
        getattr(self, kind)(self.random.choice([*self.interviews.values()]))
        return kind

    def _change(self, said: Said) -> None:
        """Change a few words, and leave most of them."""
        for _ in range(self.random.randint(1, max(1, len(said.words) // 6))):
            place = self.random.randrange(len(said.words))
            new = self.random.choice(WORDS)
            what = self.random.random()
            if what < 0.3:
                said.words.insert(place, new)
            elif what < 0.5 and len(said.words) > 3:
                del said.words[place]
            else:
                said.words[place] = new

    def edit_question(self, talk: list[Exchange]) -> None:
        self._change(self.random.choice(talk).question)

    def edit_whole_question(self, talk: list[Exchange]) -> None:
        self.random.choice(talk).question.words = ['Which', *self._some_words(3, 8)]

    def edit_answer(self, talk: list[Exchange]) -> None:
        self._change(self.random.choice(self.random.choice(talk).answers))

    def edit_insert(self, talk: list[Exchange]) -> None:
        talk.insert(self.random.randint(0, len(talk)), self.new_exchange())

    def edit_insert_equal(self, talk: list[Exchange]) -> None:
        new = self.new_exchange()
        new.question.words = [*self.random.choice(talk).question.words]
        talk.insert(self.random.randint(0, len(talk)), new)

    def edit_replace_by_equal(self, talk: list[Exchange]) -> None:
        place = self.random.randrange(len(talk))
        new = self.new_exchange()
        new.question.words = talk.pop(place).question.words
        talk.insert(self.random.randint(0, len(talk)), new)

    def edit_remove(self, talk: list[Exchange]) -> None:
        if len(talk) > 3:
            del talk[self.random.randrange(len(talk))]

    def edit_remove_answer(self, talk: list[Exchange]) -> None:
        exchange = self.random.choice(talk)
        if len(exchange.answers) > 1:
            del exchange.answers[self.random.randrange(len(exchange.answers))]

    def edit_move(self, talk: list[Exchange]) -> None:
        moved = talk.pop(self.random.randrange(len(talk)))
        talk.insert(self.random.randint(0, len(talk)), moved)

    def edit_move_to_another(self, talk: list[Exchange]) -> None:
        """Move an exchange to another interview, its question edited or not."""
        other = self.random.choice([*self.interviews.values()])
        if len(talk) > 3 and other is not talk:
            moved = talk.pop(self.random.randrange(len(talk)))
            if self.random.random() < 0.3:
                moved.question.words = ['Which', *self._some_words(3, 8)]
            other.insert(self.random.randint(0, len(other)), moved)

    def edit_dissolve(self, talk: list[Exchange]) -> None:
        """Let another interview have all exchanges of this one, which is no more."""
        name = next(name for name, found in self.interviews.items() if found is talk)
        if len(self.interviews) > 2:
            del self.interviews[name]
            self.random.choice([*self.interviews.values()]).extend(talk)

    def edit_new_interview(self, talk: list[Exchange]) -> None:
        """Begin an interview, with exchanges of this one."""
        if len(self.interviews) < 4:
            self.count += 1
            taken = [talk.pop() for _ in range(2) if len(talk) > 3]
            self.interviews[f'talk{self.count}'] = [*taken, self.new_exchange()]

    def edit_split(self, talk: list[Exchange]) -> None:
        """Put a question into an answer, or between two."""
        place = self.random.randrange(len(talk))
        exchange = talk[place]
        second = self.new_exchange()
        cut = self.random.randrange(len(exchange.answers))
        answer, after = exchange.answers[cut], exchange.answers[cut + 1 :]
        if len(answer.words) > 4:
            middle = self.random.randint(2, len(answer.words) - 2)
            rest = Said(answer.words[middle:], {*answer.ids}, answer.speaker)
            del answer.words[middle:]
            after = [rest, *after]
        if after:
            second.answers, second.question.ids = after, {*exchange.question.ids}
            del exchange.answers[cut + 1 :]
            talk.insert(place + 1, second)

    def edit_merge(self, talk: list[Exchange]) -> None:
        """Take a question away, so that the answers belong to the one before it."""
        if len(talk) > 3:
            place = self.random.randrange(len(talk) - 1)
            first, second = talk[place], talk.pop(place + 1)
            first.question.ids |= second.question.ids
            first.topics |= second.topics
            first.answers.extend(second.answers)

    def edit_join_answers(self, talk: list[Exchange]) -> None:
        """Make one turn of two."""
        exchange = self.random.choice(talk)
        if len(exchange.answers) > 1:
            second = exchange.answers.pop(1)
            exchange.answers[0].words += second.words
            exchange.answers[0].ids |= second.ids

    def edit_speaker(self, talk: list[Exchange]) -> None:
        del talk
        old = self.random.choice(self.speakers)
        new = self.random.choice([name for name in NAMES if name not in self.speakers])
        self.speakers[self.speakers.index(old)] = new
        for exchange in (exchange for one in self.interviews.values() for exchange in one):
            for answer in exchange.answers:
                answer.speaker = new if answer.speaker == old else answer.speaker

    def _begin(self, exchange: Exchange, title: list[str]) -> None:
        """Begin a topic; one of an equal title is the same, for nobody can tell them apart."""
        exchange.topics |= self.titles.setdefault(tuple(title), self._identity())
        exchange.topic = Said(title, exchange.topics)

    def edit_topic(self, talk: list[Exchange]) -> None:
        """Begin a topic, call it otherwise, or take it away."""
        exchange = self.random.choice(talk)
        if exchange.topic and self.random.random() < 0.5:
            exchange.topic = None
        else:
            self._begin(exchange, self._some_words(1, 3))

    def edit_equal_topic(self, talk: list[Exchange]) -> None:
        """Begin a topic that is called as another."""
        titles = [exchange.topic.words for exchange in talk if exchange.topic]
        exchange = self.random.choice(talk)
        if titles and exchange.topic is None:
            self._begin(exchange, [*self.random.choice(titles)])

    def edit_slug(self, talk: list[Exchange]) -> None:
        """Let the author give a slug, or take hers away."""
        exchange = self.random.choice(talk)
        exchange.given = '' if exchange.given else f'given-{self.count}'
        self.count += 1

    def edit_name(self, talk: list[Exchange]) -> None:
        name = next(name for name, found in self.interviews.items() if found is talk)
        self.count += 1
        del self.interviews[name]
        self.interviews[f'talk{self.count}'] = talk

    def read(self, ledger: Ledger) -> dict[str, Kept]:
        """Read all interviews with a ledger."""
        return {
            name: keep(
                name,
                exchanges([item for exchange in talk for item in exchange.items])[0],
                ledger,
            )
            for name, talk in self.interviews.items()
        }

    def meanings(self, kept: dict[str, Kept]) -> dict[str, set[int]]:
        """Return the identities of what stands at each address."""
        found: dict[str, set[int]] = {}
        for name, talk in self.interviews.items():
            found[name] = set()
            for exchange, here in zip(talk, kept[name].exchanges, strict=True):
                found[here.address] = exchange.question.ids
                for answer, there in zip(exchange.answers, here.answers, strict=True):
                    found[there.address] = answer.ids
            topics = (exchange.topic for exchange in talk if exchange.topic)
            for topic, here in zip(topics, kept[name].topics, strict=True):
                found[here.address] = topic.ids
        return found


def records(kept: dict[str, Kept]) -> list[Interview]:
    """Return what a build knows."""
    return [
        Interview(name, name, f'{name}:1', k.exchanges, k.old, '', k.topics)
        for name, k in kept.items()
    ]


def settle(ledger: Ledger, kept: dict[str, Kept]) -> Settled:
    return Settled(ledger, records(kept))
