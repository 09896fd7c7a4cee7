"""Interviews by tag, place, year, speaker and collection: pages, places on a page, and what leads there."""

from __future__ import annotations

import pytest
from conftest import PEOPLE


def interview(title: str, **options: str) -> str:
    given = ''.join(f'   :{name}: {value}\n' for name, value in options.items())
    talk = 'A: Why?\n\n   G: So.'
    return f'{title}\n{"=" * len(title)}\n\n.. interview::\n{PEOPLE}{given}\n   {talk}\n'


LAMPS = {'date': '2024-05-01', 'tags': 'sea; light', 'place': 'Cape Grey'}
BOATS = {'date': '2023', 'tags': 'Sea', 'place': 'Old Quay', 'collection': 'Coast'}
FILES = {
    'index.rst': 'Index\n=====\n\n.. toctree::\n\n   lamps\n   boats\n   topics\n   all\n',
    'lamps.rst': interview('On lamps', **LAMPS),
    'boats.rst': interview('Boats', **BOATS),
    'topics.rst': 'Topics\n======\n\n.. interview:browse:: tag place year\n',
    'all.rst': 'All\n===\n',
}


def links(page, xpath: str = '//*[@role="main"]//a[contains(@class, "internal")]'):
    return [(link.text_content(), link.get('href')) for link in page.xpath(xpath)]


def titles(page) -> list[str]:
    found = page.xpath('//ul[contains(@class, "interview-list")]//a')
    return [link.text_content() for link in found]


def test_each_value_has_a_page_and_the_document_leads_to_them(build):
    built = build(FILES)
    assert links(built.page('topics')) == [
        ('light', 'topics/tag/light.html'),
        ('Sea', 'topics/tag/sea.html'),
        ('Cape Grey', 'topics/place/cape-grey.html'),
        ('Old Quay', 'topics/place/old-quay.html'),
        ('2023', 'topics/year/2023.html'),
        ('2024', 'topics/year/2024.html'),
    ]
    page = built.page('topics/tag/sea')
    assert page.xpath('string(//h1)').startswith('Tag: Sea')
    assert links(page) == [
        ('Boats', '../../boats.html#boats'),
        ('On lamps', '../../lamps.html#lamps'),
        ('Topics', '../../topics.html'),
    ]
    assert '_static/interview.css' in built.read('topics/tag/sea.html')


@pytest.mark.parametrize(
    ('builder', 'prefix', 'suffix'),
    [('html', '', '.html'), ('dirhtml', '../', '/'), ('epub', None, ''), ('singlehtml', None, '')],
)
def test_the_facts_of_a_head_lead_to_the_others_that_share_them(build, builder, prefix, suffix):
    built = build(FILES, builder)
    name = {'dirhtml': 'lamps/index.html', 'epub': 'lamps.xhtml', 'singlehtml': 'index.html'}
    text = built.read(name.get(builder, 'lamps.html'))
    for place in ('tag/light', 'tag/sea', 'place/cape-grey', 'year/2024'):
        if prefix is None:
            assert f'#browse.{place.replace("/", ".")}"' in text
        else:
            assert f'href="{prefix}topics/{place}{suffix}"' in text


def test_without_a_directive_facts_are_words_and_no_pages_are_made(build):
    built = build(FILES | {'topics.rst': 'Topics\n======\n'})
    facts = built.page('lamps').find_class('interview-facts')
    assert not [link for fact in facts for link in fact.xpath('.//a')]
    assert not (built.app.outdir / 'topics').exists()


def test_a_name_leads_to_the_speakers_page_unless_she_is_introduced(build):
    files = FILES | {
        'topics.rst': 'Topics\n======\n\n.. interview:browse:: speaker\n\n'
        '.. interview:speaker:: Ada Reader\n'
    }
    built = build(files)
    names = built.page('lamps').find_class('interview-with')[0].xpath('.//a/@href')
    assert names == ['topics/speaker/grace-keeper.html', 'topics.html#speaker.ada-reader']
    about = built.page('topics/speaker/ada-reader').xpath('//a[text()="About Ada Reader"]/@href')
    assert about == ['../../topics.html#speaker.ada-reader']


