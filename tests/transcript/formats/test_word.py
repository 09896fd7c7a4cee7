"""Word documents: what their looks, lists and tables become, and what is refused of them."""

from __future__ import annotations

import io
import zipfile

import pytest
from conversation import read_file
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.formats.word import docx_lines
from sphinxext.interview.transcript.model import TranscriptError

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def part(name: str, inside: str) -> bytes:
    return f'<?xml version="1.0"?><w:{name} {NAMESPACE}>{inside}</w:{name}>'.encode()


def packed(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f'word/{name}.xml', content)
    return data.getvalue()


def document(body: str, *, styles: str = '', numbering: str = '') -> bytes:
    return packed({
        'document': part('document', f'<w:body>{body}</w:body>'),
        'styles': part('styles', styles),
        'numbering': part('numbering', numbering),
    })  # fmt: skip


def run(text: str, looks: str = '') -> str:
    look = ''.join(f'<w:{look}/>' for look in looks)
    inside = text.replace('\n', '</w:t><w:br/><w:t>')
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'


def p(*runs: str, style: str = '', more: str = '') -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ''
    runs = tuple(r if r.startswith('<') else run(r) for r in runs)
    return f'<w:p><w:pPr>{style}{more}</w:pPr>{"".join(runs)}</w:p>'


def table(*rows: list[str]) -> str:
    def cell(text: str) -> str:
        return f'<w:tc>{"".join(p(line) for line in text.split("|"))}</w:tc>'

    lines = ''.join(f'<w:tr>{"".join(map(cell, row))}</w:tr>' for row in rows)
    return f'<w:tbl>{lines}</w:tbl>'


def lines(body: str, **parts: str) -> list[str]:
    return [text for _, text in docx_lines(document(body, **parts)) if text]


@pytest.mark.parametrize(
    ('paragraph', 'expected'),
    [
        (p(run('Is it late?', 'b')), ['**Is it late?**']),
        (p(run('Is it ', 'b'), run('late?', 'b')), ['**Is it late?**']),
        (p(run('Ida: ', 'b'), run('Is it?')), ['**Ida:** Is it?']),
        (p(run('Ida', 'b'), run(': Is it?')), ['**Ida**: Is it?']),
        (p(run('Is it late?', 'i')), ['*Is it late?*']),
        (p(run('Is it late?', 'bi')), ['**Is it late?**']),
        (p(run('It ', 'i'), run('is.')), ['It is.']),
        (p(run('I', 'b'), run('t is late.')), ['It is late.']),
        (p(run('It is '), run('very', 'b'), run(' late.')), ['It is very late.']),
        (p(run('Why?\nNo.', 'b')), ['**Why?**', '**No.**']),
        (p(run('Why?', 'b'), run('\nSo.')), ['**Why?**', 'So.']),
        (p(run(' ', 'b'), run('So.')), [' So.']),
    ],
)
def test_looks_are_marked_where_all_words_have_them_or_the_first(paragraph, expected):
    assert lines(paragraph) == expected


def test_looks_come_from_styles_and_their_bases():
    styles = (
        '<w:style w:styleId="Frage"><w:name w:val="Question"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="Leise"><w:name w:val="Soft"/><w:basedOn w:val="Frage"/>'
        '<w:rPr><w:b w:val="0"/><w:i/></w:rPr></w:style>'
        '<w:style w:styleId="Laut"><w:name w:val="Loud"/><w:basedOn w:val="Frage"/></w:style>'
        '<w:style w:styleId="A" ><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B" ><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
        '<w:style w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    strong = '<w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>Ida</w:t></w:r>'
    body = (
        p('Why?', style='Frage') + p('So.', style='Leise') + p('Oh?', style='Laut')
        + p('Yes.', style='A') + p('The oven', style='1') + p('Late.\nToo late.', style='Zitat')
        + p(strong, run(' 0:05'))
    )  # fmt: skip
    assert lines(body, styles=styles) == [
        '**Why?**', '*So.*', '**Oh?**', 'Yes.', '## The oven', '> Late.', '> Too late.', '**Ida** 0:05',
    ]  # fmt: skip


def test_lists_count_as_word_does():
    def level(kind: str, text: str) -> str:
        return f'<w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'

    numbering = ''.join(
        f'<w:abstractNum w:abstractNumId="{n}">{level(kind, text)}</w:abstractNum>'
        for n, (kind, text) in enumerate([('bullet', '•'), ('decimal', '%1)'), ('decimal', 'Q%1:')])
    ) + ''.join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3)
    )

    def item(number: int, text: str) -> str:
        more = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return p(text, more=more)

    body = item(1, 'a') + item(2, 'b') + item(3, 'c') + item(2, 'd') + item(3, 'e') + item(0, 'f')
    assert lines(body, numbering=numbering) == ['- a', '1. b', 'Q1: c', '2. d', 'Q2: e', 'f']


def test_the_title_is_no_heading_of_a_topic():
    styles = '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    body = p('') + p('Of bread', style='Titel') + p('And rolls', style='Titel')
    assert lines(body, styles=styles) == ['title: Of bread', '# And rolls']


@pytest.mark.parametrize(
    ('written', 'expected'),
    [
        ('00:00:03 Speaker 1', 'Speaker 1  00:00:03'),
        ('[00:00:03.00] - Ida Baker', 'Ida Baker  00:00:03.00'),
        ('[0:03] : it is late', '[0:03] ?: it is late'),
        ('Ole Miller stopped transcription', '[Ole Miller stopped transcription]'),
        ('Transcribed by https://bread.example', '[Transcribed by https://bread.example]'),
        ('This transcript was automatically generated.', '[This transcript was automatically generated.]'),
        ('0:0:3.2 --> 0:0:5.6\nIda\nIs it?', 'Ida  0:00:03'),
        ('It was transcribed by hand, as you know.', 'It was transcribed by hand, as you know.'),
        ('At 10:30 we bake.', 'At 10:30 we bake.'),
    ],
)  # fmt: skip
def test_lines_of_exporters_are_written_as_text_has_them(written, expected):
    assert lines(p(written))[0] == expected


