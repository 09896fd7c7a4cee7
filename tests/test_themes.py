"""In the themes that projects use: no warning, nothing too wide, nothing that axe finds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import resources

import pytest
from conftest import ROOTS, find_module
from serving import serve
from test_browser import chromium  # noqa: F401
from test_recordings import sound

#: Each theme, and whether it has a dark mode.
THEMES = {
    'alabaster': False,
    'furo': True,
    'pydata_sphinx_theme': True,
    'sphinx_book_theme': True,
    'sphinx_rtd_theme': False,
    'shibuya': True,
    'sphinxawesome_theme': True,
    'sphinx_immaterial': True,
}
WIDTHS = (1280, 768, 360, 320)
#: Where a reader switches to dark, whatever the system wants.
SWITCHED = {'shibuya', 'sphinxawesome_theme'}
SWITCH = """() => {
    document.documentElement.classList.remove('light')
    document.documentElement.classList.add('dark')
}"""
BACKGROUND = """() => [document.body, document.documentElement].map(
    element => getComputedStyle(element).backgroundColor).find(colour => colour !== 'rgba(0, 0, 0, 0)')"""
#: What of ours reaches over the window's edge and can't be scrolled into it.
WIDE = """() => [...document.querySelectorAll('[class*="interview"], [class*="interview"] *')]
    .filter(element => !element.closest('pre, .highlight, [class*="table-wrapper"], .wy-table-responsive'))
    .filter(element => !['auto', 'scroll'].includes(getComputedStyle(element.closest('table') ?? element).overflowX))
    .filter(element => {
        const {left, right, width} = element.getBoundingClientRect()
        return width > 1 && (left < -0.5 || right > innerWidth + 0.5)
    })
    .map(element => element.outerHTML.slice(0, 200))"""
#: Violations of our nodes, without those of the colours that the theme gives to all links.
VIOLATIONS = """async () => {
    const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: true}]))
    const colour = element => getComputedStyle(element).color
    const links = new Set([...document.querySelectorAll('.links a, .links a *')].map(colour))
    const ofLinks = new Set(['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'])
    const isTheirs = (rule, element) =>
        ofLinks.has(rule) && element.closest('a.reference') && links.has(colour(element))
    const ours = {include: [['[class*="interview"]']], exclude: [['.highlight']]}
    const {violations} = await axe.run(ours, {rules, elementRef: true})
    return violations.flatMap(({id, nodes}) => nodes
        .filter(({element}) => !isTheirs(id, element))
        .map(({element, failureSummary}) => `${id}: ${element.outerHTML.slice(0, 200)} ${failureSummary}`))
}"""


def build(theme, extensions, out):
    """Build the page in a process of its own, for some themes change Sphinx for all projects."""
    find_module(theme)
    source = out / 'source'
    shutil.copytree(ROOTS / 'themes', source)
    (source / 'talk.wav').write_bytes(sound())
    environment = os.environ | {'THEME': theme, 'EXTENSIONS': ' '.join(extensions)}
    command = [sys.executable, '-m', 'sphinx', '-Wq', '--keep-going', source, out / 'html']
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ('', 0)
    return out / 'html'


@pytest.fixture(scope='module', params=THEMES)
def theme(request):
    return request.param


@pytest.fixture(scope='module')
def site(theme, tmp_path_factory):
    extensions = ['sphinxext.interview'] if theme == 'furo' else ['sphinxext.interview', theme]
    return build(theme, extensions, tmp_path_factory.mktemp(theme))


def test_the_theme_may_stand_first(theme, tmp_path):
    if theme != 'furo':  # which refuses to be an extension
        build(theme, [theme, 'sphinxext.interview'], tmp_path)


@pytest.fixture
def views(theme, site, chromium):  # noqa: F811
    """Open the page in both modes, one after the other."""

    def run():
        with serve(site) as address:
            for mode in ('light', 'dark'):
                view = chromium.new_page(color_scheme=mode)
                view.route('**/*', lambda route: _keep_inside(route, address))
                view.goto(f'{address}/index.html')
                if mode == 'dark' and theme in SWITCHED:
                    view.evaluate(SWITCH)
                yield mode, view
                view.close()

    return run


def _keep_inside(route, address):
    if route.request.url.startswith(address):
        route.continue_()
    else:
        route.abort()


def test_machines_are_told_what_the_page_is(site):
    assert '<script type="application/ld+json">' in (site / 'index.html').read_text('utf-8')


def test_nothing_is_too_wide_and_axe_finds_nothing(theme, views):
    find_module('axe_playwright_python')
    axe = resources.files('axe_playwright_python').joinpath('axe.min.js').read_text('utf-8')
    backgrounds, problems = [], []
    for mode, view in views():
        view.evaluate(axe)
        for width in WIDTHS:
            view.set_viewport_size({'width': width, 'height': 900})
            if width == WIDTHS[-1]:
                view.locator('.interview-more').first.evaluate('button => button.click()')
            view.wait_for_timeout(100)
            found = view.evaluate(WIDE)
            if view.evaluate('document.documentElement.scrollWidth') > width:
                found.append('the page')
            if width in {WIDTHS[0], WIDTHS[-1]}:
                found += view.evaluate(VIOLATIONS)
            problems += [f'{mode}, {width} px: {problem}' for problem in found]
        assert view.locator('.interview-menu:popover-open').count() == 1
        backgrounds.append(view.evaluate(BACKGROUND))
    if problems:
        pytest.fail('\n'.join(problems))
    assert (backgrounds[0] != backgrounds[1]) == THEMES[theme]
