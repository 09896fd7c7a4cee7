"""Each function that looks at a line takes time in proportion to its length."""

from __future__ import annotations

import contextlib

import pytest
from reading import PEOPLE, read_lines
from timing import assert_linear, seconds, sizes

from sphinxext.interview.transcript.exchanges.grouping import exchanges
from sphinxext.interview.transcript.exchanges.slugs import slugify
from sphinxext.interview.transcript.model import Paragraph, Speaker, Turn
from sphinxext.interview.transcript.people.declared import parse_people
from sphinxext.interview.transcript.people.labels import find_label, key
from sphinxext.interview.transcript.source.decoding import number_lines
from sphinxext.interview.transcript.source.head import split_metadata
from sphinxext.interview.transcript.source.part import select
from sphinxext.interview.transcript.speech.directions import (
    is_direction,
    is_note,
    is_unclosed,
    split_directions,
)
from sphinxext.interview.transcript.speech.doubts import doubtful_words
from sphinxext.interview.transcript.speech.questions import short_question

#: Repeated, each is a line or many lines that some careless pattern would stumble over.
UNITS = [
    '[', ']', '[[', '*', '**', '_', '__', '(', ')', '()', '>>', '>> ', ' :', ':', '：', '[00:',
    '0:00', '[0:00]', '(0:00) ', '\\[', '\\', 'A. ', 'A.', 'Dr. ', '{#', '{#a} ', '<', '<a', '`',
    ':a:`', '](', '[a](', 'http://', '?', '? ', '?"', '！', '…', ' ', '\t', '\u3000', '\u200b',
    '♪', '♪a', 'laughs', '[laughs', '(sighs ', '[Ed.', '[Note: ', '- Ed.', '[ – ', '-', '- ', '=',
    '#', '# ', '~', '|', '| ', ' | ', ' - ', '/', ', ', ' & ', 'and ', ' and ', "'", '’', '\u0301',
    'Ã©', 'Â', 'a', 'a ', '漢', '1', '1 ', '1. ', ';', '\0',
    'Ada: ', 'Ada:', '. Ada: ', '**Ada', '**Ada** ', '[Ada] ', '---', 'end of tape ',
]  # fmt: skip


def doubt(text: str) -> None:
    list(doubtful_words([Paragraph(text, 1)], ['Ada', 'Grace']))


def declare(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse_people(text, 'interviewee')


LINE_FUNCTIONS = [
    find_label, key, split_directions, is_direction, is_note, is_unclosed, short_question, slugify,
    doubt, declare,
]  # fmt: skip


@pytest.mark.parametrize('function', LINE_FUNCTIONS, ids=lambda function: function.__name__)
@pytest.mark.parametrize('frame', ['{}', '[{}', '({}', '**a{}', 'Ada {}', '{{{{#{}', '{}]', '{}x'])
def test_a_function_of_one_line_is_linear(function, frame):
    for unit in UNITS:
        assert_linear(function, *sizes(unit, frame), about=unit)


@pytest.mark.parametrize('markup', ['literal', 'rst', 'markdown'])
@pytest.mark.parametrize('declared', [PEOPLE, ()], ids=['declared', 'inferred'])
def test_reading_one_long_line_is_linear_in_every_markup(markup, declared):
    def work(text: str) -> None:
        exchanges(read_lines(text, declared, markup=markup).items)

    for unit in UNITS:
        assert_linear(work, *sizes(unit, 'Ada: Why?\n\nGrace: {}\n'), about=unit)


#: Each is a line.
LINES = [
    '', 'a', '[', '[00:', '[0:00]', '[laughs]', '[Ed.: a]', '{#a}', '# a', '# a {#a}', '===', '---',
    '```', '> a', '- a', '| a', '\\Ada: a', 'Ada: a', 'Ada:', 'Ada:\nGrace:', 'Ada: a?\nGrace: a',
    'Pip: a', 'Ada & Grace: a', '0:99 Ada: a', 'a\n===', 'end of tape',
]  # fmt: skip


@pytest.mark.parametrize('markup', ['literal', 'rst', 'markdown'])
@pytest.mark.parametrize('end', ['\n', '\n\n'], ids=['lines', 'paragraphs'])
def test_reading_many_short_lines_is_linear_in_every_markup(markup, end):
    def work(text: str) -> None:
        exchanges(read_lines(text, PEOPLE, markup=markup).items)

    for line in LINES:
        assert_linear(work, *sizes(f'{line}{end}', 'Ada: Why?\n\nGrace: {}'), about=line)


@pytest.mark.parametrize(
    'unit',
    ['Title: Bread\n', '---\n', 'a: b\n', ':\n', 'Date:' + ' ' * 50, 'place: x\nmedium: y\n'],
)
def test_looking_for_a_head_is_linear(unit):
    assert_linear(lambda text: split_metadata(number_lines(text)), *sizes(unit))


def test_choosing_many_lines_is_linear():
    lines = [(number, 'so') for number in range(1, 3000)]
    assert_linear(lambda text: select(lines, lines_spec=text + '1'), *sizes('1,'))


def test_a_huge_range_of_lines_costs_no_more_than_the_file_has():
    def work(spec: str) -> None:
        assert select([(1, 'so')], lines_spec=spec) == [(1, 'so')]

    assert seconds(work, '1-999999999999') < 0.5


@pytest.mark.parametrize(
    'line', ['Name{0}: so?\n', 'Speaker{0} Name: so?\n' * 2, 'Ada: so? {{#x{0}}}\nGrace: so.\n']
)
@pytest.mark.parametrize('people', [PEOPLE, ()], ids=['declared', 'inferred'])
def test_many_different_labels_and_addresses_are_linear(line, people):
    def work(text: str) -> None:
        exchanges(read_lines(text, people).items)

    # More than what is remembered of labels from reading to reading
    few, many = (
        'Ada: Why?\n\nGrace: So.\n' + ''.join(map(line.format, range(size)))
        for size in (2400, 9600)
    )
    assert_linear(work, few, many, ratio=8)


def test_interviewers_who_ask_each_other_take_linear_time():
    two = [(Speaker(name, 'interviewer'),) for name in ('Ada', 'Grace')]

    def work(lines: range) -> None:
        exchanges([Turn(two[line % 2], (Paragraph('Why?', line),), line) for line in lines])

    assert_linear(work, range(12_000), range(48_000))
