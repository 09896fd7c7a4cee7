"""TEI: the utterances of a transcription of speech, and the speeches of a play.

Source: TEI P5 Guidelines, chapter 8, “Transcriptions of Speech”: ``u`` with ``who`` and ``start``,
``when`` in ``timeline``; chapter 7, “Performance Texts”: ``sp``; ISO 24624: ``annotationBlock`` and
tokens; ParlaMint: ``seg`` and ``note``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ...captions.cues import Captions, Cue
from ...model import TranscriptError
from ...speech.directions import split_directions
from ...speech.times import STAMP, parse_time
from .people import people_of, printed_name
from .tree import Element, parse_xml
from .words import SpokenWords

if TYPE_CHECKING:
    from ...model import Line, Speaker

_SPEECHES: Final = frozenset({'u', 'sp'})
#: Paragraphs of a speech.
_PARAGRAPHS: Final = frozenset({'seg', 'p', 'ab', 'lg'})
#: What others do or shout, and what the transcriber remarks.
_EVENTS: Final = frozenset(
    'pause vocal kinesic incident writing gap note stage sound tech camera view move'.split()
)
#: Words between the speeches that nobody says.
_AROUND: Final = frozenset({'head', 'p', 'ab', 'opener', 'closer', 'trailer'})
#: Elements without words of the conversation.
_SILENT: Final = frozenset(
    """
    teiHeader standOff listPerson particDesc back castList fw figDesc speaker timeline
    span spanGrp interp interpGrp link linkGrp fs
    """.split()
)
#: Of a choice, the reading is shown, not what it replaces.
_REPLACED: Final = frozenset({'sic', 'orig', 'abbr'})
_READINGS: Final = frozenset({'corr', 'reg', 'expan'})
#: What a speaker took back was said; what an editor deletes isn't shown.
_TAKEN_BACK: Final = frozenset({'repetition', 'falseStart', 'truncation'})
#: Elements of whole words: two of them in a row are two words.
_WHOLE: Final = frozenset(
    """
    w pc name persName placeName orgName forename surname nameLink roleName addName genName rs num
    date time measure foreign term title q quote said s phr cl seg p ab
    """.split()
)
#: Places where a line or page ends, and elements that stand on lines of their own.
_ENDS: Final = frozenset('lb pb cb milestone l lg div head list item table row cell label'.split())
_UNITS: Final = {'ms': 0.001, 'min': 60.0, 'h': 3600.0}
_STAMP = re.compile(STAMP)


def read_tei(lines: list[Line]) -> Captions:
    """Read the utterances of a TEI document.

    :raises TranscriptError: ``xml_invalid``, ``no_cue``
    """
    root = parse_xml(lines)
    people = people_of(root)
    speeches = _Speeches(root, people)
    if not any(cue.speaker for cue in speeches.cues):
        text = 'this TEI holds no speech with words: neither “u” nor “sp”'
        raise TranscriptError('no_cue', root.line, text)
    titles = (title.text() for part in root.inside('titleStmt') for title in part.children('title'))
    title = next(filter(None, titles), '')
    return Captions(
        speeches.cues,
        metadata={'title': title} if title else {},
        people=tuple(people.values()),
        unnamed='narration',
        is_cue_a_paragraph=True,
    )


class _Speeches:
    """Makes cues: one for a paragraph of a speech, or for what happens meanwhile."""

    def __init__(self, root: Element, people: dict[str, Speaker]) -> None:
        self.cues: list[Cue] = []
        self._people = people
        self._language = root.get('lang')
        self._times = _times(root)
        self._speaker = ''
        #: A name above the next speech.
        self._announced = ''
        self._start: float | None = None
        self._line = root.line
        self._words = SpokenWords()
        self._walk(root, root)

    def _walk(self, element: Element, block: Element) -> None:
        """Look for speeches; *block* may say who speaks, and when."""
        for child in element.parts:
            if isinstance(child, str):
                self._tell(' '.join(child.split()), element.line)
            elif child.tag == 'note' and child.get('type') == 'speaker':
                self._tell(self._announced, child.line)
                self._announced = child.text()
            elif _is_silent(child, element):
                continue
            elif child.tag in _SPEECHES:
                self._speech(child, block)
            elif child.tag in _EVENTS:
                self._tell(_happening(child, self._language), child.line)
            elif _is_told(child):
                self._tell(child.text(), child.line)
            else:
                self._walk(child, child if child.tag == 'annotationBlock' else block)

    def _tell(self, what: str, line: int, speaker: str = '') -> None:
        """Add what happens: in somebody's turn, or between the turns."""
        if what:
            what = what.replace('[', '(').replace(']', ')')
            self.cues.append(Cue(None, None, f'[{what}]', line, speaker))

    def _speech(self, speech: Element, block: Element) -> None:
        who = speech.get('who') or block.get('who')
        announced, self._announced = self._announced.rstrip('.: '), ''
        self._speaker = self._names(who) or printed_name(speech) or announced or '?'
        start = speech.get('start') or block.get('start')
        self._start = self._times.get(start.lstrip('#'), parse_time(start))
        self._line = speech.line
        self._say(speech)
        self._end_paragraph()

    def _names(self, pointers: str) -> str:
        """Return who *pointers* such as ``#A #B`` mean."""
        ids = [pointer.rpartition('#')[2] for pointer in pointers.split()]
        names = [self._people[i].name if i in self._people else i for i in ids]
        return ' & '.join(names)

    def _say(self, element: Element) -> None:
        for part in element.parts:
            if isinstance(part, str):
                self._words.add(part)
            elif _is_silent(part, element):
                continue
            elif part.tag in _SPEECHES:
                self._interrupt(part)
            elif part.tag in _EVENTS:
                self._happen(part)
            elif part.tag in _PARAGRAPHS and element.tag in _SPEECHES:
                self._end_paragraph()
                self._line = part.line
                self._say(part)
                self._end_paragraph()
            elif part.tag == 'anchor' and not self._words:
                self._start = self._times.get(part.get('synch').lstrip('#'), self._start)
            else:
                self._say_inside(part)

    def _interrupt(self, speech: Element) -> None:
        """Let somebody else speak within a speech."""
        speaker = self._speaker
        self._end_paragraph()
        self._speech(speech, speech)
        self._speaker, self._line = speaker, speech.line

    def _say_inside(self, element: Element) -> None:
        """Say the words of an element that is no paragraph."""
        join = element.get('join')
        if element.tag in _WHOLE:
            self._words.start_word(is_joined=join in {'left', 'both'})
        elif element.tag in _ENDS and element.get('break') != 'no':
            self._words.add(' ')
        self._say(element)
        if element.tag in _WHOLE:
            self._words.end_word(is_joined=join in {'right', 'both'})

    def _happen(self, event: Element) -> None:
        """Put an event into the words if it can't be taken for one of them, else on its own."""
        what = _happening(event, self._language)
        if what and split_directions(f'[{what}]') == [(f'[{what}]', True)]:
            self._words.add(f' [{what}] ')
        elif what:
            self._end_paragraph()
            self._tell(what, event.line, self._speaker)
            self._line = event.line

    def _end_paragraph(self) -> None:
        text = self._words.text()
        if text:
            self.cues.append(Cue(self._start, None, text, self._line, self._speaker))
            self._start = None
        self._words = SpokenWords()


