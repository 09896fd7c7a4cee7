"""One conversation in every format that is read."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from sphinxext.interview.transcript.formats import file_lines, read, recognise
from sphinxext.interview.transcript.source.head import split_metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinxext.interview.transcript.model import Speaker, Transcript

ADA, GRACE = 'Ada Reader', 'Grace Keeper'


class Said(NamedTuple):
    """A paragraph."""

    speaker: str
    start: int
    end: int
    words: str


SAID = (
    Said(ADA, 0, 3, 'How long does it take?'),
    Said(GRACE, 4, 8, 'Two hours, if nobody practises “next door”.'),
    Said(GRACE, 11, 14, 'With the window open & the kettle on: three.'),
    Said(ADA, 15, 17, 'And when did you begin?'),
    Said(GRACE, 65, 70, 'When I was nine.'),
)


def stamp(seconds: int, fraction: str = '.000', hours: int = 2) -> str:
    return f'{seconds // 3600:0{hours}}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}'


def minutes(said: Said) -> str:
    return stamp(said.start, '')[3:]


def text(talk: Sequence[Said], form: str, *, again: str = '', joint: str = '\n\n') -> str:
    """Write turns by *form*, and further paragraphs of a turn by *again*."""
    parts = []
    before = ''
    for said in talk:
        pattern = form if said.speaker != before else again or '[{short}] {words}'
        short = minutes(said)
        parts.append(pattern.format(name=said.speaker, short=short, words=said.words))
        before = said.speaker
    return joint.join(parts) + '\n'


def vtt(talk: Sequence[Said], form: str) -> str:
    cues = (
        f'{stamp(said.start)} --> {stamp(said.end)}\n'
        + form.format(name=said.speaker, words=said.words.replace('&', '&amp;'))
        for said in talk
    )
    return '\n\n'.join(['WEBVTT', *cues]) + '\n'


def srt(talk: Sequence[Said]) -> str:
    return '\n\n'.join(
        f'{number}\n{stamp(said.start, ",000")} --> {stamp(said.end, ",000")}\n'
        f'{said.speaker}: {said.words}'
        for number, said in enumerate(talk, 1)
    )


def sbv(talk: Sequence[Said]) -> str:
    return '\n\n'.join(
        f'{stamp(said.start, hours=1)},{stamp(said.end, hours=1)}\n{said.speaker}: {said.words}'
        for said in talk
    )


def segments(talk: Sequence[Said], **names: str) -> list[dict[str, object]]:
    """Return objects whose keys are *names*' values: speaker, start, end, words."""
    return [
        {theirs: getattr(said, ours) for ours, theirs in names.items()} | {'id': number}
        for number, said in enumerate(talk)
    ]


def milliseconds(items: list[dict[str, object]]) -> list[dict[str, object]]:
    return [item | {'start': item['start'] * 1000, 'end': item['end'] * 1000} for item in items]


def aws(talk: Sequence[Said]) -> dict[str, object]:
    items: list[dict[str, object]] = []
    for said in talk:
        words = said.words.split()
        for number, word in enumerate(words):
            last = word[-1] if word[-1] in '.?:,' else ''
            step = (said.end - said.start) / len(words)
            items.append(
                {
                    'type': 'pronunciation',
                    'start_time': f'{said.start + number * step:.2f}',
                    'end_time': f'{said.start + (number + 1) * step:.2f}',
                    'speaker_label': said.speaker,
                    'alternatives': [{'content': word.removesuffix(last), 'confidence': '1'}],
                }
            )
            if last:
                items.append({'type': 'punctuation', 'alternatives': [{'content': last}]})
    return {'jobName': 'x', 'results': {'items': items, 'transcripts': []}}


def deepgram(talk: Sequence[Said], *, paragraphs: bool) -> dict[str, object]:
    if not paragraphs:
        return {
            'results': {
                'utterances': segments(
                    talk, speaker='speaker', start='start', end='end', words='transcript'
                )
            }
        }
    found = [
        {
            'speaker': said.speaker,
            'sentences': [{'text': said.words, 'start': said.start, 'end': said.end}],
        }
        for said in talk
    ]
    alternative = {'transcript': '', 'paragraphs': {'paragraphs': found}}
    return {'results': {'channels': [{'alternatives': [alternative]}]}}


def table(talk: Sequence[Said]) -> str:
    rows = ['timestamp,speaker,words,tags']
    rows += [f'[{stamp(s.start)}],{s.speaker},"{s.words}",' for s in talk]
    return '\n'.join(rows) + '\n'


def chat(talk: Sequence[Said]) -> str:
    lines = [
        '@UTF8',
        '@Begin',
        '@Participants:\tADA Ada_Reader Investigator, GRA Grace_Keeper Adult',
    ]
    for said in talk:
        label = 'ADA' if said.speaker == ADA else 'GRA'
        words = said.words.replace(' hours', '\n\thours')
        lines.append(f'*{label}:\t{words} •{said.start * 1000}_{said.end * 1000}•')
        lines.append('%mor:\tn|word')
    return '\n'.join([*lines, '@End'])


