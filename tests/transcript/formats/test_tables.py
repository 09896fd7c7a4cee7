"""Tables: whose columns they are, what their times mean, and that no word of a row is lost."""

from __future__ import annotations

import csv
import io

import pytest
from conversation import read_file
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.model import Paragraph, Transcript, TranscriptError

WORDS = ('How is the bread today?', 'Dark, and late. The oven was cold.', 'And the rolls?', 'None.')


def spoken(transcript: Transcript) -> list[tuple[str, float | None, str]]:
    return [
        (' & '.join(s.name for s in turn.speakers), turn.time, turn.text)
        for turn in transcript.turns
    ]


def warnings(transcript: Transcript) -> list[tuple[str, int]]:
    return [(f.code, f.line) for f in transcript.findings if f.level == 'warning']


def failure(name: str, content: str) -> tuple[str, int]:
    with pytest.raises(TranscriptError) as caught:
        read_file(name, content)
    return caught.value.finding.code, caught.value.finding.line


def test_a_row_without_a_name_goes_on_with_the_last_speaker():
    transcript = read_file(
        'talk.csv',
        'speaker,words\nIda,Why?\nOle:,Because.\n,It was cold.\n,[A bell.]\nIda,I see.\n',
    )
    assert spoken(transcript) == [
        ('Ida', None, 'Why?'), ('Ole', None, 'Because. It was cold.'), ('Ida', None, 'I see.'),
    ]  # fmt: skip
    assert transcript.turns[1].paragraphs[-1].kind == 'direction'
    assert warnings(transcript) == []


def test_rows_before_the_first_name_are_nobodys():
    transcript = read_file(
        'talk.csv', 'speaker,words\n,(The door opens.)\n,Is it on?\nIda,Yes.\nOle,Good.\n'
    )
    assert isinstance(transcript.items[0], Paragraph)
    assert transcript.items[0].text == '[The door opens.]'
    assert spoken(transcript)[0] == ('', None, 'Is it on?')


@pytest.mark.parametrize('name', ['MORE INFO:', 'Note', "Editor's note"])
def test_rows_that_nobody_says_are_notes(name):
    transcript = read_file(
        'talk.csv',
        f'speaker,words\nIda,Why?\nOle,So.\n{name},Heard at: <a href="x">a mill</a> [of Ole].\n,'
        'More of it.\nIda,Oh?\nOle,<i>Yes</i>,\n',
    )
    assert [(item.text, item.kind) for item in transcript.items if isinstance(item, Paragraph)] == [
        ('Heard at: a mill [of Ole].', 'note'), ('More of it.', 'note'),
    ]  # fmt: skip
    assert [words for _, _, words in spoken(transcript)] == ['Why?', 'So.', 'Oh?', 'Yes']
    assert warnings(transcript) == []


@pytest.mark.parametrize(
    'words', ['Ida: at a mill.', '[Ida] at a mill.', '- at a mill', '>> at a mill', 'AT A MILL']
)
def test_what_stands_in_a_note_is_in_nobodys_mouth(words):
    transcript = read_file('talk.csv', f'speaker,words\nIda,Why?\nOle,So.\nNote,{words}\nIda,Oh?\n')
    assert [item.text for item in transcript.items if isinstance(item, Paragraph)] == [words]
    assert [said for _, _, said in spoken(transcript)] == ['Why?', 'So.', 'Oh?']
    assert warnings(transcript) == []


@pytest.mark.parametrize(
    ('cell', 'shown'),
    [
        ('It <b>is</b> so', 'It is so'), ('It<br/>is<br>so', 'It is so'), ('<p>It</p><p>is</p>', 'It is'),
        ('a < b &amp; b > c', 'a < b & b > c'), ('<laughs> It is', '<laughs> It is'),
        ('<a href=\'x\' target="_blank">It</a>', 'It'), ('&lt;b&gt;', '<b>'),
    ],
)  # fmt: skip
def test_html_in_a_cell_is_markup(cell, shown):
    transcript = read_file('talk.tsv', f'speaker\twords\nIda\tWhy?\nOle\t{cell}\n')
    assert transcript.turns[1].paragraphs[0].text == shown


