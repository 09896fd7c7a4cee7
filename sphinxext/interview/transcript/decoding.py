"""From bytes to numbered lines."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from .model import TranscriptError

if TYPE_CHECKING:
    from .model import Line

_MARKS = (
    (codecs.BOM_UTF8, 'utf-8-sig'),
    (codecs.BOM_UTF16_LE, 'utf-16'),
    (codecs.BOM_UTF16_BE, 'utf-16'),
)


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""Return the text of a file with ``\n`` at the end of its lines.

    A byte order mark decides, else *encoding*, else UTF-8. NUL becomes U+FFFD.

    :raises TranscriptError: ``undecodable``, with line and byte
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    name = marked or encoding or 'utf-8'
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b'\n', 0, error.start) + 1
        message = (
            f'byte {error.start} (0x{data[error.start]:02x}) is not {name}: '
            'save the file as UTF-8, or name its encoding'
        )
        raise TranscriptError('undecodable', line, message) from error
    return text.replace('\0', '\ufffd').replace('\r\n', '\n').replace('\r', '\n')


def number_lines(text: str, first: int = 1) -> list[Line]:
    """Return the lines of *text*, numbered from *first*."""
    lines = text.split('\n')
    if lines[-1] == '':
        lines.pop()
    return list(enumerate(lines, first))
