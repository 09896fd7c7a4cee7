"""Facets, orders, timeline and map in a browser: with the script and without, for eyes, keys and screen readers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from conftest import find_module
from serving import serve
from test_browser import chromium  # noqa: F401
from test_themes import VIOLATIONS, WIDE

DEMO = Path(__file__).parent.parent / 'docs' / 'demo'
#: A link whose colour is the theme's own.
LINK = """article => article.insertAdjacentHTML('beforeend',
    '<p class="links"><a class="reference internal" href="#">x</a></p>')"""
OVEN, KEEPER, SCHOOL, KNOT, STAIRS, FOUR = (
    'The oven was never cold',
    'A light needs somebody to be bored',
    'Nine children and one stove',
    'A knot is a promise',
    'We thought that everybody had stairs',
    'Somebody has to get up at four',
)


@pytest.fixture(scope='module')
def site(tmp_path_factory):
    """Build the demo as its readers build it."""
    out = tmp_path_factory.mktemp('demo')
    source = shutil.copytree(DEMO, out / 'source', ignore=shutil.ignore_patterns('_build'))
    command = [sys.executable, '-m', 'sphinx', '-nWq', '--keep-going', source, out / 'html']
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ('', 0)
    with serve(out / 'html') as address:
        yield address


@pytest.fixture
def visit(site, chromium):  # noqa: F811
    views = []

    def run(path='index.html', *, width=1280, mode='light', scripts=True):
        view = chromium.new_page(
            viewport={'width': width, 'height': 900}, color_scheme=mode, java_script_enabled=scripts
        )
        views.append(view)
        view.requests = []
        view.on('request', lambda request: view.requests.append(request.url))
        view.goto(f'{site}/{path}')
        return view

    yield run
    for view in views:
        view.close()


def shown(view) -> list[str]:
    cards = view.locator('.interview-browser .interview-card:visible .interview-card-title')
    return cards.all_inner_texts()


def choose(view, text: str) -> None:
    view.locator('.interview-choices a').filter(has_text=text).first.click()


def status(view) -> str:
    return view.locator('.interview-shown [role="status"]').inner_text()


def test_a_facet_filters_in_place_and_says_so(visit):
    view = visit()
    assert shown(view) == [OVEN, KEEPER, SCHOOL, KNOT, STAIRS, FOUR]
    assert status(view) == ''
    choose(view, 'childhood')
    assert shown(view) == [SCHOOL, STAIRS]
    assert status(view) == '2 of 6 interviews'
    assert view.url.endswith('index.html?tag=childhood')
    choose(view, 'childhood')
    assert len(shown(view)) == 6
    assert view.url.endswith('/index.html')


def test_facets_narrow_each_other_down_and_count_what_is_left(visit):
    view = visit()
    choose(view, 'Sandholm')
    choose(view, 'weather')
    assert shown(view) == [SCHOOL]
    counted = {
        link.evaluate('link => link.firstChild.data'): link.locator('small').inner_text().strip()
        for link in view.locator('[data-name="place"] a').all()
    }
    assert counted == {'Gannet Point': '1', 'Netters’ Quay': '0', 'Sandholm': '1'}
    view.get_by_role('button', name='Show all').click()
    assert len(shown(view)) == 6
    assert view.get_by_role('button', name='Show all').count() == 0


def test_an_order_is_changed_in_place(visit):
    view = visit()
    choose(view, 'Newest first')
    assert shown(view) == [FOUR, STAIRS, KNOT, SCHOOL, KEEPER, OVEN]
    choose(view, 'work')
    choose(view, 'Oldest first')
    assert shown(view) == [OVEN, KEEPER, KNOT, FOUR]


def test_what_is_chosen_is_in_the_address_so_that_it_can_be_shared(visit):
    view = visit('index.html?tag=work&sort=Newest+first')
    assert shown(view) == [FOUR, KNOT, KEEPER, OVEN]
    current = view.locator('.interview-choices [aria-current="true"]').all_inner_texts()
    assert [text.split(' ')[0] for text in current] == ['work', 'Newest']
    assert len(shown(visit('index.html?tag=nothing'))) == 6


def test_keys_choose_and_keep_their_place(visit):
    view = visit()
    link = view.locator('.interview-choices a').filter(has_text='bread').first
    link.focus()
    link.press('Enter')
    assert shown(view) == [OVEN, FOUR]
    assert view.evaluate('document.activeElement.firstChild.data') == 'bread'


def test_a_click_that_asks_for_another_tab_gets_the_page(visit):
    view = visit()
    with view.context.expect_page() as opened:
        view.locator('.interview-choices a').filter(has_text='bread').first.click(
            modifiers=['ControlOrMeta']
        )
    opened.value.wait_for_load_state()
    assert opened.value.url.endswith('/browse/tag/bread.html')
    opened.value.close()
    assert len(shown(view)) == 6


def test_without_a_script_choices_lead_to_pages(visit):
    view = visit(scripts=False)
    assert not view.locator('.interview-shown').inner_text().strip()
    choose(view, 'bread')
    assert view.url.endswith('/browse/tag/bread.html')
    assert view.locator('.interview-card-title').all_inner_texts() == [OVEN, FOUR]
    view.go_back()
    choose(view, 'Newest first')
    assert view.url.endswith('/by-newest.html')
    assert shown(view) == [FOUR, STAIRS, KNOT, SCHOOL, KEEPER, OVEN]
    choose(view, 'Oldest first')
    assert view.url.endswith('/index.html')


def test_every_link_of_the_pages_that_are_made_leads_somewhere(visit, site):
    view = visit('browse.html', scripts=False)
    made = view.locator('.interview-values a').evaluate_all('links => links.map(link => link.href)')
    assert len(made) == 17
    for page in [*made, f'{site}/by-place.html']:
        view.goto(page)
        links = view.locator('article a').evaluate_all('links => links.map(link => link.href)')
        for link in {link.partition('#')[0] for link in links if link.startswith(site)}:
            assert view.request.get(link).ok, (page, link)
        pictures = view.locator('article img').evaluate_all(
            'all => all.map(one => one.naturalWidth)'
        )
        assert all(pictures)


def test_a_mark_of_the_timeline_is_a_link_that_keys_reach(visit):
    view = visit(scripts=False)
    mark = view.get_by_role('link', name=f'{KNOT}, 1992 – 1993')
    mark.focus()
    mark.press('Enter')
    view.wait_for_url('**/interviews/net-maker.html*')


def test_marks_stand_in_the_order_of_time_at_every_width(visit):
    for width in (320, 1280):
        view = visit(width=width)
        boxes = [mark.bounding_box() for mark in view.locator('.interview-timeline a').all()]
        middles = [box['x'] + box['width'] / 2 for box in boxes]
        assert middles == sorted(middles)
        assert all(min(box['width'], box['height']) > 23.9 for box in boxes)


def test_a_place_on_the_map_leads_to_what_took_place_there(visit):
    view = visit()
    view.locator('.interview-map a[aria-label="Sandholm: 3 interviews"]').click()
    assert '#map.index.2.3' in view.url
    assert 'Sandholm' in view.locator('[id="map.index.2.3"]').inner_text()
    view.get_by_role('link', name=f'Netters’ Quay: {KNOT}').click()
    view.wait_for_url('**/interviews/net-maker.html*')


def test_the_map_keeps_its_shape_and_its_labels_apart(visit):
    for width in (320, 768, 1280):
        view = visit(width=width)
        box = view.locator('.interview-map > svg').bounding_box()
        assert box['width'] / box['height'] == pytest.approx(1.5, abs=0.02)
        labels = [
            label.bounding_box()
            for label in view.locator('.interview-map .interview-label:visible').all()
        ]
        for number, one in enumerate(labels):
            for other in labels[number + 1 :]:
                apart = (
                    one['x'] + one['width'] <= other['x'] or other['x'] + other['width'] <= one['x']
                )
                above = (
                    one['y'] + one['height'] <= other['y']
                    or other['y'] + other['height'] <= one['y']
                )
                assert apart or above


def test_no_request_leaves_the_site(visit, site):
    view = visit()
    assert view.requests
    assert all(url.startswith((site, 'data:')) for url in view.requests)


@pytest.mark.parametrize('mode', ['light', 'dark'])
@pytest.mark.parametrize(
    'path', ['index.html', 'browse.html', 'browse/tag/work.html', 'by-place.html']
)
def test_nothing_is_too_wide_and_axe_finds_nothing(visit, path, mode):
    find_module('axe_playwright_python')
    axe = resources.files('axe_playwright_python').joinpath('axe.min.js').read_text('utf-8')
    view = visit(path, mode=mode)
    view.evaluate(axe)
    view.locator('article').evaluate(LINK)
    if path == 'index.html':
        choose(view, 'bread')
    problems = []
    for width in (1280, 320):
        view.set_viewport_size({'width': width, 'height': 900})
        view.wait_for_timeout(100)
        problems += [*view.evaluate(WIDE), *view.evaluate(VIOLATIONS)]
        assert view.evaluate('document.documentElement.scrollWidth') <= width
    assert problems == []
