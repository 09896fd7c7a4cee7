"""From cues to turns: who speaks, what is said twice, and where paragraphs end."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.captions.cues import Captions, Cue, join_words
from sphinxext.interview.transcript.captions.merging import LONG, LONGEST, transcribe
from sphinxext.interview.transcript.model import Speaker, TranscriptError

ADA = Speaker('Ada Byron', 'interviewer', ('SPEAKER_00',))
GRACE = Speaker('Grace Keeper', 'interviewee')


def cue(start: float, end: float, text: str, speaker: str = '') -> Cue:
    return Cue(start, end, text, int(start) + 1, speaker)


def every(texts: list[str], speaker: str = '', length: float = 1) -> list[Cue]:
    """Return a cue for each text, one after another without pauses."""
    return [cue(n * length, (n + 1) * length, text, speaker) for n, text in enumerate(texts)]


def turns(
    cues: list[Cue], declared: tuple[Speaker, ...] = (), /, **options
) -> list[tuple[str, list[str]]]:
    transcript = transcribe(Captions(cues, **options), declared)
    return [
        (' & '.join(s.name for s in turn.speakers), [p.text for p in turn.paragraphs])
        for turn in transcript.turns
    ]


def codes(cues: list[Cue], people: tuple[Speaker, ...] = ()) -> list[str]:
    return [finding.code for finding in transcribe(Captions(cues), people).findings]


def test_cues_of_one_speaker_are_one_turn():
    cues = [*every(['One', 'two.'], 'Ada'), *every(['Three.'], 'Bo')]
    assert turns(cues) == [('Ada', ['One two.']), ('Bo', ['Three.'])]


@pytest.mark.parametrize(
    ('before', 'pause', 'paragraphs'),
    [
        ('One.', 2.0, ['One.', 'Two.']),
        ('One.', 1.9, ['One. Two.']),
        ('One', 2.0, ['One Two.']),
        ('One,', 9.0, ['One, Two.']),
        ('One,', 10.0, ['One,', 'Two.']),
        ('One?”', 2.0, ['One?”', 'Two.']),
        ('一。', 2.0, ['一。', 'Two.']),
        ('واحد؟', 2.0, ['واحد؟', 'Two.']),
    ],
)
def test_a_pause_after_a_sentence_ends_a_paragraph(before, pause, paragraphs):
    cues = [cue(0, 1, before, 'Ada'), cue(1 + pause, 9, 'Two.', 'Ada')]
    assert turns(cues) == [('Ada', paragraphs)]


def test_a_long_paragraph_ends_with_its_sentence_and_a_very_long_one_anywhere():
    sentence = ('word ' * 30).strip()
    ended = turns(every([f'{sentence}.'] * 9, 'Ada'))[0][1]
    assert all(LONG <= len(text) < LONG + 160 for text in ended[:-1])
    endless = turns(every([sentence] * 20, 'Ada'))[0][1]
    assert all(LONGEST <= len(text) < LONGEST + 160 for text in endless[:-1])


def test_the_time_of_a_paragraph_is_that_of_its_first_cue():
    cues = [cue(5, 6, 'One', 'Ada'), cue(6, 7, 'two.', 'Ada'), cue(10, 11, 'Three.', 'Ada')]
    (turn,) = transcribe(Captions(cues), ()).turns
    assert turn.time == 5
    assert [(p.time, p.line) for p in turn.paragraphs] == [(None, 6), (10, 11)]


def test_an_event_between_sentences_is_a_paragraph_and_inside_one_it_is_not():
    assert turns(every(['One.', '[laughs]', 'Two [sighs]', 'three.'], 'Ada')) == [
        ('Ada', ['One.', '[laughs]', 'Two [sighs] three.'])
    ]
    (turn,) = transcribe(Captions(every(['One.', '[laughs]', 'Two.'], 'Ada')), ()).turns
    assert [p.kind for p in turn.paragraphs] == ['speech', 'direction', 'speech']


@pytest.mark.parametrize(
    ('one', 'other', 'joined'),
    [
        ('a', 'b', 'a b'),
        ('你', '好', '你好'),
        ('한국', '사람', '한국 사람'),
        ('', 'b', 'b'),
        ('你', 'b', '你 b'),
    ],
)
def test_words_are_joined_as_their_script_is_written(one, other, joined):
    assert join_words(one, other) == joined


def test_a_speaker_holds_until_the_next_where_few_cues_have_one():
    cues = [
        cue(0, 1, 'One', 'Ada'),
        cue(1, 2, 'two.'),
        cue(2, 3, 'Three.', 'Bo'),
        cue(3, 4, 'Four.'),
    ]
    assert turns(cues) == [('Ada', ['One two.']), ('Bo', ['Three. Four.'])]


def test_where_nearly_all_cues_have_a_speaker_another_one_is_unknown():
    cues = [*every([f'{n}.' for n in range(12)], 'Ada'), cue(12, 13, 'Who?')]
    assert turns(cues)[-1] == ('', ['Who?'])
    assert 'speaker_missing' in codes(cues)


def test_before_the_first_speaker_nobody_is_known():
    assert turns([cue(0, 1, 'Zero.'), cue(1, 2, 'One.', 'Ada'), cue(2, 3, 'Two.')]) == [
        ('', ['Zero.']),
        ('Ada', ['One. Two.']),
    ]


def test_a_recognisers_label_is_mapped_by_the_people():
    cues = [cue(0, 1, 'Why?', 'SPEAKER_00'), cue(1, 2, 'So.', 'Grace Keeper')]
    assert turns(cues, (ADA, GRACE)) == [('Ada Byron', ['Why?']), ('Grace Keeper', ['So.'])]
    assert codes(cues, (ADA, GRACE)) == []


def test_a_speaker_whom_nobody_declared_keeps_the_words_and_is_reported():
    cues = [cue(0, 1, 'Why?', 'SPEAKER_00'), cue(1, 2, 'So.', 'SPEAKER_07')]
    assert turns(cues, (ADA, GRACE))[1] == ('SPEAKER_07', ['So.'])
    assert codes(cues, (ADA, GRACE)) == ['speaker_undeclared', 'speaker_unused']


def test_whom_the_file_introduces_the_people_may_name_otherwise():
    introduced = (Speaker('A. Byron', None, ('AB',)),)
    cues = [cue(0, 1, 'Why?', 'AB')]
    by_label = (Speaker('Countess', 'interviewer', ('AB',)),)
    by_name = (Speaker('Ada', 'interviewer', ('A. Byron',)),)
    assert turns(cues, by_label, people=introduced) == [('Countess', ['Why?'])]
    assert turns(cues, by_name, people=introduced) == [('Ada', ['Why?'])]
    assert turns(cues, people=introduced) == [('A. Byron', ['Why?'])]


def test_two_speak_in_a_cue_with_hyphens():
    assert turns([cue(0, 2, '- Why?\n- Because.'), cue(2, 3, '– So.\n– Hm.')]) == [
        ('', ['Why?']), ('', ['Because.']), ('', ['So.']), ('', ['Hm.']),
    ]  # fmt: skip


def test_chevrons_change_the_speaker():
    cues = every(['>> Why?', 'I mean it.', '>> So.', '>> ADA: Hm?', '>> ADA: Yes?'])
    assert turns(cues) == [('', ['Why? I mean it.']), ('', ['So.']), ('ADA', ['Hm? Yes?'])]


@pytest.mark.parametrize(
    'texts',
    [
        ['Remember: it is late.', 'We go home now.', 'And then we sleep.'],
        [
            'We said',
            'Note: this',
            'and then',
            'Note: that',
            'in the end',
            'of it all',
            'we went home',
        ],
        ['Step One: open it.', 'Wait a while.', 'Step Two: close it.', 'Wait again.', 'Done.'],
        ['Question: who knows?', 'Nobody knows.', 'I do not know either.', 'Really.', 'No.'],
        ['See https://example.org', 'at 10:30', 'it is 2:1', 'John 3:16', 'C:\\x'],
        [
            'so the thing is',
            'Python: a language',
            'is nice',
            'and we use',
            'Python: a snake',
            'too',
            'x',
        ],
    ],
)
def test_in_captions_without_speakers_no_label_is_made_up(texts):
    transcript = transcribe(Captions(every(texts)), ())
    assert transcript.speakers == ()
    said = ' '.join(turn.text for turn in transcript.turns)
    assert said == ' '.join(texts)


def test_a_name_on_a_later_line_of_a_cue_is_a_label_if_it_is_one_elsewhere():
    cues = every(['Ada: Why?\nBo: So.\nThe rule: none.', 'Ada: Hm.', 'Bo: Yes.'])
    assert turns(cues) == [
        ('Ada', ['Why?']), ('Bo', ['So. The rule: none.']), ('Ada', ['Hm.']), ('Bo', ['Yes.']),
    ]  # fmt: skip


def test_a_narration_belongs_to_nobody():
    cues = [cue(0, 1, 'Why?', 'Ada'), cue(1, 2, 'They went out.'), cue(2, 3, 'So.', 'Ada')]
    transcript = transcribe(Captions(cues, unnamed='narration'), ())
    assert [type(item).__name__ for item in transcript.items] == ['Turn', 'Paragraph', 'Turn']
    assert transcript.items[1].kind == 'note'


@pytest.mark.parametrize(
    'cues', [[], [cue(0, 1, '')], [cue(0, 1, ' \n ', 'Ada')], [cue(0, 1, 'Grace:')]]
)
def test_captions_without_words_are_an_error(cues):
    with pytest.raises(TranscriptError, match='no cue with words'):
        transcribe(Captions(cues), (ADA, GRACE))
