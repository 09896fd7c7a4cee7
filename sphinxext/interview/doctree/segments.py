"""The topics of an interview with their times: what the index of a recording lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils.nodes import Element

from . import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


class Segment(NamedTuple):
    """A topic and what is said of it."""

    topic: Element
    #: When it starts, in seconds: as the author says, else as its first words.
    time: float | None
    #: What is said of it beside its title.
    told: Element | None


def segments_of(interview: Element) -> list[Segment]:
    """Return the topics of an interview, if more than the titles of any is known."""
    found = [*topics_of(interview)]
    return found if any(segment.topic.get('is_segment') for segment in found) else []


def topics_of(interview: Element) -> Iterator[Segment]:
    """Yield the topics, in order."""
    for number, topic in enumerate(interview):
        if isinstance(topic, nodes.interview_topic):
            told = interview[number + 1] if number + 1 < len(interview) else None
            is_told = isinstance(told, nodes.interview_segment)
            time = topic.get('time', _first_time(interview, number + 1))
            yield Segment(topic, time, told if is_told else None)  # type: ignore[arg-type]


def _first_time(interview: Element, start: int) -> float | None:
    """Return when the words below a topic start."""
    for part in interview[start:]:
        if isinstance(part, nodes.interview_topic):
            return None
        if isinstance(part, nodes.interview_exchange):
            return next((time for turn in part if (time := time_of(turn)) is not None), None)
    return None


def time_of(node: object) -> float | None:
    """Return when a turn or a paragraph starts, or what has its attributes; also where times aren't shown."""
    if not isinstance(node, (Element, dict)):
        return None
    time: float | None = node.get('time', node.get('heard'))
    return time


def is_podcast(interview: Element) -> bool:
    """Whether there is a recording, and the time of any turn in it is known."""
    has_recording = any(isinstance(child, nodes.interview_recording) for child in interview)
    return has_recording and any(time_of(turn) is not None for turn in turns_of(interview))


def turns_of(interview: Element) -> Iterator[Element]:
    """Yield the turns, in order."""
    for exchange in interview:
        if isinstance(exchange, nodes.interview_exchange):
            yield from (turn for turn in exchange if isinstance(turn, nodes.TURNS))
