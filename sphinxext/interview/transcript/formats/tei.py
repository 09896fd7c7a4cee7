"""TEI: the utterances of a transcription of speech.

Source: TEI P5 Guidelines, chapter 8, “Transcriptions of Speech”: ``u`` with ``who`` and ``start``,
``person`` in ``particDesc``, ``when`` in ``timeline``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from ..captions.cues import Captions, Cue
from ..model import Speaker, TranscriptError
from ..people.words import role_of
from ..speech.times import parse_time

if TYPE_CHECKING:
    from ..model import Line

#: Elements whose words are no speech of the utterance.
_SILENT = frozenset({'del', 'teiHeader'})
#: Events; a ``desc`` inside says what happens.
_EVENTS = frozenset({'pause', 'vocal', 'kinesic', 'incident', 'gap'})
#: Elements of the header whose words are kept.
_NAMING = frozenset({'persName', 'title'})
_DEPTH = 1000


def read_tei(lines: list[Line]) -> Captions:
    """Read the utterances of a TEI document.

    :raises TranscriptError: ``xml_invalid``
    """
    first = lines[0][0] if lines else 1
    handler = _Handler(first)
    try:
        handler.parser.Parse('\n'.join(text for _, text in lines).encode('utf-8'), True)
    except expat.ExpatError as error:
        message = f'this is no XML: {expat.ErrorString(error.code)}, column {error.offset + 1}'
        raise TranscriptError('xml_invalid', first + error.lineno - 1, message) from error
    return Captions(
        handler.cues,
        metadata=handler.metadata,
        people=tuple(handler.people.values()),
        unnamed='unknown',
        is_cue_a_paragraph=True,
    )


class _Handler:
    """Listens to the parser, which knows the line of everything."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.cues: list[Cue] = []
        self.people: dict[str, Speaker] = {}
        self.metadata: dict[str, str] = {}
        self.times: dict[str, float] = {}
        self.path: list[str] = []
        self.words: list[str] = []
        self.speaker = self.person = ''
        self.start: float | None = None
        self.line = 0
        parser = expat.ParserCreate('utf-8')
        parser.buffer_text = True
        parser.StartElementHandler = self.open
        parser.EndElementHandler = self.close
        parser.CharacterDataHandler = self.hear
        parser.EntityDeclHandler = self.refuse_entity
        self.parser = parser

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(':')[2]
        self.path.append(tag)
        if len(self.path) > _DEPTH:
            self._fail('the elements are nested too deep')
        match tag:
            case 'person' | 'personGrp':
                self.person = attributes.get('xml:id', '')
                role = role_of(attributes.get('role', '').casefold())
                self.people[self.person] = Speaker(self.person, role, (self.person,))
            case 'when':
                self._note_time(attributes)
            case 'u':
                self.words, self.line = [], self.first + self.parser.CurrentLineNumber - 1
                self.speaker = attributes.get('who', '')
                self.start = self.times.get(attributes.get('start', '').lstrip('#'))
            case 'persName' | 'title' | 'desc':
                self.words = [] if tag != 'desc' else self.words
        if tag in _EVENTS and 'u' in self.path:
            self.words.append(' [')
            if tag in {'pause', 'gap'}:
                self.words.append(attributes.get('reason', tag))

    def hear(self, text: str) -> None:
        if not _SILENT.intersection(self.path) or _NAMING.intersection(self.path):
            self.words.append(text)

    def close(self, tag: str) -> None:
        tag = tag.rpartition(':')[2]
        text = ' '.join(''.join(self.words).split())
        self.path.pop()
        if tag in _EVENTS and 'u' in self.path:
            self.words.append('] ')
        elif tag == 'u':
            text = text.replace('[ ', '[').replace(' ]', ']')
            self.cues.append(Cue(self.start, None, text, self.line, self._name()))
        elif tag == 'persName' and self.person in self.people and text:
            old = self.people[self.person]
            self.people[self.person] = Speaker(text, old.role, old.labels)
        elif tag == 'title' and self.path[-1:] == ['titleStmt'] and text:
            self.metadata.setdefault('title', text)

    def refuse_entity(self, *declaration: object) -> None:
        """Entities may stand for any number of words; none of a transcript needs them."""
        self._fail('entity declarations are not read')

    def _name(self) -> str:
        ids = [name.lstrip('#') for name in self.speaker.split()]
        return ' & '.join(self.people[i].name if i in self.people else i for i in ids)

    def _note_time(self, attributes: dict[str, str]) -> None:
        """Note a point of the timeline: absolute, or so many seconds after another one."""
        since = self.times.get(attributes.get('since', '').lstrip('#'), 0.0)
        absolute = attributes.get('absolute', '')
        try:
            seconds = since + float(attributes['interval']) if 'interval' in attributes else None
        except ValueError:
            return
        seconds = parse_time(absolute) if absolute else seconds
        if seconds is not None and 0 <= seconds < 1e9:
            self.times[attributes.get('xml:id', '')] = seconds

    def _fail(self, message: str) -> NoReturn:
        line = self.first + self.parser.CurrentLineNumber - 1
        raise TranscriptError('xml_invalid', line, message)
