"""Which part of a transcript translates which of another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.parallel import Part, pair

A, G, P = ('Ada',), ('Grace',), ('Pip',)


def exchange(line: int, slug: str = '', speakers=(A, G)) -> Part:
    return Part('exchange', line, slug, speakers)


def topic(line: int) -> Part:
    return Part('topic', line)


def note(line: int) -> Part:
    return Part('note', line)


def test_exchanges_are_paired_in_their_order():
    original = [exchange(1, 'a'), exchange(5, 'b')]
    assert pair(original, [exchange(2), exchange(6)]) == ([(0, 0), (1, 1)], ())


def test_topics_part_what_is_paired():
    original = [topic(1), exchange(2, 'a'), exchange(5, 'b'), topic(8), exchange(9, 'c')]
    pairs, findings = pair(original, [topic(1), exchange(3), topic(6), exchange(7)])
    assert pairs == [(0, 0), (1, 1), (2, None), (3, 2), (4, 3)]
    (finding,) = findings
    assert (finding.code, finding.level, finding.line) == ('translation', 'warning', 3)
    assert finding.text.startswith(
        '1 exchange from here on, but the original, from line 2 on, has 2; they are paired in order'
    )


def test_a_slug_pairs_whatever_stands_before_it():
    original = [exchange(1, 'a'), exchange(3, 'b'), exchange(5, 'c')]
    pairs, findings = pair(original, [exchange(1), exchange(3, 'c')])
    assert pairs == [(0, 0), (1, None), (2, 1)]
    assert [finding.line for finding in findings] == [1]


def test_a_slug_that_the_original_lacks_is_said():
    _, findings = pair([exchange(1, 'a')], [exchange(7, 'z')])
    assert [(f.line, f.text) for f in findings] == [
        (7, "no exchange of the original has the address 'z'")
    ]


def test_slugs_in_another_order_pair_as_far_as_they_can():
    original = [exchange(1, 'a'), exchange(3, 'b')]
    pairs, findings = pair(original, [exchange(1, 'b'), exchange(3, 'a')])
    assert pairs == [(None, 0), (0, 1), (1, None)]
    assert findings


def test_topics_of_one_side_stand_alone():
    pairs, findings = pair([topic(1), exchange(2, 'a')], [exchange(1)])
    assert pairs == [(0, None), (1, 0)]
    assert ['topics from' in finding.text for finding in findings] == [True]


def test_notes_stand_beside_notes():
    original = [exchange(1, 'a'), note(3), note(4), exchange(5, 'b'), note(8)]
    pairs, findings = pair(original, [exchange(1), note(3), exchange(5), note(7), note(8)])
    assert pairs == [(0, 0), (1, 1), (2, None), (3, 2), (4, 3), (None, 4)]
    assert findings == ()


def test_names_may_differ_and_turns_may_not():
    original = [exchange(1, 'a', (A, G)), exchange(4, 'b', (A, P)), exchange(7, 'c', (A, G, P))]
    ada, grace = ('Ада',), ('Грейс',)
    translation = [
        exchange(1, '', (ada, grace)),
        exchange(4, '', (ada, grace)),
        exchange(7, '', (ada, grace)),
    ]
    _, findings = pair(original, translation)
    assert [(finding.line, finding.text) for finding in findings] == [
        (7, 'Ада – Грейс here, but Ada – Grace – Pip in the original, line 7')
    ]
    # Whoever is called so in the first exchange is somebody else in the second
    _, findings = pair(
        original[1:2] + original[:1], [exchange(1, '', (A, G)), exchange(3, '', (A, P))]
    )
    assert len(findings) == 0


PARTS = st.lists(
    st.one_of(
        st.builds(exchange, st.integers(1, 99), st.sampled_from(['', 'a', 'b', 'c'])),
        st.builds(topic, st.integers(1, 99)),
        st.builds(note, st.integers(1, 99)),
    ),
    max_size=9,
)


@given(PARTS, PARTS)
def test_every_part_stands_there_once_and_in_its_order(original, translation):
    pairs, _ = pair(original, translation)
    assert [one for one, _ in pairs if one is not None] == list(range(len(original)))
    assert [other for _, other in pairs if other is not None] == list(range(len(translation)))


@given(PARTS)
def test_a_transcript_is_its_own_translation(parts):
    slugs: set[str] = set()
    once = []
    for part in parts:
        once.append(part._replace(slug='') if part.slug in slugs else part)
        slugs.add(part.slug)
    pairs, findings = pair(once, once)
    assert pairs == [(place, place) for place in range(len(once))]
    assert findings == ()
