"""Names that mean one person, and lines that only look like speakers."""

from __future__ import annotations

import pytest
from reading import codes, read_lines, turns

from sphinxext.interview.transcript.model import Speaker
from sphinxext.interview.transcript.people.declared import parse_people
from sphinxext.interview.transcript.people.words import is_nameish, role_of

MIRA = Speaker('Mira Salt', 'interviewer')
TOM = Speaker('Tom Ferry', 'interviewee', ('Skipper',))
CREW = (MIRA, TOM)


def names(text: str, people: tuple[Speaker, ...] = ()) -> list[str]:
    return [name for name, _ in turns(read_lines(text, people))]


@pytest.mark.parametrize(
    'label',
    [
        'Tom Ferry',
        'tom ferry',
        'TOM FERRY',
        'Tom',
        'Ferry',
        'TF',
        'T.F.',
        'Skipper',
        'skipper',
        'Mr. Ferry',
        'Mr Ferry',
        'Dr. Tom Ferry',
        'Tom (at the oar)',
    ],
)
def test_a_declared_person_is_found_by_every_usual_name(label):
    assert names(f'Mira: Why?\n\n{label}: So.', CREW) == ['Mira Salt', 'Tom Ferry']


@pytest.mark.parametrize('label', ['Ferry, Tom', 'Tom Ferry', 'Tom', 'Ferry', 'TF'])
def test_a_person_whom_a_catalogue_names_family_name_first_is_found_by_every_usual_name(label):
    crew = (MIRA, Speaker('Ferry, Tom', 'interviewee'))
    assert names(f'Mira: Why?\n\n{label}: So.', crew) == ['Mira Salt', 'Ferry, Tom']


@pytest.mark.parametrize('label', ['Tim Ferry', 'To', 'Salty', 'FT', 'Tom Ferris', 'Tom and'])
def test_a_declared_person_is_not_found_by_another_name(label):
    assert names(f'Mira: Why?\n\nTom: So.\n\n{label}: No.', CREW) == ['Mira Salt', 'Tom Ferry']


@pytest.mark.parametrize('label', ['Mira & Tom', 'Mira and Tom', 'Mira/Tom', 'Mira und Tom'])
def test_a_label_of_two_known_people_is_a_turn_of_both(label):
    text = f'Mira: Why?\n\nTom: So.\n\n{label}: Ahoy!'
    assert names(text, CREW)[-1] == 'Mira Salt & Tom Ferry'


def test_a_label_of_one_known_and_one_unknown_person_stays_text():
    transcript = read_lines('Mira: Why?\n\nTom: So.\n\nTom and Zoe: Ahoy!', CREW)
    assert turns(transcript)[-1] == ('Tom Ferry', ['So.', 'Tom and Zoe: Ahoy!'])


@pytest.mark.parametrize(
    ('label', 'who'), [('Q', 'Mira Salt'), ('Interviewer', 'Mira Salt'), ('A', 'Tom Ferry')]
)
def test_a_role_word_means_the_only_person_of_that_role(label, who):
    assert who in names(f'Mira: Why?\n\nTom: So.\n\n{label}: Ahoy!\n\nMira: Ha?', CREW)
    other = 'Tom' if who == 'Mira Salt' else 'Mira'
    assert names(f'{other}: Hm.\n\n{label}: Ahoy!', CREW)[1] == who


@pytest.mark.parametrize(
    ('label', 'role'),
    [
        ('q', 'interviewer'), ('question', 'interviewer'), ('host', 'interviewer'),
        ('moderator', 'interviewer'), ('p', 'interviewer'), ('f', 'interviewer'),
        ('в', 'interviewer'), ('问', 'interviewer'), ('主持人', 'interviewer'), ('問', 'interviewer'),
        ('문', 'interviewer'), ('ש', 'interviewer'), ('س', 'interviewer'),
        ('a', 'interviewee'), ('answer', 'interviewee'), ('guest', 'interviewee'),
        ('r', 'interviewee'), ('о', 'interviewee'), ('答', 'interviewee'), ('嘉宾', 'interviewee'),
        ('답', 'interviewee'), ('ת', 'interviewee'), ('ج', 'interviewee'),
        ('speaker 2', 'participant'), ('speaker_00', 'participant'), ('audience', 'participant'),
        ('audience member 3', 'participant'), ('male 1', 'participant'), ('all', 'participant'),
        ('operator', 'participant'), ('both', 'participant'), ('unknown', 'participant'),
        ('?', None), ('mira', None), ('note', None), ('questions', None), ('hostess', None), ('', None),
    ],
)  # fmt: skip
def test_role_words_of_many_languages_are_known(label, role):
    assert role_of(label) == role


