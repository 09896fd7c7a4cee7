"""What the script does for readers, in a browser; and that nothing is lost without it."""

from __future__ import annotations

import contextlib
import json
import re
from urllib.parse import urlsplit

import pytest
from conftest import PEOPLE, find_module
from playwright.sync_api import expect
from serving import serve
from test_browser import chromium  # noqa: F401
from test_marked import marked
from test_recordings import sound

TALK = """\
Ada: [0:00] Why do gulls laugh?

Grace: [0:02] They eat chips. [laughs] They really do.

[0:04] And then they laugh.

Ada: [0:05] Do you don't mind?

Grace: [0:06] I don’t mind. `Ticks` \\ and <signs>.

Ivo: [0:07] I mind.

Ada: [0:08] Is it late?

Grace: [0:09] It always is. They eat chips.

Ada: [0:10] And then?

Grace: [0:11] Then we go home.
"""
PEOPLE = PEOPLE.replace('[A]', '').replace('[G]', '') + '   :participant: Ivo Baker\n'
PAGE = f"""\
Host
====

.. interview:: Gulls
   :file: talk.txt
   :name: talk
{PEOPLE}   :date: 2024-05-02
   :source: https://example.org/gulls
   :recording: talk.wav
"""
FILES = {'index.rst': PAGE, 'talk.txt': TALK, 'talk.wav': sound()}
ANSWER = 'talk.why-do-gulls-laugh.grace-keeper'


@pytest.fixture
def visit(build, chromium):  # noqa: F811
    """Build a page and open it, as a reader does who may copy."""
    problems = []

    def note(error) -> None:
        problems.append(error)

    with contextlib.ExitStack() as stack:

        def run(
            files=FILES,
            path='index.html',
            *,
            scripts=True,
            motion='no-preference',
            height=700,
            **config,
        ):
            out = build(files, **config).app.outdir
            context = chromium.new_context(
                viewport={'width': 1280, 'height': height},
                java_script_enabled=scripts,
                reduced_motion=motion,
                permissions=['clipboard-read', 'clipboard-write'],
            )
            stack.callback(context.close)
            view = context.new_page()
            view.set_default_timeout(5000)
            view.on('pageerror', note)
            view.goto(f'{stack.enter_context(serve(out))}/{path}')
            return view

        yield run
    assert problems == []


def turn(view, number):
    return view.locator('.interview-turn').nth(number)


def select(view, words, until=None):
    """Select words as a reader does, up to the end of others."""
    view.evaluate(
        """([first, last]) => {
            const find = words => {
                const walker = document.createTreeWalker(document.querySelector('.interview'), 4)
                while (walker.nextNode()) {
                    const at = walker.currentNode.data.indexOf(words)
                    if (at >= 0) return [walker.currentNode, at]
                }
            }
            const [start, end] = [find(first), find(last)]
            getSelection().setBaseAndExtent(...start, end[0], end[1] + last.length)
        }""",
        [words, until or words],
    )


def copied(view, number, button):
    """Return what a button of a turn's menu copies."""
    turn(view, number).hover()
    turn(view, number).locator('.interview-more').click()
    view.get_by_role('button', name=button, exact=True).click()
    view.locator('.interview-status', has_text='Copied').wait_for()
    return view.evaluate('navigator.clipboard.readText()').replace('\r\n', '\n')


def time(view, text):
    return view.locator('.interview-turn a', has_text=text)


def heard(view):
    return view.locator('.interview [aria-current]')


def playing(view):
    return view.evaluate('(p => [p.paused, p.currentTime])(document.querySelector("audio"))')


