"""How speakers are called in references and indices, and what is said where that is a guess."""

from __future__ import annotations

import json

import pytest

TALK = '\n   A: Why?\n\n   G: So.\n\n'


def interview(interviewee: str, name: str = 'lamps') -> str:
    options = (
        f'   :name: {name}\n   :interviewer: Ada Reader [A]\n   :interviewee: {interviewee} [G]\n'
    )
    return f'.. interview:: {name.title()}\n{options}{TALK}'


def host(*interviews: str) -> dict[str, str]:
    return {'index.rst': 'Host\n====\n\n' + ''.join(interviews)}


def guesses(built) -> list[str]:
    return [line for line in built.messages.splitlines() if '[interview.name]' in line]


def test_a_guess_is_told_once_at_the_interview_with_what_to_write(build):
    built = build(host(interview('Marta Vega Soler'), interview('Marta Vega Soler', 'nets')))
    (line,) = guesses(built)
    assert line.endswith(
        "index.rst:4: 'Marta Vega Soler' is cited as “Soler, Marta Vega”; to be sure, write "
        "interview_speakers = {'Marta Vega Soler': {'family': 'Soler', 'given': 'Marta Vega'}} "
        '[interview.name]'
    )


@pytest.mark.parametrize('how', ['conf', 'page'])
def test_who_is_known_is_no_guess(build, how):
    details = {'family': 'Vega Soler', 'given': 'Marta'}
    page = '.. interview:speaker:: Marta Vega Soler\n   :family: Vega Soler\n   :given: Marta\n'
    known = {'interview_speakers': {'Marta Vega Soler': details}} if how == 'conf' else {}
    parts = [interview('Marta Vega Soler'), page if how == 'page' else '']
    built = build(host(*parts), **known)
    assert guesses(built) == []
    assert 'author = {Vega Soler, Marta}' in built.read('_interviews/lamps.bib')


def test_what_is_proposed_for_a_name_of_one_piece_keeps_it_whole(build):
    name = 'Ada the Great'
    (line,) = guesses(build(host(interview(name))))
    assert f"{{'{name}': {{'family': '{name}'}}}}" in line
    built = build(host(interview(name)), interview_speakers={name: {'family': name}})
    assert guesses(built) == []
    assert f'"literal": "{name}"' not in built.read('_interviews/lamps.csl.json')
    (author,) = json.loads(built.read('_interviews/lamps.csl.json'))[0]['author']
    assert author == {'family': name}


@pytest.mark.parametrize(
    ('name', 'kind'), [('Ada the Great', 'Person'), ('The Harbour Choir', 'Organization')]
)
def test_json_ld_tells_people_of_one_name_from_groups(build, name, kind):
    page = build(host(interview(name))).page()
    (script,) = page.xpath('//script[@type="application/ld+json"]')
    (person,) = json.loads(script.text)['contributor']
    assert (person['@type'], person['name']) == (kind, name)


def test_the_index_of_speakers_knows_family_names(build):
    names = [
        'Keeper, Grace',
        'Jane Miller, PhD',
        'Jan van der Berg',
        '山田 花子',
        'Marta Vega Soler',
    ]
    interviews = [interview(name, f'talk{number}') for number, name in enumerate(names)]
    speakers = {'Marta Vega Soler': {'family': 'Vega Soler', 'given': 'Marta'}}
    page = build(host(*interviews), interview_speakers=speakers).page('interview-speakerindex')
    links = page.xpath('//table[contains(@class, "indextable")]//a')
    found = [link.text_content() for link in links]
    assert [name for name in found if name in names] == [
        'Jan van der Berg', 'Keeper, Grace', 'Jane Miller, PhD', 'Marta Vega Soler', '山田 花子',
    ]  # fmt: skip
