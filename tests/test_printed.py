"""The PDF as a reader prints it: what stands on which page, and in what type."""

from __future__ import annotations

import random
import re

import pytest
from conftest import PEOPLE
from shown import DOCUMENTS, PDF, make_pdf, run

HEAD = f'Host\n====\n\n.. interview:: On light\n   :file: talk.txt\n   :name: talk\n{PEOPLE}'


@pytest.fixture
def printed(build, program):
    """Return a function that makes a PDF of files and opens it, and one that gives its pages' words."""
    pypdf = pytest.importorskip('pypdf')

    def read(files, engine='pdflatex', **config):
        options = DOCUMENTS | {'latex_engine': engine, 'root_doc': 'index'} | config
        path = make_pdf(build(files, 'latex', **options).app.outdir, program, engine)
        pages = run(program('pdftotext'), '-layout', path, '-').split('\f')
        pdf = pypdf.PdfReader(path)
        pdf.entries, pdf.labels = (path.with_suffix(end).read_text() for end in ('.idx', '.aux'))
        return pdf, pages

    return read


def long_talk() -> str:
    """Return a talk whose turns end at every height of a page."""
    choice = random.Random(4).choice
    talk = []
    for number in range(160):
        if number % 7 == 0:
            talk.append(f'# Topic topic {number}')
        talk.append(f'Ada: {number} {"asks " * choice([3, 8, 20, 60, 120, 200])}indeed?')
        talk += [
            f'{choice(["Grace", "Pip"])}: {"tells " * choice([2, 15, 40, 150, 400])}.'
            for _ in range(choice([1, 1, 2, 3]))
        ]
    return '\n\n'.join(talk)


def test_no_page_ends_with_a_question_or_a_heading(printed):
    page = f'{HEAD}   :participant: Pip\n   :contents: none\n'
    config = {'latex_domain_indices': False}
    pdf, pages = printed({'index.rst': page, 'talk.txt': long_talk()}, **config)
    assert len(pdf.pages) > 30
    for words in pages:
        lines = [line for line in words.splitlines() if re.search('asks|tells|topic', line)]
        assert not lines or 'tells' in lines[-1], words


def test_links_and_index_entries_lead_to_the_page_on_which_the_question_stands(printed):
    files = {'index.rst': f'{HEAD}   :participant: Pip\n', 'talk.txt': long_talk()}
    config = {'interview_genindex': ['questions'], 'latex_domain_indices': False}
    pdf, pages = printed(files, **config)
    stands = {}
    for number, words in enumerate(pages):
        for asked in re.findall(r'Reader: (\d+) asks', words):
            stands.setdefault(asked, number)
    assert len(stands) == 160
    marks = {}
    for name, target in pdf.named_destinations.items():
        if found := re.search(r'talk\.(\d+)-asks[^.]*\.3$', name):
            marks[found[1]] = pdf.get_destination_page_number(target)
    assert marks == stands
    labels = re.findall(r'newlabel\{index:talk\.(\d+)-asks[^.]*?\}\{\{\}\{(\d+)\}', pdf.labels)
    entries = re.findall(r'indexentry\{(\d+) asks.*\{(\d+)\}$', pdf.entries, re.MULTILINE)
    for found in (labels, entries):
        assert {asked: int(number) - 1 for asked, number in found} == stands


def test_a_time_leads_into_a_recording_that_is_on_the_web(printed):
    talk = 'A: [00:36] Why?\n\nG: [1:00:00.5] So.\n'
    address = 'https://example.org/a_b%20c.mp3?x=1&y=2'
    files = {'index.rst': f'{HEAD}   :recording: {address}\n', 'talk.txt': talk}
    pdf, pages = printed(files, latex_domain_indices=False)
    notes = (note.get_object() for page in pdf.pages for note in page.get('/Annots', ()))
    targets = [note['/A'].get('/URI') for note in notes if '/A' in note]
    times = [target for target in targets if target and '#t=' in target]
    assert times == [f'{address}#t=36', f'{address}#t=3600.5']
    assert '00:36' in ''.join(pages)


def test_headings_are_in_the_documents_own_style(build):
    talk = '# Beginnings\n\nAda: Why?\n\nGrace: So.\n'
    files = {'index.rst': HEAD, 'talk.txt': talk}
    tex = build(files, 'latex', **DOCUMENTS).read('talk.tex')
    assert r'\sphinxinterviewtitle{section}{On light}' in tex
    assert r'\sphinxinterviewtopic{subsection}{Beginnings}' in tex


def test_contents_list_interviews_and_questions_only_where_asked(printed):
    files = {'index.rst': f'{HEAD}', 'talk.txt': 'Ada: Why is it lit?\n\nGrace: So.\n'}
    documents = [('index', 'talk.tex', 'x', 'x', 'manual')]
    config = {'latex_documents': documents, 'latex_domain_indices': False}
    host = {'host.rst': files.pop('index.rst'), 'index.rst': 'T\n=\n\n.. toctree::\n\n   host\n'}
    pdf, pages = printed(files | host, **config)
    (contents,) = [page for page in pages if 'CONTENTS' in page and '. . .' in page]
    assert 'On light' in contents
    assert 'Why is it lit?' not in contents
    assert ['On light', ['Why is it lit?']] in outline(pdf)
    asked = r'\sphinxinterviewlistquestionstrue\setcounter{tocdepth}{3}'
    pdf, pages = printed(files | host, latex_elements={'preamble': asked}, **config)
    (contents,) = [page for page in pages if 'CONTENTS' in page and '. . .' in page]
    assert contents.index('On light') < contents.index('Why is it lit?')
    assert ['On light', ['Why is it lit?']] in outline(pdf)