@pytest.mark.parametrize(
    'name',
    [
        'Mira',
        'Mira Salt',
        'Mira van der Salt',
        'Мира',
        '艾达',
        'ميرا',
        'SPEAKER 1',
        'Mira de la Mar',
        'Mira Salt (baker of bread and cakes)',
        'The Bakers of Port',
        'Élodie',
    ],
)
def test_a_name_looks_like_one(name):
    assert is_nameish(name)


@pytest.mark.parametrize(
    'name',
    [
        '',
        'mira',
        'Mira said',
        'Note',
        'note',
        'Date',
        'Monday',
        'Source',
        'Hinweis',
        'de la',
        '12',
        'One Two Three Four Five Six',
        'TODO',
        'PS',
        'Summary Of It',
    ],
)
def test_other_words_do_not_look_like_a_name(name):
    assert not is_nameish(name)


def test_a_once_only_full_name_joins_its_short_form():
    text = 'Mira Salt: Hello.\n\nTom: Ahoy.\n\nMira: Why?\n\nTom: So.\n\nMira: How?'
    assert names(text) == ['Mira Salt', 'Tom', 'Mira Salt', 'Tom', 'Mira Salt']


def test_a_full_name_introduces_its_initials():
    text = 'Mira Salt (MS): Why?\n\nTom Ferry (TF): So.\n\nMS: How?\n\nTF: Thus.'
    transcript = read_lines(text, ())
    assert [name for name, _ in turns(transcript)] == ['Mira Salt', 'Tom Ferry'] * 2
    assert [s.labels for s in transcript.speakers] == [('MS',), ('TF',)]


def test_a_first_name_of_two_people_is_somebody_of_their_own():
    text = ''.join(
        f'{name}: So?\n\n' for name in ['Mira Salt', 'Mira Pepper', 'Mira'] for _ in range(2)
    )
    joined = names('Tom: Hm.\n\nTom: Hm.\n\n' + text)
    assert joined[-1] == 'Mira'


@pytest.mark.parametrize('label', ['MIRA SALT', 'MIRA DE SALT'])
def test_capitals_are_shown_as_a_name(label):
    assert names(f'{label}: Why?\n\nTom: So.\n\n{label}: How?\n\nTom: So.')[0] == label.title()


@pytest.mark.parametrize(
    ('label', 'name', 'what'),
    [
        ('Mira Salt (baker)', 'Mira Salt', 'baker'),
        ('Mira Salt | Bakery', 'Mira Salt', 'Bakery'),
        ('Mira Salt - Bakery', 'Mira Salt', 'Bakery'),
        ('Mira Salt [Bakery]', 'Mira Salt', 'Bakery'),
    ],
)
def test_what_a_label_says_of_somebody_is_a_description(label, name, what):
    transcript = read_lines(f'{label}: Why?\n\nTom: So.\n\n{label}: How?\n\nTom: So.', ())
    assert (transcript.speakers[0].name, transcript.speakers[0].description) == (name, what)


@pytest.mark.parametrize('label', ['Note', 'Source', 'Date', 'Hinweis', 'Monday', 'Summary'])
def test_a_stop_word_is_no_speaker_however_often(label):
    text = 'Mira: Why?\n\nTom: So.\n\n' * 3 + f'{label}: Bread.\n\n' * 2
    assert set(names(text)) == {'Mira', 'Tom'}


def test_a_lower_case_name_speaks_from_the_third_time_on():
    text = 'Mira: Why?\n\ntomboat: So.\n\n'
    assert set(names(text * 3)) == {'Mira', 'tomboat'}
    assert 'tomboat' not in names(text * 2)


def test_links_do_not_make_a_speaker():
    text = 'Mira: Why?\n\nTom: So.\n\n' * 2 + 'Shop: https://bread.example\n\n' * 4
    assert set(names(text)) == {'Mira', 'Tom'}


