"""Word documents: what their looks, lists and tables become, and what is refused of them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from conversation import read_file
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.interview.transcript.consent.marks import normalised
from sphinxext.interview.transcript.consent.pseudonyms import Pseudonyms
from sphinxext.interview.transcript.consent.restricting import without_marks
from sphinxext.interview.transcript.formats import read, recognise
from sphinxext.interview.transcript.formats.word import docx_lines
from sphinxext.interview.transcript.loading import load
from sphinxext.interview.transcript.model import Transcript, TranscriptError

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
    return [text.marked for _, text in docx_lines(document(body, **parts)) if text]


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
        (p(run('Ida: So', 'b'), run(' late.')), ['**Ida:** So late.']),
        (p(run('Ida: So late?', 'b'), run(' Yes.')), ['**Ida: So late?** Yes.']),
        (p(run('Ida: [0:05] So', 'b'), run(' late.')), ['**Ida:** [0:05] So late.']),
        (p(run('Ida: So late.', 'b')), ['**Ida:** So late.']),
        (p(run('Ida: So late.', 'i')), ['Ida: So late.']),
        (p(run('Ida: So late?', 'i')), ['*Ida: So late?*']),
        (p(run('[A bell.]', 'i')), ['[A bell.]']),
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


def turns(transcript: Transcript) -> list[tuple[str, list[str]]]:
    return [
        (' & '.join(s.name for s in turn.speakers), [p.text for p in turn.paragraphs])
        for turn in transcript.turns
    ]


def test_a_mark_that_means_nothing_is_not_shown():
    body = (
        p(run('Of bread', 'b'))
        + p(run('Ida: ', 'b'), 'Why is it late?') + p(run('Ole: ', 'b'), run('Because', 'b'), ' it is.')
        + p(run('That ', 'b'), 'is so.') + p(run('Every word of it is as I say it here.', 'i'))
        + p(run('Ida:', 'b'), ' Oh?') + p(run('Ole:', 'b'), ' Yes.') + p('* * *') + p(run('The end', 'b'))
    )  # fmt: skip
    transcript = read_file('talk.docx', document(body))
    assert turns(transcript) == [
        ('Ida', ['Why is it late?']),
        ('Ole', ['Because it is.', 'That is so.', 'Every word of it is as I say it here.']),
        ('Ida', ['Oh?']),
        ('Ole', ['Yes.']),
    ]
    assert [paragraph.text for paragraph in transcript.preamble] == ['Of bread']
    assert [paragraph.text for paragraph in transcript.epilogue] == ['The end']


@pytest.mark.parametrize(
    'words',
    ['a * b', '** a', '2*3 is 6', '*late*', '**late** bread', '** Ida: so', '* late', '_late_', 'a***', '*a* **b**'],
)  # fmt: skip
@pytest.mark.parametrize('looks', ['', 'b', 'i'])
def test_an_asterisk_that_somebody_wrote_stays_one(words, looks):
    # A title that is no title of a topic, a paragraph of its own, and words behind a label
    body = p(words) + p(run('Ida: ', 'b'), run(words, looks)) + p(run(words, looks))
    body += p(run('Ole: ', 'b'), 'Yes.') + p('Ida: Why?') + p('Ole: No.')
    transcript = read_file('talk.docx', document(body))
    assert [paragraph.text for paragraph in transcript.preamble] == [words]
    assert turns(transcript)[0] == ('Ida', [words, words])


def test_an_asterisk_in_the_head_and_in_a_heading_stays_one():
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    )
    body = p('B*R*E*A*D', style='T') + p('Oven*', style='H') + p('Ida: Why?') + p('Ole: So.')
    transcript = load(document(body, styles=styles), 'talk.docx')
    assert transcript.metadata['title'] == 'B*R*E*A*D'
    assert transcript.transcript.items[0].title == 'Oven*'


def test_markdown_that_was_pasted_into_word_is_read_where_the_author_says_so():
    body = p('markup: markdown') + p('**Ida:** Is it *late*?') + p('**Ole:** Very.')
    transcript = load(document(body), 'talk.docx').transcript
    assert turns(transcript) == [('Ida', ['Is it *late*?']), ('Ole', ['Very.'])]


FOOTNOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
ENDNOTE = '<w:r><w:endnoteReference w:id="2"/></w:r>'


def box(text: str) -> str:
    inside = f'<w:txbxContent>{p(text)}</w:txbxContent>'
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice>{inside}</mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>'
        '</mc:AlternateContent></w:r>'
    )


def with_notes(body: str, **parts: bytes) -> bytes:
    def notes(kind: str, text: str) -> bytes:
        drawn = f'<w:{kind} w:type="separator" w:id="0">{p("drawn")}</w:{kind}>'
        return part(f'{kind}s', f'{drawn}<w:{kind} w:id="2">{text}</w:{kind}>')

    return packed({
        'document': part('document', f'<w:body>{body}</w:body>'),
        'footnotes': notes('footnote', p('Ole: sold [once],') + p('and again.')),
        'endnotes': notes('endnote', p('At the end.')),
        **parts,
    })  # fmt: skip


def test_footnotes_endnotes_and_boxes_are_notes_below_their_paragraph():
    body = (
        p('Of bread', box('A box.')) + p('Ida: The oven', FOOTNOTE, ' was cold?')
        + p('Ole: Very.', ENDNOTE, box('In the box.')) + p('Ida: Oh?') + p('Ole: Yes.')
    )  # fmt: skip
    transcript = read_file('talk.docx', with_notes(body))
    assert turns(transcript) == [
        ('Ida', ['The oven was cold?', '[Ole: sold (once), and again.]']),
        ('Ole', ['Very.', '[At the end.]', '[In the box.]']),
        ('Ida', ['Oh?']),
        ('Ole', ['Yes.']),
    ]
    assert [turn.text for turn in transcript.turns[:2]] == ['The oven was cold?', 'Very.']
    assert [(p.text, p.kind) for p in transcript.preamble[1:]] == [('[A box.]', 'note')]


def test_notes_and_boxes_of_a_table_stand_below_the_row():
    rows = table(['Speaker', 'Text'], ['Ida', 'Why?'], ['Ole', 'So.']).replace(
        run('Why?'), f'{run("Why?")}{FOOTNOTE}{box("In the box.")}'
    )
    transcript = read_file('talk.docx', with_notes(rows))
    assert turns(transcript) == [
        ('Ida', ['Why?', '[Ole: sold (once), and again.]', '[In the box.]']), ('Ole', ['So.']),
    ]  # fmt: skip


def test_a_note_that_is_referred_to_a_thousand_times_is_shown_once():
    body = p('Ida: Why?', FOOTNOTE * 1000) + p('Ole: So.', FOOTNOTE)
    found = [text for _, text in docx_lines(with_notes(body)) if 'sold' in text]
    assert len(found) == 1


def in_edition(data: bytes, *, is_complete: bool) -> Transcript:
    """Return the transcript of a document with marks of what is restricted."""
    marked = normalised(docx_lines(data))
    transcript = read(marked.lines, form=recognise(marked.lines, 'talk.docx')[0])
    return without_marks(transcript, marked.marks, is_complete=is_complete)


@pytest.mark.parametrize('mark', ['{restricted}', '{restricted turn}', '{Restricted  exchange}'])
@pytest.mark.parametrize('shape', ['paragraphs', 'table'])
def test_notes_of_what_is_restricted_are_restricted(mark, shape):
    secret = f'{run(f"A secret. {mark}")}{FOOTNOTE}{box("In the box.")}'
    if shape == 'table':
        rows = (
            ['Speaker', 'Text'],
            ['Ida', 'Why?'],
            ['Ole', 'Secret'],
            ['Ida', 'Oh?'],
            ['Ole', 'Yes.'],
        )
        body = table(*rows).replace(run('Secret'), secret)
    else:
        body = p('Ida: Why?') + p('Ole: ', secret) + p('Ida: Oh?') + p('Ole: Yes.')
    public = repr(in_edition(with_notes(body), is_complete=False))
    assert not [words for words in ('secret', 'sold', 'In the box') if words in public]
    complete = in_edition(with_notes(body), is_complete=True)
    (answer, _) = (words for name, words in turns(complete) if name == 'Ole')
    assert answer == ['A secret.', '[Ole: sold (once), and again.]', '[In the box.]']


@pytest.mark.parametrize(
    'braces', ['{restricted exchange}', '{#why}', '{restricted exchange} {#why}']
)
def test_braces_do_not_change_how_a_line_looks(braces):
    body = ''.join(
        p(run(f'{question}?{f" {braces}" * (question == "More")}', 'b')) + p('Yes.')
        for question in ('Now', 'More', 'Once', 'Why')
    )
    complete = in_edition(document(body), is_complete=True)
    assert [turn.role for turn in complete.turns] == ['interviewer', 'interviewee'] * 4
    public = in_edition(document(body), is_complete=False)
    shown = [turn.text for turn in public.turns if turn.text]
    is_public = 'restricted' not in braces
    assert [text.split()[0] for text in shown[::2]] == [
        'Now?',
        *['More?'] * is_public,
        'Once?',
        'Why?',
    ]


@pytest.mark.parametrize(
    ('paragraphs', 'expected'),
    [
        # The looks are how it is known who speaks
        (
            [run('What does Ada Reader do?', 'b'), 'She reads.'],
            ['What does Nobody do?', 'She reads.'],
        ),
        # A name of which only a part is bold is hidden, too
        (
            [run('Why?', 'b'), run('Ada', 'b') + run(' Reader 5 * 3 said so.')],
            ['Why?', 'Nobody 5 * 3 said so.'],
        ),
    ],
)
def test_a_pseudonym_does_not_change_how_a_document_looks(paragraphs, expected):
    body = ''.join(map(p, [*paragraphs, run('More?', 'b'), 'Yes.', run('Once?', 'b'), 'No.']))
    lines = Pseudonyms({'Ada Reader': 'Nobody'}).hide_lines(docx_lines(document(body)))
    transcript = read(lines, form=recognise(lines, 'talk.docx')[0])
    assert [turn.text for turn in transcript.turns] == [*expected, 'More?', 'Yes.', 'Once?', 'No.']
    assert [turn.role for turn in transcript.turns] == ['interviewer', 'interviewee'] * 3


def test_notes_do_not_change_the_numbers_of_paragraphs():
    body = p('Ida: Why?', FOOTNOTE, box('A box.')) + table(['Ole', 'So.'], ['Ida', 'Oh.'])
    found = docx_lines(with_notes(body + p('Ole: Yes.')))
    assert [number for number, text in found if text] == [1, 1, 1, 2, 3, 4]


def test_what_is_no_words_of_the_conversation_is_reported_once():
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    deleted = '<w:del><w:r><w:delText>never</w:delText></w:r></w:del>'
    body = (
        p('Ida: Why?', comment) + p('Ole: So', deleted, ' so.', comment) + p('Ida: Oh?')
        + table(['Ole', 'Yes.'], ['Ida', 'No?']).replace('</w:p>', f'{deleted}</w:p>')
    )  # fmt: skip
    parts = {'header2': part('hdr', p('Draft')), 'footer1': part('ftr', p(' '))}
    transcript = read_file('talk.docx', with_notes(body, **parts))
    assert turns(transcript)[1] == ('Ole', ['So so.'])
    assert [(f.line, f.level, f.text) for f in transcript.findings if f.code == 'docx_unshown'] == [
        (1, 'info', 'the document has comments, which aren’t shown'),
        (2, 'info', 'the document has tracked deletions, which aren’t shown'),
        (5, 'info', 'the document has headers of the pages, which aren’t shown'),
    ]


def test_a_document_in_the_document_is_a_warning_for_its_words_are_not_shown():
    body = p('Ida: Why?') + '<w:altChunk/>' + p('Ole: So.')
    transcript = read_file('talk.docx', document(body))
    found = [(f.code, f.level, f.line) for f in transcript.findings]
    assert ('docx_unshown', 'warning', 2) in found


_PIECES = st.sampled_from(['{}', 'note', 'box', 'bold', 'formula', 'sdt', 'ins'])


@given(st.lists(st.tuples(st.booleans(), st.lists(_PIECES, max_size=4)), max_size=5))
def test_no_word_of_the_body_is_lost_or_shown_twice(blocks):
    wanted, notes, body = [], '', ''
    for in_table, pieces in blocks:
        runs = []
        for piece in pieces:
            word = f'w{len(wanted)}w'
            wanted.append(word)
            if piece == 'note':
                notes += f'<w:footnote w:id="{word}">{p(word)}</w:footnote>'
            runs.append({
                '{}': run(f' {word} '),
                'note': f'<w:r><w:footnoteReference w:id="{word}"/></w:r>',
                'box': box(word),
                'bold': run(f' {word} ', 'b'),
                'formula': f'<m:oMath xmlns:m="m"><m:r><m:t> {word} </m:t></m:r></m:oMath>',
                'sdt': f'<w:sdt><w:sdtContent>{run(f" {word} ")}</w:sdtContent></w:sdt>',
                'ins': f'<w:ins>{run(f" {word} ")}</w:ins>',
            }[piece])  # fmt: skip
        paragraph = p('Ida: Hm, ', *runs)
        cells = f'<w:tr><w:tc>{p("Ole")}</w:tc><w:tc>{paragraph}</w:tc></w:tr>'
        body += f'<w:tbl>{cells}</w:tbl>' if in_table else paragraph
    data = packed({
        'document': part('document', f'<w:body>{body}</w:body>'),
        'footnotes': part('footnotes', notes),
    })  # fmt: skip
    found = re.findall(r'w\d+w', ' '.join(text for _, text in docx_lines(data)))
    assert sorted(found) == sorted(wanted)


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


@pytest.mark.parametrize('first', [['WEBVTT'], []])
@pytest.mark.parametrize('number', ['1', ''])
def test_captions_that_were_pasted_are_read_as_captions(first, number):
    cues = [
        ('00:00:01.000 --> 00:00:04.000', 'Ada: Why', 'so late?'),
        ('00:00:05.000 --> 00:00:09.000', 'Bo: Rain.'),
    ]
    texts = [*first, *(text for cue in cues for text in (number, *cue) if text)]
    transcript = read_file(
        'talk.docx', document(''.join(p(run(text.replace('>', '&gt;'))) for text in texts))
    )
    assert turns(transcript) == [('Ada', ['Why so late?']), ('Bo', ['Rain.'])]
    assert [turn.time for turn in transcript.turns] == [1, 5]


def test_an_arrow_in_a_document_makes_no_captions_of_it():
    texts = ['Ada: Why?', 'Bo: See 1:00 --> 2:00 on tape.', 'Ada: I see.', 'Bo: Good.']
    transcript = read_file(
        'talk.docx', document(''.join(p(run(text.replace('>', '&gt;'))) for text in texts))
    )
    assert len(transcript.turns) == 4
