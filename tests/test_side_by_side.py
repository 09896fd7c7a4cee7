"""An interview beside its translation, as a browser shows it."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from conftest import PEOPLE, find_module
from serving import serve
from test_browser import chromium  # noqa: F401
from test_themes import VIOLATIONS

ENGLISH = """\
Before it all.

# Beginnings

A: Why?

G: {long}

A: And then?

G: Nothing.

[silence]

# Ends

A: How does it end?

G: Well.

A: Thanks.

G: Bye.
""".format(long='It is a long story, and I tell it to everybody who wants to hear it. ' * 6)
HEBREW = """\
לפני הכל.

# התחלות

A: למה?

G: סיפור ארוך.

A: ואז?

G: כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום, כלום.

[שתיקה]

# סופים

A: איך זה נגמר?

G: טוב.

A: תודה.

G: שלום.
"""
HOST = f"""\
Host
====

.. container:: links

   `Link <https://example.org/>`_

.. interview:: Story
   :file: talk.txt
   :translation: talk.he.txt
   :translation-language: he
   :head: none
{PEOPLE}"""


@pytest.fixture
def show(build, chromium):  # noqa: F811
    """Build the page and open it."""
    views = []

    def run(options: str = '', theme: str = 'basic', *, scripts: bool = False, **view):
        files = {'index.rst': HOST + options, 'talk.txt': ENGLISH, 'talk.he.txt': HEBREW}
        out = build(files, html_theme=theme, html_sidebars={}).app.outdir
        size = {'width': view.pop('width', 1280), 'height': 700}
        page = chromium.new_page(viewport=size, java_script_enabled=scripts, **view)
        views.append(page)
        with serve(out) as address:
            page.goto(f'{address}/index.html')
        return page

    yield run
    for view in views:
        view.close()


#: Each exchange's box, and that of its translation.
PAIRS = """() => [...document.querySelectorAll('.interview-exchange')].map(exchange =>
    [exchange, exchange.nextElementSibling].map(part => {
        const {left, right, top, bottom} = part.getBoundingClientRect()
        return {left, right, top, bottom}
    }))
"""
IS_WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'


@pytest.mark.parametrize('options', ['', '   :collapsible: open\n'])
def test_in_a_wide_window_each_exchange_stands_beside_its_translation(show, options):
    pairs = show(options).evaluate(PAIRS)
    assert len(pairs) == 4
    for number, (said, translated) in enumerate(pairs):
        assert said['top'] == pytest.approx(translated['top'], abs=1)
        assert said['right'] < translated['left']
        assert translated['right'] - translated['left'] == pytest.approx(
            said['right'] - said['left'], abs=1
        )
        for before in pairs[number - 1] if number else ():
            assert before['bottom'] <= said['top']


def test_topics_and_what_stands_before_stand_side_by_side_too(show):
    view = show(theme='alabaster', width=1600)
    tops = view.evaluate("""() => [...document.querySelectorAll(
        '.interview-translation > .interview-topic, .interview-translation > .interview-preamble'
    )].map(part => {
        const other = part.parentElement.previousElementSibling
        const [one, two] = [part, other].map(box => box.getBoundingClientRect())
        return [one.top - two.top, one.left - two.right]
    })""")
    assert len(tops) == 3
    for top, left in tops:
        assert abs(top) <= 1
        assert left > 0


@pytest.mark.parametrize('theme', ['alabaster', 'furo'])
def test_on_a_phone_they_stand_one_below_the_other(show, theme):
    view = show(theme=theme, width=360)
    assert not view.evaluate(IS_WIDER)
    for said, translated in view.evaluate(PAIRS):
        assert said['bottom'] <= translated['top']
        assert said['left'] == pytest.approx(translated['left'], abs=1)


@pytest.mark.parametrize('width', [360, 1280])
def test_hebrew_words_start_at_the_right(show, width):
    starts = show(width=width).evaluate("""() => [...document.querySelectorAll(
        '.interview-translation .interview-turn')].map(turn => {
        const words = document.createRange()
        words.selectNodeContents(turn.querySelector('bdi'))
        return turn.getBoundingClientRect().right - words.getBoundingClientRect().right
    })""")
    assert len(starts) == 8
    assert all(abs(start) < 3 for start in starts)


def test_questions_only_hides_the_answers_of_both_languages(show):
    view = show(scripts=True)
    view.select_option('.interview-tools select', index=1)
    seen = view.evaluate("""() => [...document.querySelectorAll('.interview-turn')]
        .filter(turn => turn.getBoundingClientRect().height)
        .map(turn => turn.matches('.interview-question'))""")
    assert seen == [True] * 8
    names = view.evaluate("document.querySelectorAll('.interview-tools option').length")
    assert names == 2


def test_what_is_looked_for_is_found_in_both_languages(show):
    view = show(scripts=True)
    view.fill('.interview-tools input', 'כלום')
    view.wait_for_function("document.querySelector('.interview-status').textContent")
    assert re.search('16', view.text_content('.interview-status'))


@pytest.mark.parametrize('scheme', ['light', 'dark'])
@pytest.mark.parametrize('width', [360, 1280])
def test_axe_finds_nothing(show, scheme, width):
    find_module('axe_playwright_python')
    axe = resources.files('axe_playwright_python').joinpath('axe.min.js').read_text('utf-8')
    view = show(theme='furo', scripts=True, width=width, color_scheme=scheme)
    view.evaluate(axe)
    assert view.evaluate(VIOLATIONS) == []