# Where it is


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'epub'])
def test_only_pages_with_interviews_have_the_script(build, builder):
    plain = 'Plain\n=====\n\n.. interview:excerpt:: talk.is-it-late\n\n.. toctree::\n\n   talk\n'
    files = FILES | {'index.rst': plain, 'talk.rst': PAGE}
    out = build(files, builder).app.outdir
    pages = [path for path in out.rglob('*.*html') if b'interview.js' in path.read_bytes()]
    names = [path.relative_to(out).as_posix() for path in pages]
    expected = {'html': 'talk.html', 'dirhtml': 'talk/index.html', 'singlehtml': 'index.html'}
    assert names == ([expected[builder]] if builder in expected else [])
    assert (out / '_static/interview.js').exists() == bool(names)
    templates = [path for path in out.rglob('*.*html') if b'<template' in path.read_bytes()]
    assert templates == pages


def test_the_script_is_deferred_and_nothing_stands_inline(build):
    page = build(FILES).page()
    (script,) = page.xpath('//script[contains(@src, "interview.js")]')
    assert script.get('defer') is not None
    interview = page.xpath('//div[@role="doc-qna"] | //template')
    assert not any(
        found.xpath('.//script | .//style | .//@style | .//@onclick') for found in interview
    )


def test_a_project_chooses_what_the_script_does(visit):
    view = visit(interview_script=['menu'])
    assert view.locator('.interview-more').count() == 9
    assert view.locator('.interview-tools').count() == 0
    view.keyboard.press('j')
    assert view.evaluate('document.activeElement.localName') == 'body'
    time(view, '0:09').click()
    view.wait_for_url('**/talk.wav*')


def test_a_page_may_have_no_script(build):
    page = build(FILES, interview_script=[]).page()
    assert page.xpath('//template | //script[contains(@src, "interview.js")]') == []


def test_without_scripts_nothing_useless_shows_and_a_time_leads_into_the_recording(visit):
    view = visit(scripts=False)
    assert view.locator('.interview button, .interview select, .interview input').count() == 0
    assert time(view, '0:09').get_attribute('href').endswith('/talk.wav#t=9')


# The player


def test_a_time_plays_the_player_of_the_page_and_marks_what_is_heard(visit):
    view = visit()
    time(view, '0:09').click()
    view.wait_for_function('document.querySelector("audio").currentTime > 9')
    assert view.url.endswith('index.html')
    view.evaluate('document.querySelector("audio").pause()')
    heard(view).filter(has_text='It always is').wait_for()
    assert heard(view).count() == 1


def test_a_paragraph_with_a_time_of_its_own_is_marked_alone(visit):
    view = visit()
    view.evaluate('document.querySelector("audio").currentTime = 4.5')
    heard(view).filter(has_text='And then they laugh').wait_for()
    assert 'chips' not in heard(view).text_content()


def test_a_time_opens_elsewhere_when_the_reader_asks_for_it(visit):
    view = visit()
    with view.context.expect_page() as opened:
        time(view, '0:09').click(modifiers=['Control'])
    assert opened.value.url.endswith('#t=9')
    assert playing(view)[0]


LONG = TALK.replace('They eat chips. [', 'They eat chips. ' * 400 + '[')


@pytest.mark.parametrize(('motion', 'follows'), [('no-preference', True), ('reduce', False)])
def test_what_is_heard_is_followed_unless_motion_is_to_be_reduced(visit, motion, follows):
    view = visit(FILES | {'talk.txt': LONG}, motion=motion)
    view.evaluate('scrollTo(0, 0)')
    time(view, '0:02').click()
    heard(view).filter(has_text='chips').wait_for()
    view.evaluate('document.querySelector("audio").currentTime = 8.9')
    heard(view).filter(has_text='It always is').wait_for()
    view.wait_for_timeout(1000)
    assert (view.evaluate('scrollY') > 500) == follows


def test_who_has_scrolled_away_is_left_alone(visit):
    view = visit(FILES | {'talk.txt': LONG})
    time(view, '0:09').click()
    heard(view).filter(has_text='It always is').wait_for()
    view.evaluate('scrollTo({top: 0, behavior: "instant"})')
    heard(view).filter(has_text='And then?').wait_for()
    view.wait_for_timeout(700)
    assert view.evaluate('scrollY') == 0