def test_columns_of_words_that_we_do_not_know_are_named_once():
    transcript = read_file(
        'talk.csv',
        'speaker,words,mood,n,Translation,empty,speaker_id\n'
        'Ida,Why?,glad,1,Warum?,,\nOle,So.,,2,Darum.,,\n',
    )
    found = [(f.level, f.line, f.text) for f in transcript.findings if f.code == 'column_unknown']
    [(level, line, text)] = found
    assert (level, line) == ('info', 2)
    assert text.endswith(': “mood”, “Translation”')


def test_columns_that_are_known_are_not_reported():
    transcript = read_file('talk.csv', 'speaker,words,tags,start,when\nIda,Why?,a,1,0:01\n')
    assert 'column_unknown' not in [finding.code for finding in transcript.findings]


@pytest.mark.parametrize(
    ('header', 'rows', 'starts'),
    [
        ('start,end,speaker,text', ['1000,2000', '61500,64000', '65000,66000', '67000,69000'], [1, 61.5]),
        ('start,end,speaker,text', ['1,2', '61,64', '65,66', '67,69'], [1, 61]),
        ('start,end,speaker,text', ['1.5,2', '61.25,64', '65,66', '67,69'], [1.5, 61.25]),
        ('start_ms,end_ms,speaker,text', ['1,2', '61,64', '65,66', '67,69'], [0.001, 0.061]),
        ('Start (ms),End (ms),speaker,text', ['1,2', '61,64', '65,66', '67,69'], [0.001, 0.061]),
        ('start;end;speaker;text', ['1,5;2,0', '61,25;64,0', '65,0;66,0', '67,0;69,0'], [1.5, 61.25]),
        ('begin\tend\tspeaker\ttext', ['0:01\t0:02', '1:01\t1:04', '1:05\t1:06', '1:07\t1:09'], [1, 61]),
        ('in,out,speaker,text', ['00:00:01:20,00:00:02:00', '00:01:01:05,x', 'x,x', 'x,x'], [1, 61]),
        ('time_range,n,speaker,text', ['"0:01,5 --> 0:02,0",1', '"1:01,0 --> 1:04,0",2',
                                       '"1:05,0 --> 1:06,0",3', '"1:07,0 --> 1:09,0",4'], [1.5, 61]),
        ('Timespan,n,Speaker,Content', ['0:01.5 - 0:02.0,1', '1:01.0 - 1:04,2', '1:05 - 1:06,3',
                                        '1:07 - 1:09,4'], [1.5, 61]),
    ],
)  # fmt: skip
def test_times_are_seconds_or_milliseconds_or_stamps(header, rows, starts):
    delimiter = next(sign for sign in '\t;,' if sign in header)
    names = ['Ida', 'Ole'] * 2
    quote = (lambda text: f'"{text}"') if delimiter == ',' else str
    lines = [
        delimiter.join([times, name, quote(words)])
        for times, name, words in zip(rows, names, WORDS, strict=True)
    ]
    found = spoken(read_file('talk.csv', '\n'.join([header, *lines])))
    assert [name for name, _, _ in found] == names
    assert [words for _, _, words in found] == list(WORDS)
    assert [time for _, time, _ in found[:2]] == pytest.approx(starts)


def test_few_times_in_whole_seconds_are_seconds():
    text = 'words,start\n' + ''.join(f'"{"Word " * 40}",\n' for _ in range(3))
    transcript = read_file('talk.csv', f'{text}So.,60\nYes.,90\n')
    assert transcript.turns[0].paragraphs[-1].time == 90


