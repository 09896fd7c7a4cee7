"""Folded turns: to everybody who looks they are what they would be with paragraphs."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any, ClassVar

import pytest
from conftest import PEOPLE
from docutils import nodes as docutils_nodes
from docutils.nodes import SparseNodeVisitor
from docutils.transforms.references import DanglingReferencesVisitor
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import NodeMatcher

from sphinxext.interview.doctree import lean, nodes
from sphinxext.interview.doctree.contents import entries
from sphinxext.interview.doctree.turns.ending import Ending
from sphinxext.interview.doctree.turns.introduction import Introduction
from sphinxext.interview.doctree.turns.literal import literal_words
from sphinxext.interview.doctree.turns.words import Turn, lend

WORDS = st.builds(
    lambda text, attributes: literal_words(text, 'talk.txt', 3, **attributes),
    st.text(alphabet='ab.*[’\\', max_size=5),
    st.fixed_dictionaries(
        {},
        optional={
            'classes': st.just(['interview-note']),
            'tags': st.just(['craft']),
            'time': st.just(61.5),
            'heard': st.just(2.0),
        },
    ),
)
TURNS = st.lists(WORDS, min_size=1, max_size=3)
ACTIONS = st.sampled_from(
    [
        (),
        (Introduction(1, '', is_html=True), Ending('talk.why', 'Link')),
        (Introduction(None, 'talk.mp3', is_html=False),),
    ]
)
WANTED: list[Any] = [
    None,
    docutils_nodes.Text,
    docutils_nodes.Node,
    docutils_nodes.Element,
    docutils_nodes.TextElement,
    docutils_nodes.paragraph,
    docutils_nodes.container,
    docutils_nodes.inline,
    docutils_nodes.strong,
    docutils_nodes.Inline,
    docutils_nodes.reference,
    docutils_nodes.image,
    docutils_nodes.section,
    addnodes.pending_xref,
    addnodes.index,
    lean.paragraph,
    nodes.interview,
    nodes.interview_exchange,
    nodes.interview_answer,
    nodes.interview_speaker,
    nodes.interview_time,
    nodes.interview_number,
    nodes.interview_ending,
    NodeMatcher(docutils_nodes.paragraph),
    NodeMatcher(docutils_nodes.footnote, docutils_nodes.footnote_reference),
    NodeMatcher(docutils_nodes.Element, translated=Any),
    NodeMatcher(docutils_nodes.Element, time=Any),
    NodeMatcher(docutils_nodes.Element, tags=['craft']),
    NodeMatcher(classes=[]),
    NodeMatcher(docutils_nodes.inline, translatable=Any),
    NodeMatcher(nodes.interview_answer, time=5),
    lambda node: isinstance(node, docutils_nodes.paragraph),
]


def interview(turns, actions) -> nodes.interview:
    """Make an interview of one exchange with these answers, which unfold as *actions* want it."""
    exchange = nodes.interview_exchange(ids=['talk.why'], title='Why?')
    for number, words in enumerate(turns):
        answer = nodes.interview_answer(ids=[f'talk.why.{number}'], speakers=['Ada'], time=5)
        answer.source, answer.line = 'talk.txt', 2
        answer.hold(words)
        for action in actions:
            answer.later(action)
        exchange += answer
    root = nodes.interview('', exchange, name='talk', markup='literal')
    document = new_document('talk')
    document += root
    return root


def unfolded(root: nodes.interview) -> nodes.interview:
    for turn in root[0]:
        assert isinstance(turn.children, list)
        assert turn.folded is None
    return root


def told(found) -> list[tuple[object, ...]]:
    return [
        (
            type(one),
            one.astext(),
            one.pformat(),
            getattr(one, 'rawsource', ''),
            one.source,
            one.line,
            type(one.parent),
        )
        for one in found
    ]


@given(st.lists(TURNS, min_size=1, max_size=3), ACTIONS)
def test_whatever_is_looked_for_is_found(turns, actions):
    for wanted in WANTED:
        folded, other = interview(turns, actions), unfolded(interview(turns, actions))
        assert told(folded.parent.findall(wanted)) == told(other.parent.findall(wanted))
        one, two = interview(turns, actions)[0][0], other[0][0]
        assert told(one.findall(wanted)) == told(two.findall(wanted))
        for options in ({'include_self': False}, {'descend': False}, {'siblings': True}):
            one, two = interview(turns, actions)[0][0], other[0][0]
            assert told(one.findall(wanted, **options)) == told(two.findall(wanted, **options))


@given(st.lists(TURNS, min_size=1, max_size=2), ACTIONS)
def test_it_reads_and_copies_as_any_element(turns, actions):
    def look(root):
        return root.pformat(), root.astext(), str(root), [len(turn) for turn in root[0]]

    expected = look(unfolded(interview(turns, actions)))
    assert look(interview(turns, actions)) == expected
    assert look(interview(turns, actions).deepcopy()) == expected
    kept = pickle.loads(pickle.dumps(interview(turns, actions)))  # noqa: S301
    assert look(kept) == expected
    assert all(
        child.parent is node for node in kept.findall(docutils_nodes.Element) for child in node
    )


@given(TURNS)
def test_a_copy_stays_folded_and_is_its_own(words):
    root = interview([words], ())
    copy, kept = root.deepcopy(), pickle.loads(pickle.dumps(root))  # noqa: S301
    assert copy[0][0].folded == kept[0][0].folded == root[0][0].folded
    copy[0][0][0]['classes'].append('new')
    assert 'new' not in root.pformat()


def test_what_is_done_to_the_children_is_kept():
    root = interview([[literal_words('One.'), literal_words('Two.')]], ())
    turn = root[0][0]
    turn[0]['classes'].append('mine')
    turn[1].insert(0, addnodes.pending_xref('', docutils_nodes.Text('see')))
    turn.append(docutils_nodes.paragraph('', 'Three.'))
    assert [*root.findall(addnodes.pending_xref)]
    assert (turn[0]['classes'], turn.astext()) == (['mine'], 'One.\n\nseeTwo.\n\nThree.')


class Collects(SparseNodeVisitor):
    """Of another extension: visits all paragraphs."""

    def __init__(self, document) -> None:
        super().__init__(document)
        self.seen: list[str] = []

    def visit_paragraph(self, node) -> None:
        self.seen.append(node.astext())

    def unknown_visit(self, node) -> None: ...


class Dangling(DanglingReferencesVisitor):
    """Of another extension: one that we know, but for something else."""

    visit_paragraph = Collects.visit_paragraph


@pytest.mark.parametrize('walk', ['walk', 'walkabout'])
@pytest.mark.parametrize('visitor', [Collects, Dangling])
def test_visitors_come_to_the_words(walk, visitor):
    root = interview([[literal_words('One.'), literal_words('Two.')]], ())
    document = root.parent
    made = visitor(document) if visitor is Collects else visitor(document, [])
    made.seen, made.unknown_departure = [], made.unknown_visit
    getattr(document, walk)(made)
    assert made.seen == ['One.', 'Two.']


def test_words_are_lent_only_as_long_as_they_are_folded():
    root = interview([[literal_words('One.')], [literal_words('Two.')]], ())
    first, second = root[0]
    assert first.astext() == 'One.'
    lend(lambda _: [docutils_nodes.Text('lent')])
    assert (first.astext(), second.astext()) == ('One.', 'lent')
    lend(None)
    assert (first.astext(), second.astext()) == ('One.', 'Two.')


@pytest.mark.parametrize(
    'wanted', [None, docutils_nodes.Text, docutils_nodes.bullet_list, addnodes.toctree]
)
def test_page_contents_are_found(wanted):
    rows = (('What?', 'talk.what', ()), ('Craft', 'talk.craft', (('Why?', 'talk.why', ()),)))
    folded, other = (entries.bullet_list.of('page', rows) for _ in range(2))
    for found in list(other.findall(entries.bullet_list)):
        assert found.children
    assert told(folded.findall(wanted)) == told(other.findall(wanted))
    assert (len(folded), folded.pformat()) == (2, other.pformat())


# Whole builds: whoever unfolds the words, and whenever, readers get the same pages


class _Unfolds:
    def apply(self, **kwargs) -> None:
        assert sum(1 for _ in self.document.findall(docutils_nodes.Text))

    run = apply


class UnfoldsFirst(_Unfolds, SphinxTransform):
    default_priority = 1


class UnfoldsHalfway(_Unfolds, SphinxTransform):
    default_priority = 700


class UnfoldsBeforeNames(_Unfolds, SphinxPostTransform):
    default_priority = 3


class UnfoldsLast(_Unfolds, SphinxPostTransform):
    default_priority = 999


def setup(app) -> None:
    when = app.config._raw_config.get('when')
    kinds = {one.__name__: one for one in (UnfoldsFirst, UnfoldsHalfway)}
    if when == 'read':
        app.connect('doctree-read', look)
    elif when in {'early', 'later'}:
        app.add_transform(Looks if when == 'early' else LooksLater)
    elif when in kinds:
        app.add_transform(kinds[when])
    else:
        app.add_post_transform({'UnfoldsLast': UnfoldsLast}.get(when, UnfoldsBeforeNames))


TALK = """
   A: Why “now” -- and "here" <there>?

   G (0:14): Because it's & was. See https://example.org/a.

   And so on...

   A (1:02): {questions}

   G: [laughs] Yes. [She pours tea.]

   [A note of the editor]

   G: שלום עולם.