def outline(pdf):
    """Return each entry of the outline that has others below, with their titles."""
    found = []

    def walk(entries):
        for entry, below in zip(entries, [*entries[1:], None], strict=True):
            if isinstance(entry, list):
                walk(entry)
            elif isinstance(below, list):
                titles = [one.title for one in below if not isinstance(one, list)]
                found.append([entry.title, titles])

    walk(pdf.outline)
    return found


INDICES = {
    'index.rst': f'{HEAD}\nSee :ref:`interview-index` and :ref:`who speaks <interview-speakerindex>`.\n',
    'talk.txt': 'Ada: Why is it lit?\n\nGrace: So.\n',
}


@pytest.mark.parametrize('engine', PDF)
def test_indices_are_in_the_type_of_the_text_with_questions_below_and_can_be_led_to(
    printed, engine
):
    pdf, pages = printed(INDICES, engine)
    number, index = next((n, p) for n, p in enumerate(pages) if re.search('^ *O$', p, re.MULTILINE))
    head, below = (re.search(rf'^( *){text}', index, re.MULTILINE) for text in ('On light', 'Why'))
    assert len(below[1]) > len(head[1])
    assert 'On light (Ada Reader and Grace Keeper), ' in index
    fonts = {font['/BaseFont'] for font in pdf.pages[number]['/Resources']['/Font'].values()}
    assert not {font for font in fonts if re.search('Mono|Cursor|Courier|cmtt|txtt', font)}
    links = [link.get_object() for link in pdf.pages[0]['/Annots'].get_object()]
    targets = [pdf.named_destinations[link['/A']['/D']] for link in links if '/A' in link]
    places = [pdf.get_destination_page_number(target) for target in targets]
    assert number in places
    assert number + 1 in places
    assert 'See Interviews and who speaks.' in pages[0]


def test_indices_that_are_not_printed_are_named(build):
    config = DOCUMENTS | {'latex_domain_indices': ['interview-speakerindex']}
    tex = build(INDICES, 'latex', **config).read('talk.tex')
    assert tex.count(r'\begin{sphinxinterviewindex}') == 1
    assert r'\begin{sphinxinterviewindex}{Speakers}' in tex
    assert re.search(r'See Interviews and \{\\hyperref.*?interview-speakerindex::doc', tex)
    assert r'\begin{sphinxtheindex}' not in tex


@pytest.mark.parametrize('builder', ['texinfo', 'man'])
def test_other_manuals_name_the_indices(build, builder):
    name = {'texinfo': 'talk.texi', 'man': 'talk.1'}[builder]
    text = build(INDICES, builder, **DOCUMENTS).read(name)
    assert 'See Interviews and who speaks' in text


def test_indices_of_other_domains_stay_with_sphinx(build):
    page = f'{INDICES["index.rst"]}\n.. py:module:: lamp\n'
    tex = build(INDICES | {'index.rst': page}, 'latex', **DOCUMENTS).read('talk.tex')
    assert r'\renewcommand{\indexname}{Python Module Index}' in tex
    assert tex.count(r'\begin{sphinxtheindex}') == 1


def test_notes_and_where_it_is_cited_stand_apart(build):
    talk = 'Ada: Why?\n\nGrace: So.\n\n[Editor’s note: in spring.]\n\n[A bell.]\n\nAnd so.\n'
    other = 'Other\n=====\n\n:interview:quote:`So <talk.why>`\n'
    index = f'{HEAD}\n.. toctree::\n\n   other\n'
    files = {'index.rst': index, 'other.rst': other, 'talk.txt': talk}
    tex = build(files, 'latex', **DOCUMENTS).read('talk.tex')
    notes = re.findall(r'\\begin\{sphinxinterviewnote\}(.*?)\\end', tex, re.DOTALL)
    assert ['in spring' in notes[0], 'bell' in notes[1]] == [True, True]
    assert r'\DUrole{interview-cited-in}{Cited in: ' in tex


@pytest.mark.parametrize('engine', PDF)
def test_a_name_looks_the_same_where_it_is_a_link(printed, engine):
    profile = '\n.. interview:speaker:: Grace Keeper\n'
    talk = 'Ada: Why?\n\nGrace: So.\n\nAda: When?\n\nGrace: Now.\n'
    preamble = (
        r'\renewcommand{\sphinxinterviewspeaker}[1]{\textsf{#1}}'  # as the documentation does
    )
    config = {'latex_elements': {'preamble': preamble}}
    pdf, _ = printed({'index.rst': HEAD + profile, 'talk.txt': talk}, engine, **config)
    looks = set()

    def look(text, page, line, font, size):
        if 'Keeper:' in text or text.strip() == 'Grace Keeper':
            looks.add(font['/BaseFont'])

    pdf.pages[0].extract_text(visitor_text=look)
    assert not {font for font in looks if 'Ital' in font or 'Obl' in font}
