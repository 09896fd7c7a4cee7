"""Translated interviews: what translators see, and what becomes of their words."""

from __future__ import annotations

from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from conftest import PEOPLE

TALK = """\
A: [00:05] Do you *like* tests? {#liking}

G: [laughs] I do.
1. Stars \\* and `ticks` and |x|:

A: Why?

G: “So.”
"""
PAGE = f'Host\n====\n\n.. interview::\n   :file: talk.txt\n   :paragraphs: line\n{PEOPLE}'
SPOKEN = ['Do you *like* tests?', '[laughs] I do.', '1. Stars \\* and `ticks` and |x|:', 'Why?']


def catalog(build):
    template = (
        build({'index.rst': PAGE, 'talk.txt': TALK}, 'gettext', where='template').app.outdir
        / 'index.pot'
    )
    return read_po(BytesIO(template.read_bytes()))


def translated(build, translations):
    """Build the page in German with *translations*: source → target."""
    messages = catalog(build)
    for message in messages:
        if message.id:
            message.string = translations(message.id)
    compiled = BytesIO()
    write_mo(compiled, messages)
    files = {
        'index.rst': PAGE,
        'talk.txt': TALK,
        'locale/de/LC_MESSAGES/index.mo': compiled.getvalue(),
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
