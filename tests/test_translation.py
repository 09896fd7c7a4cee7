"""Translated interviews: what translators see, and what becomes of their words."""

from __future__ import annotations

import json
import pickle
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from conftest import PEOPLE
from sphinx.locale import _TranslationProxy

from sphinxext.interview import messages
from sphinxext.interview.domain.listing.indices import InterviewIndex
from sphinxext.interview.domain.projects.inventory import load

TALK = """\
A: [00:05] Do you *like* tests? {#liking}

G: [laughs] I do.
1. Stars \\* and `ticks` and |x|:

A: Why?

G: “So.”
"""
PAGE = f'Host\n====\n\n.. interview::\n   :file: talk.txt\n   :paragraphs: line\n{PEOPLE}'
SPOKEN = ['Do you *like* tests?', '[laughs] I do.', '1. Stars \\* and `ticks` and |x|:', 'Why?']


def compile_messages(catalog: Catalog) -> bytes:
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def catalog(build):
    template = (
        build({'index.rst': PAGE, 'talk.txt': TALK}, 'gettext', where='template').app.outdir
        / 'index.pot'
    )
    return read_po(BytesIO(template.read_bytes()))


def translated(build, translations, more: str = ''):
    """Build the page in German with *translations*: source → target.

    :param more: options of the interview
    """
    messages = catalog(build)
    for message in messages:
        if message.id:
            message.string = translations(message.id)
    files = {
        'index.rst': PAGE + more,
        'talk.txt': TALK,
        'locale/de/LC_MESSAGES/index.mo': compile_messages(messages),
    }
    options = {'language': 'de', 'locale_dirs': ['locale'], 'gettext_auto_build': False}
    return build(files, where='src', **options)


def test_translators_see_words_without_labels(build):
    messages = {message.id: message.locations for message in catalog(build) if message.id}
    assert not any('Ada' in text or 'Grace' in text or '00:05' in text for text in messages)
    assert [locations[0][1] for text, locations in messages.items() if text != 'Host'] == [
        1,
        3,
        4,
        6,
        8,
    ]


def test_a_copied_message_gives_the_same_words(build):
    original = build({'index.rst': PAGE, 'talk.txt': TALK}, smartquotes=False, where='original')
    copied = translated(build, lambda text: text)
    texts = [built.page().find_class('interview')[0].text_content() for built in (original, copied)]
    for spoken in SPOKEN:
        assert spoken in texts[0]
        assert spoken in texts[1]


def test_translation_keeps_names_addresses_and_marks(build):
    german = {'Do you \\*like\\* tests?': 'Mögen Sie Tests?', '[laughs] I do.': '[lacht] Ja.'}
    built = translated(build, lambda text: german.get(text, ''))
    interview = built.page().find_class('interview')[0]
    question, answer = interview.find_class('interview-turn')[:2]
    assert question.text_content().strip().startswith('Ada Reader: 00:05 Mögen Sie Tests?')
    assert answer.find_class('interview-direction')[0].text == '[lacht]'
    assert interview.find_class('interview-exchange')[0].get('id') == 'talk.liking'
    entries = [
        node.astext()
        for node in built.app.env.tocs['index'].findall()
        if node.tagname == 'reference'
    ]
    assert 'Mögen Sie Tests?' in entries


@pytest.mark.parametrize(('german', 'language'), [('Warum?', None), ('', 'en')])
def test_words_are_in_the_language_of_the_page_once_they_are_translated(build, german, language):
    built = translated(build, lambda text: german if text == 'Why?' else '', '   :language: en\n')
    assert built.page().find_class('interview')[0].get('lang') == language


