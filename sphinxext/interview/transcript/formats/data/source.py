"""The text of a JSON file: whether it is one, what it holds, and in which line something stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ...model import TranscriptError

if TYPE_CHECKING:
    from ...model import Line

_START = re.compile(r'\{\s*["}]|\[\s*[\[{\]]')
#: JSON even where it breaks off; “[[” may start a link, “{” a template.
_PLAIN = re.compile(r'\{\s*"[^"\n]{0,100}"\s*:|\[\s*\{\s*"')
_SHOWN = 300
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r'\s*')
#: So far behind the text before, another is looked for.
_NEAR = 100_000
#: So often, one is looked for up to the end: a walk for each would take too long.
_FAR = 20
#: So many letters of a text are looked for.
_TELLING = 30


def is_json(lines: list[Line]) -> bool:
    """Whether lines are JSON: from the first to the last sign, as far as it goes.

    JSON with text behind it is front matter. What starts as JSON and breaks off is JSON.
    """
    start = ' '.join(text.strip() for _, text in lines[:3])[:_SHOWN]
    if not _START.match(start):
        return False
    source = '\n'.join(text for _, text in lines)
    try:
        _, end = _DECODER.raw_decode(source.lstrip())
    except (ValueError, RecursionError):
        return _PLAIN.match(start) is not None
    rest = source.lstrip()[end:].lstrip()
    return not rest or _START.match(rest[:_SHOWN]) is not None


def parse(source: str, first: int) -> Any:
    """Return what JSON holds; of several objects, one a line or one behind the other, a list.

    :param first: the number of the first line
    :raises TranscriptError: ``json_invalid``
    """
    found: list[Any] = []
    position = _SPACE.match(source).end()  # type: ignore[union-attr]
    try:
        while position < len(source) or not found:
            value, position = _DECODER.raw_decode(source, position)
            found.append(value)
            position = _SPACE.match(source, position).end()  # type: ignore[union-attr]
            if position < len(source) and not isinstance(value, dict | list):
                raise json.JSONDecodeError('Extra data', source, position)
    except json.JSONDecodeError as error:
        line = first + error.lineno - 1
        text = f'this is no JSON: {error.msg}, column {error.colno}'
        raise TranscriptError('json_invalid', line, text) from error
    except RecursionError as error:
        raise TranscriptError('json_invalid', first, 'this JSON is nested too deep') from error
    except ValueError as error:  # a number of thousands of digits
        raise TranscriptError('json_invalid', first, f'this is no JSON: {error}') from error
    return found[0] if len(found) == 1 else found


class Locator:
    """Finds the lines of texts that come in order, in one walk through the source."""

    def __init__(self, source: str, first: int) -> None:
        self.source, self.line, self.position = source, first, 0
        self.far = _FAR

    def find(self, text: str) -> int:
        """Return the line that *text* stands in, or that of the text before."""
        start = text[:_TELLING].split('\n', maxsplit=1)[0]
        is_whole = start == text
        forms = [json.dumps(start, ensure_ascii=False), json.dumps(start)]
        sought = [form if is_whole else form[:-1] for form in forms]
        place = self._place(sought, self.position + _NEAR)
        if place < 0 and self.far:
            self.far -= 1
            place = self._place(sought, len(self.source))
        if place >= 0:
            self.line += self.source.count('\n', self.position, place)
            self.position = place
        return self.line

    def _place(self, sought: list[str], end: int) -> int:
        places = (self.source.find(form, self.position, end) for form in dict.fromkeys(sought))
        return next((place for place in places if place >= 0), -1)