def test_a_rare_name_spelled_like_a_frequent_one_is_reported_and_kept():
    text = 'Mira: Why?\n\nTomkins: So.\n\n' * 4 + 'Tomkin: Oh.\n\nMira: Hm.\n\nTomkin: Oh.\n'
    transcript = read_lines(text, ())
    assert ('speaker_similar', 17) in codes(transcript)
    assert 'Tomkin' in names(text)


def test_numbered_speakers_are_never_similar():
    text = 'Speaker 1: Why?\n\nSpeaker 2: So.\n\n' * 4 + 'Speaker 3: Oh.\n'
    assert [code for code, _ in codes(read_lines(text, ()))] == ['speakers_inferred']


def test_a_label_that_recurs_undeclared_is_reported_once():
    text = 'Mira: Why?\n\nTom: So.\n\n' + 'Zoe: Ahoy.\n\n' * 50
    assert codes(read_lines(text, CREW)) == [('speaker_undeclared', 5)]


def test_a_guest_who_asks_most_is_still_the_guest():
    text = 'Guest: Why?\n\nMira: So.\n\nGuest: How?\n\nMira: Thus.'
    roles = {speaker.name: speaker.role for speaker in read_lines(text, ()).speakers}
    assert roles == {'Guest': 'interviewee', 'Mira': 'interviewer'}


@pytest.mark.parametrize(
    ('text', 'people'),
    [
        ('Mira Salt', [('Mira Salt', (), '')]),
        (' Mira  Salt ; Tom ; ', [('Mira Salt', (), ''), ('Tom', (), '')]),
        ('Mira [M, MS]', [('Mira', ('M', 'MS'), '')]),
        ('Mira [M; S]; Tom', [('Mira', ('M; S',), ''), ('Tom', (), '')]),
        ('Mira (baker; sailor)', [('Mira', (), 'baker; sailor')]),
        ('Mira [M] (baker (of bread))', [('Mira', ('M',), 'baker (of bread)')]),
        ('Mira []', [('Mira', (), '')]),
    ],
)
def test_people_are_declared_in_one_line(text, people):
    found = parse_people(text, 'interviewee')
    assert [(p.name, p.labels, p.description) for p in found] == people
    assert {p.role for p in found} == {'interviewee'}


@pytest.mark.parametrize('text', ['', ';', 'Mira; ; Tom', '[M]', 'Mira [M', 'Mira (b', 'Mira] M'])
def test_people_that_cannot_be_understood_are_refused(text):
    with pytest.raises(ValueError, match='not of the form'):
        parse_people(text, 'interviewee')


def test_one_person_declared_twice_is_refused():
    with pytest.raises(ValueError, match='twice'):
        parse_people('Mira; Tom; Mira', 'interviewee')


@pytest.mark.parametrize('people', [CREW, ()], ids=['declared', 'inferred'])
def test_a_question_mark_means_that_nobody_knows_who_speaks(people):
    text = 'Mira: Why?\n\nTom: So.\n\n?: Ahoy!\n\nMira: Ha?\n\nTom: Hm.'
    transcript = read_lines(text, people)
    assert transcript.turns[2].speakers == ()
    assert transcript.turns[2].text == 'Ahoy!'


def test_letters_that_come_back_are_who_had_that_initial_before():
    text = 'Ada: Good evening?\n\nTom: Hm.\n\nA: Why?\n\nT: So.\n\nA: Oh?\n\nT: Yes.'
    said = ['Ada', 'Tom', 'Ada', 'Tom', 'Ada', 'Tom']
    assert [who for who, _ in turns(read_lines(text, ()))] == said
    people = (Speaker('Ada', 'interviewer'), Speaker('Tom', 'interviewee'))
    assert [who for who, _ in turns(read_lines(text, people))] == said


def test_letters_that_fit_two_names_are_nobody_of_them_and_a_warning():
    text = 'Ada: Yes?\n\nAnna: Hm.\n\nAda: So?\n\nAnna: No.\n\nA: Why?\n\nAda: Oh?\n\nA: Yes.'
    transcript = read_lines(text, ())
    assert turns(transcript)[4][0] == 'A'
    assert ('alias_ambiguous', 9) in codes(transcript)


def test_letters_of_questions_and_answers_are_no_initials():
    text = 'Ada: Yes?\n\nTom: Hm.\n\nAda: So.\n\nQ: Why?\n\nA: So.\n\nQ: Oh?\n\nA: Yes.'
    assert [who for who, _ in turns(read_lines(text, ()))][-2:] == ['Q', 'A']
