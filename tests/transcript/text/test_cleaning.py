"""What in a file is neither words nor layout, and what HTML means."""

from __future__ import annotations

import pytest
from reading import codes, read_lines, turns

from sphinxext.interview.transcript.source.decoding import number_lines
from sphinxext.interview.transcript.text.html import as_markdown


def markdown(text):
    return read_lines(text, markup='markdown')


def test_link_definitions_are_no_words_and_no_labels():
    text = '**Ada:** Why?\n\n**Grace:** [So][s].\n\n[s]: https://example.org/ "Tom: no"\n'
    assert turns(markdown(text)) == [('Ada Reader', ['Why?']), ('Grace Keeper', ['[So][s].'])]


def test_template_tags_are_left_out_and_named_once():
    text = '**Ada:** Why?\n\n{% include x.html %}\n\n**Grace:** So{{< ref "y" >}}.'
    transcript = markdown(text)
    assert turns(transcript) == [('Ada Reader', ['Why?']), ('Grace Keeper', ['So.'])]
    assert [code for code in codes(transcript) if code[0] == 'template_tag'] == [
        ('template_tag', 3)
    ]


def test_substitutions_of_myst_stay():
    assert turns(markdown('**Ada:** {{ version }}?')) == [('Ada Reader', ['{{ version }}?'])]


def test_the_line_numbers_of_a_court_are_no_words():
    text = ' 1 Q. Where?\n 2 A. In the hall. I tune\n 3    pianos.\n 4 Q. When?\n 5 A. In May.'
    assert [words for _, words in turns(read_lines(text, ()))] == [
        ['Where?'],
        ['In the hall. I tune pianos.'],
        ['When?'],
        ['In May.'],
    ]


@pytest.mark.parametrize(
    ('html', 'lines'),
    [
        ('<p>So.</p>', ['So.']),
        ('<p class="x">So.</p><p>Oh.</p>', ['So.', 'Oh.']),
        ('<h3>So</h3>', ['### So']),
        ('<p><strong>Why?</strong></p>', ['**Why?**']),
        ('<p><i>Why</i>?</p>', ['*Why*?']),
        ('<hr class="wide"/>', ['---']),
        ('<blockquote>So.</blockquote>', ['> So.']),
        ('<p>a <span>b</span></p>', ['a <span>b</span>']),
        ('a <!-- b --> c\n<p>', ['a  c']),
        ('<p>a <!-- b', ['a ']),
    ],
)
def test_html_means_what_its_markdown_means(html, lines):
    found = [text for _, text in as_markdown(number_lines(html)) if text.strip()]
    assert found == lines


def test_without_paragraphs_of_html_nothing_changes():
    lines = number_lines('a <b>c</b>\nd <img src="e">')
    assert as_markdown(lines) is lines


def test_a_break_of_a_line_in_markdown_stays():
    assert turns(markdown('**Ada:** one  \ntwo?')) == [('Ada Reader', ['one  \ntwo?'])]


def test_a_line_that_says_speaker_names_who_says_the_words_below():
    text = '\n'.join(
        f'[00:00:0{n}.000] - SPEAKER: {code}\n{words}\n'
        for n, (code, words) in enumerate(
            [('F1', 'Why?'), ('M1', 'So.'), ('F1', 'Oh?'), ('M1', 'Yes.')]
        )
    )
    transcript = read_lines(text, ())
    assert turns(transcript) == [
        ('F1', ['Why?']),
        ('M1', ['So.']),
        ('F1', ['Oh?']),
        ('M1', ['Yes.']),
    ]
    assert [turn.time for turn in transcript.turns] == [0, 1, 2, 3]


def test_somebody_called_speaker_says_what_stands_behind_the_colon():
    text = '[0:01] Speaker: Yes\n[0:02] Ada: Why?\n[0:03] Speaker: Yes\n[0:04] Ada: Oh?'
    assert turns(read_lines(text, ()))[0] == ('Speaker', ['Yes'])
