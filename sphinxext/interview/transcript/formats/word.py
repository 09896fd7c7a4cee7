"""Word documents (``.docx``): their paragraphs as lines of text.

Source: ECMA-376, Office Open XML, part 1, WordprocessingML.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree as ET

from ..model import TranscriptError
from ..people.labels import find_label
from .timings import loose_timings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from ..model import Line

SIGNATURE = b'PK\x03\x04'
_PART = 'word/document.xml'
#: A book of a thousand pages has some ten million characters with its markup.
_LARGEST = 100_000_000
#: Text with its markup shrinks to a twentieth; a bomb to a thousandth.
_RATIO = 200
_W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
_HEADING = re.compile(r'(?:heading|berschrift|titre)\s?([1-6])$', re.IGNORECASE)
_DELETED = frozenset({f'{_W}del', f'{_W}moveFrom', f'{_W}txbxContent', f'{_W}instrText'})


def docx_lines(data: bytes) -> list[Line]:
    """Return the paragraphs of a Word document, numbered from 1; a blank line between them.

    :raises TranscriptError: ``docx_invalid``
    """
    root = _parse(_document(data))
    lines: list[Line] = []
    for number, text in enumerate(_texts(root), 1):
        lines += [(number, line) for line in text.split('\n')]
        lines.append((number, ''))
    return lines


def _document(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(_PART)
            if info.file_size > _LARGEST or info.file_size > _RATIO * max(info.compress_size, 5000):
                _fail('the document is too large, or packed to burst')
            with archive.open(info) as part:
                content = part.read(_LARGEST + 1)
    except KeyError:
        _fail(f'the archive has no {_PART}: is it a Word document?')
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        _fail(f'this is no Word document: {error}')
    if b'<!DOCTYPE' in content[:2000] or b'<!ENTITY' in content:
        _fail('the document declares entities, as Word never does')
    return content


def _parse(content: bytes) -> Element:
    try:
        return ET.fromstring(content)  # noqa: S314 - entities were refused
    except (ET.ParseError, ValueError, LookupError) as error:
        _fail(f'the document is no XML: {error}')


def _fail(message: str) -> NoReturn:
    raise TranscriptError('docx_invalid', 1, message)


def _texts(root: Element) -> Iterator[str]:
    """Return the text of each paragraph, and of each row of a table."""
    body = root.find(f'{_W}body')
    if body is None:
        _fail('the document has no body')
    pending = list(reversed(body))
    while pending:
        element = pending.pop()
        if element.tag == f'{_W}p':
            yield _paragraph(element)
        elif element.tag == f'{_W}tr':
            yield _row(element)
        elif element.tag not in _DELETED:
            pending += reversed(element)


def _row(row: Element) -> str:
    """Return a row as a line: time, name and words, as far as there are columns."""
    cells = [
        '\n'.join(_paragraph(p) for p in cell.iter(f'{_W}p')).strip()
        for cell in row.findall(f'{_W}tc')
    ]
    cells = [cell.replace('**', '') for cell in cells if cell]
    *heads, words = cells or ['']
    if not 1 <= len(heads) <= 2 or any(len(head) > 60 for head in heads):
        return '\n'.join(cells)
    name = heads[-1].rstrip(':').rstrip()
    time = f'[{heads[0].strip("[]()")}] ' if len(heads) == 2 else ''
    return f'{time}{name}: {words}'


def _paragraph(paragraph: Element) -> str:
    runs = list(_runs(paragraph))
    text = ''.join(text for text, _ in runs)
    style = paragraph.find(f'{_W}pPr/{_W}pStyle')
    match = _HEADING.search(style.get(f'{_W}val', '')) if style is not None else None
    if match and text.strip():
        return f'{"#" * int(match[1])} {" ".join(text.split())}'
    return _teams(text) or _bold_label(runs) or text


def _runs(paragraph: Element) -> Iterator[tuple[str, bool]]:
    """Return the pieces of a paragraph, each with whether it is bold."""
    pending = [(child, False) for child in reversed(paragraph)]
    while pending:
        element, is_bold = pending.pop()
        match element.tag.removeprefix(_W):
            case 't':
                yield element.text or '', is_bold
            case 'tab':
                yield '\t', is_bold
            case 'br' | 'cr':
                yield '\n', False
            case 'noBreakHyphen':
                yield '-', is_bold
            case 'r':
                bold = element.find(f'{_W}rPr/{_W}b')
                is_bold = bold is not None and bold.get(f'{_W}val') not in {'0', 'false', 'off'}
                pending += [(child, is_bold) for child in reversed(element)]
            case 'pPr' | 'rPr' | 'p':
                pass
            case _ if element.tag not in _DELETED and not element.tag.endswith('}Fallback'):
                pending += [(child, is_bold) for child in reversed(element)]


def _bold_label(runs: Iterable[tuple[str, bool]]) -> str:
    """Return a paragraph that starts with a bold label as text does: ``**Ada:** …``."""
    bold = rest = ''
    for text, is_bold in runs:
        if not rest and (is_bold or not text.strip(' \t')):
            bold += text
        else:
            rest += text
    name = bold.strip()
    if not name or not rest.strip():
        return ''
    marked = f'**{name}** {rest.lstrip(" ")}'
    return marked if find_label(marked.split('\n', maxsplit=1)[0]) else ''


def _teams(text: str) -> str:
    """Return what Teams wrote for years, times above the name, with the time after the name."""
    times, _, rest = text.partition('\n')
    found = loose_timings(times) if '-->' in times else None
    name, _, words = rest.partition('\n')
    if found is None or not name.strip():
        return ''
    minutes, seconds = divmod(int(found[0]), 60)
    return f'{name.strip()}  {minutes // 60}:{minutes % 60:02}:{seconds:02}\n{words}'