@pytest.mark.parametrize('builder', ['singlehtml', 'epub', 'text', 'latex', 'man', 'texinfo'])
def test_a_format_without_pages_shows_the_interviews_in_their_places(build, builder):
    config = {
        'latex_documents': [('index', 'x.tex', 'x', 'x', 'howto')],
        'man_pages': [('index', 'x', 'x', ['x'], 1)],
        'texinfo_documents': [('index', 'x', 'x', 'x', 'x', 'x', 'x')],
    }
    built = build(FILES, builder, **config)
    names = {
        'singlehtml': 'index.html',
        'epub': 'topics.xhtml',
        'text': 'topics.txt',
        'latex': 'x.tex',
        'man': 'x.1',
        'texinfo': 'x.texi',
    }
    text = built.read(names[builder])
    for heading in ('Tag: Sea', 'Place: Cape Grey', 'Year: 2023'):
        assert heading in text


def test_values_that_would_have_one_address_have_two(build):
    files = FILES | {
        'lamps.rst': interview('On lamps', tags='C; C++'),
        'boats.rst': interview('Boats', tags='c'),
    }
    found = links(build(files).page('topics'))
    assert found == [('c', 'topics/tag/c.html'), ('C++', 'topics/tag/c-2.html')]


def test_a_page_of_a_value_has_no_number_of_a_document(build):
    built = build(
        FILES | {'index.rst': FILES['index.rst'].replace('::\n', '::\n   :numbered:\n', 1)}
    )
    assert built.page('topics').xpath('string(//h1)').startswith('3. Topics')
    assert built.page('topics/tag/sea').xpath('string(//h1)').startswith('Tag: Sea')


def test_a_page_of_the_author_keeps_its_name(build):
    files = FILES | {'topics/tag/sea.rst': ':orphan:\n\nMine\n====\n'}
    built = build(files)
    assert 'Mine' in built.page('topics/tag/sea').xpath('string(//h1)')
    assert ('Sea', 'topics/tag/sea-interviews.html') in links(built.page('topics'))


def test_an_unknown_kind_is_told_and_the_others_are_shown(build):
    built = build(
        FILES | {'topics.rst': 'Topics\n======\n\n.. interview:browse:: tags tag\n'}, warns=True
    )
    assert "topics.rst:4: WARNING: 'tags' is none of tag, place" in built.warnings
    assert '[interview.directive]' in built.warnings
    assert len(links(built.page('topics'))) == 2


@pytest.mark.parametrize('builder', ['html', 'singlehtml', 'epub', 'latex', 'texinfo', 'text'])
def test_a_kind_may_be_browsed_twice(build, builder):
    again = FILES['topics.rst'] + '\n.. interview:browse:: tag\n'
    built = build(FILES | {'topics.rst': again, 'all.rst': again}, builder)
    if builder == 'singlehtml':
        assert built.read('index.html').count('id="browse.tag.sea"') == 1


def test_a_tag_that_is_added_or_removed_refreshes_every_page_that_shows_it(build):
    files = FILES | {'all.rst': 'All\n===\n\n.. interview:list::\n   :facets: tag\n'}
    build(files)
    tide = interview('On lamps', **LAMPS | {'tags': 'sea; tide'})
    built = build({'lamps.rst': tide})
    assert '0 added, 1 changed, 0 removed' in built.messages
    assert [text for text, _ in links(built.page('topics'))][:2] == ['Sea', 'tide']
    assert titles(built.page('topics/tag/tide')) == ['On lamps']
    assert not (built.app.outdir / 'topics/tag/light.html').exists()
    choices = built.page('all').find_class('interview-choices')[0].xpath('.//a')
    assert [choice.text_content() for choice in choices] == ['Sea', 'tide']
    built = build({'lamps.rst': FILES['lamps.rst']})
    assert titles(built.page('topics/tag/light')) == ['On lamps']
    assert not (built.app.outdir / 'topics/tag/tide.html').exists()


