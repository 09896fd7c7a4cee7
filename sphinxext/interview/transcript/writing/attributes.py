"""What is said of topics and passages, in braces, as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..speech.times import exact_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Paragraph, Topic

#: What would end a brace, or part two keywords.
_PLAIN = str.maketrans('{};', '(),')
_PLAIN_TEXT = str.maketrans('{}', '()')


def tagged(paragraph: Paragraph) -> str:
    """Return what stands behind a passage that has keywords."""
    return f' {{tags: {_joined(paragraph.tags)}}}' if paragraph.tags else ''


def written(topic: Topic) -> Iterator[str]:
    """Yield the lines below a topic of which more is said than its title."""
    told = {
        'time': '' if topic.time is None else exact_time(topic.time),
        'synopsis': topic.synopsis.translate(_PLAIN_TEXT),
        'place': topic.place.translate(_PLAIN_TEXT),
        'keywords': _joined(topic.keywords),
    }
    lines = [f'{{{key}: {value}}}' for key, value in told.items() if value]
    if lines:
        yield '\n'.join(lines)


def _joined(words: tuple[str, ...]) -> str:
    return '; '.join(word.translate(_PLAIN) for word in words)
