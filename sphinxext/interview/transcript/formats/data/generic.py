"""JSON that a project invented: one list of objects that say who, when and what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from .naming import SPEAKER, named, speaker_of
from .pieces import Piece, has, is_text, objects
from .rows import Reading, read_rows
from .shapes.editors import END, START
from .timing import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TEXT = (
    'text transcript utterance spokenText spoken_text sentence words content body message '
    'transcription speech said caption line'
).split()
#: Who speaks, if the values come back: things have names and authors, too.
_WEAK = 'name role author from user character actor tier'.split()
_MORE_STARTS = 'from in t begin_time beginTime startOffset start_offset timecode startSeconds start_seconds timeOffset time_offset'.split()
_MORE_ENDS = 'to out endOffset end_offset endSeconds end_seconds stop finish'.split()
#: How deep a list may lie.
_DEPTH = 4


class _Listing(NamedTuple):
    """A list of objects that may be a transcript, and where it says what."""

    path: str
    items: list[dict[str, Any]]
    text: str
    speaker: str
    start: str
    end: str

    def said(self) -> str:
        """Return all the words, without what stands between them."""
        return ''.join(''.join(str(item.get(self.text) or '').split()) for item in self.items)


def read_listing(document: Any) -> Reading | None:
    """Read the list that can be a transcript; None where there is none, or where several differ."""
    found = list(_listings(document, '', _DEPTH))
    found = [listing for listing in found if listing.speaker] or found
    # Turns, and their sentences or words once more
    found = sorted(found, key=lambda listing: len(listing.items))
    if not found:
        return read_rows(document)
    if len({listing.said() for listing in found}) > 1:
        return None
    path, items, text, speaker, start, end = found[0]
    pieces = [
        Piece(
            *_span(item.get(start), item.get(end)),
            item.get(text),
            item.get(speaker) if speaker in _WEAK else speaker_of(item),
        )
        for item in items
    ]
    said = [f'words are “{text}”']
    said += [f'speakers “{speaker}”'] if speaker else []
    said += [f'times “{start}”'] if start else []
    where = f' at “{path}”' if path else ''
    unit = 'milliseconds' if start.lower().endswith(('ms', 'milliseconds', 'millis')) else 'seconds'
    return Reading(pieces, f'JSON of unknown shape, read as a list{where}: {", ".join(said)}', unit)


def _span(start: Any, end: Any) -> tuple[Any, Any]:
    """Return start and end; some write both as one list or text."""
    if isinstance(start, list) and len(start) == 2:
        return start[0], start[1]
    if isinstance(start, str) and end is None:
        one, _, other = start.strip(' []').replace('-->', '–').replace('-', '–').partition('–')
        if ':' in one and seconds(one.strip(), 1) is not None:
            return one.strip(), other.strip() or None
    return start, end


def _listings(value: Any, path: str, depth: int) -> Iterator[_Listing]:
    """Return lists that may be a transcript, none that lies in another one."""
    items = objects(value)
    if items and len(items) == len(value) and (listing := _listing(path, items)):
        yield listing
    elif len(items) == 1 and depth:
        yield from _listings(items[0], path, depth - 1)
    elif isinstance(value, dict) and depth:
        for key, inner in value.items():
            yield from _listings(inner, f'{path}.{key}' if path else str(key), depth - 1)


def _listing(path: str, items: list[dict[str, Any]]) -> _Listing | None:
    text = next(
        (
            key
            for key in _TEXT
            if all(is_text(item.get(key, 'x')) or item.get(key) in (None, '') for item in items)
            and sum(is_text(item.get(key)) for item in items) * 2 > len(items)
        ),
        '',
    )
    if not text:
        return None
    speaker = _speaker(items, text)
    starts = [key for key in (*START, *_MORE_STARTS) if key not in {speaker, text}]
    start = next((key for key in starts if _are_times(items, key)), '')
    if not speaker and not start:
        return None
    # A date isn't when something was said, but an editor should hear of it
    start = start or next((key for key in starts if has(items, key)), '')
    end = next((key for key in (*END, *_MORE_ENDS) if _are_times(items, key)), '')
    return _Listing(path, items, text, speaker, start, end)


def _speaker(items: Sequence[dict[str, Any]], text: str) -> str:
    for key in (*SPEAKER, *_WEAK):
        names = Counter(named(item.get(key)) for item in items)
        del names['']
        is_known = names and (key in SPEAKER or (len(names) > 1 and max(names.values()) > 1))
        if key != text and is_known:
            return key
    return ''


def _are_times(items: Sequence[dict[str, Any]], key: str) -> bool:
    values = [item[key] for item in items if item.get(key) is not None]
    times = [
        seconds(_span(value, None)[0], 1e-3 if key.lower().endswith('ms') else 1)
        for value in values
    ]
    return bool(values) and sum(time is not None for time in times) * 2 > len(items)
