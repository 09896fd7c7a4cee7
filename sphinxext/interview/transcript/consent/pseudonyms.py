"""Names that speakers have for the public, instead of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Finding, Paragraph, Topic, Turn
from ..people.labels import key
from ..people.names import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model import Speaker, Transcript

#: What may stand between the parts of a name: in prose, and in names of files and addresses.
_BETWEEN = r'(?:[\s\u00a0_.,-]|%20){1,4}'
_JOINED = re.compile(r'(?<=\w)(?:[_.-]|%20)(?=\w)')


class Pseudonyms:
    """Replaces full names, in whatever is read, by pseudonyms.

    :param names: pseudonyms by full name
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        # A longer name may have a shorter one in it
        self._people = [_Person(*one) for one in sorted(names.items(), key=_longest)]

    def __bool__(self) -> bool:
        return bool(self._people)

    def hide(self, text: str) -> str:
        """Return *text* with pseudonyms for full names; in addresses as addresses have them."""
        for person in self._people:
            text = person.whole.sub(person.replacement, text)
        return text

    def labelled(self, people: Iterable[Speaker]) -> tuple[Speaker, ...]:
        """Let people who have pseudonyms be found by the labels that their own names make."""
        labels = {person.called: person.labels for person in self._people}
        return tuple(
            replace(one, labels=(*one.labels, *labels.get(one.name, ()))) for one in people
        )

    def applied(self, transcript: Transcript) -> Transcript:
        """Return a transcript whose speakers have their pseudonyms, and those no labels.

        A finding says where a part of a name is left in the words, for it may be another word.
        """
        if not self._people:
            return transcript
        items = tuple(
            replace(item, speakers=tuple(map(self._called, item.speakers)))
            if isinstance(item, Turn)
            else item
            for item in transcript.items
        )
        speakers = tuple(dict.fromkeys(map(self._called, transcript.speakers)))
        findings = (*transcript.findings, *self._left(transcript))
        return replace(transcript, items=items, speakers=speakers, findings=findings)

    def _called(self, speaker: Speaker) -> Speaker:
        for person in self._people:
            if person.is_meant(speaker):
                return replace(speaker, name=person.called, labels=())
        return speaker

    def _left(self, transcript: Transcript) -> Iterator[Finding]:
        for paragraph in _paragraphs(transcript):
            for person in self._people:
                if person.part.search(paragraph.text):
                    text = f'a part of the name of {person.called} stands in the words'
                    yield Finding('pseudonym', 'warning', paragraph.line, text)


def _longest(one: tuple[str, str]) -> int:
    return -len(one[0])


class _Person:
    """Somebody who has a pseudonym.

    :param name: the full name
    :param called: the pseudonym
    """

    def __init__(self, name: str, called: str) -> None:
        self.called = called
        words = name.split()
        #: What labels may say for the name.
        self.labels = (name, *sorted(short_names(name)))
        #: The names under which a transcript that introduces nobody may have the speaker.
        self._keys = {key(word) for word in (name, words[0], words[-1])}
        orders = {' '.join(words), ' '.join([words[-1], *words[:-1]])}
        forms = (_BETWEEN.join(map(re.escape, order.split())) for order in sorted(orders))
        self.whole = re.compile(rf'(?<![^\W_])(?:{"|".join(forms)})(?![^\W_])', re.IGNORECASE)
        left = [word for word in words if len(word) > 2 and word not in called.split()]
        self.part = re.compile(rf'(?<!\w)(?:{"|".join(map(re.escape, left)) or "(?!)"})(?!\w)')

    def replacement(self, match: re.Match[str]) -> str:
        """Return the pseudonym, written as the name was."""
        sign = _JOINED.search(match[0])
        return sign[0].join(self.called.lower().split()) if sign else self.called

    def is_meant(self, speaker: Speaker) -> bool:
        return speaker.name == self.called or key(speaker.name) in self._keys


def _paragraphs(transcript: Transcript) -> Iterator[Paragraph]:
    yield from transcript.preamble
    for item in transcript.items:
        if isinstance(item, Turn):
            yield from item.paragraphs
        elif isinstance(item, Topic):
            yield Paragraph(item.title, item.line)
        else:
            yield item
    yield from transcript.epilogue
