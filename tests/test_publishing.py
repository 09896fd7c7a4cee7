"""Files for reference managers, and what pages say to machines."""

from __future__ import annotations

import json

import pytest
from conftest import PEOPLE

OPTIONS = (
    '   :name: lamps\n   :date: 2024-05-01\n   :source: https://example.org/lamps\n'
    '   :container: The Pages\n   :license: CC0\n'
)
TALK = '\n   A: Is </script> <b>"bold"</b>? {#bold}\n\n   G: So & so.\n'
PAGE = (
    f'On <lamps>\n==========\n\n.. interview::\n{PEOPLE}{OPTIONS}{TALK}\n.. toctree::\n\n   plain\n'
)
FILES = {'index.rst': PAGE, 'plain.rst': 'Plain\n=====\n\nWords.\n'}


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml'])
def test_files_are_written_and_linked_from_the_page(build, builder):
    built = build(FILES, builder)
    links = built.page().find_class('interview-exports')[0].xpath('.//a/@href')
    endings = ('bib', 'biblatex.bib', 'ris', 'csl.json')
    assert links == [f'_interviews/lamps.{ending}' for ending in endings]
    assert all((built.app.outdir / link).is_file() for link in links)
    (item,) = json.loads(built.read('_interviews/interviews.csl.json'))
    assert (item['title'], item['author']) == (
        'On <lamps>',
        [{'family': 'Keeper', 'given': 'Grace'}],
    )


@pytest.mark.parametrize('builder', ['epub', 'text', 'latex'])
def test_other_builders_write_and_link_nothing(build, builder):
    assert not (build(FILES, builder).app.outdir / '_interviews').exists()


def test_files_can_be_chosen(build):
    built = build(FILES, interview_exports=['ris'])
    assert [path.name for path in sorted((built.app.outdir / '_interviews').iterdir())] == [
        'interviews.ris',
        'lamps.ris',
    ]


def test_the_head_describes_the_interview_and_nothing_gets_out_of_it(build):
    page = build(FILES).page()
    (script,) = page.xpath('//script[@type="application/ld+json"]')
    data = json.loads(script.text)
    assert data['@type'] == ['Article', 'Conversation']
    (question,) = data['hasPart']
    assert question['name'] == 'Is </script> <b>”bold”</b>?'
    assert question['suggestedAnswer'][0]['url'] == '#lamps.bold.g'
    metas = {meta.get('name'): meta.get('content') for meta in page.xpath('//head/meta[@name]')}
    assert metas['DC.type'] == 'interview'
    assert metas['DC.title'] == 'On <lamps>'
    assert metas['z:interviewees'] == 'Keeper, Grace'
    assert metas['z:interviewers'] == 'Reader, Ada'


def test_the_ids_of_the_description_are_anchors_of_the_page(build):
    page = build(FILES).page()
    data = json.loads(page.xpath('string(//script[@type="application/ld+json"])'))
    parts = [data, *data['hasPart'], *(a for q in data['hasPart'] for a in q['suggestedAnswer'])]
    ids = set(page.xpath('//@id'))
    assert len(parts) == 3
    assert all(part['@id'].removeprefix('#') in ids for part in parts)


TWO = f"""\
Talks
=====

.. toctree::

   b
   a

.. interview:: First talk
{PEOPLE.replace('Keeper [G]', 'Keeper [G]; Bo Lund [B]')}   :name: first
   :date: 2024-05-01

   A: Why *keep* ``lamps`` -- and :ref:`bees <second>`? {{#why}}

   G: Because.

   B: And so.

   A: How? {{#how}}

   G: Thus.

.. interview:: Second talk
{PEOPLE}   :name: second

   A: Again?

   G: Yes.
"""


def page_of(name: str) -> str:
    return f'{name}\n=====\n\n.. interview::\n{PEOPLE}   :name: {name}\n\n   A: {name}?\n\n   G: Yes.\n'


@pytest.fixture
def descriptions(build):
    def run(**config) -> list[dict]:
        files = {'index.rst': TWO, 'a.rst': page_of('a'), 'b.rst': page_of('b')}
        built = build(files, **config)
        scripts = built.page().xpath('//script[@type="application/ld+json"]')
        return built, [json.loads(script.text) for script in scripts]

    return run


def nodes_of(found) -> list[dict]:
    """Return every object of a JSON document."""
    if isinstance(found, list):
        return [node for one in found for node in nodes_of(one)]
    if not isinstance(found, dict):
        return []
    return [found, *(node for one in found.values() for node in nodes_of(one))]


