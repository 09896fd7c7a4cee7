"""The documentation as its readers meet it, in a browser."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import find_module
from packing import TOP
from serving import serve
from test_browser import chromium  # noqa: F401


@pytest.fixture(scope='module')
def site(tmp_path_factory):
    for module in ('furo', 'myst_parser', 'sphinx_copybutton', 'sphinx_design'):
        find_module(module)
    out = tmp_path_factory.mktemp('docs')
    subprocess.run(
        [sys.executable, '-m', 'sphinx', '-nWq', str(TOP / 'docs'), str(out)], check=True, cwd=TOP
    )
    with serve(out) as address:
        yield address


@pytest.fixture
def visit(site, chromium):  # noqa: F811
    context = chromium.new_context(permissions=['clipboard-read', 'clipboard-write'])

    def run(page: str, width: int = 1440, height: int = 900):
        view = context.new_page()
        view.set_viewport_size({'width': width, 'height': height})
        view.goto(f'{site}/{page}')
        return view

    yield run
    context.close()


@pytest.mark.parametrize(('width', 'height'), [(1440, 900), (360, 740)])
def test_the_front_page_shows_what_the_extension_makes_without_scrolling(visit, width, height):
    view = visit('index.html', width, height)
    answer = view.locator('.interview-answer').first.bounding_box()
    assert answer['y'] + answer['height'] < height
    assert view.evaluate('document.documentElement.scrollWidth') == width


def test_the_front_page_has_no_lists_of_where_it_is_cited(visit):
    assert 'Cited in' not in visit('index.html').locator('article').inner_text()


def test_a_choice_of_markup_holds_for_all_examples_and_pages(visit):
    view = visit('how-to/cite.html')
    assert view.get_by_text('{interview:cite}').first.is_hidden()
    view.locator('[data-sync-id]', has_text='Markdown').first.click()
    shown = view.locator('.sd-tab-content:visible').all_inner_texts()
    assert shown
    assert not [text for text in shown if ':interview:cite:`' in text or '.. ' in text]
    view.goto(view.url.replace('cite', 'inline'))
    assert view.get_by_text('```{code-block} sh').is_visible()


def test_what_is_copied_can_be_pasted_into_a_terminal(visit):
    view = visit('reference/command-line.html')
    block = view.locator('.highlight-console').first
    block.hover()
    block.locator('.copybtn').click()
    copied = view.evaluate('navigator.clipboard.readText()')
    assert copied.strip() == 'sphinx-interview check talks/*.vtt'
