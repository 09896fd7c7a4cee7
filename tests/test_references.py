"""Roles, labels, the inventory and the search index."""

from __future__ import annotations

import json
import re
from collections import Counter
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from conftest import PEOPLE
from sphinx.util.inventory import InventoryFile

TALK = """\
A: Good morning! What do you read? {#reading}

G: Manuals.

A: And what
do you write?

G: Tests.

Listener: Which ones?

G: The ones that fail.
"""
HOST = f"""\
Host
====

.. interview:: On manuals
   :file: talk.txt
   :name: grace
{PEOPLE}   :participant: Listener
"""


def refer(*roles: str) -> str:
    return 'Other\n=====\n\n' + '\n\n'.join(f'{role} .' for role in roles)


def links(built, page='other') -> list[tuple[str, str]]:
    body = built.page(page).xpath('//*[@role="main"]//p')
    return [
        (a.text_content(), a.get('href').rpartition('/')[2] or a.get('href'))
        for paragraph in body
        for a in paragraph.xpath('./a')
    ]


@pytest.fixture
def links_of(build):
    def run(*roles: str, **options):
        files = {'talk.txt': TALK, 'index.rst': HOST + TOC, 'other.rst': refer(*roles)}
        return links(build(files, **options))

    return run


TOC = '\n.. toctree::\n\n   other\n'
READING, WRITING = 'grace.reading', 'grace.and-what-do-you-write'


@pytest.mark.parametrize(
    ('role', 'text', 'anchor'),
    [
        (':interview:ref:`grace`', 'On manuals', 'grace'),
        (':interview:ref:`GRACE`', 'On manuals', 'grace'),
        (':interview:ref:`her <grace>`', 'her', 'grace'),
        (':interview:question:`grace.reading`', 'What do you read?', READING),
        (
            ':interview:answer:`grace.reading`',
            'Grace Keeper, “What do you read?”',
            READING + '.g',
        ),
        (':interview:answer:`~grace.reading`', 'What do you read?', READING + '.g'),
        (':interview:answer:`that <grace.reading>`', 'that', READING + '.g'),
        (
            ':interview:answer:`grace.and-what-do-you-write.listener`',
            'Listener, “And what do you write?”',
            WRITING + '.listener',
        ),
        (
            ':interview:answer:`grace.and-what-do-you-write.g-the-ones-that-fail`',
            'Grace Keeper, “And what do you write?”',
            WRITING + '.g-the-ones-that-fail',
        ),
        (
            ':interview:answer:`that <grace.reading.grace-keeper>`',
            'that',
            READING + '.g',
        ),
        (':interview:speaker:`Grace Keeper`', 'Grace Keeper', 'grace'),
        (':interview:speaker:`she <Grace Keeper>`', 'she', 'grace'),
        (':ref:`grace`', 'On manuals', 'grace'),
        (':ref:`grace.reading`', 'What do you read?', READING),
        (':any:`grace.reading`', 'What do you read?', READING),
        (':any:`Grace Keeper`', 'Grace Keeper', 'grace'),
    ],
)
def test_role_links_to_its_target(links_of, role, text, anchor):
    assert links_of(role) == [(text, f'index.html#{anchor}')]


def test_exclamation_mark_suppresses_the_link(links_of):
    assert links_of(':interview:answer:`!grace.reading`') == []


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'epub'])
def test_every_link_leads_to_an_id(build, builder):
    built = build(root='everything', builder=builder)
    pages = {path: lxml.html.parse(path) for path in built.app.outdir.rglob('*.*html')}
    known = {(path, name) for path, page in pages.items() for name in page.xpath('//@id')}
    dangling = []
    for path, page in pages.items():
        for uri in map(urlsplit, page.xpath('//body//a/@href')):
            target = path.parent.joinpath(uri.path).resolve() if uri.path else path
            target = target / 'index.html' if target.is_dir() else target
            # Sphinx 9 writes two anchors where documents refer to each other in a single page
            anchor = unquote(uri.fragment.partition(':~:')[0].rpartition('#')[2])
            if anchor.startswith('t=') and target.is_file():  # a time of a recording
                continue
            if not uri.scheme and anchor and (target, anchor) not in known:
                dangling.append((path.name, uri.geturl()))
    assert dangling == []