def tei(talk: Sequence[Said]) -> str:
    points = ''.join(f'<when xml:id="T{s.start}" interval="{s.start}" since="#T0"/>' for s in talk)
    spoken = '\n'.join(
        f'<u who="#{"AR" if s.speaker == ADA else "GK"}" start="#T{s.start}">'
        + s.words.replace('&', '&amp;')
        + '</u>'
        for s in talk
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc>
<person xml:id="AR"><persName>{ADA}</persName></person>
<person xml:id="GK"><persName>{GRACE}</persName></person>
</particDesc></profileDesc></teiHeader>
<text><timeline>{points}</timeline><body>{spoken}</body></text></TEI>"""


_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:body>{body}</w:body></w:document>'
)


def docx(body: str) -> bytes:
    """Return a Word document with this body."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            'word/document.xml', _DOCUMENT.format(body=body).encode('utf-8', 'replace')
        )
    return data.getvalue()


def run(words: str, *, bold: bool = False) -> str:
    properties = '<w:rPr><w:b/></w:rPr>' if bold else ''
    words = words.replace('&', '&amp;')
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def word_paragraphs(talk: Sequence[Said]) -> bytes:
    """Write a label in bold, the time in brackets, and the words."""
    body, before = '', ''
    for said in talk:
        label = run(f'{said.speaker}: ', bold=True) if said.speaker != before else ''
        body += f'<w:p>{label}{run(f"[{minutes(said)}] {said.words}")}</w:p>'
        before = said.speaker
    return docx(body)


def word_of_teams(talk: Sequence[Said]) -> bytes:
    """Write name and time in bold, a line break, and the words."""
    return docx(
        ''.join(
            f'<w:p>{run(s.speaker, bold=True)}{run("   0:" + minutes(s))}'
            f'<w:r><w:br/></w:r>{run(s.words)}</w:p>'
            for s in talk
        )
    )


def word_table(talk: Sequence[Said]) -> bytes:
    return docx(
        '<w:tbl>'
        + ''.join(
            '<w:tr>'
            + ''.join(
                f'<w:tc><w:p>{run(cell)}</w:p></w:tc>' for cell in (minutes(s), s.speaker, s.words)
            )
            + '</w:tr>'
            for s in talk
        )
        + '</w:tbl>'
    )


NAMED = {'speaker': 'speaker', 'start': 'start', 'end': 'end'}


def formats(talk: Sequence[Said]) -> dict[str, str | bytes]:
    """Return file names with contents, in formats with all that *talk* has."""
    return {
        'plain.txt': text(talk, '{name}: [{short}] {words}'),
        'before.txt': text(talk, '[{short}] {name}: {words}'),
        'otter.txt': text(talk, '{name}  {short} \n{words}'),
        'sonix.txt': text(talk, '{name}: [00:{short}] {words}'),
        'rev.txt': text(talk, '{name} ({short}):\n{words}'),
        'riverside.txt': text(talk, '{name} ({short}.000)\n{words}'),
        'descript.txt': text(talk, '[{short}] {name}:\n{words}'),
        'bold.md': text(talk, '**{name}:** [{short}] {words}'),
        'voices.vtt': vtt(talk, '<v {name}>{words}</v>'),
        'zoom.vtt': vtt(talk, '{name}: {words}'),
        'captions.srt': srt(talk),
        'captions.sbv': sbv(talk),
        'whisperx.json': json.dumps({'segments': segments(talk, **NAMED, words='text')}),
        'openai.json': json.dumps(
            {
                'task': 'transcribe',
                'duration': 70,
                'segments': segments(talk, **NAMED, words='text'),
            },
            indent=1,
        ),
        'podcast.json': json.dumps(
            {
                'version': '1.0.0',
                'segments': segments(
                    talk, speaker='speaker', start='startTime', end='endTime', words='body'
                ),
            }
        ),
        'assemblyai.json': json.dumps(
            {'id': 'x', 'utterances': milliseconds(segments(talk, **NAMED, words='text'))}
        ),
        'deepgram.json': json.dumps(deepgram(talk, paragraphs=False)),
        'deepgram-paragraphs.json': json.dumps(deepgram(talk, paragraphs=True)),
        'aws.json': json.dumps(aws(talk)),
        'table.csv': table(talk),
        'talk.cha': chat(talk),
        'talk.xml': tei(talk),
        'bold.docx': word_paragraphs(talk),
        'teams.docx': word_of_teams(talk),
        'table.docx': word_table(talk),
    }


def nameless(talk: Sequence[Said]) -> dict[str, str]:
    """Return file names with contents, in formats that can't say who speaks."""
    return {
        'captions.vtt': vtt(talk, '{words}'),
        'whisper.json': json.dumps(
            {'language': 'en', 'segments': segments(talk, start='start', end='end', words='text')}
        ),
        'faster.json': json.dumps(segments(talk, start='start', end='end', words='text')),
        'whisper-cpp.json': json.dumps(
            {
                'transcription': [
                    {'offsets': {'from': s.start * 1000, 'to': s.end * 1000}, 'text': f' {s.words}'}
                    for s in talk
                ]
            }
        ),
        'whisper.tsv': 'start\tend\ttext\n'
        + ''.join(f'{s.start * 1000}\t{s.end * 1000}\t{s.words}\n' for s in talk),
    }


FORMATS = formats(SAID)
NAMELESS = nameless(SAID)


def read_file(name: str, content: str | bytes, people: tuple[Speaker, ...] = ()) -> Transcript:
    """Read a file as the extension does."""
    data = content.encode() if isinstance(content, str) else content
    head = split_metadata(file_lines(data))
    form, _ = recognise(head.lines, name)
    markup = 'markdown' if name.endswith('.md') else 'literal'
    return read(head.lines, form=form, people=people or head.people, markup=markup)
