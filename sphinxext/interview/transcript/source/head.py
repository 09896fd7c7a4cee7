"""What a transcript says of itself: front matter, or ``Key: value`` lines at its head."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, Any, Final, get_args

from ..model import Role, TranscriptError
from ..people.declared import parse_people

if TYPE_CHECKING:
    from ..model import Line, Speaker

    Metadata = dict[str, str]

_KEYS: Final = frozenset(
    'title date published source doi container publisher place medium archive language license '
    'tags recording interviewer interviewee participant'.split()
)
_SYNONYMS: Final = {
    'narrator': 'interviewee',
    'guest': 'interviewee',
    'host': 'interviewer',
    'participants': 'participant',
    'interviewers': 'interviewer',
    'interviewees': 'interviewee',
    'location': 'place',
    'media': 'medium',
    'url': 'source',
    'licence': 'license',
    'recorded': 'date',
    'interview date': 'date',
    'date of interview': 'date',
    'series': 'container',
    'podcast': 'container',
}
#: Known, but nothing that we keep: the block still counts as a head.
_IGNORED: Final = frozenset({'transcribed by', 'transcriber', 'duration', 'transcript by'})


#: In captions, a comment with metadata stands no farther down.
_FAR = 200
#: What ends front matter: a line of hyphens, or as in YAML the end of a document.
_ENDS: Final = frozenset({'---', '...'})


def split_metadata(lines: list[Line]) -> tuple[Metadata, tuple[Speaker, ...], list[Line]]:
    """Return metadata by option name, the people declared there, and the other lines.

    :raises TranscriptError: ``metadata_invalid``, ``yaml_missing``
    """
    found, line, rest = _split_head(lines)
    return *_sorted(found, line), rest


def page_fields(lines: list[Line]) -> Metadata:
    """Return all that the head of a transcript says, in its own words.

    :raises TranscriptError: as `split_metadata`
    """
    return _split_head(lines)[0]


def _split_head(lines: list[Line]) -> tuple[Metadata, int, list[Line]]:
    """Return what the head says, its first line, and the other lines."""
    first = lines[0][0] if lines else 1
    if lines and lines[0][1].rstrip() == '---':
        end = next((i for i, (_, text) in enumerate(lines) if i and text.rstrip() in _ENDS), 0)
        if end:
            return _front_matter(lines[1:end]), first, lines[end + 1 :]
    if lines and lines[0][1].startswith('WEBVTT'):
        return *_note(lines), lines
    head, rest = _head_block(lines)
    return head, first, rest


def _note(lines: list[Line]) -> tuple[Metadata, int]:
    """Return what a comment at the start of captions says, and its line.

    A comment is where WebVTT has room for it: ``NOTE``, and below it ``Key: value`` lines of which
    one at least is known.
    """
    for index, (number, text) in enumerate(lines[:_FAR]):
        if '-->' in text:
            break
        if text.rstrip() == 'NOTE':
            block = itertools.takewhile(str.strip, (text for _, text in lines[index + 1 :]))
            pairs = [line.partition(':') for line in block]
            found = {_SYNONYMS.get(key, key): v.strip() for k, _, v in pairs if (key := _name(k))}
            if _KEYS & found.keys() and all(colon for _, colon, _ in pairs):
                return found, number
    return {}, 1


def _name(key: str) -> str:
    return ' '.join(key.split()).casefold()


def _front_matter(lines: list[Line]) -> Metadata:
    try:
        import yaml
    except ImportError as error:
        text = 'front matter needs PyYAML: install "sphinxext-interview[markdown]"'
        raise TranscriptError('yaml_missing', lines[0][0] if lines else 1, text) from error
    first = lines[0][0] if lines else 1
    try:
        found = yaml.safe_load('\n'.join(text for _, text in lines)) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, 'problem_mark', None)
        line = first + (mark.line if mark else 0)
        text = f'front matter is no YAML: {getattr(error, "problem", None) or error}'
        raise TranscriptError('metadata_invalid', line, text) from error
    if not isinstance(found, dict):
        raise TranscriptError('metadata_invalid', first, 'front matter is no list of keys')
    return {
        str(key).lower(): '; '.join(map(_as_text, value if isinstance(value, list) else [value]))
        for key, value in found.items()
        # Nothing of ours is deeper; and an alias inside an alias may stand for any number of words
        if not isinstance(value, dict)
    }


def _as_text(value: Any) -> str:
    if isinstance(value, list | dict):
        return ''
    if isinstance(value, dt.date):
        return value.isoformat()
    return '' if value is None else str(value)


def _head_block(lines: list[Line]) -> tuple[Metadata, list[Line]]:
    """Split off the first block if it says what a head says."""
    end = next((index for index, (_, text) in enumerate(lines) if not text.strip()), len(lines))
    if end == len(lines):
        return {}, lines
    found: Metadata = {}
    for _, text in lines[:end]:
        key, colon, value = text.partition(':')
        name = _SYNONYMS.get(_name(key), _name(key))
        if not colon or name in found:
            return {}, lines
        found[name] = value.strip()
    return (found, lines[end:]) if is_head_block(found) else ({}, lines)


def is_head_block(found: Metadata) -> bool:
    """Whether lines that say *found* are a head: each is known.

    A single line, or one with a sentence for a person, is more likely a turn.
    """
    people = (found[role] for role in get_args(Role) if role in found)
    return (
        len(found) > 1
        and found.keys() <= _KEYS | _IGNORED
        and all(len(text.split()) <= 12 and text[-1:] not in '.?!' for text in people if text)
    )


def _sorted(found: Metadata, line: int) -> tuple[Metadata, tuple[Speaker, ...]]:
    """Separate people from the rest."""
    people: list[Speaker] = []
    for role in get_args(Role):
        if found.get(role):
            try:
                people += parse_people(found[role], role)
            except ValueError as error:
                raise TranscriptError('metadata_invalid', line, str(error)) from error
    known = {key: value for key, value in found.items() if key in _KEYS - set(get_args(Role))}
    return known, tuple(people)
