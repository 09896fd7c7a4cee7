"""Quotations by the editorial conventions, from the example interview's real answers.

Each passes as it is written, and fails with one word changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sphinxext.interview.citing.quoting import is_said
from sphinxext.interview.transcript.formats import read

DESIGN = Path(__file__).parents[2] / 'docs' / 'example' / 'design.txt'
#: What is quoted, one of its words, and another in the place of that.
QUOTATIONS = [
    ('Because nobody speaks in markup', 'nobody', 'somebody'),
    ('because nobody speaks in markup.', 'speaks', 'writes'),
    ('nobody speaks in markup', 'in', 'with'),
    ('“press *, then #”', 'then', 'and'),
    ('"press *, then #", the star and the hash are her words', 'star', 'stars'),
    ('the star and the hash are her words […] half the sentence turns italic', 'half', 'all'),
    ('half the sentence turns italic while the star is gone', 'gone', 'lost'),
    ('There is a second reason. […] All it can do is be read.', 'second', 'third'),
    ('Transcripts are made by machines [...] All it can do is be read', 'read', 'seen'),
    ('(…) Text that is never markup can’t pull a file', 'never', 'always'),
    ("[I]t can't bring a script along", 'script', 'virus'),
    ('[t]hen write the interview in the page itself', 'page', 'file'),
    ('lists, code, figures, references', 'code', 'tables'),
    ('What comes from a file is [always] shown as it is', 'file', 'disk'),
    ('[A file’s content] is shown as it is. What you write in the page, you write', 'shown', 'told'),
    ('A web [link] becomes a link', 'becomes', 'is'),
    ('[S]et apart from what she says [emphasis added]', 'apart', 'aside'),
    ('what somebody does is set apart from what she says. Like that.', 'Like', 'Not'),
    ('A number counts whatever stands before it', 'counts', 'shows'),
    ('Put one more question at the top, and the ninth is the tenth', 'ninth', 'eighth'),
    ('Every link from outside now leads to the wrong answer, and nobody is told', 'now', 'then'),
    ('Words belong to the question itself', 'belong', 'belongs'),
    ('It follows the words, unless you chose it by hand', 'unless', 'until'),
    ('as soon as you link to a question, give it an address', 'soon', 'often'),
    ('a colon is cheap. ‘Note:’', 'cheap', 'dear'),
    ('an interview is a bad place for [“nearly”]', 'bad', 'good'),
    ('So the first build guesses [sic] and prints the lines to paste', 'prints', 'hides'),
    ('browsers have been good at\u00a0those for a long\u00a0time', 'good', 'bad'),
    ('A page that needs no script works in an e\u2010book, in an archive', 'works', 'fails'),
    ('when the answer doesn\u2019t say that, the build complains […] Answers', 'complains', 'waits'),
]  # fmt: skip


def test_there_are_thirty():
    assert len(QUOTATIONS) == 30


@pytest.fixture(scope='module')
def turns():
    lines = list(enumerate(DESIGN.read_text('utf-8').splitlines(), 1))
    return [turn.text.replace('\n', ' ') for turn in read(lines).turns]


def is_in(quotation: str, turns: list[str]) -> bool:
    spoken = (turn.replace('[laughs] ', '') for turn in turns)
    return any(is_said(quotation, turn) for turn in spoken)


def test_thirty_quotations_pass_and_fail_with_one_word_changed(turns):
    rows = []
    for quotation, word, other in QUOTATIONS:
        changed = quotation.replace(word, other, 1)
        assert changed != quotation
        rows.append(
            (is_in(quotation, turns), is_in(changed, turns), quotation, f'{word} → {other}')
        )
    lines = [f'{as_it_is!s:9} {changed!s:8} {text}' for as_it_is, changed, *text in rows]
    sys.stdout.write('\n'.join(['\nas it is  changed  quotation', *lines, '']))
    assert [row[:2] for row in rows] == [(True, False)] * len(rows)
