"""What reference managers read."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import assert_linear

from sphinxext.interview.citing.bibliography import entries
from sphinxext.interview.citing.csl.reading import parse_csl_json
from sphinxext.interview.citing.csl.writing import csl_json
from sphinxext.interview.citing.dates import Date, parse_date
from sphinxext.interview.citing.exports import FORMATS
from sphinxext.interview.citing.exports.bibtex import babel_name, biblatex, bibtex
from sphinxext.interview.citing.exports.ris import ris
from sphinxext.interview.citing.exports.structured import Part, Said, json_ld
from sphinxext.interview.citing.names import Name
from sphinxext.interview.citing.record import Entry, Locator, Record
from sphinxext.interview.citing.styles import STYLES, style_in

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
    return parse_csl_json(
        (Path(__file__).parent / 'golden' / 'items.json').read_text('utf-8')
    ).records


def test_bibtex_is_misc_with_the_interviewers_in_words():
    assert bibtex([RECORD]) == (
        '@misc{lamps,\n'
        '  author = {van der Berg, Jean-Paul},\n'
        '  title = {{Oil \\& lamps: 100\\% \\{safe\\}?}},\n'
        '  howpublished = {Interview by Ada N. Reader and The Harbour Team. The Harbour Pages},\n'
        '  year = {2024},\n'
        '  month = nov,\n'
        '  url = {https://example.org/lamps#x_y},\n'
        '  langid = {english},\n'
        '  keywords = {lamps, sea},\n'
        '  entrysubtype = {interview},\n'
        '}\n'
    )


def test_biblatex_has_whole_dates_and_a_field_for_each_part():
    assert biblatex([RECORD]) == (
        '@misc{lamps,\n'
        '  author = {van der Berg, Jean-Paul},\n'
        '  title = {{Oil \\& lamps: 100\\% \\{safe\\}?}},\n'
        '  titleaddon = {Interview by Ada N. Reader and The Harbour Team, October 2024},\n'
        '  howpublished = {The Harbour Pages},\n'
        '  date = {2024-11-05},\n'
        '  url = {https://example.org/lamps#x_y},\n'
        '  langid = {english},\n'
        '  keywords = {lamps, sea},\n'
        '  entrysubtype = {interview},\n'
        '}\n'
    )


@pytest.mark.parametrize(
    ('language', 'name'),
    [('de', 'ngerman'), ('de_AT', 'naustrian'), ('pt-BR', 'brazilian'), ('xx', ''), ('', '')],
)
def test_languages_have_the_names_of_babel(language, name):
    assert babel_name(language) == name


DATES_OF_ALL_KINDS = (
    '2024 2024-11 2024-11-05/2024-11-07 1974~ 1974? 197X 19XX 2024-21 2024/.. ../2024 2024-XX'
).split()
EVERYTHING = [
    RECORD._replace(key=f'd{number}', issued=parse_date(date), **parts)
    for number, date in enumerate(DATES_OF_ALL_KINDS)
    for parts in (
        {
            'medium': 'audio',
            'archive': 'Museum',
            'number': '67A',
            'publisher': 'Press',
            'place': 'Leeds',
            'doi': '10.1/x',
            'accessed': Date(2025, 1, 2),
            'others': (Name('Ott', 'Tom'),),
        },
    )
] + [
    Record('nobody', 'Nobody', issued=Date(2024)),
    RECORD._replace(key='untitled', title=''),
    RECORD._replace(key='ohne-verlag', place='Bath', archive='Museum', language='de'),
]


@pytest.mark.parametrize('form', ['bibtex', 'biblatex'])
def test_biber_finds_nothing_that_the_data_model_has_not(tmp_path, form, program):
    program('biber')
    (tmp_path / 'x.bib').write_text(FORMATS[form][1](EVERYTHING), 'utf-8')
    command = ['biber', '--tool', '--validate-datamodel', '--nolog', 'x.bib']
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [line for line in said.stdout.splitlines() if line.startswith(('WARN', 'ERROR'))] == []


@pytest.mark.parametrize('style', ['plain', 'alpha', 'abbrv', 'unsrt'])
def test_bibtex_has_nothing_to_warn_of(tmp_path, style, program):
    program('bibtex')
    (tmp_path / 'x.bib').write_text(bibtex(EVERYTHING), 'utf-8')
    (tmp_path / 'x.aux').write_text(f'\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{x}}\n')
    said = subprocess.run(
        ['bibtex', 'x'], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (said.returncode, 'Warning' in said.stdout) == (0, False), said.stdout


def test_ris_gives_nobody_a_role_that_means_something_else():
    record = RECORD._replace(others=(Name('Ott', 'Tom'),))
    lines = ris([record]).split('\r\n')
    assert [line for line in lines if line.startswith('A')] == ['AU  - van der Berg, Jean-Paul']
    assert 'N1  - Interview by Ada N. Reader and The Harbour Team with Tom Ott' in lines


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
    records = [RECORD._replace(key='other'), *golden_records]
    assert parse_csl_json(csl_json(records)) == (records, [])


def test_ris_begins_with_its_type_and_ends():
    lines = ris([RECORD]).split('\r\n')
    assert lines[0] == 'TY  - ELEC'
    assert lines[-2:] == ['ER  - ', '']
    assert 'AU  - van der Berg, Jean-Paul' in lines
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
    name = record.interviewees[0]
    parts = [Part(record.title, '#x', (Said((record.title,), '#y', record.title),))]
    script = json_ld(record, '#lamps', {record.title: name}, parts)
    assert '<' not in script
    assert json.loads(script).get('headline', '') == record.title


@given(RECORDS)
def test_every_style_writes_any_record(record):
    for name in STYLES:
        for language in ('en', 'de', 'ja'):
            how = style_in(name, language)
            for entry in entries([record, record._replace(key='again')], how):
                where = Locator('timestamp', record.medium)
                written = [how.cite(entry, where), how.narrate(entry, None), how.reference(entry)]
                assert all(isinstance(piece, str) for pieces in written for piece in pieces)


@pytest.mark.parametrize('part', ["' ", '" ', "a'", 'a b ', '“', '. ', ' (', "x '"])
def test_a_hostile_title_takes_linear_time(part):
    def work(title: str) -> None:
        record = Record('x', title, RECORD.interviewees, container=title)
        for how in STYLES.values():
            assert how.reference(Entry(record))

    assert_linear(work, part * 5_000, part * 20_000)


def test_bibtex_escapes_every_sign_of_tex():
    text = bibtex([Record('x', 'a { b', archive='{\\}', url='https://x.example/{a b}\\"')])
    assert r'title = {{a \textbraceleft{} b}}' in text
    assert r'note = {\{\textbackslash{}\}}' in text
    assert 'url = {https://x.example/%7Ba%20b%7D%5C%22}' in text


@pytest.mark.parametrize('form', FORMATS)
def test_an_empty_record_can_be_written(form):
    assert FORMATS[form][1]([Record('x', '')])
