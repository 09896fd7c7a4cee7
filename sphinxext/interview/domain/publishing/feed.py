"""The files of a podcast's episode, and the lines of a feed that lead to them.

Source: Podcast Namespace, https://podcastindex.org/namespace/1.0: the elements ``podcast:transcript`` and
``podcast:chapters``.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Of the files: ending, media type, and what else their elements say.
FILES: Final = {
    'vtt': ('.transcript.vtt', 'transcript', 'text/vtt', ' rel="captions"'),
    'json': ('.transcript.json', 'transcript', 'application/json', ''),
    'chapters': ('.chapters.json', 'chapters', 'application/json+chapters', ''),
}
FEED: Final = '.feed.xml'
_COMMENT: Final = (
    '<!-- For the item of this episode; the rss element needs '
    'xmlns:podcast="https://podcastindex.org/namespace/1.0" -->'
)


def feed_lines(addresses: Mapping[str, str], language: str) -> str:
    """Write what stands in the item of an episode.

    :param addresses: by the names of `FILES`
    """
    lines = [_COMMENT]
    spoken = f' language="{escape(language)}"' if language else ''
    for kind, address in addresses.items():
        _, element, media_type, more = FILES[kind]
        more += spoken if element == 'transcript' else ''
        lines.append(f'<podcast:{element} url="{escape(address)}" type="{media_type}"{more} />')
    return '\n'.join(lines) + '\n'
