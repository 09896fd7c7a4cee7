"""Questions that stand out, as readers see them."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

TEXT = """\
**How did you start?**

With a barge.

**And then?** With two of them.
"""
NOBODY = '.. interview::\n   :file: canal.txt\n'
BOTH = f'.. interview::\n   :file: canal.txt\n{PEOPLE}'


def turns(page):
    return [
        (turn.get('class').split('interview-')[-1], turn.text_content().split('¶')[0].strip())
        for turn in page.find_class('interview-turn')
    ]


@pytest.mark.parametrize('questions', ['auto', 'bold'])
def test_nobody_is_invented_who_asks(build, questions):
    source = f'{NOBODY}   :questions: {questions}\n'
    page = build({'index.rst': source, 'canal.txt': TEXT}).page()
    assert turns(page) == [
        ('question', 'How did you start?'),
        ('answer', 'With a barge.'),
        ('question', 'And then?'),
        ('answer', 'With two of them.'),
    ]
    assert page.find_class('interview-speaker') == []


def test_one_of_each_side_declared_have_their_names(build):
    page = build({'index.rst': BOTH, 'canal.txt': TEXT}).page()
    names = [name.text_content() for name in page.find_class('interview-speaker')]
    assert names == ['Ada Reader: ', 'Grace Keeper: '] * 2


def test_who_alone_is_declared_gives_the_answers_and_asks_nothing(build):
    source = f'{NOBODY}   :interviewee: Grace Keeper\n'
    page = build({'index.rst': source, 'canal.txt': TEXT}).page()
    assert turns(page) == [
        ('question', 'How did you start?'),
        ('answer', 'Grace Keeper: With a barge.'),
        ('question', 'And then?'),
        ('answer', 'Grace Keeper: With two of them.'),
    ]


def test_questions_beside_answers_with_names_have_none(build):
    text = '**How did you start?**\n\nGrace: With a barge.\n\n**And then?**\n\nGrace: With two.\n'
    page = build({'index.rst': NOBODY, 'canal.txt': text}).page()
    assert [turn for turn in turns(page) if turn[0] == 'question'] == [
        ('question', 'How did you start?'),
        ('question', 'And then?'),
    ]


@pytest.mark.parametrize(
    ('builder', 'suffix', 'stressed'),
    [
        ('text', 'txt', '**How did you start?**'),
        ('man', '1', '\\fBHow did you start?\\fP'),
        ('texinfo', 'texi', '`How did you start?'),
        ('latex', 'tex', '\\sphinxstylestrong{How did you start?}'),
    ],
)
def test_questions_of_nobody_are_stressed_where_no_style_sheet_does_it(
    build, builder, suffix, stressed
):
    source = f'Canal\n=====\n\n{NOBODY}\nAfter\n=====\n\nSo.\n'
    built = build({'index.rst': source, 'canal.txt': TEXT}, builder)
    (output,) = built.app.outdir.glob(f'*.{suffix}')
    assert stressed in output.read_text('utf-8')


def test_a_quotation_of_such_an_answer_names_nobody_who_is_not_known(build):
    files = {
        'index.rst': f'{NOBODY}\n\n:interview:quote:`With a barge <canal.how-did-you-start>`\n',
        'canal.txt': TEXT,
    }
    assert 'With a barge' in build(files).page().text_content()


def test_the_option_that_explains_nothing_is_an_error_that_names_it(build):
    files = {'index.rst': NOBODY, 'canal.txt': 'A poem.\n\nOf two lines.\n'}
    warnings = build(files, warns=True).warnings
    assert 'canal.txt:1: ERROR: no turn found' in warnings
    assert ':questions:' in warnings


def test_footnotes_and_closing_lines_are_below_the_last_answer(build):
    text = (
        '# Canal\n\n'
        + TEXT.replace('barge.', 'barge[^1].')
        + ('\nThis interview was shortened.\n\n[^1]: A small one.\n')
    )
    source = '.. interview::\n   :file: canal.md\n'
    page = build({'index.rst': source, 'canal.md': text}).page()
    (epilogue,) = page.find_class('interview-epilogue')
    first = next(epilogue.iter('p'))
    assert first.text_content() == 'This interview was shortened.'
    assert 'A small one.' in page.find_class('footnote')[0].text_content()


def test_a_time_at_a_paragraph_in_markdown_is_shown_as_in_text(build):
    text = '**Ada:** Why?\n\n**Grace:** Because.\n\n[00:40] And so on.\n'
    for name, options in (('canal.md', ''), ('canal.txt', '')):
        source = f'.. interview::\n   :file: {name}\n{PEOPLE}{options}'
        page = build({'index.rst': source, name: text}).page()
        assert [time.get('datetime') for time in page.iter('time')] == ['PT0M40S'], name


def test_a_note_between_question_and_answer_is_in_neither(build):
    note = '*The recording breaks off here, and goes on one week later.*'
    text = TEXT.replace('With a barge.', f'{note}\n\nWith a barge.')
    page = build({'index.rst': BOTH, 'canal.txt': text}).page()
    assert turns(page)[:2] == [
        ('question', 'Ada Reader: How did you start?'),
        ('answer', 'Grace Keeper: With a barge.'),
    ]
    shown, *_ = page.find_class('interview-note')
    assert shown.text_content().strip() == note.strip('*')


def test_a_name_stands_before_words_and_not_before_a_note(build):
    text = '**Ada:** Why?\n\n**Grace:**\n\n*A long note of the editor about the canal stands here.*\n\nSo.\n'
    source = f'.. interview::\n   :file: canal.md\n{PEOPLE}'
    page = build({'index.rst': source, 'canal.md': text}).page()
    answer = page.find_class('interview-answer')[0]
    assert [line.text_content().removesuffix('¶') for line in answer.iter('p')] == [
        'A long note of the editor about the canal stands here.',
        'Grace Keeper: So.',
    ]
