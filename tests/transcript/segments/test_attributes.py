"""What braces say of topics and of passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.formats import read
from sphinxext.interview.transcript.model import Speaker, Topic, Turn
from sphinxext.interview.transcript.segments.attributes import take_attributes

PEOPLE = (Speaker('Ada', 'interviewer'), Speaker('Grace', 'interviewee'))
HEADINGS = {
    'literal': '## The craft{}',
    'markdown': '## The craft{}',
    'rst': 'The craft{}\n----------------------------------------------------',
}
MARKUPS = pytest.mark.parametrize('markup', HEADINGS)


def read_lines(text, markup='literal'):
    return read(list(enumerate(text.split('\n'), 1)), markup=markup, people=PEOPLE)


def talk(markup, behind='', below='', question='', answer=''):
    heading = HEADINGS[markup].format(behind)
    below = f'\n{below}' if below else ''
    return f'{heading}{below}\n\nAda: [0:12] Why?{question}\n\nGrace: Because.{answer}\n'


def topic(text, markup='literal'):
    transcript = read_lines(text, markup)
    assert [f for f in transcript.findings if f.level != 'info'] == []
    (found,) = [item for item in transcript.items if isinstance(item, Topic)]
    return found


def tags(transcript):
    return [p.tags for turn in transcript.turns for p in turn.paragraphs]


@MARKUPS
def test_a_topic_has_a_time_a_synopsis_a_place_and_keywords(markup):
    below = '{synopsis: What she needs,\nand why.}\n{place: Lyme Regis}\n{keywords: tools; quiet; tools}'
    found = topic(talk(markup, ' {time: 0:10} {#craft}', below), markup)
    assert (found.title, found.slug, found.time) == ('The craft', 'craft', 10.0)
    assert (found.synopsis, found.place) == ('What she needs, and why.', 'Lyme Regis')
    assert found.keywords == ('tools', 'quiet')


@MARKUPS
def test_a_topic_without_braces_says_nothing_more(markup):
    assert not topic(talk(markup), markup).is_segment


@MARKUPS
@pytest.mark.parametrize(
    'braces', [' {tags: a; b c}', '\n{tags: a; b c}', ' {tags: a} {tags: b c}']
)
def test_a_passage_has_keywords(markup, braces):
    transcript = read_lines(talk(markup, question=' {tags: why} {#why}', answer=braces), markup)
    assert tags(transcript) == [('why',), ('a', 'b c')]
    assert [turn.text for turn in transcript.turns] == ['Why?', 'Because.']
    assert transcript.turns[0].slug == 'why'


@MARKUPS
def test_only_the_paragraph_with_the_braces_has_the_keywords(markup):
    answer = '\n\nSecond.\n\nThird. {tags: third}\n\nFourth.'
    transcript = read_lines(talk(markup, answer=answer), markup)
    tagged = {p.text: p.tags for p in transcript.turns[1].paragraphs}
    assert tagged['Third.'] == ('third',)
    assert set(tagged.values()) == {(), ('third',)}
    assert ' '.join(' '.join(text.split()) for text in tagged) == 'Because. Second. Third. Fourth.'


@pytest.mark.parametrize('markup', ['markdown', 'rst'])
def test_what_goes_on_with_a_paragraph_is_not_parted_from_it(markup):
    answer = '\n\n- One\n\n  more\n\n- Two\n\nLast. {tags: last}'
    first, last = read_lines(talk(markup, answer=answer), markup).turns[1].paragraphs
    assert first.text.endswith('- One\n\n  more\n\n- Two')
    assert (last.text, last.tags) == ('Last.', ('last',))


@pytest.mark.parametrize(
    ('text', 'code', 'line'),
    [
        ('Ada: Why?\n\nGrace: So. {place: Here}', 'attribute_misplaced', 3),
        ('{tags: early}\n\nAda: Why?\n\nGrace: So.', 'attribute_misplaced', 1),
        ('Ada: Why?\n\nGrace: {tags: a}', 'attribute_misplaced', 3),
        ('Ada: Why?\n\nGrace: So.\n\n---\n\nLater. {tags: a}', 'attribute_misplaced', 7),
        ('# Craft {time: noon}\n\nAda: Why?\n\nGrace: So.', 'time_invalid', 1),
        ('# Craft {time: 9:00}\n\nAda: [0:05] Why?\n\nGrace: So.', 'segment_outside', 1),
        (
            'Ada: [5:00] Why?\n\nGrace: So.\n\n# Craft {time: 1:00}\n\nAda: And?',
            'segment_outside',
            5,
        ),
        ('# Craft {time: 9:00}\n\nAda: Why?\n\nGrace: So.', 'segment_untimed', 1),
    ],
)
def test_what_has_no_meaning_is_reported_with_its_line(text, code, line):
    findings = read_lines(text).findings
    assert (code, line) in [(f.code, f.line) for f in findings if f.level == 'warning']


@pytest.mark.parametrize(
    'words',
    ['{tags: a} in the middle', 'a {tag: b}', 'a {tags: b', '{}', 'a {tags: {b}}', '{#a} b'],
)
def test_other_braces_are_words(words):
    (_, answer) = read_lines(f'Ada: Why?\n\nGrace: So {words}\n').turns
    assert answer.text == f'So {words}'


def test_a_backslash_makes_words_of_braces():
    (_, answer) = read_lines('Ada: Why?\n\nGrace: So \\{tags: b}\n').turns
    assert (answer.text, answer.paragraphs[0].tags) == ('So {tags: b}', ())


@pytest.mark.parametrize('code', ['```\nx {tags: a}\n```', '    x {tags: a}'])
def test_code_keeps_its_braces(code):
    lines = list(enumerate(code.split('\n'), 1))
    assert take_attributes(lines, 'markdown') == (lines, [])


@given(st.text('{}:;\\ \nat#gs', max_size=60))
def test_lines_keep_their_numbers_and_what_is_no_attribute_stays(text):
    lines = list(enumerate(text.split('\n'), 1))
    left, found = take_attributes(lines, 'rst')
    assert [number for number, _ in left] == [number for number, _ in lines]
    if not found:
        assert left == lines


@pytest.mark.parametrize(
    'text',
    [
        '{tags:' * 30_000,
        '{' * 200_000,
        'a {tags: b}' * 20_000,
        '{tags: b}' * 20_000,
        '{tags: b}' + ' ' * 200_000 + '}',
        'so {tags: b}\n\n' * 20_000,
    ],
)
def test_hostile_braces_take_no_time(text):
    assert read_lines(f'Ada: Why?\n\nGrace: {text}').turns


def test_rows_of_a_table_have_keywords():
    table = 'speaker,words,tags,timestamp\nAda,Why?,craft,0:01\nGrace,It is.,craft; tools,0:05\n,And more.,,0:09\n'
    from sphinxext.interview.transcript.loading import load

    transcript = load(table.encode(), 'talk.csv').transcript
    assert tags(transcript) == [('craft',), ('craft', 'tools'), ()]
    assert isinstance(transcript.items[0], Turn)
