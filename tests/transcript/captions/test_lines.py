"""Each line of a caption says who speaks, or goes on."""

from __future__ import annotations

import pytest
from timing import assert_linear

from sphinxext.interview.transcript.captions.cues import Captions, Cue
from sphinxext.interview.transcript.captions.merging import transcribe
from sphinxext.interview.transcript.model import Paragraph, Speaker, Transcript

ADA = Speaker('Ada Field', 'interviewer')
TOM = Speaker('Tom Lake', 'interviewee')
Said = list[tuple[str, str]]


def read(*texts: str, people: tuple[Speaker, ...] = ()) -> Transcript:
    cues = [Cue(n * 2.0, n * 2 + 2.0, text, n + 1) for n, text in enumerate(texts)]
    return transcribe(Captions(cues, may_roll=True), people)


def said(*texts: str, people: tuple[Speaker, ...] = ()) -> Said:
    turns = read(*texts, people=people).turns
    return [(' & '.join(s.name for s in turn.speakers), turn.text) for turn in turns]


def warnings(*texts: str, people: tuple[Speaker, ...] = ()) -> list[tuple[str, int]]:
    findings = read(*texts, people=people).findings
    return [(f.code, f.line) for f in findings if f.level == 'warning']


TALK = [('Ada', 'Why?'), ('Tom', 'So.'), ('Ada', 'Hm?'), ('Tom', 'Yes.')]


@pytest.mark.parametrize(
    'form',
    [
        '{}: {}', '{} : {}', '{}：{}', '{}:\n{}', '({}) {}', '[{}] {}', '({}): {}', '[{}]\n{}',
        '- {}: {}', '-{}: {}', '— {}: {}', '>> {}: {}', '>>{}: {}', '>>> {}: {}', '{}\n{}',
        '\ufeff{}: {}', '[music] {}: {}',
    ],
)  # fmt: skip
@pytest.mark.parametrize('between', ['cues', 'lines'])
def test_a_name_stands_before_the_words_in_any_of_these_forms(form, between):
    lines = [form.format(name, words) for name, words in TALK]
    if between == 'lines' and not form.startswith('{}\n'):
        lines = ['\n'.join(lines[:2]), '\n'.join(lines[2:])]
    expected = [(name, words) for name, words in TALK]
    found = [(name, words.removeprefix('[music] ')) for name, words in said(*lines)]
    assert found == expected


@pytest.mark.parametrize('mark', ['- ', '-', '— ', '– ', '>> ', '>>'])
def test_a_mark_without_a_name_is_somebody_else_whom_nobody_names(mark):
    assert said(f'{mark}Ada: Why?', f'{mark}So.', f'{mark}Ada: Hm?', f'{mark}Yes.\nIndeed.') == [
        ('Ada', 'Why?'), ('', 'So.'), ('Ada', 'Hm?'), ('', 'Yes. Indeed.'),
    ]  # fmt: skip
    assert said(f'{mark}Why?\n{mark}So.', f'{mark}Hm?') == [('', 'Why?'), ('', 'So.'), ('', 'Hm?')]


def test_marks_stand_inside_lines_too():
    assert said('>> Ada: Why? >> Tom: So.', '>> Ada: Hm? >> Tom: Yes.') == TALK
    assert said('- Why?', 'but I-- - So. - Hm?') == [
        ('', 'Why? but I--'), ('', 'So.'), ('', 'Hm?'),
    ]  # fmt: skip


