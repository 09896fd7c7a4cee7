"""Whatever a recogniser leaves out or writes wrong: no crash, and no word is lost in silence."""

from __future__ import annotations

import json
import re

from conversation import read_file
from hypothesis import given
from hypothesis import strategies as st
from json_conversations import DOCUMENTS, NAMELESS_DOCUMENTS

from sphinxext.interview.transcript.formats.data import read_json
from sphinxext.interview.transcript.model import TranscriptError
from sphinxext.interview.transcript.source.decoding import number_lines

#: Words that are found again.
COUNTED = re.compile(r'w\d+w')
NOTHING = object()
VALUES = st.sampled_from(
    [
        NOTHING,
        None,
        0,
        1,
        2.5,
        7000,
        -1,
        1e300,
        '1',
        '00:00:07',
        '1.5s',
        'PT3S',
        'soon',
        '',
        [],
        {},
        True,
    ]
)
SPEAKERS = st.sampled_from(
    [
        NOTHING,
        None,
        0,
        1,
        1.0,
        'A',
        'Ada',
        'SPEAKER_00',
        '',
        '?',
        'unknown',
        'UU',
        [],
        {'name': 'Ada'},
        {},
        True,
    ]
)
KEYS = sorted(
    {
        key
        for document in (*DOCUMENTS.values(), *NAMELESS_DOCUMENTS.values())
        for key in re.findall(r'"([\w.]+)":', json.dumps(document))
    }
)


def keep(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not NOTHING}


def words(items, *, word: str, **more: str):
    """Return a word list for each item, whose times and speaker stand at each word."""
    return [
        keep(**{
            word: text, more['start']: start, more['end']: end, more['speaker']: speaker
        })
        for speaker, start, end, text in items
        for text in text.split()
    ]  # fmt: skip


def rows(items, text: str, speaker: str, start: str, end: str):
    return [keep(**{speaker: s, start: a, end: b, text: t}) for s, a, b, t in items]


WORD = {'start': 'start', 'end': 'end', 'speaker': 'speaker'}
#: A shape each, around items of speaker, start, end and text.
BUILDERS = {
    'whisper': lambda items: {'segments': rows(items, 'text', 'speaker', 'start', 'end')},
    'whisperx': lambda items: {
        'segments': [
            row | {'words': words([item], word='word', **WORD)}
            for row, item in zip(rows(items, 'text', 'speaker', 'start', 'end'), items, strict=True)
        ]
    },
    'one segment': lambda items: {
        'segments': [
            {'text': ' '.join(item[3] for item in items), 'words': words(items, word='word', **WORD)}
        ]
    },
    'openai': lambda items: {
        'text': ' '.join(item[3] for item in items),
        'words': [word | {'start': 1} for word in words(items, word='word', **WORD)],
    },
    'podcast': lambda items: {'segments': rows(items, 'body', 'speaker', 'startTime', 'endTime')},
    'assemblyai': lambda items: {'utterances': rows(items, 'text', 'speaker', 'start', 'end')},
    'deepgram': lambda items: {
        'results': {'channels': [{'alternatives': [{'words': words(items, word='word', **WORD)}]}] * 1}
    },
    'deepgram tracks': lambda items: {
        'results': {
            'channels': [
                {'alternatives': [{'words': words([item], word='word', **WORD)}]} for item in items
            ]
        }
    },
    'elevenlabs': lambda items: {
        'language_probability': 1,
        'words': [
            part
            for word in words(items, word='text', **WORD | {'speaker': 'speaker_id'})
            for part in (word | {'type': 'word'}, {'type': 'spacing', 'text': ' '})
        ],
    },
    'aws': lambda items: {
        'results': {
            'items': [
                word | {'type': 'pronunciation', 'alternatives': [{'content': word['text']}]}
                for word in words(
                    items, word='text', start='start_time', end='end_time', speaker='speaker_label'
                )
            ]
        }
    },
    'google': lambda items: {
        'results': [
            {
                'alternatives': [
                    {
                        'transcript': item[3],
                        'words': words(
                            [item], word='word', start='startTime', end='endTime', speaker='speakerTag'
                        ),
                    }
                ]
            }
            for item in items
        ]
    },
    'azure': lambda items: {
        'recognizedPhrases': [
            keep(offsetInTicks=start, durationInTicks=end, speaker=speaker, nBest=[{'display': text}])
            for speaker, start, end, text in items
        ]
    },
    'ibm': lambda items: {
        'results': [
            {'alternatives': [{'transcript': text, 'timestamps': [[w, 1, 2] for w in text.split()]}]}
            for _, _, _, text in items
        ],
        'speaker_labels': [keep(**{'from': 1, 'speaker': item[0]}) for item in items],
    },
    'revai': lambda items: {
        'monologues': [
            keep(speaker=speaker, elements=[keep(type='text', value=text, ts=start, end_ts=end)])
            for speaker, start, end, text in items
        ]
    },
    'speechmatics': lambda items: {
        'results': [
            keep(type='word', start_time=start, end_time=end, channel=speaker, alternatives=[{'content': word}])
            for speaker, start, end, text in items
            for word in text.split()
        ]
    },
    'blocks': lambda items: [
        keep(speaker=speaker, words=[keep(text=word, start=1, end=end) for word in text.split()])
        for speaker, _, end, text in items
    ],
    'paper edit': lambda items: {
        'words': [{'text': word, 'start': at} for at, item in enumerate(items) for word in item[3].split()],
        'paragraphs': [{'start': 0, 'speaker': item[0] if item[0] is not NOTHING else 1} for item in items],
    },
}  # fmt: skip


