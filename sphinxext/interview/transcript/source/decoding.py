"""From bytes to numbered lines."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from ..model import TranscriptError

if TYPE_CHECKING:
    from ..model import Line

_MARKS = (
    (codecs.BOM_UTF8, 'utf-8'),
    (codecs.BOM_UTF16_LE, 'utf-16-le'),
    (codecs.BOM_UTF16_BE, 'utf-16-be'),
)


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""Return the text of a file with ``\n`` at the end of its lines.

    A byte order mark decides, else *encoding*, else UTF-8. NUL becomes U+FFFD.

    :raises TranscriptError: ``undecodable``, with line and byte
    """
    marked = ((mark, name) for mark, name in _MARKS if data.startswith(mark))
    mark, name = next(marked, (b'', encoding or 'utf-8'))
    body = data[len(mark) :]
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        line = _unix(body[: error.start].decode(name, 'replace')).count('\n') + 1
        message = (
            f'byte {len(mark) + error.start} (0x{body[error.start]:02x}) is not {name}: '
            'save the file as UTF-8, or name its encoding'
        )
        raise TranscriptError('undecodable', line, message) from error
    except (LookupError, UnicodeError) as error:
        raise TranscriptError('undecodable', 1, f'{name} is no encoding of it: {error}') from error
    return _unix(text.replace('\0', '\ufffd'))


def _unix(text: str) -> str:
    return text.replace('\r\n', '\n').replace('\r', '\n')


def number_lines(text: str, first: int = 1) -> list[Line]:
    """Return the lines of *text*, numbered from *first*."""
    lines = text.split('\n')
    if lines[-1] == '':
        lines.pop()
    return list(enumerate(lines, first))
