"""Names in the parts that references need; `names.json` holds right values of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.names import Name, parse_name

CASES = json.loads(Path(__file__).with_name('names.json').read_text('utf-8'))


@pytest.mark.parametrize('case', CASES, ids=lambda case: case['written'])
def test_a_name_has_the_right_parts(case):
    name = parse_name(case['written'])
    parts = {part: value for part, value in case.items() if value is not None and part != 'written'}
    assert {part: getattr(name, part) for part in parts} == parts


@pytest.mark.parametrize(
    ('text', 'name'),
    [
        ('Grace Keeper', Name('Keeper', 'Grace')),
        ('Ada N. Reader', Name('Reader', 'Ada N.')),
        ('Pip Orchard Jr.', Name('Orchard', 'Pip', suffix='Jr.')),
        ('Pip Orchard, Jr.', Name('Orchard', 'Pip', suffix='Jr.')),
        ('Orchard, Jr., Pip', Name('Orchard', 'Pip', suffix='Jr.')),
        ('Orchard Jr., Pip', Name('Orchard', 'Pip', suffix='Jr.')),
        ('Orchard, Pip', Name('Orchard', 'Pip')),
        ('Orchard, P. J.', Name('Orchard', 'P. J.')),
        ('Orchard, J.D.', Name('Orchard', 'J.D.')),
        ('Vega Soler, Marta', Name('Vega Soler', 'Marta')),
        ('van der Salt, Jan', Name('Salt', 'Jan', 'van der')),
        ('Salt, Jan van der', Name('Salt', 'Jan', 'van der')),
        ('Vega y Soler, Marta', Name('Vega y Soler', 'Marta')),
        ('Marta de Vega y Soler', Name('Vega y Soler', 'Marta', 'de')),
        ('von Salt', Name('Salt', '', 'von')),
    ],
)
def test_a_comma_says_what_is_the_family_name(text, name):
    assert parse_name(text) == name


@pytest.mark.parametrize(
    'text',
    [
        'Prof. Dr. med. Ann Miller',
        'Miller, Dr. Ann',
        'Dame Ann Miller, M.D., Ph.D.',
        'Ann Miller PhD',
        'Miller, M.D., Ann',
        'Ann Miller, OBE',
        'Ann Miller, piano tuner',
        'Ann Miller, Director of Hedges',
        'Ann Miller (she/her)',
        '  Ann\u00a0 Miller ',
    ],
)
def test_titles_degrees_and_descriptions_are_no_name(text):
    assert parse_name(text) == Name('Miller', 'Ann')


@pytest.mark.parametrize(
    'text',
    [
        'The Harbour Choir',
        'Harbour team',
        'Salt, Fish and Chips',
        'Lamps, Inc.',
        'Speaker 1',
        'BBC News',
        'Department of Lamps, University of Hedges',
        'Ada Reader and Ben Miller',
    ],
)
def test_a_group_is_one_name(text):
    name = parse_name(text)
    assert (name, name.is_group) == (Name(literal=text), True)


@pytest.mark.parametrize(
    'text', ['Queen Ada II', 'Ada IV', 'Ada of Hedges', 'Le Phare', 'Dr. Salt', 'Mother Ada']
)
def test_a_name_without_a_family_name_is_one_name_of_a_person(text):
    name = parse_name(text)
    assert (name, name.is_group) == (Name(literal=text), False)


@pytest.mark.parametrize(
    ('text', 'whole', 'family'),
    [
        ('佐々木 一郎', '佐々木一郎', '佐々木'),
        ('𠮷田 花子', '𠮷田花子', '𠮷田'),
        ('山田 花子 さん', '山田花子', '山田'),
        ('山田, 花子', '山田花子', '山田'),
        ('王小明', '王小明', ''),
    ],
)
def test_east_asian_names_begin_with_the_family_name_and_have_no_space(text, whole, family):
    name = parse_name(text)
    assert (name.full, name.inverted, name.initialled, name.family) == (whole, whole, whole, family)


@pytest.mark.parametrize(
    ('given_name', 'initials'),
    [
        ('Jean-Paul', 'J.-P.'),
        ('J.R.R.', 'J. R. R.'),
        ('Anna "Annie"', 'A.'),
        ('Dwayne “The Rock”', 'D.'),
        ('"Weird Al"', 'W. A.'),
    ],
)
def test_initials_are_those_of_given_names(given_name, initials):
    assert Name('Salt', given_name).initials == initials


@pytest.mark.parametrize(
    ('text', 'is_guess'),
    [
        ('Ada Reader', False),
        ('Ada N. Reader', False),
        ('Marta Vega Soler', True),
        ('Vega Soler, Marta', False),
        ('Jan van der Salt', False),
        ('The Harbour Choir', False),
        ('Ada the Great', True),
        ('Dr. Salt', True),
        ('山田 花子', False),
        ('Linus', False),
    ],
)
def test_a_name_is_a_guess_where_its_words_may_be_parted_otherwise(text, is_guess):
    assert parse_name(text).is_guess == is_guess


@given(st.text(st.sampled_from('aA ,.-"’()1山&\u3000') | st.characters(exclude_categories=['Cs'])))
def test_every_text_is_a_name(text):
    name = parse_name(text)
    assert bool(name.full) == bool(text.strip())
    assert name.short or name.given or name.suffix or not text.strip()
    assert isinstance(name.initials, str)
