"""Slips that no rule can correct: what a careful editor would look at again."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ..model import Finding
from .directions import is_unclosed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Paragraph

#: UTF-8 that was read as Windows-1252: ``Ã©`` for é, ``â€™`` for ’.
_MOJIBAKE = re.compile(r'Ã[\x80-\xbf‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›]|â€[\x9d˜™œ“”¦]|Â[\xa0-\xbf]')
#: From here on, two names are spelled alike.
_ALIKE = 0.8


def doubtful_words(paragraphs: Iterable[Paragraph], labels: Iterable[str]) -> Iterator[Finding]:
    """Report words that hardly were said so.

    :param labels: names that start turns elsewhere
    """
    names = '|'.join(sorted(map(re.escape, labels), key=len, reverse=True))
    mid_line = re.compile(rf'[.?!…]["”’»)]*\s({names}):\s', re.IGNORECASE) if names else None
    garbled: list[int] = []
    for paragraph in paragraphs:
        text = paragraph.text
        if ('Ã' in text or 'â' in text or 'Â' in text) and _MOJIBAKE.search(text):
            garbled.append(paragraph.line)
        if '[' in text and is_unclosed(text):
            message = 'a bracket opens before an event, and never closes'
            yield Finding('bracket_unclosed', 'warning', paragraph.line, message)
        if mid_line and ': ' in text and (match := mid_line.search(text)):
            message = f'“{match[1]}:” stands inside a paragraph: does a turn start there?'
            yield Finding('label_mid_line', 'warning', paragraph.line, message)
    if garbled:
        message = (
            f'{len(garbled)} paragraphs hold signs such as “Ã©” or “â€™”: '
            'the file was saved in another encoding than it was written in'
        )
        yield Finding('encoding_mojibake', 'warning', garbled[0], message)


def alike(one: str, other: str) -> bool:
    """Whether two names are one with a slip, not ``Speaker 1`` and ``Speaker 2``, or A and B."""
    if min(len(one), len(other)) < 4 or any(map(str.isdigit, one + other)):
        return False
    if one[:-1] == other[:-1] and one[-2] in ' _-':
        return False
    return one != other and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def mixed_styles(forms: Sequence[tuple[str, int]]) -> Iterator[Finding]:
    """Report labels in several forms; *forms* are those of the turns, each with its line."""
    counts = Counter(form for form, _ in forms)
    if len(counts) > 1:
        rarest = min(counts, key=counts.__getitem__)
        line = next(line for form, line in forms if form == rarest)
        ways = ', '.join(f'{form} ({count})' for form, count in counts.most_common())
        text = f'labels are written in several ways: {ways}'
        yield Finding('mixed_label_styles', 'info', line, text)
