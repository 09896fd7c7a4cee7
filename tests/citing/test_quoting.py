"""Which quotations are faithful."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.citing.conventions import (
    all_cleaned,
    cleaned,
    normalise,
    simple_tokens,
    single_spaced,
)
from sphinxext.interview.citing.fragments import folded, text_fragment
from sphinxext.interview.citing.negation import ELSEWHERE, WORDS
from sphinxext.interview.citing.passages import difference, nearest
from sphinxext.interview.citing.quoting import Quotation, find, is_said, verdict
from sphinxext.interview.citing.said import Said

TURN = (
    'I keep the lamp — it’s old, “older than me” — and the steps. Later often means never… '
    'The harbour master is a friend. He comes on Sundays, when the boats are in.'
)


@pytest.mark.parametrize(
    'quotation',
    [
        'I keep the lamp',
        'Later often means never',
        'later often means never.',
        'it\'s old, "older than me" -- and the steps',
        'it’s old, „older than me“ – and the steps',
        'I keep the lamp […] and the steps',
        'I keep the lamp [...] Later often means never',
        'I keep the lamp (...) Later often means never',
        '[L]ater often means never',
        '[k]eep the lamp',
        'The [man] is a friend',
        '[He] is a friend',
        'The harbour master is a [good] friend',
        'The harbour master [sic] is a friend',
        'He comes on Sundays [emphasis added]',
        'never...',
        'He\u00a0comes on  Sundays,',
        'He comes on Sun\u00addays',
    ],
)
def test_a_faithful_quotation_is_said(quotation):
    assert is_said(quotation, TURN)


@pytest.mark.parametrize(
    'quotation',
    [
        'Later always means never',
        'I keep the lam',
        'Later often means never […] I keep the lamp',
        'keep the old lamp',
        'The harbour master […] on Mondays',
        'the lamp. Later',
        'I keep the lamp and the steps',
        'HE comes on Sundays',
    ],
)
def test_another_wording_is_not_said(quotation):
    assert not is_said(quotation, TURN)


@given(st.text(), st.text())
def test_any_quotation_can_be_checked(quotation, turn):
    is_said(quotation, turn)
    difference(quotation, nearest(quotation, [Said(turn)]))


@given(
    st.lists(
        st.sampled_from(['salt', 'sea', '“oh”', 'it’s', 'a–b', '(no)', 'x.']),
        min_size=1,
        max_size=12,
    )
)
def test_every_part_of_a_turn_is_said(words):
    turn = ' '.join(words)
    for start in range(len(words)):
        assert is_said(' '.join(words[start : start + 4]), turn)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


def test_the_nearest_passage_and_the_difference_are_shown():
    passage = nearest('Later always means never', [Said(TURN)])
    assert passage.startswith('Later often means')
    assert difference('Later always means never...', passage) == (
        'Later [-always-] {+often+} means never...'
    )


#: Of our own wording: who said what, what is quoted of it, and whether that is faithful.
ROWS = json.loads((Path(__file__).parent / 'quotations.json').read_text('utf-8'))


@pytest.mark.parametrize('row', ROWS, ids=lambda row: f'{row["quoted"]} – {row["why"]}'[:80])
def test_a_quotation_is_accepted_refused_or_doubted_as_manuals_say(row):
    turns = [words for who, words in row['said'] if row['speaker'] in {None, who}]
    verdicts = [verdict(row['quoted'], words) for words in turns]
    assert next(filter(None, verdicts), False) == row['accept']


@pytest.mark.parametrize(
    ('quotation', 'turn', 'expected'),
    [
        ('Ich habe [das Haus] verkauft', 'Ich habe kein Haus verkauft.', 'warn'),
        ('Мы […] видели', 'Мы не видели его.', 'warn'),
        ('我[…]知道', '我不知道。', 'warn'),
        ('私は肉を食べ[ます]', '私は肉を食べません。', 'warn'),
        ('We were [un]happy there', 'We were happy there.', 'warn'),
        ('It was [possible] to stay', 'It was impossible to stay.', 'warn'),
        ('[They] paid the bill', 'Nobody paid the bill.', 'warn'),
        ('We paid the bill [never]', 'We paid the bill.', 'warn'),
        ('We met […] Jones', 'We met Mr. Smith and not Dr. Jones.', 'warn'),
        ('it […] ours', 'it… isn’t… ours', 'warn'),
        ('One. […] three', 'One. It is.\n\nTwo.\n\nthree.', 'warn'),
        ('One. […] Two', 'One. It is.\n\nTwo.', True),
        ('We [don’t] use it', 'We never use it', True),
        ('First. […] Fourth.', 'First. I never did. No. Fourth.', True),
    ],
)
def test_what_turns_the_sense_round_is_doubted_in_many_languages(quotation, turn, expected):
    assert verdict(quotation, turn) == expected


@pytest.mark.parametrize(
    ('quotation', 'turn', 'language', 'expected'),
    [
        ('Moro […] Porto', 'Moro no bairro velho do Porto.', 'pt', True),
        ('Moro […] Porto', 'Não moro aqui. Moro ainda, não é, Porto.', 'pt-BR', 'warn'),
        ('Vivo […] Lima', 'Vivo, pero no en Lima.', 'es', 'warn'),
        ('Vivo […] Lima', 'Vivo, pero no en Lima.', '', True),
        ('Was die […] lehrt', 'Was die große Not uns alle lehrt', 'de_AT', True),
        ('Das ist […] da', 'Das ist, ei, noch da', 'de', True),
        ('Se on […] totta', 'Se on, se ei ole totta', 'fi', 'warn'),
        ('Am […] mers', 'Am zis că nu am mers', 'ro', 'warn'),
        ('Ik heb […] gezien', 'Ik heb nu pas alles gezien', 'nl', True),
        ('Ik heb […] gezien', 'Ik heb hem noch haar gezien', 'nl', 'warn'),
        ('We went […] home', 'We went, no, not home', 'en', 'warn'),
        ('We went […] home', 'We went, no doubt, home', 'en-GB', 'warn'),
        ('私は[…]行く', '私は不安でも行く', 'ja', True),
        ('Er ging […] fort', 'Er ging, she never, fort', 'de', 'warn'),
        ('Jeg har […] sett', 'Jeg har ikkje sett', 'nn', 'warn'),
    ],
)  # fmt: skip
def test_what_denies_depends_on_the_language(quotation, turn, language, expected):
    assert verdict(quotation, turn, language) == expected


def test_a_word_that_denies_nothing_elsewhere_is_one_that_denies():
    words = {word for some in WORDS.values() for word in some.split()}
    assert words >= ELSEWHERE.keys()
    for word, (language, _) in ELSEWHERE.items():
        assert word not in WORDS[language].split()


HOSTILE = [
    ' […] '.join(['the'] * 4_000) + ' end',
    '[…]' * 4_000 + ' end',
    ' [x] '.join(['the'] * 4_000),
    ' […] '.join(['[t]he'] * 4_000) + ' end',
    'the ' * 4_000 + 'end',
    '[' * 4_000 + ' end',
    '. ' * 4_000 + 'end',
    "a'" * 4_000 + ' end',
    'a' * 20_000,
    'क' * 20_000 + ' [',
    '毎' * 4_000,
    '1,' * 4_000,
    'a[b]' * 4_000,
]


@pytest.mark.parametrize('quotation', HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize('turn', ['the ' * 20_000, 'the a ' * 20_000, *HOSTILE[-5:]])
def test_a_hostile_quotation_takes_linear_time(quotation, turn):
    said = Said(turn)
    match = find(Quotation(quotation), said)
    if match:
        assert match.doubt in {None, 'negation', 'paragraphs'}
        text_fragment(match, '', folded(turn))
    difference(quotation, nearest(quotation, [said]))


@given(st.lists(st.sampled_from(['a', 'b', 'c', 'not']), min_size=1, max_size=9), st.data())
def test_pieces_are_found_wherever_they_can_be_placed(words, data):
    pieces = data.draw(
        st.lists(st.sampled_from(['a', 'b', 'a b', 'c a', 'not']), min_size=1, max_size=4)
    )
    placed = re.search('.*'.join(rf'\b{piece}\b' for piece in pieces), ' '.join(words))
    assert is_said(' […] '.join(pieces), ' '.join(words)) == bool(placed)


@given(st.lists(st.sampled_from('ab'), min_size=1, max_size=40), st.data())
def test_words_in_brackets_stand_for_few_words(words, data):
    pieces = data.draw(st.lists(st.sampled_from(['a', 'b', 'a b', 'b b']), min_size=1, max_size=4))
    between = r'(?: \w){0,10} '
    placed = re.search(between.join(rf'\b{piece}\b' for piece in pieces), ' '.join(words))
    assert is_said(' [x] '.join(pieces), ' '.join(words)) == bool(placed)


@given(st.text(alphabet="abÄⅧ1_.,;?!’' -ÿ書ก[", max_size=12))
def test_simple_quotations_are_taken_apart_like_all_others(text):
    def parts(quotation):
        return quotation.pieces, quotation.last, quotation.brackets, quotation.events

    other = Quotation(text)
    other.pieces, other.last = [], []
    other._take_apart()
    simple = Quotation(text)
    assert parts(simple) == parts(other)
    assert (simple.plain, simple.verbatim) == (other.plain, other.verbatim)


def test_most_quotations_are_simple():
    words = 'We tuned it, and it sounded well.'
    assert simple_tokens(words)[-2:] == ['well', '.']
    assert simple_tokens('We didn’t.') == simple_tokens('We … it.') == []


@given(st.lists(st.text(alphabet='ab1 \n\t|’"²é\u00a0\u00ad\u2011\x1f\0', max_size=6), max_size=4))
def test_texts_are_cleaned_together_as_one_by_one(texts):
    assert all_cleaned(texts) == [cleaned(text) for text in texts]


@given(st.text(alphabet='ab \n\t\r\u00a0\u2009\x1f\u00ad'))
def test_blanks_of_any_kind_become_one_space(text):
    assert single_spaced(text) == ' '.join(text.split())