def test_a_person_is_one_node_to_which_every_answer_points(descriptions):
    _, (first, second) = descriptions()
    for data in (first, second):
        people = [node['@id'] for node in nodes_of(data) if node.get('@type') == 'Person']
        assert len(people) == len(set(people))
        answers = [node for node in nodes_of(data) if node.get('@type') == 'Answer']
        assert all(answer['author']['@id'] in people for answer in answers)
    names = {node['@id']: node['name'] for node in nodes_of(first) if 'givenName' in node}
    why = first['hasPart'][0]['suggestedAnswer']
    assert [names[answer['author']['@id']] for answer in why] == ['Grace Keeper', 'Bo Lund']


def test_an_answer_points_to_all_who_give_it_whatever_their_names_have_in_them(build):
    people = '   :interviewer: Ada Reader [A]\n   :interviewee: Pip Orchard, Jr. [P]; Bo Lund [B]\n'
    page = f'.. interview:: Talk\n{people}\n   A: Why?\n\n   P and B: So.\n'
    (script,) = build({'index.rst': page}).page().xpath('//script[@type="application/ld+json"]')
    (question,) = json.loads(script.text)['hasPart']
    (answer,) = question['suggestedAnswer']
    ids = [author['@id'] for author in answer['author']]
    assert ids == ['#person:Pip-Orchard-Jr.', '#person:Bo-Lund']


@pytest.mark.parametrize(
    ('style', 'said'),
    [
        ('apa', ['(Keeper & Lund, 2024, Q1)', '(Keeper & Lund, 2024, Q2)']),
        (
            'chicago-notes',
            ['Keeper and Lund, “First Talk,” Q1.', 'Keeper and Lund, “First Talk,” Q2.'],
        ),
    ],
)
def test_every_answer_says_how_it_is_cited(descriptions, style, said):
    _, (first, _) = descriptions(interview_citation_style=style)
    answers = [node for node in nodes_of(first) if node.get('@type') == 'Answer']
    assert [answer['creditText'] for answer in answers] == [said[0], said[0], said[1]]
    assert len({answer['url'] for answer in answers}) == 3


def test_questions_are_named_as_readers_see_them(descriptions):
    _, (first, _) = descriptions()
    assert first['hasPart'][0]['name'] == 'Why keep lamps – and bees?'


def test_a_page_has_one_set_of_dublin_core(descriptions):
    built, _ = descriptions()
    found = built.page().xpath('//head/meta[starts-with(@name, "DC.") or starts-with(@name, "z:")]')
    said = [(meta.get('name'), meta.get('content')) for meta in found]
    assert [content for name, content in said if name == 'DC.title'] == ['First talk']
    assert [content for name, content in said if name == 'z:itemType'] == ['interview']


def test_all_interviews_are_exported_in_reading_order(descriptions):
    built, _ = descriptions()
    items = json.loads(built.read('_interviews/interviews.csl.json'))
    assert [item['id'] for item in items] == ['first', 'second', 'b', 'a']


def test_container_and_title_can_be_left_out(build):
    talk = f'.. interview::\n{PEOPLE}   :name: lamps\n   :container:\n   :number: 67A\n   :accessed: 2025-01-02\n{TALK}'
    (item,) = json.loads(build({'index.rst': talk}).read('_interviews/lamps.csl.json'))
    assert not {'title', 'container-title'} & set(item)
    assert (item['number'], item['accessed']) == ('67A', {'date-parts': [[2025, 1, 2]]})


def test_a_page_without_interviews_says_nothing(build):
    page = build(FILES).page('plain')
    assert not page.xpath('//script[@type="application/ld+json"]|//meta[starts-with(@name, "DC.")]')


@pytest.mark.parametrize(('kind', 'left'), [('json-ld', 0), ('dublin-core', 1)])
def test_each_kind_can_be_switched_off(build, kind, left):
    kinds = [name for name in ('json-ld', 'dublin-core', 'opengraph') if name != kind]
    page = build(FILES, interview_metadata=kinds).page()
    assert len(page.xpath('//script[@type="application/ld+json"]')) == left
    assert bool(page.xpath('//meta[@name="DC.type"]')) == (not left)


