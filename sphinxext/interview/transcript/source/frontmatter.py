"""Front matter: YAML, TOML or JSON before the text, as site generators have it."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from ..model import Finding
from ..people.words import is_nameish
from .decoding import whole_json
from .fields import Block, BrokenHeadError, Field, as_text, line_by_line, starts_with_key
from .keys import is_known
from .yamlhead import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from ..model import Line

#: What ends front matter that a line of hyphens begins: the same, or YAML's end of a document.
_ENDS: Final = frozenset({'---', '...'})
#: No front matter is longer.
_FAR = 1000
_KEY = re.compile(r'\s*\[{0,2}["\']?([\w-]{1,60})["\']?\s*[=:\]]')
#: What follows the first object in a file that holds several, or a broken one.
_MORE_JSON = re.compile(r'\{\s*(?:["}]|$)|\[\s*(?:[\[{"\]]|$)|[}\],]')
_TOML_PLACE = re.compile(r' \(at (?:line (\d+), column \d+|end of document)\)$')


def split_front_matter(lines: list[Line]) -> Block | None:
    """Return front matter and the lines below it; None if there is none.

    :param lines: from the first that isn't blank
    :raises TranscriptError: ``yaml_missing``
    """
    opening = lines[0][1].rstrip()
    if opening == '---':
        return _fenced(lines, _ENDS, read_yaml)
    if opening == '+++':
        return _fenced(lines, {'+++'}, _read_toml)
    return _json(lines) if opening.startswith('{') else None


def _fenced(
    lines: list[Line], ends: Container[str], read: Callable[[list[Line]], list[Field]]
) -> Block | None:
    """Return what stands between two marks, unless it is a text between two rules."""
    end = next((i for i, (_, text) in enumerate(lines[1:_FAR], 1) if text.rstrip() in ends), 0)
    inside, rest = lines[1:end], lines[end + 1 :]
    said = [text for _, text in inside if text.strip() and text.strip()[0] != '#']
    if not end or (said and not _is_front_matter(said)):
        return None
    return _block(inside, rest, read) if said else Block([], rest, [])


def _is_front_matter(said: list[str]) -> bool:
    """Whether lines begin with a key, and aren't turns: a key is known, or none is a name."""
    pairs = list(line_by_line([(0, text) for text in said if not text[0].isspace()]))
    keys = [field.key for field in pairs]
    if not starts_with_key(said[0]):
        return False
    are_unlike_names = len(set(keys)) == len(keys) and not any(map(is_nameish, keys))
    return any(map(is_known, keys)) or (are_unlike_names and not any(' ' in key for key in keys))


def _block(
    inside: list[Line], rest: list[Line], read: Callable[[list[Line]], list[Field]]
) -> Block | None:
    """Return what *inside* says; where it can't be read, each line that can."""
    try:
        fields = read(inside)
        return None if any(map(_is_sentence, fields)) else Block(fields, rest, [])
    except BrokenHeadError as error:
        if _has_paragraphs(inside):
            return None
        text = f'front matter is {error}; of its lines, those are read that can be'
        finding = Finding('metadata_invalid', 'warning', error.line, text)
        return Block(list(line_by_line(inside)), rest, [finding])


def _has_paragraphs(inside: list[Line]) -> bool:
    """Whether something below a blank line is no key and no item."""
    below = (text for (_, above), (_, text) in pairwise(inside) if not above.strip())
    texts = (text for text in below if text.strip() and text[0] not in ' \t-#[{}"')
    return any(
        not starts_with_key(t) or any(map(_is_sentence, line_by_line([(0, t)]))) for t in texts
    )


def _is_sentence(field: Field) -> bool:
    return len(field.key.split()) > 3 and not is_known(field.key)


def _read_toml(lines: list[Line]) -> list[Field]:
    try:
        found = tomllib.loads('\n'.join(text for _, text in lines))
    except ValueError as error:  # a number may be too long, too
        place = _TOML_PLACE.search(str(error))
        line = int(place[1] or len(lines)) if place else 1
        problem = _TOML_PLACE.sub('', str(error))
        raise BrokenHeadError(lines[line - 1][0], f'no TOML: {problem}') from error
    except RecursionError as error:
        raise BrokenHeadError(lines[0][0], 'nested too deep') from error
    return _fields(found, lines)


def _json(lines: list[Line]) -> Block | None:
    """Return an object that a text follows; a file of nothing but JSON has no front matter."""
    if not any(line.strip() for _, line in lines[1:]):
        return None
    near = lines[:_FAR]
    text = '\n'.join(line for _, line in near)
    try:
        _, place = json.JSONDecoder().raw_decode(text)
    except ValueError:
        end = next((i for i, (_, line) in enumerate(near) if i and line.rstrip() == '}'), 0)
        if not end or not _KEY.match(near[1][1]):
            return None
    except RecursionError:
        return None
    else:
        end = text.count('\n', 0, place)
        if text[place:].partition('\n')[0].strip():
            return None
    rest = lines[end + 1 :]
    start = next((line.strip() for _, line in rest if line.strip()), '')
    if not start or _MORE_JSON.match(start):
        return None
    return _block(lines[: end + 1], rest, read_json)


def read_json(lines: list[Line]) -> list[Field]:
    """Return the keys of an object.

    :raises BrokenHeadError: this is no JSON
    """
    try:
        found = json.loads(whole_json('\n'.join(text for _, text in lines)))
    except ValueError as error:  # a number may be too long, too
        line = min(getattr(error, 'lineno', 1), len(lines))
        problem = getattr(error, 'msg', error)
        raise BrokenHeadError(lines[line - 1][0], f'no JSON: {problem}') from error
    except RecursionError as error:
        raise BrokenHeadError(lines[0][0], 'nested too deep') from error
    if not isinstance(found, dict):
        raise BrokenHeadError(lines[0][0], 'no object with keys')
    return _fields(found, lines)


def _fields(found: dict[str, Any], lines: list[Line]) -> list[Field]:
    places: dict[str, int] = {}
    for number, text in lines:
        if match := _KEY.match(text):
            places.setdefault(match[1], number)
    first = lines[0][0]
    return [Field(key, as_text(value), places.get(key, first)) for key, value in found.items()]
