"""Sources that are no interviews, each as its type wants; see golden/README.md."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from sphinxext.interview.citing.bibliography import entries
from sphinxext.interview.citing.csl.reading import parse_csl_json
from sphinxext.interview.citing.csl.writing import csl_json
from sphinxext.interview.citing.styles import STYLES
from sphinxext.interview.citing.terms import terms_of
from sphinxext.interview.citing.text import Italic

GOLDEN = Path(__file__).parent / 'golden' / 'types'
RECORDS = parse_csl_json((GOLDEN / 'items.json').read_text('utf-8')).records
KEYS = [record.key for record in RECORDS]
#: Where the manuals say something else than citeproc-js, with the reason.
OURS = json.loads((GOLDEN / 'ours.json').read_text('utf-8'))


def golden(style: str) -> dict:
    return json.loads((GOLDEN / f'{style}.json').read_text('utf-8'))


def plain(written: str) -> str:
    """Return HTML of citeproc-js with only its italics."""
    text = html.unescape(re.sub(r'\s*</?div[^>]*>\s*', ' ', written)).strip().replace('  ', ' ')
    return text.replace('Retrieved https', 'https')


def marked(pieces: list[str]) -> str:
    return ''.join(f'<i>{p}</i>' if isinstance(p, Italic) and p else p for p in pieces)


@pytest.mark.parametrize('style', STYLES)
@pytest.mark.parametrize('key', KEYS)
def test_a_source_is_referred_to_as_its_type_wants(style, key):
    listed = {entry.record.key: entry for entry in entries(RECORDS, STYLES[style])}
    ours = OURS[style].get(key, {}).get('reference')
    if ours is None and key not in golden(style)['bibliography']:
        ours = 'Vega, Marta, dir. <i>The Last Lamplighter</i>. Lantern Pictures, 2015.'
    expected = ours or plain(golden(style)['bibliography'][key])
    assert marked(STYLES[style].reference(listed[key])) == expected


@pytest.mark.parametrize('key', KEYS)
def test_a_source_is_cited_in_a_note_as_its_type_wants(key):
    style = STYLES['chicago-notes']
    listed = {entry.record.key: entry for entry in entries(RECORDS, style)}
    ours = OURS['chicago-notes'].get(key, {}).get('note')
    expected = ours or plain(golden('chicago-notes')['cites'][KEYS.index(key)])
    assert f'{marked(style.cite(listed[key], None))}.' == expected


def test_all_that_is_known_of_a_source_is_written_again():
    again = parse_csl_json(csl_json(RECORDS))
    assert again.problems == []
    assert again.records == RECORDS


@pytest.mark.parametrize(
    ('language', 'said'),
    [
        ('de', ['(Regie)', '[Film]', '[Datensatz]', '[Software]']),
        ('fr', ['(Réalisation)', '[Film]', '[Jeu de données]', '[Logiciel]']),
        ('es', ['(Dirección)', '[Película]', '[Conjunto de datos]', '[Software]']),
        ('ja', ['(監督)', '[映画]', '[データセット]', '[ソフトウェア]']),
        ('zh', ['(导演)', '[电影]', '[数据集]', '[计算机软件]']),
    ],
)  # fmt: skip
def test_the_words_for_types_are_those_of_the_language(language, said):
    apa = type(STYLES['apa'])(terms_of(language))
    listed = {entry.record.key: entry for entry in entries(RECORDS, apa)}
    found = [marked(apa.reference(listed[key])) for key in ('film', 'dataset', 'software')]
    assert all(word in ' '.join(found) for word in said)