#: Three pages: one that is quoted, one that quotes, one with what is made of both.
QUOTED = {
    'index.rst': """\
Home
====

.. toctree::

   talk
   about
   plain

.. interview:list::

.. interview:references::
""",
    'talk.rst': f'Talk\n====\n\n.. interview::\n   :file: talk.txt\n{PEOPLE}   :date: 2024-11-05\n',
    'talk.txt': 'A: Why? {#reason}\n\nG: Because they *help* "me".\n\nA: And then?\n\nG: [laughs] Rest.\n',
    'about.rst': """\
About
=====

She said :interview:quote:`they *help* "me" <talk.reason>`, see :interview:answer:`talk.reason`.

.. interview:quote:: talk.and-then

   Rest

.. interview:excerpt:: talk.and-then

Who? :interview:speaker:`Grace Keeper` :interview:cite:`talk.reason`
""",
    'plain.rst': 'Plain\n=====\n\nNobody has translated :interview:quote:`Because they <talk.reason>`.\n',
}
IN_GERMAN = {
    'Talk': 'Gespräch',
    'About': 'Darüber',
    'Why?': 'Warum?',
    'Because they \\*help\\* "me".': 'Weil sie mir "helfen".',
    'And then?': 'Und dann?',
    '[laughs] Rest.': '[lacht] Ruhe.',
    'Rest': 'Ruhe',
    'She said :interview:quote:`they *help* "me" <talk.reason>`, see :interview:answer:`talk.reason`.': (
        'Sie sagte, dass :interview:answer:`talk.reason` lautet: '
        ':interview:quote:`sie mir „helfen“ <talk.reason>`.'
    ),
}


@pytest.fixture
def in_german(build):
    """Build `QUOTED` in German, once its messages were collected."""
    out = build(QUOTED, 'gettext', where='template').app.outdir
    files = dict(QUOTED)
    for template in out.glob('*.pot'):
        messages = read_po(BytesIO(template.read_bytes()))
        for message in messages:
            message.string = IN_GERMAN.get(message.id, '') if message.id else message.string
        files[f'locale/de/LC_MESSAGES/{template.stem}.mo'] = compile_messages(messages)
    settings = {'language': 'de', 'locale_dirs': ['locale'], 'gettext_auto_build': False}
    return lambda builder='html', changes=None, **options: build(
        files | (changes or {}), builder, **{**settings, **options}
    )


def test_a_translated_build_quotes_translated_words_where_they_stand(in_german):
    page = in_german().page('about')
    inline = page.xpath('//span[@class="interview-quote"]')[0]
    assert inline.text_content() == '„sie mir „helfen““'
    (link,) = inline.iter('a')
    assert link.get('href').startswith('talk.html#talk.reason.g:~:text=')
    (block,) = page.xpath('//blockquote')
    assert ' '.join(block.text_content().split()) == 'Ruhe —Grace Keeper, „Und dann?“'
    assert block.xpath('.//a/@href')[0].startswith('talk.html#talk.and-then.g:~:text=')
    answer = page.xpath('//a[@href="talk.html#talk.reason.g"]')[0]
    assert answer.text_content() == 'Grace Keeper, „Warum?“'
    excerpt = page.find_class('interview-excerpt')[0]
    assert 'Ruhe.' in excerpt.text_content()
    assert 'Rest' not in excerpt.text_content()
    assert 'Frage 1' in page.find_class('interview-citation')[0].text_content()


def test_a_page_that_is_not_translated_yet_quotes_the_original(in_german):
    page = in_german().page('plain')
    (link,) = page.find_class('interview-quote')[0].iter('a')
    assert link.get('href') == 'talk.html#talk.reason.g'  # on that page nobody says so


@pytest.mark.parametrize(
    ('page', 'old', 'new'),
    [
        ('about.rst', 'Rest\n\n..', 'Recreation\n\n..'),
        ('plain.rst', 'Because they', 'Because we'),
    ],
)
def test_what_nobody_said_in_either_language_is_a_warning(in_german, page, old, new):
    built = in_german(changes={page: QUOTED[page].replace(old, new)}, warns=True)
    assert '[interview.quote]' in built.warnings