def test_the_player_stays_in_reach_once_it_has_played(visit):
    view = visit(FILES | {'talk.txt': LONG})
    player = view.locator('audio')
    shown = 'r => r.top >= 0 && r.bottom <= innerHeight'
    view.evaluate('scrollTo(0, document.body.scrollHeight)')
    view.wait_for_timeout(200)
    assert not player.evaluate(f'a => ({shown})(a.getBoundingClientRect())')
    time(view, '0:10').click()
    view.wait_for_function(f'({shown})(document.querySelector("audio").getBoundingClientRect())')
    before = view.evaluate('document.body.scrollHeight')
    view.evaluate('scrollTo(0, 0)')
    view.locator('.interview-recording:not(.interview-docked)').wait_for()
    assert view.evaluate('document.body.scrollHeight') == before


CAPTIONS = """\
1
00:00:00,000 --> 00:00:05,000
Ada: Why bread & butter?

2
00:00:05,000 --> 00:00:11,000
Grace: It is <i>good</i>.
"""


def test_the_captions_of_a_sound_have_a_place(visit):
    page = PAGE.replace('talk.txt', 'talk.srt').replace('   :participant: Ivo Baker\n', '')
    view = visit({'index.rst': page, 'talk.srt': CAPTIONS, 'talk.wav': sound()})
    caption = view.locator('.interview-caption')
    assert caption.text_content() == ''
    time(view, '0:05').click()
    caption.filter(has_text='Grace: It is good.').wait_for()


def test_what_cannot_be_played_is_led_to(visit):
    view = visit(FILES | {'talk.wav': b'no sound'})
    time(view, '0:09').click()
    view.wait_for_url('**/talk.wav*')


# Finding and showing less


def test_find_counts_and_goes_from_place_to_place(visit):
    view = visit()
    box, status = view.get_by_role('searchbox'), view.get_by_role('status')
    box.fill('EAT chips')
    status.filter(has_text='1 of 2').wait_for()
    for key, place in [('Enter', '2 of 2'), ('Enter', '1 of 2'), ('Shift+Enter', '2 of 2')]:
        box.press(key)
        expect(status).to_have_text(place)
    words = '[...CSS.highlights.get("interview-here")].map(String)'
    assert view.evaluate(words) == ['eat chips']
    assert view.evaluate('CSS.highlights.get("interview-found").size') == 2
    box.fill('zebra')
    expect(status).to_have_text('0 of 0')


@pytest.mark.parametrize(
    'words', ["don't mind", 'chips. [laughs] They really do', '`Ticks` \\ and <signs>']
)
def test_find_reads_as_readers_do(visit, words):
    view = visit()
    view.get_by_role('searchbox').fill(words)
    expect(view.get_by_role('status')).to_have_text(re.compile('^1 of [12]$'))


def test_leaving_the_search_lands_on_the_place(visit):
    view = visit()
    box = view.get_by_role('searchbox')
    box.fill('chips')
    box.press('Enter')
    box.press('Escape')
    assert view.evaluate('document.activeElement.textContent').count('It always is') == 1
    assert box.input_value() == ''
    assert view.evaluate('CSS.highlights.get("interview-found").size') == 0
    assert view.get_by_role('status').text_content() == ''


def shown(view):
    turns = view.locator('.interview-turn').all()
    return [number for number, found in enumerate(turns) if found.is_visible()]


def test_questions_only(visit):
    view = visit()
    view.get_by_label('Show').select_option('Questions only')
    assert shown(view) == [0, 2, 5, 7]
    view.get_by_label('Show').select_option('Everything')
    assert shown(view) == [*range(9)]


def test_one_speaker_with_what_was_asked(visit):
    view = visit()
    options = view.get_by_label('Show').locator('option').all_text_contents()
    assert options == ['Everything', 'Questions only', 'Ada Reader', 'Grace Keeper', 'Ivo Baker']
    view.get_by_label('Show').select_option('Ivo Baker')
    assert shown(view) == [2, 4]
    assert view.locator('.interview-exchange').first.is_hidden()
    view.get_by_role('searchbox').fill('chips')
    expect(view.get_by_role('status')).to_have_text('0 of 0')


