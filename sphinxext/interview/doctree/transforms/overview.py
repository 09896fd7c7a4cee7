"""The keywords of passages as an overview of the transcript: what is talked about, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes as docutils_nodes
from docutils.nodes import Element
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...messages import _
from ...transcript.speech.times import format_time
from .. import nodes
from ..finding import find
from ..segments import time_of
from .segments import heading, insert_before_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from ..turns.words import Turn

#: The whole transcript is so long.
_WHOLE = 1000


class _Passage(NamedTuple):
    """Words in a row of one exchange that have a keyword."""

    #: Of the exchange.
    exchange: str
    #: Of the turn that it starts in.
    address: str
    title: str
    time: float | None
    #: Where it starts and ends, in letters: not all languages have spaces between words.
    start: int
    end: int


class AddOverview(SphinxPostTransform):
    """Put before the words which keywords passages have, and where: in HTML as bars.

    Before names and times are put into the words, whose letters are counted here: so no recording is
    needed.
    """

    default_priority = 4
    formats = ('texinfo',)

    def is_supported(self) -> bool:
        """Run for all formats, and know whether this is Texinfo, whose links can't be called a time."""
        self.is_texinfo = super().is_supported()
        return True

    def run(self, **kwargs: Any) -> None:
        for interview in find(self.document, nodes.interview):
            if interview.get('overview') and (found := _keywords(interview)):
                insert_before_words(interview, _overview(*found, show_times=not self.is_texinfo))


def _keywords(interview: Element) -> tuple[dict[str, list[_Passage]], int] | None:
    """Return the passages of each keyword, and how long the transcript is."""
    found: dict[str, list[_Passage]] = {}
    at = 0
    if not any(_has_tags(turn) for turn in find(interview, *nodes.TURNS)):  # as most have none
        return None
    for exchange in interview:
        if not isinstance(exchange, nodes.interview_exchange):
            continue
        for turn in (turn for turn in exchange if isinstance(turn, nodes.TURNS)):
            time = time_of(turn)
            place: str = (turn['ids'] or exchange['ids'])[0]
            for length, block in _blocks(turn):
                started = time_of(block)
                time = time if started is None else started
                where = exchange['ids'][0], place, exchange['title'], time
                for tag in block.get('tags', ()):
                    _add(found.setdefault(tag, []), _Passage(*where, at, at + length))
                at += length
    return (found, at) if found and at else None


def _has_tags(turn: Any) -> bool:
    if turn.folded is not None:
        return bool(turn.may_have('tags'))
    return any('tags' in block.attributes for block in turn if isinstance(block, Element))


def _blocks(turn: Turn) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield how long each block of a turn is, and its attributes."""
    for one in turn.words:
        yield len(one.text), one.attributes
    for child in () if turn.folded else turn.children:
        yield len(child.astext()), child.attributes if isinstance(child, Element) else {}


def _add(passages: list[_Passage], passage: _Passage) -> None:
    """Add a passage; of one of the same exchange right before it, it is the end."""
    last = passages[-1] if passages else None
    if last and last.exchange == passage.exchange and last.end == passage.start:
        passages[-1] = last._replace(end=passage.end)
    else:
        passages.append(passage)


def _overview(
    found: dict[str, list[_Passage]], whole: int, *, show_times: bool
) -> nodes.interview_overview:
    title = heading(_('Keywords'))
    rows = [
        _row(number, *row, whole, show_times=show_times) for number, row in enumerate(found.items())
    ]
    return nodes.interview_overview('', title, *rows, classes=['interview-overview'])


def _row(
    number: int, keyword: str, passages: list[_Passage], whole: int, *, show_times: bool
) -> docutils_nodes.paragraph:
    """Return a keyword, links to its passages, and the bar that shows where they are."""
    name = docutils_nodes.strong(keyword, keyword)
    row = docutils_nodes.paragraph('', '', name, classes=['interview-keyword'])
    bar = nodes.interview_bar(number=number, marks=[])
    for passage in passages:
        row += docutils_nodes.Text(', ' if bar['marks'] else ': ')
        is_time = show_times and passage.time is not None
        text = format_time(passage.time or 0) if is_time else passage.title
        row += docutils_nodes.reference(
            '', text, internal=True, refid=passage.address, reftitle=passage.title
        )
        start, end = (round(_WHOLE * place / whole) for place in (passage.start, passage.end))
        bar['marks'].append((start, end - start, passage.title, passage.address))
    row += bar
    return row


def setup(app: Sphinx) -> None:
    app.add_post_transform(AddOverview)
