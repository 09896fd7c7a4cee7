"""Names that speakers have for the public, instead of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Finding, Paragraph, Topic, Turn
from .lines import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model import Item, Line, Speaker, Transcript
    from .person import Person


class Pseudonyms:
    """Replaces full names, in whatever is read, by pseudonyms.

    :param names: pseudonyms by full name
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._people: list[Person] = []
        if names:
            from .person import Person  # now, for most projects hide none

            # A longer name may have a shorter one in it
            self._people = [Person(*one) for one in sorted(names.items(), key=_longest)]

    def __bool__(self) -> bool:
        return bool(self._people)

    def has(self, name: str) -> bool:
        """Whether *name* is somebody's pseudonym."""
        return any(person.called == name for person in self._people)

    def called(self, label: str) -> str:
        """Return the pseudonym of whoever has a label, or the label."""
        found = (person.called for person in self._people if person.has_label(label))
        return next(found, label)

    def hide(self, text: str) -> str:
        """Return *text* with pseudonyms for full names; in addresses as addresses have them."""
        for person in self._people:
            text = person.whole.sub(person.replacement, text)
        return text

    def hide_lines(self, lines: list[Line]) -> list[Line]:
        """Return lines with pseudonyms for the full names that a line has."""
        if not self._people:
            return lines
        return [(number, rewritten(text, self.hide)) for number, text in lines]

    def hide_words(self, text: str) -> str:
        """Return *text* with pseudonyms for full names in prose; names of files stay what they are."""
        for person in self._people:
            text = person.written.sub(person.replacement, text)
        return text

    def labelled(self, people: Iterable[Speaker]) -> tuple[Speaker, ...]:
        """Let people who have pseudonyms be found by the labels that their own names make."""
        labels = {person.called: person.labels for person in self._people}
        return tuple(
            one._replace(labels=(*one.labels, *labels.get(one.name, ()))) for one in people
        )

    def applied(self, transcript: Transcript) -> Transcript:
        """Return a transcript whose speakers have their pseudonyms, and those no labels.

        A finding says where a part of a name is left in the words, for it may be another word.
        """
        if not self._people:
            return transcript
        found = transcript._replace(
            items=tuple(map(self._item, transcript.items)),
            speakers=tuple(dict.fromkeys(map(self._called, transcript.speakers))),
            preamble=tuple(map(self._said, transcript.preamble)),
            epilogue=tuple(map(self._said, transcript.epilogue)),
        )
        return found._replace(findings=(*found.findings, *self._left(found)))

    def _item(self, item: Item) -> Item:
        if isinstance(item, Topic):
            title, synopsis, place = map(self.hide, (item.title, item.synopsis, item.place))
            keywords = tuple(map(self.hide, item.keywords))
            return item._replace(title=title, synopsis=synopsis, place=place, keywords=keywords)
        if isinstance(item, Paragraph):
            return self._said(item)
        speakers = tuple(map(self._called, item.speakers))
        return item._replace(speakers=speakers, paragraphs=tuple(map(self._said, item.paragraphs)))

    def _said(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph without names that its lines have only together."""
        return paragraph._replace(text=self.hide(paragraph.text))

    def _called(self, speaker: Speaker) -> Speaker:
        for person in self._people:
            if person.is_meant(speaker):
                return speaker._replace(name=person.called, labels=())
        return speaker

    def _left(self, transcript: Transcript) -> Iterator[Finding]:
        for paragraph in _paragraphs(transcript):
            for person in self._people:
                if person.part.search(paragraph.text):
                    text = f'a part of the name of {person.called} stands in the words'
                    yield Finding('pseudonym', 'warning', paragraph.line, text)


def _longest(one: tuple[str, str]) -> int:
    return -len(one[0])


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
