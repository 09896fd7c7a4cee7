"""Which interviews say the same in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..citations.bibliography import Bibliography
    from ..records import Interview


class Edition(NamedTuple):
    """An interview in one language: here, or at an address elsewhere."""

    #: A code.
    language: str
    interview: Interview | None
    uri: str = ''
    #: Whether the others are translations of it.
    is_original: bool = False


class Editions:
    """The interviews of a project that are translations of others, and those."""

    def __init__(self, interviews: Mapping[str, Interview], language: str) -> None:
        self._interviews = interviews
        self._language = language
        self._translations: dict[str, list[Interview]] = {}
        for one in interviews.values():
            if (original := self._original(one)) != one.name:
                self._translations.setdefault(original, []).append(one)

    def of(self, found: Interview) -> list[Edition]:
        """Return every language that an interview is in, its own first; nothing for one alone."""
        original = self._interviews.get(self._original(found), found)
        here = [original, *self._translations.get(original.name, ())]
        if found not in here:  # another of the same name
            here = [found]
        here.sort(key=lambda one: one is not found)
        is_known = len(here) > 1
        ours = [
            Edition(self.language_of(one), one, is_original=is_known and one is original)
            for one in here
        ]
        elsewhere = dict.fromkeys(edition for one in here for edition in _elsewhere(one))
        return [*ours, *elsewhere] if is_known or elsewhere else []

    def language_of(self, found: Interview) -> str:
        """Return the language of an interview, else that of the project."""
        return dict(found.metadata).get('language', self._language).replace('_', '-')

    def _original(self, found: Interview) -> str:
        """Return the name of what an interview is a translation of, in however many steps; else its own."""
        names = [found.name]
        while (name := _translated(self._interviews.get(names[-1], found))) in self._interviews:
            if name in names:
                return found.name
            names.append(name)
        return names[-1]


def _translated(found: Interview) -> str:
    return dict(found.metadata).get('translation-of', '')


def _elsewhere(found: Interview) -> Iterator[Edition]:
    for one in filter(None, dict(found.metadata).get('also-in', '').split('; ')):
        language, _, uri = one.partition(' ')
        yield Edition(language, None, uri)


_known: WeakKeyDictionary[Bibliography, Editions] = WeakKeyDictionary()


def editions_of(known: Bibliography) -> Editions:
    """Return what a build has in several languages."""
    if known not in _known:
        _known[known] = Editions(known.interviews, known.builder.config.language or 'en')
    return _known[known]
