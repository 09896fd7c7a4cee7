"""What blank lines separate in a text: the head, topics, paragraphs, and breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..model import Paragraph, Topic, Turn
from ..people.candidates import declared_keys
from ..people.labels import find_label, key
from ..people.names import Directory
from ..people.words import is_unknown, role_of
from ..speech.questions import is_question
from ..speech.times import exact_time
from .attributes import tagged, written
from .head import head, head_block, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..loading import Loaded
    from ..model import Item, Role

#: Ends a turn: what follows it has no label and belongs to nobody.
_BREAK = '---'
_COLON = re.compile(r':(?=\s|$)')
#: No time in a transcript has more than three digits before the first colon.
_LATEST = 3_600_000
#: What may stand out from other paragraphs: an item, a quotation, a dash, emphasis.
_STANDS_OUT = re.compile(r'\s*(?:[-+•*_>—–―]|\d{1,3}[.)])')


class Style(NamedTuple):
    """How a text shows who speaks."""

    #: How a name is written.
    label: str
    #: Writes words so that they mean what they say.
    mark_up: Callable[[str], str]
    #: Writes a question where nobody is named.
    question: Callable[[str], str]
    #: What the head says of such questions.
    questions: str
    #: How a paragraph starts that would be read otherwise without a label.
    structure: re.Pattern[str]


class Blocks:
    """Yields the blocks of a transcript; read again, they are the same one."""

    def __init__(self, loaded: Loaded, style: Style) -> None:
        self.loaded = loaded
        self.style = style
        self.declared = declared_keys(loaded.transcript.speakers)
        self.directory = Directory(loaded.transcript.speakers)

    def __iter__(self) -> Iterator[str]:
        transcript = self.loaded.transcript
        yield from head_block(self._head(), self.loaded)
        yield from map(self._alone, transcript.preamble)
        before: Item | None = None
        for item in transcript.items:
            if _is_break_between(before, item):
                yield _BREAK
            if isinstance(item, Topic):
                yield f'{"#" * item.level} {self.style.mark_up(item.title)}{_slug(item.slug)}'
                yield from written(item)
            elif isinstance(item, Paragraph):
                yield self._alone(item)
            else:
                yield from self._turn(item, before)
            before = item
        if transcript.epilogue:
            yield _BREAK
        yield from map(self._alone, transcript.epilogue)

    def _head(self) -> dict[str, str]:
        """Return the head; where that could be doubted, it says how the questions are shown."""
        found = head(self.loaded)
        found.pop('questions', None)
        items = self.loaded.transcript.items
        if any(isinstance(item, Turn) and _is_unnamed(item, 'interviewer') for item in items):
            found['questions'] = self.style.questions
        elif any(map(_stands_out, items)):
            found['questions'] = 'label'
        return found

    def _turn(self, turn: Turn, before: Item | None) -> Iterator[str]:
        if _is_unnamed(turn, 'interviewer'):
            yield from self._question(turn)
            return
        first, *others = turn.paragraphs or (Paragraph('', turn.line),)
        if _is_answer(turn, before):
            yield self._alone(first._replace(time=_start(turn, first)))
            yield from map(self._alone, others)
            return
        label = self.style.label.format(joined(turn.speakers) or '?')
        yield self._labelled(label, turn.time, first, _slug(turn.slug))
        for paragraph in others:
            if self.style.structure.match(self.style.mark_up(paragraph.text)):
                yield self._labelled(label, None, paragraph)
            else:
                yield self._alone(paragraph)

    def _question(self, turn: Turn) -> Iterator[str]:
        """Write what somebody asks who isn't named."""
        first, *_, last = (*turn.paragraphs, *turn.paragraphs[-1:])
        for paragraph in turn.paragraphs:
            time = _start(turn, first) if paragraph is first else paragraph.time
            words = self.style.mark_up(paragraph.text)
            words += _slug(turn.slug if paragraph is last else '') + tagged(paragraph)
            yield _time(time, ' ') + self.style.question(words)

    def _labelled(self, label: str, start: float | None, first: Paragraph, slug: str = '') -> str:
        """Write a label, the time, and the words; on the next line where they look like a time.

        :param start: of the turn
        """
        time = first.time if start is None else start
        words = self.style.mark_up(first.text) + slug + tagged(first)
        line = f'{label} {_time(time, " ")}{words}'.rstrip()
        read = find_label(line.partition('\n')[0], self.declared)
        is_plain = read is None or read.rest.strip() == words.partition('\n')[0].strip()
        if first.time in {None, time} and is_plain:
            return line
        own = first.time if first.time != time else None
        return (
            f'{label} {_time(time)}'.rstrip()
            + f'\n{self._alone(first._replace(time=own, tags=()))}{slug}{tagged(first)}'
        )

    def _alone(self, paragraph: Paragraph) -> str:
        """Write a paragraph without label; nothing in it may look like one."""
        first, *others = paragraph.text.split('\n')
        time = _time(paragraph.time)
        lines = [self._unlabelled(first, time), *map(self._unlabelled, others)]
        return '\n'.join(lines) + tagged(paragraph)

    def _unlabelled(self, line: str, time: str = '') -> str:
        """Write a line after its time; on the next one where both together look like a label."""
        text = self.style.mark_up(line)
        timed = f'{time} {text}' if time else text
        label = find_label(timed, self.declared)
        if label is None or not self._may_speak(label.name):
            return timed
        if label.form == 'plain' and _COLON.search(text):
            return timed[: len(timed) - len(text)] + _COLON.sub(r'\\:', text, count=1)
        return f'{time}\n{self._unlabelled(line)}' if time else f'\\{text}'

    def _may_speak(self, name: str) -> bool:
        """Whether a reader would take *name* for a speaker: in Markdown, it has looked already."""
        if self.loaded.markup == 'literal':
            return True
        name_key = key(name)
        return bool(self.directory.find(name) or role_of(name_key) or is_unknown(name_key))


def _is_unnamed(turn: Turn, role: Role) -> bool:
    return not turn.speakers and turn.role == role


def _is_answer(turn: Turn, before: Item | None) -> bool:
    """Whether a turn without a name can only answer the question *before* it."""
    return (
        _is_unnamed(turn, 'interviewee')
        and bool(turn.paragraphs)
        and isinstance(before, Turn)
        and _is_unnamed(before, 'interviewer')
    )


def _is_break_between(before: Item | None, item: Item) -> bool:
    """Whether only a break tells that *item* isn't a part of the turn *before*."""
    if not isinstance(before, Turn) or isinstance(item, Topic):
        return False
    if isinstance(item, Paragraph):
        return True
    return before.speakers == item.speakers and before.role == item.role and bool(item.speakers)


def _start(turn: Turn, first: Paragraph) -> float | None:
    return first.time if turn.time is None else turn.time


def _stands_out(item: Item) -> bool:
    """Whether something in *item* might be taken for a question without a label."""
    if isinstance(item, Topic):
        return is_question(item.title)
    paragraphs = item.paragraphs if isinstance(item, Turn) else (item,)
    return any(_STANDS_OUT.match(p.text) and is_question(p.text) for p in paragraphs)


def _slug(slug: str) -> str:
    return f' {{#{slug}}}' if slug else ''


def _time(seconds: float | None, end: str = '') -> str:
    """Return a time in brackets, or nothing for none."""
    return '' if seconds is None or seconds >= _LATEST else f'[{exact_time(seconds)}]{end}'