def test_a_name_stands_inside_a_line_after_a_sentence():
    assert said('Ada: Why?', 'Tom: So. Ada: Hm?', 'Tom: Yes, as Ada: says.') == [
        ('Ada', 'Why?'), ('Tom', 'So.'), ('Ada', 'Hm?'), ('Tom', 'Yes, as Ada: says.'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    'text',
    [
        'it was -5 degrees', '-5 degrees', '-- and then', 'we bake\n- flour, water, salt', '-ish',
        'the bread - that of old - rose', 'a >> b', '— and so on', 'x->y',
    ],
)  # fmt: skip
def test_a_dash_may_belong_to_the_words(text):
    turns = said('Ada: Look:', 'Tom: What?', 'Ada: Well', text, 'Tom: Oh.')
    assert turns[2] == ('Ada', f'Well {text}'.replace('\n', ' '))


def test_where_every_cue_has_a_name_all_are_speakers():
    texts = ['Ada: One.', 'Ada: Two.', 'stokes: Three.', 'Max: Four.', 'Ada: Five.']
    assert [name for name, _ in said(*texts)] == ['Ada', 'stokes', 'Max', 'Ada']
    assert warnings(*texts) == []


def test_where_every_cue_has_a_name_one_without_is_nobodys():
    texts = ['Ada: One.', 'Ada: Two.', 'Three.', 'Tom: Four.', 'Tom: Five.', 'Ada: Six.']
    assert said(*texts)[1] == ('', 'Three.')


def test_where_names_stand_on_change_they_hold():
    texts = ['Ada: One.', 'Two.', 'Tom: Three.', 'Ada: Four.', 'Five.']
    assert said(*texts) == [('Ada', 'One. Two.'), ('Tom', 'Three.'), ('Ada', 'Four. Five.')]


def test_who_speaks_once_among_others_is_taken_for_a_speaker_and_reported():
    texts = [
        'Ada: One.',
        'two',
        'three.',
        'Tom: Four.',
        'five',
        'six.',
        'Max Hill: Seven.',
        'eight.',
    ]
    texts += ['Ada: Nine.', 'ten.', 'Tom: Eleven.', 'twelve.']
    assert ('Max Hill', 'Seven. eight.') in said(*texts)
    assert warnings(*texts) == [('label_once', 7)]


def test_a_doubtful_name_puts_no_words_into_the_mouth_before():
    texts = ['Ada: One.', 'two', 'three.', 'Tom: Four.', 'five', 'six.', 'Max: Seven.', 'eight.']
    texts += ['Ada: Nine.', 'ten.', 'Tom: Eleven.', 'twelve.']
    assert ('', 'Max: Seven. eight.') in said(*texts)
    assert ('speaker_undeclared', 7) in warnings(*texts)
    people = (Speaker('Ada', 'interviewer'), Speaker('Tom', 'interviewee'))
    assert ('', 'Max: Seven. eight.') in said(*texts, people=people)


@pytest.mark.parametrize('people', [(), (Speaker('Ada', 'interviewer'), Speaker('Tom'))])
def test_names_are_doubted_in_the_order_of_the_file(people):
    names = ['Max', 'Kim', 'Lea', 'Bob', 'Zoe', 'Eli', 'Ned', 'Una']
    texts = ['Ada: One.', 'two', 'three.', 'Tom: Four.', 'five.']
    for name in names:
        texts += [f'{name}: Seven.', 'eight.', 'Ada: Nine.', 'ten.', 'Tom: Eleven.', 'twelve.']
    doubted = [line for code, line in warnings(*texts, people=people) if 'undeclared' in code]
    assert doubted == list(range(6, len(texts), 6))


@pytest.mark.parametrize(
    'words', ['Note: it is late.', 'Remember: it is late.', 'the rule: none.', 'At 10:30 we go.']
)
def test_words_with_a_colon_go_on(words):
    texts = ['Ada: One.', 'two.', 'Tom: I remember.', words, 'Five.', 'Ada: Six.', 'Tom: Seven.']
    assert ('Tom', f'I remember. {words} Five.') in said(*texts)


def test_a_number_in_a_label_may_change():
    assert said('Voice №1: One.', 'Two.', 'Voice №2: Three.', 'Voice №1: Four.') == [
        ('Voice №1', 'One. Two.'), ('Voice №2', 'Three.'), ('Voice №1', 'Four.'),
    ]  # fmt: skip


def test_declared_names_are_found_whatever_the_rest_does():
    texts = ['Hello.', 'and welcome.', 'Tom Lake: So.', 'it is.', 'They say: yes.', '(Ada) Hm?']
    assert said(*texts, people=(ADA, TOM)) == [
        ('', 'Hello. and welcome.'), ('Tom Lake', 'So. it is. They say: yes.'), ('Ada Field', 'Hm?'),
    ]  # fmt: skip


def test_of_films_a_name_holds_for_its_cue():
    texts = ['[Ada] One.', 'Two.', '- Three.\n- Four.', '[Tom] Five.', '[Ada] Six.', 'Seven.']
    assert ('Ada', 'One.') in said(*texts)
    assert ('Ada', 'Six.') in said(*texts)


@pytest.mark.parametrize(
    'event', ['[Music]', '(LAUGHING)', '♪♪', 'APPLAUSE', '（拍手）', '(all agree)']
)
def test_an_event_alone_is_nobodys_words(event):
    transcript = read(event, 'Ada: Why?', event, 'Tom: So.', 'Ada: Hm?', 'Tom: Yes.')
    before, turn, *_ = transcript.items
    assert isinstance(before, Paragraph)
    assert before.kind == 'direction'
    assert [p.kind for p in turn.paragraphs] == ['speech', 'direction']
    assert all(turn.speakers for turn in transcript.turns)


def test_where_all_words_are_in_capitals_one_may_be_said():
    assert said('WHAT IS IT?', 'APPLAUSE', 'IT ENDS.') == [('', 'WHAT IS IT? APPLAUSE IT ENDS.')]


def test_events_do_not_become_speakers():
    assert said('[Music] and so', '[Music] we go', 'on.') == [
        ('', '[Music] and so [Music] we go on.')
    ]


def test_two_spellings_of_a_name_are_one_person():
    texts = ['Jan van Dam: One.', 'Ada: Two.', 'Jan Van Dam (phone): Three.', 'Ada: Four.']
    assert [name for name, _ in said(*texts)] == ['Jan van Dam', 'Ada', 'Jan van Dam', 'Ada']


def test_lines_of_a_script_without_spaces_are_joined_without_one():
    assert said('小明：今天\n种豆子。', '小红：好。', '小明：好。')[0] == ('小明', '今天种豆子。')


@pytest.mark.parametrize(
    'unit', ['[laughs] ', '>> ', '- ', '(', 'a\n', 'a: ', '[Ada] ', '♪'], ids=ascii
)
def test_hostile_captions_are_read_in_linear_time(unit):
    def work(text: str) -> None:
        assert read(text, 'Ada: x').turns

    assert_linear(work, unit * 20_000, unit * 80_000)


def test_many_different_names_are_speakers():
    texts = [f'Speaker{n // 2} Name: so?' for n in range(4000)] + ['so.'] * 1000
    assert len(read(*texts).speakers) == 2000


def test_the_only_name_of_a_file_is_doubted_unless_somebody_is_declared():
    lines = [f'V: {place} - H: Left' for place in ('Top', 'Centre', 'Bottom')]
    assert ('speaker_alone', 1) in warnings(*lines)
    assert 'speaker_alone' not in {code for code, _ in warnings(*lines, people=(ADA,))}
    assert 'speaker_alone' not in {code for code, _ in warnings('Ada: Why?', 'Tom: So.')}


def test_code_names_no_speaker():
    assert {who for who, _ in said(*['def main(): pass'] * 4)} == {''}
