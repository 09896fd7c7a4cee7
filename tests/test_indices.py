"""The indices of interviews and speakers, and lists of interviews."""

from __future__ import annotations

import pytest
from conftest import PEOPLE


def interview(title: str, options: str = '', talk: str = 'A: Why?\n\n   G: So.') -> str:
    return f'{title}\n{"=" * len(title)}\n\n.. interview::\n{PEOPLE}{options}\n   {talk}\n'


FILES = {
    'index.rst': 'Index\n=====\n\n:ref:`interview-index` :ref:`interview-speakerindex`\n\n'
    '.. toctree::\n\n   lamps\n   boats\n   all\n',
    'lamps.rst': interview('On lamps', '   :date: 2024-05-01\n   :tags: sea; light\n'),
    'boats.rst': interview(
        'Boats',
        '   :date: 2023-01-31\n   :tags: sea\n   :participant: Pip\n',
        'A: Who?\n\n   Pip: I.\n\n   G: No.',
    ),
    'all.rst': 'All\n===\n',
}


def listing(options: str = '') -> dict[str, str]:
    return FILES | {'all.rst': f'All\n===\n\n.. interview:list::\n{options}'}


def test_the_index_lists_interviews_with_their_questions(build):
    page = build(FILES).page('interview-index')
    entries = page.xpath('//table[contains(@class, "indextable")]//a')
    assert [
        (entry.text_content(), entry.get('href')) for entry in entries if entry.get('href')
    ] == [
        ('Boats', 'boats.html#boats'),
        ('Who?', 'boats.html#boats.who'),
        ('On lamps', 'lamps.html#lamps'),
        ('Why?', 'lamps.html#lamps.why'),
    ]


def listed_in_index(built) -> list[str]:
    return built.page('interview-index').xpath('//table[contains(@class, "indextable")]//a/@href')


def test_the_index_may_list_interviews_only(build):
    built = build(FILES, interview_index_questions='hide')
    assert listed_in_index(built) == ['boats.html#boats', 'lamps.html#lamps']


@pytest.mark.parametrize('builder', ['html', 'latex'])
def test_the_index_is_written_again_where_it_is_to_list_something_else(build, builder):
    latex = {
        'latex_domain_indices': True,
        'latex_documents': [('index', 'x.tex', 'x', 'x', 'howto')],
    }
    name = {'html': 'interview-index.html', 'latex': 'x.tex'}[builder]
    build(FILES, builder, interview_index_questions='hide', **latex)
    again = build({}, builder, **latex).read(name)
    assert again == build(FILES, builder, where='clean', **latex).read(name)


@pytest.mark.parametrize(
    ('questions', 'wanted', 'listed'),
    [(999, 'auto', 1002), (1000, 'auto', 2), (1000, 'show', 1003)],
)
def test_of_many_questions_the_index_lists_none_unless_told(build, questions, wanted, listed):
    talk = '\n\n   '.join(f'A: Why {number}?\n\n   G: So.' for number in range(questions))
    files = {
        'index.rst': 'Index\n=====\n\n.. toctree::\n\n   lamps\n   bells\n',
        'lamps.rst': interview('On lamps'),
        'bells.rst': interview('Bells', talk=talk),
    }
    built = build(files, interview_index_questions=wanted)
    assert len(listed_in_index(built)) == listed


def test_the_index_of_speakers_is_sorted_by_family_name(build):
    page = build(FILES).page('interview-speakerindex')
    entries = page.xpath('//table[contains(@class, "indextable")]//a')
    names = [entry.text_content() for entry in entries if entry.get('href')]
    assert [name for name in names if name not in {'Boats', 'On lamps'}] == [
        'Grace Keeper',
        'Pip',
        'Ada Reader',
    ]
    assert names[:3] == ['Grace Keeper', 'Boats', 'On lamps']


def test_references_to_the_indices_resolve(build):
    page = build(FILES).page()
    links = page.xpath('//*[@role="main"]//p/a/@href')
    assert links == ['interview-index.html', 'interview-speakerindex.html']


def test_the_indices_are_in_the_pdf(build):
    config = {
        'latex_domain_indices': True,
        'latex_documents': [('index', 'x.tex', 'x', 'x', 'howto')],
    }
    tex = build(FILES, 'latex', **config).read('x.tex')
    assert r'\begin{sphinxinterviewindex}{Interviews}' in tex


def test_indices_can_be_switched_off(build):
    built = build(
        FILES
        | {
            'index.rst': FILES['index.rst'].split(':ref:')[0]
            + FILES['index.rst'][FILES['index.rst'].index('.. toctree') :]
        },
        html_domain_indices=False,
    )
    assert not (built.app.outdir / 'interview-index.html').exists()


