"""From the records of interviews to what their addresses mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..messages import _
from ..transcript.exchanges.slugs import slugify
from .records import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .projects.project import Project
    from .records import Exchange, Interview, Profile


class Found(NamedTuple):
    """What an address means, and whose it is."""

    target: Target
    #: None of ours.
    project: Project | None = None

    @property
    def base(self) -> str:
        """Where the pages of the other project are; empty for ours."""
        return self.project.base if self.project else ''


class Targets(Mapping[str, Target]):
    """Targets by address, kept as plain tuples.

    There are dozens for each interview, which live as long as a build. The garbage collector passes
    tuples of words by, but not named ones.

    :param interviews: of two with one name, the first counts
    :param old: addresses that were published once, and what has their words now
    """

    def __init__(self, interviews: Iterable[Interview], old: Mapping[str, str] = {}) -> None:
        self._rows: dict[str, tuple[Any, ...]] = {}
        for interview in interviews:
            if interview.name not in self._rows:
                self._rows.update(
                    (address, tuple(target)) for address, target in _targets(interview)
                )
        for address, to in old.items():
            if to in self._rows:
                self._rows.setdefault(address, self._rows[to])

    def __getitem__(self, address: str) -> Target:
        return Target(*self._rows[address])

    def __contains__(self, address: object) -> bool:
        return address in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def index_names(interviews: Iterable[Interview]) -> dict[str, str]:
    """Return the address of each speaker's first answer, by the one that her full name would make."""
    index: dict[str, str] = {}
    for interview in interviews:
        for exchange in interview.exchanges:
            for answer in exchange.answers:
                name = f'{exchange.address}.{slugify(answer.speaker)}'
                index.setdefault(name, answer.address)
    return index


def index_speakers(
    interviews: Iterable[Interview], profiles: Iterable[Profile]
) -> dict[str, Target]:
    """Return the speakers by slug.

    Each leads to where the speaker is introduced, else to the first interview of hers.
    """
    index: dict[str, Target] = {}
    for profile in profiles:
        name = profile.name
        index[slugify(name)] = Target('speaker', profile.docname, profile.anchor, name, name)
    for interview in interviews:
        for name in interview.speakers:
            target = Target('speaker', interview.docname, interview.name, name, name)
            index.setdefault(slugify(name), target)
    return index


_KINDS = {'question': {'question'}, 'answer': {'question', 'answer'}}


def find_target(
    targets: Mapping[str, Target], speakers: Mapping[str, Target], typ: str, target: str
) -> Target | None:
    """Return what *target* means in a role of type *typ*, or None."""
    if typ == 'speaker':
        return speakers.get(slugify(target))
    found = targets.get(target.lower())
    if found is not None and typ == 'answer' and len(found.answers) == 1:
        return targets[found.answers[0]]
    if found is not None and typ in _KINDS and found.kind not in _KINDS[typ]:
        return None
    if found is None and typ == 'any':
        return speakers.get(slugify(target))
    return found


def _targets(interview: Interview) -> Iterator[tuple[str, Target]]:
    docname, title = interview.docname, interview.title
    yield interview.name, Target('interview', docname, interview.name, title, title)
    for exchange in interview.exchanges:
        yield from _exchange_targets(exchange, docname)


def _exchange_targets(exchange: Exchange, docname: str) -> Iterator[tuple[str, Target]]:
    address, question = exchange.address, exchange.title
    firsts: dict[str, str] = {}
    for answer in exchange.answers:
        firsts.setdefault(answer.speaker, answer.address)
    answers = tuple(firsts.values())
    yield address, Target('question', docname, address, question, question, answers)
    for answer in exchange.answers:
        title = titled(answer.speaker, question)
        yield answer.address, Target('answer', docname, answer.address, title, question)


def titled(speaker: str, question: str) -> str:
    """Return what a link to something that *speaker* says is called."""
    if not speaker:
        return question
    return _('%(speaker)s, “%(question)s”') % {'speaker': speaker, 'question': question}


class SearchAnchor(str):
    """An anchor that the search index writes out; equal to another such anchor, never to a name.

    The index leaves out an anchor that equals the object's name and lets the browser make it of
    the *display* name, which for us is a question.
    """

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SearchAnchor) and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other
