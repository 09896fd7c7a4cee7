"""From cues to turns and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..exchanges.completion import complete
from ..model import Finding, Paragraph, Speaker, Transcript, TranscriptError, Turn
from ..speech.directions import is_direction, is_note
from ..speech.doubts import doubtful_words
from .cues import Captions, Cue, join_words
from .repeats import without_repeats
from .voices import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..model import Item, Paragraphs
    from .voices import Said

Kind = Literal['speech', 'direction', 'note']
#: Seconds of silence after a sentence that end a paragraph.
PAUSE = 2.0
#: Seconds of silence that end one anywhere.
SILENCE = 10.0
#: Characters from which on the end of a sentence ends a paragraph,
LONG = 600
#: and from which on any cue's end does.
LONGEST = 1200
_SENTENCE_END = re.compile(r'[.!?…。！？।؟]["”’»)\]]*$')


def transcribe(
    captions: Captions, people: tuple[Speaker, ...], paragraphs: Paragraphs = 'auto'
) -> Transcript:
    """Make turns of cues.

    :param people: the declared speakers; without any, those that the file names are taken
    :param paragraphs: `line`: each sentence is one, or where no sentence ends, each cue
    :raises TranscriptError: ``no_cue``
    """
    cues, dropped = without_repeats(captions)
    said, findings = attribute(captions, cues, people)
    if not said:
        raise TranscriptError('no_cue', 1, 'no cue with words found')
    ends = _rule(captions, said, paragraphs)
    items = list(_items(said, ends))
    turns = [item for item in items if isinstance(item, Turn)]
    findings = [
        *captions.findings,
        *_counted(len(cues), dropped, turns, cues[0].line),
        *findings,
        *doubtful_words((p for turn in turns for p in turn.paragraphs), ()),
        *_nobody(turns),
    ]
    spoken = {speaker for turn in turns for speaker in turn.speakers}
    known = people or tuple(person for person in captions.people if person in spoken)
    return complete(items, known, findings, metadata=captions.metadata)


def _counted(cues: int, dropped: int, turns: Sequence[Turn], line: int) -> Iterator[Finding]:
    if dropped:
        text = f'{dropped} cues show words again, as rolling captions do; they are kept once'
        yield Finding('rolling_repeats', 'info', line, text)
    if len(turns) < cues:
        count = '1 turn' if len(turns) == 1 else f'{len(turns)} turns'
        yield Finding('cues_merged', 'info', line, f'{cues} cues became {count}')


def _nobody(turns: Sequence[Turn]) -> Iterator[Finding]:
    """Report who speaks without a name, once."""
    nameless = [turn for turn in turns if not turn.speakers]
    if not nameless:
        return
    if len(nameless) == len(turns):
        text = (
            'nobody is named: declare the only speaker of a talk; else write text with '
            '“sphinx-interview convert --to text --split”, which gives each sentence a line with its '
            'time, and put a name before each line where somebody else speaks: “Ada: [00:01] …”'
        )
    else:
        count = f'{len(nameless)} turns don’t' if len(nameless) > 1 else 'one turn doesn’t'
        text = f'{count} say who speaks: write the name and a colon before the words'
    yield Finding('speaker_missing', 'warning', nameless[0].line, text)


@dataclass(slots=True)
class _Piece:
    """A paragraph in the making."""

    start: float | None
    line: int
    text: str
    #: When its last cue ended.
    end: float | None
    #: Nothing but events.
    is_event: bool = False
    tags: tuple[str, ...] = ()


def _rule(
    captions: Captions, said: Sequence[Said], paragraphs: Paragraphs
) -> Callable[[_Piece, Cue, bool], bool]:
    """Return what says whether a paragraph ends before a cue."""
    if paragraphs == 'line':
        ending = sum(_SENTENCE_END.search(cue.text) is not None for _, cue, *_ in said)
        return _ends_sentence if ending >= len(said) / 10 else _ends_cue
    return _ends_cue if captions.is_cue_a_paragraph else _ends


def _ends_cue(piece: _Piece, cue: Cue, is_event: bool) -> bool:
    return True


def _ends_sentence(piece: _Piece, cue: Cue, is_event: bool) -> bool:
    return _SENTENCE_END.search(piece.text) is not None or _ends(piece, cue, is_event)


def _items(said: Iterable[Said], ends: Callable[[_Piece, Cue, bool], bool]) -> Iterator[Item]:
    turn: Turn | None = None
    paragraphs: list[Paragraph] = []
    piece = _Piece(None, 0, '', None)
    for voices, cue, starts, is_event in said:
        if turn is not None and (starts or turn.speakers != voices):
            yield _closed(turn, paragraphs, piece)
            turn, paragraphs = None, []
        if voices is None or (is_event and turn is None and not voices):
            kind = _kind(cue.text, is_event, 'note')
            yield Paragraph(cue.text, cue.line, cue.start, kind, cue.tags)
        elif turn is None:
            turn, piece = Turn(voices, (), cue.line, cue.start), _piece(cue, is_event)
        elif piece.tags != cue.tags or ends(piece, cue, is_event):
            paragraphs.append(_paragraph(piece, is_first=not paragraphs))
            piece = _piece(cue, is_event)
        else:
            piece.text, piece.end = join_words(piece.text, cue.text), cue.end
    if turn is not None:
        yield _closed(turn, paragraphs, piece)


def _piece(cue: Cue, is_event: bool) -> _Piece:
    is_event = is_event or (cue.text[0] in '[(♪<' and is_direction(cue.text))
    return _Piece(cue.start, cue.line, cue.text, cue.end, is_event, cue.tags)


def _ends(piece: _Piece, cue: Cue, is_event: bool) -> bool:
    """Whether a paragraph ends before *cue*."""
    length = len(piece.text)
    pause = 0.0 if piece.end is None or cue.start is None else cue.start - piece.end
    if length >= LONGEST or pause >= SILENCE or piece.is_event:
        return True
    is_event = is_event or (cue.text[0] in '[(♪<' and is_direction(cue.text))
    if not (pause >= PAUSE or length >= LONG or is_event):
        return False
    return _SENTENCE_END.search(piece.text) is not None


def _kind(text: str, is_event: bool, otherwise: Kind) -> Kind:
    if is_event:
        return 'direction'
    if text[0] not in '[(♪<':
        return otherwise
    return 'direction' if is_direction(text) else 'note' if is_note(text) else otherwise


def _paragraph(piece: _Piece, *, is_first: bool) -> Paragraph:
    """Make a paragraph; the time of a turn's first one is the turn's."""
    kind = _kind(piece.text, piece.is_event, 'speech')
    time = None if is_first else piece.start
    return Paragraph(piece.text, piece.line, time, kind, piece.tags)


def _closed(turn: Turn, paragraphs: list[Paragraph], piece: _Piece) -> Turn:
    paragraphs.append(_paragraph(piece, is_first=not paragraphs))
    return Turn(turn.speakers, tuple(paragraphs), turn.line, turn.time)
