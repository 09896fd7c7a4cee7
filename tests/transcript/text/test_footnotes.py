"""Footnotes of Markdown are nobody's words: all of a footnote, and nothing else."""

from __future__ import annotations

import pytest
from reading import read_lines, turns

TALK = '**Ada:** Why?\n\n**Grace:** So[^1].\n\n{}\n\n**Ada:** And?\n\n**Grace:** Then[^2].\n\n[^2]: Two.\n'


@pytest.mark.parametrize(
    'footnote',
    [
        '[^1]: One.',
        '[^1]: One\nand more.',
        '[^1]: One.\n\n    Its second paragraph.\n\n\tIts third.\n    Which goes on.',
        '[^1]: One.\n\n    > Quoted.',
        '[^1]: One.\n\n\n    Far below.',
    ],
)
def test_all_of_a_footnote_stands_at_the_end(footnote):
    transcript = read_lines(TALK.format(footnote), markup='markdown')
    assert turns(transcript) == [
        ('Ada Reader', ['Why?']), ('Grace Keeper', ['So[^1].']),
        ('Ada Reader', ['And?']), ('Grace Keeper', ['Then[^2].']),
    ]  # fmt: skip
    assert [paragraph.text for paragraph in transcript.epilogue] == [f'{footnote}\n\n[^2]: Two.\n']


@pytest.mark.parametrize(
    'below',
    [
        *('**Grace:** Yes.', '## Topic\n\n**Grace:** Yes.', '```\nYes.\n```'),
        *('\n**Grace:** Yes.', '\n## Topic\n\n**Grace:** Yes.', '\n```\nYes.\n```'),
        *('\nYes.', '\n\nYes.', '\n  Yes.'),
    ],
)
def test_what_stands_below_a_footnote_is_none(below):
    transcript = read_lines(TALK.format(f'[^1]: One.\n{below}'), markup='markdown')
    said = ' '.join(text for _, paragraphs in turns(transcript) for text in paragraphs)
    assert 'Yes.' in said
    assert 'Yes.' not in transcript.epilogue[0].text
