"""The catalogues of our own words: complete, true to their placeholders, compiled, and shipped."""

from __future__ import annotations

import ast
import locale
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sphinxext.interview import messages

PACKAGE = Path(__file__).parent.parent / 'sphinxext' / 'interview'
LOCALE = PACKAGE / 'locale'
LANGUAGES = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pt_BR', 'ru', 'zh_CN']
PLACEHOLDER = re.compile(r'%(?:\(\w+\))?[a-z]|%[0-9]|\{#?%?\w*\}')

PAGE = """\
Host
====

.. interview:: Water
   :name: known
   :collapsible: open
   :recording: https://example.org/a.mp3
   :interviewer: Ada Reader [A]
   :interviewee: Grace Keeper [G]
   :participant: Jon Pilot [J]
   :published: 2024-21
   :license: CC BY 4.0
   :source: https://example.org/
   :tags: rivers
   :how-to-cite: yes

   A: [00:01] Why?

   G: [00:02] So.

   J: I see.

   A: When?

   G: So far.

.. interview:list::
   :as: table
   :tag: nothing

.. interview:list::
   :as: table
   :tag: rivers

See :interview:answer:`known.when`, :interview:quote:`So far <known.when>`.
"""


ENGLISH = (
    """
    Also speaking|Cite as|Cited in|conversation|Copy link|Licence|Link to answer|Link to question|
    Link to this interview|No interviews|Play from|Published|Questions only|Recording|Speakers|
    spring|Tags:|Transcript
""".replace('\n', '')
    .replace('    ', '')
    .split('|')
)


def catalog(language: str):
    path = LOCALE / language / 'LC_MESSAGES' / 'interview.po'
    return read_po(BytesIO(path.read_bytes()), locale=language)


def said() -> set[str | tuple[str, ...]]:
    """Return what the code says: the words of every call, also of those in strings."""
    found = set()
    for path in PACKAGE.rglob('*.py'):
        for node in ast.walk(ast.parse(path.read_text('utf-8'))):
            name = getattr(node.func, 'id', '') if isinstance(node, ast.Call) else ''
            if name in {'_', '__', 'ngettext'}:
                words = tuple(a.value for a in node.args if isinstance(a, ast.Constant))
                found.add(words if name == 'ngettext' else words[0])
    return found


def key(message):
    return message.id if isinstance(message.id, str) else tuple(message.id)


def test_every_word_of_ours_is_in_the_template_and_nothing_else():
    template = read_po(BytesIO((LOCALE / 'interview.pot').read_bytes()))
    assert {key(message) for message in template if message.id} == said()


def test_the_languages_are_those_that_the_documentation_names():
    assert sorted(path.name for path in LOCALE.iterdir() if path.is_dir()) == LANGUAGES
    page = (PACKAGE.parent.parent / 'docs' / 'how-to' / 'translate.rst').read_text('utf-8')
    assert set(re.findall(r'``(\w+)``', page.partition('.. our words')[2])) >= set(LANGUAGES)


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_catalogue_is_complete_and_sure(language):
    found = catalog(language)
    assert {key(message) for message in found if message.id} == said()
    assert not found.obsolete
    for message in found:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_original(language):
    for message in catalog(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            wanted, given = PLACEHOLDER.findall(ids[-1]), PLACEHOLDER.findall(string)
            is_named = any('(' in one for one in wanted)
            braces = [one for one in wanted if '{' in one and '%' not in one]
            if braces:  # words that say what stands there
                assert len(given) == len(wanted), string
            else:
                assert (sorted(given) if is_named else given) == (
                    sorted(wanted) if is_named else wanted
                ), string


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_label_ends_so_that_words_can_follow_it(language):
    for message in catalog(language):
        if isinstance(message.id, str) and message.id.endswith(': '):
            assert message.string.endswith((': ', '：')), message.string


@pytest.mark.parametrize('language', LANGUAGES)
def test_what_is_compiled_says_what_the_catalogue_says(language):
    path = LOCALE / language / 'LC_MESSAGES' / 'interview.mo'
    compiled = GNUTranslations(BytesIO(path.read_bytes()))
    for message in catalog(language):
        if isinstance(message.id, tuple):
            forms = {compiled.ngettext(*message.id, number) for number in range(200)}
            assert forms <= set(message.string)
        elif message.id:
            assert compiled.gettext(message.id) == message.string


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_page_says_nothing_of_ours_in_english(build, language):
    built = build({'index.rst': PAGE}, language=language)
    html = built.read('index.html').partition('<div class="body"')[2].partition('class="sphinxs')[0]
    html = re.sub(r'<a class="reference[^>]*>[^<]*</a>', '', html)
    html = re.sub('(?s)<script.*?</script>', '', html)  # JSON-LD has English keys
    said = {word for word in ENGLISH if word in html}
    # Which are the same in that language
    assert said <= {'fr': {'Licence', 'conversation'}}.get(language, set())


def test_a_warning_speaks_the_language_of_the_terminal(build, monkeypatch):
    monkeypatch.setattr(locale, 'getlocale', lambda _: ('de_DE', 'UTF-8'))
    built = build(
        {
            'index.rst': 'Host\n====\n\n.. interview::\n   :nane: x\n   :numbered: maybe\n\n   A: Why?\n\n   G: So.\n'
        },
        warns=True,
    )
    assert 'keine Option :nane:; ist :name: gemeint?' in built.warnings
    assert ':numbered: \'maybe\' ist weder "yes" noch "no"' in built.warnings


@pytest.mark.parametrize(
    ('number', 'says'),
    [(1, '1 адрес ещё не сохранён'), (3, '3 адреса ещё не'), (5, '5 адресов ещё')],
)
def test_a_number_has_the_form_that_its_language_wants(build, monkeypatch, number, says):
    monkeypatch.setattr(locale, 'getlocale', lambda _: ('ru_RU', 'UTF-8'))
    build({'index.rst': 'Host\n====\n'})
    one = '%d address isn’t kept yet; `sphinx-interview permalinks` keeps it'
    several = '%d addresses aren’t kept yet; `sphinx-interview permalinks` keeps them'
    assert (messages.ngettext(one, several, number) % number).startswith(says)
