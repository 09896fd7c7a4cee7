"""Subtitles, tables, Word documents, TEI and CHAT: their quirks, and clear errors."""

from __future__ import annotations

import io
import zipfile

import pytest
from conversation import docx, read_file, run

from sphinxext.interview.transcript.formats import file_lines, recognise, registry, separated
from sphinxext.interview.transcript.formats.cues.subrip import read_subrip
from sphinxext.interview.transcript.formats.registry import FORMATS, TEXT
from sphinxext.interview.transcript.model import Transcript, TranscriptError
from sphinxext.interview.transcript.source.decoding import number_lines

TIMES = '00:00:01,000 --> 00:00:02,000'


def turns(transcript: Transcript) -> list[tuple[str, float | None, str]]:
    return [
        (' & '.join(s.name for s in turn.speakers), turn.time, turn.text)
        for turn in transcript.turns
    ]


def failure(name: str, content: str | bytes) -> tuple[str, int]:
    with pytest.raises(TranscriptError) as caught:
        read_file(name, content)
    return caught.value.finding.code, caught.value.finding.line


@pytest.mark.parametrize(
    ('text', 'texts', 'lines'),
    [
        (f'1\n{TIMES}\nOne\n\n2\n{TIMES}\nTwo\nlines', ['One', 'Two\nlines'], []),
        (f'1\n{TIMES}\nOne\n\n\n\n2\n{TIMES}\nTwo\n\n\n', ['One', 'Two'], []),
        (
            f'1\n{TIMES} X1:40 X2:600\n<i>One</i> {{\\an8}}<font color="red">two</font>',
            ['One two'],
            [],
        ),
        (f'1\n{TIMES}\na &amp; b&nbsp;c\\Nd {{y:i}}e<br>f', ['a & b\xa0c\nd e\nf'], []),
        (f'1\n{TIMES}\n<v Ada>One <v Bo>two', ['One ', 'two'], []),
        (f'1\n{TIMES}\na < b, {{so}}', ['a < b, {so}'], []),
        (f'{TIMES}\nOne\n\n{TIMES}\nTwo', ['One', 'Two'], [1]),
        ('1\n00:00:01.000 --> 00:00:02.000\nOne', ['One'], [2]),
        ('1\n0:0:1-->0:0:2\nOne', ['One'], [2]),
        (f'1\n{TIMES}\nOne\n\nmore', ['One\nmore'], [4]),
        (f'1\n{TIMES}\nOne\n2\n{TIMES}\nTwo', ['One', 'Two'], [5]),
        (f'1\n{TIMES}\n12\n\n2\n{TIMES}\nTwo', ['12', 'Two'], []),
        (f'1\n{TIMES}\n\n2\n{TIMES}\nTwo', ['Two'], []),
        (f'words\n\n1\n{TIMES}\nOne', ['One'], [1]),
    ],
)
def test_subrip_keeps_all_words_and_says_what_is_unusual(text, texts, lines):
    captions = read_subrip(number_lines(text))
    assert [cue.text for cue in captions.cues] == texts
    assert [finding.line for finding in captions.findings] == lines


def test_a_table_has_the_quirks_of_real_collections():
    transcript = read_file(
        'talk.csv',
        'tags,words,speaker,timestamp\r\n'
        'craft;wood,"Why, ""now""?",RA:,[00:03:43] start of interview\r\n'
        ',"Because\r\nof it &#8212; so.",GK,\r\n'
        ',He nods.,,3:50\r\n'
        ',[He nods.],,\r\n'
        'wood,Hm.,RA,\r\n',
    )
    assert turns(transcript) == [
        ('RA', 223, 'Why, "now"?'),
        ('GK', None, 'Because of it — so. He nods.'),
        ('RA', None, 'Hm.'),
    ]
    assert [(p.text, p.time) for turn in transcript.turns for p in turn.paragraphs[1:]] == [
        ('Why, "now"?', 223), ('He nods.', 230), ('[He nods.]', None),
    ]  # fmt: skip
    assert transcript.metadata == {'tags': 'craft; wood'}
    assert [turn.line for turn in transcript.turns] == [2, 3, 7]