def test_lists_indices_exports_and_addresses_of_a_translated_build(in_german):
    built = in_german(interview_inventory=True)
    home = built.page()
    listed = home.find_class('interview-list')[0].text_content().strip()
    assert listed == 'Gespräch (Ada Reader und Grace Keeper, 5. November 2024)'
    reference = home.find_class('interview-references')[0].text_content()
    assert 'Gespräch' in reference
    assert 'Zitiert in: Darüber' in reference
    index = built.page('interview-index')
    assert [h.text for h in index.xpath('//*[@role="main"]//h1')] == ['Interviews']
    assert 'Und dann?' in index.text_content()
    assert 'Gespräch' in built.read('_interviews/talk.bib')
    talk = built.page('talk')
    ids = [element.get('id') for element in talk.iter() if 'talk.' in (element.get('id') or '')]
    assert ids == ['talk.reason', 'talk.reason.g', 'talk.and-then', 'talk.and-then.g']
    (spoken,) = load((built.app.outdir / 'interviews.inv').read_bytes()).spoken.values()
    assert [turn.text for turn in spoken][1::2] == ['Weil sie mir „helfen“.', '⟦[lacht]⟧ Ruhe.']


def test_a_translated_build_is_the_same_in_parallel(in_german):
    serial = in_german(where='serial').app.outdir
    parallel = in_german(where='parallel', parallel=2).app.outdir
    for name in ('index', 'talk', 'about', 'plain', 'interview-index'):
        page = f'{name}.html'
        assert (serial / page).read_bytes() == (parallel / page).read_bytes(), name


@pytest.mark.parametrize('builder', ['latex', 'epub', 'text', 'singlehtml', 'dirhtml'])
def test_other_builders_translate_without_a_warning(in_german, builder):
    in_german(builder)


#: The builder of another distribution asks Sphinx for what it gives up.
THEIRS = pytest.mark.filterwarnings('ignore:.*serializinghtml:PendingDeprecationWarning')
#: One word of ours in each place: a turn of a stranger, a list, a recording, indices.
OURS = f"""\
Host
====

.. interview::
   :name: known
   :collapsible: open
   :recording: https://example.org/a.mp3
{PEOPLE}
   A: Why?

   G: So.

.. interview::
   :file: talk.webvtt

.. interview:list::
   :as: table

.. interview:speaker:: Grace Keeper
   :url: https://example.org/
"""
STRANGERS = """\
WEBVTT

00:01.000 --> 00:02.000
Is it late?

00:03.000 --> 00:04.000
<v Ada>It is late enough.
"""


def unsaid(kept) -> list[str]:
    """Return the words of ours that wait in *kept* for somebody to say them."""
    found = []

    class Pickler(pickle.Pickler):
        def persistent_id(self, obj):
            if isinstance(obj, _TranslationProxy):
                found.append(obj.__getstate__())

    Pickler(BytesIO()).dump(kept)
    return [text for catalog, _, text in found if catalog == 'interview']


@THEIRS
@pytest.mark.parametrize('builder', ['json', 'pickle', 'xml', 'epub', 'latex'])
def test_what_the_build_keeps_is_plain_text(build, builder):
    built = build({'index.rst': OURS, 'talk.webvtt': STRANGERS}, builder, warns=True)
    env = built.app.env
    assert r'Unknown\ speaker' in env.get_doctree('index').pformat()
    assert unsaid([env.domaindata, env.get_doctree('index')]) == []
    labels = env.get_domain('std').data['labels']
    assert type(labels['interview-index'][-1]) is type(labels['interview-speakerindex'][-1]) is str


@THEIRS
def test_an_index_is_called_as_the_language_calls_it(build, monkeypatch, tmp_path):
    german = Catalog()
    german.add('Interviews', 'Gespräche')
    german.add('Unknown speaker', 'Unbekannt')
    path = tmp_path / 'locale' / 'de' / 'LC_MESSAGES' / 'interview.mo'
    path.parent.mkdir(parents=True)
    path.write_bytes(compile_messages(german))
    monkeypatch.setattr(messages, '_LOCALE', tmp_path / 'locale')
    built = build({'index.rst': OURS, 'talk.webvtt': STRANGERS}, 'json', warns=True, language='de')
    assert InterviewIndex.localname == 'Gespräche'
    assert json.loads(built.read('interview-index.fjson'))['indextitle'] == 'Gespräche'
    assert '<bdi>Unbekannt</bdi>:' in json.loads(built.read('index.fjson'))['body']