@pytest.mark.parametrize('name', ['talk.csv', 'talk.tsv'])
@pytest.mark.parametrize(
    'row',
    [
        ['{words}', '{start}', '{end}'],
        ['{start}', '{end}', '{words}'],
        ['{number}', '0:0{start}', '{name}', '{words}'],
        ['{name}', '{words}'],
    ],
)
def test_a_table_without_a_header_is_read_where_it_is_certain(name, row):
    text = io.StringIO()
    writer = csv.writer(text, delimiter='\t' if name == 'talk.tsv' else ',')
    for number, words in enumerate(WORDS, 1):
        values = {'number': number, 'start': number * 2 - 0.5, 'end': number * 2 + 1}
        values['start'] = 2 * number if len(row) == 4 else values['start']
        who = 'Ida' if number % 2 else 'Ole'
        writer.writerow([cell.format(**values, words=words, name=who) for cell in row])
    transcript = read_file(name, text.getvalue())
    assert ' '.join(turn.text for turn in transcript.turns) == ' '.join(WORDS)
    named = any('name' in cell for cell in row)
    assert {s.name for s in transcript.speakers} == ({'Ida', 'Ole'} if named else set())
    assert (transcript.turns[0].time is None) == (len(row) == 2)


@pytest.mark.parametrize(
    'text',
    [
        'one,two\nthree,four\n',
        'Ida,Why?\n',
        'Ida,Why?,1\nOle,Because.\n',
        'Why is it so?,Because of that.,1\nAnd this is it?,Certainly so.,2\n',
    ],
)
def test_a_table_without_a_header_that_may_mean_several_things_is_an_error(text):
    assert failure('talk.csv', text) == ('table_invalid', 1)


def test_a_quotation_mark_that_never_closes_is_an_error_with_its_line():
    text = 'speaker,words\nIda,"Why,\nsays he?"\nOle,"Because\nIda,Oh.\nOle,Yes.\n'
    assert failure('talk.csv', text) == ('table_invalid', 4)


def test_a_quotation_mark_that_closes_in_another_row_is_an_error_with_its_line():
    text = 'speaker,words\nIda,Why?\nOle,"Because\nIda,"Oh, no."\nOle,Yes.\n'
    assert failure('talk.csv', text) == ('table_invalid', 3)


def test_marks_that_are_not_doubled_are_recovered_where_the_cells_are_certain():
    text = 'speaker,words,tags\nIda,"You said "late" twice?",x\nOle,"Yes, twice.",\n'
    transcript = read_file('talk.csv', text)
    assert [turn.text for turn in transcript.turns][1] == 'Yes, twice.'
    assert 'late' in transcript.turns[0].text
    assert warnings(transcript) == [('cue_recovered', 2)]


def test_commas_without_marks_stay_in_the_words():
    transcript = read_file(
        'talk.csv', 'speaker,words,tags\nIda,Well, you know, why?,x\nOle,No.,y\n'
    )
    assert transcript.turns[0].text == 'Well, you know, why?'
    assert transcript.metadata['tags'] == 'x; y'
    assert warnings(transcript) == [('cue_recovered', 2)]


def test_marks_between_tabs_are_words_unless_they_are_doubled():
    transcript = read_file(
        'talk.tsv',
        'speaker\twords\nIda\t"Late" is late?\nOle\t"He said ""late""."\nIda\t"Oh,\nno?"\nOle\tYes.\n',
    )
    assert [turn.text for turn in transcript.turns] == [
        '"Late" is late?', 'He said "late".', 'Oh, no?', 'Yes.',
    ]  # fmt: skip


def test_a_date_is_no_time_and_is_reported():
    transcript = read_file(
        'talk.csv', 'time,speaker,words\n2026-01-01 10:00,Ida,Why?\n0:05,Ole,So.\n'
    )
    assert spoken(transcript) == [('Ida', None, 'Why?'), ('Ole', 5, 'So.')]
    assert warnings(transcript) == [('time_invalid', 2)]


_CELLS = st.text(st.sampled_from('abc ,;"\'\n.:?[]()é漢|'), max_size=12)