@pytest.mark.parametrize(
    ('options', 'titles'),
    [
        ('', ['Boats', 'On lamps']),
        ('   :sort: title\n', ['Boats', 'On lamps']),
        ('   :sort: date\n', ['Boats', 'On lamps']),
        ('   :sort: newest\n', ['On lamps', 'Boats']),
        ('   :tag: light\n', ['On lamps']),
        ('   :tag: sea\n   :sort: newest\n', ['On lamps', 'Boats']),
        ('   :speaker: Pip\n', ['Boats']),
        ('   :speaker: Grace Keeper; Pip\n', ['Boats']),
    ],
)
@pytest.mark.parametrize('form', ['list', 'table', 'cards'])
def test_a_list_shows_the_interviews_that_are_wanted(build, options, titles, form):
    built = build(listing(f'{options}   :as: {form}\n'))
    found = built.page('all').find_class('interview-list')[0]
    links = found.xpath('.//a[contains(@class, "internal")]')
    assert [link.text_content() for link in links] == titles
    assert 'Grace Keeper' in found.text_content()


@pytest.mark.parametrize('form', ['list', 'table', 'cards'])
def test_a_list_names_nobody_who_has_only_a_label(build, form):
    talk = '.. interview:: Nobody\n\n   Q: Why?\n\n   A: So.\n'
    files = {'index.rst': f'Index\n=====\n\n.. interview:list::\n   :as: {form}\n\n{talk}'}
    (listed,) = build(files).page().find_class('interview-list')
    words = listed.text_content().split()
    assert words == (['Interview', 'Speakers', 'Date', 'Nobody'] if form == 'table' else ['Nobody'])


def test_a_list_says_when_nothing_is_found(build):
    built = build(listing('   :tag: nothing\n'))
    assert 'No interviews' in built.page('all').find_class('interview-list')[0].text_content()


@pytest.mark.parametrize(
    'builder', ['dirhtml', 'singlehtml', 'epub', 'latex', 'text', 'man', 'texinfo']
)
@pytest.mark.parametrize('form', ['list', 'table', 'cards'])
def test_a_list_builds_everywhere(build, builder, form):
    build(listing(f'   :as: {form}\n'), builder)


def test_a_new_interview_is_listed_by_the_next_build(build):
    build(listing())
    new = {
        'more.rst': ':orphan:\n\n' + interview('More'),
    }
    found = build(new).page('all').find_class('interview-list')[0]
    assert 'More' in found.text_content()


def general_index(built) -> list[tuple[str, str]]:
    entries = built.page('genindex').xpath('//*[contains(@class, "indextable")]//a')
    return [(entry.text_content(), entry.get('href')) for entry in entries]


def test_the_general_index_lists_interviews_and_speakers(build):
    built = build(FILES, interview_genindex=['interviews', 'speakers'])
    found = general_index(built)
    assert ('Boats', 'boats.html#boats') in found
    keeper = built.page('genindex').xpath('//li[starts-with(normalize-space(), "Keeper, Grace")]')[
        0
    ]
    assert [link.text_content() for link in keeper.xpath('.//a')] == ['Boats', 'On lamps']
    assert not [text for text, _ in found if text.endswith('?')]


@pytest.mark.parametrize(
    ('kinds', 'texts'),
    [([], []), (['questions'], ['Who?', 'Why?']), (['interviews'], ['Boats', 'On lamps'])],
)
def test_the_entries_of_the_general_index_can_be_chosen(build, kinds, texts):
    assert [text for text, _ in general_index(build(FILES, interview_genindex=kinds))] == texts


@pytest.mark.parametrize('builder', ['latex', 'texinfo', 'epub', 'text', 'man', 'gettext'])
def test_the_general_index_builds_everywhere(build, builder):
    build(FILES, builder, interview_genindex=['interviews', 'speakers', 'questions'])


def test_without_interviews_the_inventory_is_that_of_a_project_without_the_extension(build):
    files = {'index.rst': '.. _here:\n\nIndex\n=====\n'}
    ours = build(files, where='ours').app.outdir / 'objects.inv'
    others = build(files | {'conf.py': ''}, where='theirs').app.outdir / 'objects.inv'
    assert ours.read_bytes() == others.read_bytes()


def test_the_label_of_an_index_comes_with_the_first_interview(build):
    page = 'Index\n=====\n\n:ref:`interview-index`\n'
    assert 'undefined label' in build({'index.rst': page}, warns=True).warnings
    talk = '\n.. interview::\n   :interviewer: Ada\n   :interviewee: Bo\n\n   Ada: Why?\n\n   Bo: So.\n'
    (link,) = (
        build({'index.rst': page + talk}).page().xpath('//a[@href="interview-index.html"][span]')
    )
    assert link.text_content() == 'Interviews'
