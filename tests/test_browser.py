"""What only a browser can tell: searching, landing, fitting, and reading without JavaScript."""

from __future__ import annotations

import contextlib

import pytest
from conftest import PEOPLE, find_program
from playwright import sync_api
from serving import serve
from test_recordings import TALK as RECORDED_TALK
from test_recordings import page as recorded
from test_recordings import sound

FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
TALK = (
    'A: Why do gulls laugh?\n\nG: '
    + 'They eat chips. ' * 60
    + '\n\nA: Is the zeppelin late?\n\nG: '
    + ('It always is. ' * 90)
)
LONG = 'A: Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle' * 3 + '?'
ARABIC = 'A: لماذا؟\n\nG: لأن.\n'


def page(talk: str) -> str:
    indented = talk.replace('\n', '\n   ')
    return f'Host\n====\n\n.. interview::\n   :name: talk\n{PEOPLE}\n   {indented}\n'


@pytest.fixture(scope='module')
def chromium():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_program('chromium'), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(build, chromium):
    """Build a page and open it as a site's reader does."""
    with contextlib.ExitStack() as stack:

        def run(
            talk: str,
            path: str = 'index.html',
            width: int = 1280,
            *,
            scripts: bool = True,
            after: str = '',
            **config,
        ):
            out = build({'index.rst': page(talk) + after}, **config).app.outdir
            address = stack.enter_context(serve(out))
            view = chromium.new_page(
                viewport={'width': width, 'height': 700}, java_script_enabled=scripts
            )
            stack.callback(view.close)
            view.goto(f'{address}/{path}')
            return view

        yield run


def test_a_player_plays_the_recording_shows_captions_and_starts_at_a_time(build, chromium):
    files = {'index.rst': recorded('talk.wav'), 'talk.srt': RECORDED_TALK, 'talk.wav': sound()}
    out = build(files).app.outdir
    with serve(out) as address:
        view = chromium.new_page()
        view.goto(f'{address}/index.html')
        view.wait_for_function('document.querySelector("audio").duration > 11')
        track = 'document.querySelector("audio").textTracks[0]'
        view.wait_for_function(f'{track}.mode === "showing" && {track}.cues?.length === 5')
        assert view.evaluate(f'{track}.cues[1].startTime') == 2.5
        view.get_by_role('link', name='00:07').click()
        view.wait_for_function('document.querySelector("video, audio").currentTime >= 7')
        view.close()


def test_search_finds_a_question_and_lands_on_it(visit):
    view = visit(TALK, 'search.html?q=zeppelin')
    result = view.locator('ul.search a[href*="talk.is-the-zeppelin-late"]').first
    result.wait_for()
    result.click()
    view.wait_for_url('**/index.html*#talk.is-the-zeppelin-late')
    box = view.locator('[id="talk.is-the-zeppelin-late"]').bounding_box()
    assert 0 <= box['y'] < 500


def test_an_address_lands_on_its_exchange_and_marks_it(visit):
    view = visit(TALK, 'index.html#talk.is-the-zeppelin-late', scripts=False)
    box = view.locator('[id="talk.is-the-zeppelin-late"]').bounding_box()
    assert 0 <= box['y'] < 500
    assert view.locator('.interview-exchange:target').count() == 1


def test_a_permalink_is_there_without_javascript_and_by_keyboard(visit):
    view = visit(TALK, scripts=False)
    link = view.locator('.interview-exchange .headerlink').first
    assert link.get_attribute('href') == '#talk.why-do-gulls-laugh'
    link.focus()
    link.press('Enter')
    assert view.url.endswith('#talk.why-do-gulls-laugh')


@pytest.mark.parametrize('theme', ['alabaster', 'furo'])
@pytest.mark.parametrize('width', [360, 1280])
def test_nothing_is_wider_than_the_window(visit, theme, width):
    view = visit(f'{LONG}\n\nG: https://example.org/{"x" * 200}\n', width=width, html_theme=theme)
    interview = view.locator('.interview').bounding_box()
    for paragraph in view.locator('.interview p').all():
        box = paragraph.bounding_box()
        assert box['x'] + box['width'] <= interview['x'] + interview['width'] + 1
    assert (
        view.evaluate('document.querySelector(".interview").scrollWidth') <= interview['width'] + 1
    )


def test_right_to_left_words_start_at_the_right(visit):
    view = visit(ARABIC)
    direction = 'getComputedStyle(document.querySelector(".interview-answer")).direction'
    assert view.evaluate(direction) == 'rtl'


def test_a_quotation_leads_to_its_very_words(visit):
    words = 'The tide turns at nine.'
    talk = TALK.replace('They eat chips. ' * 60, 'They eat chips. ' * 3000 + words)
    after = f'\n\n:interview:quote:`{words} <talk.why-do-gulls-laugh>`\n'
    view = visit(talk, after=after)
    view.locator('.interview-quote a').click()
    shown = f"""() => {{
        const text = document.querySelector('.interview-answer .headerlink').previousSibling
        const range = document.createRange()
        range.setStart(text, text.data.indexOf({words!r}))
        range.setEnd(text, text.data.length)
        const box = range.getBoundingClientRect()
        return 0 < box.top && box.bottom < innerHeight
    }}"""
    view.wait_for_function(shown)