LABELLED = f"""\
Host
====

.. _lower:
.. _upper:

.. interview::
   :name: talk
{PEOPLE}
   A: Why?

   G: So.

   .. _end:

   A: How?

   G: Thus.

.. _shown:

.. interview:excerpt:: talk

.. _who:

.. interview:speaker:: Grace Keeper

.. _listed:

.. interview:list::

.. _picked:

.. {{}}

   .. interview::
      :name: picked
      :interviewer: Ada
      :interviewee: Bo

      Ada: Why?

      Bo: So.
"""
LABELS = ('lower', 'upper', 'end', 'shown', 'who', 'listed', 'picked')


GENINDEX = ['interviews', 'speakers', 'questions']


@pytest.mark.parametrize('genindex', [[], GENINDEX])
@pytest.mark.parametrize('condition', ['only:: html', 'ifconfig:: True', 'container::'])
def test_a_label_before_something_of_ours_is_an_anchor(build, condition, genindex):
    extensions = ['sphinx.ext.ifconfig', 'sphinxext.interview']
    config = {'extensions': extensions, 'interview_genindex': genindex}
    ids = build({'index.rst': LABELLED.format(condition)}, **config).page().xpath('//@id')
    assert [ids.count(label) for label in LABELS] == [1] * len(LABELS)


@pytest.mark.parametrize('genindex', [[], GENINDEX])
@pytest.mark.parametrize('condition', ['only:: latex', 'ifconfig:: True', 'container::'])
def test_a_label_before_something_of_ours_is_one_anchor_in_latex(build, condition, genindex):
    links = ', '.join(f':ref:`{label} <{label}>`' for label in LABELS)
    page = f'{LABELLED.format(condition)}\n{links}\n'
    extensions = ['sphinx.ext.ifconfig', 'sphinxext.interview']
    config = {'extensions': extensions, 'interview_genindex': genindex}
    built = build({'index.rst': page}, 'latex', **config)
    (tex,) = built.app.outdir.glob('*.tex')
    anchors = Counter(re.findall(r'\\label\{\\detokenize\{(.*?)\}', tex.read_text('utf-8')))
    assert [anchors[f'index:{label}'] for label in LABELS] == [1] * len(LABELS)
    assert max(anchors.values()) == 1


@pytest.mark.parametrize(
    ('role', 'hint'),
    [
        (':interview:answer:`grace.readin`', "'grace.readin'; did you mean 'grace.reading'?"),
        (':interview:question:`grace.reading.g`', "did you mean 'grace.reading'?"),
        (':interview:speaker:`Grace Keper`', "'grace-keper'; did you mean 'grace-keeper'?"),
        (':interview:ref:`xyz`', "unknown interview:ref: 'xyz' [interview.reference]"),
    ],
)
def test_dangling_target_warns_with_the_nearest_name(build, role, hint):
    files = {'talk.txt': TALK, 'index.rst': HOST + TOC, 'other.rst': refer(role)}
    built = build(files, warns=True)
    assert built.warnings.count('WARNING') == 1
    assert built.warnings.startswith('other.rst:4: WARNING: unknown interview:')
    assert hint in built.warnings


def test_nitpick_ignore_is_respected(links_of):
    ignore = [('interview:ref', 'xyz')]
    assert links_of(':interview:ref:`xyz`', nitpicky=True, nitpick_ignore=ignore) == []


