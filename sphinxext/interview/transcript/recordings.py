"""Where the recording of a conversation is, and what plays it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

#: What browsers play; types as in the IANA registry.
_TYPES = {
    '.aac': 'audio/aac',
    '.flac': 'audio/flac',
    '.m4a': 'audio/mp4',
    '.mp3': 'audio/mpeg',
    '.oga': 'audio/ogg',
    '.ogg': 'audio/ogg',
    '.opus': 'audio/ogg',
    '.wav': 'audio/wav',
    '.weba': 'audio/webm',
    '.m4v': 'video/mp4',
    '.mp4': 'video/mp4',
    '.mov': 'video/quicktime',
    '.ogv': 'video/ogg',
    '.webm': 'video/webm',
}


class Source(NamedTuple):
    """One file of a recording, or its address."""

    #: A path as the author wrote it, or a URL.
    target: str
    #: The media type; empty for a page, which can only be linked to.
    type: str

    @property
    def is_url(self) -> bool:
        """Whether it is elsewhere."""
        return '://' in self.target


def parse_sources(text: str) -> tuple[Source, ...]:
    """Read sources that are separated by ``;`` or stand on lines of their own."""
    targets = filter(None, map(str.strip, re.split(r';\s|[\n]|;$', text)))
    return tuple(Source(target, _type_of(target)) for target in targets)


def kind_of(sources: tuple[Source, ...]) -> Literal['audio', 'video', '']:
    """Return which element plays *sources*; empty if none does."""
    kinds = {source.type.partition('/')[0] for source in sources}
    return 'video' if 'video' in kinds else 'audio' if 'audio' in kinds else ''


def _type_of(target: str) -> str:
    try:
        path = urlsplit(target).path if '://' in target else target
    except ValueError:  # no valid address
        return ''
    return _TYPES.get(PurePosixPath(path).suffix.lower(), '')
