"""Where the chapters of a recording stand in its transcript: by their times."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..model import Finding, Topic, Turn
from ..speech.times import format_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Item

#: A chapter starts with the question that starts within so many seconds of it.
NEAR: Final = 10.0
#: Nobody takes longer for a word.
_SECONDS_A_WORD: Final = 1.0


class _Start(NamedTuple):
    """A turn or a paragraph that has a time."""

    time: float
    item: int
    paragraph: int
    #: Whether an interviewer starts to speak.
    asks: bool


def place(
    items: Sequence[Item], chapters: Sequence[Topic], end: float | None = None
) -> tuple[list[Item], list[Finding]]:
    """Put chapters before the words that start at their times.

    That is the question that starts within ten seconds, else the turn or paragraph that starts
    nearest. A topic that is there already, by its title, gets the time and the rest.

    :param chapters: each with its time and its line in the file of chapters
    :param end: of the recording, where it is known
    :returns: the items, and findings with lines of the file of chapters
    """
    starts = sorted(_starts(items))
    if not chapters:
        return [*items], []
    if not starts:
        text = 'no turn of the transcript has a time, so the chapters have no place in it'
        return [*items], [Finding('segment_untimed', 'warning', chapters[0].line, text)]
    there = {_key(item.title): item for item in items if isinstance(item, Topic)}
    chapters = sorted(chapters, key=lambda chapter: chapter.time or 0.0)
    told = {key: _told(there[key], one) for one in chapters if (key := _key(one.title)) in there}
    latest = _latest(items, starts) if end is None else end
    findings = [_outside(chapter, latest) for chapter in chapters if (chapter.time or 0.0) > latest]
    asking = [start for start in starts if start.asks]
    before: dict[tuple[int, int], list[Topic]] = {}
    for chapter in (chapter for chapter in chapters if _key(chapter.title) not in told):
        time = chapter.time or 0.0
        start = _nearest(time, asking)
        if start is None or abs(start.time - time) > NEAR:
            start = _nearest(time, starts)
        if start:
            own = chapter._replace(line=_line(items, start))
            before.setdefault((start.item, start.paragraph), []).append(own)
    items = [
        told[_key(item.title)] if isinstance(item, Topic) and _key(item.title) in told else item
        for item in items
    ]
    return [*_in_order(_with(items, before))], findings


def _in_order(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items, with topics that follow each other in the order of their times."""
    for is_topic, run in groupby(items, key=lambda item: isinstance(item, Topic)):
        some: list[Any] = [*run]
        if is_topic and all(topic.time is not None for topic in some):
            some.sort(key=lambda topic: topic.time)
        yield from some


def _key(title: str) -> str:
    return ' '.join(title.split()).casefold()


def _told(topic: Topic, chapter: Topic) -> Topic:
    """Return a topic with what its chapter says and it doesn't."""
    return topic._replace(
        time=chapter.time if topic.time is None else topic.time,
        synopsis=topic.synopsis or chapter.synopsis,
        keywords=topic.keywords or chapter.keywords,
        place=topic.place or chapter.place,
    )


def _starts(items: Sequence[Item]) -> Iterator[_Start]:
    asked = False
    for number, item in enumerate(items):
        if isinstance(item, Topic):
            asked = False
        elif isinstance(item, Turn):
            opens, asked = item.asks and not asked, item.asks
            for index, paragraph in enumerate(item.paragraphs):
                time = paragraph.time if index or item.time is None else item.time
                if time is not None:
                    yield _Start(time, number, index, opens and not index)


def _nearest(time: float, starts: Sequence[_Start]) -> _Start | None:
    """Return which of *starts*, in the order of their times, is nearest; of equal ones the first."""
    place = bisect_left(starts, time, key=lambda start: start.time)
    around = starts[max(place - 1, 0) : place + 1]
    return min(around, key=lambda start: abs(start.time - time), default=None)


def _line(items: Sequence[Item], start: _Start) -> int:
    item = items[start.item]
    return (
        item.paragraphs[start.paragraph].line
        if isinstance(item, Turn) and start.paragraph
        else item.line
    )


def _latest(items: Sequence[Item], starts: Sequence[_Start]) -> float:
    """Return when the last words have surely ended."""
    last = starts[-1]
    words = sum(
        len(paragraph.text.split())
        for item in items[last.item :]
        for paragraph in (item.paragraphs if isinstance(item, Turn) else ())
    )
    return last.time + NEAR + words * _SECONDS_A_WORD


def _outside(chapter: Topic, latest: float) -> Finding:
    text = (
        f'the chapter “{chapter.title}” starts at {format_time(chapter.time or 0)}, '
        f'after the end of the recording, about {format_time(latest)}'
    )
    return Finding('segment_outside', 'warning', chapter.line, text)


def _with(items: Sequence[Item], before: Mapping[tuple[int, int], list[Topic]]) -> Iterator[Item]:
    cuts = {
        number: [paragraph for _, paragraph in places]
        for number, places in groupby(sorted(before), key=lambda place: place[0])
    }
    for number, item in enumerate(items):
        if number not in cuts or not isinstance(item, Turn):
            yield item
            continue
        if 0 in cuts[number]:
            yield from before[number, 0]
        ends = [*filter(None, cuts[number]), len(item.paragraphs)]
        for start, end in pairwise([0, *ends]):
            yield from before.get((number, start), ()) if start else ()
            yield _part(item, start, end)


def _part(turn: Turn, start: int, end: int) -> Turn:
    """Return so many paragraphs of a turn; what comes later starts at the time of its own."""
    some = turn.paragraphs[start:end]
    if not start:
        return turn._replace(paragraphs=some)
    first = some[0]._replace(time=None)
    return turn._replace(paragraphs=(first, *some[1:]), line=first.line, time=some[0].time, slug='')


def misplaced(items: Sequence[Item]) -> Iterator[Finding]:
    """Report topics whose times aren't between those of the turns around them."""
    if not any(isinstance(item, Turn) for item in items):
        return
    timed = [n for n, item in enumerate(items) if isinstance(item, Topic) and item.time is not None]
    starts = [*_starts(items)] if timed else []
    latest = [0.0, *accumulate((start.time for start in starts), max)]
    for number in timed:
        place = bisect_left(starts, number, key=lambda start: start.item)
        after = starts[place].time if place < len(starts) else None
        yield from _misplaced(items[number], latest[place], after, is_timed=bool(starts))  # type: ignore[arg-type]


def _misplaced(
    topic: Topic, before: float, after: float | None, *, is_timed: bool
) -> Iterator[Finding]:
    time = topic.time or 0.0
    if not is_timed:
        text = f'“{topic.title}” has a time, and no turn of the transcript has one'
        yield Finding('segment_untimed', 'warning', topic.line, text)
    elif time < before - 1 or (after is not None and time > after + 1):
        until = '' if after is None else f' to {format_time(after)}'
        text = (
            f'the topic starts at {format_time(time)}, but stands where the recording is from '
            f'{format_time(before)}{until}'
        )
        yield Finding('segment_outside', 'warning', topic.line, text)