"""
QUESTIONS = 'What, then? ' * 30
PAGE = f"""Talk
====

.. interview:: A talk
   :markup: literal
{PEOPLE}{TALK.format(questions=QUESTIONS)}

Another
=======

* A list:

  .. interview::
     :name: other
     :markup: literal

     A: In a list?

     B: Yes.

     C: No.
"""
BUILDERS = 'html dirhtml singlehtml epub latex text man texinfo xml pseudoxml gettext'.split()


def test_the_words_are_folded_until_they_are_written(build, monkeypatch):
    def made(turn):
        raise AssertionError(turn.texts)

    monkeypatch.setattr(Turn, 'made', made)
    words = 'A: Why?\n\n   G: It\'s "so".\n\n   And -- so.'
    page = f'Talk\n====\n\n.. interview::\n   :markup: literal\n{PEOPLE}\n   {words}\n'
    for builder in ('html', 'latex', 'singlehtml'):
        build({'index.rst': page}, builder)


def written(built) -> dict[str, bytes]:
    out = Path(built.app.outdir)
    files = {p.relative_to(out).as_posix(): p for p in out.rglob('*') if p.is_file()}
    # Of a book the pages; its package says when it was made
    return {
        name: path.read_bytes()
        for name, path in files.items()
        if path.name not in {'.buildinfo', 'content.opf'}
        and path.suffix not in {'.epub', '.pickle'}
    }


@pytest.mark.parametrize(
    'when', ['UnfoldsFirst', 'UnfoldsHalfway', 'UnfoldsBeforeNames', 'UnfoldsLast']
)
@pytest.mark.parametrize('builder', BUILDERS)
@pytest.mark.parametrize('is_numbered', [True, False])
def test_whoever_unfolds_them_readers_get_the_same(build, builder, when, is_numbered, monkeypatch):
    monkeypatch.setenv('SOURCE_DATE_EPOCH', '1700000000')
    conf = 'extensions = ["sphinxext.interview"{}]\nwhen = {!r}\n'
    page = {'index.rst': PAGE}
    config = {'interview_numbered': is_numbered, 'interview_genindex': ['interviews']}
    folded = build({**page, 'conf.py': conf.format('', when)}, builder, where='folded', **config)
    unfolding = {**page, 'conf.py': conf.format(f', {__name__!r}', when)}
    other = build(unfolding, builder, where='other', **config)
    one, two = written(folded), written(other)
    assert one.keys() == two.keys()
    changed = [name for name in one if one[name].replace(b'/folded/', b'/other/') != two[name]]
    assert changed == []


@pytest.mark.parametrize('builder', BUILDERS)
def test_everything_is_written_as_if_unfolded(build, builder, monkeypatch):
    monkeypatch.setenv('SOURCE_DATE_EPOCH', '1700000000')
    folded = written(build(root='everything', builder=builder, where='folded'))
    monkeypatch.setattr(Turn, 'hold', _hold)
    other = written(build(root='everything', builder=builder, where='other'))
    assert folded.keys() == other.keys()
    assert [n for n in folded if folded[n].replace(b'/folded/', b'/other/') != other[n]] == []


def _hold(turn, words):
    turn.children = [one.paragraph(turn) for one in words]
    return turn


class Looks(SphinxTransform):
    """Of another extension: of the priority of what is spared, and before ours are registered."""

    default_priority = 10
    seen: ClassVar[list[str]] = []

    def apply(self, **kwargs) -> None:
        self.seen.append(self.document.astext())


class LooksLater(Looks):
    default_priority = 210


@pytest.mark.parametrize('when', ['early', 'later', 'read'])
def test_others_see_the_words_wherever_they_come(build, when):
    extensions = [__name__, 'sphinxext.interview']
    words = f':markup: literal\n{PEOPLE}\n   A: Why?\n\n   G: Because.\n'
    files = {
        'index.rst': f'Talk\n====\n\n.. interview::\n   {words}',
        'conf.py': f'extensions = {extensions}\nwhen = {when!r}\n',
    }
    Looks.seen.clear()
    build(files)
    assert len(Looks.seen) == 1
    assert 'Because.' in Looks.seen[0]


def look(_, doctree) -> None:
    Looks.seen.append(doctree.astext())


def test_words_with_times_of_their_own_are_written_in_latex(build):
    captions = (
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Why?\n\n00:03.000 --> 00:20.000\n<v Grace>So.\n'
    )
    captions += '\n00:41.000 --> 00:59.000\n<v Grace>After a while.\n'
    files = {
        'talk.vtt': captions,
        'index.rst': 'Talk\n====\n\n.. interview::\n   :file: talk.vtt\n',
    }
    config = {'source_suffix': {'.rst': 'restructuredtext'}, 'exclude_patterns': ['*.vtt']}
    built = build(files, 'latex', **config)
    text = ''.join(path.read_text() for path in Path(built.app.outdir).glob('*.tex'))
    assert 'After a while.' in text
    assert text.count('sphinxinterviewtime') > 2