def test_two_speakers_are_no_choice(visit):
    talk = TALK.replace('Ivo: [0:07] I mind.\n\n', '')
    page = PAGE.replace('   :participant: Ivo Baker\n', '')
    view = visit(FILES | {'index.rst': page, 'talk.txt': talk})
    assert view.get_by_label('Show').locator('option').count() == 2


def test_a_link_shows_what_was_hidden(visit):
    view = visit()
    view.get_by_label('Show').select_option('Questions only')
    view.evaluate(f'location.hash = "{ANSWER}"')
    turn(view, 1).wait_for()
    assert shown(view) == [0, 1, 2, 5, 7]


def test_a_short_interview_needs_no_tools(visit):
    talk = TALK.partition('Ada: [0:10]')[0]
    view = visit(FILES | {'talk.txt': talk})
    assert view.locator('.interview-tools').count() == 0
    assert view.locator('.interview-more').count() == 7


# The menu


def test_the_menu_opens_by_key_and_closes_with_escape(visit):
    view = visit()
    turn(view, 1).locator('.interview-more').focus()
    view.keyboard.press('Enter')
    assert view.evaluate('document.activeElement.textContent') == 'Copy link'
    view.keyboard.press('Tab')
    assert view.evaluate('document.activeElement.textContent') == 'Copy citation'
    view.keyboard.press('Escape')
    assert view.locator('.interview-menu').is_hidden()
    assert view.evaluate('document.activeElement.ariaLabel') == 'Copy or quote'


def test_links_citations_and_references_are_copied(visit):
    view = visit()
    assert copied(view, 1, 'Copy link').endswith(f'/index.html#{ANSWER}')
    assert view.evaluate('document.activeElement.ariaLabel') == 'Copy or quote'
    assert copied(view, 0, 'Copy link').endswith('/index.html#talk.why-do-gulls-laugh')
    assert copied(view, 1, 'Copy citation') == '(Keeper, 2024, Q1)'
    reference = copied(view, 1, 'Copy reference')
    assert reference.startswith('Keeper, G. (2024, May 2). Gulls')
    assert 'https://example.org/gulls' in reference
    assert reference.endswith(f'/index.html#{ANSWER}')


def test_the_published_address_is_copied_not_that_of_a_preview(visit):
    view = visit(html_baseurl='https://example.org/docs/')
    assert copied(view, 1, 'Copy link') == f'https://example.org/docs/index.html#{ANSWER}'


@pytest.mark.parametrize(('style', 'end'), [('apa', ''), ('chicago-author-date', '.')])
def test_a_reference_to_this_page_becomes_one_to_the_answer(visit, style, end):
    page = PAGE.replace('   :source: https://example.org/gulls\n', '')
    config = {'html_baseurl': 'https://example.org/docs/', 'interview_citation_style': style}
    view = visit(FILES | {'index.rst': page}, **config)
    reference = copied(view, 1, 'Copy reference')
    assert reference.count('https://') == 1
    assert reference.endswith(f'. https://example.org/docs/index.html#{ANSWER}{end}')


def test_a_question_has_no_citation_of_its_own(visit):
    view = visit()
    turn(view, 0).locator('.interview-more').click()
    assert view.get_by_role('button', name='Copy citation').count() == 0


def test_the_entry_of_one_answer_is_copied_in_each_format(visit):
    view = visit()
    address = copied(view, 1, 'Copy link')
    for name in ('BibTeX', 'BibLaTeX'):
        entry = copied(view, 1, name)
        assert entry.startswith(
            f'@misc{{{ANSWER},\n  url = {{{address}}},\n  author = {{Keeper, Grace}},'
        )
        assert entry.count('url = ') == 1
        assert entry.count('{') == entry.count('}')
    ris = copied(view, 1, 'RIS').splitlines()
    assert [line for line in ris if line[:2] in {'ID', 'UR'}] == [
        f'ID  - {ANSWER}',
        f'UR  - {address}',
    ]
    assert (ris[0], ris[-1]) == ('TY  - ELEC', 'ER  - ')
    (item,) = json.loads(copied(view, 1, 'CSL-JSON'))
    assert (item['id'], item['URL'], item['type']) == (ANSWER, address, 'interview')


