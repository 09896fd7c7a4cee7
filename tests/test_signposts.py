"""What a page tells those who hear it, and those who link to it: headings, names, languages."""

from __future__ import annotations

import pytest
from conftest import PEOPLE

SHORT = 'Why do gulls laugh?'
LONG = f'I thought of this {"all the way from the harbour to the light " * 5}and so: why?'
TALK = f"""\
A: Welcome, Grace!

G: Thank you.

# On gulls

A: [00:36] {SHORT}

G: [00:41] They eat chips.

Pip: They don't.

A: {LONG}

G: Because.
"""
HOST = 'Host\n====\n\n'


def directive(options: str = '', people: str = PEOPLE) -> str:
    return (
        f'.. interview:: Birds\n   :file: talk.txt\n   :name: gulls\n{people}'
        f'   :participant: Pip\n{options}'
    )


@pytest.fixture
def interview(build):
    """Return the element of an interview with some options."""

    def run(options: str = '', talk: str = TALK, builder: str = 'html', **config):
        files = {'index.rst': f'{HOST}{directive(options)}', 'talk.txt': talk}
        return build(files, builder, **config).page().find_class('interview')[0]

    return run


def headings(interview) -> list[tuple[str, str]]:
    found = interview.xpath('.//*[self::h1 or self::h2 or self::h3 or @role="heading"]')
    return [
        (
            heading.get('aria-level') or heading.tag[1],
            heading.text_content().partition('¶')[0].partition(': ')[-1] or heading.text,
        )
        for heading in found
    ]


def test_short_questions_are_headings_below_those_around_them(interview):
    assert headings(interview()) == [
        ('2', 'Birds'),
        ('3', 'On gulls'),
        ('4', f'00:36 {SHORT}'),
    ]


def test_a_question_without_title_and_topic_is_right_below_the_section(build):
    text = f'A: {SHORT}\n\nG: So.\n'
    page = f'{HOST}.. interview::\n{PEOPLE}\n   {text}'.replace('\n\nG', '\n\n   G')
    assert headings(build({'index.rst': page}).page().find_class('interview')[0]) == [('2', SHORT)]


def test_long_questions_are_no_headings_and_say_so(interview):
    question, *_ = interview().find_class('interview-long')
    assert 'interview-question' in question.get('class')
    assert LONG in question.text_content()
    assert question.xpath('.//*[@role]') == []


def test_a_question_of_200_characters_is_short(interview):
    for count, is_heading in ((200, True), (201, False)):
        talk = f'A: {"x" * (count - 1)}?\n\nG: So.\n\nPip: No.\n'
        assert bool(interview(talk=talk).xpath('.//p[@role="heading"]')) == is_heading


def test_in_a_question_of_several_paragraphs_the_last_one_is_the_heading(interview):
    talk = 'A: We are at the pier.\n\n   Who feeds them?\n\nG: I do.\n\nPip: No.\n'
    found = interview(talk=talk, options='   :paragraphs: blank\n').xpath('.//p[@role="heading"]')
    assert [p.text_content().partition('¶')[0] for p in found] == ['Who feeds them?']


def test_a_name_before_a_list_is_no_heading(build):
    page = f'{HOST}.. interview::\n{PEOPLE}\n   A: Which?\n\n   G: So.\n\n   A:\n\n   * Gulls?\n   * Terns?\n\n   G: So.\n'
    found = build({'index.rst': page}).page().find_class('interview-question')
    assert [bool(question.xpath('.//*[@role="heading"]')) for question in found] == [True, False]


def links(interview) -> list[tuple[str, str]]:
    found = interview.xpath('.//*[contains(@class, "interview-turn")]//a[@class="headerlink"]')
    return [(link.get('aria-label'), link.get('href')) for link in found]


def test_questions_and_answers_have_links_with_names_of_their_own(interview):
    assert links(interview()) == [
        ('Link to question 1', '#gulls.welcome-grace'),
        ('Link to answer 1', '#gulls.welcome-grace.g'),
        ('Link to question 2', '#gulls.why-do-gulls-laugh'),
        ('Link to answer 2.1', '#gulls.why-do-gulls-laugh.g'),
        ('Link to answer 2.2', '#gulls.why-do-gulls-laugh.pip'),
        ('Link to question 3', f'#{interview().find_class("interview-exchange")[2].get("id")}'),
        ('Link to answer 3', f'#{interview().find_class("interview-answer")[-1].get("id")}'),
    ]


def test_each_link_leads_to_what_it_stands_in(interview):
    for link in interview().xpath('.//a[@class="headerlink"]'):
        assert link.get('href')[1:] in [parent.get('id') for parent in link.iterancestors()]


@pytest.mark.parametrize('config', [{'html_permalinks': False}, {'builder': 'epub'}])
def test_where_nobody_copies_links_there_are_none(build, config):
    builder = config.pop('builder', 'html')
    files = {'index.rst': f'{HOST}{directive()}', 'talk.txt': TALK}
    name = 'index.xhtml' if builder == 'epub' else 'index.html'
    assert 'headerlink' not in build(files, builder, **config).read(name)


