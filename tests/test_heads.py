"""The head of an interview: who speaks with whom, when and where, before the words."""

from __future__ import annotations

import json

import lxml.html
import pytest
from babel.lists import format_list
from shown import shown
from test_profiles import PNG

from sphinxext.interview.domain.presenting.byline import listed
from sphinxext.interview.domain.presenting.dates import locale_of

WORDS = '\n   A: Why the sea?\n\n   G: Because of the long summers in it, and the fog.\n'
PEOPLE = '   :interviewer: Ada Reader [A]\n   :interviewee: Grace Keeper [G] (keeper of lamps)\n'
FACTS = """\
   :date: 2024-11-05
   :place: Cape Grey
   :duration: 1:12:08
   :license: CC BY-SA 4.0
   :source: https://www.example.org/the/talk
   :tags: sea; lamps
"""
BYLINE = 'Grace Keeper in conversation with Ada Reader'


def page(options: str = PEOPLE, title: str = 'Lamps', words: str = WORDS) -> str:
    return f'{title}\n{"=" * 60}\n\n.. interview::\n   :name: lamps\n{options}{words}'


def lines(built, name: str = 'index') -> list[str]:
    """Return the lines of the page's head."""
    return [
        ' '.join(line.text_content().split())
        for head in built.page(name).find_class('interview-head')
        for line in head.xpath('.//p')
    ]


def test_a_head_says_what_is_known(build):
    built = build({'index.rst': page(PEOPLE + FACTS)})
    assert lines(built) == [
        BYLINE,
        'Grace Keeper, keeper of lamps',
        'November 5, 2024 · Cape Grey · 1 hour, 12 minutes',
        'Licence: CC BY-SA 4.0 · Source: example.org · Tags: sea, lamps',
    ]
    (interview,) = built.page().find_class('interview')
    assert interview[0].get('class') == 'interview-head'
    assert interview[0].xpath('.//a/@href') == [
        'https://creativecommons.org/licenses/by-sa/4.0/',
        'https://www.example.org/the/talk',
    ]


def test_a_head_stands_below_the_interviews_own_title(build):
    own = page().replace('.. interview::', '.. interview:: On lamps')
    (interview,) = build({'index.rst': own}).page().find_class('interview')
    assert [part.get('class') for part in interview[:2]] == ['interview-title', 'interview-head']


@pytest.mark.parametrize(
    ('options', 'said'),
    [
        ('   :interviewee: Grace Keeper [G]; Ola Lind [L]\n   :interviewer: Ada Reader [A]; Ben Ode [B]\n',
         'Grace Keeper and Ola Lind in conversation with Ada Reader and Ben Ode'),
        ('   :interviewee: Grace Keeper [G]\n   :interviewer: Ada Reader [A]\n   :participant: Ben Ode [B]\n',
         f'{BYLINE} · Also speaking: Ben Ode'),
        ('   :interviewee: Grace Keeper [G]\n', 'In conversation with Grace Keeper'),
        ('   :participant: Grace Keeper [G]; Ada Reader [A]; Ola Lind [L]\n',
         'Grace Keeper and Ola Lind in conversation with Ada Reader'),
        ('', None),
        ('   :interviewer: SPEAKER_00 [A]\n   :interviewee: Grace Keeper [G]\n', None),
        ('   :interviewer: AR [A]\n   :interviewee: Grace Keeper [G]\n', None),
    ],
)  # fmt: skip
def test_a_byline_names_who_is_known(build, options, said):
    built = build({'index.rst': page(options)}, warns=True)
    assert lines(built) == [said] * (said is not None)


def test_a_byline_does_not_repeat_the_title(build):
    title = 'Grace Keeper talks to Ada Reader'
    assert lines(build({'index.rst': page(title=title)})) == ['Grace Keeper, keeper of lamps']


def test_names_and_dates_are_in_the_language_of_the_page(build):
    two = PEOPLE.replace('[A]', '[A]; Ola Lind [O]').replace('\n', '\n   :date: 2024-11-05\n', 1)
    found = lines(build({'index.rst': page(two)}, warns=True, language='de'))
    assert 'Ada Reader und Ola Lind' in found[0]
    assert '5. November 2024' in found


@pytest.mark.parametrize('count', [0, 1, 2, 3, 4])
@pytest.mark.parametrize('language', ['', 'en', 'en_GB', 'en-AU', 'de', 'fr', 'ja', 'ar', 'pt_BR'])
def test_names_are_listed_as_the_language_lists_things(language, count):
    names = ['Ada', 'Grace', 'Ida', 'Tom'][:count]
    assert listed(names, language) == format_list(names, locale=locale_of(language))


@pytest.mark.parametrize(
    ('written', 'said'),
    [('PT48M', '48 minutes'), ('0:59:50', '1 hour'), ('0:00:20', '20 seconds'), ('1:30', '1:30'), ('about an hour',) * 2],
)  # fmt: skip
def test_a_duration_is_in_words_where_it_has_one_meaning(build, written, said):
    assert lines(build({'index.rst': page(f'{PEOPLE}   :duration: {written}\n')}))[-1] == said


