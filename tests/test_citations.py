"""Citations and lists of references in a project."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

TALK = """\
A: [00:05] Why? {#why}

G: [00:09] So.

A: How? {#how}

G: Thus.
"""


def interview(name: str, date: str, title: str) -> str:
    head = f'{title}\n{"=" * len(title)}\n\n'
    meta = f'   :date: {date}\n   :source: https://example.org/{name}\n   :container: Talks\n'
    return f'{head}.. interview::\n   :file: talk.txt\n   :name: {name}\n{PEOPLE}{meta}'


FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   citing\n   one\n   two\n   refs\n',
    'one.rst': interview('one', '2024-11-05', 'On lamps'),
    'two.rst': interview('two', '2024-03-01', 'On storms'),
    'talk.txt': TALK,
    'refs.rst': 'References\n==========\n\n.. interview:references::\n',
}


def citing(*roles: str) -> str:
    return 'Citing\n======\n\n' + '\n\n'.join(roles) + '\n'


@pytest.fixture
def project(build):
    def run(*roles: str, files=None, **config):
        return build(FILES | {'citing.rst': citing(*roles)} | (files or {}), **config)

    return run


def cited(built, page: str = 'citing') -> list[str]:
    found = built.page(page).find_class('interview-citation')
    return [element.text_content() for element in found]


@pytest.mark.parametrize(
    ('text', 'written'),
    [
        ('one', '(Keeper, 2024b)'),
        ('one.why', '(Keeper, 2024b, Q1)'),
        ('one.how.grace-keeper', '(Keeper, 2024b, Q2)'),
        ('two.how', '(Keeper, 2024a, Q2)'),
        ('{see}one.why, two.how', '(see Keeper, 2024b, Q1; Keeper, 2024a, Q2)'),
        ('one.why{para. 7}', '(Keeper, 2024b, para. 7)'),
    ],
)
def test_a_citation_is_written_in_the_text(project, text, written):
    built = project(f':interview:cite:`{text}` and :interview:cite:`one, two`')
    assert cited(built)[0] == written


@pytest.mark.parametrize(
    ('style', 'written'),
    [
        ('apa', '(Keeper, 2024b, 00:05)'),
        ('chicago-author-date', '(Keeper 2024a, at 00:05)'),
        ('mla', '(Keeper, “On Lamps,” 00:05)'),
        ('ieee', '[1, 00:05]'),
    ],
)
def test_every_style_says_the_time_where_it_is_wanted(project, style, written):
    options = {'interview_citation_style': style, 'interview_citation_locator': 'time'}
    built = project(':interview:cite:`one.why` and :interview:cite:`two`', **options)
    assert cited(built)[0] == written


@pytest.mark.parametrize(
    'builder', ['html', 'dirhtml', 'singlehtml', 'text', 'latex', 'man', 'epub', 'texinfo', 'xml']
)
def test_citations_and_references_build_everywhere(project, builder):
    project(':interview:cite:`one.why`', builder=builder)


def test_a_citation_leads_to_the_list_and_the_list_back(project):
    built = project(':interview:cite:`one.why`')
    (link,) = built.page('citing').xpath('//*[@class="interview-citation"]//a')
    page, _, anchor = link.get('href').partition('#')
    assert page == 'refs.html'
    listed = built.page('refs').find_class('interview-references')[0]
    assert listed.xpath(f'.//*[@id="{anchor}"]')
    assert [a.get('href') for a in listed.find_class('interview-cited-in')[0]] == ['citing.html']
    assert listed.xpath('.//a[@href="https://example.org/one"]')
    assert 'On storms' not in listed.text_content()


def test_without_a_list_a_citation_leads_to_the_question(project):
    built = project(':interview:cite:`one.why`', files={'refs.rst': 'References\n==========\n'})
    (link,) = built.page('citing').xpath('//*[@class="interview-citation"]//a')
    assert link.get('href') == 'one.html#one.why'


def test_the_list_of_one_document_has_its_citations_only(project):
    own = '.. interview:references::\n   :cited-in: this-document\n'
    refs = FILES['refs.rst'] + '\n:interview:cite:`two`\n'
    built = project(':interview:cite:`one.why`', own, files={'refs.rst': refs})
    lists = built.page('citing').find_class('interview-references')
    assert [len(found.findall('li')) for found in lists] == [1]
    assert len(built.page('refs').find_class('interview-references')[0].findall('li')) == 2


def test_a_second_list_of_all_repeats_no_anchor(project):
    files = {'refs.rst': FILES['refs.rst'] + '\n.. interview:references::\n'}
    page = project(':interview:cite:`one.why`', files=files).page('refs')
    assert page.xpath('//@id').count('cite.one') == 1
    assert len(page.find_class('interview-references')) == 2


def test_a_new_citation_elsewhere_rewrites_what_it_changes(project):
    before = project(':interview:cite:`two`')
    assert cited(before) == ['(Keeper, 2024)']
    other = {'one.rst': FILES['one.rst'] + '\n:interview:cite:`one`\n'}
    after = project(':interview:cite:`two`', files=other)
    assert cited(after) == ['(Keeper, 2024a)']
    assert len(after.page('refs').find_class('interview-references')[0].findall('li')) == 2


def test_an_unknown_address_warns_with_the_nearest(build):
    built = build(FILES | {'citing.rst': citing(':interview:cite:`one.wyh`')}, warns=True)
    assert "citing.rst:4: WARNING: unknown interview:cite: 'one.wyh'; did you mean 'one.why'?" in (
        built.warnings
    )


def test_what_is_no_citation_is_told(build):
    built = build(FILES | {'citing.rst': citing(':interview:cite:`{one`')}, warns=True)
    assert 'citing.rst:4: WARNING' in built.warnings


def test_names_come_from_the_projects_speakers(project):
    speakers = {'Grace Keeper': {'family': 'Grace', 'given': 'Keeper'}}
    built = project(':interview:cite:`one`', interview_speakers=speakers)
    assert cited(built) == ['(Grace, 2024)']


def test_a_projects_own_style_is_used(project, tmp_path):
    built = project(':interview:cite:`one`', interview_citation_formatter='ownstyle:STYLE')
    assert cited(built) == ['<<one>>']
    built = project(':interview:cite:t:`one`', interview_citation_formatter='ownstyle:STYLE')
    assert cited(built) == ['<<one>>']
