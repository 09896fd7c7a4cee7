"""What reference managers read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.csl import csl_json, parse_csl_json
from sphinxext.interview.citing.dates import Date
from sphinxext.interview.citing.exports import FORMATS, bibtex, ris
from sphinxext.interview.citing.names import Name
from sphinxext.interview.citing.record import Record
from sphinxext.interview.citing.structured import Part, json_ld

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


@pytest.fixture
def golden_records():
    return parse_csl_json((Path(__file__).parent / 'golden' / 'items.json').read_text('utf-8'))


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


#: What ``csl-data.json`` of CSL 1.0.2 says of the fields that we write; it allows no others.
TEXTS = {
    'id', 'title', 'container-title', 'publisher', 'publisher-place', 'archive-place', 'medium',
    'archive', 'URL', 'DOI', 'language', 'keyword',
}  # fmt: skip
NAMES = {'author', 'interviewer', 'contributor'}
DATES = {'issued', 'event-date'}
PARTS = {'family', 'given', 'non-dropping-particle', 'suffix', 'literal'}


def test_csl_json_has_only_what_the_schema_allows(golden_records):
    items = json.loads(csl_json([RECORD, *golden_records]))
    for item in items:
        assert item.pop('type') == 'interview'
        assert set(item) <= TEXTS | NAMES | DATES
        assert all(isinstance(item[name], str) for name in TEXTS & set(item))
        for name in (part for role in NAMES & set(item) for part in item[role]):
            assert set(name) <= PARTS
            assert all(isinstance(part, str) for part in name.values())
        for (parts,) in (item[name]['date-parts'] for name in DATES & set(item)):
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)


def test_csl_json_is_read_as_it_was_written(golden_records):
    assert parse_csl_json(csl_json([RECORD, *golden_records])) == [RECORD, *golden_records]


def test_ris_begins_with_its_type_and_ends():
    lines = ris([RECORD]).split('\r\n')
    assert lines[0] == 'TY  - ELEC'
    assert lines[-2:] == ['ER  - ', '']
    assert 'AU  - van der Berg, Jean-Paul' in lines
    assert 'A2  - The Harbour Team' in lines
    assert 'DA  - 2024/11/05' in lines


#: What breaks out of a value, if it isn't escaped.
SIGNS = st.text(
    st.sampled_from('{}\\"\',&%$#_~^@= a\n\r\u2028\x85\x00<>')
    | st.characters(exclude_categories=['Cs'])
)
TEXTS_OF_ANY_KIND = (
    SIGNS
    | st.sampled_from(
        ['a { b', '}', '</script>', '\nER  - \nTY  - BOOK', '},\n@misc{x, title={', ' and ']
    )
    | st.lists(SIGNS | st.just(' and '), max_size=3).map(''.join)
)
NAMES_OF_ANY_KIND = st.builds(Name, *[TEXTS_OF_ANY_KIND] * 4) | st.builds(
    Name, literal=TEXTS_OF_ANY_KIND.filter(bool)
)
RECORDS = st.builds(
    Record,
    st.just('lamps'),
    TEXTS_OF_ANY_KIND,
    *[st.tuples(NAMES_OF_ANY_KIND)] * 3,
    st.just(Date(2024, 11)),
    st.none(),
    *[TEXTS_OF_ANY_KIND] * 9,
    st.tuples(TEXTS_OF_ANY_KIND),
)


@given(RECORDS)
def test_ris_has_one_field_a_line_whatever_the_values(record):
    lines = ris([record, Record('next', 'Next')]).split('\r\n')
    assert all(re.fullmatch('[A-Z][A-Z0-9]  - .*', line.lstrip('\n')) for line in lines if line)
    assert [line for line in lines if line.lstrip('\n').startswith(('TY', 'ID', 'ER'))] == [
        'TY  - ELEC', 'ID  - lamps', 'ER  - ', '\nTY  - ELEC', 'ID  - next', 'ER  - ',
    ]  # fmt: skip


@given(RECORDS)
def test_bibtex_keeps_its_fields_whatever_the_values(record):
    pybtex = pytest.importorskip('pybtex.database')
    text = bibtex([record, Record('next', 'Next')])
    assert all(line.startswith(('@', '  ', '}')) for line in text.split('\n') if line)
    entries = pybtex.parse_string(text, 'bibtex').entries
    assert list(entries) == ['lamps', 'next']
    assert entries['lamps'].fields['year'] == '2024'
    assert entries['lamps'].fields['entrysubtype'] == 'interview'
    assert len(entries['lamps'].persons.get('author', [1])) == 1


@given(RECORDS)
def test_csl_json_keeps_its_values_and_json_ld_ends_no_script(record):
    (item,) = json.loads(csl_json([record]))
    assert item.get('title', '') == record.title
    script = json_ld(record, '#lamps', [Part(record.title, '#x', ((record.title, '#y'),))])
    assert '<' not in script
    assert json.loads(script).get('headline', '') == record.title


def test_bibtex_escapes_every_sign_of_tex():
    text = bibtex([Record('x', 'a { b', archive='{\\}', url='https://x.example/{a b}\\"')])
    assert r'title = {{a \textbraceleft{} b}}' in text
    assert r'note = {\{\textbackslash{}\}}' in text
    assert 'url = {https://x.example/%7Ba%20b%7D%5C%22}' in text


@pytest.mark.parametrize('form', FORMATS)
def test_an_empty_record_can_be_written(form):
    assert FORMATS[form][1]([Record('x', '')])
