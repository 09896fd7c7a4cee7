"""The one conversation as JSON of every shape that is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from conversation import ADA, GRACE, SAID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversation import Said

MARKS = '.,?:'


def word_times(said: Said) -> Iterator[tuple[str, float, float]]:
    """Return the words of a paragraph with start and end."""
    words = said.words.split()
    step = (said.end - said.start) / len(words)
    for number, word in enumerate(words):
        start = said.start + number * step
        yield word, round(start, 3), round(start + step, 3)


def tokens(said: Said) -> Iterator[tuple[str, float, float, bool]]:
    """Return words and punctuation marks apart, and whether it is a mark."""
    for word, start, end in word_times(said):
        bare = word.rstrip(MARKS)
        yield bare, start, end, False
        if bare != word:
            yield word[len(bare) :], end, end, True


def stamp(seconds: float) -> str:
    return f'{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}'


def all_words() -> list[tuple[Said, str, float, float]]:
    return [(said, word, start, end) for said in SAID for word, start, end in word_times(said)]


def whisperx_words() -> dict[str, Any]:
    """Write one segment, whose words have the speakers; one word has neither speaker nor time."""
    words: list[dict[str, Any]] = [
        {'word': word, 'start': start, 'end': end, 'speaker': said.speaker}
        for said, word, start, end in all_words()
    ]
    words[8] = {'word': words[8]['word']}
    text = ' '.join(said.words for said in SAID)
    return {
        'segments': [{'start': 0, 'end': 70, 'text': f' {text}', 'speaker': ADA, 'words': words}]
    }


def aws_channels() -> dict[str, Any]:
    def item(text: str, start: float, end: float, *, is_mark: bool) -> dict[str, Any]:
        kind: dict[str, Any] = {'type': 'punctuation' if is_mark else 'pronunciation'}
        times = {} if is_mark else {'start_time': f'{start:.3f}', 'end_time': f'{end:.3f}'}
        return kind | times | {'alternatives': [{'content': text, 'confidence': '0.9'}]}

    channels = [
        {
            'channel_label': name,
            'items': [
                item(text, start, end, is_mark=is_mark)
                for said in SAID
                if said.speaker == name
                for text, start, end, is_mark in tokens(said)
            ],
        }
        for name in (ADA, GRACE)
    ]
    return {'results': {'channel_labels': {'channels': channels}, 'items': [], 'transcripts': []}}


def google(*, version: int) -> dict[str, Any]:
    """Write results without speakers, and all words with them once more at the end."""
    start, end, tag = (
        ('startTime', 'endTime', 'speakerTag') if version == 1
        else ('startOffset', 'endOffset', 'speakerLabel')
    )  # fmt: skip
    plain = [
        {
            'alternatives': [
                {
                    'transcript': said.words,
                    'words': [
                        {start: f'{first}s', end: f'{last}s', 'word': word}
                        for word, first, last in word_times(said)
                    ],
                }
            ]
        }
        for said in SAID
    ]
    words: list[dict[str, Any]] = [
        {start: f'{first}s', end: f'{last}s', 'word': word, tag: said.speaker}
        for said, word, first, last in all_words()
    ]
    del words[0][start]  # what is zero is left out
    return {'results': [*plain, {'alternatives': [{'words': words}]}]}


def ibm() -> dict[str, Any]:
    return {
        'results': [
            {
                'final': True,
                'alternatives': [
                    {
                        'transcript': f'{said.words} ',
                        'timestamps': [list(word) for word in word_times(said)],
                    }
                ],
            }
            for said in SAID
        ],
        'speaker_labels': [
            {'from': start, 'to': end, 'speaker': said.speaker}
            for said, _, start, end in all_words()
        ],
    }


def speechmatics() -> dict[str, Any]:
    results = [
        {
            'type': 'punctuation' if is_mark else 'word',
            'start_time': start,
            'end_time': end,
            'alternatives': [{'content': text, 'speaker': said.speaker}],
        }
        | ({'attaches_to': 'previous'} if is_mark else {})
        for said in SAID
        for text, start, end, is_mark in tokens(said)
    ]
    return {'format': '2.9', 'results': results}


def speechmatics_1() -> dict[str, Any]:
    return {
        'job': {'lang': 'en'},
        'speakers': [
            {
                'name': said.speaker,
                'time': f'{said.start:.2f}',
                'duration': f'{said.end - said.start}',
            }
            for said in SAID
        ],
        'words': [
            {'name': text, 'time': f'{start:.3f}', 'duration': f'{end - start:.3f}'}
            for said in SAID
            for text, start, end, _ in tokens(said)
        ],
    }


def elevenlabs() -> dict[str, Any]:
    words = []
    for said, word, start, end in all_words():
        known = {'start': start, 'end': end, 'speaker_id': said.speaker}
        words += [{'text': word, 'type': 'word'} | known]
        words += [{'text': ' ', 'type': 'spacing'} | known | {'start': end}]
    return {'language_code': 'eng', 'language_probability': 0.9, 'words': words}


def revai(start: str, end: str, *, as_text: bool) -> dict[str, Any]:
    def element(text: str, first: float, last: float, *, is_mark: bool) -> dict[str, Any]:
        if is_mark:
            return {'type': 'punct', 'value': text}
        times = {start: stamp(first), end: stamp(last)} if as_text else {start: first, end: last}
        return {'type': 'text', 'value': text} | times

    monologues = []
    for number, said in enumerate(SAID):
        elements = []
        for text, first, last, is_mark in tokens(said):
            if elements and not is_mark:
                elements.append({'type': 'punct', 'value': ' '})
            elements.append(element(text, first, last, is_mark=is_mark))
        monologues.append(
            {
                'speaker': number % 2 if number < 2 else int(said.speaker == GRACE),
                'elements': elements,
            }
        )
    return {
        'speakers': [{'id': 0, 'name': ADA}, {'id': 1, 'name': GRACE}],
        'monologues': monologues,
    }


def blocks(words: str, text: str, start: str, end: str, scale: int = 1) -> list[dict[str, Any]]:
    """Return blocks of one speaker; *words* and the others are keys."""
    return [
        {
            'speaker': said.speaker,
            words: [
                {text: word, start: first * scale, end: last * scale}
                for word, first, last in word_times(said)
            ],
        }
        for said in SAID
    ]


def recall() -> list[dict[str, Any]]:
    return [
        {
            'participant': {'id': 7, 'name': said.speaker},
            'words': [
                {
                    'text': word,
                    'start_timestamp': {'relative': start, 'absolute': '2030-01-01T10:00:00Z'},
                    'end_timestamp': {'relative': end},
                }
                for word, start, end in word_times(said)
            ],
        }
        for said in SAID
    ]


def rows(**names: str) -> list[dict[str, Any]]:
    """Return an object a paragraph, with keys for its speaker, start, end and words."""
    return [{theirs: getattr(said, ours) for ours, theirs in names.items()} for said in SAID]


def scaled(items: list[dict[str, Any]], factor: int, *keys: str) -> list[dict[str, Any]]:
    return [item | {key: item[key] * factor for key in keys} for item in items]


NAMED = {'speaker': 'speaker', 'start': 'start', 'end': 'end'}
TEXT = NAMED | {'words': 'text'}
IN_MS = scaled(rows(**TEXT), 1000, 'start', 'end')
WORDS = [
    {'text': word, 'start': start, 'end': end, 'speaker': said.speaker}
    for said, word, start, end in all_words()
]
BARE = [{'word': w['text'], 'start': w['start'], 'end': w['end']} for w in WORDS]
ALL = ' '.join(said.words for said in SAID)

#: Documents with speakers, times and words.
DOCUMENTS: dict[str, Any] = {
    'whisperx, speakers at words': whisperx_words(),
    'insanely-fast-whisper': {
        'speakers': [
            {'speaker': s.speaker, 'timestamp': [s.start, s.end], 'text': f' {s.words}'}
            for s in SAID
        ],
        'chunks': [],
    },
    'whisper.cpp': {
        'transcription': [
            {
                'speaker': s.speaker,
                'timestamps': {'from': f'{stamp(s.start)}', 'to': f'{stamp(s.end)}'},
                'text': f' {s.words}',
            }
            for s in SAID
        ]
    },
    'podlove': [
        {
            'start': stamp(s.start),
            'end': stamp(s.end),
            'speaker': '3',
            'voice': s.speaker,
            'text': s.words,
        }
        for s in SAID
    ],
    'segments in milliseconds': {'segments': IN_MS},
    'segments in nanoseconds': {'segments': scaled(rows(**TEXT), 10**9, 'start', 'end')},
    'replicate': [{'output': {'segments': rows(**TEXT)}}],
    'assemblyai words': {
        'utterances': None,
        'words': [
            w | {'start': int(w['start'] * 1000), 'end': int(w['end'] * 1000)} for w in WORDS
        ],
    },
    'assemblyai sentences': {'sentences': IN_MS, 'id': 'x'},
    'assemblyai paragraphs': {'paragraphs': IN_MS, 'id': 'x'},
    'deepgram words': {
        'results': {
            'channels': [
                {
                    'alternatives': [
                        {
                            'words': [
                                w | {'word': w['text'].lower(), 'punctuated_word': w['text']}
                                for w in WORDS
                            ]
                        }
                    ]
                }
            ]
        }
    },
    'elevenlabs': elevenlabs(),
    'elevenlabs, two tracks': {
        'transcripts': [
            {
                'channel_index': track,
                'words': [w for w in elevenlabs()['words'] if w['speaker_id'] == name],
            }
            for track, name in enumerate((ADA, GRACE))
        ]
    },
    'gladia': {'result': {'transcription': {'full_transcript': ALL, 'utterances': rows(**TEXT)}}},
    'gladia 1': {
        'prediction': rows(
            speaker='speaker', start='time_begin', end='time_end', words='transcription'
        )
    },
    'rev.ai': revai('ts', 'end_ts', as_text=False),
    'rev.com': revai('timestamp', 'end_timestamp', as_text=True),
    'speechmatics': speechmatics(),
    'speechmatics 1': speechmatics_1(),
    'soniox': {
        'tokens': [
            {
                'text': f' {w["text"]}',
                'start_ms': w['start'] * 1000,
                'end_ms': w['end'] * 1000,
                'speaker': w['speaker'],
            }
            for w in WORDS
        ]
    },
    'aws channels': aws_channels(),
    'aws calls': {
        'Transcript': [
            {
                'BeginOffsetMillis': s.start * 1000,
                'EndOffsetMillis': s.end * 1000,
                'ParticipantId': 'A' if s.speaker == ADA else 'B',
                'Content': s.words,
            }
            for s in SAID
        ],
        'Participants': [
            {'ParticipantId': 'A', 'ParticipantRole': ADA},
            {'ParticipantId': 'B', 'ParticipantRole': GRACE},
        ],
    },
    'aws healthscribe': {
        'Conversation': {
            'TranscriptSegments': [
                {
                    'BeginAudioTime': s.start,
                    'EndAudioTime': s.end,
                    'Content': s.words,
                    'ParticipantDetails': {'ParticipantRole': s.speaker},
                }
                for s in SAID
            ]
        }
    },
    'google 1': google(version=1),
    'google 2, in a batch': {
        'results': {'gs://bucket/talk.wav': {'transcript': google(version=2)}}
    },
    'google, long running': {'name': '1', 'done': True, 'response': google(version=1)},
    'azure batch': {
        'recognizedPhrases': [
            {
                'speaker': s.speaker,
                'offset': f'PT{s.start}S',
                'offsetInTicks': s.start * 10**7,
                'durationInTicks': (s.end - s.start) * 10**7,
                'nBest': [{'display': s.words}],
            }
            for s in SAID
        ]
    },
    'azure batch, durations': {
        'recognizedPhrases': [
            {
                'speaker': s.speaker,
                'nBest': [{'display': s.words}],
                'offset': f'PT{s.start // 60}M{s.start % 60}S',
                'duration': f'PT{s.end - s.start}S',
            }
            for s in SAID
        ]
    },
    'azure fast': {
        'phrases': [
            {
                'speaker': s.speaker,
                'text': s.words,
                'offsetMilliseconds': s.start * 1000,
                'durationMilliseconds': (s.end - s.start) * 1000,
            }
            for s in SAID
        ]
    },
    'azure video indexer': {
        'videos': [
            {
                'insights': {
                    'speakers': [{'id': 1, 'name': ADA}, {'id': 2, 'name': GRACE}],
                    'transcript': [
                        {
                            'text': s.words,
                            'speakerId': 1 + (s.speaker == GRACE),
                            'instances': [
                                {'start': f'0:{stamp(s.start)[3:]}', 'end': stamp(s.end)}
                            ],
                        }
                        for s in SAID
                    ],
                }
            }
        ]
    },
    'ibm watson': ibm(),
    'digital paper edit': {
        'words': [{key: w[key] for key in ('text', 'start', 'end')} for w in WORDS],
        'paragraphs': rows(**NAMED),
    },
    'kaldi': {
        'retval': {
            'words': [
                {'word': b['word'].lower(), 'punct': b['word'], **b} | {'word': 'x'} for b in BARE
            ],
            'segmentation': {
                'segments': [{'start': s.start, 'speaker': {'@id': s.speaker}} for s in SAID]
            },
        }
    },
    'autoedit': {
        'text': [
            {
                'speaker': s.speaker,
                'paragraph': [
                    {
                        'line': [
                            {'text': w, 'startTime': a, 'endTime': b} for w, a, b in word_times(s)
                        ]
                    }
                ],
            }
            for s in SAID
        ]
    },
    'happy scribe': blocks('words', 'text', 'data_start', 'data_end'),
    'sonix': {'name': 'x', 'transcript': blocks('words', 'text', 'start_time', 'end_time')},
    'trint': {'transcript': {'segments': blocks('words', 'value', 'time', 'endTime', 1000)}},
    'gong': {
        'transcript': [
            {
                'speakerId': s.speaker,
                'sentences': [{'start': s.start * 1000, 'end': s.end * 1000, 'text': s.words}],
            }
            for s in SAID
        ]
    },
    'recall.ai': recall(),
    'fireflies': {
        'data': {
            'transcript': {
                'title': 'x',
                'sentences': rows(
                    speaker='speaker_name', start='start_time', end='end_time', words='text'
                ),
            }
        }
    },
    'fireflies, exported': [
        {
            'sentence': s.words,
            'startTime': stamp(s.start)[3:],
            'endTime': stamp(s.end)[3:],
            'speaker_name': s.speaker,
        }
        for s in SAID
    ],
    'invented': {
        'title': 'x',
        'transcript': [
            {'speaker': s.speaker, 'time': stamp(s.start)[3:8], 'text': s.words} for s in SAID
        ],
    },
    'invented, with a span': [
        {'who': s.speaker, 'time': f'{stamp(s.start)} --> {stamp(s.end)}', 'said': s.words}
        for s in SAID
    ],
    'invented, nested names': {
        'data': {
            'entries': [
                {'participant': {'name': s.speaker}, 'startMs': s.start * 1000, 'content': s.words}
                for s in SAID
            ]
        }
    },
}
#: Documents that don't say who speaks.
NAMELESS_DOCUMENTS: dict[str, Any] = {
    'hugging face words': [
        {'text': f' {w["text"]}', 'timestamp': [w['start'], w['end']]} for w in WORDS
    ],
    'hugging face segments': {
        'text': ALL,
        'chunks': [{'text': f' {s.words}', 'timestamp': [s.start, s.end]} for s in SAID],
    },
    'openai with words': {
        'text': ALL,
        'words': [b | {'word': b['word'].strip('“”' + MARKS)} for b in BARE if b['word'] != '&'],
    },
    'vosk': [
        {
            'result': [b | {'conf': 1} for b in BARE if s.start <= b['start'] < s.end],
            'text': s.words,
        }
        for s in SAID
    ],
    'gentle': {
        'transcript': ALL,
        'words': [b | {'case': 'success', 'alignedWord': 'x'} for b in BARE],
    },
    'youtube json3': {
        'wireMagic': 'pb3',
        'events': [
            {'tStartMs': 0, 'dDurationMs': 70_000, 'id': 1},
            *(
                {
                    'tStartMs': s.start * 1000,
                    'dDurationMs': (s.end - s.start) * 1000,
                    'segs': [{'utf8': f'{w} '} for w in s.words.split()],
                }
                for s in SAID
            ),
        ],
    },
    'youtube-transcript-api': [
        {'text': s.words, 'start': s.start, 'duration': s.end - s.start} for s in SAID
    ],
    'speech sdk': [
        {'DisplayText': s.words, 'Offset': s.start * 10**7, 'Duration': (s.end - s.start) * 10**7}
        for s in SAID
    ],
    'google without speakers': {'results': google(version=1)['results'][:-1]},
    'ibm without speakers': {'results': ibm()['results']},
}
#: Files with an object a line.
LINES = {
    'segments a line': '\n'.join(json.dumps(item) for item in rows(**TEXT)) + '\n',
    'results one behind the other': '\n'.join(json.dumps(item, indent=1) for item in rows(**TEXT)),
}
