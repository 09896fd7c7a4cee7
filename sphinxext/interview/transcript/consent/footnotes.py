"""Footnotes that only words lead to which are left out: they would say what those say.

Marks and footnotes are those of Markdown and of reStructuredText, where those without a label belong
together by their order.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from ..model import Topic, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Item, Paragraph, Transcript

_MARK = re.compile(r'\[\^([^\[\]\s]{1,80})\]|\[(#[\w.:+-]{0,80}|\*|[\w.:+-]{1,80})\]_(?!\w)')
_FOOTNOTE = re.compile(
    r'[ ]{0,3}\[\^([^\[\]\s]{1,80})\]:|[ ]*\.\. \[(#[\w.:+-]{0,80}|\*|[\w.:+-]{1,80})\](?=\s|$)'
)


class _Block(NamedTuple):
    """Words that stay together: a footnote, or what is between two."""

    line: int
    text: str
    #: The footnote's label; nothing for other words.
    label: str
    #: The labels that its marks lead to.
    leads_to: frozenset[str]


class _Labels:
    """Gives those that have no label a number, in their order."""

    def __init__(self) -> None:
        self._numbers = {(what, sign): count() for what in (_MARK, _FOOTNOTE) for sign in '#*'}

    def of(self, match: re.Match[str]) -> str:
        label = (match[1] or match[2]).casefold()
        number = self._numbers.get((match.re, label))
        return label.lstrip('#') if number is None else f'{label} {next(number)}'


def without_footnotes(public: Transcript, whole: Iterable[Paragraph]) -> Transcript:
    """Return *public* without the footnotes of what is left out.

    :param whole: the paragraphs of the complete edition, with marks of what is restricted, in units of
        which each is shown or left out
    """
    labels = _Labels()
    paragraphs = list(whole)
    if not any('[^' in one.text or ']_' in one.text for one in paragraphs):
        return public
    blocks = [block for one in paragraphs for block in _blocks(one, labels)]
    shown = Counter(
        (block.line, block.text) for one in public.paragraphs for block in _blocks(one, _Labels())
    )
    is_shown = [shown[block.line, block.text] > 0 for block in blocks]
    titles = (item.title for item in public.items if isinstance(item, Topic))
    led = _led(
        [block for block, is_one in zip(blocks, is_shown, strict=True) if is_one],
        {match[1] for title in titles for match in _MARK.finditer(title) if match[1]},
    )
    marked = frozenset().union(*(block.leads_to for block in blocks))
    hidden = marked - led
    secret = {(block.line, block.text) for block in blocks if block.label in hidden}
    return _without(public, secret) if secret else public


def _blocks(paragraph: Paragraph, labels: _Labels) -> Iterator[_Block]:
    """Split a paragraph before and behind each of its footnotes."""
    lines = paragraph.text.split('\n')
    starts = {0: None} | {
        place: match for place, line in enumerate(lines) if (match := _FOOTNOTE.match(line))
    }
    for place, line in enumerate(lines[2:], 2):
        is_outside = line.strip() and not line[0].isspace() and not lines[place - 1].strip()
        if is_outside:
            starts.setdefault(place, None)
    places = sorted(starts)
    for start, end in zip(places, [*places[1:], len(lines)], strict=True):
        match = starts[start]
        text = '\n'.join(lines[start:end])
        yield _Block(
            paragraph.line + start,
            text.rstrip(),
            labels.of(match) if match else '',
            frozenset(map(labels.of, _MARK.finditer(text, match.end() if match else 0))),
        )


def _led(shown: Sequence[_Block], led: set[str]) -> set[str]:
    """Return the labels to which something leads that is shown, footnotes to footnotes included."""
    footnotes = {block.label: block.leads_to for block in shown}
    pending = led.union(*(block.leads_to for block in shown if not block.label))
    found: set[str] = set()
    while pending:
        label = pending.pop()
        found.add(label)
        pending |= footnotes.get(label, frozenset()) - found
    return found


def _without(transcript: Transcript, secret: set[tuple[int, str]]) -> Transcript:
    def kept(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        found = (_cut(one, secret) for one in paragraphs)
        return tuple(one for one in found if one is not None)

    def items(item: Item) -> Iterable[Item]:
        if isinstance(item, Turn):
            return [item._replace(paragraphs=kept(item.paragraphs))]
        return [item] if isinstance(item, Topic) else kept([item])

    return transcript._replace(
        items=tuple(chain.from_iterable(map(items, transcript.items))),
        preamble=kept(transcript.preamble),
        epilogue=kept(transcript.epilogue),
    )


def _cut(paragraph: Paragraph, secret: set[tuple[int, str]]) -> Paragraph | None:
    """Return a paragraph without footnotes that are secret; None where nothing else is there."""
    blocks = list(_blocks(paragraph, _Labels()))
    left = [block for block in blocks if (block.line, block.text) not in secret]
    if len(left) == len(blocks):
        return paragraph
    if not left:
        return None
    return paragraph._replace(text='\n\n'.join(block.text for block in left), line=left[0].line)