@pytest.mark.parametrize(
    'header', ['speaker;words', 'speaker\twords', 'Speaker Name,Text', '"words"']
)
def test_columns_are_found_by_their_names(header):
    delimiter = next((d for d in ';\t,' if d in header), ',')
    row = delimiter.join(['Ada', 'Why?'] if delimiter in header else ['Why?'])
    assert read_file('talk.csv', f'{header}\n{row}\n').turns[0].text == 'Why?'


def test_a_table_without_a_column_of_words_is_an_error():
    assert failure('talk.csv', 'speaker,what\nAda,Why?') == ('table_invalid', 1)


def test_a_row_without_words_is_reported():
    transcript = read_file('talk.csv', 'speaker,words\nAda,\nBo,Hm.\n')
    assert [(f.code, f.line) for f in transcript.findings if f.level == 'warning'] == [
        ('cue_dropped', 2)
    ]


def test_a_word_document_keeps_headings_and_what_stands_around():
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>' + run('The shop') + '</w:p>'
    deleted = '<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>'
    inserted = f'<w:ins>{run("kept ")}</w:ins>'
    link = f'<w:hyperlink>{run("here")}</w:hyperlink>'
    body = f'<w:p>{run("A talk")}</w:p>{heading}<w:p>{run("Ada", bold=True)}{run(": Why?")}</w:p>'
    body += f'<w:p>{run("Bo:", bold=True)}{deleted}{inserted}{link}</w:p>'
    transcript = read_file('talk.docx', docx(f'<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>'))
    assert [item.title for item in transcript.items if not hasattr(item, 'speakers')] == [
        'The shop'
    ]
    assert [p.text for p in transcript.preamble] == ['A talk']
    assert turns(transcript) == [('Ada', None, 'Why?'), ('Bo', None, 'kept here')]
    assert [turn.line for turn in transcript.turns] == [3, 4]


def test_an_older_word_document_of_teams_has_times_above_the_names():
    def said(times: str, name: str, words: str) -> str:
        lines = '<w:r><w:br/></w:r>'.join(map(run, (times, name, words)))
        return f'<w:p>{lines}</w:p>'

    body = said('0:0:3.240 --> 0:0:5.600', 'Ada', 'Why?')
    body += said('0:1:6.0 --> 0:1:7.0', 'Bo', 'So.')
    assert turns(read_file('talk.docx', docx(body))) == [('Ada', 3, 'Why?'), ('Bo', 66, 'So.')]


