"""Sphinx's search page, in a browser: results are answers, and can be limited."""

from __future__ import annotations

import contextlib

import pytest
from conftest import PEOPLE, find_module
from serving import serve
from test_browser import chromium  # noqa: F401

THEMES = ['alabaster', 'furo']
FILES = {
    'index.rst': 'Index\n=====\n\nGulls eat chips.\n\n.. toctree::\n\n   sea\n   land\n',
    'sea.rst': f"""\
The sea
=======

.. interview::
   :name: sea
   :tags: birds; water
{PEOPLE}
   A: Why do gulls laugh?

   G: They have eaten chips happily.

   Lin: And they fear the lighthouse.

   A: Is the ferry late?

   G: It always is.
""",
    'land.rst': """\
The land
========

.. interview::
   :name: land
   :tags: birds
   :interviewer: Ada Reader [A]
   :interviewee: Lin Smith [L]

   A: What do people throw away?

   L: Chips, which gulls eat. <b>&amp;
""",
}


@pytest.fixture
def search(build, chromium):  # noqa: F811
    """Build, search, and wait for all results; `script=False` blocks ours."""
    with contextlib.ExitStack() as stack:

        def run(words: str, theme: str = 'alabaster', builder: str = 'html', *, script=True):
            find_module(theme)
            files = {name: text.replace('   Lin:', '   L:') for name, text in FILES.items()}
            files['sea.rst'] = files['sea.rst'].replace(
                PEOPLE, f'{PEOPLE}   :participant: Lin Smith [L]\n'
            )
            out = build(files, builder, html_theme=theme).app.outdir
            address = stack.enter_context(serve(out))
            view = chromium.new_page()
            stack.callback(view.close)
            problems = []
            view.on('pageerror', lambda error: problems.append(str(error)))
            if not script:
                view.route('**/interview-search.js*', lambda route: route.abort())
            name = 'search/' if builder == 'dirhtml' else 'search.html'
            view.goto(f'{address}/{name}?q={words}')
            view.wait_for_selector('.search-summary:not(:empty)')
            view.wait_for_load_state('networkidle')
            assert problems == []
            return view

        yield run


def shown(view, selector: str = '.interview-results > li') -> list[str]:
    texts = view.locator(selector).filter(visible=True).all_inner_texts()
    return [' '.join(text.split()) for text in texts]


@pytest.mark.parametrize('theme', THEMES)
def test_a_result_is_an_answer_with_speaker_and_interview(search, theme):
    view = search('happy chips', theme)
    assert shown(view) == [
        'Grace Keeper, “Why do gulls laugh?” (The sea) They have eaten chips happily.'
    ]
    view.locator('ul.search > li > a').first.click()
    assert view.url.endswith('sea.html#sea.why-do-gulls-laugh.g')
    view.locator('[id="sea.why-do-gulls-laugh.g"]').wait_for()


def test_a_result_of_dirhtml_is_an_answer(search):
    view = search('happily', builder='dirhtml')
    view.locator('.interview-results a').first.click()
    assert view.url.endswith('/sea/#sea.why-do-gulls-laugh.g')


@pytest.mark.parametrize('theme', THEMES)
def test_a_search_is_limited_to_an_interview_a_speaker_and_a_tag(search, theme):
    view = search('gulls chips', theme)
    titles = shown(view, 'ul.search > li > a')
    assert {'Index', 'The sea', 'The land'} <= {*titles}
    view.get_by_label('Interview', exact=True).select_option('*')
    assert 'Index' not in shown(view, 'ul.search > li > a')
    view.get_by_label('Interview', exact=True).select_option('land')
    assert {text.partition(',')[0] for text in shown(view)} == {'Lin Smith'}
    assert 'interview=land' in view.url
    view.get_by_label('Interview', exact=True).select_option('')
    view.get_by_label('Speaker', exact=True).select_option('Grace Keeper')
    assert {text.partition(',')[0] for text in shown(view)} == {'Grace Keeper'}
    view.get_by_label('Speaker', exact=True).select_option('')
    view.get_by_label('Tag', exact=True).select_option('water')
    assert all('(The sea)' in text for text in shown(view))


def test_limits_are_part_of_the_address(search):
    view = search('gulls chips&speaker=Lin+Smith&interview=land')
    assert {text.partition(',')[0] for text in shown(view)} == {'Lin Smith'}
    assert shown(view, 'ul.search > li > a') == ['The land']


def test_words_of_a_transcript_are_no_markup(search):
    assert '<b>&amp;' in shown(search('throw'))[0]


def test_without_the_script_results_are_as_ever(search):
    view = search('happy chips', script=False)
    assert shown(view, 'ul.search > li > a') == ['The sea']
    assert shown(view) == []


def test_a_search_page_without_interviews_or_scripts_is_as_ever(build):
    index = 'Index\n=====\n'
    assert 'interview-known' not in build({'index.rst': index}).read('search.html')
    files = {'index.rst': index, 'land.rst': f':orphan:\n\n{FILES["land.rst"]}'}
    built = build(files, interview_script=[])
    assert 'interview-known' not in built.read('search.html')
