"""The file of published addresses, and the fingerprints in it."""

from __future__ import annotations

import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.permalinks.fingerprints import Words, pieces_of, whole_of
from sphinxext.interview.transcript.permalinks.ledger import Entry, Ledger, LedgerError
from sphinxext.interview.transcript.permalinks.updating import rename

LONG = 'Because the strings give way in the warm rooms of a school, and nobody opens a window.'
WORDS = Words(LONG).fingerprint
LEDGER = Ledger(
    {
        'tuning': Entry(pages=('tuning', 'old')),
        'tuning.how': Entry(WORDS),
        'tuning.how.bo': Entry(WORDS),
        'tuning.gone': Entry(WORDS, to='tuning'),
        'tuning.was': Entry(to='tuning.how'),
    }
)

slugs = st.text('abcäß漢-', min_size=1, max_size=5)
addresses = st.lists(slugs, min_size=1, max_size=3).map('.'.join)
entries = st.builds(
    Entry,
    st.text(max_size=9),
    st.one_of(st.just(''), addresses),
    st.lists(st.text(max_size=9), max_size=2).map(tuple),
    st.booleans(),
)


@given(st.dictionaries(addresses, entries, max_size=5))
def test_what_is_written_is_read_back_the_same(known):
    assert Ledger.from_text(Ledger(known).to_text()).entries == known


@given(st.dictionaries(addresses, entries, max_size=5))
def test_each_address_has_one_line_and_lines_are_in_order(known):
    lines = Ledger(known).to_text().split('\n')[2:-3]
    assert [next(iter(json.loads(f'{{{line[:-1]}}}'))) for line in lines] == sorted(known)


@given(st.text(max_size=200))
def test_what_is_no_ledger_is_refused_with_a_line(text):
    with pytest.raises(LedgerError) as raised:
        Ledger.from_text(text)
    assert raised.value.line >= 1


def test_two_branches_that_publish_and_edit_merge_without_a_conflict(tmp_path, program):
    def write(name: str, added: dict[str, Entry]) -> str:
        (tmp_path / name).write_text(Ledger({**LEDGER.entries, **added}).to_text())
        return name

    ours = {'bread': Entry(), 'bread.why': Entry(WORDS)}
    theirs = {'tuning.how': Entry('edited'), 'zoo': Entry(pages=('zoo',))}
    files = write('ours', ours), write('base', {}), write('theirs', theirs)
    done = subprocess.run(
        [program('git'), 'merge-file', '-p', *files], cwd=tmp_path, capture_output=True, check=True
    )
    merged = Ledger.from_text(done.stdout.decode())
    assert merged.entries == {**LEDGER.entries, **ours, **theirs}


def test_a_renamed_interview_takes_everything_with_it_and_the_old_names_lead_there():
    found = rename(LEDGER, 'tuning', 'pianos').entries
    assert found['pianos'] == LEDGER.entries['tuning']
    assert found['pianos.how.bo'] == Entry(WORDS)
    assert found['pianos.gone'] == Entry(WORDS, to='pianos')
    assert {found[address].to for address in LEDGER.entries} == {
        'pianos', 'pianos.how', 'pianos.how.bo', 'pianos.gone', 'pianos.was'
    }  # fmt: skip


@pytest.mark.parametrize(
    ('old', 'new'),
    [('no', 'x'), ('tuning', 'a.b'), ('tuning', 'tuning'), ('tuning.was', 'tuning.x'),
     ('tuning.how', 'tuning.'), ('tuning.how', 'x')],
)  # fmt: skip
def test_what_can_not_be_renamed_is_refused(old, new):
    with pytest.raises(ValueError, match=r'is no published address|can’t be renamed'):
        rename(LEDGER, old, new)


@pytest.mark.parametrize(
    'other',
    ['Because the strings give way in the warm rooms of a school and nobody opens a window',
     '  because the strings give way – in the warm rooms of a school; and nobody opens a window!',
     LONG.upper()],
)  # fmt: skip
def test_punctuation_case_and_spaces_are_no_words(other):
    assert Words(other).fingerprint == WORDS


def test_an_edit_leaves_most_of_a_fingerprint():
    edited = Words(LONG.replace('warm', 'hot'))
    known = pieces_of(WORDS)
    assert whole_of(WORDS) != edited.whole
    assert len(known & edited.pieces) >= len(known) - 2


def test_a_fingerprint_holds_no_words_and_is_short_however_long_the_turn_is():
    fingerprint = Words(LONG * 100).fingerprint
    assert len(fingerprint) <= 8 + 12 * 4
    assert not set(LONG.split()) & {fingerprint}


@pytest.mark.parametrize('text', ['', '…', '?! –'])
def test_signs_alone_have_no_fingerprint(text):
    assert Words(text).fingerprint == ''


def test_in_chinese_each_letter_is_a_word():
    before, after = Words('为什么钢琴要经常调音'), Words('为什么钢琴要常常调音')
    assert len(pieces_of(before.fingerprint) & after.pieces) >= 5
