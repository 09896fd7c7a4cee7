"""An interview and its translation, side by side."""

from __future__ import annotations

import json

import pytest
from conftest import PEOPLE

ENGLISH = """\
How we met.

# Beginnings

A: Do you like tests?

G: I do, "very" much.

G: They tell me when I am wrong.

A: Why? {#reason}

G: Because.

[laughs]

# Ends

A: And docs?

G: Those, too.
"""
GERMAN = """\
Wie wir uns trafen.

# Anfänge

A: Mögen Sie Tests?

G: Ja, "sehr".

G: Sie sagen mir, wenn ich irre.

A: Warum?

G: Darum.

[lacht]

# Enden

A: Und die Dokumentation?

G: Die auch.
"""
OPTIONS = f"""\
   :file: talk.txt
   :translation: talk.de.txt
   :translation-language: de
{PEOPLE}"""
HOST = f'Host\n====\n\n.. interview:: Tests\n{OPTIONS}'
FILES = {'index.rst': HOST, 'talk.txt': ENGLISH, 'talk.de.txt': GERMAN}


def beside(page):
    """Return what stands in the one language, and behind it in the other, as text."""
    return [
        (part.get('id', ''), ' '.join(part.text_content().split()))
        for part in page.find_class('interview')[0]
        if 'interview-exchange' in part.get('class') or 'interview-translation' in part.get('class')
    ]


def test_each_exchange_has_its_translation_behind_it(build):
    built = build(FILES)
    page = built.page()
    assert beside(page) == [
        ('', 'Wie wir uns trafen.'),
        ('', 'Anfänge'),
        (
            'talk.do-you-like-tests',
            (
                'Ada Reader: Do you like tests?¶ '
                'Grace Keeper: I do, “very” much. They tell me when I am wrong.¶'
            ),
        ),
        (
            '',
            'Ada Reader: Mögen Sie Tests? Grace Keeper: Ja, „sehr“. Sie sagen mir, wenn ich irre.',
        ),
        ('talk.reason', 'Ada Reader: Why?¶ Grace Keeper: Because. [laughs]¶'),
        ('', 'Ada Reader: Warum? Grace Keeper: Darum. [lacht]'),
        ('', 'Enden'),
        ('talk.and-docs', 'Ada Reader: And docs?¶ Grace Keeper: Those, too.¶'),
        ('', 'Ada Reader: Und die Dokumentation? Grace Keeper: Die auch.'),
    ]
    for part in page.find_class('interview-translation'):
        assert (part.get('lang'), part.get('dir')) == ('de', 'ltr')
    levels = [h.tag for h in page.find_class('interview-topic')]
    assert levels == ['h3'] * 4
    assert 'parallel.css' in built.read('index.html')


def test_addresses_contents_and_search_know_the_original_only(build):
    built = build(FILES)
    alone = build({**FILES, 'index.rst': HOST.replace('   :translation: talk.de.txt\n', '')
                   .replace('   :translation-language: de\n', '')}, where='alone')  # fmt: skip
    toc = built.app.env.tocs['index'].astext()
    assert toc == alone.app.env.tocs['index'].astext()
    ids = {element.get('id') for element in built.page().iter() if element.get('id')}
    assert ids == {element.get('id') for element in alone.page().iter() if element.get('id')}
    assert 'parallel.css' not in alone.read('index.html')
    assert 'dokument' in built.read('searchindex.js')


def test_a_translation_in_hebrew_runs_from_right_to_left_with_names_of_its_own(build):
    hebrew = (
        'Language: he\nInterviewer: עדה\nInterviewee: גרייס\n\nעדה: למה?\n\nגרייס: ככה, "כן".\n'
    )
    options = f'   :file: talk.txt\n   :translation: talk.he.txt\n{PEOPLE}'
    files = {
        'index.rst': f'Host\n====\n\n.. interview::\n{options}',
        'talk.txt': 'A: Why?\n\nG: So.\n',
        'talk.he.txt': hebrew,
    }
    (part,) = build(files).page().find_class('interview-translation')
    assert (part.get('lang'), part.get('dir')) == ('he', 'rtl')
    assert [name.text_content() for name in part.iter('bdi')] == ['עדה', 'גרייס']
    assert not part.xpath('.//*[@dir="auto"]')


