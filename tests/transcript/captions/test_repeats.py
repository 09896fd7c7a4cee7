"""What captions show twice is kept once; what people say twice, twice."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.captions.cues import Captions, Cue
from sphinxext.interview.transcript.captions.merging import transcribe
from sphinxext.interview.transcript.captions.repeats import without_repeats


def cues(*texts: str, speakers: tuple[str, ...] = (), length: float = 2) -> list[Cue]:
    """Return a cue for each text, one after another; of flashes, the text ends in a bar."""
    found = []
    start = 0.0
    for number, text in enumerate(texts):
        end = start + (0.01 if text.endswith('|') else length)
        speaker = speakers[number % len(speakers)] if speakers else ''
        found.append(Cue(start, end, text.rstrip('|'), number + 1, speaker))
        start = end
    return found


def kept(shown: list[Cue], *, may_roll: bool = True) -> list[str]:
    found, _ = without_repeats(Captions(shown, may_roll=may_roll))
    return [cue.text for cue in found]


ROLLING = [
    'the oven is hot', 'the oven is hot|', 'the oven is hot\nthe dough is cold', 'the dough is cold|',
    'the dough is cold\nand I wait', 'and I wait|',
]  # fmt: skip


def test_lines_that_roll_are_kept_once():
    assert kept(cues(*ROLLING)) == ['the oven is hot', 'the dough is cold', 'and I wait']
    codes = [f.code for f in transcribe(Captions(cues(*ROLLING), may_roll=True), ()).findings]
    assert 'rolling_repeats' in codes


def test_of_three_lines_that_roll_two_are_left_out():
    assert kept(cues('a b\nc d', 'a b\nc d\ne f', 'c d\ne f\ng h', 'e f\ng h\ni j')) == [
        'a b\nc d', 'e f', 'g h', 'i j',
    ]  # fmt: skip


def test_lines_roll_with_pauses_too():
    shown = [
        cue._replace(start=n * 5, end=n * 5 + 2)
        for n, cue in enumerate(cues('a b', 'a b\nc d', 'c d\ne f', 'e f\ng h'))
    ]
    assert kept(shown) == ['a b', 'c d', 'e f', 'g h']


def test_of_a_line_that_grows_each_word_is_kept_once():
    assert kept(cues('so', 'so it', 'so it rises', 'so it rises and\nthen')) == [
        'so', 'it', 'rises', 'and\nthen',
    ]  # fmt: skip


def test_words_that_really_come_twice_stay_in_rolling_captions():
    shown = cues('well', 'well|', 'well\nno', 'no|', 'no\nno', 'no|', 'no\nnever', 'never|')
    assert kept(shown) == ['well', 'no', 'no', 'never']


@pytest.mark.parametrize(
    ('texts', 'speakers'),
    [
        (('No.', 'No.', 'No.', 'I said so.'), ()),
        (('Right.', 'Right.', 'Right.', 'Right.'), ('Ada', 'Bo')),
        (('Yes', 'Yes I', 'Yes I do', 'Yes I do so'), ('Ada', 'Bo')),
        (('Ada: Right.', 'Bo: Right.', 'Ada: Right.', 'Bo: Right.'), ()),
        (('- No.\n- No.', '- No.\n- No.', 'We went.', 'It rained.'), ()),
        (('One', 'two\nthree', 'three\nfour', 'five', 'six', 'seven'), ()),
    ],
)
def test_what_was_said_twice_is_kept_twice(texts, speakers):
    shown = cues(*texts, speakers=speakers)
    assert without_repeats(Captions(shown, may_roll=True)) == (shown, 0)


def test_only_captions_roll():
    shown = cues(*ROLLING)
    assert without_repeats(Captions(shown)) == (shown, 0)
