"""Where a recording is, and a moment in it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


def moment(recording: str, seconds: float) -> str:
    """Return the address from which a recording plays from there on.

    Source: W3C, Media Fragments URI 1.0, “Temporal Dimension”.
    """
    return f'{recording}#t={seconds:.3f}'.rstrip('0').rstrip('.')


def media_address(self: HTML5Translator, recording: str) -> str:
    """Return the address of a recording: a URL, or a file below the folder of downloads."""
    if '://' in recording or not recording:
        return recording
    return download_address(self, recording) if self.builder.download_support else ''


def download_address(self: HTML5Translator, filename: str) -> str:
    return posixpath.join(self.builder.dlpath, quote(filename))