def test_a_renamed_interview_refreshes_the_pages_of_its_values(build):
    build(FILES)
    built = build({'boats.rst': interview('Ships', **BOATS)})
    assert titles(built.page('topics/tag/sea')) == ['Ships', 'On lamps']


def test_a_directive_that_comes_or_goes_refreshes_the_heads(build):
    build(FILES)
    built = build({'topics.rst': 'Topics\n======\n'})
    assert 'topics/tag' not in built.read('lamps.html')
    assert not (built.app.outdir / 'topics/tag/sea.html').exists()
    built = build({'topics.rst': FILES['topics.rst']})
    assert 'href="topics/tag/sea.html"' in built.read('lamps.html')


def pages(built) -> dict[str, str]:
    return {
        str(path.relative_to(built.app.outdir)): path.read_text('utf-8')
        for path in built.app.outdir.rglob('*.html')
    }


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_a_parallel_build_and_a_build_after_edits_make_the_same(build, builder):
    extra = {
        'all.rst': 'All\n===\n\n.. interview:list::\n   :facets: tag, speaker\n   :sorts: title, date\n'
    }
    clean = pages(build(FILES | extra, builder, where='clean'))
    assert pages(build(FILES | extra, builder, where='parallel', parallel=2)) == clean
    build(FILES | {'lamps.rst': interview('Other', tags='x', place='y')}, builder, where='edited')
    assert pages(build(FILES | extra, builder, where='edited')) == clean


def test_what_only_some_readers_see_has_no_page(build):
    hidden = FILES['boats.rst'].replace('.. interview::', '.. only:: never\n\n   .. interview::')
    head, _, rest = hidden.partition('   .. interview::\n')
    files = FILES | {'boats.rst': head + '   .. interview::\n' + rest.replace('   ', '      ')}
    built = build(files)
    assert [text for text, _ in links(built.page('topics'))] == [
        'light',
        'sea',
        'Cape Grey',
        '2024',
    ]


def listing(options: str, **interviews: dict[str, str]) -> dict[str, str]:
    rest = {f'{name}.rst': interview(name, **given) for name, given in interviews.items()}
    toctree = 'Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n'
    return {'index.rst': toctree, 'all.rst': f'All\n===\n\n.. interview:list::\n{options}'} | rest


DATES = {
    'winter': '2023-24',
    'november': '2023-11',
    'circa': '1974~',
    'range': '1974-05-01/1974-06',
    'decade': '197X',
    'open': '../1950',
}


@pytest.mark.parametrize(
    ('order', 'names'),
    [
        ('date', ['open', 'decade', 'circa', 'range', 'november', 'winter', 'never']),
        ('newest', ['winter', 'november', 'range', 'circa', 'decade', 'open', 'never']),
    ],
)
def test_dates_are_sorted_by_what_they_mean_and_unknown_ones_stand_last(build, order, names):
    interviews = {name: {'date': date} for name, date in DATES.items()} | {'never': {}}
    built = build(listing(f'   :sort: {order}\n', **interviews))
    assert titles(built.page('all')) == names


def test_numbers_are_sorted_as_people_count_and_places_by_name(build):
    numbers = {f'n{i}': {'number': f'A-{i}'} for i in (10, 9, 1)} | {'none': {}}
    assert titles(build(listing('   :sort: number\n', **numbers)).page('all')) == [
        'n1',
        'n9',
        'n10',
        'none',
    ]
    places = {'a': {'place': 'Örebro'}, 'b': {'place': 'Oslo'}, 'c': {'place': 'Paris'}, 'd': {}}
    files = listing('   :sort: place\n', **places)
    assert titles(build(files, where='places').page('all')) == ['a', 'b', 'c', 'd']


def test_a_list_can_be_of_places_years_and_collections(build):
    files = FILES | {
        'all.rst': 'All\n===\n\n.. interview:list::\n   :year: 2023; 1900\n   :collection: coast\n'
    }
    assert titles(build(files).page('all')) == ['Boats']