def _is_silent(element: Element, parent: Element) -> bool:
    """Whether the words of an element aren't shown."""
    match element.tag:
        case 'del':
            return element.get('type') not in _TAKEN_BACK
        case tag if tag in _REPLACED:
            return parent.tag == 'choice' and bool(parent.children(*_READINGS))
        case tag:
            return tag in _SILENT


def _is_told(element: Element) -> bool:
    """Whether an element between the speeches is words that nobody says, and no more."""
    has_words = any(isinstance(part, str) and not part.isspace() for part in element.parts)
    return (has_words or element.tag in _AROUND) and not any(element.inside(*_SPEECHES))


def _happening(event: Element, language: str) -> str:
    """Return what happens, in the *language* of the document if it is said in several."""
    told = event.children('desc')
    parts = [p for p in event.parts if isinstance(p, str) or p.tag != 'desc']
    beside = replace(event, parts=parts)
    told = [desc for desc in told if desc.get('lang') == language] or told
    what = '; '.join(filter(None, [beside.text(), *(desc.text() for desc in told)]))
    if not what and event.tag != 'note':
        what = event.get('reason') or event.get('type') or event.tag
    if what[:1] == '(' and what.find(')') == len(what) - 1:
        what = what[1:-1]
    return '' if _STAMP.fullmatch(what) else what.replace('[', '(').replace(']', ')').strip()


def _times(root: Element) -> dict[str, float]:
    """Return the points of the timeline: absolute, or so long after another one."""
    times: dict[str, float] = {}
    for timeline in root.inside('timeline'):
        unit = _UNITS.get(timeline.get('unit'), 1.0)
        for number, when in enumerate(timeline.inside('when')):
            since = times.get(when.get('since').lstrip('#'), 0.0)
            try:
                seconds: float | None = since + float(when.get('interval') or 'nan') * unit
            except ValueError:
                continue
            if when.get('absolute'):
                seconds = parse_time(when.get('absolute'))
            elif not number and not when.get('interval'):
                seconds = 0.0
            if seconds is not None and 0 <= seconds < 1e9:
                times[when.get('id')] = seconds
    return times