def test_what_does_not_match_is_said_at_its_line_and_stands_alone(build):
    german = GERMAN.replace('A: Warum?\n\nG: Darum.\n\n[lacht]\n', '').replace('G: Die', 'Pip: Die')
    files = {**FILES, 'talk.de.txt': f'{german}\nA: Danke?\n\nG: Bitte.\n'}
    built = build(files | {'index.rst': f'{HOST}   :participant: Pip\n'}, warns=True)
    lines = built.warnings.splitlines()
    assert [
        line.partition(' WARNING: ')[0] for line in lines if 'interview.translation' in line
    ] == [
        'talk.de.txt:5:',
        'talk.de.txt:14:',
        'talk.de.txt:14:',
    ]
    shown = beside(built.page())
    assert ('talk.reason', 'Ada Reader: Why?¶ Grace Keeper: Because. [laughs]¶') in shown
    words = built.page().text_content()
    for word in (
        'Anfänge',
        'Mögen',
        'irre',
        'Dokumentation',
        'Die auch',
        'Danke',
        'Bitte',
        'Those',
    ):
        assert word in words


def test_an_address_pairs_an_exchange_by_hand(build):
    german = GERMAN.replace('A: Mögen Sie Tests?\n\nG: Ja, "sehr".\n\n', '').replace(
        'G: Sie sagen mir, wenn ich irre.\n\n', ''
    )
    german = german.replace('A: Warum?', 'A: Warum? {#reason}')
    built = build({**FILES, 'talk.de.txt': german}, warns=True)
    shown = beside(built.page())
    assert shown[shown.index(('talk.reason', 'Ada Reader: Why?¶ Grace Keeper: Because. [laughs]¶')) + 1] == (
        '',
        'Ada Reader: Warum? Grace Keeper: Darum. [lacht]',
    )  # fmt: skip
    assert built.warnings.count('interview.translation') == 1


@pytest.mark.parametrize(
    ('options', 'warning'),
    [
        (':translation: none.txt', "index.rst:4: ERROR: file 'none.txt' can’t be read"),
        (':translation: bad.txt', 'bad.txt:1: ERROR: '),
        (':translation-language: Deutsch (alt)', 'is no language; write a code like de or pt-BR'),
        ('', 'the language of a translation isn’t known; say it with :translation-language:'),
    ],
)
def test_the_original_is_shown_whatever_its_translation_is(build, options, warning):
    host = HOST.replace('   :translation-language: de\n', f'   {options}\n' if options else '')
    if ':translation:' in options:
        host = host.replace('   :translation: talk.de.txt\n', '')
    built = build({**FILES, 'index.rst': host, 'bad.txt': b'\x00\xff\x00\x00'}, warns=True)
    assert warning in built.warnings
    assert 'Those, too.' in built.page().text_content()


QUOTING = """\
Quoting
=======

:interview:quote:`Darum <talk.reason>`, :interview:quote:`Because <talk.reason>`,
:interview:quote:`Wie wir uns trafen <talk>`.

.. interview:quote:: talk.and-docs

   Die auch.

.. interview:excerpt:: talk.reason
   :show: answer
"""


def test_quotations_find_both_languages_and_name_the_speaker(build):
    quoting = QUOTING.replace(',\n:interview:quote:`Wie wir uns trafen <talk>`', '')
    built = build(
        {**FILES, 'index.rst': HOST + '\n.. toctree::\n\n   quoting\n', 'quoting.rst': quoting}
    )
    page = built.page('quoting')
    links = [link.get('href') for link in page.find_class('interview-quote')[0].iter('a')]
    assert links == ['index.html#talk.reason.g:~:text=Grace%20Keeper%3A-,Darum']
    assert page.xpath('//blockquote//p[contains(., "Grace Keeper")]')
    data = [json.loads(s.text) for s in page.xpath('//script[@type="application/ld+json"]')]
    spoken = [
        (one['text'], one['inLanguage'])
        for d in data
        for one in d.get('@graph', ())
        if 'text' in one
    ]
    assert ('Darum', 'de') in spoken
    assert ('Because', 'en') in spoken
    excerpt = page.find_class('interview-excerpt')[0]
    assert [
        t.text_content().split(': ')[1].split() for t in excerpt.find_class('interview-turn')
    ] == [
        ['Because.', '[laughs]'],
        ['Darum.', '[lacht]'],
    ]
    assert excerpt.find_class('interview-translation')[0].get('lang') == 'de'
    assert 'parallel.css' in built.read('quoting.html')
    uses = built.page().find_class('interview-uses')
    assert [one.getparent().get('id') for one in uses] == ['talk.reason.g', 'talk.and-docs.g']