ANSWERS = (
    '\n   A: Is it bold? {#bold}\n\n   G: So & so.\n\n   B: No, it is not.\n'
    '\n   A: And? {#and}\n\n   G and B: We agree.\n\n   B: So & so.\n'
)
QUOTES = """\
Quotes
======

:interview:quote:`it is not <lamps.bold>`, :interview:quote:`It is not <lamps.bold>`,
:interview:quote:`it is not <lamps.bold>`, :interview:quote:`We agree <lamps>`,
:interview:quote:`So & so <lamps>`, :interview:quote:`Is it bold <lamps>`,
:interview:quote:`I never said so <lamps>`
"""


def quotations(built, page='quotes') -> list[dict]:
    """Return the quotations of a page, each with the names of those who said so."""
    scripts = built.page(page).xpath('//script[@type="application/ld+json"]')
    graphs = [json.loads(script.text).get('@graph', ()) for script in scripts]
    nodes = [node for graph in graphs for node in graph]
    names = {node['@id']: node['name'] for node in nodes if node['@type'] == 'Person'}
    assert len(names) == sum(node['@type'] == 'Person' for node in nodes)
    found = [node for node in nodes if node['@type'] == 'Quotation']
    for node in found:
        people = node.get('creator', [])
        people = people if isinstance(people, list) else [people]
        node['creator'] = [names[one['@id']] for one in people]
    return found


QUOTED = (
    PAGE.replace(TALK, ANSWERS).replace('[G]', '[G]; Bo Lund [B]').replace('   plain', '   quotes')
)


def quoting(build, **options):
    return build({'index.rst': QUOTED, 'quotes.rst': QUOTES}, warns=True, **options)


def test_the_head_says_what_the_page_quotes_and_who_said_so(build):
    found = quotations(quoting(build))
    assert [(one['text'], one['creator'], one['isBasedOn']) for one in found] == [
        ('it is not', ['Bo Lund'], 'index.html#lamps.bold.b'),
        ('It is not', ['Bo Lund'], 'index.html#lamps.bold.b'),
        ('We agree', ['Grace Keeper', 'Bo Lund'], 'index.html#lamps.and.g-b'),
        ('So & so', [], 'index.html#lamps'),
        ('Is it bold', ['Ada Reader'], 'index.html#lamps.bold'),
    ]
    whole = {'name': 'On <lamps>', 'url': 'https://example.org/lamps'}
    assert all(one['isPartOf'] == one['isPartOf'] | whole for one in found)


def test_what_is_quoted_is_said_anew_where_the_interview_has_changed(build):
    quoting(build)
    again = build({'index.rst': QUOTED.replace('On <', 'Of <')}, warns=True)
    assert {one['isPartOf']['name'] for one in quotations(again)} == {'Of <lamps>'}


def test_without_json_ld_nothing_is_said_of_quotations(build):
    assert quotations(quoting(build, interview_metadata=['dublin-core'])) == []


def test_opengraph_is_told_what_the_page_is(build):
    pytest.importorskip('sphinxext.opengraph')
    conf = 'extensions = ["sphinxext.interview", "sphinxext.opengraph"]\n'
    talk = PAGE.replace('   A: Is', '   She keeps\n   "lamps".\n\n   A: Is')
    files = {**FILES, 'conf.py': conf, 'index.rst': talk}
    page = build(files, ogp_social_cards={'enable': False}, ogp_site_url='https://x.org/').page()
    found = page.xpath('//head/meta[@property]')
    metas = {meta.get('property'): meta.get('content') for meta in found}
    assert len(metas) == len(found)
    assert metas['og:type'] == 'article'
    assert metas['og:title'] == 'On <lamps>'
    assert metas['og:description'] == 'She keeps “lamps”.'
    assert metas['article:published_time'] == '2024-05-01'
    assert metas['article:author'] == 'Ada Reader'


def test_two_builds_give_the_same_bytes(build):
    one, two = (build(FILES, where=where) for where in ('one', 'two'))
    for path in sorted((one.app.outdir / '_interviews').iterdir()):
        assert path.read_bytes() == (two.app.outdir / '_interviews' / path.name).read_bytes()
    assert one.read('index.html') == two.read('index.html')


@pytest.mark.parametrize('builder', ['html', 'text', 'latex', 'man', 'texinfo', 'epub'])
def test_how_to_cite_stands_below_the_interview(build, builder):
    page = PAGE.replace(OPTIONS, OPTIONS + '   :how-to-cite:\n')
    built = build({**FILES, 'index.rst': page}, builder)
    if builder == 'html':
        (cite,) = built.page().find_class('interview-how-to-cite')
        assert cite.text_content() == (
            'Cite as: Keeper, G. (2024, May 1). On <lamps> (A. Reader, Interviewer). The Pages. '
            'https://example.org/lamps'
        )
