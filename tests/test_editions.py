"""One interview in several languages, on pages of their own."""

from __future__ import annotations

import json

import pytest

TALK = """\
Interviewer: Ada Reader [A]
Interviewee: Grace Keeper [G]
{}
A: {} {{#why}}

G: So.
"""


def host(title: str, file: str, options: str) -> str:
    return f'{title}\n{"=" * len(title)}\n\n.. interview::\n   :file: {file}\n{options}'


FILES = {
    'index.rst': 'Home\n====\n\n.. toctree::\n\n   de/gespraech\n   talk\n   fr\n',
    'talk.rst': host('Talk', 'talk.txt', '   :also-in: pt_BR https://example.org/pt/\n'),
    'talk.txt': TALK.format('', 'Why?'),
    'de/gespraech.rst': host('Gespräch', 'talk.de.txt', '   :language: de\n'),
    'de/talk.de.txt': TALK.format('Translation-of: talk\nName: gespraech\n', 'Warum?'),
    'fr.rst': host('Entretien', 'talk.fr.txt', '   :language: fr\n   :translation-of: gespraech\n'),
    'talk.fr.txt': TALK.format('', 'Pourquoi ?'),
}


def alternates(page):
    return {
        link.get('hreflang'): link.get('href') for link in page.xpath('//link[@rel="alternate"]')
    }


def described(page):
    scripts = page.xpath('//script[@type="application/ld+json"]')
    return next(d for s in scripts if 'Conversation' in (d := json.loads(s.text))['@type'])


def test_pages_lead_to_each_other_in_every_language(build):
    built = build(FILES)
    assert alternates(built.page('talk')) == {
        'en': 'talk.html',
        'de': 'de/gespraech.html',
        'fr': 'fr.html',
        'pt-BR': 'https://example.org/pt/',
    }
    page = built.page('de/gespraech')
    assert alternates(page)['en'] == '../talk.html'
    assert alternates(page)['fr'] == '../fr.html'
    (facts,) = page.find_class('interview-facts')
    assert facts.text_content() == 'In other languages: English, français, português (Brasil)'
    links = [(link.get('href'), link.find('.//span').get('lang')) for link in facts.iter('a')]
    assert ('../talk.html#talk', 'en') in links
    assert alternates(built.page('index')) == {}


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_addresses_are_whole_where_the_project_knows_its_own(build, builder):
    built = build(FILES, builder, html_baseurl='https://example.org/docs/')
    path = 'talk' if builder == 'html' else 'talk/index'
    found = alternates(built.page(path))
    ending = '.html' if builder == 'html' else '/'
    assert found['de'] == f'https://example.org/docs/de/gespraech{ending}'
    assert found['en'] == f'https://example.org/docs/talk{ending}'


def test_machines_are_told_which_is_the_original(build):
    built = build(FILES)
    original, german = described(built.page('talk')), described(built.page('de/gespraech'))
    assert [one['inLanguage'] for one in original['workTranslation']] == ['de', 'fr', 'pt-BR']
    assert 'translationOfWork' not in original
    assert german['translationOfWork'] == {
        '@type': 'CreativeWork',
        '@id': '../talk.html#talk',
        'inLanguage': 'en',
    }


def test_a_page_is_written_again_when_another_language_comes_or_goes(build):
    only = {**FILES, 'fr.rst': host('Entretien', 'talk.fr.txt', '   :language: fr\n')}
    assert 'fr' not in alternates(build(only).page('talk'))
    assert 'fr' in alternates(build({'fr.rst': FILES['fr.rst']}).page('talk'))
    assert 'fr' not in alternates(build({'fr.rst': only['fr.rst']}).page('talk'))


@pytest.mark.parametrize('builder', ['latex', 'epub', 'text', 'man', 'texinfo', 'singlehtml'])
def test_other_builders_name_the_languages(build, builder):
    build(FILES, builder)


def test_wrong_translations_warn_at_their_place(build):
    files = {
        'index.rst': host('Talk', 'talk.txt', '   :translation-of: tolk\n')
        + '\n'
        + host('Other', 'other.txt', '   :translation-of: talk\n   :also-in: de example.org\n'),
        'talk.txt': FILES['talk.txt'],
        'other.txt': TALK.format('', 'When?'),
    }
    warnings = build(files, warns=True).warnings.splitlines()
    assert ''.join(warnings) == (
        'index.rst:11: WARNING: :also-in: write also-in as de https://example.org/, with ; between '
        "several: 'de example.org' [interview.directive]"
        "index.rst:4: WARNING: unknown interview:translation-of: 'tolk'; did you mean 'talk'? "
        '[interview.reference]'
        "index.rst:11: WARNING: 'other' is in the language of what it translates, en; say another "
        'with :language: [interview.translation]'
    )


def test_interviews_that_translate_each_other_are_no_endless_loop(build):
    files = {
        'index.rst': host('Talk', 'talk.txt', '   :translation-of: other\n   :language: de\n')
        + '\n'
        + host('Other', 'other.txt', '   :translation-of: talk\n'),
        'talk.txt': FILES['talk.txt'],
        'other.txt': TALK.format('', 'When?'),
    }
    build(files, warns=True)
