"""What a build knows of addresses: plain records, which the environment keeps too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Answer(NamedTuple):
    """An answer with its address."""

    address: str
    #: The fingerprint.
    words: str


class Exchange(NamedTuple):
    """A question with its address, and its answers."""

    address: str
    #: The fingerprint of the question.
    words: str
    answers: tuple[Answer, ...]


class Topic(NamedTuple):
    """A topic with its address."""

    address: str
    #: The fingerprint of its title.
    words: str
    #: The address of the first exchange below it; where there is none, the interview's name.
    opens: str


class Interview(NamedTuple):
    """An interview as a build has read it, with a ledger at hand."""

    name: str
    page: str
    #: Path and line, for messages.
    place: str
    exchanges: tuple[Exchange, ...]
    #: Published addresses that are no longer any exchange's or answer's, and where each leads.
    old: tuple[tuple[str, str], ...]
    #: Of what the ledger said.
    digest: str
    topics: tuple[Topic, ...] = ()

    @classmethod
    def from_json(cls, value: list[Any]) -> Interview:
        """Return the interview that JSON has as lists."""
        name, page, place, exchanges, old, digest, topics = value
        found = (
            Exchange(address, words, tuple(Answer(*answer) for answer in answers))
            for address, words, answers in exchanges
        )
        pairs = tuple(map(tuple, old))
        return cls(name, page, place, tuple(found), pairs, digest, tuple(Topic(*t) for t in topics))

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every address with the fingerprint of what stands there."""
        for exchange in self.exchanges:
            yield exchange[:2]
            yield from exchange.answers
        yield from (topic[:2] for topic in self.topics)
