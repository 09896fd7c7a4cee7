"""What holds for every transcript, whatever is in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reading import PEOPLE, read_lines

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.exchanges.slugs import slugify
from sphinxext.interview.transcript.model import (
    Exchange,
    Paragraph,
    Topic,
    Transcript,
    TranscriptError,
    Turn,
)
from sphinxext.interview.transcript.people.declared import parse_people
from sphinxext.interview.transcript.people.labels import find_label, key
from sphinxext.interview.transcript.source.decoding import decode, number_lines
from sphinxext.interview.transcript.source.head import split_metadata
from sphinxext.interview.transcript.source.part import select
from sphinxext.interview.transcript.speech.directions import split_directions
from sphinxext.interview.transcript.speech.questions import split_sentences

MARKUPS = st.sampled_from(['literal', 'rst', 'markdown'])
PARAGRAPHS = st.sampled_from(['auto', 'line', 'blank'])
PEOPLE_OR_NONE = st.sampled_from([PEOPLE, ()])

#: Words that are found again, for no label, time or address has one.
COUNTED = re.compile(r'w\d+w')
#: No part of a slug; letters of every script are, and the marks that belong to them.
SEPARATING = re.compile(r'[\s!-,./:-@\[-`{-~]')
_SIGNS = '[]()<>*_#`:：~♪|\\/&,;.?!-—“”{}+=\t \u3000\u00a0'
_NOISE = st.text(st.sampled_from(_SIGNS), max_size=4) | st.text(max_size=3)
_LABELS = [
    '',
    '',
    '',
    'Ada: ',
    'Grace: ',
    'GK：',
    '**Ada:** ',
    '__Grace__: ',
    '[Ada]: ',
    '>> Ada: ',
    'Pip: ',
    'Q: ',
    'A: ',
    'Ada & Grace: ',
    '[00:05] ',
    '0:99 ',
    'Ada [0:07]: ',
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '```',
    '    ',
    '\\Ada: ',
    'Ada\\: ',
    '[Ed.: ',
    '[laughs] ',
    '(sighs) ',
    'Note: ',
    'https://bread.example/',
    '♪ ',
    '[End of interview ',
    '...',
    '---',
    '===',
]


@st.composite
def numbered_transcripts(draw) -> str:
    """Draw lines of noise in which each word has a number, so that none can hide."""
    count = 0
    lines = []
    for _ in range(draw(st.integers(0, 12))):
        line = draw(st.sampled_from(_LABELS))
        for _ in range(draw(st.integers(0, 4))):
            line += f'{draw(_NOISE)} w{count}w '
            count += 1
        lines.append(line)
        lines += [''] * draw(st.integers(0, 2))
    return '\n'.join(lines)


def shown(transcript: Transcript) -> str:
    """Return everything that readers see, in order."""
    items = [*transcript.preamble, *transcript.items, *transcript.epilogue]
    texts: list[str] = []
    for item in items:
        if isinstance(item, Turn):
            texts += [speaker.name for speaker in item.speakers]
            texts += [f'{paragraph.text} {{#{item.slug}}}' for paragraph in item.paragraphs]
        else:
            texts.append(item.text if isinstance(item, Paragraph) else f'{item.title} {item.slug}')
    return '\n'.join(texts)


@given(numbered_transcripts(), MARKUPS, PARAGRAPHS, PEOPLE_OR_NONE)
def test_no_word_is_lost_or_moved(text, markup, paragraphs, people):
    assume(markup != 'markdown' or ']:' not in text)  # a link definition isn't shown
    transcript = read_lines(text, people, markup=markup, paragraphs=paragraphs)
    found = list(dict.fromkeys(COUNTED.findall(shown(transcript))))
    if people:  # inferred names may hold words; those stand before each of their turns
        assert found == COUNTED.findall(text)
    assert set(found) >= set(COUNTED.findall(text)) - set(inside_labels(text))


@given(st.text() | numbered_transcripts(), PARAGRAPHS, PEOPLE_OR_NONE)
def test_literal_speech_has_single_spaces_between_words_and_none_around(text, paragraphs, people):
    for turn in read_lines(text, people, paragraphs=paragraphs).turns:
        for said in turn.paragraphs:
            assert said.kind != 'speech' or said.text == ' '.join(said.text.split())


def inside_labels(text: str) -> list[str]:
    labels = filter(None, map(find_label, text.split('\n')))
    return [word for label in labels for word in COUNTED.findall(label.name)]


@given(st.text() | numbered_transcripts(), MARKUPS, PARAGRAPHS, PEOPLE_OR_NONE)
def test_reading_anything_ends_without_an_exception(text, markup, paragraphs, people):
    transcript = read_lines(text, people, markup=markup, paragraphs=paragraphs)
    lines = range(1, text.count('\n') + 2)
    _, findings = exchanges(transcript.items)
    assert all(finding.line in lines for finding in (*transcript.findings, *findings))
    assert all(finding.text for finding in transcript.findings)
    assert all(
        paragraph.line in lines for turn in transcript.turns for paragraph in turn.paragraphs
    )


@given(st.binary(), st.integers(1, 9))
def test_a_file_of_any_bytes_is_read_or_refused_with_a_line(data, first):
    try:
        head = split_metadata(number_lines(decode(data), first))
        transcript = read_lines('\n'.join(line for _, line in head.lines), head.people)
    except TranscriptError as error:
        assert error.finding.level == 'error'  # noqa: PT017
        assert error.finding.line >= 1  # noqa: PT017
    else:
        assert transcript.turns or transcript.findings
        assert all(isinstance(value, str) for value in head.metadata.values())


@given(st.text(st.sampled_from('ab:[]{}&*!|>%@`"\'#-, \n\t0'), max_size=60))
def test_front_matter_of_any_kind_never_takes_what_is_below_it(text):
    lines = number_lines(f'---\n{text}\n---\nAda: Why?')
    head = split_metadata(lines)
    assert all(1 <= finding.line <= len(lines) for finding in head.findings)
    assert head.lines[-1] == (len(lines), 'Ada: Why?')


@given(numbered_transcripts(), PEOPLE_OR_NONE)
def test_exchanges_hold_every_turn_and_questions_come_first(text, people):
    transcript = read_lines(text, people)
    parts, _ = exchanges(transcript.items)
    found = [part for part in parts if isinstance(part, Exchange)]
    assert [turn for part in found for turn in part.turns] == list(transcript.turns)
    assert [part.number for part in found] == list(range(1, len(found) + 1))
    assert [p for p in parts if isinstance(p, Topic)] or not [
        item for item in transcript.items if isinstance(item, Topic)
    ]
    for part in found:
        assert part.turns
        assert all(turn.asks for turn in part.questions)
        assert not part.answers or not part.answers[0].asks
        assert (*part.questions, *part.answers) == part.turns


@given(numbered_transcripts(), PEOPLE_OR_NONE)
def test_addresses_are_words_and_hyphens_and_never_equal(text, people):
    parts, _ = exchanges(read_lines(text, people).items)
    slugs = [part.slug for part in parts if isinstance(part, Exchange | Topic)]
    assert len(set(slugs)) == len(slugs)
    assert all(slug and not SEPARATING.search(slug) for slug in slugs)


@given(st.text())
def test_a_slug_has_at_most_eight_words_and_sixty_signs(text):
    slug = slugify(text)
    assert len(slug) <= 60
    assert len(slug.split('-')) <= 8
    assert not slug or all(slug.split('-'))
    assert not SEPARATING.search(slug)


@given(numbered_transcripts())
def test_reading_twice_gives_the_same(text):
    assert read_lines(text) == read_lines(text)


@given(st.text() | st.text(st.sampled_from('[]()♪<>laughs inaudible.')))
def test_cutting_out_events_loses_nothing(text):
    parts = split_directions(text)
    assert ''.join(part for part, _ in parts) == text
    assert all(part for part, _ in parts) or text == ''


@given(st.text())
def test_sentences_lose_nothing_but_space(text):
    assert ''.join(''.join(split_sentences(text)).split()) == ''.join(text.split())


@given(st.text(), st.integers(0, 99))
def test_decoding_keeps_every_line(text, first):
    unix = text.replace('\0', '').replace('\r', '')
    lines = number_lines(decode(unix.encode('utf-8', 'ignore')), first)
    kept = unix.encode('utf-8', 'ignore').decode().removeprefix('\ufeff')
    assert '\n'.join(line for _, line in lines) == kept.removesuffix('\n')
    assert [number for number, _ in lines] == list(range(first, first + len(lines)))


@given(st.text())
def test_a_key_is_its_own_key(text):
    assert key(key(text)) == key(text)


@given(st.text())
def test_a_label_is_made_of_the_lines_own_words(text):
    label = find_label(text)
    if label is not None:
        assert label.name in text
        assert label.name == label.name.strip()
        assert label.rest.strip() in text or label.time is None


@given(st.text(st.sampled_from('Ab [](),;')), st.sampled_from(['interviewer', 'interviewee']))
def test_people_are_understood_or_refused(text, role):
    try:
        people = parse_people(text, role)
    except ValueError as error:
        assert str(error)  # noqa: PT017
    else:
        assert people
        assert all(person.name and person.role == role for person in people)


@given(st.text(st.sampled_from('0123456789-, x'), max_size=12))
def test_a_list_of_lines_chooses_lines_or_is_refused(spec):
    lines = [(number, str(number)) for number in range(1, 30)]
    try:
        chosen = select(lines, lines_spec=spec)
    except TranscriptError as error:
        assert error.finding.code == 'selection'  # noqa: PT017
    else:
        assert chosen == [line for line in lines if line in chosen]
        assert chosen


@pytest.mark.parametrize(
    'text', ['', ' ', '\n', '\ufeff', '\u200b', ':', '：', '[', '**', '\\', '{#}']
)
@pytest.mark.parametrize('people', [PEOPLE, ()], ids=['declared', 'inferred'])
def test_a_transcript_of_almost_nothing_is_an_error_and_no_exception(text, people):
    transcript = read_lines(text, people)
    assert transcript.turns == ()
    assert [finding.level for finding in transcript.findings] == ['error']
