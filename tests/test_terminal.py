"""Text, man pages and Info, as one reads them in a terminal, and the words of the PDF."""

from __future__ import annotations

import re

import pytest
from conftest import PEOPLE, ROOTS
from shown import DOCUMENTS, PDF, run, shown

TERMINAL = ('text', 'man', 'texinfo')
TALK = """\
It was windy.

# Beginnings

Ada: Why?

Grace: So it is, and it has been so for as long as anybody who lives here can remember, which is long.

And so on.

[A bell.]

Pip: I see.

Ada: When?

Grace: Now.

---

The end.
"""
PAGE = (
    f'Host\n====\n\n.. interview:: On *light*\n   :file: talk.txt\n{PEOPLE}   :participant: Pip\n'
)
TURNS = [
    'Ada Reader: Why?',
    'Grace Keeper: So it is, and it has been so for as long as anybody who lives here can remember, which is long.',
    'And so on.',
    '[A bell.]',
    'Pip: I see.',
    'Ada Reader: When?',
    'Grace Keeper: Now.',
    'The end.',
]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text* in one line each, without the marks of the format."""
    blocks = re.split(r'\n\s*\n', text)
    lines = (' '.join(block.split()) for block in blocks)
    return [re.sub(r'\*([^*]+)\*', r'\1', line) for line in lines]


@pytest.mark.parametrize('form', TERMINAL)
def test_every_paragraph_of_a_turn_is_one_and_headings_have_lines_of_their_own(
    build, program, form
):
    found = paragraphs(shown(build, program, form, {'index.rst': PAGE, 'talk.txt': TALK}))
    heads = [line for line in found if re.match(r'On [*‘]?light[*’]?( [-=.]+)?$', line)]
    assert len(heads) == 1
    start = found.index('It was windy.')
    assert re.fullmatch(r'Beginnings( [-=.]+)?', found[start + 1])
    assert found[start + 2 : start + 2 + len(TURNS)] == TURNS


@pytest.mark.parametrize('form', PDF)
def test_every_turn_starts_a_line_of_the_pdf(build, program, form):
    text = shown(build, program, form, {'index.rst': PAGE, 'talk.txt': TALK}, author='Me')
    lines = text.splitlines()
    starts = [next(i for i, line in enumerate(lines) if turn.startswith(line)) for turn in TURNS]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    'inside', ['- An item:\n\n', '.. note::\n\n', '.. list-table::\n\n   * - Cell\n     - \n']
)
def test_a_man_page_has_them_also_where_an_interview_stands_in_something(build, program, inside):
    indent = ' ' * (7 if 'table' in inside else 2 if inside[0] == '-' else 3)
    body = PAGE.partition('====\n\n')[2]
    page = 'Host\n====\n\n' + inside + ''.join(f'{indent}{line}\n' for line in body.splitlines())
    files = {'index.rst': page, 'talk.txt': TALK}
    text = shown(build, program, 'man', files, interview_head=[])
    cells = [re.sub(r'[│┌└├].*[│]|[│]', '', line).strip() for line in text.splitlines()]
    found = [line for line in cells if line.startswith(('Ada', 'Grace', 'Pip'))]
    if 'table' not in inside:
        assert found == [turn for turn in TURNS if ':' in turn]
    assert 'INDENT' not in text


MANY = """\
.. interview::
   :name: talk
   :interviewer: Ada
   :interviewee: Grace

   Ada: What do you see?

   Grace: This. [#]_

   .. figure:: tide.png
      :alt: a square

      The caption.

   .. [#] A footnote.

   Ada: And then?

   Grace: Nothing.
"""


def test_a_man_page_goes_on_at_the_margin_after_figures_and_footnotes(build, program):
    tide = (ROOTS / 'everything/tide.png').read_bytes()
    files = {'index.rst': f'Host\n====\n\n{MANY}', 'tide.png': tide}
    text = shown(build, program, 'man', files)
    lines = {line.strip(): len(line) - len(line.lstrip()) for line in text.splitlines()}
    assert 'UNINDENT' not in text
    assert lines['Ada: And then?'] == lines['Ada: What do you see?']


REFERRING = f"""{PAGE}
.. interview:speaker:: Grace Keeper

See :interview:answer:`this <talk.when>`.

.. interview:quote:: talk.when

   Now.
"""


@pytest.mark.parametrize('form', TERMINAL)
def test_no_link_damages_a_name(build, program, form):
    files = {'index.rst': REFERRING, 'talk.txt': TALK}
    text = shown(build, program, form, files)
    assert [line for line in paragraphs(text) if line in TURNS] == TURNS
    if form == 'man':
        assert '<' not in text
        # Who said it stands below the quotation
        assert 'Now.' in map(str.strip, text.splitlines())
        assert 'See this.' in text


def test_cards_are_a_list_away_from_the_web(build, program):
    files = {'index.rst': f'{PAGE}\n.. interview:list::\n   :as: cards\n', 'talk.txt': TALK}
    text = shown(build, program, 'text', files)
    assert '* On light (Ada Reader, Grace Keeper, and Pip)' in ' '.join(text.split())


def test_links_and_indices_of_info_lead_to_the_words(build, program):
    out = build({'index.rst': REFERRING, 'talk.txt': TALK}, 'texinfo', **DOCUMENTS).app.outdir
    run(program('makeinfo'), '--no-split', 'talk.texi', cwd=out)
    info = (out / 'talk.info').read_bytes()
    places = dict(re.findall(rb'Ref: (.*?)\x7f(\d+)', info))
    starts = {'talk when': b'*Ada Reader:* When?', 'talk when g': b'*Grace Keeper:* Now.',
              'talk beginnings': b'Beginnings', 'speaker grace-keeper': b'Grace Keeper\n'}  # fmt: skip
    for name, words in starts.items():
        place = int(places[b'index ' + name.encode()])
        assert info[place:].lstrip().startswith(words)
