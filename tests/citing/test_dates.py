"""Dates as people write them, and as the formats have them; `dates.json` holds right values of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.csl.reading import parse_csl_json
from sphinxext.interview.citing.csl.writing import csl_json
from sphinxext.interview.citing.dates import Date, parse_date
from sphinxext.interview.citing.exports.bibtex import biblatex, bibtex
from sphinxext.interview.citing.exports.ris import ris
from sphinxext.interview.citing.exports.structured import dublin_core, json_ld
from sphinxext.interview.citing.record import Record

CASES = json.loads(Path(__file__).with_name('dates.json').read_text('utf-8'))


def edtf(text: str) -> str | None:
    date = parse_date(text)
    return date and date.edtf


@pytest.mark.parametrize('case', CASES, ids=lambda case: case['written'])
def test_a_date_is_read_rightly_or_not_at_all(case):
    assert edtf(case['written']) == case['iso']


@pytest.mark.parametrize(
    'text',
    [
        '2024', '2024-11', '2024-11-05', '2024-11-05/2024-11-07', '2024/2025', '2024-11/2025-01-03',
        '1974~', '1974?', '1974%', '1974-03~', '1974~/1978?', '197X', '19XX', '2024-XX', '2024-11-XX',
        '2024-XX-XX', '2024-21', '2024-24~', '2024/..', '../2024', '2024/', '/2024', '2024-02-29',
    ],
)  # fmt: skip
def test_edtf_of_levels_0_and_1_stays_as_it_is(text):
    assert edtf(text) == text


@pytest.mark.parametrize(
    ('text', 'date'),
    [
        ('Tuesday, 5 November 2024', '2024-11-05'),
        ('5th of November, 2024', '2024-11-05'),
        ('5. November 2024', '2024-11-05'),
        ('5 de noviembre de 2024', '2024-11-05'),
        ('1er août 2024', '2024-08-01'),
        ('5 ноября 2024 г.', '2024-11-05'),
        ('2024 г.', '2024'),
        ('2024年11月5日', '2024-11-05'),
        ('2024년 11월', '2024-11'),
        ('Nov 5, 2024 at 10:00 am', '2024-11-05'),
        ('Tue, 5 Nov 2024 10:00:00 +0000', '2024-11-05'),
        ('2024-11-05T10:00:00+02:00', '2024-11-05'),
        ('25/11/2024', '2024-11-25'),
        ('11/25/2024', '2024-11-25'),
        ('05/05/2024', '2024-05-05'),
        ('11/2024', '2024-11'),
        ('5–7 November 2024', '2024-11-05/2024-11-07'),
        ('November 5-7, 2024', '2024-11-05/2024-11-07'),
        ('30 November – 2 December 2024', '2024-11-30/2024-12-02'),
        ('December 30, 2024 – January 2, 2025', '2024-12-30/2025-01-02'),
        ('November to December 2024', '2024-11/2024-12'),
        ('2024-11-05 – 2024-11-07', '2024-11-05/2024-11-07'),
        ('1974–1978', '1974/1978'),
        ('circa March 1974', '1974-03~'),
        ('um 1974', '1974~'),
        ('c. 1974?', '1974%'),
        ('the 1970s', '197X'),
        ('Herbst 2024', '2024-23'),
    ],
)
def test_a_spelling_with_one_meaning_is_understood(text, date):
    assert edtf(text) == date


@pytest.mark.parametrize(
    'text',
    [
        '05/11/2024', '05-11-2024', '5 Nov 24', '1900s', '2023–24', 'Winter 2023/24', '2024/11',
        'November 0, 2024', '0/5/2024', '31.02.2024', 'Feb 30, 2024', 'jui 2024', '5 November',
        '2024-11-07/2024-11-05', '1978–1974', '2024-11-05/07', '../..', '/', '', 'Easter 2024',
        '2024-11-05T25:00', '202411', '2024-310', 'c1974', '1XXX', '2024-1X', '0000', '２０２４x',
    ],
)  # fmt: skip
def test_what_has_no_meaning_or_several_is_no_date(text):
    assert parse_date(text) is None


@given(st.text(st.sampled_from('0123456789-/.~?%X, TNovMayspringto–月')))
def test_what_is_read_is_written_so_that_it_is_read_again(text):
    date = parse_date(text)
    if date is not None:
        assert parse_date(date.edtf) == date


def test_dates_are_sorted_by_their_start():
    texts = ['2023', '2024', '2024-02', '2024-21', '2024-03', '2024-11-05', '2024-11-05/2024-11-07']
    assert sorted(texts, key=lambda text: parse_date(text).order) == texts


def exported(text: str) -> Record:
    date = parse_date(text)
    return Record('lamps', 'Lamps', issued=date, conducted=date)


@pytest.mark.parametrize(
    ('text', 'csl'),
    [
        ('2024-11-05/2024-11-07', {'date-parts': [[2024, 11, 5], [2024, 11, 7]]}),
        ('1974~', {'date-parts': [[1974]], 'circa': True}),
        ('2024-21', {'date-parts': [[2024]], 'season': 1}),
        ('2024-11/..', {'date-parts': [[2024, 11], [0]]}),
        ('197X', {'literal': '197X'}),
    ],
)
def test_csl_json_says_a_date_in_its_own_way_and_reads_it_again(text, csl):
    written = csl_json([exported(text)])
    assert json.loads(written)[0]['issued'] == csl
    assert parse_csl_json(written).records == [exported(text)]


@pytest.mark.parametrize(
    ('csl', 'date'),
    [
        ({'date-parts': [['2024', '11', '5']]}, '2024-11-05'),
        ({'date-parts': [[2024, 11]], 'circa': 1}, '2024-11~'),
        ({'date-parts': [[2024]], 'season': 'Spring'}, '2024-21'),
        ({'date-parts': [[2024]], 'season': 'season-04'}, '2024-24'),
        ({'date-parts': [[2024, 13]]}, '2024-21'),
        ({'date-parts': [[2024, 22]]}, '2024-22'),
        ({'date-parts': [[2023], [2024]]}, '2023/2024'),
        ({'raw': '5 November 2024'}, '2024-11-05'),
        ({'literal': 'ca. 1974'}, '1974~'),
        ('2024-11-05', '2024-11-05'),
        ({'date-parts': [[-350]]}, '-350'),
        ({'date-parts': [[]]}, None),
        ({'date-parts': [[]], 'literal': '1974'}, '1974'),
        ({'circa': False}, None),
        (None, None),
        ({'literal': 'n.d.'}, None),
        ({}, None),
    ],
)
def test_dates_of_other_programs_are_read(csl, date):
    (record,) = parse_csl_json(json.dumps([{'id': 'x', 'issued': csl}])).records
    assert (record.issued and record.issued.edtf) == date


@pytest.mark.parametrize(
    'csl',
    [
        {'raw': '05/11/2024'},
        {'literal': 'soon'},
        {'date-parts': [['2024-11-05']]},
        {'date-parts': [[2024, 2, 30]]},
    ],
)
def test_a_date_of_another_program_that_has_no_meaning_is_told_with_its_item(csl):
    records, (problem,) = parse_csl_json(json.dumps([{'id': 'x', 'issued': csl}]))
    assert problem.startswith("item 'x': issued is no date that can be understood: ")
    assert [record.issued for record in records] == [None]


@pytest.mark.parametrize(
    ('text', 'year', 'date'),
    [
        ('2024-11-05/2024-11-07', '2024', '2024-11-05/2024-11-07'),
        ('1974~', '1974', '1974~'),
        ('197X', '1970', '197X'),
        ('2024-21', '2024', '2024-21'),
    ],
)
def test_bibtex_has_the_year_and_biblatex_the_date(text, year, date):
    assert f'  year = {{{year}}},' in bibtex([exported(text)]).splitlines()
    assert f'  date = {{{date}}},' in biblatex([exported(text)]).splitlines()


@pytest.mark.parametrize(
    ('text', 'note'),
    [
        ('2024-11-05/2024-11-07', 'November 5–7, 2024'),
        ('1974~', 'ca. 1974'),
        ('197X', '1970s'),
        ('2024-21', 'Spring 2024'),
    ],
)
def test_bibtex_says_in_words_what_it_has_no_field_for(text, note):
    assert f'  note = {{{note}}},' in bibtex([exported(text)]).splitlines()


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('2024-11-05/2024-11-07', 'DA  - 2024/11/05/until 2024-11-07'),
        ('1974~', 'DA  - 1974///circa'),
        ('2024-21', 'DA  - 2024///Spring'),
        ('2024-11', 'DA  - 2024/11/'),
        ('197X', 'PY  - 1970s'),
    ],
)
def test_ris_says_in_words_what_it_has_no_place_for(text, expected):
    assert expected in ris([exported(text)]).split('\r\n')


@pytest.mark.parametrize(
    ('text', 'published'),
    [
        ('2024-11-05/2024-11-07', '2024-11-05'),
        ('1974~', '1974'),
        ('2024-21', '2024'),
        ('197X', None),
    ],
)
def test_json_ld_has_a_day_month_or_year_and_dublin_core_edtf(text, published):
    data = json.loads(json_ld(exported(text), '#lamps', {}, []))
    assert data.get('datePublished') == data.get('dateCreated') == published
    assert dict(dublin_core(exported(text)))['DC.date'] == text


def test_a_season_is_named_in_english():
    assert Date(2024, 23).month_name == 'Autumn'
