"""Dates of interviews: understood, or told at their line; in lists in the language of the page."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

from sphinxext.interview.citing.dates import Date, parse_date
from sphinxext.interview.domain.presenting.dates import written

HEAD = 'Title: Lamps\nDate: {}\n\nA: Why?\n\nG: So.\n'


def interview(name: str, *options: str) -> str:
    lines = ''.join(f'   {option}\n' for option in (f':name: {name}', *options))
    return f'.. interview:: {name.title()}\n{PEOPLE}{lines}\n   A: Why?\n\n   G: So.\n\n'


def host(*parts: str) -> dict[str, str]:
    return {'index.rst': 'Host\n====\n\n' + ''.join(parts)}


@pytest.mark.parametrize('option', ['date', 'published'])
def test_a_date_that_may_be_several_is_a_warning_at_the_directive(build, option):
    built = build(host(interview('lamps', f':{option}: 05/11/2024')), warns=True)
    assert built.warnings == (
        f"index.rst:4: WARNING: :{option}: '05/11/2024' is no date, or may be several; "
        'write one like 2024-11-05, 2024-11 or 2024~ [interview.directive]\n'
    )


@pytest.mark.parametrize('head', [HEAD, '---\ntitle: Lamps\ndate: {}\n---\n\nA: Why?\n\nG: So.\n'])
def test_a_date_in_a_head_that_has_no_meaning_is_a_warning_at_its_line(build, head):
    text = head.format('last spring')
    files = host(f'.. interview::\n   :file: lamps.txt\n{PEOPLE}') | {'lamps.txt': text}
    number = 1 + next(n for n, line in enumerate(text.splitlines()) if 'last spring' in line)
    warnings = build(files, warns=True).warnings
    assert warnings.startswith(f"lamps.txt:{number}: WARNING: date: 'last spring' is no date")
    assert warnings.count('\n') == 1


def test_a_date_that_the_directive_has_without_a_value_is_told(build):
    warnings = build(host(interview('lamps', ':date:')), warns=True).warnings
    assert warnings.startswith('index.rst:4: WARNING: :date: ')


OWN = (
    '{"metadata": {"date": "05/11/2024", "published": "5 November 2024", "source": "javascript:x"}, '
    '"speakers": [], "segments": [{"speaker": "Ada Reader", "text": "Why?", "kind": "speech"}, '
    '{"speaker": "Grace Keeper", "text": "So.", "kind": "speech"}]}'
)


def test_dates_in_our_own_json_are_read_as_those_of_a_head(build):
    files = host(f'.. interview::\n   :file: lamps.json\n{PEOPLE}') | {'lamps.json': OWN}
    built = build(files, warns=True)
    assert "lamps.json:1: WARNING: date: '05/11/2024' is no date" in built.warnings
    assert '[interview.unsafe]' in built.warnings
    assert built.warnings.count('WARNING') == 2
    assert '  date = {2024-11-05},' in built.read('_interviews/lamps.biblatex.bib')


def test_a_spelling_of_a_head_goes_on_as_edtf(build):
    files = host(f'.. interview::\n   :file: lamps.txt\n{PEOPLE}')
    built = build(files | {'lamps.txt': HEAD.format('November 5–7, 2024')})
    assert '  date = {2024-11-05/2024-11-07},' in built.read('_interviews/lamps.biblatex.bib')
    dates = built.page().xpath('//meta[@name="DC.date"]/@content')
    assert dates == ['2024-11-05/2024-11-07']


DATES = {'boats': '5 November 2024', 'eggs': '2024-11', 'lamps': '2023/2024', 'nets': '1974~'}


def listed(build, **config) -> dict[str, str]:
    interviews = [interview(name, f':date: {date}') for name, date in DATES.items()]
    built = build(host(*interviews, '.. interview:list::\n   :sort: date\n'), **config)
    items = built.page().xpath('//ul[contains(@class, "interview-list")]/li')
    texts = (item.text_content().strip().rstrip(')').partition(' (') for item in items)
    return {title: details.split('Keeper, ')[1] for title, _, details in texts}


def test_a_list_is_sorted_by_what_dates_mean_not_by_how_they_are_written(build):
    assert list(listed(build)) == ['Nets', 'Lamps', 'Eggs', 'Boats']


@pytest.mark.parametrize(
    ('language', 'dates'),
    [
        ('en', ['ca. 1974', '2023 – 2024', 'November 2024', 'November 5, 2024']),
        ('de', ['ca. 1974', '2023–2024', 'November 2024', '5. November 2024']),
        ('ja', ['1974年頃', '2023年～2024年', '2024年11月', '2024年11月5日']),
    ],
)
def test_dates_are_written_out_in_the_language_of_the_page(build, language, dates):
    found = list(listed(build, language=language).values())
    assert found == dates


def test_a_language_that_babel_does_not_know_is_written_as_english():
    assert written(Date(2024, 11, 5), 'xx') == written(Date(2024, 11, 5), '') == 'November 5, 2024'


@pytest.mark.parametrize(
    ('date', 'text'),
    [
        ('2024-11-05/2024-11-07', 'Nov 5 – 7, 2024'),
        ('2024-11/2025-01-03', 'November 2024 – January 3, 2025'),
        ('197X', '1970 – 1979'),
        ('2024-21~', 'ca. spring 2024'),
        ('1974?', '1974?'),
        ('2024/..', '2024 –'),
        ('../2024', '– 2024'),
    ],
)
def test_what_is_known_of_a_date_is_written_and_no_more(build, date, text):
    page = build(host(interview('lamps', f':date: {date}'), '.. interview:list::\n')).page()
    (item,) = page.xpath('//ul[contains(@class, "interview-list")]/li')
    assert item.text_content().strip().endswith(f', {text})')


@pytest.mark.parametrize('language', ['en', 'fr', 'es', 'it', 'pt', 'ru', 'sv', 'uk'])
@pytest.mark.parametrize('text', ['2024-11-05/2024-11-07', '2023/2024', '197X', '2024-11/2025-01'])
def test_dates_have_no_space_that_pdflatex_lacks(language, text):
    assert not set(written(parse_date(text), language)) & set('\u2009\u202f')
