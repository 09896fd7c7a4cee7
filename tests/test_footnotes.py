"""Footnotes of transcripts are told apart from each other, and from those of the page."""

from __future__ import annotations

import json
import re
from textwrap import indent

import lxml.html
import pytest

OPTIONS = '   :file: {0}\n   :interviewer: Ada\n   :interviewee: Grace\n'
#: Pages by what they are written in; each shows two files, and has a footnote of its own.
RST = f"""\
Talks
=====

Own [1]_.

.. interview:: One
{OPTIONS.format('one.txt')}   :markup: markdown

.. interview:: Two
{OPTIONS.format('two.txt')}   :markup: markdown

.. [1] The page’s.
"""
MD = f"""\
# Talks

Own[^1].

```{{interview}} One
{OPTIONS.format('one.txt')}   :markup: markdown
```

```{{interview}} Two
{OPTIONS.format('two.txt')}   :markup: markdown
```

[^1]: The page’s.
""".replace('\n   :', '\n:').replace('   :file', ':file')
FILES = {
    f'{name}.txt': f'Ada: Why?\n\nGrace: For {name}[^1], and more[^more].\n\n'
    f'[^1]: The first of {name}.\n\n[^more]: More of {name}.\n'
    for name in ('one', 'two', 'zwei')
}
WORDS = [
    'The page’s.',
    *(f'{text} of {name}.' for name in ('one', 'two') for text in ('The first', 'More')),
]


def noted(page) -> list[tuple[str, str]]:
    """Return the words in front of each mark, and those of the footnote that it leads to."""
    found = []
    for mark in page.xpath('//a[contains(@class, "footnote-reference")]'):
        (note,) = page.xpath('//aside[@id = $id]', id=mark.get('href')[1:])
        before = mark.getprevious()
        text = before.tail if before is not None else mark.getparent().text
        found.append((text.split()[-1], note.xpath('string(./p)')))
    return found


@pytest.fixture(params=['rst', 'above', 'md'])
def pages(request):
    config = {}
    if request.param == 'md':
        pytest.importorskip('myst_parser')
        config = {
            'extensions': ['sphinxext.interview', 'myst_parser'],
            'source_suffix': {'.rst': 'restructuredtext', '.md': 'markdown'},
        }
    page = MD if request.param == 'md' else RST
    if request.param == 'above':
        page = RST.replace('Own [1]_.\n', 'Own [1]_.\n\n.. [1] The page’s.\n').removesuffix(
            '.. [1] The page’s.\n'
        )
    suffix = 'md' if request.param == 'md' else 'rst'
    return FILES | {f'index.{suffix}': page}, config


def test_marks_lead_to_the_footnotes_of_their_own_file(build, pages):
    pytest.importorskip('myst_parser')
    files, config = pages
    page = build(files, exclude_patterns=['*.txt'], **config).page()
    assert noted(page) == [
        ('Own', 'The page’s.'),
        ('one', 'The first of one.'),
        ('more', 'More of one.'),
        ('two', 'The first of two.'),
        ('more', 'More of two.'),
    ]
    numbers = page.xpath('//aside//span[@class="label"]')
    assert len({number.text_content() for number in numbers}) == len(WORDS)


@pytest.mark.parametrize(
    'builder', ['text', 'latex', 'epub', 'man', 'texinfo', 'singlehtml', 'xml']
)
def test_no_footnote_is_lost(build, pages, builder):
    pytest.importorskip('myst_parser')
    files, config = pages
    built = build(files, builder, **config)
    written = [path for path in built.app.outdir.rglob('*') if path.is_file()]
    text = '\n'.join(path.read_bytes().decode('utf-8', 'replace') for path in written)
    text = text.replace("'", '’')
    for words in WORDS:
        assert words in text, words


def test_labels_of_one_file_are_kept(build):
    pytest.importorskip('myst_parser')
    page = f'Talks\n=====\n\n.. interview:: One\n{OPTIONS.format("one.txt")}   :markup: markdown\n'
    text = 'Ada: Why?\n\nGrace: So[^7].\n\n[^7]: Seven.\n'
    page = build({'index.rst': page, 'one.txt': text}).page()
    assert page.xpath('string(//aside//span[@class="label"])') == '[7]'