def test_without_exports_and_metadata_the_menu_has_what_is_left(visit):
    view = visit(interview_exports=[], interview_metadata=[])
    turn(view, 1).locator('.interview-more').click()
    shown = [
        button.text_content() for button in view.locator('.interview-menu button:visible').all()
    ]
    assert shown == ['Copy link', 'Quote in reStructuredText', 'Quote in Markdown']


def test_a_page_opened_as_a_file_says_what_it_cannot_copy(build, chromium):  # noqa: F811
    out = build(FILES).app.outdir
    view = chromium.new_page()
    view.goto(f'file://{out}/index.html')
    assert view.locator('.interview-more').count() == 9
    turn(view, 1).locator('.interview-more').click()
    view.get_by_role('button', name='BibTeX').click()
    view.locator('.interview-status', has_text='couldn’t copy').wait_for()
    view.close()


QUOTED = {
    'They eat chips': 'They eat chips',
    'hey eat chi': 'They eat chips',
    ' don’t mind. ': 'don’t mind.',
    'icks` \\ and <sig': 'Ticks` \\ and <signs',
}


@pytest.mark.parametrize('words', QUOTED)
def test_what_is_selected_is_quoted_in_whole_words_and_the_build_accepts_it(build, visit, words):
    view = visit()
    select(view, words)
    number = 1 if 'chi' in words else 3
    role = copied(view, number, 'Quote in reStructuredText')
    built = build({'quoting.rst': f':orphan:\n\n{role}\n'})
    (quotation,) = built.page('quoting').xpath('//span[@class="interview-quote"]')
    assert quotation.text_content() == f'“{QUOTED[words]}”'


def test_a_selection_across_paragraphs_is_quoted_and_the_build_accepts_it(build, visit):
    view = visit()
    select(view, 'really', 'they laugh')
    role = copied(view, 1, 'Quote in reStructuredText')
    assert role == f':interview:quote:`really do. And then they laugh <{ANSWER}>`'
    build({'quoting.rst': f':orphan:\n\n{role}\n'})


def test_without_a_selection_the_whole_answer_is_quoted(visit):
    view = visit()
    words = 'They eat chips. [laughs] They really do. And then they laugh.'
    assert copied(view, 1, 'Quote in reStructuredText') == f':interview:quote:`{words} <{ANSWER}>`'
    select(view, 'Is it late')  # elsewhere
    address = copied(view, 1, 'Copy link')
    markdown = copied(view, 1, 'Quote in Markdown')
    assert (
        markdown
        == f'> {words.replace("[", chr(92) + "[").replace("]", chr(92) + "]")}\n>\n> — [Grace Keeper]({address})'
    )


def test_a_selected_name_is_no_word_that_was_said(visit):
    view = visit()
    select(view, 'Ivo')
    role = copied(view, 4, 'Quote in reStructuredText')
    assert role.startswith(':interview:quote:`I mind. <')


def test_words_are_no_markup_in_markdown(visit):
    view = visit()
    quotation = copied(view, 3, 'Quote in Markdown').partition('\n')[0]
    assert quotation == '> I don’t mind. \\`Ticks\\` \\\\ and \\<signs>.'


@pytest.mark.parametrize(
    ('words', 'number'),
    [
        ('They eat chips', 1),
        ('They eat chips', 6),
        ('hey really d', 1),
        ('then they laugh', 1),
        ('<signs>', 3),
        ('It always', 6),
    ],
)
def test_a_link_to_words_marks_them_and_no_others(visit, words, number):
    view = visit(height=2000)
    view.evaluate(
        """([number, words]) => {
            const walker = document.createTreeWalker(document.querySelectorAll('.interview-turn')[number], 4)
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words)
                if (at >= 0) return getSelection().setBaseAndExtent(
                    walker.currentNode, at, walker.currentNode, at + words.length)
            }
        }""",
        [number, words],
    )
    link = copied(view, number, 'Copy link to these words')
    assert ':~:text=' in link
    address, _, path = link.partition('/index')
    inside, outside = marked(view, address, f'index{path}')
    assert inside, link
    assert not outside


