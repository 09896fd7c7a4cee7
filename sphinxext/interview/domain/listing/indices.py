"""The index of interviews and the index of speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from sphinx.domains import Index, IndexEntry

from ...messages import Worded, _
from ..citations.names import name_of, profiles_of
from ..presenting.byline import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from ...citing.names import Name
    from .. import InterviewDomain
    from ..records import Interview

    Content = tuple[list[tuple[str, list[IndexEntry]]], bool]

#: What an entry is: one of its own, a heading with entries below it, or one of those.
_ALONE, _HEAD, _BELOW = range(3)
#: With more questions the index is a page that nobody reads, of half a megabyte and more.
_MOST_QUESTIONS: Final = 1000


class InterviewIndex(Index):
    """Interviews with their questions."""

    name = 'index'
    localname = Worded(lambda: _('Interviews'))
    shortname = Worded(lambda: _('interviews'))

    def has_entries(self) -> bool:
        """Whether it lists anything."""
        return bool(_interviews(self, None))

    def generate(self, docnames: Iterable[str] | None = None) -> Content:
        found: dict[str, list[IndexEntry]] = {}
        interviews = _interviews(self, docnames)
        with_questions = self._has_questions(interviews)
        for interview in sorted(interviews, key=lambda i: i.title.casefold()):
            who = listed(interview.speakers, self.domain.env.config.language)
            kind = _HEAD if with_questions else _ALONE
            entries = [_entry(interview.title, kind, interview.docname, interview.name, who)]
            entries += [
                _entry(exchange.title, _BELOW, interview.docname, exchange.address)
                for exchange in interview.exchanges
                if with_questions and not exchange.greets
            ]
            found.setdefault(_letter(interview.title), []).extend(entries)
        return _content(found), with_questions

    def _has_questions(self, interviews: Iterable[Interview]) -> bool:
        wanted = self.domain.env.config.interview_index_questions
        few = sum(len(interview.rows) for interview in interviews) <= _MOST_QUESTIONS
        return bool(wanted == 'show' or (wanted == 'auto' and few))


class SpeakerIndex(Index):
    """Speakers with the interviews that they speak in."""

    name = 'speakerindex'
    localname = Worded(lambda: _('Speakers'))
    shortname = Worded(lambda: _('speakers'))

    def has_entries(self) -> bool:
        """Whether it lists anything."""
        return any(interview.speakers for interview in _interviews(self, None))

    def generate(self, docnames: Iterable[str] | None = None) -> Content:
        spoken: dict[str, list[Interview]] = {}
        for interview in _interviews(self, docnames):
            for speaker in interview.speakers:
                spoken.setdefault(speaker, []).append(interview)
        domain = cast('InterviewDomain', self.domain)
        found: dict[str, list[IndexEntry]] = {}
        profiles = profiles_of(domain)
        families = {speaker: _by_family(name_of(speaker, profiles)) for speaker in spoken}
        for speaker, interviews in sorted(spoken.items(), key=lambda item: families[item[0]]):
            target = domain.find('speaker', speaker)
            first = interviews[0]
            docname, anchor = first.docname, first.name
            if target is not None and (docnames is None or target.docname in docnames):
                docname, anchor = target.docname, target.anchor
            entries = [_entry(speaker, _HEAD, docname, anchor)]
            entries += [_entry(i.title, _BELOW, i.docname, i.name) for i in interviews]
            found.setdefault(_letter(families[speaker]), []).extend(entries)
        return _content(found), True


def _interviews(index: Index, docnames: Iterable[str] | None) -> list[Interview]:
    domain = cast('InterviewDomain', index.domain)
    wanted = None if docnames is None else set(docnames)
    return [i for i in domain.shown_interviews() if wanted is None or i.docname in wanted]


def _entry(name: str, subtype: int, docname: str, anchor: str, extra: str = '') -> IndexEntry:
    return IndexEntry(name, subtype, docname, anchor, extra, '', '')


class _Entries(list[IndexEntry]):
    """Entries, kept as plain tuples until they are written: the garbage collector passes those by."""

    def __init__(self, entries: Iterable[IndexEntry]) -> None:
        super().__init__(map(tuple, entries))  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[IndexEntry]:
        return map(IndexEntry._make, super().__iter__())

    def __getitem__(self, place: Any) -> Any:
        found: Any = super().__getitem__(place)
        return [*map(IndexEntry._make, found)] if isinstance(place, slice) else IndexEntry(*found)

    def __reduce__(self) -> Any:
        return list, (list(self),)


def _content(found: Mapping[str, list[IndexEntry]]) -> list[tuple[str, list[IndexEntry]]]:
    """Return the entries by their first letter."""
    return [(letter, _Entries(entries)) for letter, entries in sorted(found.items())]


def _by_family(name: Name) -> str:
    """Return a name as it is sorted: by its family name."""
    return ' '.join([name.literal or name.family, name.given, name.particle]).casefold()


def _letter(text: str) -> str:
    first = next((sign for sign in text if sign.isalnum()), '#')
    return first.upper() if first.isalpha() else '#'


def withdraw_empty(app: Sphinx, env: BuildEnvironment) -> None:
    """Take back the labels that Sphinx gives to indices: nobody writes one without entries."""
    std = cast('StandardDomain', env.get_domain('std'))
    domain = env.get_domain('interview')
    for index in (InterviewIndex, SpeakerIndex):
        if not index(domain).has_entries():
            label = f'{domain.name}-{index.name}'
            std.labels.pop(label, None)
            std.anonlabels.pop(label, None)


def setup(app: Sphinx) -> None:
    app.connect('env-updated', withdraw_empty)