@st.composite
def documents(draw) -> str:
    """Draw a document of a known shape in which each word has a number."""
    count = draw(st.integers(1, 6))
    items = [
        (
            draw(SPEAKERS),
            draw(VALUES),
            draw(VALUES),
            f'w{number}0w said{draw(st.sampled_from(["", ".", "?", " “w"]))} w{number}1w',
        )
        for number in range(count)
    ]
    return json.dumps(
        draw(st.sampled_from(sorted(BUILDERS)))
        and BUILDERS[draw(st.sampled_from(sorted(BUILDERS)))](items)
    )


@given(documents())
def test_no_word_of_a_known_shape_is_lost(source):
    try:
        transcript = read_file('talk.json', source)
    except TranscriptError as error:
        assert error.finding.code == 'json_unknown'  # noqa: PT017
        return
    shown = ' '.join(p.text for turn in transcript.turns for p in turn.paragraphs)
    assert sorted(COUNTED.findall(shown)) == sorted(set(COUNTED.findall(source)))


_ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.sampled_from(['', ' ', 'a', '1', '0:01']),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*KEYS, 'items', 'timestamps', 'from']), inner, max_size=6
        )
    ),
    max_leaves=40,
)


@st.composite
def mutated(draw) -> object:
    """Draw a document of a known shape with some values replaced."""
    document = json.loads(
        json.dumps(draw(st.sampled_from([*DOCUMENTS.values(), *NAMELESS_DOCUMENTS.values()])))
    )
    for _ in range(draw(st.integers(1, 3))):
        place = document
        while True:
            inner = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not inner:
                break
            key = draw(st.sampled_from(inner))
            if isinstance(place[key], dict | list) and draw(st.integers(0, 3)):
                place = place[key]
                continue
            place[key] = draw(_ANY)
            break
    return document


@given(_ANY | mutated())
def test_any_json_is_read_or_refused(document):
    try:
        captions = read_json(number_lines(json.dumps(document)))
    except TranscriptError as error:
        assert error.finding.code in {'json_unknown', 'no_cue'}  # noqa: PT017
        return
    assert captions.cues
    assert all(cue.text and cue.line for cue in captions.cues)
    assert all(cue.start is None or cue.start >= 0 for cue in captions.cues)


@st.composite
def conversations(draw) -> tuple[str, dict[str, str]]:
    """Draw a document in which everybody is named, and who says each numbered word."""
    speakers = draw(st.lists(st.sampled_from(['Ada', 'Bo', 'Cy']), min_size=1, max_size=8))
    items = [
        (
            speaker,
            at * 3,
            at * 3 + 2,
            f'w{at}0w said{draw(st.sampled_from(["", ".", ","]))} w{at}1w',
        )
        for at, speaker in enumerate(speakers)
    ]
    builder = draw(st.sampled_from(sorted(BUILDERS.keys() - TIMELESS)))
    said = {f'w{at}{n}w': speaker for at, speaker in enumerate(speakers) for n in (0, 1)}
    return json.dumps(BUILDERS[builder](items)), said


#: Builders whose words have no times of their own, or whose speakers are tracks.
TIMELESS = {'ibm', 'paper edit', 'deepgram tracks', 'speechmatics', 'blocks'}


@given(conversations())
def test_nobody_says_what_another_said(drawn):
    source, said = drawn
    transcript = read_file('talk.json', source)
    assert {
        word: speaker.name
        for turn in transcript.turns
        for speaker in turn.speakers
        for word in COUNTED.findall(turn.text)
    } == said
