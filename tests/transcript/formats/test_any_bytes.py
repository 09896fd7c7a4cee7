"""Whatever is in a file: it is read, or refused with a line."""

from __future__ import annotations

import json
import re

import pytest
from conversation import FORMATS, NAMELESS, read_file
from hypothesis import given
from hypothesis import strategies as st
from reading import PEOPLE

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.formats.registry import FORMATS as READ
from sphinxext.interview.transcript.model import Transcript, TranscriptError, Turn

FILES = {
    name: content if isinstance(content, bytes) else content.encode()
    for name, content in (FORMATS | NAMELESS).items()
}
NAMES = st.sampled_from(
    [f'talk{suffix}' for form in READ for suffix in form.suffixes] + ['talk', 'talk.unknown']
)
PEOPLE_OR_NONE = st.sampled_from([PEOPLE, ()])
#: What makes a file be taken for one of a format.
STARTS = st.sampled_from([
    b'', b'WEBVTT\n\n', b'WEBVTT\n00:00.000 --> 00:01.000\n', b'1\n00:00:01,000 --> 00:00:02,000\n',
    b'0:00:01.000,0:00:04.000\n', b'{"segments": [', b'{"results": {', b'[{"start": 0, "text": "',
    b'speaker,words\n', b'start\tend\ttext\n', b'<?xml version="1.0"?><TEI><u who="#A">', b'<TEI>',
    b'<tt><body><p begin="', b'@UTF8\n@Begin\n*ADA:\t', b'PK\x03\x04', b'---\ntitle: x\n---\n', b'\xff\xfe', b'\xef\xbb\xbf',
])  # fmt: skip
_CUES = '<>/v .:&;-\n\t0123456789,|[](){}"\'*#Ab\u200f漢ß'
TEXTS = st.text(st.sampled_from(_CUES), max_size=200) | st.text()


def check(name: str, data: bytes, people) -> Transcript | None:
    try:
        transcript = read_file(name, data, people)
    except TranscriptError as error:
        assert error.finding.level == 'error'  # noqa: PT017
        assert error.finding.line >= 1  # noqa: PT017
        assert error.finding.text  # noqa: PT017
        return None
    _, findings = exchanges(transcript.items)
    assert all(finding.line >= 1 for finding in (*transcript.findings, *findings))
    assert (
        transcript.turns
        or any(f.level == 'error' for f in transcript.findings)
        or (transcript.items)
    )
    assert all(p.text for turn in transcript.turns for p in turn.paragraphs)
    return transcript


@given(STARTS, st.binary(), NAMES, PEOPLE_OR_NONE)
def test_any_bytes(start, data, name, people):
    check(name, start + data, people)


@given(STARTS, TEXTS, NAMES, PEOPLE_OR_NONE)
def test_any_text(start, text, name, people):
    check(name, start + text.encode('utf-8', 'replace'), people)


@st.composite
def mutated_files(draw) -> tuple[str, bytes]:
    """Draw a valid file with some bytes taken out, put in, doubled or moved."""
    name = draw(st.sampled_from(sorted(FILES)))
    data = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        end = min(end, start + draw(st.sampled_from([1, 4, 40, 4000])))
        piece = draw(
            st.sampled_from([b'', data[start:end] * 2, b'\n', b'"', b'<', b'-->', b'0', b':'])
        )
        data = data[:start] + piece + data[end:]
    return name, data


@given(mutated_files(), PEOPLE_OR_NONE)
def test_mutations_of_valid_files(file, people):
    name, data = file
    check(name, data, people)


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                'segments text start end speaker words word utterances results channels alternatives '
                'items content transcription offsets from to body startTime paragraphs sentences '
                'speaker_labels type transcript start_time speaker_label language'.split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(_JSON)
def test_any_json(document):
    check('talk.json', json.dumps(document).encode(), ())


#: Words that are found again.
_COUNTED = re.compile(r'w\d+w')


@st.composite
def numbered_captions(draw) -> str:
    """Draw captions, more or less right, in which each word has a number."""
    lines = ['WEBVTT', '']
    for number in range(draw(st.integers(1, 12))):
        timing = draw(st.sampled_from([
            f'00:{number:02}.000 --> 00:{number + 1:02}.000', f'{number}.5 --> {number}.9',
            f'00:00:{number:02},000 --> 00:00:{number + 1:02},000', '',
        ]))  # fmt: skip
        start = draw(
            st.sampled_from(['', '<v Ada>', '<v Bo>', 'Ada: ', '- ', '>> ', '<i>', 'a < '])
        )
        number_line = draw(st.sampled_from(['', '\n', f'{number}\n', '\n\n', 'id\n']))
        lines.append(
            f'{number_line}{timing}\n{start}w{number}w said{draw(st.sampled_from(["", "."]))}'
        )
        # Above a timing without a blank line between them, words are a cue's identifier
        lines += [''] * draw(st.integers(0 if timing else 1, 2))
    return '\n'.join(lines)


@given(numbered_captions())
def test_no_word_of_captions_is_lost_without_a_word_about_it(text):
    transcript = check('talk.vtt', text.encode(), ())
    if transcript is None:
        return
    shown = ' '.join(
        f'{[s.name for s in turn.speakers]} {p.text}'
        for turn in transcript.turns
        for p in turn.paragraphs
    )
    reported = ' '.join(f.text for f in transcript.findings if f.code == 'cue_dropped')
    assert set(_COUNTED.findall(shown + reported)) == set(_COUNTED.findall(text))
    kept = list(dict.fromkeys(_COUNTED.findall(shown)))
    assert kept == sorted(kept, key=lambda word: int(word.strip('w')))


@given(st.sampled_from(sorted(FILES)))
def test_reading_twice_gives_the_same(name):
    assert read_file(name, FILES[name]) == read_file(name, FILES[name])


def test_items_hold_turns():
    for name, data in FILES.items():
        assert isinstance(read_file(name, data).items[0], Turn), name


@pytest.mark.parametrize('name', sorted(FILES))
@pytest.mark.parametrize('data', [b'', b' ', b'\n\n', b'\xef\xbb\xbf', b'\0'])
def test_a_file_of_almost_nothing_is_an_error(name, data):
    transcript = check(name, data, ())
    assert transcript is None or not transcript.turns or data == b'\0'
