"""What speech recognisers, editors and podcast hosts write as JSON, as cues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...captions.cues import Captions, Cue
from ...consent.objects import mark_objects
from ...model import Finding, TranscriptError
from ...source.decoding import whole_json
from .generic import read_listing
from .naming import by_time, names_of, unnamed, with_names
from .pieces import Piece, is_text, objects
from .sentences import sentences
from .shapes import SHAPES
from .source import Locator, parse
from .timing import factor_of, likely_unit, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Line

#: Where a service puts its result into an envelope.
_ENVELOPES = (
    'response result results retval data output transcript transcription payload body post'
).split()
_DEEPEST = 3


def read_json(lines: list[Line]) -> Captions:
    """Read what a recogniser wrote.

    :raises TranscriptError: ``json_invalid``, ``json_unknown``, ``no_cue``
    """
    source = whole_json('\n'.join(text for _, text in lines))
    first = lines[0][0] if lines else 1
    document = parse(source, first)
    mark_objects(document)
    pieces, unit, people, findings = _pieces(document, first)
    unit, doubt = likely_unit(pieces, unit)
    if doubt is not None:
        findings.append(doubt)
    factor = factor_of(unit)
    spoken = list(sentences(_timed(piece, factor) for piece in with_names(pieces, people)))
    locate = Locator(source, first)
    lined = {id(piece): locate.find(piece.source or piece.text) for piece in spoken}
    cues = [
        Cue(piece.start, piece.end, piece.text.strip(), lined[id(piece)], piece.speaker)
        for piece in by_time(spoken)
    ]
    has_times = any(piece.start is not None for piece in pieces)
    findings += _without_time(cues) if has_times else ()
    rest = unnamed([cue.speaker for cue in cues])
    return Captions(cues, findings, metadata=_metadata(document), unnamed=rest)


class _Found(NamedTuple):
    """The pieces with words of a document."""

    pieces: list[Piece]
    unit: str
    #: Names by number.
    people: dict[str, str]
    findings: list[Finding]


def _pieces(document: Any, line: int) -> _Found:
    """Return what a known shape says, or one that a project invented.

    :raises TranscriptError: ``json_unknown``, ``no_cue``
    """
    empty = ''
    people = names_of(document)
    for inner in _opened(document, _DEEPEST):
        for shape in SHAPES:
            found = shape.pieces(inner)
            if found is None:
                continue
            pieces = [piece for piece in found if _says(piece)]
            if any(is_text(piece.text) for piece in pieces):
                return _Found(pieces, shape.unit, people | names_of(inner), [])
            empty = empty or shape.title
    if reading := read_listing(document):
        pieces = [piece for piece in reading.pieces if _says(piece)]
        finding = Finding('json_guessed', 'info', line, reading.text)
        return _Found(pieces, reading.unit, people, [finding])
    if empty:
        text = f'no words: nothing was recognised in the recording (JSON of {empty})'
        raise TranscriptError('no_cue', line, text)
    known = ', '.join(shape.title for shape in SHAPES)
    raise TranscriptError('json_unknown', line, f'JSON of unknown shape; known are {known}')


def _says(piece: Piece) -> bool:
    """Whether *piece* holds words, or a space between two."""
    return is_text(piece.text) or (isinstance(piece.text, str) and piece.joint == '' != piece.text)


def _opened(document: Any, depth: int) -> Iterator[Any]:
    """Return the document, and what lies in its envelopes."""
    yield document
    if isinstance(document, list):
        parts = objects(document)
        if len(parts) == 1:
            yield from _opened(parts[0], depth)
        elif parts and all(isinstance(part.get('results'), list) for part in parts):
            yield {
                key: [item for part in parts for item in part.get(key) or ()]
                for key in ('results', 'speaker_labels')
            }
    elif isinstance(document, dict) and depth:
        for key in _ENVELOPES:
            if isinstance(inner := document.get(key), dict | list) and inner:
                yield from _opened(inner, depth - 1)


def _timed(piece: Piece, factor: float) -> Piece:
    start, end = seconds(piece.start, factor), seconds(piece.end, factor)
    return piece._replace(start=start, end=end)


def _without_time(cues: Sequence[Cue]) -> Iterator[Finding]:
    """Report words whose time isn't there or can't be read."""
    missing = [cue for cue in cues if cue.start is None]
    if missing:
        share = (
            f'{len(missing)} of {len(cues)} segments have'
            if len(missing) > 1
            else 'one segment has'
        )
        text = f'{share} no time that can be read: {missing[0].text[:40]!r}'
        yield Finding('time_missing', 'warning', missing[0].line, text)


def _metadata(document: Any) -> dict[str, str]:
    """Return the language, where the recogniser says it with a code."""
    for inner in _opened(document, 1):
        for key in ('language', 'language_code', 'languageCode', 'LanguageCode'):
            code = inner.get(key) if isinstance(inner, dict) else None
            if (
                isinstance(code, str)
                and code[:2].isalpha()
                and code[2:3] in {'', '-', '_'}
                and len(code) > 1
            ):
                return {'language': code[:2].lower()}
    return {}
