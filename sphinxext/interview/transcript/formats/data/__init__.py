"""What speech recognisers and podcast hosts write, as cues."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...captions.cues import Captions, Cue
from ...model import TranscriptError
from .shapes import SHAPES, as_number

if TYPE_CHECKING:
    from ...model import Line
    from .shapes import Piece


def read_json(lines: list[Line]) -> Captions:
    """Read what a recogniser wrote.

    :raises TranscriptError: ``json_invalid``, ``json_unknown``
    """
    source = '\n'.join(text for _, text in lines)
    first = lines[0][0] if lines else 1
    document = _parse(source, first)
    for shape in SHAPES:
        pieces = shape.pieces(document)
        if pieces is not None:
            locate = _Locator(source, first)
            cues = [cue for piece in pieces if (cue := _cue(piece, locate))]
            return Captions(cues, metadata=_metadata(document), unnamed='previous')
    known = '; '.join(f'{shape.title} ({shape.keys})' for shape in SHAPES)
    raise TranscriptError('json_unknown', first, f'JSON of unknown shape; known are {known}')


def _parse(source: str, first: int) -> Any:
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        line = first + error.lineno - 1
        text = f'this is no JSON: {error.msg}, column {error.colno}'
        raise TranscriptError('json_invalid', line, text) from error
    except RecursionError as error:
        raise TranscriptError('json_invalid', first, 'this JSON is nested too deep') from error
    except ValueError as error:  # a number of thousands of digits
        raise TranscriptError('json_invalid', first, f'this is no JSON: {error}') from error


class _Locator:
    """Finds the lines of texts that come in order, in one walk through the source."""

    def __init__(self, source: str, first: int) -> None:
        self.source, self.line, self.position = source, first, 0

    def find(self, text: str) -> int:
        """Return the line that *text* stands in, or that of the text before."""
        start = text[:30].split('\n', maxsplit=1)[0]
        place = -1
        for form in (json.dumps(start, ensure_ascii=False), json.dumps(start)):
            # Near the text before; a text that isn't found must not cost a walk to the end
            end = self.position + 100_000
            if (place := self.source.find(form[:-1], self.position, end)) >= 0:
                break
        if place >= 0:
            self.line += self.source.count('\n', self.position, place)
            self.position = place
        return self.line


def _cue(piece: Piece, locate: _Locator) -> Cue | None:
    start, end, words, speaker = piece
    if not isinstance(words, str) or not words.strip():
        return None
    return Cue(as_number(start), as_number(end), words.strip(), locate.find(words), _named(speaker))


def _named(speaker: Any) -> str:
    """Return how to call a speaker: 0 and “A” are no names, “spk_0” and “SPEAKER_00” are labels."""
    if isinstance(speaker, bool) or not isinstance(speaker, str | int):
        return ''
    name = ' '.join(str(speaker).split())
    return f'Speaker {name}' if name.isdigit() or (len(name) == 1 and name.isalpha()) else name


def _metadata(document: Any) -> dict[str, str]:
    """Return the language, where the recogniser says it with a code."""
    language = document.get('language') if isinstance(document, dict) else None
    is_code = isinstance(language, str) and len(language) == 2 and language.isalpha()
    return {'language': language} if is_code else {}  # type: ignore[dict-item]
