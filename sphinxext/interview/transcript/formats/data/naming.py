"""Who speaks: names, numbers, tracks; and what a piece without any of them means."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

from .pieces import Piece, first_of, objects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Where a piece says who speaks, the clearest first.
SPEAKER = (
    'speaker_name speakerName speakerDisplayName participant_name participantName speaker '
    'speaker_label speakerLabel speaker_id speakerId speakerTag speaker_tag participant '
    'participantId participant_id voice who interlocutor spk'
).split()
#: Where a list of people says who is meant.
_NUMBER = ('id', 'spkid', 'speaker_id', 'speakerId')
_NAME = ('name', 'displayName', 'display_name', 'label', 'id', '@id')
_NOBODY = frozenset(
    {'unnamed speaker', 'unknown', 'unknown speaker', 'unidentified', 'unidentified speaker'}
    | {'uu', 'none', 'null', 'undefined', 'n/a', '-', 'no speaker'}
)


def speaker_of(item: Any) -> str | float | None:
    """Return what an object says of its speaker; a name rather than a number."""
    found = first_of(item, SPEAKER)
    if isinstance(found, dict):
        found = first_of(found, _NAME)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return None
    voice = item.get('voice')
    if str(found).isdigit() and isinstance(voice, str):
        return voice or found
    return found


def names_of(document: Any) -> dict[str, str]:
    """Return the names that a document gives to the numbers of its speakers."""
    people = first_of(document, ('speakers', 'people', 'participants'))
    if isinstance(people, dict):
        pairs = [(key, named(value)) for key, value in people.items()]
    else:
        pairs = [(first_of(item, _NUMBER), named(item)) for item in objects(people)]
    return {str(key): name for key, name in pairs if key is not None and name}


def named(speaker: Any) -> str:
    """Return how to call a speaker: 0 and “A” are no names, “spk_0” and “SPEAKER_00” are labels.

    “?” where the file says that it isn't known, nothing where it says nothing.
    """
    if isinstance(speaker, dict):
        speaker = first_of(speaker, _NAME)
    if isinstance(speaker, float) and speaker.is_integer():
        speaker = int(speaker)
    if isinstance(speaker, bool) or not isinstance(speaker, str | int):
        return ''
    name = ' '.join(str(speaker).split())
    if name.casefold() in _NOBODY:
        return '?'
    return f'Speaker {name}' if name.isdigit() or (len(name) == 1 and name.isalpha()) else name


def with_names(pieces: Sequence[Piece], people: Mapping[str, str]) -> list[Piece]:
    """Return *pieces* with names; where each person has a track, the track's.

    A speaker 0 of two tracks is two people.

    :param people: names by number
    """
    pieces = [
        piece._replace(speaker=people.get(str(piece.speaker)) or named(piece.speaker))
        for piece in pieces
    ]
    speakers: defaultdict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        speakers[_track(piece.channel)].add(piece.speaker)
    if len(speakers) < 2:
        return _known(pieces)
    for names in speakers.values():
        names.discard('')
    every = [name for names in speakers.values() for name in names]
    if every and len(every) == len(set(every)) and all(speakers.values()):
        return _known(pieces)
    return [
        piece._replace(
            speaker=' '.join([track, piece.speaker] if len(speakers[track]) > 1 else [track])
        )
        for piece in pieces
        for track in (_track(piece.channel),)
    ]


def _known(pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* as without speakers if the file knows none of them."""
    if {piece.speaker for piece in pieces} <= {'', '?'}:
        return [piece._replace(speaker='') for piece in pieces]
    return pieces


def _track(channel: Any) -> str:
    if channel is None or channel == '':
        return ''
    return f'Channel {channel}' if str(channel).isdigit() else str(channel)


def by_time(pieces: list[Piece]) -> list[Piece]:
    """Return pieces of several tracks in the order in which they start."""
    if len({_track(piece.channel) for piece in pieces}) < 2:
        return pieces
    before = 0.0
    keys = []
    for piece in pieces:
        before = before if piece.start is None else piece.start
        keys.append(before)
    return [pieces[index] for index in sorted(range(len(pieces)), key=keys.__getitem__)]


def unnamed(speakers: Sequence[str]) -> Literal['auto', 'unknown']:
    """Return who speaks where no name stands.

    A file that names people again while they go on knows no more of the rest.
    """
    said = [name for name in speakers if name]
    again = any(one == other for one, other in itertools.pairwise(said))
    return 'unknown' if again else 'auto'