def test_a_duration_that_may_be_minutes_or_seconds_is_refused(build):
    built = build({'index.rst': page(f'{PEOPLE}   :duration: 48\n')}, warns=True)
    assert 'may be minutes or seconds' in built.warnings
    assert 'index.rst:' in built.warnings


def test_a_day_of_publication_is_told_from_that_of_the_conversation(build):
    dates = '   :date: 2024-11-05\n   :published: 2025-03\n'
    assert (
        lines(build({'index.rst': page(PEOPLE + dates)}))[-1]
        == 'November 5, 2024 · Published: March 2025'
    )


@pytest.mark.parametrize(
    ('option', 'config', 'kept'),
    [
        ('byline, place', [], [BYLINE, 'Cape Grey']),
        ('none', ['byline'], []),
        ('', ['place', 'tags'], ['Cape Grey', 'Tags: sea, lamps']),
        ('', [], []),
    ],
)
def test_authors_choose_what_a_head_says(build, option, config, kept):
    options = PEOPLE + FACTS + (f'   :head: {option}\n' if option else '')
    assert lines(build({'index.rst': page(options)}, interview_head=config)) == kept


def test_what_a_head_cannot_say_is_refused(build):
    built = build({'index.rst': page(f'{PEOPLE}   :head: byline, weather\n')}, warns=True)
    assert '"weather" unknown' in built.warnings


SPEAKERS = {'Grace Keeper': {'affiliation': 'The Harbour', 'portrait': 'people/grace.png'}}
PROFILE = 'People\n======\n\n.. interview:speaker:: Ada Reader\n   :description: reporter\n   :portrait: ada.png\n'
WITH_PEOPLE = {
    'index.rst': page() + '\n.. toctree::\n\n   who/people\n',
    'who/people.rst': PROFILE,
    'who/ada.png': PNG,
    'people/grace.png': PNG,
}


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'epub'])
def test_people_have_their_portraits_and_what_they_are(build, builder):
    built = build(WITH_PEOPLE, builder, interview_speakers=SPEAKERS)
    text = built.read('index.xhtml' if builder == 'epub' else 'index.html')
    (head,) = lxml.html.fromstring(text.encode()).find_class('interview-head')
    people = head.find_class('interview-person')
    assert [person.text_content().strip() for person in people] == [
        'Grace Keeper, keeper of lamps, The Harbour',
        'Ada Reader, reporter',
    ]
    for person in people:
        (picture,) = person.xpath('./img')
        assert picture.get('alt') == ''
        assert (built.app.outdir / picture.get('src')).read_bytes() == PNG
    assert [a.text for a in head.xpath('.//a/span')] == ['Ada Reader'] * 2


def test_a_portrait_that_is_not_there_is_reported_and_not_shown(build):
    speakers = {'Grace Keeper': {'portrait': 'nobody.png'}}
    built = build({'index.rst': page()}, warns=True, interview_speakers=speakers)
    assert 'nobody.png' in built.warnings
    assert not built.page().xpath('//img[contains(@class, "interview-portrait")]')


@pytest.mark.parametrize(
    'path', ['../outside.png', 'javascript:alert(1)', 'javascript://x/%0aalert(1)', 'a\x00b']
)
def test_a_portrait_is_a_file_of_the_project_or_a_web_address(build, path, tmp_path):
    (tmp_path / 'outside.png').write_bytes(PNG)
    speakers = {'Grace Keeper': {'portrait': path}}
    built = build({'index.rst': page()}, warns=True, interview_speakers=speakers)
    assert not built.page().xpath('//img[contains(@class, "interview-portrait")]')
    assert not list(built.app.outdir.rglob('outside.png'))


@pytest.mark.parametrize('form', ['text', 'man', 'texinfo', 'pdflatex'])
def test_every_format_has_the_head_before_the_words(build, program, form):
    files = WITH_PEOPLE | {'index.rst': page(PEOPLE + FACTS) + '\n.. toctree::\n\n   who/people\n'}
    text = shown(build, program, form, files, interview_speakers=SPEAKERS)
    text = ' '.join(text.split())
    order = [BYLINE, 'Grace Keeper, keeper of lamps, The Harbour', 'Ada Reader, reporter',
             'Cape Grey · 1 hour, 12 minutes', 'Why the sea?']  # fmt: skip
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_page_is_written_again_when_what_its_head_says_of_people_changes(build):
    built = build(WITH_PEOPLE, interview_speakers=SPEAKERS)
    assert 'Ada Reader, reporter' in lines(built)
    changed = PROFILE.replace('reporter', 'editor').replace('ada.png', 'new.png')
    built = build({'who/people.rst': changed, 'who/new.png': PNG}, interview_speakers=SPEAKERS)
    assert 'Ada Reader, editor' in lines(built)
    assert '_images/new.png' in built.page().xpath('//*[@class="interview-head"]//img/@src')