def test_without_a_script_each_choice_is_a_link_to_a_page_that_shows_it(build):
    options = '   :facets: tag, year\n   :sorts: title, newest\n'
    built = build(FILES | {'all.rst': f'All\n===\n\n.. interview:list::\n{options}'})
    choices = built.page('all').find_class('interview-choices')
    found = {part.get('data-name'): links(part, './/a') for part in choices}
    assert found == {
        'tag': [('light', 'topics/tag/light.html'), ('Sea', 'topics/tag/sea.html')],
        'year': [('2023', 'topics/year/2023.html'), ('2024', 'topics/year/2024.html')],
        'sort': [('Title', ''), ('Newest first', 'all/by-newest.html')],
    }
    newest = built.page('all/by-newest')
    assert titles(newest) == ['On lamps', 'Boats']
    (current,) = newest.xpath('//a[@aria-current="true"][@data-items]')
    assert current.text_content() == 'Newest first'


def test_facets_alone_make_the_pages_that_they_lead_to(build):
    files = FILES | {
        'topics.rst': 'Topics\n======\n',
        'all.rst': 'All\n===\n\n.. interview:list::\n   :facets: tag\n',
    }
    built = build(files)
    assert titles(built.page('all/tag/sea')) == ['Boats', 'On lamps']
    assert 'href="all/tag/sea.html"' in built.read('lamps.html')
    for builder in ('singlehtml', 'epub', 'text'):
        build(files, builder)


def test_only_a_page_with_choices_loads_their_script(build):
    built = build(FILES | {'all.rst': 'All\n===\n\n.. interview:list::\n   :facets: tag\n'})
    assert 'interview-list.js' in built.read('all.html')
    for page in ('index', 'lamps', 'topics', 'topics/tag/sea'):
        assert 'interview-list.js' not in built.read(f'{page}.html')
    assert len((built.app.outdir / '_static/interview-list.js').read_bytes()) < 3500
    assert 'interview-list.js' not in build({}, interview_script=[]).read('all.html')


def test_a_card_shows_summary_place_and_day(build):
    files = listing('   :as: cards\n', lamps=LAMPS | {'summary': 'How lamps are lit.'})
    card = build(files).page('all').find_class('interview-card')[0].text_content()
    assert 'How lamps are lit.' in card
    assert 'May 1, 2024 · Cape Grey' in card
    assert 'So.' not in card


def test_a_table_has_columns_for_what_is_known(build):
    files = listing('   :as: table\n', lamps=LAMPS, boats={'number': '7'})
    heads = build(files).page('all').xpath('//table//th/p/text()')
    assert heads == ['Number', 'Interview', 'Speakers', 'Place', 'Date']
    files = listing('   :as: table\n', lamps={})
    heads = build(files, where='plain').page('all').xpath('//table//th/p/text()')
    assert heads == ['Interview', 'Speakers', 'Date']


def test_one_page_of_all_offers_no_choice_that_leads_nowhere(build):
    choosing = 'All\n===\n\n.. interview:list::\n   :facets: tag\n   :sorts: title, date\n'
    sections = {'topics.rst': ':orphan:\n\n' + FILES['topics.rst']}
    index = {'index.rst': FILES['index.rst'].replace('   topics\n', '')}
    built = build(FILES | {'all.rst': choosing} | sections | index, 'singlehtml')
    page = built.page('index')
    assert titles(page)
    assert not page.find_class('interview-facets')


def test_a_list_in_one_page_of_all_offers_no_other_order(build):
    choosing = 'All\n===\n\n.. interview:list::\n   :sorts: title, place\n'
    same = {
        'lamps.rst': interview('On lamps', place='B'),
        'boats.rst': interview('Boats', place='A'),
    }
    built = build(FILES | {'all.rst': choosing} | same, 'singlehtml')
    assert not built.page('index').find_class('interview-facets')