def test_each_part_of_the_page_is_there_once_in_an_interview_with_topics(visit):
    talk = '# First\n\n' + TALK.replace('Ada: [0:08]', '# Second\n\nAda: [0:08]')
    view = visit(FILES | {'talk.md': talk, 'index.rst': PAGE.replace('talk.txt', 'talk.md')})
    assert view.locator('.interview-tools').count() == 1
    tools = view.locator('.interview-tools').bounding_box()
    assert tools['y'] < view.locator('.interview-topic').first.bounding_box()['y']


def at_another_address(view, out, address, policy=''):
    """Open a build's page as if it were published there."""

    def answer(route) -> None:
        path = out / urlsplit(route.request.url).path[1:]
        headers = {'Content-Security-Policy': policy} if policy and path.suffix == '.html' else None
        route.fulfill(path=path, headers=headers) if path.is_file() else route.abort()

    view.route(f'{address}/**', answer)
    view.goto(f'{address}/index.html')


def test_without_a_safe_connection_there_is_no_menu_that_could_not_copy(build, chromium):  # noqa: F811
    view = chromium.new_page()
    at_another_address(view, build(FILES).app.outdir, 'http://insecure.test')
    view.locator('.interview-tools').wait_for()
    assert view.locator('.interview-more').count() == 0
    view.close()


def test_the_script_keeps_to_a_strict_security_policy(build, chromium):  # noqa: F811
    view = chromium.new_page()
    refused = []

    def note(message) -> None:
        refused.append(message.text)

    view.on('console', note)
    policy = "default-src 'self'; script-src 'self'; style-src 'self'"
    at_another_address(view, build(FILES).app.outdir, 'https://safe.test', policy)
    turn(view, 1).locator('.interview-more').click()
    view.get_by_role('button', name='Copy link').wait_for()
    view.get_by_role('searchbox').fill('chips')
    assert not [text for text in refused if 'interview' in text]
    view.close()


def test_words_that_nothing_tells_apart_are_linked_without_marking(visit):
    view = visit(
        FILES | {'talk.txt': TALK.replace('They eat chips. [laughs]', 'They eat chips. ' * 9)}
    )
    view.evaluate(
        """() => {
            const node = document.querySelectorAll('.interview-answer p')[0].lastChild
            getSelection().setBaseAndExtent(node, node.data.indexOf('They', 60), node, node.data.indexOf('They', 60) + 4)
        }"""
    )
    assert copied(view, 1, 'Copy link to these words').endswith(f'#{ANSWER}')


# The keys


def focused(view):
    return view.evaluate('document.activeElement.textContent').strip()[:24]


def test_keys_lead_from_question_to_question(visit):
    view = visit(height=300)
    for key, words in [
        ('j', 'Why'),
        ('j', 'Do you'),
        ('j', 'Is it'),
        ('k', 'Do you'),
        ('k', 'Why'),
    ]:
        view.keyboard.press(key)
        assert words in focused(view), key
        box = view.locator(':focus').bounding_box()
        assert 0 <= box['y'] < 300
    view.keyboard.press('k')
    assert 'Why' in focused(view)


def test_keys_start_from_what_the_reader_sees(visit):
    view = visit(FILES | {'talk.txt': LONG}, height=300)
    turn(view, 5).evaluate('turn => turn.scrollIntoView()')
    view.mouse.wheel(0, 20)
    view.keyboard.press('k')
    assert 'Do you' in focused(view)


def test_keys_pass_over_what_is_hidden(visit):
    view = visit()
    view.get_by_label('Show').select_option('Ivo Baker')
    view.get_by_label('Show').blur()
    view.keyboard.press('j')
    assert 'Do you' in focused(view)
    view.keyboard.press('j')
    assert 'Do you' in focused(view)


