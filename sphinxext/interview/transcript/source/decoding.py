"""From bytes to numbered lines."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ..model import TranscriptError

if TYPE_CHECKING:
    from ..model import Line

_MARKS = (
    (codecs.BOM_UTF8, 'utf-8'),
    (codecs.BOM_UTF16_LE, 'utf-16-le'),
    (codecs.BOM_UTF16_BE, 'utf-16-be'),
)
#: In JSON, an escape: two halves of a sign, one of them, NUL, or something else.
_ESCAPE = re.compile(
    r'\\(?:u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}'
    r'|(?P<broken>u[Dd][89A-Fa-f][0-9A-Fa-f]{2}|u0000)|.)',
    re.DOTALL,
)


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""Return the text of a file with ``\n`` at the end of its lines.

    A byte order mark decides, else *encoding*, else UTF-8. NUL becomes U+FFFD, and so does half
    a surrogate pair, which some encodings let pass.

    :raises TranscriptError: ``undecodable``, with line and byte
    """
    marked = ((mark, name) for mark, name in _MARKS if data.startswith(mark))
    mark, name = next(marked, (b'', encoding or 'utf-8'))
    body = data[len(mark) :]
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        line = _line_of(body[: error.start], name)
        message = (
            f'byte {len(mark) + error.start} (0x{body[error.start]:02x}) is not {name}: '
            'save the file as UTF-8, or name its encoding'
        )
        raise TranscriptError('undecodable', line, message) from error
    except (LookupError, ValueError) as error:
        raise TranscriptError('undecodable', 1, f'{name} is no encoding of it: {error}') from error
    return _unix(whole(text))


def _line_of(body: bytes, name: str) -> int:
    """Return the number of the line that *body* ends in."""
    try:
        return _unix(body.decode(name, 'replace')).count('\n') + 1
    except UnicodeError:  # an encoding of names, which has no lines
        return 1


def whole(text: str) -> str:
    """Return *text* as a file can hold it: U+FFFD for NUL and for half a surrogate pair."""
    text = text.replace('\0', '\ufffd')
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'replace')
    return text


def whole_json(source: str) -> str:
    """Return JSON as long as *source* whose strings have no half surrogate pair and no NUL."""
    if not any(start in source for start in ('\\ud', '\\uD', '\\u0000')):
        return source
    return _ESCAPE.sub(lambda escape: '\\ufffd' if escape['broken'] else escape[0], source)


def _unix(text: str) -> str:
    return text.replace('\r\n', '\n').replace('\r', '\n')


def number_lines(text: str, first: int = 1) -> list[Line]:
    """Return the lines of *text*, numbered from *first*."""
    lines = text.split('\n')
    if lines[-1] == '':
        lines.pop()
    return list(enumerate(lines, first))
