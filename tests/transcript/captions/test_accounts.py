"""Voices that are no names: accounts, and marks that only repeat themselves."""

from __future__ import annotations

import pytest

from sphinxext.interview.transcript.captions.cues import Captions, Cue
from sphinxext.interview.transcript.captions.merging import transcribe
from sphinxext.interview.transcript.model import Speaker, Transcript

ONE = '5b1d9c1e-0a1b-4c2d-8e3f-aa00bb11cc22'
TWO = '77e0c9b4-d6de-4cad-9c2a-9b587e97837f@11d988bf-86f1-41af-91ab-2d7cd011db47'


def heard(said: list[tuple[str, str]], people: tuple[Speaker, ...] = ()) -> Transcript:
    cues = [Cue(n, n + 1, text, n + 1, speaker) for n, (speaker, text) in enumerate(said)]
    return transcribe(Captions(cues), people)


def names(transcript: Transcript) -> list[str]:
    return [' & '.join(s.name for s in turn.speakers) for turn in transcript.turns]


def warnings(transcript: Transcript) -> list[tuple[str, int]]:
    return [(f.code, f.line) for f in transcript.findings if f.level == 'warning']


@pytest.mark.parametrize('account', [ONE, TWO, f'live:{ONE}', 'ada.reader@mail.example.org'])
def test_an_account_is_a_speaker_with_a_number_and_a_warning(account):
    transcript = heard([('Bo', 'Why?'), (account, 'So.'), ('Bo', 'Oh?'), (account, 'Yes.')])
    assert names(transcript) == ['Bo', 'Speaker 1', 'Bo', 'Speaker 1']
    assert warnings(transcript) == [('speaker_unnamed', 2)]
    assert f'“Full Name [{account}]”' in transcript.findings[0].text


def test_an_account_takes_no_name_that_somebody_has():
    transcript = heard([('Speaker 1', 'Why?'), (ONE, 'So.'), (TWO, 'Yes.')])
    assert names(transcript) == ['Speaker 1', 'Speaker 2', 'Speaker 3']


def test_an_account_that_is_somebodys_label_is_that_person():
    people = (Speaker('Ada Reader', 'interviewer', (ONE,)), Speaker('Bo', 'interviewee'))
    transcript = heard([(ONE, 'Why?'), ('Bo', 'So.')], people)
    assert names(transcript) == ['Ada Reader', 'Bo']
    assert warnings(transcript) == []


@pytest.mark.parametrize('name', ['@ada', 'Ada @ home', 'Ada 5b1d9c1e', 'beef-cafe'])
def test_other_names_with_such_signs_stay(name):
    assert names(heard([(name, 'Why?'), ('Bo', 'So.')])) == [name, 'Bo']


def test_a_voice_that_only_repeats_its_name_is_a_note():
    transcript = heard([('New film', 'New film'), ('Ada', 'Why?'), ('Bo', 'So.'), ('End', 'End')])
    assert names(transcript) == ['Ada', 'Bo']
    first, *_, last = [*transcript.preamble, *transcript.items, *transcript.epilogue]
    assert (first.text, last.text) == ('New film', 'End')
    assert warnings(transcript) == []


def test_somebody_who_says_more_may_say_their_name():
    transcript = heard([('Ada', 'Who are you?'), ('Bo', 'Bo'), ('Ada', 'Bo?'), ('Bo', 'Yes.')])
    assert names(transcript) == ['Ada', 'Bo', 'Ada', 'Bo']


def test_a_voice_of_brackets_alone_is_a_name():
    assert names(heard([('[]', 'Why?'), ('?', 'So.'), ('b', 'Oh.')])) == ['[]', '', 'b']
