"""What topics, exchanges and answers are called: by the author, else by their words.

As far as words can tell, nothing is called by its place: an insertion before it would change what
an address means.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .slugs import slugify, unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Speaker, Turn

#: The target of a role or of a Markdown link is no part of what was said, nor is the mark of a footnote.
_TARGETS = re.compile(
    r':[\w:+-]{1,60}:(?=`)|\{[\w:+-]{1,60}\}(?=`)|<[^<>\s]{1,200}>(?=`)'
    r'|\](?:\([^()\s]{1,200}\)|\[[^\[\]]{1,80}\])|\[\^[^\[\]\s]{1,80}\]|\[[\w#*.:+-]{1,80}\]_(?!\w)'
)
#: So many of an answer's words tell it from others; where they don't, so many.
_WORDS, _MORE = 5, 24
#: So much of an answer is looked at.
_START = 400


class Nameless(NamedTuple):
    """A topic or an exchange that gets a slug."""

    #: What the author gave, or nothing.
    given: str
    title: str
    #: Of an exchange.
    answers: Sequence[Turn] = ()
    #: The topic that an exchange stands below; of a topic None.
    topic: str | None = None

    def slug(self) -> str:
        """Return the slug that its words make; nothing where there are none."""
        if self.given:
            return self.given
        return slugify(_plain(self.title)) or ('topic' if self.topic is None else self.said(_WORDS))

    def said(self, words: int) -> str:
        """Return the first words that were answered."""
        return next(filter(None, (first_words(turn.text, words) for turn in self.answers)), '')


def name_parts(parts: Sequence[Nameless]) -> tuple[list[str], list[list[int]]]:
    """Return a slug for each of *parts*: the author's first, then those of topics, then the others.

    Equal questions are told apart by their topics, else by what was answered: all of them, so
    that none comes to mean another when one is taken away.

    :returns: the slugs, and the places of those that ask the same
    """
    taken = dict.fromkeys((part.given for part in parts if part.given), 1)
    free = {*taken}
    slugs = [''] * len(parts)
    asked: dict[str, list[int]] = {}
    for place, part in enumerate(parts):
        if part.given in free:
            free.remove(part.given)
            slugs[place] = part.given
        elif part.topic is None:
            slugs[place] = unused(part.slug(), taken)
        else:
            asked.setdefault(part.slug(), []).append(place)
    for slug, places in asked.items():
        told = [slug]
        if len(places) > 1 or not slug or slug in taken:
            told = tell_apart(slug, [parts[place] for place in places])
        for place, name in zip(places, told, strict=True):
            slugs[place] = unused(name, taken)
    return slugs, [places for slug, places in asked.items() if slug and len(places) > 1]


def tell_apart(slug: str, parts: Sequence[Nameless]) -> list[str]:
    """Return slugs for what has the same one; equal ones only where all words are equal."""
    topics = [slugify(part.topic or '') for part in parts]
    for words in (topics, *_said(parts)):
        if all(words) and len({*words}) == len(words) and (words is not topics or len(parts) > 1):
            break
    return ['-'.join(filter(None, (slug, word))) or 'q' for word in words]


def other_slugs(slug: str, answers: Sequence[Turn]) -> Iterator[str]:
    """Yield what an exchange may be called whose slug is taken."""
    part = Nameless('', '', answers)
    yield from (f'{slug}-{words}' for (words,) in _said([part]) if words)


def _said(parts: Sequence[Nameless]) -> Iterator[list[str]]:
    for count in (_WORDS, _MORE):
        yield [part.said(count) for part in parts]


def answer_slugs(answers: Iterable[Turn], names: dict[tuple[Speaker, ...], str]) -> tuple[str, ...]:
    """Return what tells the answers of an exchange apart: who speaks, then the words.

    :param names: of speakers seen before
    """
    taken: dict[str, int] = {}
    found = []
    for turn in answers:
        speakers = turn.speakers
        name = names.get(speakers) or names.setdefault(speakers, speaker_slug(speakers))
        if name in taken:
            name = '-'.join(filter(None, (name, first_words(turn.text))))
        found.append(unused(name, taken))
    return tuple(found)


def speaker_slug(speakers: Sequence[Speaker]) -> str:
    """Return who answers: the first label that the author gave each, else the full name."""
    called = [speaker.labels[0] if speaker.labels else speaker.name for speaker in speakers]
    names = [speaker.name for speaker in speakers]
    return slugify(', '.join(called)) or slugify(', '.join(names)) or 'unknown'


def first_words(text: str, count: int = _WORDS) -> str:
    """Return the words that *text* starts with, as a slug."""
    return slugify(_plain(text[:_START]), count, 24 * count)


def _plain(text: str) -> str:
    return _TARGETS.sub('', text) if '`' in text or ']' in text else text
