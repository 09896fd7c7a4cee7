"""Events, gaps and notes in brackets."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.speech.directions import (
    is_direction,
    is_note,
    is_unclosed,
    split_directions,
)


@pytest.mark.parametrize(
    'event',
    [
        '[laughs]', '[Laughs.]', '[laughter]', '[They laugh.]', '[chuckles softly]', '[applause]',
        '[pause]', '[silence]', '[sighs]', '[music]', '[crosstalk]', '[cross-talk]',
        '[whispering]', '[singing a shanty]', '[phone rings]', '[noise outside]', '[[laughs]]',
        '[inaudible]', '[inaudible 00:12]', '[unintelligible]', '[indiscernible]', '[ph?]', '[sp?]',
        '[redacted]', '(laughs)', '(Applause)', '((laugh))', '<웃음>', '♪ a waltz ♪', '[lacht]',
        '[смех]', '[笑]',
    ],
)  # fmt: skip
def test_an_event_is_cut_out_of_speech(event):
    parts = split_directions(f'Well {event} no.')
    assert parts == [('Well ', False), (event, True), (' no.', False)]


@pytest.mark.parametrize(
    'text',
    [
        'She said [the boat] sank.',
        'See [1] and [x] and [ ].',
        'I never (honestly, never) sank.',
        '[penknife] blades',
        '[phones-and-radios]',
        'Bread < butter > salt',
        '[link](https://harbour.example)',
        '♪ an open note',
        '[laughs and never closes',
        'laughs]',
        '',
    ],
)
def test_other_brackets_are_speech(text):
    assert split_directions(text) == [(text, False)]


def test_several_events_are_several_parts():
    assert split_directions('[laughs](sighs) So. [pause]') == [
        ('[laughs]', True),
        ('(sighs)', True),
        (' So. ', False),
        ('[pause]', True),
    ]


@pytest.mark.parametrize(
    'paragraph',
    [
        '[laughs]',
        '(laughs)',
        '*(laughs)*',
        '_[pause]_',
        '[Laughs.].',
        '[A gull cries outside.]',
        '♪ a waltz ♪',
        '<웃음>',
    ],
)
def test_a_paragraph_of_nothing_but_an_event_is_a_direction(paragraph):
    assert is_direction(paragraph)


@pytest.mark.parametrize(
    'paragraph',
    [
        '',
        'So.',
        '[laughs] So.',
        'So. [laughs]',
        '(We sank.)',
        '[laughs',
        '[Ed.: a gull.]',
        '*emphasis*',
        '[a] and [b]',
    ],
)
def test_a_paragraph_with_words_beside_the_event_is_speech(paragraph):
    assert not is_direction(paragraph)


@pytest.mark.parametrize(
    'note',
    [
        '[Ed.: a gull.]', '[Ed.: see [1].]', '[Ed. a gull.]', "[Editor's note: a gull.]", '[Editor’s note: a gull.]',
        '[editor: a gull.]', '[Note: a gull.]', '[N.d.R.: ein Vogel]', '[Anm. ein Vogel]',
        '[It was a gull. – Ed.]', '[It was a gull - ed]',
    ],
)  # fmt: skip
def test_a_bracket_of_the_editors_is_a_note(note):
    assert is_note(note)
    assert not is_direction(note)


@pytest.mark.parametrize(
    'text',
    [
        '',
        'Ed.: a gull.',
        '[Edward fed a gull.]',
        '[Ed.: a gull.] So.',
        '[Ed.: a gull.] So. [laughs]',
        '[laughs]',
        '[notes]',
    ],
)
def test_other_words_are_no_note(text):
    assert not is_note(text)


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('So. [laughs and rows on', True),
        ('[inaudible', True),
        ('So. [laughs]', False),
        ('So. [laughs] And [applause', True),
        ('[the boat', False),
        ('laughs', False),
    ],
)
def test_an_event_that_never_ends_is_noticed(text, expected):
    assert is_unclosed(text) is expected
