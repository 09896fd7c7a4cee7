"""The parts of a Word document, unpacked and parsed, and what is refused of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree as ET

from ...model import TranscriptError
from ..xml.tree import has_doctype

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: A book of a thousand pages has some ten million characters with its markup.
_LARGEST = 100_000_000
#: Text with its markup shrinks to a twentieth; a bomb to a thousandth.
_RATIO = 200
#: Of a missing part, so that nobody has to ask.
_NOTHING = ET.Element('nothing')


class Archive:
    """A zip archive with XML in it."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            fail(f'this is no Word document: {error}')

    def part(self, name: str, *, is_needed: bool = False) -> Element:
        """Return the root of a part; an empty one where a part is missing that isn't needed.

        :raises TranscriptError: ``docx_invalid``
        """
        content = self._unpacked(name)
        if content is None:
            if is_needed:
                fail(f'the archive has no {name}: is it a Word document?')
            return _NOTHING
        if has_doctype(content):
            fail('the document declares entities, as Word never does')
        try:
            return ET.fromstring(content)  # noqa: S314 - declarations were refused
        except (ET.ParseError, ValueError, LookupError) as error:
            fail(f'the document is no XML: {error}')

    def names(self, start: str) -> list[str]:
        """Return the names of the parts that start so and are XML."""
        return [
            name
            for name in self._archive.namelist()
            if name.startswith(start) and name.endswith('.xml')
        ]

    def _unpacked(self, name: str) -> bytes | None:
        try:
            info = self._archive.getinfo(name)
            if info.file_size > _LARGEST or info.file_size > _RATIO * max(info.compress_size, 5000):
                fail('the document is too large, or packed to burst')
            with self._archive.open(info) as part:
                return part.read(_LARGEST + 1)
        except KeyError:
            return None
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            fail(f'this is no Word document: {error}')


def fail(message: str) -> NoReturn:
    """Refuse the document.

    :raises TranscriptError: ``docx_invalid``
    """
    raise TranscriptError('docx_invalid', 1, message)