def test_a_translation_has_its_own_footnotes(build):
    pytest.importorskip('myst_parser')
    options = f'{OPTIONS.format("one.txt")}   :markup: markdown\n   :language: en\n'
    options += '   :translation: zwei.txt\n   :translation-language: de\n'
    page = build(FILES | {'index.rst': f'Talks\n=====\n\n.. interview:: One\n{options}'}).page()
    assert noted(page) == [
        ('one', 'The first of one.'),
        ('more', 'More of one.'),
        ('zwei', 'The first of zwei.'),
        ('more', 'More of zwei.'),
    ]
    languages = [note.get('lang') for note in page.xpath('//aside[@role="doc-footnote"]')]
    assert languages == [None, None, 'de', 'de']


def test_files_of_restructuredtext_have_their_own_footnotes(build):
    files = {
        f'{name}.txt': f'Ada: Why?\n\nGrace: For {name} [1]_, and more [#more]_.\n\n'
        f'.. [1] The first of {name}.\n.. [#more] More of {name}.\n'
        for name in ('one', 'two')
    }
    page = RST.replace('markdown', 'rst')
    assert noted(build(files | {'index.rst': page}).page())[1:] == [
        ('one', 'The first of one.'),
        ('more', 'More of one.'),
        ('two', 'The first of two.'),
        ('more', 'More of two.'),
    ]


INLINE = """\
```{{interview}} {0}
:name: {0}
:interviewer: Ada
:interviewee: Grace

Ada: Why?

Grace: For {0}[^1], and more[^page].

[^1]: The first of {0}.
```
"""


def test_content_has_its_own_footnotes_and_may_have_those_of_the_page(build):
    pytest.importorskip('myst_parser')
    page = f'# Talks\n\n{INLINE.format("one")}\n{INLINE.format("two")}\n[^page]: The page’s.\n'
    extensions = ['sphinxext.interview', 'myst_parser']
    config = {'extensions': extensions, 'source_suffix': {'.md': 'markdown'}}
    assert noted(build({'index.md': page}, **config).page()) == [
        ('one', 'The first of one.'), ('more', 'The page’s.'),
        ('two', 'The first of two.'), ('more', 'The page’s.'),
    ]  # fmt: skip


def test_an_interview_in_an_interview_has_its_own_footnotes(build):
    inner = (
        '.. interview::\n   :name: inner\n   :interviewer: Ada\n   :interviewee: Grace\n\n'
        '   Ada: Why?\n\n   Grace: For two [1]_.\n\n   .. [1] The first of two.\n'
    )
    text = 'Talks\n=====\n\n.. interview:: One\n   :interviewer: Ada\n   :interviewee: Grace\n\n'
    text += indent(
        f'Ada: Why?\n\nGrace: For one [1]_.\n\n.. [1] The first of one.\n\n{inner}', '   '
    )
    page = build({'index.rst': text}).page()
    assert noted(page) == [('one', 'The first of one.'), ('two', 'The first of two.')]


def test_a_translated_message_keeps_its_mark(build):
    pytest.importorskip('myst_parser')
    po = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "For one[^1], and more[^more]."\nmsgstr "Für eins[^1] und mehr[^more]."\n'
    )
    files = FILES | {'index.md': MD, 'locale/de/LC_MESSAGES/index.po': po}
    config = {'source_suffix': {'.md': 'markdown'}, 'locale_dirs': ['locale'], 'language': 'de'}
    built = build(files, extensions=['sphinxext.interview', 'myst_parser'], **config)
    assert noted(built.page())[1:3] == [('eins', 'The first of one.'), ('mehr', 'More of one.')]