@pytest.mark.parametrize(
    'rows',
    [
        (['Speaker', 'Text'], ['Ida', 'Is it late?'], ['Ole', 'Very.']),
        (['#', 'Time', 'Speaker', 'Transcript'], ['1', '0:01', 'Ida', 'Is it late?'], ['2', '0:02', 'Ole', 'Very.']),
        (['Timespan', 'Content', 'Speaker'], ['0:01.0 - 0:01.9', 'Is it late?', 'Ida:'], ['0:02.0 - 0:03.0', 'Very.', 'Ole:']),
        (['Name', 'Words', 'Remarks'], ['Ida [0:01]', 'Is it late?', ''], ['Ole', 'Very.', '']),
        (['Ida', 'Is it late?'], ['Ole', 'Very.']),
        (['0:01', 'Ida', 'Is it late?'], ['0:02', 'Ole', 'Very.']),
        (['Is it late?', 'Ida', '0:01'], ['Very. Very late.', 'Ole', '0:02'], ['Then I go home.', 'Ida', '0:03'],
         ['Good night then.', 'Ole', '0:04']),
    ],
)  # fmt: skip
def test_a_table_is_known_by_its_header_or_by_what_stands_in_it(rows):
    # Repeated at the top of a page
    again = rows[:1] if 'Is it late?' not in rows[0] else ()
    transcript = read_file('talk.docx', document(table(*rows, *again)))
    found = [
        (turn.speakers[0].name, turn.text.split('. ')[0].rstrip('.')) for turn in transcript.turns
    ]
    assert found[:2] == [('Ida', 'Is it late?'), ('Ole', 'Very')]
    if any('0:01' in cell for row in rows for cell in row):
        assert transcript.turns[0].time == 1


def test_a_cell_of_several_paragraphs_and_a_row_without_a_name_stay_in_the_turn():
    rows = (['Speaker', 'Text'], ['Ida', 'Is it?'], ['Ole', 'Very.|Too late.'], ['', 'So late.'])
    transcript = read_file('talk.docx', document(table(*rows)))
    assert [[p.text for p in turn.paragraphs] for turn in transcript.turns] == [
        ['Is it?'], ['Very.', 'Too late.', 'So late.'],
    ]  # fmt: skip


def test_what_stands_beside_the_words_is_nobodys():
    rows = (
        ['No.', 'Speaker', 'Text', 'Code'],
        ['1', 'Ida', 'Is it?', ''],
        ['2', 'Ole', 'Very.', 'lateness'],
        ['3', 'Ida', 'Oh.', ''],
        ['4', 'Ole', 'Yes.', ''],
    )
    transcript = read_file('talk.docx', document(table(*rows)))
    assert [turn.text for turn in transcript.turns] == ['Is it?', 'Very.', 'Oh.', 'Yes.']
    assert transcript.turns[1].paragraphs[1].text == '[lateness]'


def test_a_table_of_one_column_is_a_frame():
    inner = table(['Speaker', 'Text'], ['Ida', 'Is it?'], ['Ole', 'Very.'], ['Ole', 'Yes.'])
    frame = f'<w:tbl><w:tr><w:tc>{p("Ida: Well?")}{inner}</w:tc></w:tr></w:tbl>'
    transcript = read_file('talk.docx', document(frame))
    assert [turn.text for turn in transcript.turns] == ['Well? Is it?', 'Very. Yes.']


@given(
    st.lists(
        st.lists(
            st.sampled_from(['', 'Ida', 'Ole', 'Speaker', 'Text', '0:05', '3', 'It is.', 'a|b', '[x]']),
            min_size=1, max_size=5,
        ),
        max_size=5,
    )
)  # fmt: skip
def test_every_word_of_a_row_is_in_the_lines(rows):
    numbered = [
        [f'{cell} w{r}{c}w' if cell else '' for c, cell in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    found = ' '.join(lines(table(*numbered)))
    for cell in (cell for row in numbered for cell in row if cell):
        assert all(word in found for word in cell.replace('|', ' ').split())


BOMB = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize('encoding', ['utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'latin-1'])
@pytest.mark.parametrize('name', ['document', 'styles', 'numbering'])
def test_no_part_may_declare_entities_in_any_encoding(encoding, name):
    parts = {'document': part('document', f'<w:body>{p("Ida: Hm.")}</w:body>')}
    root = f'<w:{name} {NAMESPACE}><w:body>&a;</w:body></w:{name}>'
    mark = '\ufeff' if encoding.startswith('utf-16-') else ''
    text = f'{mark}<?xml version="1.0" encoding="{encoding[:6]}"?>{" " * 3000}{BOMB}{root}'
    parts[name] = text.replace('latin', 'iso-8859-1').encode(encoding)
    with pytest.raises(TranscriptError) as caught:
        docx_lines(packed(parts))
    assert caught.value.finding.code == 'docx_invalid'


def test_a_document_in_utf_16_is_read():
    text = part('document', f'<w:body>{p("Ida: Täglich?")}</w:body>').decode()
    text = text.replace('version="1.0"', 'version="1.0" encoding="utf-16"')
    assert docx_lines(packed({'document': text.encode('utf-16')}))[0] == (1, 'Ida: Täglich?')
