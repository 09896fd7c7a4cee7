"""Every format holds every word in order, and each turn after its speaker's name."""

from __future__ import annotations

import re

import pytest
from shown import DOCUMENTS, FORMATS, PDF, make_pdf, shown

# Lines without blank lines between them, curly quotes, a smiley and what only looks like a label
TALK = """\
How a lighthouse is kept
We met at the foot of the stairs.
Ada Reader: Thank you for the tea. “Watch the third step,” you said. Why?
Grace Keeper: It is loose :)
In summer: I mend it. In winter, the salt comes back and undoes what I did.
Nobody else minds it.
Ada Reader: Would you like to tell us how you keep the lamp burning through a whole storm night?
Grace Keeper: I sit beside it.
[laughs] That’s the whole trick.
Comments
Very nice!
"""
PAGE = """\
A light
=======

.. interview::
   :file: light.txt
   :interviewer: Ada Reader
   :interviewee: Grace Keeper
   :end-before: Comments
"""
FILES = {'index.rst': PAGE, 'light.txt': TALK}


def said(text: str) -> list[str]:
    """Return the words of *text*, as every format can show them."""
    text = re.sub(r'(?<=\w)-\n(?=\w)', '', text)
    return re.findall(r'[^\W_]+|:\)', text.replace("'", '’'))


@pytest.mark.parametrize('form', FORMATS)
def test_every_word_is_there_in_order(build, program, form):
    expected = said(TALK.partition('Comments')[0])
    found = said(shown(build, program, form, FILES))
    start = found.index('How')
    assert found[start : start + len(expected)] == expected


@pytest.mark.parametrize('form', ['html', 'latex', 'text'])
def test_each_line_is_a_paragraph_where_no_blank_lines_are(build, program, form):
    tree = build(FILES, 'pseudoxml').read('index.pseudoxml')
    answers = re.split('<interview_answer', tree)[1:]
    assert [answer.split('<interview_exchange')[0].count('<paragraph>') for answer in answers] == [
        3,
        2,
    ]


@pytest.mark.parametrize('engine', PDF)
def test_pdf_lists_and_links_the_questions(build, program, engine):
    pypdf = pytest.importorskip('pypdf')
    link = ':interview:answer:`she sits <light.sitting>`'
    files = FILES | {
        'index.rst': f'{PAGE}\nSee {link}.\n',
        'light.txt': TALK.replace('storm night?', 'storm night? {#sitting}'),
    }
    out = build(
        files, 'latex', latex_engine=engine, latex_domain_indices=False, **DOCUMENTS
    ).app.outdir
    pdf = pypdf.PdfReader(make_pdf(out, program, engine))
    titles = [entry.title for entry in flatten(pdf.outline)]
    assert titles == [
        'Why?',
        'Would you like to tell us how you keep the lamp burning through a whole storm night?',
    ]
    (link,) = [link for page in pdf.pages for link in page['/Annots'].get_object()]
    destination = pdf.named_destinations[link.get_object()['/A']['/D']]
    assert 0 < destination.top - height(pdf, 'I sit beside it') < 30


def height(pdf, words: str) -> float:
    """Return how far above the foot of the page *words* stand, in points."""
    found = []

    def look(text, page, line, *others):
        if words in text:
            found.append(line[4] * page[1] + line[5] * page[3] + page[5])

    pdf.pages[0].extract_text(visitor_text=look)
    return found[0]


def flatten(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flatten(entry)
        else:
            yield entry
