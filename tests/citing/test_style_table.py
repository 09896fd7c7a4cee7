"""What each style writes of records of one list: ``styles.json`` holds the right values.

They are what citeproc-js prints, but where a manual says otherwise (``why``).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from sphinxext.interview.citing.bibliography import entries
from sphinxext.interview.citing.dates import parse_date
from sphinxext.interview.citing.names import Name
from sphinxext.interview.citing.record import Entry, Locator, Record
from sphinxext.interview.citing.styles import STYLES, style_in
from sphinxext.interview.citing.terms import terms_of
from sphinxext.interview.citing.text import Italic, collated, headline

TABLE = json.loads(Path(__file__).with_name('styles.json').read_text('utf-8'))
SAME = 'container publisher place medium archive url doi language'.split()
AT = Locator('timestamp', '00:14:32')


def name(parts: dict[str, str]) -> Name:
    return Name(
        **{part: parts[part] for part in ('family', 'given', 'literal') if part in parts},
        particle=parts.get('non-dropping-particle', ''),
    )


def date(written: str | None):
    return parse_date(written) if written else None


RECORDS = [
    Record(
        key=key,
        title=found.get('title', ''),
        interviewees=tuple(map(name, found['interviewees'])),
        interviewers=tuple(map(name, found['interviewers'])),
        issued=date(found.get('issued')),
        conducted=date(found.get('conducted')),
        **{part: found[part] for part in SAME if part in found},
    )
    for key, found in TABLE['records'].items()
]


def written(pieces: list[str]) -> str:
    text = ''.join(f'<i>{piece}</i>' if isinstance(piece, Italic) else piece for piece in pieces)
    return text.replace('</i><i>', '')


@cache
def listed(style: str) -> dict[str, Entry]:
    return {entry.record.key: entry for entry in entries(RECORDS, STYLES[style])}


CASES = [pytest.param(case, id=f'{case["style"]}-{case["record"]}') for case in TABLE['cases']]


@pytest.mark.parametrize('case', CASES)
def test_a_source_is_written_as_the_style_wants(case):
    how, entry = STYLES[case['style']], listed(case['style'])[case['record']]
    found = {
        'in_text': how.opening + written(how.cite(entry, None)) + how.closing,
        'in_text_at_00:14:32': how.opening + written(how.cite(entry, AT)) + how.closing,
        'reference': re.sub(r'^\[\d+\] ', '', written(how.reference(entry))),
    }
    wanted = {part: case[part] for part in found if part in case}
    assert {part: found[part] for part in wanted} == wanted


@pytest.mark.parametrize('style', TABLE['order'])
def test_sources_are_listed_in_the_order_of_the_style(style):
    assert list(listed(style)) == TABLE['order'][style]


KELLER = Name('Keller', 'Mara')
TALK = Record(
    'x',
    'On keeping bees',
    (KELLER,),
    (Name('Novak', 'Iris'),),
    issued=parse_date('2024-11-05'),
    container='Docs',
    url='https://e.org/x',
)


def reference(record: Record, style: str = 'apa', language: str = 'en') -> str:
    return written(style_in(style, language).reference(Entry(record)))


@pytest.mark.parametrize(
    ('style', 'said'),
    [
        ('apa', 'Keller (2024, 00:14:32)'),
        ('chicago-author-date', 'Keller (2024, at 00:14:32)'),
        ('chicago-notes', 'Keller'),
        ('mla', 'Keller (00:14:32)'),
        ('ieee', 'Keller [1, 00:14:32]'),
    ],
)
def test_a_citation_can_be_a_part_of_the_sentence(style, said):
    assert written(STYLES[style].narrate(Entry(TALK), AT)) == said


@pytest.mark.parametrize(
    ('language', 'said'),
    [
        (
            'de',
            (
                'Keller, Mara. „On keeping bees“. Interview geführt von Iris Novak. <i>Docs</i>, '
                '5. November 2024. https://e.org/x.'
            ),
        ),
        (
            'fr',
            (
                'Keller, Mara. «\xa0On keeping bees\xa0». Entretien réalisé par Iris Novak. '
                '<i>Docs</i>, 5 novembre 2024. https://e.org/x.'
            ),
        ),
        (
            'es',
            (
                'Keller, Mara. «On keeping bees». Entrevista realizada por Iris Novak. <i>Docs</i>, '
                '5 de noviembre de 2024. https://e.org/x.'
            ),
        ),
        (
            'ja',
            (
                'Keller, Mara. 「On keeping bees」. 聞き手 Iris Novak. <i>Docs</i>, 2024年11月5日. '
                'https://e.org/x.'
            ),
        ),
        (
            'zh_CN',
            (
                'Keller, Mara. “On keeping bees”. 采访者 Iris Novak. <i>Docs</i>, 2024年11月5日. '
                'https://e.org/x.'
            ),
        ),
        (
            'fi',
            (
                'Keller, Mara. “On Keeping Bees.” Interview by Iris Novak. <i>Docs</i>, '
                'November 5, 2024. https://e.org/x.'
            ),
        ),
    ],
)
def test_terms_marks_and_dates_are_those_of_the_language(language, said):
    assert reference(TALK, 'chicago-notes', language) == said


@pytest.mark.parametrize('language', ['en', 'de', 'fr', 'es', 'ja', 'zh'])
@pytest.mark.parametrize('style', STYLES)
def test_every_record_can_be_written_in_every_language(style, language):
    assert terms_of(language).language == language
    how = style_in(style, language)
    for entry in entries(RECORDS, how):
        for pieces in (how.cite(entry, AT), how.narrate(entry, AT), how.reference(entry)):
            assert '..' not in written(pieces).replace('...', '')
            assert '{' not in written(pieces)


def test_people_without_initials_of_their_own_are_written_out_where_the_style_does_it():
    anna, alex, boris = (Name('Smith', given) for given in ('Anna', 'Alex', 'Boris'))
    records = [
        Record(f'{n}', f'T{n}', (who,), container='C') for n, who in enumerate((anna, alex, boris))
    ]

    def cited(style: str) -> set[str]:
        how = STYLES[style]
        return {written(how.cite(entry, None)) for entry in entries(records, how)}

    assert cited('apa') == {'A. Smith, n.d.-a', 'A. Smith, n.d.-b', 'B. Smith, n.d.'}
    assert cited('mla') == {'Anna Smith', 'Alex Smith', 'B. Smith'}


def test_more_people_are_named_until_they_differ():
    one, two, three = Name('Rho', 'E'), Name('Sig', 'B'), Name('Tau', 'C')
    records = [
        Record('a', 'A', (one, two, three), url='a'),
        Record('b', 'B', (one, two, Name('Ups', 'C')), url='b'),
        Record('c', 'C', (one, Name('Phi', 'B'), three, two), url='c'),
    ]
    cited = [written(STYLES['apa'].cite(entry, None)) for entry in entries(records, STYLES['apa'])]
    assert cited == ['Rho, Phi, et al., n.d.', 'Rho, Sig, & Tau, n.d.', 'Rho, Sig, & Ups, n.d.']


def test_what_nobody_can_look_up_is_a_private_communication():
    private = Record('x', 'Words', (KELLER,), issued=parse_date('2024-11-05'))
    said = 'M. Keller, personal communication, November 5, 2024'
    assert written(STYLES['apa'].cite(Entry(private), None)) == said


@pytest.mark.parametrize(
    ('title', 'written'),
    [
        ('an e-mail about iOS', 'An E-Mail about iOS'),
        ('the old man (and the sea) of things', 'The Old Man (and the Sea) of Things'),
        ('what ends with of', 'What Ends with Of'),
        ('why? because of it: a look', 'Why? Because of It: A Look'),
        ('bees—the good and the bad', 'Bees—the Good and the Bad'),
    ],
)
def test_a_headline_has_capitals_where_citeproc_sets_them(title, written):
    assert headline(title) == written


@pytest.mark.parametrize(
    'title', ['How it ended.', 'Why?', 'Wow!', 'He said “no.”', 'Acme Inc.', 'And so …']
)
@pytest.mark.parametrize('style', STYLES)
def test_no_full_stop_follows_another_mark(style, title):
    record = Record('x', title, (KELLER,), container='Acme Inc.')
    assert not re.search(r'[.?!][”’]*\.', reference(record, style))


def test_straight_marks_are_written_as_in_print():
    record = Record('x', 'It\'s "her" word', (Name("O'Neill", 'Pat'),))
    assert reference(record, 'mla') == 'O’Neill, Pat. “It’s ‘Her’ Word.”'


def test_letters_with_accents_are_sorted_among_those_without():
    names = ['Zorro', 'Øre', 'Öchsle', 'Иванов', 'Ozu', 'ätna', '山田']
    assert sorted(names, key=collated) == [
        'ätna',
        'Öchsle',
        'Øre',
        'Ozu',
        'Zorro',
        'Иванов',
        '山田',
    ]


@pytest.mark.parametrize(
    ('container', 'language', 'written'),
    [
        ('The acme docs of all', '', 'The Acme Docs of All'),
        ('Die Blätter der Stadt', 'de', 'Die Blätter der Stadt'),
        # A name that is written so
        ('pip documentation', '', 'pip documentation'),
    ],
)
@pytest.mark.parametrize('style', ['apa', 'chicago-author-date', 'chicago-notes', 'mla'])
def test_a_container_is_written_as_a_headline(style, container, language, written):
    record = TALK._replace(container=container, language=language)
    assert f'<i>{written}</i>' in reference(record, style)
