"""Whatever stands where in captions: no word is lost, and none gets a name it didn't have."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from conversation import read_file
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.model import Speaker, Transcript, TranscriptError, Turn

#: Words that are found again.
COUNTED = re.compile(r'W\d+w')
NAMES = ['Ada Field', 'TOM', 'Grace Hill', 'Zoé', 'Спикер №1', '小明']
PEOPLE = (
    Speaker('Ada Field', 'interviewer'),
    Speaker('Grace Hill', 'interviewee'),
    Speaker('Tom', 'participant'),
)
#: How a name stands before words, on a line of its own or not, and how nobody's does.
NAMED = [
    '{}: ', '{} : ', '{}： ', '{}:\n', '- {}: ', '-{}: ', '— {}: ', '>> {}: ', '>>{}: ', '>>> {}:\n',
    '[{}]: ', '({}): ', '[{}] ', '({}) ', '[{}]\n', '<v {}>', '- <v {}>', '[laughs] {}: ',
    '\ufeff{}: ', '\u200e- {}: ',
]  # fmt: skip
CHANGED = ['- ', '-', '— ', '–', '>> ', '>>', '- [sighs] ', '>> [sighs] ']
#: What stands between words, alone or not, and is no name.
BETWEEN = [
    '', '', '', '[Music]\n', '\n[APPLAUSE]\n', '♪♪\n', '(laughs) ', ' -- ', '10:30 ', '[',
    ')', '♪ ', 'a < b ', 'a <b ', '<i and so> ', '&amp; ', '<i>', '</i>', '{\\an8}', '<00:00:01.000>', '<c>', '<br>', '\n',
    ' - ', 'https://bread.example/ ', 'the rule: ', '\\', '"', '(LAUGHING)\n', 'LAUGHTER\n',
]  # fmt: skip


FIRST = ['', '', '"', '[laughs] ', '(laughs) ', '<i>', '♪ ']


class File(NamedTuple):
    """Captions, and who may say each of the words."""

    name: str
    text: str
    said: dict[str, str]


@st.composite
def captions(draw: st.DrawFn) -> File:
    """Draw a file with names and marks at the start of what somebody says, anywhere in a cue."""
    suffix = draw(st.sampled_from(['.vtt', '.srt']))
    forms = draw(st.lists(st.sampled_from(NAMED), min_size=1, max_size=3))
    marks = draw(st.lists(st.sampled_from(CHANGED), min_size=1, max_size=2))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    end = draw(st.sampled_from(['.', '.', '?', '']))
    said: dict[str, str] = {}
    cues: list[str] = ['']
    for _ in range(draw(st.integers(1, 12))):
        name = draw(st.sampled_from([*names, *names, '']))
        form = draw(st.sampled_from(forms if name else marks))
        new_cue = draw(st.booleans()) or '<v' in form + cues[-1]
        cues += [''] if new_cue and cues[-1] else []
        words = form.format(name)
        for number in range(draw(st.integers(1, 4))):
            word = f'W{len(said)}w'
            said[word] = name
            words += f'{draw(st.sampled_from(BETWEEN if number else FIRST))}{word} '
            if draw(st.integers(0, 5)) == 0:
                cues[-1] += words
                words = ''
                cues.append('')
        if words:
            cues[-1] += f'{words.rstrip()}{end}\n'
        else:
            cues[-2] = f'{cues[-2].rstrip()}{end}\n'
    return File(f'talk{suffix}', _written(cues, suffix), said)


def _written(cues: list[str], suffix: str) -> str:
    comma = ',' if suffix == '.srt' else '.'
    blocks = [
        f'{number}\n00:00:{number:02}{comma}000 --> 00:00:{number + 1:02}{comma}000\n'
        + '\n'.join(line for line in text.split('\n') if line.strip())
        for number, text in enumerate(cues)
    ]
    return '\n\n'.join([*(['WEBVTT'] if suffix == '.vtt' else []), *blocks]) + '\n'


def read(file: File, people: tuple[Speaker, ...]) -> Transcript | None:
    try:
        return read_file(file.name, file.text, people)
    except TranscriptError:
        return None


@given(captions(), st.sampled_from([(), PEOPLE, PEOPLE[:1]]))
def test_every_word_is_shown_or_in_a_warning(file, people):
    transcript = read(file, people)
    assert transcript is not None
    shown = [
        paragraph.text
        for item in transcript.items
        for paragraph in (item.paragraphs if isinstance(item, Turn) else [item])
    ]
    warned = [finding.text for finding in transcript.findings]
    assert set(COUNTED.findall(' '.join(shown + warned))) == set(file.said)
    assert COUNTED.findall(' '.join(shown)) == list(file.said)


@given(captions(), st.sampled_from([(), PEOPLE]))
def test_no_word_is_under_a_name_that_it_did_not_have(file, people):
    transcript = read(file, people)
    assert transcript is not None
    for turn in transcript.turns:
        for word in COUNTED.findall(turn.text):
            for speaker in turn.speakers:
                assert speaker.name.casefold() == file.said[word].casefold(), word


@pytest.mark.parametrize('people', [(), PEOPLE])
@pytest.mark.parametrize('form', [*NAMED, '{}\n'])
@pytest.mark.parametrize('suffix', ['.vtt', '.srt'])
def test_where_every_cue_has_a_name_every_word_is_under_it(suffix, form, people):
    names = ['Ada Field', 'Grace Hill', 'Ada Field', 'Tom', 'Grace Hill', 'Ada Field']
    cues = [f'{form.format(name)}W{n}w is said.' for n, name in enumerate(names)]
    transcript = read_file(f'talk{suffix}', _written(cues, suffix), people)
    found = [
        (speaker.name, word)
        for turn in transcript.turns
        for speaker in turn.speakers
        for word in COUNTED.findall(turn.text)
    ]
    assert found == [(name, f'W{n}w') for n, name in enumerate(names)]
