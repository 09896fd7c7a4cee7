"""Who speaks: declared people, and people inferred."""

from __future__ import annotations

import pytest
from reading import ADA, PEOPLE, codes, read_lines, turns

from sphinxext.interview.transcript.model import Speaker
from sphinxext.interview.transcript.people.declared import parse_people


def test_people_are_parsed_with_labels_and_description():
    assert parse_people('Ada Reader [A, AR] (editor); Grace Keeper', 'interviewee') == (
        Speaker('Ada Reader', 'interviewee', ('A', 'AR'), 'editor'),
        Speaker('Grace Keeper', 'interviewee'),
    ) or list(parse_people('Ada Reader [A, AR] (editor); Grace Keeper', 'interviewee')) == [
        Speaker('Ada Reader', 'interviewee', ('A', 'AR'), 'editor'),
        Speaker('Grace Keeper', 'interviewee'),
    ]


def test_with_declared_people_no_speaker_is_made_up():
    transcript = read_lines('Ada: Why?\n\nGrace: Like this:\n\nMorning: I rise.\n\nMorning: Again.')
    assert [name for name, _ in turns(transcript)] == ['Ada Reader', 'Grace Keeper']
    assert codes(transcript) == [('speaker_undeclared', 5)]


def test_a_label_seen_once_is_reported():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\nPip: Me too.')
    assert codes(transcript) == [('label_once', 5)]
    assert turns(transcript)[1] == ('Grace Keeper', ['So.', 'Pip: Me too.'])


def test_a_misspelt_label_is_reported_with_the_right_one():
    transcript = read_lines('Ada: Why?\n\nGrace: So.\n\nGrcae: Me too.')
    (finding,) = transcript.findings
    assert (finding.code, finding.line) == ('speaker_similar', 5)
    assert 'Grace' in finding.text


def test_a_label_that_fits_two_people_is_reported():
    people = (ADA, Speaker('Ada Keeper', 'interviewee'))
    transcript = read_lines('Ada: Why?\n\nKeeper: So.', people)
    assert ('alias_ambiguous', 1) in codes(transcript)


def test_a_listed_label_decides_what_a_name_would_leave_open():
    people = (ADA, Speaker('Alan Rower', 'interviewee', ('AR',)))
    transcript = read_lines('Ada: Why?\n\nAR: So.', people)
    assert turns(transcript) == [('Ada Reader', ['Why?']), ('Alan Rower', ['So.'])]
    assert codes(transcript) == []


def test_somebody_declared_who_never_speaks_is_reported():
    transcript = read_lines('Ada: Why?\n\nAda: Nobody here?')
    assert codes(transcript) == [('speaker_unused', 1)]


@pytest.mark.parametrize(
    ('text', 'roles'),
    [
        ('Nora: Why?\n\nPip: So.\n\nNora: How?\n\nPip: Thus.', ('Nora', 'Pip')),
        ('Pip: Hello.\n\nNora: Why?\n\nPip: So.\n\nNora: How?', ('Nora', 'Pip')),
        ('Q: Why.\n\nA: So?', ('Q', 'A')),
        ('Interviewer: Go on.\n\nGuest: Really?', ('Interviewer', 'Guest')),
        ('**Nora:** Why?\n\n**Pip:** So.', ('Nora', 'Pip')),
    ],
)
def test_without_people_who_asks_most_is_the_interviewer(text, roles):
    transcript = read_lines(text, ())
    found = {speaker.role: speaker.name for speaker in transcript.speakers}
    assert (found['interviewer'], found['interviewee']) == roles
    assert [finding.code for finding in transcript.findings] == ['speakers_inferred']


def test_a_space_before_the_colon_makes_speakers_only_where_all_have_one():
    bread = 'Nora: Why?\n\nPip: So.\n\nBread : rye.\n\nBread : wheat.\n\nNora: How?\n\nPip: So.'
    assert {name for name, _ in turns(read_lines(bread, ()))} == {'Nora', 'Pip'}
    french = 'Nora : Pourquoi ?\n\nPip : Parce que.\n\nNora : Comment ?\n\nPip : Ainsi.'
    assert {name for name, _ in turns(read_lines(french, ()))} == {'Nora', 'Pip'}


def test_inferred_people_come_as_options_to_paste():
    (finding,) = read_lines('Nora: Why?\n\nPip: So.\n\nNora: How?\n\nPip: So.', ()).findings
    assert finding.level == 'info'
    assert finding.text.splitlines()[1:] == [':interviewer: Nora', ':interviewee: Pip']


def test_pasted_options_give_the_same_transcript():
    text = 'Nora Page: Why?\n\nPip: So.\n\nNora: How?\n\nPip: Thus.'
    inferred = read_lines(text, ())
    people = parse_people('Nora Page', 'interviewer') + parse_people('Pip', 'interviewee')
    assert turns(read_lines(text, tuple(people))) == turns(inferred)


def test_what_only_looks_like_a_speaker_is_text_when_inferred():
    text = 'Nora: Why?\n\nPip: So.\n\nSource: https://example.org\n\nNora: How?\n\nPip: Note: this.'
    assert [name for name, _ in turns(read_lines(text, ()))] == ['Nora', 'Pip', 'Nora', 'Pip']


def test_names_in_scripts_without_capitals_are_names():
    transcript = read_lines(
        '記者：なぜ？\n\n店主：そうだから。\n\n記者：どうやって？\n\n店主：こうやって。', ()
    )
    assert [name for name, _ in turns(transcript)] == ['記者', '店主', '記者', '店主']


def test_declared_people_keep_their_place_and_details():
    transcript = read_lines('Ada: Why?\n\nGrace: So.')
    assert transcript.speakers == PEOPLE
