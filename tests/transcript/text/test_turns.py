"""What belongs to a turn, and what stands around the turns."""

from __future__ import annotations

import pytest
from reading import codes, read_lines, turns

from sphinxext.interview.transcript.model import Paragraph, Topic, Turn


def test_what_stands_before_the_first_turn_is_the_preamble():
    transcript = read_lines('We met.\n\nIt rained.\n\nAda: Why?\n\nGrace: So.')
    assert [p.text for p in transcript.preamble] == ['We met.', 'It rained.']


@pytest.mark.parametrize('end', ['---', '* * *', '[End of interview.]'])
def test_what_stands_after_a_break_at_the_end_is_the_epilogue(end):
    transcript = read_lines(f'Ada: Why?\n\nGrace: So.\n\n{end}\n\nPrinted by us.')
    assert turns(transcript)[-1] == ('Grace Keeper', ['So.'])
    assert transcript.epilogue[-1].text == 'Printed by us.'


def test_a_break_between_turns_loses_nothing():
    transcript = read_lines('Ada: Why?\n\n---\n\nThe tape was changed.\n\nGrace: So.')
    assert [type(item) for item in transcript.items] == [Turn, Paragraph, Turn]
    assert transcript.items[1].kind == 'note'


def test_a_heading_is_a_topic_with_level_and_address():
    transcript = read_lines(
        'Ada: Why?\n\nGrace: So.\n\n# Later {#late}\n\n## At sea\n\nAda: How?\n\nGrace: So.'
    )
    topics = [item for item in transcript.items if isinstance(item, Topic)]
    assert [(t.title, t.level, t.slug, t.line) for t in topics] == [
        ('Later', 1, 'late', 5),
        ('At sea', 2, '', 7),
    ]


@pytest.mark.parametrize(
    ('paragraph', 'kind'),
    [
        ('[laughs]', 'direction'),
        ('(Applause.)', 'direction'),
        ('♪ music ♪', 'direction'),
        ('[A ship’s horn sounds.]', 'direction'),
        ('[Editor’s note: she means the other lamp.]', 'note'),
        ('[Ed.: the lamp.]', 'note'),
        ('(I never said that.)', 'speech'),
        ('[laughs] Never.', 'speech'),
    ],
)
def test_events_and_notes_are_not_speech(paragraph, kind):
    transcript = read_lines(f'Ada: Why?\n\nGrace: So.\n\n{paragraph}')
    assert transcript.turns[1].paragraphs[1].kind == kind


def test_times_of_turns_and_paragraphs_are_kept():
    transcript = read_lines('Ada: [00:05] Why?\n\nGrace: So.\n\n[01:02:03] And so.')
    assert transcript.turns[0].time == 5
    assert [p.time for p in transcript.turns[1].paragraphs] == [None, 3723]


def test_what_is_no_time_stays_and_is_reported():
    transcript = read_lines('Ada: Why?\n\nGrace: [0:99] So.')
    assert turns(transcript)[1] == ('Grace Keeper', ['[0:99] So.'])
    assert codes(transcript) == [('time_invalid', 3)]


def test_a_time_that_goes_back_is_reported():
    transcript = read_lines('Ada: [00:09] Why?\n\nGrace: [00:05] So.')
    assert codes(transcript) == [('time_backwards', 3)]


def test_a_label_without_words_is_reported():
    transcript = read_lines('Ada: Why?\n\nGrace:\n\nAda: Well?')
    assert codes(transcript) == [('empty_turn', 3)]


@pytest.mark.parametrize(
    ('text', 'code'), [('', 'empty'), ('\n\n', 'empty'), ('Only words.\nNo name.', 'no_turn')]
)
def test_without_turns_there_is_an_error(text, code):
    (finding,) = read_lines(text).findings
    assert (finding.code, finding.level) == (code, 'error')


@pytest.mark.parametrize(
    ('words', 'code'),
    [
        ('The cafÃ© was shut.', 'encoding_mojibake'),
        ('It was late. Ada: Was it?', 'label_mid_line'),
        ('So. [laughs and goes away', 'bracket_unclosed'),
    ],
)
def test_doubtful_words_stay_and_are_reported(words, code):
    transcript = read_lines(f'Ada: Why?\n\nGrace: {words}')
    assert turns(transcript)[1] == ('Grace Keeper', [words])
    assert codes(transcript) == [(code, 3)]


@pytest.mark.parametrize(
    'words',
    ['NÃO! Â', 'I told Ada: go on.', '[a list', 'See [1] and [2].', 'She laughs [so do I].'],
)
def test_ordinary_words_raise_no_doubt(words):
    assert codes(read_lines(f'Ada: Why?\n\nGrace: {words}')) == []


WRAPPED = """\
Ada: What do you do in the winter, when the boats are all drawn up on the sand
and nobody comes?

Grace: I mend what the autumn has broken, and I read the books that have come by
the last boat. There are always more of them than there are evenings, you know.
"""
UNWRAPPED = """\
Ada: What do you do in the winter?
Grace: I mend.
I read the books that have come by the last boat.
There are more of them than evenings.
Ada: And then?
Grace: I mend again.
"""


def test_wrapped_lines_are_one_paragraph():
    assert [len(paragraphs) for _, paragraphs in turns(read_lines(WRAPPED))] == [1, 1]


def test_unwrapped_lines_are_paragraphs():
    assert [len(paragraphs) for _, paragraphs in turns(read_lines(UNWRAPPED))] == [1, 3, 1, 1]


@pytest.mark.parametrize(
    ('how', 'text', 'count'),
    [('line', WRAPPED, 2), ('blank', WRAPPED, 1), ('line', UNWRAPPED, 3), ('blank', UNWRAPPED, 1)],
)
def test_the_author_can_say_what_ends_a_paragraph(how, text, count):
    assert len(turns(read_lines(text, paragraphs=how))[1][1]) == count
