"""Who said what is quoted, and where: where an address names several turns, the words decide."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from ...citing import quoting
from ...citing.fragments import folded, text_fragment
from ...citing.said import Said
from ...citing.verbatim import texts
from ..targets import titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...citing.quoting import Match
    from ...citing.verbatim import Text
    from ..records import Source, Spoken


class Attribution:
    """Who said the words of one quotation.

    :ivar named: what the quotation names
    :ivar target: what is linked: the turn that says so; where none does, or several, what is named
    :ivar turn: who says so; of several people nobody
    :ivar several: the turns of several people who say so
    """

    def __init__(self, named: Named, target: str, words: str) -> None:
        self.named = named
        found = named.find(words)
        self._match = found[0][1] if found else None
        speakers = {turn.speaker for turn, _ in found}
        self.turn = found[0][0] if len(speakers) == 1 else None
        self.several = [turn for turn, _ in found] if len(speakers) > 1 else []
        self.target = named.source.targets[self.turn.address if self.turn else target]

    @property
    def is_said(self) -> bool:
        """Whether anybody says so."""
        return self._match is not None

    @property
    def doubt(self) -> quoting.Doubt | None:
        """What to think of once more, see `Match.doubt`."""
        return self._match.doubt if self._match else None

    @cached_property
    def title(self) -> str:
        """The text of a link: who, and in which exchange."""
        return titled(self.turn.speaker, self.target.short) if self.turn else self.target.title

    @cached_property
    def fragment(self) -> str:
        """What makes a browser mark the words on their page, see `text_fragment`."""
        return self.fragment_in(self.named.page(self.target.docname))

    def fragment_in(self, page: str) -> str:
        """Return what makes a browser mark the words on a page of which all is known, `folded`."""
        if self._match is None or self.turn is None or not self.turn.is_shown:
            return ''
        return text_fragment(self._match, self.turn.label, page)


class Named:
    """The turns that an address names, prepared when they are first compared."""

    def __init__(self, place: _Place, target: str) -> None:
        self.source, self.page = place.source, place.page
        self.spoken = place.spoken(target)
        self._language = place.source.languages.get(target.partition('.')[0], '')
        self._prepared: dict[int, Said] = {}

    @cached_property
    def _texts(self) -> list[Text]:
        return texts(turn.text for turn in self.spoken)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each turn starts in `_words`."""
        lengths = (len(text.words) + 1 for text in self._texts)
        return list(accumulate(lengths, initial=0))

    @cached_property
    def _words(self) -> str:
        return '\n'.join(text.words for text in self._texts)

    def _said(self, number: int) -> Said:
        if number not in self._prepared:
            self._prepared[number] = Said(self.spoken[number].text)
        return self._prepared[number]

    @cached_property
    def joined(self) -> Said:
        """All that is said, as if one person said it."""
        return Said('\n\n'.join(turn.text for turn in self.spoken))

    @property
    def answers(self) -> list[Said]:
        """What is answered; where nothing is, what is asked."""
        numbers = range(len(self.spoken))
        answers = [number for number in numbers if self.spoken[number].is_answer]
        return [self._said(number) for number in answers or numbers]

    def find(self, words: str) -> list[tuple[Spoken, Match]]:
        """Return the answers that have the *words*; where none has, the questions."""
        quotation = quoting.Quotation(words)
        found = [
            (self.spoken[number], match)
            for number in self._with(quotation.longest)
            if (match := self._match(quotation, number))
        ]
        return [(turn, match) for turn, match in found if turn.is_answer] or found

    def _with(self, word: str) -> Iterator[int]:
        """Yield the numbers of the turns that have *word*."""
        start, end = 0, len(self._words)
        while (start := self._words.find(word, start)) >= 0 and start < end:
            number = bisect_right(self._starts, start) - 1
            yield number
            start = self._starts[number + 1]

    def _match(self, quotation: quoting.Quotation, number: int) -> Match | None:
        text = self._texts[number]
        if match := text.find(quotation):
            return match
        language = self.spoken[number].language or self._language
        may_say = text.may_say(quotation)
        return quoting.find(quotation, self._said(number), language) if may_say else None


class _Place:
    """The words of one project, by address and by page."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._words_in = cache(source.words_in)
        self.page = cache(self._page)
        self._by_address = cache(self._turns_of)

    def spoken(self, target: str) -> list[Spoken]:
        """Return the turns that an address names."""
        return self._by_address(self.source.targets[target].docname).get(target, [])

    def _turns_of(self, page: str) -> dict[str, list[Spoken]]:
        """Return the turns by every address that names them: of interview, question, and answer."""
        found: dict[str, list[Spoken]] = {}
        for turn in self._words_in(page).spoken:
            address = turn.address
            while address:
                found.setdefault(address, []).append(turn)
                address = address.rpartition('.')[0]
        return found

    def _page(self, name: str) -> str:
        """Return all that a browser finds on a page, folded."""
        words = self._words_in(name)
        turns = (f'{turn.label} {turn.text}' for turn in words.spoken if turn.is_shown)
        return folded('\n'.join([words.around, *turns]))


class Attributions:
    """Who said what is quoted anywhere in the project; each found once."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._places = [_Place(source) for source in sources]
        self._named: dict[tuple[str, str | None], Named | None] = {}
        self._known: dict[tuple[str, str, str | None], Attribution | None] = {}

    def named(self, target: str, project: str | None = None) -> Named | None:
        """Return what *target* names, in the first project that has its interview.

        :param project: as in a quotation
        """
        key = target, project
        if key not in self._named:
            name = target.partition('.')[0]
            places = (place for place in self._places if name in place.source.targets)
            place = next((one for one in places if _is_meant(one.source, project)), None)
            is_there = place is not None and target in place.source.targets
            self._named[key] = Named(place, target) if place and is_there else None
        return self._named[key]

    def of(self, target: str, words: str, project: str | None = None) -> Attribution | None:
        """Return who said *words* where *target* names; None if it names nothing."""
        key = target, words, project
        if key not in self._known:
            named = self.named(target, project)
            self._known[key] = Attribution(named, target, words) if named else None
        return self._known[key]


def _is_meant(source: Source, project: str | None) -> bool:
    return project is None or (source.name == project if project else bool(source.name))
