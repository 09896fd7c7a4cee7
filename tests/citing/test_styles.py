"""What the styles print, against what citeproc-js prints; see golden/README.md."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from sphinxext.interview.citing.bibliography import entries
from sphinxext.interview.citing.csl.reading import parse_csl_json
from sphinxext.interview.citing.record import Locator
from sphinxext.interview.citing.styles import STYLES
from sphinxext.interview.citing.text import Italic

GOLDEN = Path(__file__).parent / 'golden'
CASES = json.loads((GOLDEN / 'cases.json').read_text('utf-8'))


RECORDS = parse_csl_json((GOLDEN / 'items.json').read_text('utf-8')).records


def golden(style: str) -> dict:
    text = (GOLDEN / f'{style}.json').read_text('utf-8')
    # With a date of access, APA says "Retrieved <date>, from"; there is none
    return json.loads(text.replace('Retrieved https', 'https'))


def plain(written: str) -> str:
    """Return HTML of citeproc-js with only its italics."""
    return html.unescape(re.sub(r'\s*</?div[^>]*>\s*', ' ', written)).strip().replace('  ', ' ')


def marked(pieces: list[str]) -> str:
    return ''.join(
        f'<i>{piece}</i>' if isinstance(piece, Italic) and piece else piece for piece in pieces
    )


@pytest.mark.parametrize('style', STYLES)
@pytest.mark.parametrize('key', [record.key for record in RECORDS])
def test_references_are_written_as_the_style_wants(style, key):
    listed = {entry.record.key: entry for entry in entries(RECORDS, STYLES[style])}
    expected = plain(golden(style)['bibliography'][key])
    assert marked(STYLES[style].reference(listed[key])) == expected


@pytest.mark.parametrize('style', STYLES)
def test_references_stand_in_the_order_of_the_style(style):
    keys = [entry.record.key for entry in entries(RECORDS, STYLES[style])]
    assert keys == golden(style)['order']


@pytest.mark.parametrize('style', STYLES)
@pytest.mark.parametrize('number', range(len(CASES)))
def test_citations_are_written_as_the_style_wants(style, number):
    writer = STYLES[style]
    listed = {entry.record.key: entry for entry in entries(RECORDS, writer)}
    written = []
    for part in CASES[number]:
        locator = Locator(part['label'], part['locator']) if 'locator' in part else None
        pieces = marked(writer.cite(listed[part['id']], locator))
        written.append(part.get('prefix', '') + pieces + part.get('suffix', ''))
    text = writer.opening + writer.separator.join(written) + writer.closing
    assert text == plain(golden(style)['cites'][number])