def archive(name: str, content: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    'data',
    [
        b'PK\x03\x04',
        b'PK\x03\x04' + b'x' * 1000,
        archive('other.xml', b''),
        archive('word/document.xml', b'<w'),
        archive('word/document.xml', b''),
        archive('word/document.xml', b' ' * 50_000_000),
        archive('word/document.xml', b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
        docx(run('Ada: Why?'))[:-30],
        archive('word/document.xml', b'<x/>'),
    ],
)
def test_a_broken_or_bursting_word_document_is_an_error(data):
    assert failure('talk.docx', data) == ('docx_invalid', 1)


def test_tei_knows_people_events_and_titles():
    transcript = read_file(
        'talk.tei',
        '<!DOCTYPE TEI SYSTEM "x.dtd">\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        '<titleStmt><title>Of <hi>bread</hi></title></titleStmt>'
        '<person xml:id="A" role="interviewer"><persName><forename>Ada</forename> '
        '<surname>Byron</surname></persName></person></teiHeader><body>\n'
        '<annotationBlock><u who="#A #B">Why <del>not</del> <unclear>now</unclear>?'
        '<pause/></u></annotationBlock>\n'
        '<u who="#B">It <vocal>\n<desc>laughs</desc></vocal> <gap reason="inaudible"/> is.</u>\n'
        '<u>Who?</u></body></TEI>',
    )
    assert transcript.metadata == {'title': 'Of bread'}
    assert turns(transcript) == [
        ('Ada Byron & B', None, 'Why now? [pause]'),
        ('B', None, 'It [laughs] [inaudible] is.'),
        ('', None, 'Who?'),
    ]
    assert [turn.line for turn in transcript.turns] == [3, 4, 6]


BOMB = '<!DOCTYPE x [<!ENTITY a "' + 'a' * 99 + '"><!ENTITY b "' + '&a;' * 999 + '">]>'


@pytest.mark.parametrize(
    ('text', 'line'),
    [
        ('<TEI>\n<u>Why?</TEI>', 2),
        ('<TEI>\n<u>&nbsp;</u></TEI>', 2),
        (f'{BOMB}\n<TEI><u>&b;</u></TEI>', 1),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<TEI><u>&a;</u></TEI>', 1),
        ('<TEI>' * 100_000, 1),
    ],
)
def test_xml_that_is_broken_deep_or_has_entities_is_an_error(text, line):
    assert failure('talk.xml', text) == ('xml_invalid', line)


@pytest.mark.parametrize(
    'text',
    ['<?xml version="1.0"?><svg/>', '<ANNOTATION_DOCUMENT/>', '<!DOCTYPE html><p>Ada: Hi</p>'],
)
def test_other_xml_is_an_error(text):
    assert failure('talk.txt', text) == ('format_unreadable', 1)


@pytest.mark.parametrize('data', [b'%PDF-1.7', b'{\\rtf1 Ada: Why?}', b'\xd0\xcf\x11\xe0\xa1'])
def test_files_of_other_programs_are_an_error_that_says_what_to_do(data):
    with pytest.raises(TranscriptError, match=r'save|copy'):
        file_lines(data)


def test_chat_has_bullets_continuations_and_other_tiers():
    transcript = read_file(
        'talk.cha',
        '@UTF8\n@Begin\n@Languages:\teng, fra\n@Participants:\tCHI Target_Child, MOT Mother\n'
        '*MOT:\twhy \x15100_200\x15\n\tnot now ? \x15200_1500\x15\n%com:\tnothing\n'
        '*CHI:\tno .\n@End\n',
    )
    assert turns(transcript) == [('MOT', 0.1, 'why not now?'), ('CHI', None, 'no.')]
    assert transcript.metadata == {'language': 'eng'}


def test_every_format_is_described_and_content_comes_before_the_suffix():
    assert all(form.sign and form.keeps and form.unit for form in FORMATS)
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert sorted(suffixes) == sorted(
        [*set(suffixes), '.json', '.xml']
    )  # ours and recognisers', OHMS and TEI
    for text in (
        f'1\n{TIMES}\nOne',
        '@UTF8\n@Begin',
        'start\tend\ttext',
        '0:00:01.000,0:00:02.000',
    ):
        form, findings = recognise(number_lines(text), 'talk.json')
        assert form not in {TEXT, None}
        assert [finding.code for finding in findings] == ['format_by_content']


def test_a_file_of_captions_without_any_timings_is_text():
    lines = number_lines('[0:01] Ada: Why?\n\n[0:05] Bo: So.\n')
    assert recognise(lines, 'talk.vtt') == (TEXT, ())
    assert recognise(number_lines('NOTE a\n\n0:01 --> 0:02\nWhy?'), 'talk.vtt')[0] is not TEXT


def test_broken_timings_of_subrip_are_never_said():
    captions = read_subrip(
        number_lines(
            '1\n00:00:01,000 --> 00:00:02,000\nWhy?\n\n2\nNaN:NaN,NaN --> NaN:NaN,NaN\n:\n'
        )
    )
    assert [cue.text for cue in captions.cues] == ['Why?']
    assert [f.line for f in captions.findings if 'hold no times' in f.text] == [6]


def test_whatever_parts_cells_may_be_a_table():
    assert set(separated._DELIMITERS) <= set(registry._DELIMITERS)
