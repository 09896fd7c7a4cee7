"""A part of a file shows nothing that the whole file doesn't show, wherever the marks stand."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.consent.marks import normalised
from sphinxext.interview.transcript.consent.restricting import without_marks
from sphinxext.interview.transcript.consent.selecting import hidden_in
from sphinxext.interview.transcript.formats import file_lines, read, recognise
from sphinxext.interview.transcript.source.part import select

MARKS = [
    '',
    '',
    '',
    *(f' {{restricted{scope}}}' for scope in ('', ' turn', ' exchange', ' begin', ' end')),
]
SHAPES = {
    'talk.txt': ('Ada: {}?{}', 'Grace: {}.{}', '{}.{}', '{{restricted begin}}', '{{restricted end}}'),
    'talk.md': ('**Ada:** {}?{}', '**Grace:** {}.{}', '{}.{}', '## {}{}', '- {}{}\n- {}\n\n  {}'),
    'bold.md': ('**{}?**{}', '{}.{}', '## {}{}'),
    'talk.rst': ('Ada: {}?{}', 'Grace: {}.{}', '{}.{}', '::\n\n   {}{}\n\n   {}'),
}  # fmt: skip


@st.composite
def talks(draw, name: str) -> str:
    """Return a transcript each of whose words it has once."""
    words = (f'w{number}x' for number in range(1000))
    count = draw(st.integers(2, 12))
    shapes = [draw(st.sampled_from(SHAPES[name])) for _ in range(count)]
    marks = [draw(st.sampled_from(MARKS)) for _ in range(count)]
    blocks = []
    for shape, mark in zip(shapes, marks, strict=True):
        holes = shape.count('{}')
        filled = [next(words), mark, *(next(words) for _ in range(holes - 2))]
        blocks.append(shape.format(*filled[:holes]))
    between = draw(st.sampled_from(['\n', '\n\n']) if name.endswith('txt') else st.just('\n\n'))
    return between.join(blocks) + '\n'


def shown(name: str, text: str, spec: str = '') -> set[str]:
    """Return the words of the public edition, of all lines or those of *spec*."""
    lines = file_lines(text.encode())
    as_asked = partial(
        read, form=recognise(lines, name)[0],
        markup={'md': 'markdown', 'rst': 'rst'}.get(name.partition('.')[2], 'literal'),
    )  # fmt: skip
    chosen = normalised(select(lines, lines_spec=spec) if spec else lines)
    part = as_asked(chosen.lines)
    hidden = hidden_in(part, chosen.lines, lines, as_asked) if spec else None
    public = without_marks(part, chosen.marks, is_complete=False, hidden=hidden)
    if len(chosen.lines) < len(lines):  # partners of marks may stand in the rest
        assert not [one for one in public.findings if one.text.startswith('no {restricted')]
    return set(re.findall(r'w\d+x', repr((public.items, public.preamble, public.epilogue))))


@pytest.mark.parametrize('name', SHAPES)
@given(data=st.data())
def test_a_part_shows_nothing_that_the_whole_does_not(name, data):
    text = data.draw(talks(name))
    last = text.count('\n')
    first = data.draw(st.integers(1, last))
    spec = f'{first}-{data.draw(st.integers(first, last))}'
    if data.draw(st.booleans()):
        spec += f',{data.draw(st.integers(1, last))}'
    assert shown(name, text, spec) <= shown(name, text)


TALK = (
    'Ada: Why w1x?\n\nGrace: As w2x.\n\n{restricted begin}\n\nAda: What w3x?\n\nGrace: That w4x.\n\n'
    '{restricted end}\n\nAda: Who w5x?\n\nGrace: She w6x.\n'
)


@pytest.mark.parametrize(
    ('spec', 'words'),
    [
        ('7-9', set()), ('9', set()), ('1-9', {'w1x', 'w2x'}), ('9-15', {'w5x', 'w6x'}),
        ('1-3,13-15', {'w1x', 'w2x', 'w5x', 'w6x'}), ('13', {'w5x'}),
    ],
)  # fmt: skip
def test_what_is_public_of_a_part_is_shown(spec, words):
    assert shown('talk.txt', TALK, spec) == words
