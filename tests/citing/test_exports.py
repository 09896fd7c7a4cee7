"""What reference managers read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.dates import Date, parse_date
from sphinxext.interview.citing.exports import FORMATS, bibtex, csl_json, ris
from sphinxext.interview.citing.names import Name, parse_name
from sphinxext.interview.citing.record import Record

RECORD = Record(
    'lamps',
    'Oil & lamps: 100% {safe}?',
    interviewees=(Name('Berg', 'Jean-Paul', 'van der'),),
    interviewers=(Name('Reader', 'Ada N.'), Name(literal='The Harbour Team')),
    issued=Date(2024, 11, 5),
    conducted=Date(2024, 10),
    container='The Harbour Pages',
    url='https://example.org/lamps#x_y',
    language='en',
    tags=('lamps', 'sea'),
)


def test_bibtex_is_misc_with_the_interviewers_in_words():
    assert bibtex([RECORD]) == (
        '@misc{lamps,\n'
        '  author = {van der Berg, Jean-Paul},\n'
        '  title = {{Oil \\& lamps: 100\\% \\{safe\\}?}},\n'
        '  howpublished = {Interview by Ada N. Reader and The Harbour Team. The Harbour Pages},\n'
        '  year = {2024},\n'
        '  date = {2024-11-05},\n'
        '  eventdate = {2024-10},\n'
        '  url = {https://example.org/lamps#x_y},\n'
        '  langid = {en},\n'
        '  keywords = {lamps, sea},\n'
        '  entrysubtype = {interview},\n'
        '  month = nov,\n'
        '}\n'
    )


def test_csl_json_says_it_is_an_interview():
    (item,) = json.loads(csl_json([RECORD]))
    assert item == {
        'id': 'lamps',
        'type': 'interview',
        'title': 'Oil & lamps: 100% {safe}?',
        'author': [{'family': 'Berg', 'given': 'Jean-Paul', 'non-dropping-particle': 'van der'}],
        'interviewer': [{'family': 'Reader', 'given': 'Ada N.'}, {'literal': 'The Harbour Team'}],
        'issued': {'date-parts': [[2024, 11, 5]]},
        'event-date': {'date-parts': [[2024, 10]]},
        'container-title': 'The Harbour Pages',
        'URL': 'https://example.org/lamps#x_y',
        'language': 'en',
        'keyword': 'lamps, sea',
    }


def test_ris_begins_with_its_type_and_ends():
    lines = ris([RECORD]).split('\r\n')
    assert lines[0] == 'TY  - ELEC'
    assert lines[-2:] == ['ER  - ', '']
    assert 'AU  - van der Berg, Jean-Paul' in lines
    assert 'A2  - The Harbour Team' in lines
    assert 'DA  - 2024/11/05' in lines


@given(st.text())
def test_ris_has_one_field_a_line_whatever_the_title(title):
    lines = ris([Record('x', title)]).split('\r\n')
    assert all(line[2:6] == '  - ' for line in lines[:-1])
    assert not any('\n' in line for line in lines)


@given(st.text(st.sampled_from('{}\\&%$#_~^a ')))
def test_braces_of_bibtex_are_balanced_whatever_the_title(title):
    depth = 0
    text = bibtex([Record('x', title)]).replace('\\{', '').replace('\\}', '')
    for sign in text:
        depth += (sign == '{') - (sign == '}')
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize('form', FORMATS)
def test_an_empty_record_can_be_written(form):
    assert FORMATS[form][1]([Record('x', '')])


@pytest.mark.parametrize(
    ('text', 'name'),
    [
        ('Grace Keeper', Name('Keeper', 'Grace')),
        ('Ada N. Reader', Name('Reader', 'Ada N.')),
        ('Ben de la Cruz', Name('Cruz', 'Ben', 'de la')),
        ('Pip Orchard Jr.', Name('Orchard', 'Pip', suffix='Jr.')),
        ('Pip Orchard, Jr.', Name('Orchard', 'Pip', suffix='Jr.')),
        ('Linus', Name(literal='Linus')),
        ('王小明', Name(literal='王小明')),
    ],
)
def test_a_name_is_split_into_its_parts(text, name):
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ('text', 'date'),
    [
        ('2024-11-05', Date(2024, 11, 5)),
        ('2024-11', Date(2024, 11)),
        ('2024', Date(2024)),
        ('2024-13-01', None),
        ('last spring', None),
    ],
)
def test_dates_are_those_of_iso_8601(text, date):
    assert parse_date(text) == date
