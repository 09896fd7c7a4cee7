"""Compares what was read with what a careful editor reads in the same file."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinxext.interview.transcript.model import Paragraph, Topic, Turn
from sphinxext.interview.transcript.speech.directions import split_directions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinxext.interview.transcript.loading import Loaded

_WORD = re.compile(r'[^\W_]+')
#: What stands beside the words: the definitions and targets of links, images, addresses, tags,
#: what language code is in, ``{#slug}``.
_BESIDE = re.compile(
    r'(?m)^ {0,3}\[[^\]]+\]: *\S.*$|^```\w+$|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\]\[[^\]]*\]|<?https?://[^\s>]+>?|</?[a-zA-Z][^<>]*>|\{#\S+\}'
)
#: An event may be counted as speech or not; so may a time.
_BRACKET = re.compile(r'[*_]*\[[^\[\]]{1,60}\][*_]*(?![(\[:])')


class Said(NamedTuple):
    """A word of speech."""

    #: None for nobody known.
    who: str | None
    word: str
    #: When its paragraph starts.
    start: float | None = None


def faults(gold: dict[str, Any], loaded: Loaded, *, is_declared: bool) -> list[str]:
    """Return what is wrong in words; nothing where all is right.

    :param gold: an entry of a ``gold.json``
    :param is_declared: the people of the gold were given, so that names must be theirs
    """
    if not gold['turns']:
        named = {speaker.name for turn in loaded.transcript.turns for speaker in turn.speakers}
        return [f'{name} speaks, but this is no interview' for name in sorted(named)]
    spoken = list(_spoken(loaded))
    expected = [Said(who, word) for who, text in gold['turns'] for word in words(text)]
    return list(
        filter(
            None,
            [
                _wrong_words(expected, spoken)
                or _wrong_voices(expected, spoken, is_declared=is_declared)
                or _wrong_roles(gold, loaded, spoken, expected)
                or _wrong_times(gold, spoken),
                _missing(gold, loaded),
            ],
        )
    )


def words(text: str) -> list[str]:
    """Return the words that readers hear: no markup, no events, no targets of links."""
    heard = (part for part, is_event in split_directions(unescape(text)) if not is_event)
    bare = _BRACKET.sub(' ', _BESIDE.sub(' ', ' '.join(heard)))
    return [word.casefold() for word in _WORD.findall(bare)]


def _spoken(loaded: Loaded) -> Iterator[Said]:
    for turn in loaded.transcript.turns:
        who = ' & '.join(speaker.name for speaker in turn.speakers) or turn.role
        for number, paragraph in enumerate(turn.paragraphs):
            start = paragraph.time if number or turn.time is None else turn.time
            if paragraph.kind == 'speech':
                yield from (Said(who, word, start) for word in words(paragraph.text))


def _wrong_words(expected: list[Said], spoken: list[Said]) -> str:
    ours, theirs = ([said.word for said in words] for words in (spoken, expected))
    if ours == theirs:
        return ''
    place = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    place = min(len(ours), len(theirs)) if place is None else place
    around = slice(max(0, place - 2), place + 6)
    return f'said is “{" ".join(theirs[around])}”, read “{" ".join(ours[around])}”'


def _wrong_voices(expected: list[Said], spoken: list[Said], *, is_declared: bool) -> str:
    """Compare who says each word; without declared people any names will do, one for each."""
    names: dict[str, str | None] = {'?': None}
    for theirs, ours in zip(expected, spoken, strict=True):
        if is_declared and theirs.who != '?':
            names.setdefault(str(theirs.who), theirs.who)
        elif theirs.who not in names and ours.who not in names.values():
            names[str(theirs.who)] = ours.who
        if theirs.who not in names or names[str(theirs.who)] != ours.who:
            return f'{theirs.word!r} is said by {theirs.who}, read as by {ours.who}'
    return ''


def _wrong_roles(
    gold: dict[str, Any], loaded: Loaded, spoken: list[Said], expected: list[Said]
) -> str:
    roles = {speaker.name: speaker.role for speaker in loaded.transcript.speakers}
    roles |= {'interviewer': 'interviewer', 'interviewee': 'interviewee'}
    names = {said.who: ours.who for said, ours in zip(expected, spoken, strict=True)}
    for role in ('interviewer', 'interviewee'):
        for person in gold[role]:
            name = names.get(person)
            if name and roles.get(name) != role:
                return f'{person} is {roles.get(name)}, and should be {role}'
    return ''


def _wrong_times(gold: dict[str, Any], spoken: list[Said]) -> str:
    place = 0
    starts = []
    for _, text in gold['turns']:
        starts.append(spoken[place].start if place < len(spoken) else None)
        place += len(words(text))
    for number, seconds in gold.get('times', ()):
        if starts[number] is None or abs(starts[number] - seconds) > 0.05:
            return f'turn {number} starts at {seconds}, read {starts[number]}'
    return ''


def _missing(gold: dict[str, Any], loaded: Loaded) -> str:
    """Look for what nobody says: it may stand anywhere but in a turn's speech, or be named."""
    transcript = loaded.transcript
    shown = [*loaded.metadata.values(), *(finding.text for finding in loaded.findings)]
    titles = []
    for item in (*transcript.preamble, *transcript.items, *transcript.epilogue):
        if isinstance(item, Turn):
            shown += [paragraph.text for paragraph in item.paragraphs]
        elif isinstance(item, Paragraph):
            shown.append(item.text)
        elif isinstance(item, Topic):
            titles.append(item.title)
    found = set(_WORD.findall(' '.join([*shown, *titles]).casefold()))
    for text in (*gold['outside'], *gold['topics']):
        if lost := set(_WORD.findall(text.casefold())) - found:
            return f'{min(lost)!r} is nowhere'
    lacking = [title for title in gold['topics'] if title not in titles]
    return f'no topic {lacking[0]!r}' if lacking else ''
