"""Lean elements behave as docutils' own for everybody who meets them."""

from __future__ import annotations

import pickle

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinxext.interview.doctree import lean

LISTS = nodes.Element.list_attributes
PAIRS = [
    (lean.paragraph, nodes.paragraph),
    (lean.reference, nodes.reference),
    (lean.compact_paragraph, addnodes.compact_paragraph),
    (lean.list_item, nodes.list_item),
    (lean.bullet_list, nodes.bullet_list),
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
