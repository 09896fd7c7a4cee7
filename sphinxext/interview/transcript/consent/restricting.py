"""Takes from a transcript what is marked, or only the marks."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, TypeVar

from ..exchanges.grouping import grouped
from ..model import Exchange, Finding, Paragraph, Topic, Transcript, Turn
from .footnotes import without_footnotes
from .marks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Item, Speaker

    Part = Topic | Exchange | Paragraph

_Part = TypeVar('_Part')


def without_marks(
    transcript: Transcript, expected: int, *, is_complete: bool, declared: Iterable[Speaker] = ()
) -> Transcript:
    """Return a transcript without marks; what they restrict is left out, unless it is complete.

    Every turn stays where it is, so that exchanges are those of the complete edition; paragraphs that
    are left out have no words. A mark that its reader has lost restricts all.

    :param expected: how many marks the file has
    :param declared: the speakers whom an author names, who stay
    """
    if not expected and not _has_marks(transcript):
        return transcript
    reading = _Restricting(is_complete=is_complete)
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
    units = chain.from_iterable(map(_units, transcript.paragraphs))
    found = without_footnotes(found, units)
    # Those of a table are the tags of all its rows
    metadata = {name: value for name, value in found.metadata.items() if name != 'tags'}
    speakers = _heard(found, declared)
    return found._replace(speakers=speakers, metadata=metadata, findings=findings)


def public_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return *parts* with one note for each passage that was left out.

    Exchanges without words are no exchanges, and aren't counted.
    """
    found: list[Part] = []
    number = 1
    for part in parts:
        if isinstance(part, Exchange):
            one = _public(part._replace(number=number))
            number += isinstance(one, Exchange)
            found.append(one)
        else:
            found.append(part)
    return tuple(_merged(found))


def passages_in(parts: Iterable[Part | Turn]) -> int:
    """Return how many passages were left out."""
    passages = 0
    for part in parts:
        passages += _is_left_out(part)
        if isinstance(part, Exchange):
            passages += passages_in(part.items)
        elif isinstance(part, Turn):
            passages += passages_in(part.paragraphs)
    return passages


def put_back(parts: Iterable[Part], whole: Iterable[Part]) -> tuple[Part, ...]:
    """Return *parts*, of which those that are whole have been given other addresses.

    :param whole: those, in their order
    """
    others = list(whole)
    taken = {part.slug for part in others if not isinstance(part, Paragraph)}
    left = iter(others)
    found: list[Part] = []
    for part in parts:
        if not passages_in([part]):
            found.append(next(left))
        elif isinstance(part, Exchange) and part.slug in taken:
            slug = next(one for n in count(2) if (one := f'{part.slug}-{n}') not in taken)
            taken.add(slug)
            found.append(part._replace(slug=slug))
        else:
            found.append(part)
    return tuple(found)


class _Restricting:
    """Goes through a transcript in the order of its words."""

    def __init__(self, *, is_complete: bool, is_all: bool = False) -> None:
        self._is_complete = is_complete
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
        preamble = tuple(_merged(self._paragraphs(transcript.preamble)))
        items = tuple(chain.from_iterable(map(self._group, grouped(transcript.items))))
        self._topic = 0
        epilogue = tuple(_merged(self._paragraphs(transcript.epilogue)))
        if self._begin:
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
            paragraphs = list(map(_left_out, paragraphs))
        if paragraphs or not turn.paragraphs:
            yield turn._replace(paragraphs=tuple(_merged(paragraphs)))

    def _heading(self, topic: Topic) -> Iterator[Item]:
        if self._topic and topic.level <= self._topic:
            self._topic = 0
        scopes = self._scopes_of(topic.title)
        title = MARK.sub('', topic.title).strip()
        if scopes and not self._topic and not self._is_complete:
            self._topic = topic.level
        if not self._is_left_out():  # what stands below has notes
            yield topic._replace(title=title)

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        units = chain.from_iterable(map(_units, paragraphs))
        return [found for unit in units if (found := self._paragraph(unit))]

    def _paragraph(self, unit: Paragraph) -> Paragraph | None:
        """Return a paragraph without its marks; None if it was nothing else."""
        was_left_out = self._is_left_out()
        scopes = self._scopes_of(unit.text)
        if not scopes:
            return _left_out(unit) if was_left_out else unit
        text = MARK.sub('', unit.text).strip()
        self._scopes.update(scopes)
        self._note_ends(scopes, unit.line)
        if not text and not {'begin', 'end'} & {*scopes}:
            self._stands_alone(unit.line)
        if not text:
            return None
        return unit._replace(text=text) if self._is_complete else _left_out(unit)

    def _scopes_of(self, text: str) -> list[str]:
        scopes = [match[1] or '' for match in MARK.finditer(text)] if '{restricted' in text else []
        self.count += len(scopes)
        return scopes

    def _note_ends(self, scopes: Sequence[str], line: int) -> None:
        for scope in scopes:
            if scope == 'begin':
                self._begin = line
            elif scope == 'end':
                if not self._begin:
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

    def _is_left_out(self) -> bool:
        return not self._is_complete and bool(self._is_all or self._begin or self._topic)


def _has_marks(transcript: Transcript) -> bool:
    """Whether words have marks that the lines hadn't: those of tables and JSON."""
    return any('{restricted' in paragraph.text for paragraph in transcript.paragraphs)


def _units(paragraph: Paragraph) -> Iterator[Paragraph]:
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


def _left_out(paragraph: Paragraph) -> Paragraph:
    return Paragraph('', paragraph.line, kind='restricted')


def _is_left_out(part: object) -> bool:
    return isinstance(part, Paragraph) and part.kind == 'restricted'


def _emptied(item: Turn | Paragraph) -> Turn | Paragraph:
    if isinstance(item, Paragraph):
        return _left_out(item)
    return item._replace(paragraphs=tuple(_merged(map(_left_out, item.paragraphs))))


def _merged(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Yield one for those that are left out together."""
    was_left_out = False
    for part in parts:
        if not (was_left_out and _is_left_out(part)):
            yield part
        was_left_out = _is_left_out(part)


def _heard(transcript: Transcript, declared: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Return the speakers who are declared, or say something that is left."""
    names = {speaker.name for speaker in declared}
    for turn in transcript.turns:
        if _says(turn):
            names |= {speaker.name for speaker in turn.speakers}
    return tuple(speaker for speaker in transcript.speakers if speaker.name in names)


def _public(exchange: Exchange) -> Exchange | Paragraph:
    """Return an exchange with notes where turns were; without words left, a note."""
    asking = {id(turn) for turn in exchange.questions}
    slugs = iter(exchange.answer_slugs)
    items: list[Turn | Paragraph] = []
    kept: list[str] = []
    asked = 0
    for item in exchange.items:
        is_answer = isinstance(item, Turn) and id(item) not in asking
        slug = next(slugs) if is_answer else ''
        if isinstance(item, Turn) and not _says(item):
            items.append(Paragraph('', item.line, kind='restricted'))
            continue
        items.append(item)
        asked += id(item) in asking
        kept += [slug] if is_answer else []
    if not any(isinstance(item, Turn) for item in items):
        return Paragraph('', exchange.items[0].line, kind='restricted')
    merged = tuple(_merged(items))
    return exchange._replace(items=merged, question_count=asked, answer_slugs=tuple(kept))


def _says(turn: Turn) -> bool:
    return not turn.paragraphs or not all(map(_is_left_out, turn.paragraphs))