def test_a_portrait_that_another_file_replaces_is_shown(build):
    build(WITH_PEOPLE, interview_speakers=SPEAKERS)
    changed = PNG + b'other'
    built = build(
        {'people/grace.png': changed, 'who/ada.png': changed}, interview_speakers=SPEAKERS
    )
    for source in built.page().xpath('//*[@class="interview-head"]//img/@src'):
        assert (built.app.outdir / source).read_bytes() == changed


def test_a_parallel_build_has_the_same_heads(build):
    files = {f'{name}.rst': page(title=name).replace('lamps', name) for name in 'abcdefgh'}
    files |= {'index.rst': 'All\n===\n\n.. toctree::\n   :glob:\n\n   *\n', 'people/grace.png': PNG}
    heads = []
    for where, parallel in (('one', 0), ('two', 2)):
        built = build(files, where=where, parallel=parallel, interview_speakers=SPEAKERS)
        heads.append([lines(built, name) for name in 'abcdefgh'])
        assert built.page('a').xpath('//*[@class="interview-head"]//img/@src') == [
            '_images/grace.png'
        ]
    assert heads[0] == heads[1]
    assert all(heads[0])


def test_nothing_of_a_head_was_said(build):
    quoting = 'Quoting\n=======\n\n:interview:quote:`in conversation with Ada Reader <lamps>`\n'
    files = {'index.rst': page() + '\n.. toctree::\n\n   quoting\n', 'quoting.rst': quoting}
    assert 'interview.quote' in build(files, warns=True).warnings


def test_a_link_to_words_that_a_head_has_too_marks_those_that_were_said(build):
    options = PEOPLE + '   :place: The long summers in it\n'
    quoting = 'Quoting\n=======\n\n:interview:quote:`the long summers in it <lamps>`\n'
    files = {'index.rst': page(options) + '\n.. toctree::\n\n   quoting\n', 'quoting.rst': quoting}
    (address,) = build(files).page('quoting').xpath('//a[contains(@href, ":~:text=")]/@href')
    assert '-,' in address or ',-' in address


def test_an_excerpt_shows_no_head_and_search_finds_that_of_the_interview(build):
    files = {
        'index.rst': page(PEOPLE + FACTS) + '\n.. toctree::\n\n   excerpt\n',
        'excerpt.rst': 'Excerpt\n=======\n\n.. interview:excerpt:: lamps\n',
    }
    built = build(files)
    assert lines(built, 'excerpt') == []
    index = json.loads(
        built.read('searchindex.js').removeprefix('Search.setIndex(').removesuffix(')')
    )
    assert index['docnames'][index['terms']['cape']] == 'index'


def test_a_head_is_in_the_language_of_the_page_above_words_in_another(build):
    built = build({'index.rst': page(PEOPLE + '   :language: ar\n')})
    (head,) = built.page().find_class('interview-head')
    assert (head.get('lang'), head.get('dir')) == ('en', 'ltr')


def test_a_card_has_one_link_the_portrait_the_first_words_and_the_day(build):
    files = WITH_PEOPLE | {
        'index.rst': 'All\n===\n\n.. interview:list::\n   :as: cards\n\n.. toctree::\n\n   talk\n   who/people\n',
        'talk.rst': page(PEOPLE + FACTS),
    }
    built = build(files, interview_speakers=SPEAKERS)
    (cards,) = built.page().find_class('interview-cards')
    (card,) = cards
    assert (cards.get('role'), card.get('role')) == ('list', 'listitem')
    assert card.xpath('.//a/@href') == ['talk.html#lamps']
    (heading,) = card.xpath('./p[@role="heading"][@aria-level="2"]')
    assert heading.text_content() == 'Lamps'
    assert card.xpath('./img/@src') == ['_images/grace.png']
    assert [line.text_content() for line in card.xpath('./p')] == [
        'Lamps',
        BYLINE,
        'Because of the long summers in it, and the fog.',
        'November 5, 2024 · Cape Grey',
    ]
    words = WORDS.replace('long', 'short')
    built = build({'talk.rst': page(PEOPLE + FACTS, words=words)}, interview_speakers=SPEAKERS)
    assert 'short summers' in built.page().find_class('interview-card')[0].text_content()
    assert '* Lamps (' in build({}, 'text', interview_speakers=SPEAKERS).read('index.txt')


def test_a_card_shows_only_words_that_are_known(build):
    said = 'G: [laughs] Because :interview:ref:`it <lamps>` or :doc:`index`,'
    files = {
        'index.rst': 'All\n===\n\n.. interview:list::\n   :as: cards\n\n.. toctree::\n\n   talk\n',
        'talk.rst': page(words=WORDS.replace('G: Because', said)),
    }
    (opening,) = build(files).page().find_class('interview-card-opening')
    assert opening.text == 'Because it or…'


def test_a_section_with_the_name_of_the_speaker_needs_no_heading_more(build):
    profile = PROFILE.replace('People\n======', 'Ada Reader\n==========')
    built = build(WITH_PEOPLE | {'who/people.rst': profile})
    assert not built.page('who/people').find_class('interview-name')