def test_duplicate_name_keeps_the_first_and_warns_with_both_places(build):
    files = {
        'talk.txt': TALK,
        'index.rst': HOST + TOC + '   zweite\n',
        'zweite.rst': HOST.replace('On manuals', 'The second'),
        'other.rst': refer(':interview:ref:`grace`'),
    }
    built = build(files, warns=True)
    assert built.warnings.count('WARNING') == 1
    assert "zweite.rst:4: WARNING: duplicate interview name 'grace'" in built.warnings
    assert 'index.rst:4' in built.warnings
    assert links(built) == [('On manuals', 'index.html#grace')]


def test_duplicate_in_one_document_gets_another_name(build):
    files = {'talk.txt': TALK, 'index.rst': HOST + '\n' + HOST.partition('====\n')[2]}
    built = build(files, warns=True)
    assert "duplicate interview name 'grace'" in built.warnings
    ids = built.page().xpath('//@id')
    assert len(ids) == len(set(ids))
    assert 'grace-2.reading' in ids


def test_interview_named_as_its_section_shares_the_anchor(build):
    files = {'talk.txt': TALK, 'index.rst': HOST.replace('Host\n====', 'Grace\n=====')}
    built = build(files)
    assert built.page().xpath('//@id').count('grace') == 1
    inventory = read_inventory(built)
    assert inventory['interview:interview']['grace'][2] == 'index.html#grace'


def read_inventory(built):
    with (built.app.outdir / 'objects.inv').open('rb') as file:
        inventory = InventoryFile.load(file, '', lambda _, uri: uri)
    data = getattr(inventory, 'data', inventory)
    return {
        kind: {
            name: tuple(getattr(item, '_data', item))
            if isinstance(item, tuple)
            else (item.project_name, item.project_version, item.uri, item.display_name)
            for name, item in entries.items()
        }
        for kind, entries in data.items()
    }


def test_everything_is_in_the_inventory(build):
    built = build({'talk.txt': TALK, 'index.rst': HOST})
    inventory = read_inventory(built)
    assert set(inventory['interview:question']) == {READING, WRITING}
    assert inventory['interview:question'][READING][2:] == (
        f'index.html#{READING}',
        'What do you read?',
    )
    assert READING + '.g' in inventory['interview:answer']
    assert inventory['interview:speaker']['grace-keeper'][3] == 'Grace Keeper'
    assert READING not in inventory['std:label']  # each address once; `:ref:` finds it all the same


def test_search_index_keeps_the_anchor_of_a_question(build):
    built = build({'talk.txt': TALK, 'index.rst': HOST})
    index = json.loads(re.search(r'\((\{.*\})\)', built.read('searchindex.js'), re.DOTALL)[1])
    found = {entry[4]: entry[3] for entries in index['objects'].values() for entry in entries}
    assert found['What do you read?'] == READING


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_another_project_links_to_an_answer(build, builder, tmp_path):
    theirs = build({'talk.txt': TALK, 'index.rst': HOST}, builder, where='theirs')
    extensions = ['sphinxext.interview', 'sphinx.ext.intersphinx']
    files = {
        'conf.py': f'extensions = {extensions}\n',
        'index.rst': refer(
            ':interview:answer:`grace.reading.g`',
            ':interview:answer:`grace.reading`',
            ':external+talks:interview:question:`grace.reading`',
            ':external:interview:speaker:`Grace Keeper`',
            ':ref:`grace.reading`',
        ),
    }
    inventory = str(theirs.app.outdir / 'objects.inv')
    mapping = {'talks': ('https://talks.example/', inventory)}
    ours = build(files, where='ours', intersphinx_mapping=mapping)
    base = 'https://talks.example/' + ('' if builder == 'dirhtml' else 'index.html')
    paragraphs = ours.page().xpath('//*[@role="main"]//p/a')
    assert [(a.text_content(), a.get('href')) for a in paragraphs] == [
        ('Grace Keeper, “What do you read?”', f'{base}#{READING}.g'),
        ('What do you read?', f'{base}#{READING}'),
        ('What do you read?', f'{base}#{READING}'),
        ('Grace Keeper', f'{base}#grace'),
        ('What do you read?', f'{base}#{READING}'),
    ]
