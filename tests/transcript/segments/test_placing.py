"""Where the chapters of a recording stand in its transcript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.model import Paragraph, Speaker, Topic, Turn
from sphinxext.interview.transcript.segments.placing import place

ADA, GRACE = (Speaker('Ada', 'interviewer'),), (Speaker('Grace', 'interviewee'),)


def turn(speakers, line, time, *later):
    first = Paragraph(f'words {line}', line)
    others = (Paragraph(f'words {line + n}', line + n, t) for n, t in enumerate(later, 1))
    return Turn(speakers, (first, *others), line, time)


TALK = [
    turn(ADA, 1, 1.0),
    turn(GRACE, 3, 5.0, 30.0, 60.0),
    turn(ADA, 8, 90.0),
    turn(GRACE, 10, 95.0),
]


def chapter(time, title='Chapter', line=2):
    return Topic(title, line, time=time)


def shown(items):
    return [
        item.title if isinstance(item, Topic) else ' '.join(p.text[6:] for p in item.paragraphs)
        for item in items
    ]


@pytest.mark.parametrize(
    ('time', 'expected'),
    [
        (0, ['Chapter', '1', '3 4 5', '8', '10']),
        (4, ['Chapter', '1', '3 4 5', '8', '10']),  # the question, not the nearer answer
        (20, ['1', '3', 'Chapter', '4 5', '8', '10']),
        (58, ['1', '3 4', 'Chapter', '5', '8', '10']),
        (82, ['1', '3 4 5', 'Chapter', '8', '10']),
        (99, ['1', '3 4 5', 'Chapter', '8', '10']),
        (104, ['1', '3 4 5', '8', 'Chapter', '10']),
    ],
)
def test_a_chapter_stands_before_the_words_that_start_at_its_time(time, expected):
    items, findings = place(TALK, [chapter(time)])
    assert shown(items) == expected
    assert findings == []


def test_a_turn_that_is_parted_goes_on_with_the_time_of_its_paragraph():
    items, _ = place(TALK, [chapter(30)])
    before, after = items[1], items[3]
    assert (before.time, after.time) == (5.0, 30.0)
    assert after.speakers == before.speakers
    assert (after.line, after.paragraphs[0].time) == (4, None)


def test_a_chapter_after_the_end_is_shown_and_reported_with_its_line():
    items, (finding,) = place(TALK, [chapter(2000, line=7)])
    assert 'Chapter' in shown(items)
    assert (finding.code, finding.level, finding.line) == ('segment_outside', 'warning', 7)


def test_chapters_of_a_transcript_without_times_are_reported():
    items, (finding,) = place([turn(ADA, 1, None)], [chapter(5, line=3)])
    assert shown(items) == ['1']
    assert (finding.code, finding.line) == ('segment_untimed', 3)


def test_a_topic_that_is_there_gets_its_time():
    talk = [Topic('The  Craft', 1), *TALK]
    items, findings = place(talk, [chapter(2, 'the craft')])
    assert [i.time for i in items if isinstance(i, Topic)] == [2]
    assert (shown(items)[0], findings) == ('The  Craft', [])


def test_topics_that_meet_are_in_the_order_of_their_times():
    talk = [Topic('Craft', 1, time=2.0), *TALK]
    items, _ = place(talk, [chapter(3, 'Later'), chapter(0, 'Opening')])
    assert shown(items)[:3] == ['Opening', 'Craft', 'Later']


@given(st.lists(st.floats(0, 200), max_size=8))
def test_no_word_and_no_chapter_is_lost(times):
    chapters = [chapter(time, f'C{number}') for number, time in enumerate(times)]
    items, _ = place(TALK, chapters)
    assert sorted(i.title for i in items if isinstance(i, Topic)) == sorted(
        c.title for c in chapters
    )
    words = [p.text for i in items if isinstance(i, Turn) for p in i.paragraphs]
    assert words == [p.text for t in TALK for p in t.paragraphs]
    found = [i.time for i in items if isinstance(i, Topic)]
    assert found == sorted(found)