def test_an_excerpt_has_headings_and_no_links(build):
    excerpt = '\n.. interview:excerpt:: gulls.why-do-gulls-laugh\n'
    files = {'index.rst': f'{HOST}{directive()}{excerpt}', 'talk.txt': TALK}
    (found,) = build(files).page().find_class('interview-excerpt')
    assert [level for level, _ in headings(found)] == ['2']
    assert links(found) == []


def test_a_time_says_that_it_plays(interview):
    found = interview('   :recording: https://example.org/gulls.mp3\n').xpath('.//time/a')
    assert [(link.text, link.get('aria-label')) for link in found] == [
        ('00:36', 'Play from 00:36'),
        ('00:41', 'Play from 00:41'),
    ]


def test_a_name_is_isolated_without_its_colon(interview):
    names = interview().xpath('.//b[@class="interview-speaker"]')
    assert {name[0].tag for name in names} == {'bdi'}
    assert {name[0].text_content() for name in names} == {'Ada Reader', 'Grace Keeper', 'Pip'}
    assert {name[0].tail for name in names} == {': '}


@pytest.mark.parametrize(
    ('language', 'attributes'),
    [
        ('de', {'lang': 'de'}),
        ('pt-BR', {'lang': 'pt-BR'}),
        ('pt_BR', {'lang': 'pt-BR'}),
        ('ar', {'lang': 'ar', 'dir': 'rtl'}),
        ('az-Arab', {'lang': 'az-Arab', 'dir': 'rtl'}),
        ('ar-Latn', {'lang': 'ar-Latn'}),
        ('en', {}),
        ('German', {}),
        ('', {}),
    ],
)
def test_words_in_another_language_than_the_page_say_so(interview, language, attributes):
    found = interview(f'   :language: {language}\n' if language else '')
    assert {key: found.get(key) for key in ('lang', 'dir') if found.get(key)} == attributes


def test_xml_has_its_own_attribute_for_the_language(build):
    files = {'index.rst': f'{HOST}{directive("   :language: de" + chr(10))}', 'talk.txt': TALK}
    assert ' lang="de" role="doc-qna" xml:lang="de"' in build(files, 'epub').read('index.xhtml')


def test_all_turns_of_a_language_from_right_to_left_run_so(interview):
    talk = 'A: Python?\n\nG: نعم.\n\nPip: لا.\n'
    turns = interview('   :language: ar\n', talk=talk).find_class('interview-turn')
    assert {turn.get('dir') for turn in turns} == {None}
    turns = interview(talk=talk).find_class('interview-turn')
    assert {turn.get('dir') for turn in turns} == {'auto'}


def test_an_excerpt_says_the_language_of_its_interview(build):
    excerpt = '\n.. interview:excerpt:: gulls.why-do-gulls-laugh\n'
    files = {'index.rst': f'{HOST}{directive("   :language: ar" + chr(10))}{excerpt}'}
    page = build(files | {'talk.txt': TALK}).page()
    exchange = page.find_class('interview-excerpt')[0].find_class('interview-exchange')[0]
    assert (exchange.get('lang'), exchange.get('dir')) == ('ar', 'rtl')


ROLES = (
    ':interview:ref:`gulls` :interview:question:`gulls.why-do-gulls-laugh` '
    ':interview:answer:`gulls.why-do-gulls-laugh` :interview:speaker:`Pip` '
    ':interview:quote:`They eat <gulls.why-do-gulls-laugh.g>` :interview:cite:`gulls` '
    ':ref:`gulls` :any:`this question <gulls.why-do-gulls-laugh>` :any:`gulls.why-do-gulls-laugh`'
)


def test_links_have_no_class_of_what_they_lead_to(build):
    files = {'index.rst': f'{HOST}{ROLES}\n\n{directive()}', 'talk.txt': TALK}
    built = build(files, warns=True)
    paragraph = built.page().xpath('//section/p')[0]
    classes = {name for link in paragraph.xpath('.//a//*') for name in link.classes}
    public = {'interview', *(f'interview-{part}' for part in (
        'title', 'exchange', 'turn', 'question', 'answer', 'speaker', 'quote', 'citation', 'time',
    ))}  # fmt: skip
    assert not classes & public
    assert 'interview-ref' in classes


def test_a_page_that_only_refers_has_no_style_sheet_of_ours(build):
    index = f'{HOST}{directive()}\n.. toctree::\n\n   other\n'
    other = 'Other\n=====\n\n:interview:ref:`gulls`\n'
    built = build({'index.rst': index, 'talk.txt': TALK, 'other.rst': other})
    assert 'interview.css' in built.read('index.html')
    assert 'interview.css' not in built.read('other.html')