def test_wrong_words_of_a_translation_are_found_wrong(build):
    quoting = 'Q\n=\n\n:interview:quote:`Darum nicht <talk.reason>`\n'
    built = build({**FILES, 'q.rst': ':orphan:\n\n' + quoting}, warns=True)
    assert 'q.rst:6: WARNING:' in built.warnings
    assert '[interview.quote]' in built.warnings


@pytest.mark.parametrize(
    'builder', ['latex', 'text', 'man', 'texinfo', 'epub', 'singlehtml', 'dirhtml', 'xml', 'json']
)
@pytest.mark.filterwarnings('ignore:.*serializinghtml:PendingDeprecationWarning')
def test_every_builder_shows_one_language_after_the_other_exchange_by_exchange(build, builder):
    built = build({**FILES, 'excerpt.rst': ':orphan:\n\n' + QUOTING.replace(
        ',\n:interview:quote:`Wie wir uns trafen <talk>`', '')}, builder)  # fmt: skip
    names = {
        'latex': f'{built.app.config.project.lower().replace(" ", "")}.tex',
        'text': 'index.txt',
        'epub': 'index.xhtml',
        'dirhtml': 'index.html',
        'singlehtml': 'index.html',
        'xml': 'index.xml',
        'json': 'index.fjson',
    }
    paths = [*built.app.outdir.glob(names.get(builder, '*.[1t]*'))] or [
        *built.app.outdir.glob('*.tex')
    ]
    text = paths[0].read_text('utf-8')
    text = text.partition('interview-parallel')[2] or text
    words = ('Because', 'Darum', 'And docs', 'Those, too', 'Und die Dokumentation')
    assert sorted(words, key=text.index) == list(words)


def test_translators_see_the_original_only(build):
    template = build(FILES, 'gettext').read('index.pot')
    assert 'Because.' in template
    assert 'Darum' not in template


def test_a_page_in_the_translations_language_says_which_is_which(build):
    host = HOST.replace(PEOPLE, f'   :language: en\n{PEOPLE}')
    page = build({**FILES, 'index.rst': host}, language='de').page()
    assert page.find_class('interview')[0].get('lang') == 'en'
    assert {part.get('lang') for part in page.find_class('interview-translation')} == {'de'}


def test_machines_are_told_that_there_is_a_translation(build):
    (script,) = build(FILES).page().xpath('//script[@type="application/ld+json"]')
    assert json.loads(script.text)['workTranslation'] == [
        {'@type': 'CreativeWork', 'inLanguage': 'de'}
    ]


def test_an_edited_translation_is_read_again(build):
    build(FILES)
    built = build({'talk.de.txt': GERMAN.replace('Darum', 'Deshalb')})
    assert 'Deshalb' in built.read('index.html')


def test_in_parallel_and_in_myst_it_is_the_same(build):
    myst = f'# Host\n\n```{{interview}} Tests\n{OPTIONS.replace("   :", ":")}```\n'
    suffixes = {'.rst': 'restructuredtext', '.md': 'markdown'}
    files = {**FILES, **{f'p{n}.rst': ':orphan:\n\nP\n=\n\n:interview:quote:`Darum <talk.reason>`\n'
                         for n in range(6)}}  # fmt: skip
    serial = build(files, where='serial')
    parallel = build(files, where='parallel', parallel=2)
    assert serial.read('index.html') == parallel.read('index.html')
    assert serial.read('p1.html') == parallel.read('p1.html')
    del files['index.rst']
    options = {'extensions': ['sphinxext.interview', 'myst_parser'], 'source_suffix': suffixes}
    made = build({**files, 'index.md': myst}, where='myst', **options)
    assert beside(made.page()) == beside(serial.page())


def test_other_projects_quote_both_languages(build):
    from sphinxext.interview.domain.projects.inventory import load

    built = build(FILES, interview_inventory=True)
    inventory = load((built.app.outdir / 'interviews.inv').read_bytes())
    (turns,) = inventory.spoken.values()
    found = [(turn.address, turn.language, turn.text) for turn in turns if 'reason' in turn.address]
    assert found == [
        ('talk.reason', '', 'Why?'),
        ('talk.reason.g', '', 'Because.\n\n⟦[laughs]⟧'),
        ('talk.reason', 'de', 'Warum?'),
        ('talk.reason.g', 'de', 'Darum.\n\n⟦[lacht]⟧'),
    ]
