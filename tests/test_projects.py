"""Two projects that link to, quote and cite each other's interviews."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from conftest import PEOPLE
from serving import serve

EXTENSIONS = 'extensions = ["sphinxext.interview", "sphinx.ext.intersphinx"]\n'


def page(title: str, name: str, talk: str) -> str:
    options = f'   :name: {name}\n   :date: 2024-05-01\n'
    return f'{title}\n{"=" * len(title)}\n\n.. interview::\n{PEOPLE}{options}\n{talk}\n'


LAMPS = page('Lamps', 'lamps', '   A: Any advice? {#advice}\n\n   G: Later often means never.\n')
BOATS = page('Boats', 'boats', '   A: Any news? {#news}\n\n   G: As I said.\n')
REFERENCES = """\
:interview:answer:`lamps.advice.g`

:external+lamps:interview:answer:`this <lamps.advice>`

:interview:ref:`lamps`

:interview:quote:`Later often means never <lamps.advice.g>`

:interview:cite:`lamps.advice{Q1}`

.. interview:quote:: lamps.advice.g

   Later often means never.
"""


@pytest.fixture
def lamps(build):
    return build({'conf.py': EXTENSIONS, 'index.rst': LAMPS}, where='lamps', project='Lamps')


@pytest.fixture
def boats(build, lamps):
    def run(text: str, builder: str = 'html', where: str = 'boats', **config):
        inventory = str(lamps.app.outdir / 'objects.inv')
        files = {
            'conf.py': EXTENSIONS,
            'index.rst': f'{BOATS}\nAfter\n-----\n\n{text}\n',
            'lamps.json': (lamps.app.outdir / '_interviews' / 'interviews.csl.json').read_bytes(),
        }
        mapping = {'lamps': ('https://lamps.example/', inventory)}
        return build(files, builder, where=where, intersphinx_mapping=mapping, **config)

    return run


def links(built) -> list[tuple[str, str]]:
    found = built.page().xpath('//*[@role="main"]//section//section//a[@href]')
    return [(a.text_content(), a.get('href')) for a in found if a.get('href')[:1] != '#']


ANSWER = 'https://lamps.example/index.html#lamps.advice.g'
WORDS = ':~:text=Later%20often%20means%20never'


def test_one_refers_to_the_other(boats):
    built = boats(REFERENCES, interview_bibliography=['lamps.json'])
    assert links(built) == [
        ('Grace Keeper, “Any advice?”', ANSWER),
        ('this', 'https://lamps.example/index.html#lamps.advice'),
        ('Lamps', 'https://lamps.example/index.html#lamps'),
        ('Later often means never', ANSWER),
        ('Keeper, 2024, Q1', 'https://lamps.example/index.html#lamps.advice'),
        ('Grace Keeper, “Any advice?”', ANSWER),
    ]
    assert '2 quotations name interviews of other projects' in built.messages


def test_what_is_cited_of_the_other_stands_in_the_list(boats):
    text = ':interview:cite:`lamps, boats.news`\n\n.. interview:references::\n'
    built = boats(text, interview_bibliography=['lamps.json'], project='Boats')
    (citation,) = built.page().find_class('interview-citation')
    assert citation.text_content() == '(Keeper, 2024b; Keeper, 2024a, Q1)'
    listed = built.page().find_class('interview-references')[0]
    assert [item.text_content().partition(' Cited')[0] for item in listed] == [
        'Keeper, G. (2024a, May 1). Boats (A. Reader, Interviewer). Boats.',
        'Keeper, G. (2024b, May 1). Lamps (A. Reader, Interviewer). Lamps.',
    ]


def test_without_its_bibliography_a_citation_is_a_link(boats):
    assert links(boats(':interview:cite:`lamps.advice`')) == [
        ('Any advice?', 'https://lamps.example/index.html#lamps.advice')
    ]


@pytest.mark.parametrize('builder', ['dirhtml', 'singlehtml', 'epub', 'latex', 'text', 'man'])
def test_references_to_the_other_build_everywhere(boats, builder):
    boats(REFERENCES, builder, interview_bibliography=['lamps.json'])


def test_the_other_refers_back(build, boats):
    built = boats(':interview:ref:`lamps`')
    mapping = {'boats': ('https://boats.example/', str(built.app.outdir / 'objects.inv'))}
    files = {'index.rst': LAMPS + '\nAfter\n-----\n\n:interview:answer:`it <boats.news>`\n'}
    again = build(files, where='lamps', intersphinx_mapping=mapping)
    assert links(again) == [('it', 'https://boats.example/index.html#boats.news')]


def test_the_inventory_lists_every_question_and_answer_with_its_text(lamps):
    command = [sys.executable, '-m', 'sphinx.ext.intersphinx', lamps.app.outdir / 'objects.inv']
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.findall(r'^ +(lamps\S*) +(.+?) *: (\S+)$', listed, re.MULTILINE)
    assert ('lamps.advice', 'Any advice?', 'index.html#lamps.advice') in found
    assert (
        'lamps.advice.g',
        'Grace Keeper, “Any advice?”',
        'index.html#lamps.advice.g',
    ) in found


@pytest.mark.parametrize(
    ('content', 'says'),
    [(None, 'No such file'), ('{', 'Expecting'), ('{"id": 1}', 'not a list of objects')],
)
def test_a_bibliography_that_cannot_be_read_is_reported(build, content, says):
    files = {'index.rst': BOATS + '\n\n:interview:cite:`boats`\n'}
    files |= {'refs.json': content} if content else {}
    built = build(files, interview_bibliography=['refs.json'], warns=True)
    assert built.warnings.startswith('WARNING: interview_bibliography: refs.json: ')
    assert says in built.warnings
    assert '[interview.config]' in built.warnings


@pytest.fixture
def address(lamps):
    """The other project, on a server of our own."""

    with serve(lamps.app.outdir) as server:
        yield f'{server}/index.html'


def test_linkcheck_looks_for_the_answer_not_for_the_words(build, address):
    links = [f'{address}#lamps.{slug}{WORDS}' for slug in ('advice', 'gone')]
    files = {'index.rst': 'Index\n=====\n\n' + '\n\n'.join(f'`x <{uri}>`__' for uri in links)}
    # The default, but Sphinx 7.4 warns of it where a busy machine answers late
    config = {'linkcheck_report_timeouts_as_broken': False}
    built = build(files, 'linkcheck', where='checked', warns=True, **config)
    checked = [json.loads(line) for line in built.read('output.json').splitlines()]
    assert {(found['uri'], found['status']) for found in checked} == {
        (f'{address}#lamps.advice', 'working'),
        (f'{address}#lamps.gone', 'broken'),
    }
