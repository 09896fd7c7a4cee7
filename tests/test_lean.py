"""What is kept small behaves as ever: elements as docutils' own, records as they were made."""

from __future__ import annotations

import gc
import pickle

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinxext.interview.doctree import lean
from sphinxext.interview.doctree.contents import entries
from sphinxext.interview.domain.records import Answer, Exchange, Interview, rows_of

LISTS = nodes.Element.list_attributes
PAIRS = [
    (lean.paragraph, nodes.paragraph),
    (entries.reference, nodes.reference),
    (entries.compact_paragraph, addnodes.compact_paragraph),
    (entries.list_item, nodes.list_item),
    (entries.bullet_list, nodes.bullet_list),
]


def both(ours, theirs):
    """Make the same element of either class."""
    for one in (ours, theirs):
        made = one('source')
        made += nodes.Text('words')
        made['classes'] += ['a']
        made['refuri'] = 'there'
        yield made


@pytest.mark.parametrize(('ours', 'theirs'), PAIRS)
def test_they_look_alike(ours, theirs):
    one, other = both(ours, theirs)
    assert isinstance(one, theirs)
    assert (one.tagname, type(one).__name__) == (other.tagname, type(other).__name__)
    assert (str(one), one.pformat(), one.astext()) == (str(other), other.pformat(), other.astext())
    assert one.attlist() == other.attlist()
    for name in LISTS:
        assert one[name] == one.get(name) == one.attributes[name] == other[name]


@pytest.mark.parametrize('name', LISTS)
def test_a_list_is_there_when_it_is_asked_for(name):
    element = lean.paragraph()
    element[name].append('x')
    assert element[name] == ['x']
    assert lean.paragraph()[name] == []


def test_what_is_no_list_is_missed_as_ever():
    with pytest.raises(KeyError):
        lean.paragraph()['refuri']
    assert lean.paragraph().get('refuri', 'else') == 'else'


@pytest.mark.parametrize(('ours', 'theirs'), PAIRS)
@pytest.mark.parametrize(
    'copy',
    [lambda e: e.deepcopy(), lambda e: pickle.loads(pickle.dumps(e))],  # noqa: S301
)
def test_a_copy_is_the_same_and_its_own(ours, theirs, copy):
    element, _ = both(ours, theirs)
    element.source, element.line = 'talk.txt', 3
    copied = copy(element)
    assert (type(copied), copied.pformat()) == (type(element), element.pformat())
    assert (copied.source, copied.line, copied.rawsource) == ('talk.txt', 3, 'source')
    copied['classes'].append('b')
    copied += nodes.Text('more')
    assert element['classes'] == ['a']
    assert element.astext() == 'words'
    assert all(child.parent is copied for child in copied.children)


def test_what_is_put_in_knows_its_document():
    document = nodes.document(None, None)
    element = lean.paragraph()
    document += element
    element += nodes.Text('words')
    assert element[0].document is document


ROWS = (('What?', 'talk.what', ()), ('Craft', 'talk.craft', (('Why?', 'talk.why', ()),)))


@pytest.mark.parametrize('change', [None, 'class', 'text', 'only', 'item'])
def test_page_contents_are_kept_as_they_are(change):
    toc = entries.bullet_list.of('page', ROWS)
    page = nodes.bullet_list('', nodes.list_item('', toc))
    if change == 'class':
        toc[1]['classes'].append('new')
    elif change == 'text':
        toc[0][0] += nodes.emphasis('', 'really')
    elif change == 'only':
        toc.append(addnodes.only('', toc.pop(), expr='html'))
    elif change == 'item':
        toc.append(nodes.list_item('', nodes.paragraph('', 'by hand')))
    kept = pickle.loads(pickle.dumps(page))  # noqa: S301
    assert kept.pformat() == page.pformat()
    assert all(child.parent is node for node in kept.findall(nodes.Element) for child in node)
    assert isinstance(kept[0][0], entries.bullet_list)


def test_page_contents_are_kept_small():
    rows = [(f'What {number}?', f'talk.what-{number}', ()) for number in range(100)]
    theirs = nodes.bullet_list('', *(nodes.list_item('', nodes.paragraph('', r[0])) for r in rows))
    assert len(pickle.dumps(entries.bullet_list.of('page', rows))) < len(pickle.dumps(theirs)) / 2


@pytest.mark.parametrize('address', ['talk.what.ada', 'elsewhere'])
def test_a_record_is_kept_as_it_is(address):
    answer = Answer(address, ('Ada', 'Grace'), 1.5, 2)
    exchanges = (
        Exchange('talk.what', 'What?', (answer,), 1, 0.0, 2),
        Exchange('talk.why', 'Why?', (), 2, None, 3, greets=True),
    )
    rows = rows_of(exchanges)
    made = Interview('talk', 'Talk', 'page', 'page:1', ('Ada',), ('guest',), rows, (('a', 'b'),))
    kept = pickle.loads(pickle.dumps(made))  # noqa: S301
    assert kept == made
    assert repr(kept) == repr(made)
    assert kept.exchanges == exchanges
    assert kept.exchange('talk.why') == exchanges[1]
    assert kept.exchange('talk') is None


def test_entries_of_an_index_are_what_sphinx_asks_for(build):
    talk = 'Ada Reader: Why?\n\nGrace Keeper: So.\n'
    built = build({'index.rst': 'Talks\n=====\n\n.. interview::\n   :file: t.txt\n', 't.txt': talk})
    domain = built.app.env.get_domain('interview')
    content, _ = domain.indices[0](domain).generate()
    ((letter, entries),) = content
    assert (letter, len(entries)) == ('T', 2)
    assert [entry.name for entry in entries] == ['Talks', 'Why?']
    assert entries[-1].anchor == 't.why'
    assert [entry.anchor for entry in entries[1:]] == ['t.why']
    kept = pickle.loads(pickle.dumps(entries))  # noqa: S301
    assert [entry.anchor for entry in kept] == ['t', 't.why']


def test_what_lives_as_long_as_a_build_is_passed_by_when_garbage_is_looked_for(build):
    turns = ''.join(f'Ada Reader: Why {n}?\n\nGrace Keeper: So {n}.\n\n' for n in range(50))
    built = build({'index.rst': 'T\n=\n\n.. interview::\n   :file: t.txt\n', 't.txt': turns})
    domain = built.app.env.get_domain('interview')
    entries = domain.indices[0](domain).generate()[0]
    assert len(domain.targets) == 101
    for _ in range(5):  # a tuple of tuples follows those in it
        gc.collect()
    kept = [
        *domain.interviews['index'][0].rows,
        *domain.targets._rows.values(),
        *list.__iter__(entries[0][1]),
    ]
    assert len(kept) == 202
    assert not any(map(gc.is_tracked, kept))