@given(
    st.lists(st.tuples(st.sampled_from(['Ida', 'Ole', '']), _CELLS, _CELLS), max_size=8),
    st.sampled_from(',;'),
    st.permutations(['speaker', 'words', 'timestamp']),
)
def test_no_word_of_a_row_is_lost(rows, delimiter, order):
    text = io.StringIO()
    writer = csv.DictWriter(text, order, delimiter=delimiter)
    writer.writeheader()
    for number, (name, start, end) in enumerate(rows):
        words = f'{start} w{number}w {end}'
        writer.writerow({'speaker': name, 'words': words, 'timestamp': f'0:{number:02}'})
    try:
        transcript = read_file('talk.csv', text.getvalue())
    except TranscriptError:
        assert not rows
        return
    shown: list[tuple[str, str]] = []
    for item in transcript.items:
        if isinstance(item, Paragraph):
            shown.append(('', item.text))
        else:
            name = ' & '.join(s.name for s in item.speakers)
            shown += [(name if p.kind == 'speech' else '', p.text) for p in item.paragraphs]
    current = ''
    for number, (name, _, _) in enumerate(rows):
        current = name or current
        [(who, _)] = [(who, text) for who, text in shown if f'w{number}w' in text]
        assert who in {current, ''} if current else not who


def test_a_single_row_is_certain_beside_start_and_end():
    assert spoken(read_file('talk.csv', '"Is it late, Ole?",0.5,2.5\n')) == [
        ('', 0.5, 'Is it late, Ole?')
    ]
    assert spoken(read_file('talk.tsv', 'start\tend\ttext\n380\t2760\tIs it late?\n')) == [
        ('', 0.38, 'Is it late?')
    ]


ROWS = [(name, text) for name, text in zip(['Ida', 'Ole', 'Ida', 'Ole'], WORDS, strict=True)]


@pytest.mark.parametrize('header', ['speaker,start,remark', 'tier,start,zitat', 'cast,start,text'])
def test_columns_of_unknown_names_are_known_by_what_stands_in_them(header):
    rows = ''.join(f'{name},0:0{n},"{text}"\n' for n, (name, text) in enumerate(ROWS))
    transcript = read_file('talk.csv', f'{header}\n{rows}')
    assert [(who, text) for who, _, text in spoken(transcript)] == ROWS
    assert 'column_guessed' in {finding.code for finding in transcript.findings}


@pytest.mark.parametrize('header', ['remarks,tags', 'who knows,start', 'start,'])
def test_a_header_may_name_fewer_columns_than_there_are(header):
    rows = ''.join(f'0:0{n},{name},"{text}",\n' for n, (name, text) in enumerate(ROWS))
    transcript = read_file('talk.csv', f'{header}\n{rows}')
    shown = ' '.join(p.text for turn in transcript.turns for p in turn.paragraphs)
    assert all(text in shown for _, text in ROWS)


def test_who_speaks_is_never_guessed_without_a_warning():
    rows = ''.join(f'{name},{text!r}\n' for name, text in ROWS)
    assert ('column_guessed', 1) in warnings(read_file('talk.csv', f'cast,words\n{rows}'))


def test_a_column_whose_cells_do_not_take_turns_says_nothing_of_who_speaks():
    rows = 'Bread,"How is it?"\nBread,"Dark."\nBread,"So late?"\nRolls,"None."\nRolls,"Why?"\nRolls,"So."\n'
    transcript = read_file('talk.csv', f'theme,words\n{rows}')
    assert [turn.speakers for turn in transcript.turns] == [()]


def test_the_first_row_of_a_table_without_header_is_said():
    rows = ''.join(f'{n}.0\t{n + 1}.0\t{name}: {text}\n' for n, (name, text) in enumerate(ROWS))
    transcript = read_file('talk.txt', rows)
    assert [(who, text) for who, _, text in spoken(transcript)] == ROWS


def test_words_in_rows_are_joined():
    rows = ''.join(f'{word},{name}\n' for name, text in ROWS for word in text.split())
    transcript = read_file('talk.csv', f'word,speaker\n{rows}')
    assert [(who, text) for who, _, text in spoken(transcript)] == ROWS
    assert all(len(turn.paragraphs) == 1 for turn in transcript.turns)


def test_a_row_may_be_a_question_with_its_answer():
    transcript = read_file('talk.csv', 'nr,Question,Answer\n1,Why?,So.\n2,"Oh, yes?",Yes.\n')
    assert [turn.text for turn in transcript.turns] == ['Why?', 'So.', 'Oh, yes?', 'Yes.']
    assert [turn.speakers[0].role for turn in transcript.turns] == [
        'interviewer', 'interviewee', 'interviewer', 'interviewee',
    ]  # fmt: skip
