"""Takes from a transcript what is marked, or only the marks."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ..exchanges.grouping import grouped
from ..model import Finding, Paragraph, Topic, Transcript, Turn
from .footnotes import without_footnotes
from .marks import MARK
from .parts import left_out, merged, says

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ..model import Item, Speaker


def without_marks(
    transcript: Transcript,
    expected: int,
    *,
    is_complete: bool,
    declared: Iterable[Speaker] = (),
    hidden: Collection[int] | None = None,
) -> Transcript:
    """Return a transcript without marks; what they restrict is left out, unless it is complete.

    Every turn stays where it is, so that exchanges are those of the complete edition; paragraphs that
    are left out have no words. A mark that its reader has lost restricts all.

    :param expected: how many marks the file has
    :param declared: the speakers whom an author names, who stay
    :param hidden: of a part of a file, the lines at which something starts that marks in the rest restrict
    """
    if not (expected or hidden or _has_marks(transcript)):
        return transcript
    reading = _Restricting(is_complete=is_complete, hidden=hidden)
    found = reading.transcript(transcript)
    if reading.count < expected and not is_complete:
        line = transcript.turns[0].line if transcript.turns else 1
        text = (
            f'{expected - reading.count} marks of restricted words stand where this format has no place '
            'for them; all of the interview is left out'
        )
        reading = _Restricting(is_complete=False, is_all=True)
        found = reading.transcript(transcript)
        reading.findings.append(Finding('restricted_mark', 'warning', line, text))
    findings = (*found.findings, *reading.findings)
    if is_complete:
        return found._replace(findings=findings)
    units = chain.from_iterable(map(units_of, transcript.paragraphs))
    found = without_footnotes(found, units)
    # Those of a table are the tags of all its rows
    metadata = {name: value for name, value in found.metadata.items() if name != 'tags'}
    speakers = _heard(found, declared)
    return found._replace(speakers=speakers, metadata=metadata, findings=findings)


class _Restricting:
    """Goes through a transcript in the order of its words."""

    def __init__(
        self, *, is_complete: bool, is_all: bool = False, hidden: Collection[int] | None = None
    ) -> None:
        self._is_complete = is_complete
        #: Whether partners of marks may stand in the rest of the file.
        self._is_part = hidden is not None
        self._hidden = hidden or ()
        self._is_all = is_all
        #: Where what is restricted begins, if its end is still to come.
        self._begin = 0
        #: The level of the topic that is restricted; nought where none is.
        self._topic = 0
        #: What the marks of a turn or an exchange ask for beside their paragraph.
        self._scopes: set[str] = set()
        self.count = 0
        self.findings: list[Finding] = []

    def transcript(self, transcript: Transcript) -> Transcript:
        preamble = tuple(merged(self._paragraphs(transcript.preamble)))
        items = tuple(chain.from_iterable(map(self._group, grouped(transcript.items))))
        self._topic = 0
        epilogue = tuple(merged(self._paragraphs(transcript.epilogue)))
        if self._begin and not self._is_part:
            text = 'no {restricted end} stands below: all of the rest is restricted'
            self.findings.append(Finding('restricted_mark', 'warning', self._begin, text))
        return transcript._replace(items=items, preamble=preamble, epilogue=epilogue)

    def _group(self, group: list[Turn | Paragraph] | Topic | Paragraph) -> list[Item]:
        if isinstance(group, Topic):
            return list(self._heading(group))
        self._scopes = set()
        members = group if isinstance(group, list) else [group]
        found: list[Item] = []
        for member in members:
            if isinstance(member, Turn):
                found += self._turn(member)
            else:
                found += self._paragraphs([member])
        if 'exchange' in self._scopes and not self._is_complete:
            return [_emptied(item) for item in found if not isinstance(item, Topic)]
        return found

    def _turn(self, turn: Turn) -> Iterator[Turn]:
        self._scopes.discard('turn')
        paragraphs = self._paragraphs(turn.paragraphs)
        if 'turn' in self._scopes and not self._is_complete:
            paragraphs = list(map(left_out, paragraphs))
        if paragraphs or not turn.paragraphs:
            yield turn._replace(paragraphs=tuple(merged(paragraphs)))

    def _heading(self, topic: Topic) -> Iterator[Item]:
        if self._topic and topic.level <= self._topic:
            self._topic = 0
        scopes = self._scopes_of(topic.title)
        title = MARK.sub('', topic.title).strip()
        if scopes and not self._topic and not self._is_complete:
            self._topic = topic.level
        if not self._is_left_out(topic.line):  # what stands below has notes
            yield topic._replace(title=title)

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        units = chain.from_iterable(map(units_of, paragraphs))
        return [found for unit in units if (found := self._paragraph(unit))]

    def _paragraph(self, unit: Paragraph) -> Paragraph | None:
        """Return a paragraph without its marks; None if it was nothing else."""
        was_left_out = self._is_left_out(unit.line)
        scopes = self._scopes_of(unit.text)
        if not scopes:
            return left_out(unit) if was_left_out else unit
        text = MARK.sub('', unit.text).strip()
        self._scopes.update(scopes)
        self._note_ends(scopes, unit.line)
        if not text and not {'begin', 'end'} & {*scopes}:
            self._stands_alone(unit.line)
        if not text:
            return None
        return unit._replace(text=text) if self._is_complete else left_out(unit)

    def _scopes_of(self, text: str) -> list[str]:
        scopes = [match[1] or '' for match in MARK.finditer(text)] if '{restricted' in text else []
        self.count += len(scopes)
        return scopes

    def _note_ends(self, scopes: Sequence[str], line: int) -> None:
        for scope in scopes:
            if scope == 'begin':
                self._begin = line
            elif scope == 'end':
                if not (self._begin or self._is_part):
                    text = 'no {restricted begin} stands above, so that nothing ends here'
                    self.findings.append(Finding('restricted_mark', 'warning', line, text))
                self._begin = 0

    def _stands_alone(self, line: int) -> None:
        self._scopes.add('exchange')
        self._begin = self._begin or line
        text = (
            '{restricted} has no words before it: its exchange is restricted, and all that follows '
            'until {restricted end}'
        )
        self.findings.append(Finding('restricted_mark', 'warning', line, text))

    def _is_left_out(self, line: int) -> bool:
        is_restricted = self._is_all or self._begin or self._topic or line in self._hidden
        return not self._is_complete and bool(is_restricted)


def _has_marks(transcript: Transcript) -> bool:
    """Whether words have marks that the lines hadn't: those of tables and JSON."""
    return any('{restricted' in paragraph.text for paragraph in transcript.paragraphs)


def units_of(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Split a turn with markup that has marks into its blocks, each with what is indented below."""
    lines = paragraph.text.split('\n')
    if len(lines) == 1 or '{restricted' not in paragraph.text:
        yield paragraph
        return
    starts = [0]
    for place, line in enumerate(lines[1:], 1):
        if line.strip() and not line[0].isspace() and not lines[place - 1].strip():
            starts.append(place)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = '\n'.join(lines[start:end]).rstrip()
        if text.strip():
            time = paragraph.time if start == 0 else None
            yield paragraph._replace(text=text, line=paragraph.line + start, time=time)


def _emptied(item: Turn | Paragraph) -> Turn | Paragraph:
    if isinstance(item, Paragraph):
        return left_out(item)
    return item._replace(paragraphs=tuple(merged(map(left_out, item.paragraphs))))


def _heard(transcript: Transcript, declared: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Return the speakers who are declared, or say something that is left."""
    names = {speaker.name for speaker in declared}
    for turn in transcript.turns:
        if says(turn):
            names |= {speaker.name for speaker in turn.speakers}
    return tuple(speaker for speaker in transcript.speakers if speaker.name in names)