BESIDE = """\
Talks
=====

.. interview::
   :name: boats
   :interviewer: Ada
   :interviewee: Grace

   Ada: Why *so* [#]_?

   .. [#] Is this a question of the author?

   Grace: Because [#]_ of it.

   .. [#] Editors said this.

   .. figure:: dot.png

      A caption says this.

      A legend says this.

   .. note:: The author says this.

   And more so.
"""


def test_the_words_of_footnotes_captions_and_notes_are_nobodys(build):
    quotes = ''.join(
        f':interview:quote:`{words} <boats.why-so.grace>`\n\n'
        for words in (
            'Because of it. And more so.',
            *('Editors said this.', 'A caption says this.', 'A legend says this.'),
            'The author says this.',
        )
    )
    files = {'index.rst': f'{BESIDE}\n{quotes}', 'dot.png': b''}
    built = build(files, warns=True)
    warnings = built.warnings.splitlines()
    assert [line.split('does not say so')[0].split(': ')[-1] for line in warnings] == [
        "'boats.why-so.grace' "
    ] * 4
    (data,) = built.page().xpath('//script[contains(., "Question")]/text()')
    assert json.loads(data)['hasPart'][0]['name'] == 'Why so?'


EXCERPT = 'Other\n=====\n\nOwn [#]_.\n\n.. interview:excerpt:: {}\n\n.. [#] The other page’s.\n'
CHAIN = (
    'Ada: Why?\n\nGrace: For one[^1].\n\nAda: And then?\n\nGrace: Then two[^2].\n\n'
    '[^1]: The first of one, see[^3].\n\n[^2]: The second.\n\n[^3]: The third.\n'
)


def excerpts(build, target: str, builder: str = 'html', talk: str = CHAIN):
    pytest.importorskip('myst_parser')
    index = f'Talks\n=====\n\n.. interview:: One\n{OPTIONS.format("one.txt")}   :markup: markdown\n'
    files = {
        'index.rst': f'{index}\n.. toctree::\n\n   other\n',
        'other.rst': EXCERPT.format(target),
        'one.txt': talk,
    }
    return build(files, builder)


@pytest.mark.parametrize('builder', ['html', 'singlehtml', 'epub'])
def test_an_excerpt_has_its_footnotes_and_theirs(build, builder):
    pages = list(excerpts(build, 'one.why', builder).app.outdir.rglob('*.*html'))
    trees = [lxml.html.parse(path) for path in pages]
    (shown,) = (
        e for tree in trees for e in tree.xpath('//*[@class="interview interview-excerpt"]')
    )
    notes = shown.xpath('.//aside[contains(@class, "footnote ")]/p[1]')
    assert [' '.join(note.text_content().split()).split('[')[0] for note in notes] == [
        'The first of one, see', 'The third.',
    ]  # fmt: skip
    for mark in shown.xpath('.//a[contains(@class, "footnote-reference")]/@href'):
        assert shown.xpath('.//aside[@id = $id]', id=mark.partition('#')[2])


def test_an_excerpt_of_all_has_all_footnotes(build):
    shown = excerpts(build, 'one').page('other').find_class('interview-excerpt')[0]
    notes = [note.text_content() for note in shown.xpath('.//aside[@role="doc-footnote"]/p')]
    assert [note.split(',')[0] for note in notes] == [
        'The first of one',
        'The third.',
        'The second.',
    ]


def test_footnotes_of_an_excerpt_are_printed_with_it(build):
    built = excerpts(build, 'one.why', 'latex')
    (path,) = built.app.outdir.glob('*.tex')
    other = path.read_text('utf-8').partition(r'\label{\detokenize{other::doc}}')[2]
    noted = re.findall(
        r'\\begin\{footnote(?:text)?\}\[\d+\]\\sphinxAtStartFootnote\n(.*?)\n', other
    )
    assert [words.split(',')[0] for words in noted] == [
        'The other page’s.', 'The first of one', 'The third.',
    ]  # fmt: skip


def test_an_excerpt_is_written_again_with_its_footnotes(build):
    excerpts(build, 'one.why')
    page = excerpts(build, 'one.why', talk=CHAIN.replace('The third', 'The last')).page('other')
    assert 'The last.' in page.text_content()