def test_a_key_starts_the_search(visit):
    view = visit()
    view.keyboard.press('f')
    view.keyboard.type('jjk')
    assert view.get_by_role('searchbox').input_value() == 'jjk'


@pytest.mark.parametrize('key', ['Control+j', 'Alt+j', 'Meta+j', 'Shift+J'])
def test_keys_with_others_are_left_to_the_browser(visit, key):
    view = visit()
    view.keyboard.press(key)
    assert view.evaluate('document.activeElement.localName') == 'body'


def test_a_reader_can_switch_the_keys_off(visit):
    view = visit()
    view.get_by_label('Keys').uncheck()
    view.get_by_label('Keys').blur()
    view.keyboard.press('j')
    assert view.evaluate('document.activeElement.localName') == 'body'


@pytest.mark.parametrize('theme', ['furo', 'sphinx_rtd_theme'])
def test_everything_works_in_other_themes(visit, theme):
    find_module(theme)
    view = visit(html_theme=theme)
    time(view, '0:09').click()
    heard(view).filter(has_text='It always is').wait_for()
    box = view.get_by_label('Find in the interview')
    box.fill('chips')
    expect(view.locator('.interview-status')).to_have_text('1 of 2')
    box.press('Escape')
    assert 'chips' in view.evaluate('document.activeElement.textContent')
    view.get_by_label('Show').select_option('Ivo Baker')
    assert shown(view) == [2, 4]
    view.get_by_label('Show').select_option('Everything')
    assert copied(view, 1, 'Copy link').endswith(f'#{ANSWER}')
    assert copied(view, 1, 'RIS').startswith('TY  - ')
    view.keyboard.press('j')
    assert 'Do you' in focused(view)


def test_the_player_covers_nothing_that_has_the_focus(visit):
    view = visit(FILES | {'talk.txt': LONG})
    time(view, '0:09').click()
    view.locator('.interview-docked').wait_for(state='attached')
    view.evaluate('document.querySelector("audio").pause()')
    view.evaluate("""() => {
        const link = document.querySelectorAll('.interview-turn .headerlink')[1]
        const player = document.querySelector('audio').getBoundingClientRect()
        link.focus({preventScroll: true})
        scrollBy({top: link.getBoundingClientRect().top - player.top - 16, behavior: 'instant'})
    }""")
    assert view.locator('.interview-docked').count() == 1
    view.keyboard.press('Tab')
    shown = """() => {
        const {left, right, top, bottom} = document.activeElement.getBoundingClientRect()
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === document.activeElement
    }"""
    view.wait_for_function(shown)


@pytest.mark.parametrize('theme', ['alabaster', 'furo'])
def test_nothing_is_wider_than_a_narrow_window(visit, theme):
    view = visit(html_theme=theme)
    view.set_viewport_size({'width': 360, 'height': 700})
    time(view, '0:09').click()
    view.locator('.interview-docked').wait_for(state='attached')
    turn(view, 6).locator('.interview-more').click()
    assert view.evaluate('document.documentElement.scrollWidth') <= 360
    for part in ('.interview-menu', '.interview-docked > audio'):
        box = view.locator(part).bounding_box()
        assert box['x'] >= 0
        assert box['x'] + box['width'] <= 360


def test_the_words_of_the_script_are_those_of_the_page_not_of_the_interview(visit):
    view = visit(language='de')
    assert view.locator('.interview-tools').get_attribute('lang') == 'de'


def test_the_button_of_a_turn_stands_behind_words_that_run_leftwards(visit):
    talk = 'Ada: [0:00] لماذا؟\n\nGrace: [0:02] لأن.\n'
    page = PAGE.replace('   :participant: Ivo Baker\n', '')
    view = visit(FILES | {'talk.txt': talk, 'index.rst': page})
    turn(view, 1).hover()
    button = turn(view, 1).locator('.interview-more').bounding_box()
    link = turn(view, 1).locator('.headerlink').bounding_box()
    assert button['x'] + button['width'] <= link['x']
